"""Personal data: the papers to print, how long data are kept, and once a year whom one still keeps."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune, Wording
from msp_desktop.formats.dates import long_date
from msp_desktop.i18n import _
from msp_desktop.services.privacy import RETENTION, keep_retention, retention
from msp_desktop.services.privacy_review import note_review, to_review
from msp_desktop.ui.dialogs.forget_dialog import forget_people
from msp_desktop.ui.dialogs.form_dialog import FormDialog
from msp_desktop.ui.forms.field import Field, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, divider, hint, title
from msp_desktop.ui.widgets.layouts import clear, column, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace

PAPERS = ("privacy-notice", "privacy-register")


class PrivacyDialog(FormDialog):
    """People to look at again are ticked to be deleted; those left are kept for a year."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, _("Personal data"), parent, height=600)
        self._form = Form(
            workspace,
            Wording,
            _write,
            [Field("text", _("How long they are kept"), note(least=3, most=6),
                   _("Said on the notice, the register and the inventory. Emptied, our own words come back."))],
        )  # fmt: skip
        papers = PlainButton(_("The notice and the register sheet…"), "print")
        papers.clicked.connect(self._on_papers)
        self._people = QVBoxLayout()
        self._ticks: dict[int, Tick] = {}
        self._when = hint("")
        self._delete = PlainButton(_("Delete those ticked…"), "trash")
        self._kept = PlainButton(_("Looked at: the others are kept"), "check")
        lock(workspace, self._delete, self._kept)
        self._delete.clicked.connect(self._on_delete)
        self._kept.clicked.connect(lambda: workspace.attempt(note_review, workspace.today()))
        close = MainButton(_("Close"))
        close.clicked.connect(self.accept)
        content = column(
            row(papers, -1),
            self._form,
            divider(),
            title(_("To look at once a year")),
            hint(_("Nothing with them for a year, or a role that has ended. Tick whom to delete.")),
            self._people,
            self._when,
            -1,
            margins=(24, 8, 24, 8),
            spacing=10,
        )
        box = column(
            row(title(_("Personal data")), margins=(24, 16, 24, 0)),
            scrolled(holder(content, "scrolled"), _("Personal data")),
            foot(close, beside=(self._delete, self._kept), margins=(24, 4, 24, 16)),
        )
        box.setStretch(1, 1)
        self.setLayout(box)
        self._show()
        workspace.changed.connect(self._show)

    def _show(self, _records: object = None) -> None:
        reader, today = self.workspace.reader, self.workspace.today()
        self._form.show_record(Wording(id=1, code=RETENTION, text=retention(reader)))
        found = to_review(reader, today)
        ticked = {key for key, tick in self._ticks.items() if tick.is_ticked()}
        clear(self._people)
        self._ticks = {one.person.id: Tick(f"{one.name}, {one.why}", one.person.id in ticked, soft_when_done=False)
                       for one in found}  # fmt: skip
        for tick in self._ticks.values():
            self._people.addWidget(tick)
            tick.ticked.connect(lambda _on: self._refresh())
        if not found:
            self._people.addWidget(
                Label(_("Nobody: each one was met or spoken to this year, or has something to do."), wrap=True)
            )
        last = reader.one(Commune, 1).privacy_reviewed_on
        self._when.setText(
            _("Last looked at on {day}.").format(day=long_date(last)) if last else _("Not looked at yet.")
        )
        self._refresh()

    def _refresh(self) -> None:
        self._delete.setEnabled(not self.workspace.read_only and any(tick.is_ticked() for tick in self._ticks.values()))

    def _on_delete(self) -> None:
        ids = [key for key, tick in self._ticks.items() if tick.is_ticked()]
        if ids:
            forget_people(self.workspace, ids, self)

    def _on_papers(self) -> None:
        self.accept()
        self.workspace.request_papers.emit(list(PAPERS), None)


def _write(store: Store, _only: object, change: Change[Wording]) -> Wording:
    keep_retention(store, change.values["text"])
    return Wording(id=1, code=RETENTION, text=retention(store.reader))

"""Beside the schemes: what the one chosen is, what the town is there, who carries it, how its project fits in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.schemes import CLS, TAKING_PART, Scheme, Standing
from msp_desktop.formats.french.case import uncapital
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _
from msp_desktop.method.schemes import kit_schemes
from msp_desktop.services import schemes as service
from msp_desktop.services.schemes import Key, SchemeView, standing_words
from msp_desktop.ui.forms.field import Field, choice, day, line, note, person
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import TITLE, Label, divider, hint
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.text_behind import TextBehind
from msp_desktop.ui.workspace import Workspace


class SchemePanel(QWidget):
    """Show and change the scheme chosen."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._scheme: SchemeView | None = None
        self._title = Label("", factor=TITLE, bold=True, wrap=True)
        self._spelled = Label("", wrap=True)
        self._meaning = Label("", tone="soft", wrap=True)
        self._carriers = hint("")
        self._own = Form(workspace, Scheme, service.update_scheme, [Field("name", _("What it is called"), line())])
        self._asks = hint("")
        self._form = Form(
            workspace,
            Scheme,
            _write,
            [
                Field(
                    "standing", _("What the town is there"), choice([(one, standing_words(one)) for one in Standing])
                ),
                Field("carried_by", _("Who carries it"), person()),
                Field("contact", _("Whom to call"), person()),
                Field("perimeter", _("Perimeter"), note(_("The towns, the district it covers"), least=1)),
                (
                    Field("starts_on", _("From"), day(toward=Toward.BEHIND), width=150),
                    Field("ends_on", _("Until"), day(), width=150),
                ),
                Field("fit", _("How our project fits in"), note()),
                self._asks,
            ],
        )
        self._text = TextBehind()
        self._opens = hint(_("Joined or carried, it opens the part « CLS » of this tab."))
        self._open = LinkButton(_("See its action sheets"), "arrow")
        self._delete = LinkButton(_("Take this scheme out"), "trash")
        self._build()
        self._open.clicked.connect(lambda: workspace.request_tab.emit("project", "sheets"))
        self._delete.clicked.connect(self._on_delete)
        lock(workspace, self._delete)

    def show_scheme(self, view: SchemeView | None) -> None:
        """Show a scheme, or nothing where none is chosen."""
        self._scheme = view
        self._page.setVisible(view is not None)
        if view is None:
            return
        own = view.kit is None
        word = view.kit.word() if view.kit is not None else None
        self._title.setText(view.short)
        self._spelled.setText(view.name if word else "")
        self._spelled.setVisible(word is not None)
        self._meaning.setText(word.meaning if word else "")
        self._meaning.setVisible(word is not None)
        self._carriers.setText(
            _("Usually carried by: {who}").format(who=uncapital(view.kit.carriers)) if view.kit else ""
        )
        self._carriers.setVisible(not own)
        self._own.setVisible(own)
        self._own.show_record(view)
        self._form.show_record(view)
        self._asks.setText(_("To ask there: {what}").format(what=uncapital(view.kit.asks)) if view.kit else "")
        self._asks.setVisible(not own)
        self._text.show_text(view.text())
        self._open.setVisible(view.id == CLS and view.standing in TAKING_PART)
        self._opens.setVisible(view.id == CLS and view.standing not in TAKING_PART)
        self._delete.setVisible(own)

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        self._form.focus_first()

    def _build(self) -> None:
        self._page = holder(
            column(
                self._title, self._spelled, self._meaning, self._carriers, row(self._open, -1), self._opens, 4,
                self._own, self._form, 4, self._text, row(self._delete, -1), spacing=6,
            )
        )  # fmt: skip
        about = hint(kit_schemes().introduction)
        page = column(self._page, divider(), about, -1, margins=(24, 16, 16, 16), spacing=8)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(scrolled(holder(page, "scrolled"), _("The scheme chosen")))

    def _on_delete(self) -> None:
        if self._scheme is not None:
            self._workspace.flush()
            self._workspace.attempt(service.delete_scheme, self._scheme.id)


def _write(store: Store, key: Key, change: Change[Scheme]) -> None:
    """Write a field through the service that knows what it entails."""
    if "standing" in change.values:
        service.set_standing(store, key, change.values["standing"])
    else:
        service.update_scheme(store, key, change)

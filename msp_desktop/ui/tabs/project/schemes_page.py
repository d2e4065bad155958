"""The page « Dispositifs »: what there is around the town, ticked, and beside it the scheme chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.people import Person
from msp_desktop.domain.schemes import Scheme, Standing
from msp_desktop.formats.quick import short_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.services import schemes as service
from msp_desktop.services.schemes import Key, SchemeView, is_over, standing_words
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.project.scheme_list import ROW, SchemeList
from msp_desktop.ui.tabs.project.scheme_panel import SchemePanel
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton
from msp_desktop.ui.widgets.column_head import ColumnHead
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, framed, holder
from msp_desktop.ui.widgets.list_rows import EMPTY_BOX, TICKED_BOX, ListRow, Words
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.workspace import Workspace, touches

#: Widths of the columns, and the width under which who carries it stands in the panel alone.
_STANDING, _CARRIED, _ENDS, _NARROW = 106, 178, 158, 640
_NEW = "scheme-new"


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return SchemesPage(workspace)


class SchemesPage(Page):
    """The schemes of the method, each spelled out, then the town's own; a target is a scheme's `Key`."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._chosen: Key | None = None
        self._wide = True
        self._add = MainButton(_("Add a scheme"), "plus")
        self.main = self._add
        self._summary = Label("", tone="soft", wrap=True)
        self._list = SchemeList(_("Schemes of the territory"))
        self._head = ColumnHead(self._list)
        self._panel = SchemePanel(workspace)
        self.panel = self._panel
        self._schemes: tuple[SchemeView, ...] = ()
        sheet = framed(holder(column(self._head, self._list, spacing=0)))
        self.setLayout(column(self._summary, sheet, spacing=8))
        self._wire()
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the schemes again where a change concerns them."""
        if touches(records, Scheme, Assignment, Person):
            self._schemes = service.schemes(self._workspace.reader)
            self._show()

    def show_target(self, target: Any) -> None:
        """Choose a scheme; begin again with the name of one being added."""
        if target == _NEW:
            self._ask()
        elif any(view.id == target for view in self._schemes):
            self._chosen = target
            self._show()

    def target(self) -> Any:
        """Return the scheme chosen."""
        return self._chosen

    def place_of(self, key: DraftKey) -> Any:
        """Return the scheme words wait for."""
        if key.kind == "dialog" and key.attribute == _NEW:
            return _NEW
        return key.id if key.kind == Scheme.__name__ else None

    def paper(self) -> tuple[str, int | None]:
        """Return the conditions, of which the schemes are a part."""
        return "conditions", None

    def focus_main(self) -> None:
        """Put the keyboard in the list."""
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    # --- making ------------------------------------------------------------------------------

    def _wire(self) -> None:
        self._add.clicked.connect(self._ask)
        self._list.chosen.connect(self._on_chosen)
        self._list.request_tick.connect(self._tick)
        self._list.request_open.connect(self._panel.focus_first)
        lock(self._workspace, self._add)

    # --- showing -----------------------------------------------------------------------------

    def _view(self) -> SchemeView:
        found = next((view for view in self._schemes if view.id == self._chosen), None)
        return found or self._schemes[0]

    def _show(self) -> None:
        self._chosen = self._view().id
        ticked = sum(view.ticked for view in self._schemes)
        words = ngettext("{count} scheme is there.", "{count} schemes are there.", ticked).format(count=ticked)
        todo = _("Tick those the territory already has: Space, or a click in the box.")
        self._summary.setText(words if ticked else todo)
        self._list.show_rows([self._row(view) for view in self._schemes])
        self._list.select(self._chosen)
        titles = [(_("The town"), _STANDING)]
        if self._wide:
            titles += [(_("Who carries it"), _CARRIED), (_("Until"), _ENDS)]
        self._head.show_titles(_("Scheme"), titles)
        self._panel.show_scheme(self._view())

    def _row(self, view: SchemeView) -> ListRow:
        columns = [Words(standing_words(view.standing), "ink" if view.ticked else "ink2", width=_STANDING)]
        ends = short_date(view.ends_on, language()) + f" {view.ends_on.year}" if view.ends_on else ""
        over = is_over(view, self._workspace.today())
        if self._wide:
            columns.append(Words(view.carried_by, "ink2", width=_CARRIED))
            columns.append(Words(ends, "late" if over else "ink2", "late" if over else "", _ENDS))
        second = Words(view.name, "ink2") if view.acronym else None
        spoken = ", ".join(filter(None, (view.title, standing_words(view.standing), view.carried_by, ends)))
        lead = TICKED_BOX if view.ticked else EMPTY_BOX
        return ListRow(view.id, view.short, ROW, spoken=spoken, lead=lead, second=second, columns=tuple(columns))

    # --- acting ------------------------------------------------------------------------------

    def _on_chosen(self, key: Key) -> None:
        self._workspace.flush()
        self._chosen = key
        self._panel.show_scheme(self._view())

    def _tick(self) -> None:
        view = self._view()
        if not self._workspace.read_only:
            self._workspace.flush()
            standing = Standing.NONE if view.ticked else Standing.EXISTS
            self._workspace.attempt(service.set_standing, view.id, standing)

    def _ask(self) -> None:
        dialog = AskWords(
            _("Add a scheme"), _("What it is called, in full"), "", _("Add"), self._add_named, self,
            keep=(self._workspace.kept, DraftKey("dialog", 0, _NEW)),
        )  # fmt: skip
        if run(dialog, self._workspace):
            self._chosen = dialog.outcome.id
            self._show()
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_named(self, words: str) -> Any:
        self._workspace.flush()
        return self._workspace.attempt(service.add_scheme, words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_NARROW)
        if wide != self._wide:
            self._wide = wide
            self._show()

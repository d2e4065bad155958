"""The page « Avant les murs »: what premises would cost, on paper first; closed until the team is there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.meetings import Attendance, Meeting
from msp_desktop.domain.premises import Premises, PremisesNeed
from msp_desktop.domain.stages import ProjectStage
from msp_desktop.i18n import _
from msp_desktop.method.walls import kit_walls
from msp_desktop.services import walls as service
from msp_desktop.services.walls import WallsView
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.project.need_columns import NARROW_HIDES, NeedRow, need_columns
from msp_desktop.ui.tabs.project.walls_panel import WallsPanel
from msp_desktop.ui.tabs.project.walls_result import WallsResult
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace, touches

#: What the figures and the rule of the team are made from.
_SHOWN = (Premises, PremisesNeed, ProjectStage, HealthProfessional, Attendance, Meeting)
_BUILDING = "building"
#: Under this width, in pixels at 100 %, two columns of the needs go.
_NARROW = 800
#: The rows of needs shown at the least and at the most before they scroll.
_ROWS = (3, 9)
_CLOSED, _EMPTY, _OPEN = range(3)


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return WallsPage(workspace)


class WallsPage(Page):
    """What would be needed, at what price, let or empty; a target is a need's id, or the figures of the building."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._pages = QStackedWidget()
        self._add = MainButton(_("Add a profession"), "plus")
        self._print = PlainButton(_("Print"), "print")
        self._take = LinkButton(_("Take the professions from the inventory"), "inventory")
        self._table = RecordTable(
            _("Needs of premises"), need_columns(workspace), sortable=False, drafts=workspace.drafts
        )
        self._waiting = Label("", tone="soft", wrap=True)
        self._result = WallsResult()
        self._panel = WallsPanel(workspace)
        self.main, self.tools, self.panel = self._add, self._print, self._panel
        self._build()
        self._wire()
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Count again where a change concerns the figures or the team."""
        if not touches(records, *_SHOWN):
            return
        view = service.walls_view(self._workspace.reader)
        self._pages.setCurrentIndex(_CLOSED if view.closed else _EMPTY if view.empty else _OPEN)
        self._closed.show_sentence(f"{view.closed} {'' if view.empty else kit_walls().closed_kept}".strip())
        for button in (self._add, self._print):
            button.setEnabled(not view.closed and (button is self._add or view.balance is not None))
            show_tip(button, view.closed)
        if not view.closed and view.balance is None:
            show_tip(self._print, _("Write first what the page lacks."))
        self._waiting.setVisible(not view.approved)
        self._waiting.setText(kit_walls().not_approved)
        self._show_needs(view)
        self._result.show_view(view)
        self._panel.show_view(view)

    def show_target(self, target: Any) -> None:
        """Choose a need by its id, or go to the figures of the building."""
        if target == _BUILDING:
            self._panel.focus_first()
        elif isinstance(target, int):
            self._table.select(target)

    def target(self) -> Any:
        """Return the need chosen."""
        return self._table.chosen_id()

    def place_of(self, key: DraftKey) -> Any:
        """Return what shows the record words wait for."""
        if key.kind == Premises.__name__:
            return _BUILDING
        return key.id if key.kind in (PremisesNeed.__name__, _("Needs of premises")) else None

    def paper(self) -> tuple[str, int | None]:
        """Return the page for the council."""
        return "before-walls", None

    def focus_main(self) -> None:
        """Put the keyboard in the needs, or on the button of the page there is instead."""
        pages = (self._closed.button, self._empty.button, self._table)
        pages[self._pages.currentIndex()].setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        kit = kit_walls()
        self._closed = EmptyPage(
            "home",
            kit.principle,
            kit.closed,
            _("See who is ready, in the inventory"),
            _("See the stages"),
            sign="inventory",
        )
        self._empty = EmptyPage(
            "home",
            _("See an empty building on paper first"),
            kit.purpose,
            _("Begin with the professions ready to commit"),
            _("Begin with an empty line"),
        )
        box = column(
            self._waiting, framed(self._table), row(self._take, -1), self._result, -1, margins=(0, 0, 4, 0), spacing=8
        )
        self._pages.addWidget(scrolled(self._closed, kit.title))
        self._pages.addWidget(scrolled(self._empty, kit.title))
        self._pages.addWidget(scrolled(holder(box, "transparent"), kit.title))
        self.setLayout(column(self._pages))

    def _wire(self) -> None:
        self._closed.request_start.connect(lambda: self._workspace.request_tab.emit("inventory", "professionals"))
        self._closed.request_other.connect(lambda _index: self._workspace.request_tab.emit("project", "road"))
        self._empty.request_start.connect(self._from_inventory)
        self._empty.request_other.connect(lambda _index: self._add_need())
        self._add.clicked.connect(self._add_need)
        self._take.clicked.connect(self._from_inventory)
        self._print.clicked.connect(lambda: self._workspace.request_papers.emit(("before-walls",), None))
        self._table.request_delete.connect(lambda ids: self._workspace.act(service.delete_needs, ids))
        self._result.request_building.connect(self._panel.focus_first)
        lock(self._workspace, self._add, self._take, self._empty.button)

    def _add_need(self, _checked: bool = False) -> None:
        made = self._workspace.act(service.add_need)
        if made is not None:
            self._table.edit_cell(made.id, 0)

    def _from_inventory(self, _checked: bool = False) -> None:
        if self._workspace.act(service.take_from_inventory, self._workspace.today()):
            self.focus_main()

    def _show_needs(self, view: WallsView) -> None:
        costs = {cost.need.id: cost for cost in view.balance.costs} if view.balance is not None else {}
        self._table.show_rows([NeedRow(need.id, need, costs.get(need.id)) for need in view.needs])
        least, most = _ROWS
        shown = min(max(len(view.needs), least), most)
        rows = self._table.verticalHeader().defaultSectionSize() * shown
        self._table.setFixedHeight(rows + self._table.horizontalHeader().sizeHint().height() + 4)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._table.hide_columns(NARROW_HIDES if self.width() < theme().px(_NARROW) else ())

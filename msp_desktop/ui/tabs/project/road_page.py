"""The page « Le chemin »: the picture of the three stages, the core that recognition asks for, the next steps."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget
from typing_extensions import override

from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.core_words import heading
from msp_desktop.domain.federations import FederationCorrection
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.journal import Begin
from msp_desktop.domain.people import Person
from msp_desktop.domain.road import TEAM, current
from msp_desktop.domain.stages import ProjectStage, RoadStep
from msp_desktop.formats.french.case import after_colon
from msp_desktop.formats.quick import medium_date
from msp_desktop.i18n import _, language
from msp_desktop.method.road import kit_road
from msp_desktop.services import road_steps as service
from msp_desktop.services.road import RoadView, road_plan, road_view
from msp_desktop.services.road_seats import Seat, seats
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.project.road_panel import RoadPanel
from msp_desktop.ui.tabs.project.road_picture import RoadPicture
from msp_desktop.ui.tabs.project.seat_card import SeatCard
from msp_desktop.ui.tabs.project.step_columns import step_columns
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.labels import TITLE, Label
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace, touches

#: What the road is made from.
_SHOWN = (ProjectStage, RoadStep, Assignment, Person, HealthProfessional, Commune, FederationCorrection)
_STEP = "road-step"
#: Asks for the stage the project is in.
NOW = "now"
#: Under this width, in pixels at 100 %, who does a step is in the panel alone.
_NARROW, _HIDDEN = 640, (2,)


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return RoadPage(workspace)


class RoadPage(Page):
    """The road over three to five years; a target is a step's id, a stage's code, a seat's key, or NOW."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._chosen: int | str | None = None
        self._view: RoadView | None = None
        self._seats: tuple[Seat, ...] = ()
        self._add_button = MainButton(_("Add a step"), "plus")
        self.main = self._add_button
        self._print = PlainButton(_("Print"), "print")
        self.tools = self._print
        self._picture = RoadPicture()
        self._missing = Label("", factor=TITLE, bold=True, wrap=True)
        self._cards = [SeatCard() for _place in range(3)]
        self._table = RecordTable(
            _("Steps of the road"), step_columns(workspace), sortable=False, drafts=workspace.drafts
        )
        self._propose = PlainButton(_("Begin with the steps proposed"), "plus")
        self._own = LinkButton(_("Add a step of our own…"))
        self._panel = RoadPanel(workspace)
        self.panel = self._panel
        self._pages = QStackedWidget()
        self._build()
        self._wire()
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the road again where a change concerns it."""
        if not touches(records, *_SHOWN):
            return
        view = self._view = road_view(self._workspace.reader, self._workspace.today())
        self._seats = seats(view.core)
        self._missing.setText(after_colon(kit_road().core.heading, heading(view.core)))
        self._pages.setCurrentIndex(0 if view.steps else 1)
        self._table.show_rows(view.steps)
        if self._chosen is None:
            self._chosen = view.steps[0].id if view.steps else _stage_now(view)
            if view.steps:
                self._table.select(self._chosen)
        self._show_chosen()

    def show_target(self, target: Any) -> None:
        """Choose a step by its id, a stage or a seat by its code; begin again with a step being added."""
        assert self._view is not None
        if target == _STEP:
            self._ask()
        elif target == NOW:
            self._choose(_stage_now(self._view))
        elif isinstance(target, int):
            self._table.select(target)
            self._choose(target)
        elif target in {span.code for span in self._view.spans} | {seat.key for seat in self._seats}:
            self._choose(target)

    def target(self) -> Any:
        """Return the step, the stage or the seat chosen."""
        return self._chosen

    def place_of(self, key: DraftKey) -> Any:
        """Return the step or the stage words wait for."""
        if key.kind == "dialog" and key.attribute == _STEP:
            return _STEP
        return key.id if key.kind in (RoadStep.__name__, ProjectStage.__name__, _("Steps of the road")) else None

    def paper(self) -> tuple[str, int | None]:
        """Return the road on paper."""
        return "path", None

    def in_view(self) -> Begin:
        """Return who has the seat chosen."""
        seat = self._seat()
        return Begin(person_ids=(seat.view.row.person_id,)) if seat is not None and seat.view is not None else Begin()

    def focus_main(self) -> None:
        """Put the keyboard in the steps, or on the button where there is none."""
        (self._propose if self._pages.currentIndex() else self._table).setFocus(Qt.FocusReason.TabFocusReason)

    # --- making ------------------------------------------------------------------------------

    def _build(self) -> None:
        kit = kit_road()
        empty = holder(
            column(
                Label(kit.empty, wrap=True),
                Folding(row(self._propose), row(self._own, -1), apart=False),
                -1,
                spacing=8,
            )
        )
        self._table.setMinimumHeight(theme().px(120))
        self._pages.addWidget(framed(self._table))
        self._pages.addWidget(empty)
        head = row(self._missing, Label(kit.core.short, tone="soft"), spacing=16)
        head.setStretch(0, 1)
        box = column(
            self._picture, head, row(*self._cards, spacing=12), self._pages,
            spacing=10,
        )  # fmt: skip
        box.setStretch(3, 1)
        self.setLayout(column(scrolled(holder(box, "transparent"), _("The road to a health centre"))))

    def _wire(self) -> None:
        self._add_button.clicked.connect(self._open_menu)
        self._print.clicked.connect(lambda: self._workspace.request_papers.emit(("path", "diagnostic"), None))
        self._propose.clicked.connect(self._begin)
        self._own.clicked.connect(self._ask)
        lock(self._workspace, self._add_button, self._propose, self._own)
        self._table.selected.connect(self._choose_row)
        self._table.clicked.connect(lambda _index: self._choose_row(self._table.chosen_id()))
        self._table.request_delete.connect(lambda ids: self._workspace.act(service.delete_steps, ids))
        self._table.request_open.connect(lambda _key: self._panel.focus_fields())
        self._picture.chosen.connect(self._choose)
        self._picture.opened.connect(lambda _code: self._panel.focus_fields())
        for place, card in enumerate(self._cards):
            card.clicked.connect(partial(self._on_card, place))

    def menu(self) -> QMenu:
        """Return what may be added: the method's steps that the road has not, and one of the town's own."""
        menu = QMenu(self)
        for kit in service.steps_to_propose(self._workspace.reader):
            menu.addAction(kit.title).triggered.connect(partial(self._add_kit, kit.code))
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(_("A step of our own…")).triggered.connect(self._ask)
        return menu

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._table.hide_columns(_HIDDEN if self.width() < theme().px(_NARROW) else ())

    # --- acting ------------------------------------------------------------------------------

    def _begin(self, _checked: bool = False) -> None:
        self._workspace.act(service.propose_steps)
        if self._view is not None and self._view.steps:
            self._table.select(self._view.steps[0].id)
            self._choose(self._view.steps[0].id)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.exec(self._add_button.mapToGlobal(QPoint(0, self._add_button.height())))
        menu.deleteLater()

    def _add_kit(self, code: str, _checked: bool = False) -> None:
        self._add("", code)

    def _add(self, words: str, kit_code: str = "") -> Any:
        stage = self._chosen if isinstance(self._chosen, str) and self._is_stage(self._chosen) else TEAM
        made = self._workspace.act(service.add_step, words, stage, kit_code)
        if made is not None:
            self._table.select(made.id)
            self._choose(made.id)
        return made

    def _ask(self, _checked: bool = False) -> None:
        dialog = AskWords(
            _("Add a step"), _("What the step is"), "", _("Add"), self._add, self,
            keep=(self._workspace.kept, DraftKey("dialog", 0, _STEP)),
        )  # fmt: skip
        if run(dialog, self._workspace):
            self._panel.focus_fields()

    def _on_card(self, place: int, _checked: bool = False) -> None:
        seat = self._seats[place]
        self._choose(seat.key)

    def _choose_row(self, key: int | None) -> None:
        if key is not None or isinstance(self._chosen, int):
            self._choose(key)

    def _choose(self, key: Any) -> None:
        self._workspace.flush()
        self._chosen = key
        if not isinstance(key, int):
            self._table.clearSelection()
        self._show_chosen()

    # --- showing -----------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        view = self._view
        assert view is not None
        step = self._table.rows.row_with(self._chosen) if isinstance(self._chosen, int) else None
        seat = self._seat()
        if step is None and seat is None and not self._is_stage(self._chosen):
            self._chosen = _stage_now(view)
        for card, one in zip(self._cards, self._seats, strict=True):
            card.show_seat(one, chosen=one.key == self._chosen)
        stage = str(self._chosen) if self._is_stage(self._chosen) else ""
        plan = road_plan(view, _("today"), chosen_stage=stage, chosen_step=step.id if step is not None else 0)
        self._picture.show_plan(plan, _spoken(view))
        if step is not None:
            self._panel.show_step(step, view)
        elif seat is not None:
            self._panel.show_seat(seat, view)
        else:
            self._panel.show_stage(stage, view)

    def _seat(self) -> Seat | None:
        return next((seat for seat in self._seats if seat.key == self._chosen), None)

    def _is_stage(self, key: Any) -> bool:
        return self._view is not None and key in {span.code for span in self._view.spans}


def _stage_now(view: RoadView) -> str:
    """Return the code of the stage the project is in, the last once all are done."""
    here = current(view.spans)
    return here.code if here else view.spans[-1].code


def _spoken(view: RoadView) -> str:
    """Return the picture in words, a line a stage."""
    lines = [
        _("{number}. {title}, from {begin} to {end}").format(
            number=number,
            title=kit.title,
            begin=medium_date(span.begin, language()),
            end=medium_date(span.end, language()),
        )
        for number, (kit, span) in enumerate(zip(kit_road().stages, view.spans, strict=True), 1)
    ]
    if view.waits:
        lines[-1] += f" ({view.waits})"
    return "\n".join((*lines, view.along))

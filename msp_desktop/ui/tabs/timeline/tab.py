"""The tab « 100 jours »."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget
from typing_extensions import override

from msp_desktop.domain.actions import Action, ActionState, ActionStep
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.calendar import working_day_after
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Finding, HealthProfessional
from msp_desktop.domain.journal import Begin
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Referent
from msp_desktop.domain.roles import Role, RoleShare
from msp_desktop.domain.schedule import Timeline, moved, next_actions, overdue_after_the_end, proposed_dates
from msp_desktop.domain.stages import ProjectStage
from msp_desktop.domain.vigilance.records import AlertSign
from msp_desktop.i18n import _, ngettext
from msp_desktop.services import timeline as service
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.models.neighbours import neighbour
from msp_desktop.ui.tab import Tab
from msp_desktop.ui.tabs.timeline.action_list import ActionList
from msp_desktop.ui.tabs.timeline.head import Head
from msp_desktop.ui.tabs.timeline.strip import Strip
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.after_paint import after_paint
from msp_desktop.ui.widgets.banner import Banner
from msp_desktop.ui.widgets.column_head import ColumnHead
from msp_desktop.ui.widgets.late_panel import LatePanel
from msp_desktop.ui.widgets.layouts import column, framed, holder, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.workspace import Workspace, touches

if TYPE_CHECKING:
    from msp_desktop.ui.tabs.timeline.detail import Detail

#: Width of the window below which the panel is narrower, and below which it stands under the list; that of the panel,
#: in both, and the least; the least height of the list: in pixels at 100 %.
NARROW, UPRIGHT = 1180, 870
SIDE, SIDE_NARROW, SIDE_LEAST = 416, 322, 300
LIST_LEAST = 140

#: What `show_target` takes to go on with an action being added.
_NEW = "NewAction"
#: What it takes to show what to know first, where the first day's signs are ticked.
_COMPASS = "Compass"

_SHOWN = (
    Action,
    ActionStep,
    Assignment,
    Commune,
    HealthProfessional,
    Person,
    Exchange,
    Meeting,
    Referent,
    Finding,
    Objective,
    Role,
    RoleShare,
    Communication,
    ProjectStage,
    AlertSign,
)

#: What the panel is made of, imported each in a turn of its own: all at once would hold the window up.
PANEL = (
    "msp_desktop.services.referent",
    "msp_desktop.services.evidence",
    "msp_desktop.ui.widgets.choice_field",
    "msp_desktop.ui.widgets.note_field",
    "msp_desktop.ui.widgets.parsed_field",
    "msp_desktop.ui.forms.form",
    "msp_desktop.ui.tabs.timeline.step_list",
    "msp_desktop.ui.tabs.timeline.detail",
)


def make(workspace: Workspace) -> Tab:
    """Return this tab on a dossier."""
    return TimelineTab(workspace)


class TimelineTab(Tab):
    """Strip above, list under it, the chosen action at the right."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._chosen: int | None = None
        self._deleted: int | None = None
        self._strip = Strip()
        self._list = ActionList()
        self._side: LatePanel[Detail] = LatePanel(self._make_detail)
        self._banner = Banner()
        self._head = Head()
        self._titles = ColumnHead(self._list)
        self._sheet = framed(holder(column(self._titles, self._list, spacing=0)))
        self._shape = ""
        self._build()
        self._wire()
        self.refresh(frozenset())
        imports = (partial(import_module, name) for name in PANEL)
        after_paint(self, *imports, self._side.prepare, self._fill_chosen, self._side.panel)

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the timeline again where a change concerns it."""
        if not touches(records, *_SHOWN):
            return
        view = service.timeline(self._workspace.reader, self._workspace.today())
        if self._deleted is not None and view.action(self._deleted) is not None:
            self._chosen, self._deleted = self._deleted, None  # taken back: it is chosen again
        if self._chosen is not None and view.action(self._chosen) is None:
            self._deleted, self._chosen = self._chosen, self._neighbour(view, self._chosen)
        if self._chosen is None and not self._compass_shown:
            coming = next_actions(view, 1)
            self._chosen = coming[0].id if coming else None
        self._view = view
        self._strip.show_timeline(view)
        self._list.show_timeline(view)
        self._show_titles()
        if self._chosen is not None:
            self._strip.select(self._chosen)
            self._list.select(self._chosen)
        if self._side.made() is not None:
            self._show_chosen()
        overdue = overdue_after_the_end(view)
        words = ngettext("{count} action to plan again", "{count} actions to plan again", len(overdue))
        self._banner.say(words.format(count=len(overdue)) if overdue else "", _("Propose new dates"))

    def show_target(self, target: Any) -> None:
        """Show an action by its id, what to know first, or go on with an action that was being added."""
        if isinstance(target, int):
            self._choose(target)
        elif target == _NEW:
            self._on_add()
        elif target == _COMPASS:
            self._show_compass()

    def target(self) -> Any:
        """Return the id chosen."""
        return self._chosen

    def in_view(self) -> Begin:
        """Return the action chosen."""
        return Begin(action_id=self._chosen)

    def place_of(self, key: DraftKey) -> Any:
        """Return the action words wait for, the one being added among them."""
        if (key.kind, key.attribute) == ("dialog", _NEW):
            return _NEW
        if key.kind == AlertSign.__name__:
            return _COMPASS
        if key.kind == ActionStep.__name__:
            step = self._workspace.reader.find(ActionStep, id=key.id)
            return step.action_id if step is not None else None
        begun = key.kind == "new" and key.attribute == _("Add something to do")
        return key.id if key.kind == Action.__name__ or begun else None

    def own_panel(self) -> QWidget | None:
        """Return the chosen action's."""
        return self._side

    def show_field(self, key: DraftKey) -> bool:
        """Bring a field of a record into view."""
        shown = super().show_field(key)
        if shown and (key.kind, key.attribute) == (Action.__name__, "title"):
            self._side.panel().rename()
        return shown

    def paper(self) -> tuple[str, int | None]:
        """Return the calendar."""
        return "timeline", None

    def focus_main(self) -> None:
        """Put the keyboard in the list."""
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    _compass_shown = False

    def _build(self) -> None:
        self._left = column(self._banner, self._strip, self._sheet, spacing=12)
        pane = column(self._head, self._left, margins=(24, 14, 16, 14), spacing=12)
        self._area = scrolled(holder(pane), _("The hundred days"))
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._area)
        self._splitter.addWidget(self._side)
        self._side.setMinimumWidth(theme().px(SIDE_LEAST))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._splitter)

    def _arrange(self) -> None:
        """Put the panel beside the list, as wide as the window lets it be; in a narrow window under it, and the list first."""
        wide = self.window().width()
        shape = "upright" if wide < theme().px(UPRIGHT) else "narrow" if wide < theme().px(NARROW) else "wide"
        if shape != self._shape:
            self._shape = shape
            upright = shape == "upright"
            self._splitter.setOrientation(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)
            side = theme().px(SIDE_NARROW if shape == "narrow" else SIDE)
            self._splitter.setSizes([300, 200] if upright else [max(1, self.width() - side), side])
            for index in (0, 1):
                self._splitter.setStretchFactor(index, 3 - index if upright else 1 - index)
            self._left.removeWidget(self._strip)
            self._left.insertWidget(2 if upright else 1, self._strip)
        # Where the strip leaves no room for the list, both scroll together and the list can fill the pane.
        room, above = self._area.height() - 28, self._head.sizeHint().height() + self._strip.height() + 24
        least = theme().px(LIST_LEAST)
        fits = shape != "upright" and room - above >= least
        self._sheet.setMinimumHeight(least if fits else max(least, room - self._head.sizeHint().height() - 12))

    @override
    def minimumSizeHint(self) -> QSize:
        # With the panel under the list, where it goes before the window is too narrow for both.
        least = super().minimumSizeHint()
        return QSize(max(self._area.minimumSizeHint().width(), self._side.minimumWidth()), least.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def _show_titles(self) -> None:
        done, total = sum(phase.done for phase in self._view.phases), sum(phase.total for phase in self._view.phases)
        words = ngettext("Action, {done} done of {total}", "Actions, {done} done of {total}", done)
        self._titles.show_titles(words.format(done=done, total=total), self._list.titles())

    def _wire(self) -> None:
        self._list.reshaped.connect(self._show_titles)
        self._strip.chosen.connect(self._choose)
        self._list.chosen.connect(self._choose)
        self._strip.moved.connect(self._on_moved)
        self._list.request_tick.connect(self._on_tick)
        self._list.request_detail.connect(lambda: self._detail.focus_first())
        self._head.span.chosen.connect(self._strip.show_span)
        self._head.add.clicked.connect(self._on_add)
        lock(self._workspace, self._head.add)
        self._head.print.clicked.connect(lambda: self._workspace.request_papers.emit(("timeline",), None))
        self._head.compass.clicked.connect(self._show_compass)
        self._banner.request_action.connect(self._on_replan)

    def _choose(self, action_id: int) -> None:
        if self._view.action(action_id) is None:
            return
        self._compass_shown = False
        self._chosen = action_id
        self._strip.select(action_id)
        self._list.select(action_id)
        self._show_chosen()

    @property
    def _detail(self) -> Detail:
        return self._side.panel()

    def _make_detail(self) -> Detail:
        from msp_desktop.ui.tabs.timeline.detail import Detail

        made = Detail(self._workspace)
        made.left.connect(self.focus_main)
        return made

    def _neighbour(self, view: Timeline, gone: int) -> int | None:
        """Return the action that stood after the one gone, else before it."""
        return neighbour([action.id for action in self._view.actions()], gone, [action.id for action in view.actions()])

    def _fill_chosen(self) -> None:
        action = self._view.action(self._chosen) if self._chosen else None
        self._side.prepare().show_action(self._view, action)

    def _show_chosen(self) -> None:
        self._fill_chosen()
        self._side.panel()

    def _show_compass(self) -> None:
        self._compass_shown = True
        self._chosen = None
        self._strip.select(0)
        self._list.unselect()
        self._show_chosen()

    def _on_tick(self, action_id: int, done: bool) -> None:
        state = ActionState.DONE if done else ActionState.TODO
        self._workspace.attempt(service.set_state, action_id, state, self._workspace.today())

    def _on_moved(self, action_id: int, days: int) -> None:
        action = self._view.action(action_id)
        if action is not None:
            planned = action.planned or action.due
            self._workspace.attempt(
                service.update_action,
                action_id,
                Change(Action, planned_start=moved(action.start, days), planned_on=moved(planned, days)),
            )

    def _on_add(self) -> None:
        from msp_desktop.ui.dialogs.new_action import NewAction

        in_a_fortnight = self._workspace.today() + timedelta(14)
        dialog = NewAction(self._workspace, working_day_after(in_a_fortnight, self._view.department), self)
        if run(dialog, self._workspace):
            self._choose(dialog.outcome.id)

    def _on_replan(self) -> None:
        view = self._view
        dates = proposed_dates(overdue_after_the_end(view), view.today, view.department)
        self._workspace.attempt(service.replan, dates)

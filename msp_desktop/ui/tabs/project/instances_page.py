"""The page « Instances »: who steers, who sits there, and the calendar of a year."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.instances import Instance, InstanceMember, InstanceView, ProposedSitting
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.meetings import Attendance, Meeting
from msp_desktop.domain.people import Person
from msp_desktop.domain.scope import Scope
from msp_desktop.i18n import _, ngettext
from msp_desktop.method.instances import kit_instances
from msp_desktop.services import instances as service
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.list_page import ListPage
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.project.instance_columns import instance_columns, sitting_columns
from msp_desktop.ui.tabs.project.instance_panel import InstancePanel
from msp_desktop.ui.tabs.project.member_table import CHOOSE
from msp_desktop.ui.tabs.project.plan_year import PlanYear
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.labels import Label, hint, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace, touches

_SHOWN = (Instance, InstanceMember, Meeting, Attendance, Assignment, Person, HealthProfessional)
_MEMBERS = "members"
#: Under this width, in pixels at 100 %, how many meetings are placed stands where the months have no room.
_NARROW, _MONTHS, _PLACED = 860, tuple(range(2, 14)), (1,)


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return InstancesPage(workspace)


class InstancesPage(ListPage):
    """The instances and their year; a target is an instance's id."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._year = workspace.today().year
        self._views: list[InstanceView] = []
        self._plan = MainButton(_("Plan the year"), "calendar")
        self.main = self._plan
        self._print = PlainButton(_("Print"), "print")
        self.tools = self._print
        self._years = ChoiceField(_("Year"), [(self._year, str(self._year))])
        self._said = Label("", tone="soft")
        self._add_button = LinkButton(_("Add an instance"), "plus")
        self._table = RecordTable(_("Instances"), instance_columns(workspace), sortable=False, drafts=workspace.drafts)
        self._sittings = RecordTable(
            _("Meetings of the year"), sitting_columns(workspace), sortable=False, drafts=workspace.drafts
        )
        self._open = LinkButton(_("Open in the meetings"), "open")
        self._one = LinkButton(_("Add a meeting"), "plus")
        self._panel = InstancePanel(workspace)
        self.panel = self._panel
        self._build()
        self._wire()
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the instances and their meetings again where a change concerns them."""
        if not touches(records, *_SHOWN):
            return
        reader = self._workspace.reader
        self._show_years(service.years(reader, self._workspace.today()))
        self._views = service.instances(reader, self._year)
        self._pages.setCurrentIndex(1 if self._views else 0)
        self._table.show_rows(self._views)
        self._sittings.show_rows(service.sittings(reader, self._year))
        missing = sum(view.missing for view in self._views)
        self._said.setText(_summary(self._views))
        self._plan.setEnabled(missing > 0 and not self._workspace.read_only)
        show_tip(self._plan, "" if missing else _("Every meeting of this year is in the calendar."))
        if self._chosen is None and self._views:
            self._table.select(self._views[0].id)
        self._show_chosen()

    def show_target(self, target: Any) -> None:
        """Choose an instance by its id; go on with choosing its members."""
        if isinstance(target, tuple):
            self._choose(target[1])
            self._panel.members.choose()
        elif isinstance(target, int):
            self._choose_row(target)

    def place_of(self, key: DraftKey) -> Any:
        """Return the instance words wait for."""
        if (key.kind, key.attribute) == ("dialog", CHOOSE):
            return _MEMBERS, key.id
        if key.kind in (InstanceMember.__name__, _("Members")):
            member = self._workspace.reader.find(InstanceMember, id=key.id)
            return member.instance_id if member is not None else None
        return key.id if key.kind in (Instance.__name__, _("Instances")) else None

    def paper(self) -> tuple[str, int | None]:
        """Return the instances and the calendar of the year."""
        return "instances", None

    # --- making ------------------------------------------------------------------------------

    def _build(self) -> None:
        kit = kit_instances()
        self._empty = EmptyPage(
            "people",
            _("Who steers, who prepares, who proposes"),
            kit.introduction,
            _("Begin with the four instances proposed"),
            _("Begin with an instance of our own"),
        )
        self._table.setMinimumHeight(theme().px(150))
        self._sittings.setMinimumHeight(theme().px(150))
        head = Folding(row(self._years, self._said, -1, spacing=12), row(self._add_button, -1))
        below = column(
            Folding(row(title(_("Meetings of the year")), -1), row(self._one, self._open, -1)),
            framed(self._sittings),
            hint(kit.outside),
            spacing=4,
        )
        full = column(head, framed(self._table), below, spacing=10)
        full.setStretch(1, 2)
        full.setStretch(2, 3)
        self._pages.addWidget(scrolled(self._empty, _("Who steers, who prepares, who proposes")))
        self._pages.addWidget(scrolled(holder(full, "transparent"), _("Instances")))
        self.setLayout(column(self._pages))

    def _wire(self) -> None:
        self._plan.clicked.connect(self._on_plan)
        self._print.clicked.connect(self._on_print)
        self._add_button.clicked.connect(lambda: self._open_menu(self._add_button))
        self._empty.request_start.connect(lambda: self._workspace.act(service.propose_instances))
        self._empty.request_other.connect(lambda _index: self._open_menu(self._empty.button))
        self._one.clicked.connect(self._on_one)
        self._open.clicked.connect(self._on_open)
        self._years.request_value.connect(self._on_year)
        lock(self._workspace, self._add_button, self._empty.button, self._one)
        self._wire_table(service.delete_instances)
        self._table.request_open.connect(lambda _key: self._panel.focus_fields())
        self._sittings.request_open.connect(lambda _key: self._on_open())
        self._sittings.doubleClicked.connect(lambda index: self._on_open() if index.column() == _MEETING else None)

    def menu(self) -> QMenu:
        """Return the kinds of instances one may add."""
        menu = QMenu(self)
        names = {kit.kind: kit.name for kit in kit_instances().instances}
        for code, words in service.kinds():
            name = names.get(code, words)
            menu.addAction(name).triggered.connect(partial(self._add, name, code))
        return menu

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._table.hide_columns(_MONTHS if self.width() < theme().px(_NARROW) else _PLACED)

    # --- acting ------------------------------------------------------------------------------

    def _open_menu(self, button: Any) -> None:
        menu = self.menu()
        menu.exec(button.mapToGlobal(QPoint(0, button.height())))
        menu.deleteLater()

    def _add(self, name: str, kind: str, _checked: bool = False) -> None:
        made = self._workspace.act(service.add_instance, name, kind)
        if made is not None:
            self._table.select(made.id)
            self._panel.focus_fields()

    def _on_plan(self) -> None:
        self._workspace.flush()
        proposed = service.proposed(self._workspace.reader, self._year, self._workspace.today())
        if not proposed:
            self._said.setText(_("No day is left this year: choose the next one."))
            return

        def act(chosen: list[ProposedSitting]) -> bool:
            return self._workspace.attempted(service.plan, chosen)

        run(PlanYear(self._year, proposed, act, self), self._workspace)

    def _on_print(self) -> None:
        year = Scope(since=date(self._year, 1, 1), until=date(self._year, 12, 31))
        self._workspace.request_scoped.emit("instances", year)

    def _on_one(self) -> None:
        if self._chosen is not None:
            made = self._workspace.act(service.add_sitting, self._chosen)
            if made is not None:
                self._sittings.select(made.id)

    def _on_open(self) -> None:
        chosen = self._sittings.current_row()
        if chosen is not None:
            self._workspace.request_tab.emit("meetings", chosen.id)

    def _on_year(self, year: int) -> None:
        self._workspace.flush()
        self._year = year
        self.refresh(frozenset())

    def _show_years(self, years: list[int]) -> None:
        known = [self._years.itemData(index) for index in range(self._years.count())]
        if known != years:
            self._years.blockSignals(True)
            self._years.clear()
            for year in years:
                self._years.addItem(str(year), year)
            self._years.blockSignals(False)
        self._years.show_typed(self._year)

    def _show_chosen(self) -> None:
        view = next((one for one in self._views if one.id == self._chosen), None)
        if view is None:
            self._chosen = None
        self._panel.show_instance(view)
        self._one.setEnabled(view is not None and not self._workspace.read_only)


#: The column of the meetings' names.
_MEETING = 2


def _summary(views: list[InstanceView]) -> str:
    """Return « 4 instances, 12 réunions sur 12 au calendrier, 3 tenues »."""
    wanted = sum(view.instance.per_year for view in views)
    missing, held = sum(view.missing for view in views), sum(view.held for view in views)
    words = [
        ngettext("{count} instance", "{count} instances", len(views)).format(count=len(views)),
        ngettext("{count} meeting held", "{count} meetings held", held).format(count=held),
        ngettext("{count} of {total} to be put in the calendar", "{count} of {total} to be put in the calendar", missing)
        .format(count=missing, total=wanted) if missing else _("the whole year is in the calendar"),
    ]  # fmt: skip
    return ", ".join(words)

"""The missions of a sheet in two columns: keep, reword, add, move, bring back."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from msp_desktop.domain.missions import MissionGroup, MissionView
from msp_desktop.ui.missions.mission_row import MissionRow
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column
from msp_desktop.ui.widgets.tab_order import set_tab_order
from msp_desktop.ui.workspace import Workspace

#: Above this text size the themes stand in one column.
_ONE_COLUMN = 1.4


class Missions(QWidget):
    """Show the missions by theme."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._groups: dict[str, _Group] = {}
        self._columns = 2 if theme().scale < _ONE_COLUMN else 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        for index in range(self._columns):
            self._grid.setColumnStretch(index, 1)

    def show_groups(self, groups: tuple[MissionGroup, ...]) -> None:
        """Show the missions by theme; those already shown stay the widgets they are."""
        wanted = {group.code: group for group in groups}
        if list(wanted) != list(self._groups):
            self._lay_out(list(wanted))
        for code, group in wanted.items():
            self._groups[code].show_group(group)

    def _lay_out(self, codes: list[str]) -> None:
        for code in [code for code in self._groups if code not in codes]:
            gone = self._groups.pop(code)
            gone.hide()
            gone.deleteLater()
        self._groups = {code: self._groups.get(code) or _Group(self._workspace, self) for code in codes}
        for index, group in enumerate(self._groups.values()):
            self._grid.addWidget(group, index // self._columns, index % self._columns)
            group.show()
        set_tab_order(self)


class _Group(QWidget):
    """The missions of one theme."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = Label("", bold=True, tone="accent")
        self._rows: KeyedRows[MissionView, MissionRow] = KeyedRows(
            lambda mission: mission.id,
            lambda mission: MissionRow(workspace, self._rows),
            lambda shown, mission: shown.show_mission(mission),
        )
        self.setLayout(column(self._heading, self._rows, -1, spacing=2))

    def show_group(self, group: MissionGroup) -> None:
        """Show a theme."""
        self._heading.setText(group.title)
        self._rows.show_values(group.missions)

"""The missions of the sheet in two columns: keep, reword, add, move, bring back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from msp_desktop.domain.referent_views import MissionView, ReferentSheet
from msp_desktop.i18n import _
from msp_desktop.services import referent as service
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import SMALL, Label
from msp_desktop.ui.widgets.layouts import clear
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.workspace import Workspace


class Missions(QWidget):
    """Show the missions by theme; a click on the words rewords them."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        self._shown: object = None

    def show_sheet(self, sheet: ReferentSheet) -> None:
        """Show the missions; nothing is drawn again while they are the same."""
        if self._shown == (sheet.groups, theme().scale):
            return
        self._shown = (sheet.groups, theme().scale)
        clear(self._grid)
        columns = 2 if theme().scale < 1.4 else 1
        for index, group in enumerate(sheet.groups):
            box = QVBoxLayout()
            box.setSpacing(2)
            heading = Label(group.title, bold=True, tone="accent")
            box.addWidget(heading)
            for mission in group.missions:
                box.addWidget(_Line(self._workspace, mission))
            box.addStretch(1)
            holder = QWidget()
            holder.setLayout(box)
            self._grid.addWidget(holder, index // columns, index % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)


class _Line(QWidget):
    """One mission: a box, its words, a menu."""

    def __init__(self, workspace: Workspace, mission: MissionView) -> None:
        super().__init__()
        self._workspace = workspace
        self._mission = mission
        self._box = QCheckBox()
        self._box.setChecked(mission.kept)
        self._box.setAccessibleName(mission.text)
        self._box.setFixedWidth(theme().px(22))
        self._box.toggled.connect(lambda on: workspace.attempt(service.keep_mission, mission.id, on))
        self._words = Label(mission.text, wrap=True, tone="" if mission.kept else "soft")
        self._line = LineField(_("Words of the mission"))
        self._line.show_value(mission.text)
        self._line.request_write.connect(lambda text: workspace.attempt(service.reword_mission, mission.id, text))
        self._line.hide()
        more = QPushButton("…")
        more.setProperty("link", True)
        more.setFixedWidth(theme().px(26))
        more.setAccessibleName(_("More about: {mission}").format(mission=mission.text))
        more.clicked.connect(lambda: self._menu(more))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self._line, 1)
        if mission.reworded:
            row.addWidget(Label(_("reworded"), factor=SMALL, tone="soft"))
        row.addWidget(more)

    def _menu(self, button: QPushButton) -> None:
        mission, workspace = self._mission, self._workspace
        menu = QMenu(self)
        menu.addAction(_("Reword")).triggered.connect(self._edit)
        if mission.reworded:
            menu.addAction(_("Bring the method's words back")).triggered.connect(
                lambda: workspace.attempt(service.reword_mission, mission.id, "")
            )
        menu.addAction(_("Move up")).triggered.connect(lambda: workspace.attempt(service.move_mission, mission.id, -1))
        menu.addAction(_("Move down")).triggered.connect(lambda: workspace.attempt(service.move_mission, mission.id, 1))
        if mission.own:
            menu.addAction(_("Delete")).triggered.connect(lambda: workspace.attempt(service.delete_mission, mission.id))
        menu.exec(button.mapToGlobal(QPoint(0, button.height())))

    def _edit(self) -> None:
        self._words.hide()
        self._line.show()
        self._line.setFocus()
        self._line.selectAll()

"""What each of the three parties prepares before the meeting."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.meetings import Party, Preparation
from msp_desktop.i18n import _
from msp_desktop.services import meetings as service
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import clear
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace


class PreparationForm(QWidget):
    """Three lists to tick."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: object = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)

    def show_preparations(self, meeting_id: int, rows: tuple[Preparation, ...]) -> None:
        """Show the lists of a meeting."""
        if self._shown == (meeting_id, rows):
            return
        self._shown = (meeting_id, rows)
        clear(self._box)
        names = {
            Party.FEDERATION: _("The federation"),
            Party.MUNICIPAL_TEAM: _("The municipal team"),
            Party.PROJECT_LEAD: _("Who carries a project, if any"),
        }
        for party, name in names.items():
            self._box.addWidget(Label(name, bold=True, tone="accent"))
            for row in (entry for entry in rows if entry.party is party):
                tick = Tick(row.text, row.done)
                tick.ticked.connect(lambda on, key=row.id: self._workspace.attempt(service.tick_preparation, key, on))
                self._box.addWidget(tick)
            line = LineField(name, _("Add something to prepare, then Enter"))
            line.returnPressed.connect(
                lambda p=party, w=line: (
                    w.text().strip() and self._workspace.attempt(service.add_preparation, meeting_id, p, w.text())
                )
            )
            self._box.addWidget(line)
            self._box.addSpacing(6)

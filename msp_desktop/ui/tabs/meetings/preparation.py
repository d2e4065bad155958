"""What each party prepares before the meeting."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.meetings import Party, Preparation
from msp_desktop.i18n import _
from msp_desktop.services import meetings as service
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import Label, hint
from msp_desktop.ui.widgets.layouts import column
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace


def party_words() -> dict[Party, str]:
    """Return who prepares a meeting: a heading a party."""
    return {
        Party.FEDERATION: _("The federation"),
        Party.MUNICIPAL_TEAM: _("The municipal team"),
        Party.PROJECT_LEAD: _("Who carries a project, if any"),
        Party.COORDINATION: _("The coordination"),
        Party.HEALTH_AGENCY: _("The departmental delegation of the ARS"),
        Party.LEADS: _("Those who lead the actions"),
    }


class PreparationForm(QWidget):
    """One list to tick for each party that prepares this meeting."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists = {party: _PartyList(workspace, party, name) for party, name in party_words().items()}
        told = hint(_("What the application proposes here is not in the kit."))
        self.setLayout(column(told, *self._lists.values(), spacing=8))

    def show_preparations(self, meeting_id: int, rows: tuple[Preparation, ...]) -> None:
        """Show the lists of a meeting."""
        asked = {row.party for row in rows}
        for party, shown in self._lists.items():
            shown.setVisible(party in asked)
            shown.show_rows(meeting_id, [row for row in rows if row.party is party])


class _PartyList(QWidget):
    """What one party prepares."""

    def __init__(self, workspace: Workspace, party: Party, name: str) -> None:
        super().__init__()
        self._workspace, self._party = workspace, party
        self._rows: KeyedRows[Preparation, Tick] = KeyedRows(
            lambda row: row.id, self._make, lambda tick, row: tick.show_state(row.text, row.done), spacing=2
        )
        adding = _("{party}: add something to prepare").format(party=name)
        self._new = AddLine(adding, _("Add something to prepare, then Enter"), workspace.drafts, self._add)
        self.setLayout(column(Label(name, bold=True, tone="accent"), self._rows, self._new, spacing=2))

    def show_rows(self, meeting_id: int, rows: list[Preparation]) -> None:
        """Show what the party prepares for a meeting."""
        self._new.show_owner(meeting_id)
        self._rows.show_values(rows)

    def _make(self, row: Preparation) -> Tick:
        tick = Tick(row.text, row.done)
        tick.shows(Preparation, row.id, "text", "party")
        lock(self._workspace, tick)
        tick.ticked.connect(lambda on: self._workspace.attempt(service.tick_preparation, row.id, on))
        return tick

    def _add(self, meeting_id: int, words: str) -> object:
        return self._workspace.attempt(service.add_preparation, meeting_id, self._party, words)

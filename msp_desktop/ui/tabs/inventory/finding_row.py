"""What a row of the grid of findings says: the theme, the question, the finding or its proposal, the state."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.domain.inventory_views import FindingState, FindingView
from msp_desktop.i18n import N_, _

THEME, QUESTION, FINDING, STATE = range(4)

#: The icon, its colour, the word and the reason for it, by state.
_STATES = {
    FindingState.EMPTY: ("todo", "ink2", N_("to write"), N_("Nothing is written yet.")),
    FindingState.PROPOSED: ("pencil", "accent", N_("to read over"), N_("A proposal waits to be read over.")),
    FindingState.READ: ("done", "done", N_("read over"), N_("The proposal was read over and taken.")),
    FindingState.WRITTEN: ("done", "done", N_("written"), N_("Written in your own words.")),
}


class FindingRow(Struct, frozen=True):
    """A row as it is shown; `titled` is the first of its theme, the only one that shows the theme's name."""

    finding: FindingView
    theme: str
    titled: bool

    def shown(self, column: int) -> str:
        """Return what is read in a cell."""
        return self.theme * self.titled if column == THEME else self.told(column)

    def told(self, column: int) -> str:
        """Return what a cell says to those who do not see it: the theme in each row."""
        finding = self.finding
        if column == THEME:
            return self.theme
        if column == QUESTION:
            return finding.question
        if column == STATE:
            return _(_STATES[finding.state][2])
        if finding.state is FindingState.PROPOSED:
            return _("A proposal is ready: « {text} »").format(text=finding.draft)
        return finding.answer

    def tone(self, column: int) -> str:
        """Return the colour of a cell's words."""
        if column == THEME or (column == FINDING and self.finding.state is FindingState.PROPOSED):
            return "accent"
        return _STATES[self.finding.state][1] if column == STATE else "ink"

    def glyph(self) -> tuple[str, str]:
        """Return the icon of the state and its colour."""
        return _STATES[self.finding.state][:2]

    def why(self) -> str:
        """Return what the state means, in a sentence."""
        return _(_STATES[self.finding.state][3])

"""The meetings, those to come first: title, day in words, state."""

from __future__ import annotations

from collections.abc import Sequence

from msp_desktop.domain.agenda import MeetingLine
from msp_desktop.domain.meetings import MeetingState
from msp_desktop.formats.dates import day_date
from msp_desktop.i18n import _, language
from msp_desktop.ui.widgets.list_rows import ListRow, RowList, Words


def line_words(line: MeetingLine) -> tuple[str, str, str]:
    """Return when a meeting is and how far: words, colour token, icon."""
    when = day_date(line.held_on, language()) if line.held_on else _("date to be set")
    if line.state is MeetingState.HELD:
        return _("{day}, held").format(day=when), "done", "done"
    if line.state is MeetingState.CANCELLED:
        return _("{day}, cancelled").format(day=when), "ink2", "dropped"
    if line.held_on is None:
        return when, "ink2", "todo"
    return _("{day}, to prepare").format(day=when), "accent", "clock"


class MeetingList(RowList):
    """Emit `chosen(id)`."""

    def __init__(self) -> None:
        super().__init__(_("Meetings"))

    def show_lines(self, lines: Sequence[MeetingLine]) -> None:
        """Show the meetings."""
        self.show_rows([_row(line) for line in lines])


def _row(line: MeetingLine) -> ListRow:
    words, token, glyph = line_words(line)
    return ListRow(line.id, line.title, 54, f"{line.title}, {words}", second=Words(words, token, glyph))

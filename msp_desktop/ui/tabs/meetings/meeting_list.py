"""The meetings, those to come first: title, day in words, state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msp_desktop.domain.agenda import MeetingLine
from msp_desktop.domain.meetings import MeetingState
from msp_desktop.formats.dates import day_date
from msp_desktop.i18n import _, language
from msp_desktop.ui.widgets.list_rows import ListRow, RowList, Words


def line_words(line: MeetingLine, today: date) -> tuple[str, str, str]:
    """Return when a meeting is and how far: words, colour token, icon; one that is past waits to be said held."""
    when = day_date(line.held_on, language()) if line.held_on else _("date to be set")
    if line.state is MeetingState.HELD:
        return _("{day}, held").format(day=when), "done", "done"
    if line.state is MeetingState.CANCELLED:
        return _("{day}, cancelled").format(day=when), "ink2", "dropped"
    if line.held_on is None:
        return when, "ink2", "todo"
    if line.held_on < today:
        return _("{day}, past: was it held?").format(day=when), "late", "late"
    return _("{day}, to prepare").format(day=when), "accent", "clock"


class MeetingList(RowList):
    """Emit `chosen(id)`."""

    def __init__(self) -> None:
        super().__init__(_("Meetings"))

    def show_lines(self, lines: Sequence[MeetingLine], today: date) -> None:
        """Show the meetings."""
        self.show_rows([_row(line, today) for line in lines])


def _row(line: MeetingLine, today: date) -> ListRow:
    words, token, glyph = line_words(line, today)
    return ListRow(line.id, line.title, 54, f"{line.title}, {words}", second=Words(words, token, glyph))

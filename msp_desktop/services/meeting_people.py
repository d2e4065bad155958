"""How many people were at a meeting."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import Attendance, Meeting


def present_at(reader: Reader, meeting: Meeting) -> int:
    """Return how many were there: the number noted, else the guests ticked; 0 where nobody counted."""
    ticked = sum(row.present is Tri.YES for row in reader.all(Attendance, meeting_id=meeting.id))
    return max(meeting.present_count or 0, ticked)

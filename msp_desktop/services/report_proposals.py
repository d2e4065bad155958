"""What a progress report proposes at its end, to whom it is for."""

from __future__ import annotations

from datetime import timedelta

from msp_desktop.db.reader import Reader
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.schedule import LAST_DAY, Timeline
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.french.case import uncapital
from msp_desktop.formats.french.gatherings import meeting_words
from msp_desktop.formats.french.people import agreed
from msp_desktop.formats.numbers import listed
from msp_desktop.formats.text import one_line
from msp_desktop.method.report import ReportAudience
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.services.report_who import Discretion
from msp_desktop.services.small_forms import chosen_helps, meeting_place


def proposals(
    reader: Reader, view: Timeline, audience: ReportAudience, kept: Discretion, *, late: bool, watches: int
) -> tuple[str, ...]:
    """Return the lines to tick that the dossier has something for, and that name no professional."""
    there: dict[str, list[dict[str, str]]] = {"": [{}], "late": [{}] * late, "watch": [{}] * (watches > 0)}
    end = view.day_zero + timedelta(LAST_DAY)
    there["running" if view.today <= end else "over"] = [{"fin": long_date(end)}]
    place = one_line(meeting_place(reader).place).strip(" .,;")
    if place and not kept.named(place):
        there["place"] = [{"lieu": uncapital(place)}]
    meeting = next(
        (
            row
            for row in reader.all(Meeting, order="held_on, id", state=MeetingState.PLANNED)
            if row.held_on is not None and row.held_on >= view.today
        ),
        None,
    )
    if meeting is not None and meeting.held_on is not None:
        words = meeting_words("" if kept.named(meeting.title) else one_line(meeting.title))
        there["meeting"] = [{"la_reunion": words["la_reunion"], "jour_reunion": long_date(meeting.held_on)}]
    chosen = chosen_helps(reader)
    helps = [uncapital(one.title) for one in kit_timeline().federation_helps if one.code in chosen]
    there["help"] = [{"aides": listed(helps)}] if helps else []
    return tuple(
        agreed(line.text, watches > 1).format(**words) for line in audience.lines for words in there.get(line.when, [])
    )

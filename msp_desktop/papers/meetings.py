"""The papers of a meeting."""

from __future__ import annotations

from datetime import date
from typing import Any

from msp_desktop.db.reader import Reader
from msp_desktop.domain.agenda import MeetingView
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting, MeetingState, NextStep
from msp_desktop.formats.french.models import filled
from msp_desktop.i18n import _
from msp_desktop.method.meetings import FIRST_MEETING, kit_meetings
from msp_desktop.papers.embedded import embedded
from msp_desktop.papers.invitations import about_invitations, make_invitations, nobody_to_write_to
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.meetings import following_meeting, meeting_view
from msp_desktop.services.privacy import attendance_notice


def _values(reader: Reader, context: Context, *parts: type[Any]) -> tuple[Letterhead, MeetingView]:
    """Return the letterhead and the meeting with the parts that the paper shows, so that no other makes it out of date."""
    assert context.meeting_id is not None
    return letterhead(reader), meeting_view(reader, context.meeting_id, context.person_id, parts)


def _dated(reader: Reader, context: Context) -> date:
    meeting = reader.find(Meeting, id=context.meeting_id)
    return meeting.held_on if meeting and meeting.held_on else context.today


def _without_items(reader: Reader, context: Context) -> str | None:
    if _values(reader, context, AgendaItem)[1].items:
        return None
    return _("This agenda has no point yet: add one first.")


def _not_held(reader: Reader, context: Context) -> str | None:
    view = _values(reader, context, AgendaItem, NextStep)[1]
    noted = view.meeting.summary.strip() or view.next_steps or any(item.item.discussion.strip() for item in view.items)
    if view.meeting.state is MeetingState.HELD or noted:
        return None
    return _("The minutes are written once the meeting is held, or once something is noted under its points.")


def _agenda(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.agenda import write_agenda

    return _made(write_agenda(path, *_values(reader, context, AgendaItem), context.now))


def _brief(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.mayor_brief import Postures, write_mayor_brief

    kit, (head, view) = kit_meetings(), _values(reader, context, AgendaItem, Attendance)
    # The kit gives them for the first meeting with the professionals only.
    postures = Postures()
    if view.meeting.kind == FIRST_MEETING:
        postures = Postures(
            kit.to_do, kit.to_avoid, kit.federation_posture, kit.to_know, kit.remember, filled(kit.mayor, head.words())
        )
    return _made(write_mayor_brief(path, head, view, context.now, postures))


def _attendance(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.attendance import write_attendance

    head, view = _values(reader, context, AgendaItem, Attendance)
    return _made(write_attendance(path, head, view, context.now, attendance_notice(reader)))


def _minutes(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.minutes import write_minutes

    head, view = _values(reader, context, AgendaItem, Attendance, NextStep)
    kind = kit_meetings().kind(view.meeting.kind)
    return _made(
        write_minutes(
            path,
            head,
            view,
            context.now,
            summary_title=kind.summary_title,
            next_steps_title=kind.next_steps_title,
            following=following_meeting(reader, view.meeting),
            carried=embedded(reader, context, path),
        )
    )


def _made(result: Any) -> Made:
    return Made(result.pages, result.replaced_glyphs, result.sha256)


_OF_A_MEETING: dict[str, Any] = {"tab": "meetings", "dated": _dated, "per_meeting": True}

PAPERS = (
    Paper("agenda", "Ordre du jour", "ordre-du-jour", editable=True, make=_agenda, missing=_without_items, **_OF_A_MEETING),
    Paper("invitations", "Lettres d’invitation", "invitations", editable=True, make=make_invitations, missing=nobody_to_write_to,
          remarks=about_invitations, keeps_date=True, names_people=True, **_OF_A_MEETING),
    Paper("attendance", "Feuille d’émargement", "emargement", make=_attendance, names_people=True, **_OF_A_MEETING),
    Paper("mayor-brief", "Déroulé du maire", "deroule-du-maire", make=_brief, missing=_without_items,
          names_people=True, **_OF_A_MEETING),
    Paper("minutes", "Compte rendu", "compte-rendu", editable=True, make=_minutes, missing=_not_held, names_people=True,
          carries=True, **_OF_A_MEETING),
)  # fmt: skip

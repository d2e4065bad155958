"""What goes into diaries now: what there is, numbered, and what a former file put there and is gone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from msgspec.structs import replace

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.calendar_events import CalendarEvent, DiaryEntry
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.meetings import Meeting
from msp_desktop.errors import UserError
from msp_desktop.formats.text import slug
from msp_desktop.i18n import _
from msp_desktop.services.calendar_events import all_events, is_meeting, meeting_event, organiser, uid_of_meeting

#: Sequence numbers count minutes from here: a file written on another computer, or from a safe copy that does not
#: remember the last one, is later all the same.
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


def whole_diary(reader: Reader, now: datetime) -> tuple[CalendarEvent, ...]:
    """Return every date of the dossier, and withdrawn what former files put in diaries and has no date any more."""
    known = {entry.uid: entry for entry in reader.all(DiaryEntry, order="begins, id")}
    found = all_events(reader, now.date(), known)
    present = {event.uid for event in found}
    gone = tuple(_withdrawn(reader, entry) for entry in known.values() if entry.uid not in present)
    return tuple(_numbered(event, known.get(event.uid), now) for event in (*found, *gone))


def meetings_diary(reader: Reader, meeting_ids: Sequence[int], now: datetime) -> tuple[CalendarEvent, ...]:
    """Return these meetings; one that has lost its date is withdrawn where a file holds it, else UserError."""
    found = []
    for meeting_id in meeting_ids:
        meeting = reader.one(Meeting, meeting_id)
        entry = reader.find(DiaryEntry, uid=uid_of_meeting(meeting))
        lost = meeting.held_on is None and entry is not None
        event = _withdrawn(reader, entry) if lost and entry is not None else meeting_event(reader, meeting_id)
        found.append(_numbered(event, entry, now))
    return tuple(found)


def file_of_meeting(meeting: Meeting, begins: date) -> str:
    """Return what the file of a meeting's date is called: « 2026-05-12_premiere-rencontre.ics »."""
    return f"{begins:%Y-%m-%d}_{slug(meeting.title)}.ics"


def note_diary(store: Store, events: Sequence[CalendarEvent]) -> None:
    """Remember what was written for diaries; a dossier that is only read, or that the disk refuses, remembers nothing."""
    if store.read_only or not events:
        return
    try:
        with store.write(_("Dates written for a diary"), undoable=False) as transaction:
            known = {entry.uid: entry.id for entry in transaction.all(DiaryEntry)}
            for event in events:
                values = {
                    "sequence": event.sequence,
                    "title": event.title,
                    "begins": _moment(event.begins),
                    "zone": event.zone,
                    "minutes": event.minutes,
                }
                if event.uid in known:
                    transaction.update(known[event.uid], Change(DiaryEntry, **values))
                else:
                    transaction.insert(DiaryEntry(uid=event.uid, **values))  # type: ignore[arg-type]
    except UserError:
        return  # the file is there, and whole: what refuses the note (a full disk, say) will say so at the next word


def _withdrawn(reader: Reader, entry: DiaryEntry) -> CalendarEvent:
    commune = reader.one(Commune, 1)
    return CalendarEvent(
        uid=entry.uid,
        title=entry.title,
        begins=entry.begins if entry.minutes else entry.begins.date(),
        zone=entry.zone,
        minutes=entry.minutes,
        # As it was announced: what a meeting's organiser announced only they may cancel (RFC 5546, 3.2.1).
        organiser=organiser(commune) if is_meeting(entry.uid) else "",
        organiser_email=commune.email,
        cancelled=True,
    )


def _numbered(event: CalendarEvent, known: DiaryEntry | None, now: datetime) -> CalendarEvent:
    past = _moment(event.begins).date() < now.date()
    alarm = 0 if past else event.alarm_days  # Outlook rings at once for a day that has gone by
    minutes = int((now.astimezone(UTC) - _EPOCH).total_seconds() // 60)
    return replace(event, alarm_days=alarm, sequence=max(0, minutes, known.sequence + 1 if known else 0))


def _moment(begins: datetime | date) -> datetime:
    return begins if isinstance(begins, datetime) else datetime.combine(begins, time())

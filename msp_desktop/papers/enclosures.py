"""What leaves with a document by e-mail: the meeting's agenda, its date for a diary; only where there is any."""

from __future__ import annotations

from pathlib import Path

from msp_desktop import fleet
from msp_desktop.db.faults import explained
from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.files import free_path
from msp_desktop.method.mail import kit_mail
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.export import file_name
from msp_desktop.papers.paper import Context
from msp_desktop.papers.produce import produce, produce_once
from msp_desktop.paths import make_folder


def enclosed(reader: Reader, key: str, context: Context) -> tuple[str, ...]:
    """Return what leaves with the message of this kind: « agenda », « dates »."""
    meeting = reader.find(Meeting, id=context.meeting_id) if context.meeting_id is not None else None
    if meeting is None:
        return ()
    there = {
        "agenda": paper("agenda").missing(reader, context) is None,
        "dates": meeting.held_on is not None
        and meeting.state is MeetingState.PLANNED
        and not fleet.present().forbids("DisableCalendar"),
    }
    return tuple(piece for piece in kit_mail().model_for(key).encloses if there[piece])


def enclosed_names(reader: Reader, key: str, context: Context) -> tuple[str, ...]:
    """Return the names of the files that would leave with the message."""
    own = _of_all(context)
    names = {"agenda": lambda: file_name(reader, paper("agenda"), own), "dates": lambda: _dates_name(reader, own)}
    return tuple(names[piece]() for piece in enclosed(reader, key, own))


def write_enclosures(
    store: Store, key: str, folder: Path, context: Context, *, replace: bool | None = None
) -> tuple[Path, ...]:
    """Write what leaves with the message into a folder and return where; an agenda of today that says the same is taken.

    `replace` says of a file of that name whether it gives way; where it is not said, the dates alone do.
    """
    own, found = _of_all(context), []
    for piece in enclosed(store.reader, key, own):
        if piece == "dates":
            found.append(_write_dates(store, folder, own, replace=replace is not False))
        elif replace:
            found.append(produce(store, "agenda", folder, own, replace=True).path)
        else:
            found.append(produce_once(store, "agenda", folder, own).path)
    return tuple(found)


def _write_dates(store: Store, folder: Path, context: Context, *, replace: bool) -> Path:
    from msp_desktop.exchange.calendar import write_calendar
    from msp_desktop.services.diary import meetings_diary, note_diary

    assert context.meeting_id is not None
    events = meetings_diary(store.reader, (context.meeting_id,), context.now)
    path = folder / _dates_name(store.reader, context)
    with explained():
        make_folder(folder)
    path = path if replace else free_path(path)
    write_calendar(path, events, context.now)
    note_diary(store, events)
    return path


def _dates_name(reader: Reader, context: Context) -> str:
    from msp_desktop.services.diary import file_of_meeting

    assert context.meeting_id is not None
    meeting = reader.one(Meeting, context.meeting_id)
    assert meeting.held_on is not None
    return file_of_meeting(meeting, meeting.held_on)


def _of_all(context: Context) -> Context:
    """Return the context without the guest: what leaves with a letter is the same for all."""
    return Context(context.today, context.now, context.meeting_id)

"""Write documents as files with names that sort, never overwriting silently."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, structs

from msp_desktop.db.faults import explained
from msp_desktop.db.reader import Reader
from msp_desktop.domain.acts import Act
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.people import Person, plain_name
from msp_desktop.errors import UserError
from msp_desktop.files import free_path
from msp_desktop.formats.text import quoted, slug
from msp_desktop.i18n import _
from msp_desktop.papers.catalogue import paper, papers
from msp_desktop.papers.paper import Context, Made, Paper
from msp_desktop.papers.sources import NotingReader
from msp_desktop.paths import make_folder

#: The end of the name of a copy that opens with a password, before « _2 », « _3 »…
PROTECTED = "_protege"
_PROTECTED_NAME = re.compile(rf".+{PROTECTED}(_\d+)?")


class Exported(Struct, frozen=True):
    """A document written: where, and what it is.

    `sources` tells what was read to make it (see `papers.sources`); `document_id` is its note in the dossier, where
    there is one. `sha256` is that of the bytes written: reading them back may be refused for a moment (antivirus).
    """

    path: Path
    key: str
    title: str
    pages: int
    replaced_glyphs: int
    meeting_id: int | None = None
    document_id: int | None = None
    sources: str = ""
    sha256: str = ""
    person_id: int | None = None


def file_name(reader: Reader, document: Paper, context: Context, suffix: str = ".pdf") -> str:
    """Return « 2026-04-21_ordre-du-jour_saint-exemple.pdf »: the meeting's date for its papers, else today's.

    The letter of one guest bears their name too, and so does the act of one person, under the name of what it is.
    """
    commune = reader.one(Commune, 1)
    act = act_of(reader, document, context)
    person_id = context.scope.person_id if document.of_person else context.person_id
    person = reader.find(Person, id=person_id) if person_id is not None else None
    guest = f"_{slug(plain_name(person))}" if person else ""
    middle = act.slug if act else document.slug
    return f"{document.dated(reader, context).isoformat()}_{middle}_{slug(commune.name)}{guest}{suffix}"


def act_of(reader: Reader, document: Paper, context: Context) -> Act | None:
    """Return the act that a context names, None for a document that is none."""
    acts = document.acts(reader) if document.acts is not None else ()
    return next((act for act in acts if act.person_id == context.person_id), None)


def files_of(reader: Reader, document: Paper, context: Context) -> list[Context]:
    """Return the contexts in which a document is made, a file each: one, or one a person for what is an act each."""
    if document.acts is None or context.person_id is not None:
        return [context]
    acts = document.acts(reader)
    return [structs.replace(context, person_id=act.person_id) for act in acts] or [context]


def is_protected(path: Path) -> bool:
    """Tell whether a document written here opens with a password only, by the name it was given."""
    return _PROTECTED_NAME.fullmatch(path.stem) is not None


def export(
    reader: Reader,
    key: str,
    folder: Path,
    context: Context,
    *,
    replace: bool = False,
    suffix: str = ".pdf",
    password: str = "",
) -> Exported:
    """Write one document into a folder and tell where; UserError where it has nothing to say yet.

    Of acts, it is that of the person in the context, else the first. An existing file is kept and the new one gets « _2 », unless `replace`. With « .docx » as suffix, the
    same words in a Word file. With a password, a PDF that opens with it only: nothing unencrypted reaches the disk.
    """
    document = paper(key)
    if document.per_meeting and context.meeting_id is None:
        raise UserError(_("There is no meeting yet: add one first, in « Meetings »."))
    sentence = document.missing(reader, context)
    if sentence:
        raise UserError(sentence)
    context = files_of(reader, document, context)[0]
    with explained():
        make_folder(folder)
    path = folder / file_name(reader, document, context, f"{PROTECTED}{suffix}" if password else suffix)
    if not replace:
        path = free_path(path)
    act = act_of(reader, document, context)
    noting = NotingReader(reader)
    made = _made(document, noting, context, path, password)
    title = act.title if act else document.title
    if password:
        title = _("{title} (protected copy)").format(title=title)
    return Exported(
        path,
        key,
        title,
        made.pages,
        made.replaced_glyphs,
        context.meeting_id,
        sources=noting.sources(context.scope if document.scoped else None),
        sha256=made.sha256,
        person_id=context.person_id,
    )


def _made(document: Paper, reader: Reader, context: Context, path: Path, password: str) -> Made:
    if not password:
        return document.make(reader, context, path)
    from msp_desktop.documents.protected import write_protected

    plain = io.BytesIO()
    made = document.make(reader, context, plain)
    return structs.replace(made, sha256=write_protected(path, plain.getvalue(), password))


def due(reader: Reader, context: Context, meetings: Sequence[int]) -> list[tuple[Paper, Context]]:
    """Return every document that has something to say: a meeting's papers once a meeting given, acts once a person."""
    found = []
    for document in papers():
        ids: Sequence[int | None] = meetings if document.per_meeting else [None]
        for meeting_id in ids:
            own = Context(context.today, context.now, meeting_id, scope=context.scope, leaves=context.leaves)
            if document.missing(reader, own) is None:
                found += [(document, each) for each in files_of(reader, document, own)]
    return found


def chosen_meetings(reader: Reader, choice: str, context: Context) -> list[int]:
    """Return the meetings meant by « next », « all » or an id.

    « next » is the next planned one, else the last held, else the last one. UserError for an unknown id.
    """
    meetings = reader.all(Meeting, order="held_on IS NULL, held_on, id")
    if choice == "all":
        return [meeting.id for meeting in meetings]
    if choice != "next":
        chosen = [meeting.id for meeting in meetings if str(meeting.id) == choice]
        if not chosen:
            raise UserError(_("There is no meeting « {choice} » in this dossier.").format(choice=quoted(choice)))
        return chosen
    live = [meeting for meeting in meetings if meeting.state is not MeetingState.CANCELLED]
    coming = [
        meeting
        for meeting in live
        if meeting.state is MeetingState.PLANNED and (meeting.held_on is None or meeting.held_on >= context.today)
    ]
    held = [meeting for meeting in live if meeting.state is MeetingState.HELD]
    for group, index in ((coming, 0), (held, -1), (live, -1)):
        if group:
            return [group[index].id]
    return []

"""Write a document and note it in the dossier, with what it was made from."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import structs

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.carried.leaves import Leaves, noted_of
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person, display_name
from msp_desktop.domain.scope import Scope
from msp_desktop.errors import UserError
from msp_desktop.formats.dates import long_date, period_words
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.embedded import carries_the_same
from msp_desktop.papers.export import Exported, act_of, due, export, files_of, is_protected
from msp_desktop.papers.paper import Context
from msp_desktop.papers.sources import digest, scope_of
from msp_desktop.services.produced import note_document
from msp_desktop.services.report_periods import beginning


def produce(
    store: Store,
    key: str,
    folder: Path,
    context: Context,
    *,
    replace: bool = False,
    suffix: str = ".pdf",
    password: str = "",
) -> Exported:
    """Write one document into a folder and note it, without its password; a dossier that is only read, or that the disk refuses
    to change, notes nothing.

    UserError where the document has nothing to say yet, or the file cannot be written.
    """
    context = files_of(store.reader, paper(key), _own(key, context))[0]
    made = export(store.reader, key, folder, context, replace=replace, suffix=suffix, password=password)
    if store.read_only:
        return made
    produced = ProducedDocument(
        key=key,
        title=made.title,
        about=about(store.reader, context, key if paper(key).scoped else ""),
        path=str(made.path.absolute()),
        made_at=context.now.replace(microsecond=0),
        meeting_uid=_meeting_uid(store.reader, context),
        person_id=context.person_id or 0,
        sources=made.sources,
        digest=digest(store.reader, made.sources) or "",
        file_digest=made.sha256,
    )
    try:
        return structs.replace(made, document_id=note_document(store, produced).id)
    except UserError:
        return made  # it is there, and whole: what refuses the note (a full disk, say) will say so at the next word


def produce_each(
    store: Store,
    key: str,
    folder: Path,
    context: Context,
    *,
    replace: bool = False,
    suffix: str = ".pdf",
    password: str = "",
) -> list[Exported]:
    """Write a document as `produce` does, in as many files as it has acts: one legal act a file."""
    return [
        produce(store, key, folder, own, replace=replace, suffix=suffix, password=password)
        for own in files_of(store.reader, paper(key), context)
    ]


def produce_once(store: Store, key: str, folder: Path, context: Context, *, suffix: str = ".pdf") -> Exported:
    """Return the document written today from the same data where its file is intact, else write it.

    A PDF damaged or replaced since is written anew; a Word copy is there to be changed, and is opened as it is.
    """
    context = files_of(store.reader, paper(key), _own(key, context))[0]
    known = store.reader.all(
        ProducedDocument,
        order="id DESC",
        key=key,
        meeting_uid=_meeting_uid(store.reader, context),
        person_id=context.person_id or 0,
    )
    for document in known:
        path = Path(document.path)
        if (
            path.suffix == suffix
            and not is_protected(path)
            and path.parent == folder.absolute()
            and document.made_at.date() == context.today
            and (is_as_written(document) or (suffix != ".pdf" and os.path.isfile(path)))
            and scope_of(document.sources) == context.scope
            and _holds(store.reader, document)
            and carries_the_same(store.reader, paper(key), document.sources, context, suffix)
        ):
            return Exported(path, key, document.title, 0, 0, context.meeting_id, document.id)
    return produce(store, key, folder, context, suffix=suffix)


def produce_all(
    store: Store, folder: Path, context: Context, meetings: Sequence[int], *, replace: bool = False, password: str = ""
) -> list[Exported]:
    """Write every document that has something to say; a meeting's papers once for each meeting given."""
    return [
        produce(store, document.key, folder, own, replace=replace, password=password)
        for document, own in due(store.reader, context, meetings)
    ]


def about(reader: Reader, context: Context, scoped: str = "") -> str:
    """Return in French what a document is made from: the meeting and its date, the guest, the dossier and the period.

    `scoped` is the key of a document about a period.
    """
    meeting = reader.find(Meeting, id=context.meeting_id) if context.meeting_id is not None else None
    person_id = context.scope.person_id if scoped else context.person_id
    person = reader.find(Person, id=person_id) if person_id is not None else None
    who = f" – {display_name(person)}" if person else ""
    if meeting is None:
        return f"le dossier de la commune{who}{_period(reader, context, scoped) if scoped else ''}"
    day = f", {long_date(meeting.held_on)}" if meeting.held_on else ""
    return f"{meeting.title}{day}{who}"


def changed_since(reader: Reader, documents: Sequence[ProducedDocument]) -> frozenset[int]:
    """Return the ids of the documents whose content has changed in the dossier since they were written.

    A document of which that cannot be told (see `sources.digest`) is not among them.
    """
    # The documents of one kind mostly ask the same questions: each is asked once.
    today = {sources: digest(reader, sources) for sources in {document.sources for document in documents} if sources}
    return frozenset(
        document.id for document in documents if today.get(document.sources) not in (None, document.digest)
    )


def is_as_written(document: ProducedDocument) -> bool:
    """Tell whether a document's file is there, byte for byte as it was written."""
    try:
        return _file_digest(Path(document.path)) == document.file_digest
    except OSError:
        return False


def has_changed(reader: Reader, document: ProducedDocument) -> bool:
    """Tell whether what a document was read from has changed since it was written."""
    return bool(changed_since(reader, [document]))


def context_again(reader: Reader, document: ProducedDocument, context: Context) -> Context | None:
    """Return the context in which to make a document again today; None where its meeting or guest is gone.

    A letter that would say the same is made as of the day it was made: whoever has it must not get it with another date.
    """
    if paper(document.key).keeps_date and _holds(reader, document):
        context = structs.replace(context, today=document.made_at.date())
    if not paper(document.key).per_meeting:
        scope = scope_of(document.sources)
        again = Context(
            context.today, context.now, person_id=document.person_id or None, scope=scope, leaves=_let_out(document)
        )
        if document.person_id and act_of(reader, paper(document.key), again) is None:
            return None
        return _own(document.key, again)
    meeting = reader.find(Meeting, uid=document.meeting_uid)
    if meeting is None or (document.person_id and reader.find(Person, id=document.person_id) is None):
        return None
    return Context(context.today, context.now, meeting.id, document.person_id or None, leaves=_let_out(document))


def _let_out(document: ProducedDocument) -> Leaves:
    """Return what was let out with a document, which is let out again with the next one."""
    carried = noted_of(document.sources)
    return carried.leaves if carried else Leaves()


def _holds(reader: Reader, document: ProducedDocument) -> bool:
    """Tell whether a document is known to show what the dossier says today."""
    return bool(document.sources) and digest(reader, document.sources) == document.digest


def _file_digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _own(key: str, context: Context) -> Context:
    """Return the context without the meeting and the guest for a document that is about neither."""
    document = paper(key)
    if document.per_meeting:
        return context
    scope = context.scope if document.scoped else Scope()
    person_id = context.person_id if document.acts is not None else None
    return Context(context.today, context.now, person_id=person_id, scope=scope, leaves=context.leaves)


def _period(reader: Reader, context: Context, key: str) -> str:
    """Return « , du dimanche 22 mars au mardi 28 avril 2026 »."""
    begin = context.scope.since or beginning(reader, key)
    return f", {period_words(begin, context.scope.until or context.today)}"


def _meeting_uid(reader: Reader, context: Context) -> str:
    return "" if context.meeting_id is None else reader.one(Meeting, context.meeting_id).uid

"""Write ready e-mails as files: one, or one a guest for invitations."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from msp_desktop.db.store import Store
from msp_desktop.domain.mail import Message
from msp_desktop.errors import UserError
from msp_desktop.exchange.draft import write_draft
from msp_desktop.files import free_path
from msp_desktop.formats.text import quoted, slug
from msp_desktop.i18n import _
from msp_desktop.papers.enclosures import write_enclosures
from msp_desktop.papers.export import chosen_meetings
from msp_desktop.papers.paper import Context
from msp_desktop.papers.post import attached, letters_of, missed, names_leave, names_leave_words, proposal, unwritten
from msp_desktop.papers.produce import produce_each
from msp_desktop.services.mail import checked_addresses


def write_drafts(store: Store, options: argparse.Namespace, context: Context, say: Callable[[str], None]) -> list[Path]:
    """Write the drafts asked for, what leaves with them beside them, and return where; that names leave, and whom none reaches, is said.

    UserError where nobody is named.
    """
    key, document = options.document, attached(options.document)
    if options.meeting == "all":
        raise UserError(_("A draft is about one meeting: give its number after --meeting."))
    if document.per_meeting:
        meetings = chosen_meetings(store.reader, options.meeting, context)
        context = replace(context, meeting_id=meetings[0] if meetings else None)
    there = not document.per_meeting or context.meeting_id is not None  # without a meeting, making the document says so
    sentence = document.missing(store.reader, context) if there else None
    if sentence:
        raise UserError(sentence)
    given = checked_addresses(options.to or "")
    letters = letters_of(store.reader, key, context)
    one_by_one = letters != [context]
    if given and one_by_one:
        # One address cannot take the letters of all: only that guest's.
        letters = [own for own in letters if set(given) & set(proposal(store.reader, key, own).to)]
        if not letters:
            raise UserError(_("No guest of this meeting has the address « {text} ».").format(text=quoted(options.to)))
    messages = [(own, proposal(store.reader, key, own)) for own in letters]
    messages = [(own, message) for own, message in messages if given or message.to or not one_by_one]
    unreached = () if given else (*missed(store.reader, key, context), *unwritten(store.reader, key, context))
    if not messages:
        raise UserError(
            " ".join((_("No guest has an e-mail address: fill them in, or print the letters."), *unreached))
        )
    pieces = write_enclosures(store, key, options.out.parent, context, replace=options.replace)
    done: list[Path] = []
    told: list[str] = []
    for own, message in messages:
        addressed = replace(message, to=given, bcc=()) if given else message
        done.append(_written(store, document.key, own, addressed, pieces, options, several=len(letters) > 1))
        say(str(done[-1]))
        told += [names_leave_words()] if names_leave(store.reader, key, own, addressed) else []
    for sentence in dict.fromkeys((*told, *unreached)):
        say(f"  {sentence}")
    return done


def _written(
    store: Store,
    key: str,
    context: Context,
    message: Message,
    pieces: tuple[Path, ...],
    options: argparse.Namespace,
    *,
    several: bool,
) -> Path:
    made = produce_each(store, key, options.out.parent, context, replace=options.replace)
    out: Path = options.out
    if several:
        out = out.with_name(f"{out.stem}_{slug(message.to[0])}{out.suffix}")
    if not options.replace:
        out = free_path(out)
    write_draft(out, replace(message, attachments=(*(file.path for file in made), *pieces)), context.now)
    return out

"""Write ready e-mails as files: one, or one a guest for invitations."""

from __future__ import annotations

import argparse
from pathlib import Path

from msgspec.structs import replace

from msp_desktop.db.store import Store
from msp_desktop.domain.mail import Message
from msp_desktop.errors import UserError
from msp_desktop.exchange.draft import write_draft
from msp_desktop.files import free_path
from msp_desktop.formats.text import quoted, slug
from msp_desktop.i18n import _
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.export import chosen_meetings
from msp_desktop.papers.paper import Context
from msp_desktop.papers.post import letters_of, proposal
from msp_desktop.papers.produce import produce_each
from msp_desktop.services.mail import checked_addresses


def write_drafts(store: Store, options: argparse.Namespace, context: Context) -> list[Path]:
    """Write the drafts asked for, their documents beside them, and return where; UserError where nobody is named."""
    document = paper(options.document)
    if options.meeting == "all":
        raise UserError(_("A draft is about one meeting: give its number after --meeting."))
    if document.per_meeting:
        meetings = chosen_meetings(store.reader, options.meeting, context)
        context = Context(context.today, context.now, meetings[0] if meetings else None)
    given = checked_addresses(options.to or "")
    contexts = letters_of(store.reader, document.key, context)
    if given and len(contexts) > 1:
        # One address cannot take the letters of all: only that guest's.
        contexts = [own for own in contexts if set(given) & set(proposal(store.reader, document.key, own).to)]
        if not contexts:
            raise UserError(_("No guest of this meeting has the address « {text} ».").format(text=quoted(options.to)))
    done = []
    for own in contexts:
        message = proposal(store.reader, document.key, own)
        if given:
            message = replace(message, to=given, bcc=())
        if not message.to and len(contexts) > 1:
            continue
        done.append(_written(store, document.key, own, message, options, several=len(contexts) > 1))
    if not done:
        raise UserError(_("No guest has an e-mail address: fill them in, or print the letters."))
    return done


def _written(
    store: Store, key: str, context: Context, message: Message, options: argparse.Namespace, *, several: bool
) -> Path:
    made = produce_each(store, key, options.out.parent, context, replace=options.replace)
    out: Path = options.out
    if several:
        out = out.with_name(f"{out.stem}_{slug(message.to[0])}{out.suffix}")
    if not options.replace:
        out = free_path(out)
    write_draft(out, replace(message, attachments=tuple(file.path for file in made)), context.now)
    return out

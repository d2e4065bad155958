"""One small function for each command that needs no window."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path

from msgspec import structs

from msp_desktop import fleet
from msp_desktop.cli import values as values_of
from msp_desktop.cli.answer import answer
from msp_desktop.cli.basin import join_basin
from msp_desktop.cli.consolidate import consolidate_sources
from msp_desktop.cli.federation import show_federation
from msp_desktop.cli.imports import import_tables
from msp_desktop.cli.packs import pack
from msp_desktop.cli.recover import recover_into
from msp_desktop.cli.settings import show_settings
from msp_desktop.db import copies, values
from msp_desktop.db.damage import DamagedError
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.faults import DAMAGED, explained
from msp_desktop.db.store import Store
from msp_desktop.errors import UserError
from msp_desktop.files import free_path, sweep
from msp_desktop.formats.text import quoted, slug
from msp_desktop.i18n import _, ngettext
from msp_desktop.papers.export import Exported, chosen_meetings
from msp_desktop.papers.paper import Context
from msp_desktop.papers.produce import produce_all, produce_each
from msp_desktop.paths import DOSSIER_SUFFIX

Say = Callable[[str], None]


def context_for(today: date | None, now: datetime) -> Context:
    """Return the day and time of a run; a chosen day keeps noon, so that two runs print the same."""
    if today is None:
        return Context(now.date(), now)
    return Context(today, datetime.combine(today, time(12)))


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """Open a dossier for one command and close it; what killed programs left beside it is swept.

    All of it is looked at first, which the window does in the background: a command has no second word to say.
    """
    sweep([path.absolute().parent])
    store = open_dossier(path)
    try:
        with explained(reading=True):
            if values.problems(store.connection):
                raise DamagedError(_(DAMAGED))
        yield store
    finally:
        close_dossier(store)


def new(options: argparse.Namespace, say: Say, now: datetime) -> None:
    """Make a dossier for a commune of the national list."""
    from msp_desktop.exchange.communes import by_insee
    from msp_desktop.services.dossiers import change_arms, commune_from, new_dossier, starts_late
    from msp_desktop.services.letterhead import given_picture

    entry = by_insee(options.commune)
    if entry is None:
        raise UserError(
            _("No commune has the INSEE code « {code} »: check its five characters (23096, 2A247…).").format(
                code=quoted(options.commune)
            )
        )
    late = starts_late(options.mandate_start, now.date())
    commune = commune_from(entry, options.mandate_start, now.date() if late else None)
    path = _dossier_path(options.file)
    store = new_dossier(path, commune)
    try:
        picture = given_picture()
        if picture is not None:
            change_arms(store, *picture)
            store.history.clear()
    except UserError as error:
        say(error.sentence)
    finally:
        close_dossier(store)
    say(_("Dossier made for {town}: {path}").format(town=entry.name, path=path))


def show(options: argparse.Namespace, say: Say, now: datetime) -> None:
    """Print how far a dossier is, in words or as JSON."""
    from msp_desktop.services.summary import summary, summary_lines

    with opened(options.file) as store:
        values = summary(store.reader, context_for(options.today, now).today)
    if options.json:
        say(json.dumps(values, ensure_ascii=False, indent=2))
    else:
        for line in summary_lines(values):
            say(line)


def find(options: argparse.Namespace, say: Say, now: datetime) -> None:
    """Print every text of a dossier in which words stand, and where."""
    from msp_desktop.cli.finding import find_words

    with opened(options.file) as store:
        find_words(store, options, context_for(options.today, now).today, say)


def export_documents(options: argparse.Namespace, say: Say, now: datetime) -> None:
    """Write documents into a folder."""
    from msp_desktop.cli.data import DATA, check_options, export_data, leaves_of
    from msp_desktop.cli.password import chosen_password

    check_options(options)
    password = chosen_password(options)
    keys = [key for key in options.documents if key != DATA]
    with opened(options.file) as store:
        scope = values_of.scope(options, store.reader)
        context = structs.replace(context_for(options.today, now), scope=scope, leaves=leaves_of(options))
        if len(keys) < len(options.documents):
            export_data(store, options, context, say)
        if not keys:
            return
        if options.word:
            write_word_copies(store, options, context, say)
        else:
            write_documents(store, keys, options.into, context, options.meeting, options.replace, say, password)


def write_documents(
    store: Store,
    keys: list[str],
    folder: Path,
    context: Context,
    meeting: str,
    replace: bool,
    say: Say,
    password: str = "",
) -> int:
    """Write the documents named (« all » for every one that has something to say) and return how many."""

    meetings = chosen_meetings(store.reader, meeting, context)
    if "all" in keys:
        done = produce_all(store, folder, context, meetings, replace=replace, password=password)
    else:
        done = [
            made
            for key in keys
            for meeting_id in _meetings_for(key, meetings)
            for made in produce_each(
                store, key, folder, _for_meeting(context, meeting_id), replace=replace, password=password
            )
        ]
    for paper in done:
        pages = ngettext("{count} page", "{count} pages", paper.pages).format(count=paper.pages)
        say(f"{paper.path} ({pages})")
        _say_remarks(store, paper, context, say)
        if paper.replaced_glyphs:
            say(
                _("  Some characters ({count}) have no letter in our fonts: they are printed as « ▯ ».").format(
                    count=paper.replaced_glyphs
                )
            )
    return len(done)


def _for_meeting(context: Context, meeting_id: int | None) -> Context:
    return structs.replace(context, meeting_id=meeting_id)


def write_word_copies(store: Store, options: argparse.Namespace, context: Context, say: Say) -> None:
    """Write Word copies of the documents named; « all » means every one that has something to say and a Word copy."""
    from msp_desktop.papers.catalogue import paper, papers
    from msp_desktop.papers.export import due

    meetings = chosen_meetings(store.reader, options.meeting, context)
    editable = [known.key for known in papers() if known.editable]
    refused = [key for key in options.documents if key != "all" and not paper(key).editable]
    if refused:
        raise UserError(
            _("There is no Word copy of « {key} ». Documents: {keys}.").format(
                key=quoted(refused[0]), keys=", ".join(editable)
            )
        )
    if "all" in options.documents:
        wanted = [(known.key, own) for known, own in due(store.reader, context, meetings) if known.editable]
    else:
        wanted = [
            (key, _for_meeting(context, meeting_id))
            for key in options.documents
            for meeting_id in _meetings_for(key, meetings)
        ]
    for key, own in wanted:
        for made in produce_each(store, key, options.into, own, replace=options.replace, suffix=".docx"):
            say(str(made.path))
            _say_remarks(store, made, context, say)


def _say_remarks(store: Store, made: Exported, context: Context, say: Say) -> None:
    """Say what to know before a document is printed, under its path."""
    from msp_desktop.papers.catalogue import paper as described

    made_for = structs.replace(context, meeting_id=made.meeting_id, person_id=made.person_id)
    for remark in described(made.key).remarks(store.reader, made_for):
        say(f"  {remark}")


def draft(options: argparse.Namespace, say: Say, now: datetime) -> None:
    """Write a ready e-mail with a document attached; an invitation is one message a guest, each with their letter."""
    fleet.check("DisableMail")
    from msp_desktop.cli.drafts import write_drafts

    with opened(options.file) as store:
        scope = values_of.scope(options, store.reader)
        context = structs.replace(context_for(options.today, now), scope=scope)
        write_drafts(store, options, context, say)


def calendar(options: argparse.Namespace, say: Say, now: datetime) -> None:
    """Write meetings and due dates, or one meeting, for a diary."""
    from msp_desktop.exchange.calendar import write_calendar
    from msp_desktop.services.diary import meetings_diary, note_diary, whole_diary

    fleet.check("DisableCalendar")
    context = context_for(options.today, now)
    with opened(options.file) as store:
        if options.meeting is None:
            entries = whole_diary(store.reader, context.now)
        else:
            meetings = chosen_meetings(store.reader, options.meeting, context)
            entries = meetings_diary(store.reader, meetings, context.now)
        if not entries:
            raise UserError(_("There is no date in this dossier to put in a calendar yet."))
        path = options.out if options.replace else free_path(options.out)
        write_calendar(path, entries, context.now)
        note_diary(store, entries)
    say(
        ngettext("{path} ({count} entry)", "{path} ({count} entries)", len(entries)).format(
            path=path, count=len(entries)
        )
    )


def week(options: argparse.Namespace, say: Say, now: datetime) -> None:
    """Write the page of the week of these dossiers, else of those known on this computer; nothing of them changes."""
    from msp_desktop.domain.week import week_of
    from msp_desktop.papers.week import week_file
    from msp_desktop.services import preferences
    from msp_desktop.services.week import towns_week

    context = context_for(options.today, now)
    known, _aside = preferences.load()
    paths = options.files or [Path(entry.path) for entry in known.listed()]
    towns = towns_week(paths, context.today)
    say(str(week_file(week_of(towns, context.today), options.into, context.now, replace=options.replace)))
    for town in towns:
        if town.problem:
            say(f"  {town.name}\u00a0: {town.problem}")


def check(options: argparse.Namespace, say: Say, _now: datetime) -> None:
    """Check a dossier: structure, references, and that every row can be read."""
    from msp_desktop.domain.records import RECORDS

    with opened(options.file) as store:
        with explained(reading=True):
            found = copies.problems(store.connection)
        if found:
            raise DamagedError(
                _("This dossier is damaged, but it opens: open it in the window, « See what can be done ».")
            )
        rows = sum(len(store.reader.all(record)) for record in RECORDS)
    words = ngettext("The dossier is whole ({count} entry).", "The dossier is whole ({count} entries).", rows)
    say(words.format(count=rows))


def person(options: argparse.Namespace, say: Say, now: datetime) -> None:
    """Write all that the dossier holds of a person into a folder."""
    from msp_desktop.papers.person import write_person
    from msp_desktop.services.person_file import person_named

    context = context_for(options.today, now)
    with opened(options.file) as store:
        who = person_named(store.reader, options.name)
        for path in write_person(store.reader, who.id, options.into, context.now):
            say(str(path))
    say(_("Read it again before it is given: a note may name somebody else."))


def backup(options: argparse.Namespace, say: Say, now: datetime) -> None:
    """Make a numbered safe copy with its fingerprint."""
    with opened(options.file) as store:
        say(str(copies.back_up(store.connection, options.into, options.file.stem, now)))


def restore(options: argparse.Namespace, say: Say, now: datetime) -> None:
    """Put a copy in place of a dossier, and say what is kept of what it replaces."""
    target = options.into if os.path.isdir(options.into) else _dossier_path(options.into)
    done = copies.restore(options.backup, target, now)
    if done.kept is not None:
        say(_("What was there is kept: {path}").format(path=done.kept))
    say(_("Restored: {path}").format(path=target))


def demo(options: argparse.Namespace, say: Say, now: datetime) -> Path:
    """Make the sample dossier; without a window also write every document. Return the dossier's path."""
    from msp_desktop.paths import dossiers_folder
    from msp_desktop.services.sample import make_sample

    fleet.check("DisableSample")
    context = context_for(options.today, now)
    folder = options.into or dossiers_folder()
    store = make_sample(folder, context.today)
    try:
        say(_("Sample dossier: {path}").format(path=store.path))
        if options.no_window:
            write_documents(store, ["all"], folder / "Documents", context, "all", True, say)
    finally:
        close_dossier(store)
    return store.path


def _dossier_path(path: Path) -> Path:
    if path.suffix == DOSSIER_SUFFIX:
        return path
    return path.with_name((path.name or slug("dossier")) + DOSSIER_SUFFIX)


def _meetings_for(key: str, meetings: list[int]) -> list[int | None]:
    """Return for which meetings a document is made: each one chosen for a meeting's paper, none for the others."""
    from msp_desktop.papers.catalogue import paper

    return [*meetings] or [None] if paper(key).per_meeting else [None]


COMMANDS: dict[str, Callable[[argparse.Namespace, Say, datetime], object]] = {
    "new": new,
    "show": show,
    "find": find,
    "export": export_documents,
    "draft": draft,
    "calendar": calendar,
    "week": week,
    "basin": join_basin,
    "check": check,
    "backup": backup,
    "person": person,
    "restore": restore,
    "recover": recover_into,
    "import": import_tables,
    "demo": demo,
    "pack": pack,
    "settings": show_settings,
    "answer": answer,
    "consolidate": consolidate_sources,
    "federation": show_federation,
}

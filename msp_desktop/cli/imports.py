"""The command that reads spreadsheets, or official files, into a register."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from msp_desktop import fleet
from msp_desktop.db.dossier import close_dossier, open_copy
from msp_desktop.db.faults import explained
from msp_desktop.db.store import Store
from msp_desktop.domain.imports import File, ImportPreview, Match
from msp_desktop.domain.inventory_columns import column_names
from msp_desktop.domain.read_table import ReadTable
from msp_desktop.errors import UserError
from msp_desktop.files import draft_folder
from msp_desktop.i18n import _, ngettext
from msp_desktop.paths import data_folder

Say = Callable[[str], None]


def import_tables(options: argparse.Namespace, say: Say, now: datetime) -> None:
    """Read spreadsheets into a register, and tell what came in and what was left aside; nothing else is written."""
    from msp_desktop.cli import official
    from msp_desktop.cli.commands import opened
    from msp_desktop.services.dossiers import safe_copy
    from msp_desktop.services.inventory_import import write_import

    fleet.check("DisableImport")
    today: date = options.today or now.date()
    if official.are_official(options):
        official.import_official(options, say, now, today)
        return
    tables = [_read(source, options) for source in options.sources]
    matches = _matches(tables, options)
    with (copied if options.dry_run else opened)(options.file) as store:
        previews = _previews(store, tables, matches, options, today)
        count = sum(found.changing for found in previews)
        if count and not options.dry_run:
            if not store.read_only:  # what comes is somebody else's: what is there is copied first
                safe_copy(store, now)
            write_import(store, *previews)
    if options.json:
        say(json.dumps(_as_values(previews), ensure_ascii=False, indent=2))
        return
    _tell(previews, tables, options, say)
    done = ngettext("{count} row imported", "{count} rows imported", count).format(count=count)
    say("")
    say(_("Nothing was written: this was a try.") if options.dry_run else f"{done}.")


@contextmanager
def copied(path: Path) -> Iterator[Store]:
    """Open a copy of a dossier, of which nothing is left."""
    with explained():
        folder = data_folder()
    with draft_folder(folder) as lent:
        store = open_copy(path, lent)
        try:
            yield store
        finally:
            close_dossier(store)


def _read(source: Path, options: argparse.Namespace) -> ReadTable:
    from msp_desktop.exchange.spreadsheets import read_table
    from msp_desktop.services.import_match import score_of

    try:
        return read_table(source, score_of(options.register))
    except UserError as error:
        if len(options.sources) == 1:
            raise
        raise UserError(f"{source.name}\u00a0: {error.sentence}") from error


def _matches(tables: list[ReadTable], options: argparse.Namespace) -> list[Match]:
    """Return the match of each file: what its names say, then what the command says; of the files, one must have the column."""
    from msp_desktop.services.import_match import has_column, proposed_match, said_match, with_header

    pairs: list[str] = options.match or []
    for number, table in enumerate(tables):
        named = with_header(table, True)
        if sum(has_column(named, pair) for pair in pairs) > sum(has_column(table, pair) for pair in pairs):
            tables[number] = named  # the names said are those of its first line
    unheard = [pair for pair in pairs if not any(has_column(table, pair) for table in tables)]
    if unheard:
        said_match(("",) * len(tables[0].columns), tables[0], options.register, unheard)
    return [
        said_match(
            proposed_match(table, options.register),
            table,
            options.register,
            [pair for pair in pairs if has_column(table, pair)],
        )
        for table in tables
    ]


def _previews(
    store: Store, tables: list[ReadTable], matches: list[Match], options: argparse.Namespace, today: date
) -> list[ImportPreview]:
    from msp_desktop.services.import_match import is_enough
    from msp_desktop.services.inventory_import import ground, known_in, preview

    held = ground(store.reader, options.register)
    so_far = known_in(held)
    previews = []
    for number, (source, table, match) in enumerate(zip(options.sources, tables, matches, strict=True)):
        if table.rows and not is_enough(match, options.register):
            raise UserError(
                _(
                    'No column names the rows of {file}: say which with --match "Column=field". Columns: {columns}. '
                    "Fields: {fields}."
                ).format(
                    file=source.name,
                    columns=", ".join(table.columns),
                    fields=", ".join(column_names(options.register).values()),
                )
            )
        file = File(number, source.name if len(tables) > 1 else "")
        previews.append(preview(held, table, match, today, file=file, after=so_far))
    return previews


def _as_values(previews: list[ImportPreview]) -> dict[str, Any]:
    """Return what a program is told: one list a key; of several files, each entry says which it is of."""
    from msp_desktop.services.import_words import as_values

    values = as_values(previews[0])
    if len(previews) == 1:
        return values
    together: dict[str, Any] = {key: [] for key in values}
    for found in previews:
        for key, entries in as_values(found).items():
            named = [{**entry, "source": found.file.name} if isinstance(entry, dict) else entry for entry in entries]
            together[key] += [entry for entry in named if isinstance(entry, dict) or entry not in together[key]]
    return together


def _tell(previews: list[ImportPreview], tables: list[ReadTable], options: argparse.Namespace, say: Say) -> None:
    from msp_desktop.services.import_words import report

    for found, table, source in zip(previews, tables, options.sources, strict=True):
        for line in [*report(found, source.name, done=not options.dry_run), *table.told]:
            say(line)

"""The command `federation`: what a federation's base shows, in words, as JSON or as a file."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from msp_desktop.cli.consolidate import password_in
from msp_desktop.cli.values import department
from msp_desktop.db.faults import explained
from msp_desktop.domain.federated.communes import Chosen, CommuneLine, View
from msp_desktop.domain.federated.table import HEADER, row_of
from msp_desktop.domain.federated.totals import Totals
from msp_desktop.errors import UserError
from msp_desktop.formats.text import quoted
from msp_desktop.i18n import N_, _, ngettext
from msp_desktop.paths import make_folder

Say = Callable[[str], None]
NO_BASE = N_("There is no base « {name} » here: make it with « msp-desktop consolidate ».")
#: What of the table is read on a terminal: the columns of the table, less what none has room for.
_SHOWN = (0, 2, 3, 4, 5, 6, 7, 8, 9, 11)


def show_federation(options: argparse.Namespace, say: Say, now: datetime) -> None:
    """Tell the table of communes, or write it; UserError where there is no such base, or the file is there already."""
    from msp_desktop.federation.base.connect import connect
    from msp_desktop.federation.export import export
    from msp_desktop.federation.lines import lines
    from msp_desktop.federation.totals import totals

    check_there(options.url)
    if options.export is not None and options.export.exists() and not options.replace:
        raise UserError(_("The file « {name} » already exists: choose another name.").format(name=options.export.name))
    today = options.today or now.date()
    view = View(chosen=Chosen(department=department(options.department) if options.department is not None else ""))
    with closing(connect(options.url, password_in(options.password_file))) as base:
        if options.export is not None:
            with explained():
                make_folder(options.export.absolute().parent)
            say(str(export(base, view, options.export, today, now)))
            return
        found = lines(base, view, today)
        if options.json:
            say(json.dumps(as_values(found, totals(base, view.chosen, today), today), ensure_ascii=False, indent=2))
            return
    for line in _table([HEADER, *(tuple(map(str, row_of(line, today))) for line in found)]):
        say(line)
    say(ngettext("{count} commune", "{count} communes", len(found)).format(count=len(found)))


def check_there(where: str) -> None:
    """Raise UserError where a base in a file is not there: none is made by asking it something."""
    from msp_desktop.federation.base.connect import is_server, url_of

    path = Path(url_of(where).database or "")
    if not is_server(where) and not (path.is_file() and path.stat().st_size):
        raise UserError(_(NO_BASE).format(name=quoted(path.name)))


def as_values(found: tuple[CommuneLine, ...], told: Totals, today: date) -> dict[str, Any]:
    """Return the lines with their day and phase, and the totals, for a program of the federation's own."""
    return {
        "communes": [{**to_builtins(line), "day": line.day(today), "phase": line.phase(today)} for line in found],
        "totals": to_builtins(told),
    }


def _table(rows: list[tuple[str, ...]]) -> list[str]:
    """Return lines whose columns stand under one another."""
    shown = [[row[column] for column in _SHOWN] for row in rows]
    widths = [max(len(row[column]) for row in shown) for column in range(len(_SHOWN))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in shown]

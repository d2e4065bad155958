"""The dossier's data as a file, for the programs of those who receive it."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from msgspec.structs import replace

from msp_desktop.db.store import Store
from msp_desktop.domain.carried.leaves import Leaves
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.papers.embedded import withheld_words, write_data
from msp_desktop.papers.paper import Context

#: What stands for the data among the names of documents.
DATA = "data"


def leaves_of(options: argparse.Namespace) -> Leaves:
    """Return what the options let out of the data that papers carry: names are for the data alone, where they are asked for."""
    return Leaves(crossed=options.with_crossing, findings=not options.without_findings)


def check_options(options: argparse.Namespace) -> None:
    """Raise UserError where the data are asked for with an option that is for documents alone."""
    if DATA not in options.documents:
        return
    if options.word:
        raise UserError(_("There is no Word copy of the data: export them alone, without --word."))
    if options.password or options.password_stdin:
        raise UserError(_("The data cannot be protected by a password: export them alone, without it."))


def export_data(store: Store, options: argparse.Namespace, context: Context, say: Callable[[str], None]) -> None:
    """Write the data, and say which findings stayed."""
    leaves = replace(context.leaves, names=options.with_names)
    path = write_data(store.reader, options.into, replace(context, leaves=leaves), replace=options.replace)
    say(str(path))
    if leaves.findings and not leaves.names:
        for sentence in withheld_words(store.reader):
            say(f"  {sentence}")

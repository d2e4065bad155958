"""The command that makes small files of the national ones, for a federation to hand over."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import datetime

from msp_desktop.cli import values
from msp_desktop.db.faults import explained
from msp_desktop.i18n import _, ngettext
from msp_desktop.paths import make_folder


def pack(options: argparse.Namespace, say: Callable[[str], None], _now: datetime) -> None:
    """Write a pack of each source for each department asked for, and tell what each holds."""
    from msp_desktop.exchange.open_data.pack import write_packs

    asked = values.departments(options.department)
    with explained():
        make_folder(options.into)
        for source in options.sources:
            made = write_packs(source, asked, options.into, replace=options.replace)
            if not made:
                say(_("{file}: nothing of these departments.").format(file=source.name))
            for one in made:
                count = ngettext("{count} line", "{count} lines", one.lines).format(count=one.lines)
                say(f"{one.path} ({count})")

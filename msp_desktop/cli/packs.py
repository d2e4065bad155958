"""The command that makes small files of the national ones, for a federation to hand over."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import datetime

from msp_desktop.db.faults import explained
from msp_desktop.errors import UserError
from msp_desktop.formats.text import quoted
from msp_desktop.i18n import _, ngettext
from msp_desktop.paths import make_folder


def pack(options: argparse.Namespace, say: Callable[[str], None], _now: datetime) -> None:
    """Write a pack of each source for each department asked for, and tell what each holds."""
    from msp_desktop.exchange.open_data.pack import write_packs

    departments = _departments(options.department)
    with explained():
        make_folder(options.into)
        for source in options.sources:
            made = write_packs(source, departments, options.into, replace=options.replace)
            if not made:
                say(_("{file}: nothing of these departments.").format(file=source.name))
            for one in made:
                count = ngettext("{count} line", "{count} lines", one.lines).format(count=one.lines)
                say(f"{one.path} ({count})")


def _departments(text: str) -> frozenset[str]:
    """Return the codes of the departments asked for; UserError for one there is not."""
    from msp_desktop.exchange.communes import departments_of_codes

    known = frozenset(departments_of_codes().values())
    if text.strip().lower() == "all":
        return known
    asked = [code.strip().upper() for code in text.split(",") if code.strip()]
    asked = [code.zfill(2) for code in asked]
    wrong = next((code for code in asked if code not in known), None if asked else "")
    if wrong is not None:
        raise UserError(
            _("« {code} » is no department: give its code (23, 2A, 974), several with commas, or all.").format(
                code=quoted(wrong)
            )
        )
    return frozenset(asked)

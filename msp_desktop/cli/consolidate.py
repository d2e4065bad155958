"""The command `consolidate`: what communes sent is taken into a federation's base."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from msp_desktop.cli.values import there
from msp_desktop.domain.carried.refusals import refusal_words
from msp_desktop.domain.federated.files import Outcome, Receipt
from msp_desktop.i18n import ngettext

Say = Callable[[str], None]
#: The longest password that is read.
_LONGEST = 1000


def consolidate_sources(options: argparse.Namespace, say: Say, now: datetime) -> None:
    """Take files, folders, archives and mails into a base, and tell what became of each; a refused file stops nothing."""
    from msp_desktop.federation.base.connect import connect
    from msp_desktop.federation.base.take import whole
    from msp_desktop.federation.consolidate import consolidate, who
    from msp_desktop.federation.doubts import place_doubt

    sources = [there(source) for source in options.sources]
    with closing(connect(options.into, password_in(options.password_file))) as base:
        done = whole(list(consolidate(base, sources, now.astimezone(), who())))
    if options.json:
        say(json.dumps(as_values(done), ensure_ascii=False, indent=2))
        return
    for line in _report(done):
        say(line)
    if base.place is not None:
        say(place_doubt(base.place))


def password_in(path: Path | None) -> str:
    """Return the first line of a file, "" where none is given; UserError where there is no such file."""
    if path is None:
        return ""
    with there(path).open(encoding="utf-8-sig", errors="replace") as file:
        return file.readline(_LONGEST).rstrip("\r\n")


def as_values(done: Outcome) -> dict[str, list[dict[str, Any]]]:
    """Return what became of the files, for a program."""
    from msp_desktop.federation.doubts import official_name

    return {
        "taken": [{**_values(receipt), "official_name": official_name(receipt.insee)} for receipt in done.taken],
        "unchanged": [_values(receipt) for receipt in done.unchanged],
        "refused": [
            {
                "file": receipt.name,
                "why": receipt.why.value,
                "words": refusal_words(receipt.why),
                "where": receipt.where,
            }
            for receipt in done.refused
            if receipt.why is not None
        ],
    }


def _values(receipt: Receipt) -> dict[str, Any]:
    return {
        "file": receipt.name,
        "insee": receipt.insee,
        "commune": receipt.commune,
        "fingerprint": receipt.fingerprint,
    }


def _report(done: Outcome) -> list[str]:
    lines = [
        f"+ {receipt.commune} ({receipt.name})" + (f" – {receipt.doubt}" if receipt.doubt else "")
        for receipt in done.taken
    ]
    for receipt in done.refused:
        if receipt.why is not None:
            where = f" ({receipt.where})" if receipt.where else ""
            lines.append(f"– {receipt.name}\u00a0: {refusal_words(receipt.why)}{where}")
    counts = [
        ngettext("{count} file taken", "{count} files taken", len(done.taken)).format(count=len(done.taken)),
        ngettext("{count} already there", "{count} already there", len(done.unchanged)).format(
            count=len(done.unchanged)
        ),
        ngettext("{count} refused", "{count} refused", len(done.refused)).format(count=len(done.refused)),
    ]
    return [*lines, ", ".join(counts) + "."]

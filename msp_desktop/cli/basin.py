"""The command that joins neighbouring communes."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import datetime, time

from msp_desktop.cli.values import there
from msp_desktop.domain.carried.refusals import refusal_words
from msp_desktop.domain.federated.basin import joined
from msp_desktop.i18n import _


def join_basin(options: argparse.Namespace, say: Callable[[str], None], now: datetime) -> None:
    """Join what two to six communes sent, and write the document of their basin; the files refused are said."""
    from msp_desktop.federation.basin import basin_file, basin_values, found_in, refused_values

    today = options.today or now.date()
    made_at = datetime.combine(options.today, time(12)) if options.today else now
    name = " ".join((options.name or "").split())
    found = found_in([there(source) for source in options.sources], now)
    if not options.json:
        for read in found.refused:
            if read.why:
                say(f"  {read.name}\u00a0: {refusal_words(read.why)}")
    basin = joined(found.datas)
    path = basin_file(basin, name, options.into, today, made_at, replace=options.replace)
    if options.json:
        values = {"file": str(path), **basin_values(basin, name, today), "refused": refused_values(found.refused)}
        say(json.dumps(values, ensure_ascii=False, indent=2))
        return
    say(str(path))
    say(_("Joined: {towns}").format(towns=", ".join(basin.names)))

"""The command `answer`: a federation answers a commune of its base, with lines from a JSON file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import closing
from datetime import datetime

from msp_desktop.cli.consolidate import password_in
from msp_desktop.cli.federation import check_there
from msp_desktop.cli.values import there
from msp_desktop.domain.carried.envelope import LONGEST


def answer(options: argparse.Namespace, say: Callable[[str], None], now: datetime) -> None:
    """Write the answer's own file and the page that carries it; tell where."""
    from msp_desktop.federation.answer import composed, lines_in, newest_data, write_answer
    from msp_desktop.federation.base.connect import connect

    check_there(options.base)
    with there(options.lines).open("rb") as file:
        lines = lines_in(file.read(LONGEST))
    with closing(connect(options.base, password_in(options.password_file))) as base:
        data = newest_data(base, options.insee)
    for path in write_answer(composed(data, lines, options.signed, now), data, options.into, now):
        say(str(path))

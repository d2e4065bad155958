"""Make an artifact of all that paints outside marked content."""

from __future__ import annotations

import re

_PAINTS = re.compile(r"(?<![\w/.*])(?:S|s|f\*?|F|B\*?|b\*?|sh|Do|EI|Tj|TJ)(?![\w*])")


class Mark(str):
    """A BDC or EMC line of a page's code."""

    __slots__ = ()


class Marked(str):
    """A text object that already carries its own marks."""

    __slots__ = ()


def sweep(code: list[str]) -> list[str]:
    """Wrap unmarked painting in /Artifact, never across q, Q, another mark or a path."""
    out: list[str] = []
    run: list[str] = []
    depth = 0

    def flush() -> None:
        if run:
            paints = _PAINTS.search(" ".join(run))
            out.extend(["/Artifact BMC", *run, "EMC"] if paints else run)
            run.clear()

    for entry in code:
        if isinstance(entry, Mark):
            flush()
            depth += -1 if entry == "EMC" else 1
            out.append(entry)
        elif depth or isinstance(entry, Marked) or entry.strip() in ("q", "Q", ""):
            flush()
            out.append(entry)
        else:
            run.append(entry)
    flush()
    return out

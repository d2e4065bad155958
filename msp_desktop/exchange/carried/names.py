"""What strangers call their files and themselves, made fit to be shown: one short line, whose marks turn nothing around."""

from __future__ import annotations

import re

#: What stands between a folder, archive or mail and what it holds.
WITHIN = " › "
#: Control characters, marks that turn text around, halves of characters: none is for a line that is shown.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST = 150


def shown(text: str) -> str:
    """Return a text of a stranger as one line: the end of a long one stays, which says what a file is."""
    line = " ".join(_UNSHOWN.sub(" ", text[-4 * _LONGEST :] if len(text) > 4 * _LONGEST else text).split())
    return line if len(line) <= _LONGEST else "…" + line[1 - _LONGEST :]


def own_name(name: str) -> str:
    """Return the name alone of a file whose name in an archive or a mail may have folders before it."""
    return re.split(r"[/\\]", name.rstrip("/\\"))[-1]


def is_hidden(name: str) -> bool:
    """Tell whether a file is one that systems and programs keep for themselves."""
    return name.startswith((".", "~$")) or name.casefold() in ("thumbs.db", "desktop.ini", "__macosx")

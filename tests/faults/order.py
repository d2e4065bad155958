"""Whether what a program writes would outlive a power cut, told from the order of its system calls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

#: The calls that say in which order a file is flushed and takes its name.
CALLS = ("fsync", "fdatasync", "rename", "renameat", "renameat2", "link", "linkat")
_FLUSHED = re.compile(r"\b(?:fsync|fdatasync)\(\d+<([^>]*)>\)\s+= 0")
_NAMED = re.compile(
    r'\b(?:rename|link)(?:at2?)?\((?:AT_FDCWD[^,]*, )?"([^"]*)", (?:AT_FDCWD[^,]*, )?"([^"]*)".*\)\s+= 0'
)


def problems(lines: Iterable[str], place: Path) -> Iterator[str]:
    """Yield each name taken by a file that was not flushed before, or in a folder that was not flushed after.

    The note beside an open dossier means nothing after a power cut; the day of the last copy on a stick is a courtesy.
    """
    flushed: set[str] = set()
    waiting: dict[str, str] = {}
    for line in map(_plain, lines):
        found = _FLUSHED.search(line)
        if found:
            flushed.add(found[1])
            waiting = {name: folder for name, folder in waiting.items() if folder != found[1]}
            continue
        named = _NAMED.search(line)
        if not named or not named[2].startswith(str(place)):
            continue
        name = named[2].rpartition("/")[2]
        # In a folder of ours that is thrown away, nobody looks for a name.
        draft = "/.s100-" in named[2].rpartition("/")[0]
        if name.startswith("~$") or name == "copies.json" or draft:
            continue
        if (
            named[1] not in flushed and "/.s100-" in named[1]
        ):  # one of ours: what merely gets a second name is on the disk
            yield f"{name} takes its name before it is on the disk"
        waiting[name] = named[2].rpartition("/")[0]
    yield from (f"{name}: its folder is not flushed" for name in waiting)


def _plain(line: str) -> str:
    """Return a line with the octal that strace writes for what is not ASCII read back."""
    return re.sub(rb"\\(\d{3})", lambda octal: bytes([int(octal[1], 8)]), line.encode()).decode("utf-8", "replace")

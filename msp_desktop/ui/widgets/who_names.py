"""What an editor of names asks of the directory, and which names letters propose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from msp_desktop.domain.search import folded, stands_in, terms
from msp_desktop.formats.text import fold

#: Most names proposed at once: a longer list is read by nobody.
MOST = 50


def _nobody(typed: str) -> tuple[tuple[str, ...], str]:
    return (), typed.strip()


class Names(Struct, frozen=True):
    """`offer()` gives all the names there are; `split(line)` those of the directory in a line, then its other words.

    `add(words, parent)` puts somebody new into the directory, asking what is needed: their name, None where nobody was
    added. None where no one can be added.
    """

    offer: Callable[[], Sequence[str]] = tuple
    split: Callable[[str], tuple[tuple[str, ...], str]] = _nobody
    add: Callable[[str, QWidget], str | None] | None = None
    #: Where True there is one name or none, and a comma is a part of it.
    one: bool = False


def matching(names: Sequence[str], typed: str) -> tuple[list[str], bool]:
    """Return the names in which all that is typed stands, and whether it begins words of the first one.

    What search takes for the same is the same here. Those of which it begins words come first, each lot in its own order.
    """
    asked = terms(typed)
    begun: list[str] = []
    inside: list[str] = []
    for name in names:
        looked_through = _folded(name)
        if stands_in(looked_through, asked):
            parts = (*fold(name).split(), *looked_through.split())
            begins = all(any(part.startswith(term.needles) for part in parts) for term in asked)
            (begun if begins else inside).append(name)
    return [*begun, *inside][:MOST], bool(begun and asked)


#: Kept, since each key looks through the same names.
_folded = lru_cache(maxsize=4096)(folded)

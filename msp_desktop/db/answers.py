"""Answers a reader has already had, kept until a change touches a table they were read from."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

#: Questions whose answers are kept; the oldest go first. A refresh of every tab asks about forty, and three for each
#: person who does something.
MOST = 2000


class Answers:
    """The answers kept, each under its question, with the tables it was read from.

    They are tuples of frozen values, so that whoever is given them cannot spoil them for the next.
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[frozenset[str], tuple[Any, ...]]] = {}

    def known(self, question: Hashable) -> tuple[Any, ...] | None:
        """Return the answer kept, None where there is none."""
        found = self._kept.get(question)
        return found[1] if found else None

    def keep(self, question: Hashable, tables: Iterable[str], answer: tuple[Any, ...]) -> None:
        """Keep an answer."""
        while len(self._kept) >= MOST:
            del self._kept[next(iter(self._kept))]
        self._kept[question] = (frozenset(tables), answer)

    def forget(self, tables: Iterable[str] | None = None) -> None:
        """Drop the answers read from any of these tables; all of them where none is named."""
        if tables is None:
            self._kept.clear()
            return
        touched = frozenset(tables)
        for question in [question for question, (read, _answer) in self._kept.items() if read & touched]:
            del self._kept[question]

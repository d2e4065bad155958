"""How much memory the history's steps hold, a text that several of them share counted once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

#: A text shorter than this is counted wherever it stands: to know it again would take as much.
SHORT = 100
#: What a step, a row in it, and a short text take besides their characters, in bytes.
STEP, ROW, TEXT = 250, 150, 60


class Held:
    """The bytes held by values taken and not let go again; the values must live as long."""

    def __init__(self) -> None:
        self.bytes = 0
        #: How many times each value is held, and its size when it was first: SQLite's reading of a text adds to it.
        self._known: dict[int, tuple[int, int]] = {}

    def take(self, records: Iterator[Any]) -> None:
        """Count the records of one step, None for one that is not there."""
        self.bytes += STEP
        for record in records:
            self.bytes += ROW
            if record is not None:
                self._take_one(record)
                for value in _values(record):
                    self._take_one(value)

    def let_go(self, records: Iterator[Any]) -> None:
        """Count no longer the records of one step that was taken."""
        self.bytes -= STEP
        for record in records:
            self.bytes -= ROW
            if record is not None:
                self._let_one_go(record)
                for value in _values(record):
                    self._let_one_go(value)

    def _take_one(self, value: Any) -> None:
        if _is_short(value):
            self.bytes += TEXT + len(value)
            return
        times, size = self._known.get(id(value), (0, 0))
        if not times:
            size = sys.getsizeof(value)
            self.bytes += size
        self._known[id(value)] = times + 1, size

    def _let_one_go(self, value: Any) -> None:
        if _is_short(value):
            self.bytes -= TEXT + len(value)
            return
        times, size = self._known.pop(id(value))
        if times > 1:
            self._known[id(value)] = times - 1, size
        else:
            self.bytes -= size


def _is_short(value: Any) -> bool:
    return type(value) is str and len(value) < SHORT


def _values(record: Any) -> Iterator[str | bytes]:
    """Yield what of a record may be long: its texts and pictures."""
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if value and (type(value) is str or type(value) is bytes):
            yield value

"""Which bytes of a SQLite file hold something: the rest is room, which no row, no index and no list of pages uses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

#: The header of the file; the sizes of a page's own header, by what the page is (section 1.6 of SQLite's file format).
_FILE_HEADER, _HEADERS = 100, {2: 12, 5: 12, 10: 8, 13: 8}


def bytes_in_use(content: bytes) -> list[int]:
    """Return the places of a closed file's bytes that are in use, its first hundred aside.

    Pages that are no page of rows or of an index (what a long value overflows to) are in use whole.
    """
    size = int.from_bytes(content[16:18], "big")
    assert size > 1, "a page of 65,536 bytes"
    return [
        place
        for start in range(0, len(content), size)
        for part in _parts(content[start : start + size], _FILE_HEADER if start == 0 else 0)
        for place in range(start + part.start, start + part.stop)
    ]


def _parts(page: bytes, begin: int) -> Iterator[range]:
    header = _HEADERS.get(page[begin])
    if header is None:
        yield range(len(page))
        return
    first_free, cells, first_cell = (_number(page, begin + at) for at in (1, 3, 5))
    yield range(begin, begin + header + 2 * cells)
    # Between the cells, free blocks: each begins with where the next is, and how long it is.
    edges = [first_cell or len(page)]
    while first_free:
        yield range(first_free, first_free + 4)
        edges += [first_free, first_free + _number(page, first_free + 2)]
        first_free = _number(page, first_free)
    for before, after in list(pairwise([*edges, len(page)]))[::2]:
        yield range(before, after)


def _number(page: bytes, at: int) -> int:
    return int.from_bytes(page[at : at + 2], "big")

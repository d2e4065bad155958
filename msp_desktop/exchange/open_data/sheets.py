"""The tables of a file of public figures, row by row: the one of a csv, or the sheets of a workbook.

Nothing is held but a table's first rows; all of it is bounded.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import warnings
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice
from typing import Any, TypeVar

from msgspec import Struct

from msp_desktop.errors import UserError
from msp_desktop.exchange.open_data.errors import is_damaged, is_too_large
from msp_desktop.exchange.open_data.streams import Stream
from msp_desktop.exchange.tables.text import separator
from msp_desktop.exchange.tables.workbook import FOREIGN_FAULTS, look

T = TypeVar("T")

#: What a workbook begins with.
PACKED = b"PK\x03\x04"
#: Rows among which a header is looked for: notices stand above those of the Drees.
HEAD = 40
#: The longest line, in characters; the longest row, in cells; most rows of a table: the base by IRIS has 50,000 rows of 100
#: cells, the one by commune 35,000 of 200.
LONGEST, WIDEST, MOST_ROWS = 100_000, 400, 400_000
#: Most sheets of a workbook, most bytes, what it may hold once unpacked, in bytes and in marks « < »: three years of
#: accessibility are 40 MB and four million.
SHEETS, WORKBOOK, UNPACKED, MARKS = 30, 60_000_000, 400_000_000, 30_000_000
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_END = re.compile(r"\r\n|\n|\r(?!$)")


class Table(Struct):
    """A table: its name, its first rows, and the rows under them, to be read once."""

    name: str
    head: list[list[str]]
    rest: Iterator[list[str]]

    def under(self, line: int) -> Iterator[list[str]]:
        """Yield the rows that follow a line of the head."""
        yield from self.head[line + 1 :]
        yield from self.rest

    def year(self, line: int) -> int | None:
        """Return the year that the table's name tells, else the rows above its header; None where none does."""
        said = [self.name, *(" ".join(row) for row in self.head[:line])]
        return next((year for words in said if (year := year_in(words))), None)


def year_in(words: str) -> int | None:
    """Return the first year of this century that words tell, None where there is none."""
    found = _YEAR.search(words)
    return int(found[1]) if found else None


def tables_of(stream: Stream) -> Iterator[Table]:
    """Yield the tables of a file, of a workbook the newest year first; UserError for one that is damaged or too large.

    Each is to be read before the next one is asked for.
    """
    if stream.head.startswith(PACKED):
        yield from _guarded(_workbook(stream), stream.name)
        return
    yield _table("", _lines(iter(stream.read, b""), _alphabet(stream.head)), stream.name)


def head_of(begun: bytes) -> list[list[str]]:
    """Return the first rows of a text, from its first bytes; none of what is no text."""
    alphabet = _alphabet(begun)
    if b"\0" in begun and alphabet != "utf-16":
        return []
    try:
        return _table("", _lines((begun,), alphabet), "").head
    except UserError:
        return []


def _table(name: str, lines: Iterator[str], file: str) -> Table:
    whole = _guarded(lines, file)
    head = list(islice(whole, HEAD))
    rows = csv.reader(chain(head, whole), delimiter=separator("".join(head)))
    cells = _bounded((row[:WIDEST] for row in rows), file)
    return Table(name, list(islice(cells, HEAD)), cells)


def _lines(blocks: Iterable[bytes], alphabet: str) -> Iterator[str]:
    """Yield the lines of a text, whatever ends them; csv.Error for one longer than any of these."""
    decoder = codecs.getincrementaldecoder(alphabet)(errors="replace")
    rest = ""
    for block in blocks:
        *lines, rest = _END.split(rest + decoder.decode(block))
        if len(rest) > LONGEST or any(len(line) > LONGEST for line in lines):
            raise csv.Error("a line has no end")
        for line in lines:
            yield f"{line}\n"
    if rest := (rest + decoder.decode(b"", True)).rstrip("\r"):
        yield f"{rest}\n"


def _alphabet(begun: bytes) -> str:
    """Return how a text is written, from its beginning: by its mark, else UTF-8 where it can be, else Windows' own."""
    if begun[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(begun)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _workbook(stream: Stream) -> Iterator[Table]:
    from openpyxl import load_workbook

    data = bytearray()
    while block := stream.read():
        data += block
        if len(data) > WORKBOOK:
            raise is_too_large(stream.name)
    look(bytes(data), UNPACKED, MARKS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of each part it leaves aside
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in sorted(book.worksheets[:SHEETS], key=lambda one: -(year_in(one.title) or 0)):
            sheet.reset_dimensions()  # what a file says of its size is not to be believed
            rows = sheet.iter_rows(max_col=WIDEST, max_row=MOST_ROWS, values_only=True)
            cells = _bounded(_said(rows, stream), stream.name)
            yield Table(sheet.title, list(islice(cells, HEAD)), cells)


def _said(rows: Iterable[tuple[Any, ...]], stream: Stream) -> Iterator[list[str]]:
    for number, row in enumerate(rows):
        if not number % 1000:
            stream.read()  # at its end: says that we are still there, and hears whether to give up
        yield [_words(value) for value in row]


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):  # a datetime too
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return str(int(value))
    return str(value)[:LONGEST]


def _bounded(rows: Iterator[list[str]], file: str) -> Iterator[list[str]]:
    for number, row in enumerate(_guarded(rows, file)):
        if number >= MOST_ROWS:
            raise is_too_large(file)
        yield row


def _guarded(values: Iterator[T], file: str) -> Iterator[T]:
    """Yield values; what a library makes of a damaged file is one sentence."""
    try:
        yield from values
    except (*FOREIGN_FAULTS, csv.Error) as error:
        raise is_damaged(file) from error

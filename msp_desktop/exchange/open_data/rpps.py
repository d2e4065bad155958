"""The RPPS extraction of the Annuaire santé: who cares for the communes sought, in one pass over two million rows."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

from msp_desktop.domain.official import FileFound, FileKind, SourceFile
from msp_desktop.exchange.open_data.errors import is_too_large, not_recognised
from msp_desktop.exchange.open_data.gathering import Give
from msp_desktop.exchange.open_data.lines import line_blocks
from msp_desktop.exchange.open_data.pack_marks import mark_in
from msp_desktop.exchange.open_data.rpps_columns import Rows, columns_of
from msp_desktop.exchange.open_data.rpps_people import met
from msp_desktop.exchange.open_data.rpps_places import COMMUNE, Places
from msp_desktop.exchange.open_data.sought import Sought
from msp_desktop.exchange.open_data.streams import Stream

#: Beyond so many prefixes, one search for each costs more than cutting every line.
MOST_PREFIXES = 2
#: Bytes read at once: four times as many left the processor's cache, and took a sixth longer (every line cut).
BLOCK = 1 << 16
#: Lines read in one go: a line or two between two blocks took twice as long.
SOME = 100
#: Bytes of which the lines are counted; how many the whole file has is told from these: counting all takes a tenth more.
COUNTED = 1 << 22
#: More rows than all of Île-de-France has.
MOST_KEPT = 1_000_000
#: The last columns that a whole line may lack.
MAY_LACK = 4
#: All but pipes and line feeds.
_WORDS = bytes(sorted({*range(256)} - {*b"|\n"}))


def recognises(head: bytes) -> bool:
    """Tell whether these are the first bytes of it: its header, whatever the file is called."""
    return columns_of(header_of(head)) is not None


def read(stream: Stream, sought: Sought, give: Give, size: int = BLOCK) -> FileFound:
    """Give who cares for the communes sought, row by row; `size` is in bytes read at once, and changes nothing in what is found.

    A national file with no line but its header was cut there: nobody is to be believed gone.
    """
    columns = columns_of(header_of(stream.head))
    if columns is None:
        raise not_recognised(stream.name)
    mark = mark_in(header_of(stream.head))
    places, rows = Places(sought), Rows(columns)
    lines, counted, total, kept, block = 0, 0, 0, 0, b""
    waiting: list[bytes] = []
    for block in line_blocks(stream, size):
        total += len(block)
        if counted < COUNTED:
            lines += block.count(b"\n") + (not block.endswith(b"\n"))
            counted = total
        waiting += perhaps(block, columns, places)
        if len(waiting) > SOME:
            kept += _given(waiting, rows, places, give)
            waiting.clear()
        if kept > MOST_KEPT:
            raise is_too_large(stream.name)
    kept += _given(waiting, rows, places, give)
    if kept > MOST_KEPT:
        raise is_too_large(stream.name)
    last = b"" if block.endswith(b"\n") else block[block.rfind(b"\n") + 1 :]
    return FileFound(
        file=SourceFile(
            kind=FileKind.RPPS,
            name=stream.name,
            dated_on=mark.dated_on or stream.dated_on,
            lines=max(lines * total // max(counted, 1) - 1, 0),
            incomplete=is_cut(last, stream.head, columns["commune"]) or (lines <= 1 and not mark.covers),
            covers=mark.covers,
        )
    )


def _given(lines: Iterable[bytes], rows: Rows, places: Places, give: Give) -> int:
    """Give what these lines tell, and return how many are of the communes sought."""
    given = 0
    for row in map(rows.row, lines):
        where = places.judged(row)
        if where is not None:
            give(met(row, where))
            given += 1
    return given


def header_of(head: bytes) -> bytes:
    """Return the line that names the columns."""
    return head.partition(b"\n")[0]


def is_cut(last: bytes, head: bytes, commune: int) -> bool:
    """Tell whether a last line without a line feed lacks its end: it has fewer pipes than the first lines, in `head`."""
    return bool(last) and last.count(b"|") < _fewest_pipes(head, commune)


def _fewest_pipes(head: bytes, commune: int) -> int:
    """Return how many pipes a whole line has at least: as the first lines tell, which may lack the last columns."""
    header, *lines = head.split(b"\n")
    told = (pipes for line in lines[:-1] if (pipes := line.count(b"|")) >= commune)
    return min(told, default=header.count(b"|") - MAY_LACK)


def perhaps(block: bytes, columns: dict[str, int], places: Places) -> list[bytes]:
    """Return the lines of a block that may be of the communes sought: few of them are not.

    What is asked stands nearer to the end of a line: it is cut from there where all lines have as many pipes.
    """
    commune, postcode = columns["commune"], columns["postcode"]
    cedex = columns.get("cedex", postcode)
    before, last = min(commune, postcode, cedex) - 1, max(commune, postcode, cedex)
    alike = len(places.prefixes) <= MOST_PREFIXES
    pipes = 0 if alike else _pipes_of_each(block)
    split, cuts = bytes.split, last + 1
    if pipes >= last and before >= 0:
        split, cuts = bytes.rsplit, pipes - before
        commune, postcode, cedex = commune - before, postcode - before, cedex - before
    # Each row sought has, after a pipe, a code or a postcode sought: where these begin alike, few lines are cut.
    lines = _holding(block, places.prefixes) if alike else io.BytesIO(block)
    codes, postcodes, found = places.codes, places.postcodes, []
    for line in lines:
        part = split(line, b"|", cuts)
        try:
            code, said = part[commune], part[cedex]
            if code in codes or (
                (part[postcode] in postcodes or (said and (said[:5] in postcodes or b"CEDEX" in said.upper())))
                and not COMMUNE.fullmatch(code)
            ):
                found.append(line)
        except IndexError:  # cut short, or a blank line
            continue
    return found


def _pipes_of_each(block: bytes) -> int:
    """Return how many pipes each line has, 0 where they differ."""
    pipes = block.count(b"|", 0, max(block.find(b"\n"), 0))
    shape = block.translate(None, _WORDS)
    return pipes if shape == (b"|" * pipes + b"\n") * (len(shape) // (pipes + 1)) else 0


def _holding(block: bytes, prefixes: Sequence[bytes]) -> Iterator[bytes]:
    """Yield the lines that hold one of the prefixes, each once, in their order."""
    ends: dict[int, int] = {}
    for prefix in prefixes:
        at = block.find(prefix)
        while at >= 0:
            end = block.find(b"\n", at) + 1 or len(block)
            ends[block.rfind(b"\n", 0, at) + 1] = end
            at = block.find(prefix, end)
    for start in sorted(ends):
        yield block[start : ends[start]]

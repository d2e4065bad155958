"""Whole lines of an official file, block by block, and the words of a field."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msp_desktop.exchange.open_data.errors import not_recognised
from msp_desktop.exchange.open_data.streams import BLOCK, Stream

#: The longest line, in bytes: those of RPPS have a few hundred.
LONGEST_LINE = 1 << 22


def line_blocks(stream: Stream, size: int = BLOCK) -> Iterator[bytes]:
    """Yield the file in blocks of whole lines; the last one may have no line feed at its end."""
    rest = b""
    while piece := stream.read(size):
        end = piece.rfind(b"\n") + 1
        if end:
            yield b"".join((rest, memoryview(piece)[:end]))
            rest = piece[end:]
        else:
            rest += piece
        if len(rest) > LONGEST_LINE:
            raise not_recognised(stream.name)
    if rest:
        yield rest


@lru_cache(maxsize=1024)
def words(raw: bytes) -> str:
    """Return a field's text on one line: UTF-8, else the old Windows alphabet (cp1252)."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())

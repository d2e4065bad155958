"""The RPPS extraction of the Annuaire santé: who cares for the communes sought."""

from __future__ import annotations

from msp_desktop.domain.official import FileFound, FileKind, SourceFile
from msp_desktop.exchange.open_data.lines import line_blocks
from msp_desktop.exchange.open_data.sought import Sought
from msp_desktop.exchange.open_data.streams import Stream


def recognises(head: bytes) -> bool:
    """Tell whether these are the first bytes of it."""
    return b"|Code commune" in head


def read(stream: Stream, sought: Sought) -> FileFound:
    """Return who cares for the communes sought."""
    lines = sum(block.count(b"\n") for block in line_blocks(stream))
    return FileFound(file=SourceFile(kind=FileKind.RPPS, name=stream.name, dated_on=stream.dated_on, lines=lines))

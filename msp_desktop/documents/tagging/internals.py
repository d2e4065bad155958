"""All that we use of ReportLab's insides, and the defects of it that no subclass can reach, put right once on import.

ReportLab is pinned to one minor version because of this file: nothing else in the documents touches its private names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.pdfgen import canvas as pdf_canvas
from reportlab.pdfgen import pathobject, textobject
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, Frame, KeepTogether, Table, TopPadder, paragraph

# Arrays on one line and binary streams: smaller files, and the same bytes whatever the length of an array.
pdfdoc.PDFArray.multiline = False
rl_config.useA85 = 0

_format_stream = pdfdoc.PDFStream.format
_END = b"endstream\n"
#: Longest block of a character map that readers must accept (Adobe technical note 5014).
_BLOCK = 100
#: A line that ends with one of these needs no word space before the next.
_JOINS = ("-", "\u00ad", "\u2011", " ")


def _stream_with_line_end(stream: Any, document: Any) -> bytes:
    """Put the end of line that PDF/A (ISO 19005-3, 6.1.7.1) wants before « endstream »."""
    text = bytes(_format_stream(stream, document))
    return text[: -len(_END)] + b"\r\n" + _END if text.endswith(_END) else text


def _to_unicode(font_name: str, subset: list[int]) -> str:
    """Write a character map without U+0000, in short blocks, good above U+FFFF."""
    rows = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in enumerate(subset) if point
    ]
    blocks = [rows[start : start + _BLOCK] for start in range(0, len(rows), _BLOCK)]
    body = "".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar\n" for b in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        f"/CMapName /{font_name} def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{body}"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


# The narrow no-break space is white space to ReportLab, which would break « 18 h / 30 » there.
_breaking = paragraph._wsc.replace("\u202f", "")
_split_words = re.compile(f"[{re.escape(_breaking)}]+").split


def _split(text: str, delimiter: str | None = None) -> list[str]:
    """Cut a text into words, never at a no-break space."""
    return list(text.split(delimiter)) if delimiter is not None else [word for word in _split_words(text) if word]


_original_pair = paragraph._hyGenPair
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_ANYWHERE_APT = re.compile(r"[-@./_](?=\w)")
#: A word with hyphens goes to the next line whole where it leaves less than this part of the line empty.
_WASTE = 0.25


def _pair_at_hyphen(
    _hyphenator: Any, word: str, wide: float, after: float, room: float, face: str, size: float,
    uri_waste: float, embedded: int, least: int,
) -> Any:  # fmt: skip
    """Cut a word at a hyphen, where ReportLab knows words of letters alone; an address of one's own at its signs.

    None where it goes whole to the next line, or where a part is longer than a line (it is then cut anywhere).
    """
    if found := _original_pair(None, word, wide, after, room, face, size, uri_waste, 0, least):
        return found
    taken = after - wide
    if not embedded or (wide <= room and taken > (1 - _WASTE) * room):
        return None
    signs = _HYPHEN if wide <= room else _ANYWHERE_APT
    ends = [sign.end() for sign in signs.finditer(word)]
    parts = [word[start:end] for start, end in zip([0, *ends], [*ends, len(word)], strict=True)]
    if len(parts) < 2 or any(paragraph.stringWidth(part, face, size) > room for part in parts):
        return None
    for end in reversed(ends):
        head = paragraph.stringWidth(word[:end], face, size)
        if taken + head <= room:
            return "", 0, head, wide - head, word[:end], word[end:]
    return None


_one_number = lru_cache(maxsize=4096)(pdf_canvas.fp_str)


def _numbers(*given: Any) -> str:
    """Write numbers as ReportLab does: colours, widths and margins are the same ones from line to line."""
    return " ".join(map(_one_number, given[0] if len(given) == 1 and isinstance(given[0], tuple | list) else given))


pdf_canvas.fp_str = pathobject.fp_str = textobject.fp_str = _numbers
paragraph._hyGenPair = _pair_at_hyphen
paragraph._wsc = _breaking
paragraph.split = _split
pdfdoc.PDFStream.format = _stream_with_line_end
ttfonts.makeToUnicodeCMap = _to_unicode


class Catalog(pdfdoc.PDFCatalog):
    """A document catalog that also writes associated files and output intents."""

    __NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "AF", "OutputIntents"]
    __Refs__ = __NoDefault__


class Page(pdfdoc.PDFPage):
    """A page that also writes its place in the parent tree and its tab order."""

    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]


class Link(pdfdoc.LinkAnnotation):
    """A link of a page that also writes its place in the parent tree."""

    permitted = (*pdfdoc.LinkAnnotation.permitted, "StructParent")


class TimeStamp(NamedTuple):
    """A moment in the shape that ReportLab asks for: its offset from UTC in hours and minutes."""

    YMDhms: tuple[int, int, int, int, int, int]
    dhh: int
    dmm: int


class OpenCanvas(Canvas):
    """A canvas that shows the code of the page being drawn and the document under it."""

    @property
    def code(self) -> list[str]:
        """The operators of the page so far."""
        code: list[str] = self._code
        return code

    @property
    def pdf(self) -> Any:
        """The document being written, with its objects."""
        return self._doc

    @property
    def sheet(self) -> tuple[float, float]:
        """The width and height of the page, in points."""
        width, height = self._pagesize
        return width, height

    def current_text(self) -> Any:
        """Return the text object of the paragraph whose `<onDraw>` is being answered."""
        return self._curr_tx_info["tx"]

    def add_link(self, words: str, box: tuple[float, float, float, float], place: str, number: int) -> Link:
        """Make a box of the page, in points, lead to a bookmark, and return the link; `number` is its place in the parent tree."""
        link = Link(box, words, self._bookmarkReference(place), Border="[0 0 0]", F=4, StructParent=number)
        self._addAnnotation(link)
        return link

    def set_time(self, stamp: TimeStamp) -> None:
        """Set the only date in the file."""
        self._doc._timeStamp = stamp


class OpenText(PDFTextObject):
    """A text object that shows its code, and ends each line with a real space.

    Without that space a screen reader says « votrecommune ».
    """

    @property
    def canvas(self) -> Any:
        """The canvas it was begun on."""
        return self._canvas

    @property
    def code(self) -> list[str]:
        """The operators so far."""
        return self._code

    @code.setter
    def code(self, code: list[str]) -> None:
        self._code = code

    def _textOut(self, text: Any, TStar: int = 0) -> None:  # noqa: N802, N803 – ReportLab's names
        if TStar and isinstance(text, str) and not text.endswith(_JOINS):
            text += " "
        PDFTextObject._textOut(self, text, TStar)


class SteadyTable(Table):
    """A table that is measured once for a width: what holds it asks at each page, and each of its cells asks it again."""

    measured_at: float | None = None

    def _calc(self, availWidth: float, availHeight: float) -> None:  # noqa: N803 – ReportLab's names
        if self.measured_at != availWidth or self._spanCmds:  # with spans, ReportLab may stop at the foot of the page
            Table._calc(self, availWidth, availHeight)
            self.measured_at = availWidth


def time_of(document: Any) -> TimeStamp:
    """Return the moment that a document says it was made at."""
    stamp: TimeStamp = document._timeStamp
    return stamp


def filled_part(frame: Frame) -> float:
    """Return which part of a frame is used, from 0 to 1."""
    return float(1 - (frame._y - frame._y1p) / frame._height)


def has_whole_page(flowable: Any) -> bool:
    """Tell whether a flowable that is being split stands at the top of a page: no other will have more room."""
    frame = getattr(flowable, "_frame", None)
    return hasattr(flowable, "_postponed") or bool(frame and frame._atTop)


def cells_of(table: Table) -> list[list[Any]]:
    """Return the cells of a table, row by row."""
    cells: list[list[Any]] = table._cellvalues
    return cells


def heights_of(table: Table) -> Sequence[float]:
    """Return the heights of the rows of a table that was wrapped, in points."""
    heights: Sequence[float] = table._rowHeights
    return heights


def paddings_of(table: Table) -> list[tuple[float, float]]:
    """Return the air at the left and the right of each cell of a table's last row, in points."""
    return [(cell.leftPadding, cell.rightPadding) for cell in table._cellStyles[-1]]


def widths_of(table: Table) -> Sequence[Any]:
    """Return the column widths that a table was given."""
    widths: Sequence[Any] = table._argW
    return widths


def has_ground(table: Table) -> bool:
    """Tell whether a table has a background."""
    return bool(table._bkgrndcmds)


def has_line_above(table: Table) -> bool:
    """Tell whether a table has a line above one of its rows."""
    return any(command[0] == "LINEABOVE" for command in table._linecmds)


def kept_in(group: KeepTogether) -> Sequence[Any]:
    """Return what is kept together."""
    content: Sequence[Any] = group._content
    return content


def padded_in(padder: TopPadder) -> Any:
    """Return what stands at the foot of the page."""
    return padder._TopPadder__f


def at_top(flowable: Flowable) -> bool:
    """Tell whether a flowable being drawn is the first under the running head of a later page."""
    frame = getattr(flowable, "_frame", None)
    return frame is not None and frame.id == "later" and bool(frame._atTop)


def take_line_above(table: Table) -> None:
    """Take away the line above the first row of a table."""
    table._linecmds = [command for command in table._linecmds if command[0] != "LINEABOVE" or command[1][1] != 0]

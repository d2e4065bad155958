"""The defects of ReportLab that no subclass can reach, put right once when this module is imported."""

from __future__ import annotations

import re
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.platypus import paragraph

# Arrays on one line and binary streams: smaller files, and the same bytes whatever the length of an array.
pdfdoc.PDFArray.multiline = False
rl_config.useA85 = 0

_format_stream = pdfdoc.PDFStream.format
_END = b"endstream\n"
#: Longest block of a character map that readers must accept (Adobe technical note 5014).
_BLOCK = 100


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
    return list(text.split(delimiter)) if delimiter is not None else _words(text)


def _words(text: str) -> list[str]:
    return [word for word in _split_words(text) if word]


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

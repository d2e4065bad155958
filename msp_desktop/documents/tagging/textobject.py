"""A text object that marks its own content, piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.textobject import PDFTextObject

from msp_desktop.documents.tagging.elements import Node
from msp_desktop.documents.tagging.sweep import Marked

if TYPE_CHECKING:
    from msp_desktop.documents.tagging.canvas import TaggedCanvas

#: A line that ends with one of these needs no word space before the next.
_JOINS = ("-", "\u00ad", "\u2011", " ")


class _Switch(str):
    """A place where the text goes into a link, or (node None) comes back."""

    node: Node | None

    def __new__(cls, node: Node | None) -> _Switch:
        switch = str.__new__(cls, "")
        switch.node = node
        return switch


class _Spoken(str):
    """A place where glyphs begin that stand for another text; empty where they end."""

    __slots__ = ()


class TaggedText(PDFTextObject):
    """Text whose pieces know their structure element."""

    _canvas: TaggedCanvas
    _code: list[str]

    def _textOut(self, text: Any, TStar: int = 0) -> None:  # noqa: N802, N803 – ReportLab's names
        # A real space ends each line, else a screen reader says « votrecommune ».
        if TStar and isinstance(text, str) and not text.endswith(_JOINS):
            text += " "
        PDFTextObject._textOut(self, text, TStar)

    def _linkRecord(self, link: Any, command: str) -> None:  # noqa: N802 – ReportLab's name
        canvas = self._canvas
        top = canvas.top()
        if top is None:
            return
        if command == "start":
            node = canvas.link_node(top, link)
            self._code.insert(len(self._code) - 1, _Switch(node))
            canvas.pending_links.append((str(link[1]).lstrip("#"), node))
        else:
            self._code.append(_Switch(None))

    def spoken(self, text: str) -> None:
        """Say that the glyphs from here on stand for `text`; an empty text ends it."""
        self._code.append(_Spoken(text))

    def getCode(self) -> str:  # noqa: N802 – ReportLab's name
        """Return the code with its marks; plain inside a figure or an artifact."""
        canvas = self._canvas
        base = None if canvas.in_block() else canvas.top()
        if base is None:
            self._code = [e for e in self._code if not isinstance(e, _Switch | _Spoken)]
            return str(PDFTextObject.getCode(self))
        self._code = self._marked(base)
        return Marked(PDFTextObject.getCode(self))

    def _marked(self, base: Node) -> list[str]:
        """Return the code with a BDC … EMC around each run of one element."""
        out: list[str] = []
        node, current, saying = base, None, False

        def close() -> None:
            nonlocal current, saying
            out.extend(["EMC"] * (saying + (current is not None)))
            current, saying = None, False

        for entry in self._code:
            if isinstance(entry, _Switch):
                node = entry.node or base
            elif isinstance(entry, _Spoken):
                if saying:
                    out.append("EMC")
                    saying = False
                if entry:
                    if current is not node:
                        close()
                        out.append(self._canvas.begin_content(node))
                        current = node
                    out.append(f"/Span <</ActualText <{_utf16(entry)}>>> BDC")
                    saying = True
            else:
                if current is not node:
                    close()
                    if " Tj" in entry or " TJ" in entry:
                        out.append(self._canvas.begin_content(node))
                        current = node
                out.append(entry)
        close()
        return out


def _utf16(text: str) -> str:
    return "FEFF" + text.encode("utf-16-be").hex().upper()

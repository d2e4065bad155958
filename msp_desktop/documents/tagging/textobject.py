"""A text object that marks its own content."""

from __future__ import annotations

from msp_desktop.documents.tagging.elements import Node
from msp_desktop.documents.tagging.internals import OpenText
from msp_desktop.documents.tagging.sweep import Marked
from msp_desktop.documents.tagging.tree import utf16


class _Spoken(str):
    """A place where glyphs begin that stand for another text; empty where they end."""

    __slots__ = ()


class TaggedText(OpenText):
    """Text of one structure element, or of none."""

    speaks = False

    def spoken(self, text: str) -> None:
        """Say that the glyphs from here on stand for `text`; an empty text ends it."""
        self.speaks = True
        self.code.append(_Spoken(text))

    def getCode(self) -> str:  # noqa: N802 – ReportLab's name
        """Return the code with its marks; plain inside a figure or an artifact."""
        node = self.canvas.text_owner()
        if node is None:
            if self.speaks:
                self.code = [entry for entry in self.code if not isinstance(entry, _Spoken)]
            return str(OpenText.getCode(self))
        if self.speaks:
            self.code = _said(self.code)
        return self._marked(node)

    def _marked(self, node: Node) -> str:
        """Return the code in one BDC … EMC, inside BT … ET; as it is where nothing is drawn."""
        text = str(OpenText.getCode(self))
        if " Tj" not in text and " TJ" not in text:
            return Marked(text)
        return Marked(f"BT {self.canvas.begin_content(node)}{text[2:-2]}EMC ET")


def _said(code: list[str]) -> list[str]:
    """Return the code with a Span and its ActualText around the glyphs that stand for another text."""
    out: list[str] = []
    open_span = False
    for entry in code:
        if not isinstance(entry, _Spoken):
            out.append(entry)
            continue
        if open_span:
            out.append("EMC")
        open_span = bool(entry)
        if entry:
            out.append(f"/Span <</ActualText {utf16(entry)}>> BDC")
    return [*out, "EMC"] if open_span else out

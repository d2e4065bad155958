"""Put the words of a PDF paragraph into a Word one: bold, italic, line ends, and what was said of each glyph."""

from __future__ import annotations

from typing import Any

from msp_desktop.documents.tagging.canvas import REPLACED
from msp_desktop.documents.tagging.flowables import TaggedParagraph
from msp_desktop.documents.word.styles import Styles


def add_runs(target: Any, source: TaggedParagraph) -> None:
    """Add the fragments of a ReportLab paragraph to a Word paragraph, whose style says how they look."""
    said = ""
    for fragment in source.written():
        callback = getattr(fragment, "cbDefn", None)
        if callback is not None and getattr(callback, "name", "") == "say":
            said = bytes.fromhex(callback.label).decode("utf-8")
            # What the PDF could not draw is written here as it was typed: Word has other fonts.
            text = said.removeprefix(REPLACED)
        elif getattr(fragment, "lineBreak", False):
            target.add_run().add_break()
            continue
        else:
            text = "" if said else fragment.text
        if not text:
            continue
        target.add_run(text, style=Styles.of_run(fragment.fontName, source.style))

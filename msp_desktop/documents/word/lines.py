"""What is written on one line of a Word document: boxes to tick side by side, words with a rule to write on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.shared import Pt
from reportlab.lib.units import mm

from msp_desktop.documents import fonts, style
from msp_desktop.documents.blocks.lists import BOX
from msp_desktop.documents.blocks.slip import FillLine
from msp_desktop.documents.tagging import ListItem
from msp_desktop.documents.tagging.flowables import TaggedParagraph
from msp_desktop.documents.word.runs import add_runs
from msp_desktop.documents.word.styles import Styles

#: Between a rule to write on and what follows it, in points.
_GAP = 7 * mm
#: The width of « _ » in Word's face, at 11 points.
_SIGN = 5.5


def one_line(paragraph: Any, parts: Sequence[TaggedParagraph], widths: Sequence[float]) -> None:
    """Write the parts on one paragraph, each where its column begins; `widths` are in points.

    Of two, what does not hold on the line goes on under the second, and a bold one stays bold.
    """
    stops, start = paragraph.paragraph_format.tab_stops, 0.0
    if len(parts) == 2 and not any(isinstance(part, FillLine) or is_box(part) for part in parts):
        paragraph.paragraph_format.left_indent = Pt(widths[0])
        paragraph.paragraph_format.first_line_indent = Pt(-widths[0])
    for number, (part, width) in enumerate(zip(parts, widths, strict=True)):
        if number:
            stops.add_tab_stop(Pt(start))
            paragraph.add_run("\t")
        if is_box(part):
            paragraph.add_run(f"{BOX}\u00a0")
        before = len(paragraph.runs)
        add_runs(paragraph, part)
        if part.style.fontName == fonts.BOLD:
            for run in paragraph.runs[before:]:
                run.style = Styles.of_run(fonts.BOLD, style.style("text"))
        if isinstance(part, FillLine):
            # Signs rather than a tab's leader, which LibreOffice does not draw at a line's end.
            words = fonts.width(part.getPlainText(identify=True), part.style.fontName, part.style.fontSize)
            paragraph.add_run(" " + "_" * int((width - _GAP - words) / _SIGN))
        start += width


def is_box(part: TaggedParagraph) -> bool:
    """Tell whether a list item is an answer to tick."""
    return isinstance(part, ListItem) and part.label == BOX

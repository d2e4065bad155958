"""The few things of Word's file format that python-docx has no call for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Santé 100 jours</Application></Properties>"
).encode()


def shade(cell: Any, colour: str) -> None:
    """Fill a cell with a colour (six hexadecimal digits)."""
    element = _element("w:shd", val="clear", color="auto", fill=colour)
    cell._tc.get_or_add_tcPr().append(element)


def borders(table: Any, *, top: str = "", inside: str = "", bottom: str = "", dashed: bool = False) -> None:
    """Give a table horizontal lines of these colours and no vertical ones."""
    kind = "dashed" if dashed else "single"
    frame = OxmlElement("w:tblBorders")
    for name, colour in (("top", top), ("bottom", bottom), ("insideH", inside)):
        if colour:
            frame.append(_element(f"w:{name}", val=kind, sz="6", space="0", color=colour))
    # The format fixes the order of what a table says of itself: lines come before its layout.
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(frame)


def line_under(paragraph: Any, colour: str) -> None:
    """Draw a line under a paragraph, to write on; another line follows it apart."""
    frame = OxmlElement("w:pBdr")
    for name in ("bottom", "between"):
        frame.append(_element(f"w:{name}", val="single", sz="4", space="1", color=colour))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        frame, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    paragraph.paragraph_format.space_before = Pt(8)


def keep_whole(row: Any) -> None:
    """Keep the words of a row on one page, and the row in one piece."""
    row._tr.get_or_add_trPr().insert(0, _element("w:cantSplit", val="true"))


def keep_with_next(element: Any) -> None:
    """Keep a paragraph, or every paragraph of a table, on the page of what follows."""
    paragraphs = [element] if element.tag == qn("w:p") else list(element.iter(qn("w:p")))
    for paragraph in paragraphs:
        paragraph.get_or_add_pPr().get_or_add_keepNext().val = True


def repeat_header(row: Any) -> None:
    """Have Word write the row again at the top of each page, and read it as the header."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader", val="true"))


def widths(table: Any, sizes: Sequence[float], total: float) -> None:
    """Set the widths of the columns, in points, and stop Word from changing them."""
    table.autofit = False
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = Pt(size)
    for row in table.rows:
        for cell, size in zip(row.cells, sizes, strict=True):
            cell.width = Pt(size)
    whole = table._tbl.tblPr.find(qn("w:tblW"))
    if whole is not None:
        whole.set(qn("w:type"), "dxa")
        whole.set(qn("w:w"), str(round(total * 20)))


def add_field(paragraph: Any, instruction: str) -> None:
    """Add a field that Word computes: PAGE, NUMPAGES."""
    for kind, text in (("begin", ""), ("", instruction), ("end", "")):
        run = paragraph.add_run()
        if kind:
            run._r.append(_element("w:fldChar", fldCharType=kind))
        else:
            words = OxmlElement("w:instrText")
            words.text = text
            run._r.append(words)


def set_language(document: Any, language: str) -> None:
    """Declare the language of the text, for Word's spelling and for screen readers."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    former = defaults.find(qn("w:lang"))
    if former is not None:
        defaults.remove(former)
    defaults.append(_element("w:lang", val=language, eastAsia=language))


def right_edge(style: Any, width: float) -> None:
    """Let a style's tabulations end the line at the right edge, `width` points from the left, and nowhere else."""
    stops = style.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Pt(width), WD_TAB_ALIGNMENT.RIGHT)


def dash_bullets(document: Any) -> None:
    """Begin bulleted lists with the dash of our pages, in the face of the text."""
    numbering = document.part.numbering_part.element
    for level in numbering.iter(qn("w:lvl")):
        named = level.find(qn("w:pStyle"))
        if named is not None and named.get(qn("w:val")) == "ListBullet":
            level.find(qn("w:lvlText")).set(qn("w:val"), "–")
            face = level.find(qn("w:rPr"))
            if face is not None:
                level.remove(face)


def forget_template(document: Any) -> None:
    """Take away what python-docx's own template says of another program and another document."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RT.THUMBNAIL:
            package.rels.pop(key)
        elif relation.reltype == RT.EXTENDED_PROPERTIES:
            relation.target_part._blob = _PROPERTIES
    styles = document.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in ("TableNormal", "TableGrid"):
            styles.remove(style)


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element

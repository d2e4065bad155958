"""Make one Word file of a story: the page, the letterhead, the footer, then the body."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE as WD_ROW_HEIGHT
from docx.shared import Mm, Pt
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from msp_desktop.documents import page, style
from msp_desktop.documents.text import normalised, without_blanks
from msp_desktop.documents.word.body import Writer
from msp_desktop.documents.word.oxml import (
    add_field,
    dash_bullets,
    forget_template,
    right_edge,
    set_language,
    widths,
)
from msp_desktop.documents.word.styles import Styles, dress
from msp_desktop.formats.french.case import capital

#: Characters that a property of a Word file may have.
_MOST = 255
#: Of the letterhead, which begins 13 mm down, in millimetres.
_LETTERHEAD_HEIGHT = 31


def word_bytes(story: Sequence[Flowable], furniture: page.Furniture, *, made_at: datetime, landscape: bool) -> bytes:
    """Return the Word file (.docx) of a story and its page furniture."""
    document = Document()
    styles = Styles(document)
    _set_up(document, furniture, made_at, landscape)
    if furniture.running:
        _running_head(document.sections[0].first_page_header, furniture)
    else:
        _letterhead(document.sections[0].first_page_header, furniture, styles)
    _running_head(document.sections[0].header, furniture)
    for footer in (document.sections[0].first_page_footer, document.sections[0].footer):
        _footer(footer, furniture)
    Writer(document, styles).write(story)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_up(document: Any, furniture: page.Furniture, made_at: datetime, landscape: bool) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin, section.right_margin = Mm(22), Mm(20)
    section.top_margin, section.bottom_margin = Mm(30), Mm(22)
    section.header_distance, section.footer_distance = Mm(13), Mm(9)
    section.different_first_page_header_footer = True
    for name in ("Normal", "List Bullet", "List Number", "Header", "Footer"):
        dress(document.styles[name], style.style("note" if name in ("Header", "Footer") else "text"), indented=False)
    for name in ("Header", "Footer"):
        right_edge(document.styles[name], style.TEXT_WIDTH)
    dash_bullets(document)
    forget_template(document)
    set_language(document, "fr-FR")
    words = document.core_properties
    words.title = f"{without_blanks(furniture.title)} – {furniture.commune}"[:_MOST]
    words.author = words.last_modified_by = furniture.author[:_MOST]
    words.subject, words.comments, words.language = without_blanks(furniture.title)[:_MOST], "", "fr-FR"
    words.created = words.modified = made_at.replace(tzinfo=None, microsecond=0)


def _letterhead(header: Any, furniture: page.Furniture, styles: Styles) -> None:
    table = header.add_table(1, 2, Mm(168))
    # As on our own pages, the text begins 45 mm down: Word pushes it below the header.
    table.rows[0].height, table.rows[0].height_rule = Mm(_LETTERHEAD_HEIGHT), WD_ROW_HEIGHT.AT_LEAST
    after = header.paragraphs[0]
    header._element.append(after._p)
    after.paragraph_format.line_spacing = Pt(1)
    widths(table, [style.MARGIN_COLUMN, style.AXIS_WIDTH], style.TEXT_WIDTH)
    left, right = table.rows[0].cells
    picture = page.flat_picture(furniture.arms)
    if picture is not None:
        data = io.BytesIO()
        picture.save(data, "PNG")
        scale = min(44 / picture.width, 22 / picture.height)
        left.paragraphs[0].add_run().add_picture(data, width=Mm(picture.width * scale))
    name = right.paragraphs[0]
    name.style = styles.of(ParagraphStyle("town_hall", parent=style.style("section"), fontSize=14))
    name.add_run(normalised(furniture.heading or furniture.author))
    for line in furniture.letterhead:
        right.add_paragraph(normalised(line), style="Header")
    if furniture.private:
        right.add_paragraph(style="Header").add_run(normalised(furniture.private_words), style="Strong")
    elif furniture.model:
        right.add_paragraph(style="Header").add_run(capital(page.MODEL_WORDS), style="Strong")


def _running_head(header: Any, furniture: page.Furniture) -> None:
    title = furniture.running_title
    paragraph = header.paragraphs[0]
    paragraph.add_run(normalised(furniture.running_name), style="Strong")
    paragraph.add_run(f"\t{normalised(title)}")


def _footer(footer: Any, furniture: page.Furniture) -> None:
    paragraph = footer.paragraphs[0]
    paragraph.add_run(normalised(f"{furniture.footer_place}{furniture.footer_marks}"))
    below = footer.add_paragraph(style="Footer")
    if furniture.made_on:
        below.add_run(f"établi le {furniture.made_on}")
    if furniture.numbered:
        below.add_run("\tpage\u00a0")
        add_field(below, "PAGE")
        below.add_run("\u00a0sur\u00a0")
        add_field(below, "NUMPAGES")

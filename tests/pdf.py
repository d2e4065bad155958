"""Read PDFs back: their text, where their words stand, how a page looks; with what pip brings, and no other program."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path

import page as validator
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from msp_desktop.ui.papers.page_view import rendered


def text(path: Path) -> str:
    """Return the text of every page."""
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def read(data: bytes) -> str:
    """Return the text of every page of a PDF in memory."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def squeezed(words: str) -> str:
    """Return a text without its spaces: where a line breaks is not what is compared."""
    return re.sub(r"\s+", "", words)


def assert_accessible(data: bytes) -> None:
    """Fail where a PDF breaks a rule of PDF/UA-1."""
    report = validator.validate_pdf_bytes(data, profile="ua1")
    assert report.is_compliant, [f"{failure.rule_id} {failure.message}" for failure in report.failures[:5]]


def picture(path: Path, number: int = 0, dots: int = 72) -> QImage:
    """Return a page as a picture of so many dots an inch, on white."""
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    image = rendered(document, number, round(document.pagePointSize(number).width() * dots / 72))
    document.close()
    return image


def ink(image: QImage) -> tuple[int, int, int, int]:
    """Return the bounds of what is drawn on a page: left, top, right, bottom, in dots."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = [bytes(grey.constScanLine(y))[: grey.width()] for y in range(grey.height())]
    dark = [y for y, line in enumerate(lines) if min(line) < 200]
    columns = [x for y in dark for x, value in enumerate(lines[y]) if value < 200]
    return min(columns), min(dark), max(columns), max(dark)


def places(path: Path) -> Sequence[tuple[int, str, float]]:
    """Return each run of text: its page, its words, how far its line is from the foot of the page, in points."""
    found: list[tuple[int, str, float]] = []
    for number, page in enumerate(PdfReader(path).pages):

        def note(words: str, of_page: list[float], of_text: list[float], *_font: object, number: int = number) -> None:
            if words.strip():
                found.append((number, words.strip(), of_text[4] * of_page[1] + of_text[5] * of_page[3] + of_page[5]))

        page.extract_text(visitor_text=note)
    return found

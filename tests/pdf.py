"""Read PDFs back: their text, where their words stand, how a page looks; with what pip brings, and no other program."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import page as validator
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, NameObject
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from msp_desktop.ui.papers.page_view import rendered


def text(path: Path) -> str:
    """Return the text of every page."""
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def read(data: bytes) -> str:
    """Return the text of every page of a PDF in memory."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def said(data: bytes) -> tuple[list[str], str]:
    """Return the text of each page, and the title, as the library that shows pages reads them: ten times quicker.

    The words of a page may be in another order than `text` gives: heads and feet first, or last.
    """
    document, held = QPdfDocument(), QBuffer()
    held.setData(data)
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(held)
    assert document.status() == QPdfDocument.Status.Ready
    pages = [document.getAllText(number).text() for number in range(document.pageCount())]
    title = str(document.metaData(QPdfDocument.MetaDataField.Title))
    document.close()
    return pages, title


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


def places(source: Path | PdfReader) -> Sequence[tuple[int, str, float]]:
    """Return each run of text: its page, its words, how far its line is from the foot of the page, in points."""
    found: list[tuple[int, str, float]] = []
    for number, page in enumerate((source if isinstance(source, PdfReader) else PdfReader(source)).pages):

        def note(words: str, of_page: list[float], of_text: list[float], *_font: object, number: int = number) -> None:
            if words.strip():
                found.append((number, words.strip(), of_text[4] * of_page[1] + of_text[5] * of_page[3] + of_page[5]))

        page.extract_text(visitor_text=note)
    return found


def heard(data: bytes) -> list[tuple[str, str]]:
    """Return what a screen reader hears, in its order: each element that has words of its own, and its words.

    What stands in no element (running heads, footers, decoration) is not among them.
    """
    reader = PdfReader(io.BytesIO(data))
    numbers = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages) if page.indirect_reference}
    words = [_marked_words(reader, page) for page in reader.pages]
    found: list[tuple[str, str]] = []

    def walk(node: Any, sheet: int) -> None:
        if "/Pg" in node:
            sheet = numbers[node.raw_get("/Pg").idnum]
        kids = node.get("/K", [])
        own = []
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = kid.get_object()
            if isinstance(kid, int):
                own.append(words[sheet].get(kid, ""))
            elif kid.get("/Type") == "/MCR":
                own.append(words[numbers[kid.raw_get("/Pg").idnum]].get(kid["/MCID"], ""))
            else:
                if own:
                    found.append((node["/S"][1:], " ".join(" ".join(own).split())))
                    own = []
                walk(kid, sheet)
        if own or "/Alt" in node:
            found.append((node["/S"][1:], str(node.get("/Alt", "")) or " ".join(" ".join(own).split())))

    walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"].get_object(), 0)
    return found


def tagged(data: bytes, kind: str) -> list[Any]:
    """Return the elements of one kind (« TH », « Figure »), in their order."""
    found: list[Any] = []

    def walk(node: Any) -> None:
        if node.get("/S") == f"/{kind}":
            found.append(node)
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            if hasattr(kid.get_object(), "get"):
                walk(kid.get_object())

    walk(PdfReader(io.BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]["/K"].get_object())
    return found


def _marked_words(reader: PdfReader, page: PageObject) -> dict[int, str]:
    """Return the words of each marked content of a page, by its number."""
    contents = page.get("/Contents")
    # Glyph numbers stay bytes, as `extract_text` reads them.
    operations = ContentStream(contents.get_object(), reader, "bytes").operations if contents is not None else []
    owners: list[int | None] = []
    open_marks: list[int | None] = []
    for operands, operator in operations:
        if operator in (b"BDC", b"BMC"):
            mark = operands[1].get("/MCID") if operator == b"BDC" and isinstance(operands[1], dict) else None
            open_marks.append(mark if mark is not None else open_marks[-1] if open_marks else None)
        elif operator == b"EMC":
            open_marks.pop()
        owners.append(open_marks[-1] if open_marks else None)
    found = {}
    for number in sorted({owner for owner in owners if owner is not None}):
        only = ContentStream(None, reader, "bytes")
        only.operations = [
            operation
            for operation, owner in zip(operations, owners, strict=True)
            if operation[1] not in (b"Tj", b"TJ", b"Do") or owner == number
        ]
        page[NameObject("/Contents")] = only
        found[number] = page.extract_text()
    return found

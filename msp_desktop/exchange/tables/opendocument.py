"""The sheets of a LibreOffice file (.ods), read from its one part of XML with Python's own library."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any
from xml.etree import ElementTree

from msp_desktop.domain.read_table import column_letter
from msp_desktop.errors import UserError
from msp_desktop.exchange.tables.kinds import MOST_COLUMNS, MOST_ROWS, password, too_large
from msp_desktop.exchange.tables.numbers import words_of_day, words_of_number
from msp_desktop.exchange.tables.sheet import Merged, Sheet
from msp_desktop.exchange.tables.workbook import FOREIGN_FAULTS, LINES, SHEETS, look
from msp_desktop.i18n import _

#: Names of the OpenDocument 1.3 schema (OASIS, part 3), as ElementTree writes them.
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


def read_ods(data: bytes) -> list[Sheet]:
    """Return the sheets that are shown, as text; UserError for what is no such file, or larger than a register."""
    try:
        look(data)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise password()
            with archive.open("content.xml") as file:
                return list(_sheets(file))
    except FOREIGN_FAULTS as error:
        raise UserError(
            _("This file is not a spreadsheet we can read. Save it as .xlsx or .csv, then try again.")
        ) from error


def _sheets(file: Any) -> Iterator[Sheet]:
    hidden: set[str] = set()
    reading: _Reading | None = None
    lines = count = 0
    for event, element in ElementTree.iterparse(file, ("start", "end")):
        if event == "start":
            if element.tag == f"{_TABLE}table" and reading is None and count < SHEETS:
                reading = _Reading(element.get(f"{_TABLE}name", ""), min(MOST_ROWS, LINES - lines))
            continue
        if element.tag == f"{_STYLE}style":
            properties = element.find(f"{_STYLE}table-properties")
            if properties is not None and properties.get(f"{_TABLE}display") == "false":
                hidden.add(element.get(f"{_STYLE}name", ""))
        elif reading is not None and element.tag == f"{_TABLE}table-column":
            reading.hidden_columns += element.get(f"{_TABLE}visibility") in ("collapse", "filter")
        elif reading is not None and element.tag == f"{_TABLE}table-row":
            reading.add(element)
            element.clear()
        elif reading is not None and element.tag == f"{_TABLE}table":
            count += 1
            lines += len(reading.rows)
            if element.get(f"{_TABLE}style-name") not in hidden:
                yield reading.sheet()
            reading = None
            element.clear()


class _Reading:
    """A sheet that is being read; blank rows are counted, and added when something stands below them."""

    def __init__(self, name: str, most: int) -> None:
        self.name, self.most = name, most
        self.rows: list[list[str]] = []
        self.blank = 0
        self.merged: list[Merged] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns = 0
        self.errors: list[str] = []
        self.uncounted: list[str] = []
        self.has_comments = False

    def add(self, row: Any) -> None:
        repeated = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
        cells: list[str] = []
        line = len(self.rows) + self.blank
        for cell in row:
            if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                continue
            words = _words(cell)
            if words.startswith(("#", "Err:")) and cell.get(f"{_TABLE}formula"):
                self.errors.append(f"{column_letter(len(cells))}{line + 1}")
                words = ""
            elif not words and cell.get(f"{_TABLE}formula") and not cell.get(f"{_OFFICE}value-type"):
                self.uncounted.append(f"{column_letter(len(cells))}{line + 1}")
            self.has_comments = self.has_comments or cell.find(f"{_OFFICE}annotation") is not None
            down = int(cell.get(f"{_TABLE}number-rows-spanned", "1"))
            if down > 1 or int(cell.get(f"{_TABLE}number-columns-spanned", "1")) > 1:
                self.merged.append(Merged(line, len(cells), line + down - 1, len(cells)))
            across = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
            cells += [words] * min(across, MOST_COLUMNS - len(cells))
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            self.blank += repeated
            return
        if line + repeated > self.most:
            raise too_large()
        self.rows += [[] for _number in range(self.blank)]
        self.blank = 0
        if row.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            self.hidden_rows += range(line + 1, line + 1 + repeated)
        self.rows += [list(cells) for _number in range(repeated)]

    def sheet(self) -> Sheet:
        return Sheet(
            self.rows,
            self.name,
            tuple(self.merged),
            tuple(self.hidden_rows),
            self.hidden_columns,
            tuple(self.errors),
            tuple(self.uncounted),
            self.has_comments,
        )


def _words(cell: Any) -> str:
    """Return what a cell shows, with every digit of its number: what is shown may be « 5,55E+08 » or « ### »."""
    shown = "\n".join(_paragraph(part) for part in cell if part.tag == f"{_TEXT}p").strip()
    kind = cell.get(f"{_OFFICE}value-type", "")
    if kind == "float":
        number = float(cell.get(f"{_OFFICE}value", ""))
        exact = words_of_number(number, "")
        digits = "".join(filter(str.isdecimal, shown))
        # « 0555000001 » and « +33555000001 » are more than the number; « 5,6E+08 » and « 12 » for 12.4 are less.
        return shown if number.is_integer() and digits.endswith(exact) and "E" not in shown.upper() else exact
    if kind == "date":
        day = date.fromisoformat(cell.get(f"{_OFFICE}date-value", "")[:10])
        figures = "".join(letter if letter.isdecimal() else " " for letter in shown).split()
        has_day = not shown or any(int(figure) == day.day for figure in figures if len(figure) <= 2)
        return words_of_day(day, "" if has_day else "mm/yyyy")
    if kind == "boolean":
        return "oui" if cell.get(f"{_OFFICE}boolean-value") == "true" else "non"
    return shown


def _paragraph(part: Any) -> str:
    words = part.text or ""
    for inner in part:
        if inner.tag == f"{_TEXT}s":
            words += " " * min(int(inner.get(f"{_TEXT}c", "1")), 1000)
        elif inner.tag in (f"{_TEXT}line-break", f"{_TEXT}tab"):
            words += "\n" if inner.tag == f"{_TEXT}line-break" else "\t"
        elif inner.tag.startswith(_TEXT):
            words += _paragraph(inner)
        words += inner.tail or ""
    return words

"""The sheets of a workbook that another program wrote: looked at as bytes first, then read by openpyxl."""

from __future__ import annotations

import io
import lzma
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, time
from typing import Any

from msp_desktop.domain.read_table import column_letter
from msp_desktop.errors import UserError
from msp_desktop.exchange.tables.kinds import MOST_COLUMNS, MOST_ROWS, Table, password, too_large
from msp_desktop.exchange.tables.numbers import words_of_day, words_of_number
from msp_desktop.exchange.tables.sheet import Merged, Sheet
from msp_desktop.i18n import _

#: Most bytes of all that is read once unpacked, most marks « < » in it (a cell takes four), most bytes of the list of
#: parts: what takes longer to read than anybody waits is no register.
UNPACKED, MARKS, LISTED = 100_000_000, 5_000_000, 200_000
#: What a damaged or made-up workbook has made zipfile, the XML parser and openpyxl raise, found by changing its bytes.
FOREIGN_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError, NameError, OSError,
    RuntimeError, SyntaxError, TypeError, ValueError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error,
)  # fmt: skip
_END = b"PK\x05\x06"
#: What openpyxl does not tell while it reads row by row: merged ranges, and what is hidden.
_MERGE = re.compile(
    rb"""<(?:\w{1,9}:)?mergeCell\s[^<>]{0,200}?\bref\s*=\s*["']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})["']"""
)
_HIDDEN_ROW = re.compile(
    rb"""<(?:\w{1,9}:)?row\s(?=[^<>]{0,400}?\bhidden\s*=\s*["'](?:1|true)["'])[^<>]{0,400}?\br=["'](\d{1,7})["']"""
)
#: A formula without its result, as programs write it that do not calculate; an empty text is one (« t="str" »).
_UNCOUNTED = re.compile(
    rb"""<(?:\w{1,9}:)?c\s(?![^<>]{0,200}?\bt=["']str["'])[^<>]{0,200}?\br=["']([A-Z]{1,3}\d{1,7})["'][^<>]{0,200}>\s{0,9}"""
    rb"""<(?:\w{1,9}:)?f(?:\s[^<>]{0,400})?(?:/>|>[^<]{0,9000}</(?:\w{1,9}:)?f>)\s{0,9}"""
    rb"""(?:<(?:\w{1,9}:)?v\s{0,9}/>|<(?:\w{1,9}:)?v></(?:\w{1,9}:)?v>)?\s{0,9}</(?:\w{1,9}:)?c>"""
)
_HIDDEN_COLUMN = re.compile(rb"""<(?:\w{1,9}:)?col\s[^<>]{0,400}?\bhidden\s*=\s*["'](?:1|true)["']""")


#: Most sheets looked at (a register has one for each profession, at most), and most lines of all of them.
SHEETS, LINES = 30, 3 * MOST_ROWS


def read_xlsx(data: bytes) -> list[Sheet]:
    """Return the sheets that are shown, as text; UserError for what is no workbook, or larger than a register."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of each part it leaves aside
            look(data)
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                sheets: list[Sheet] = []
                for sheet in shown[:SHEETS]:
                    most = min(MOST_ROWS, LINES - sum(len(read.rows) for read in sheets))
                    part = sheet._worksheet_path
                    sheets.append(_sheet(sheet, archive.read(part), most, _has_comments(archive, part)))
                return sheets
    except (*FOREIGN_FAULTS, InvalidFileException) as error:
        raise UserError(
            _("This file is not a spreadsheet we can read. Save it as .xlsx or .csv, then try again.")
        ) from error


def _has_comments(archive: zipfile.ZipFile, part: str) -> bool:
    """Tell whether comments are attached to cells of a sheet, by the parts it names."""
    folder, _slash, name = part.rpartition("/")
    try:
        return b"relationships/comments" in archive.read(f"{folder}/_rels/{name}.rels")
    except KeyError:
        return False


def _sheet(sheet: Any, content: bytes, most: int, has_comments: bool) -> Sheet:
    table: Table = []
    errors: list[str] = []
    last = 0
    for row in sheet.iter_rows(max_row=most + 1, max_col=MOST_COLUMNS):
        cells = ["" if cell.value is None else _text(cell) for cell in row]
        errors += [
            f"{column_letter(number)}{len(table) + 1}" for number, cell in enumerate(row) if cell.data_type == "e"
        ]
        while cells and not cells[-1]:
            cells.pop()
        table.append(cells)
        last = len(table) if cells else last
        if last > most:
            raise too_large()
    del table[last:]
    hidden = (int(found[1]) for found in _HIDDEN_ROW.finditer(content))
    return Sheet(
        table,
        sheet.title,
        tuple(_merged(content)),
        tuple(number for number in hidden if 0 < number <= last and table[number - 1]),
        len(_HIDDEN_COLUMN.findall(content)),
        tuple(errors),
        tuple(found[1].decode() for found in _UNCOUNTED.finditer(content)),
        has_comments,
    )


def _merged(content: bytes) -> Iterator[Merged]:
    from openpyxl.utils.cell import range_boundaries

    for found in _MERGE.finditer(content):
        left, top, right, bottom = range_boundaries(found[1].decode())
        yield Merged(top - 1, left - 1, bottom - 1, right - 1)


def look(data: bytes, unpacked: int = UNPACKED, most_marks: int = MARKS) -> None:
    """Refuse what would take too long or too much memory; BadZipFile and others for what is no archive.

    `unpacked` and `most_marks` are what it may hold, in bytes and in marks « < ».
    """
    end = data.rfind(_END)
    if end >= 0 and struct.unpack_from("<L", data, end + 12)[0] > LISTED:
        raise too_large()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [part for part in archive.infolist() if part.filename.endswith((".xml", ".rels"))]
        if any(part.flag_bits & 1 for part in parts):
            raise password()
        if sum(part.file_size for part in parts) > unpacked:
            raise too_large()
        marks = 0
        for part in parts:
            with archive.open(part) as file:
                while chunk := file.read(1 << 20):
                    marks += chunk.count(b"<")
                    if marks > most_marks:
                        raise too_large()
                    if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
                        raise ValueError("no workbook declares entities")


def _text(cell: Any) -> str:
    value = cell.value
    if cell.data_type == "e":
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date | time):  # a datetime too
        return words_of_day(value, cell.number_format or "")
    if isinstance(value, int | float):
        return words_of_number(value, cell.number_format or "")
    return str(value)

"""Tables as files: xlsx, and csv with semicolons; read defensively, written for any spreadsheet program."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msp_desktop.domain.typed import clean_text
from msp_desktop.errors import UserError
from msp_desktop.files import write_whole
from msp_desktop.i18n import _

#: The longest text a cell of an xlsx may hold; a longer one goes on in the next numbered column.
CELL = 32_767
#: What an inventory can need at most: beyond, the file is not one.
MOST_ROWS, MOST_COLUMNS, MOST_BYTES = 20_000, 200, 60_000_000
_UNPACKED = 200_000_000
_FORMULA = ("=", "@", "-", "+", "\t")

Table = list[list[str]]


def read_table(path: Path) -> Table:
    """Read the first sheet of a spreadsheet as text; UserError for what is not one."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(_("This file is too large for an inventory."))
        data = path.read_bytes()
    except OSError as error:
        raise UserError(_("This file cannot be read. Check that it is still there and not open elsewhere.")) from error
    rows = _read_xlsx(data) if data[:2] == b"PK" else _read_csv(data)
    whole = joined([[clean_text(cell) for cell in row] for row in rows])
    trimmed = [[_released(cell.strip()) for cell in row] for row in whole]
    kept = [row for row in trimmed if any(row)]
    width = max((column + 1 for row in kept for column, cell in enumerate(row) if cell), default=0)
    return [row[:width] + [""] * (width - len(row)) for row in kept]


def write_table(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a table as xlsx or csv by the file's ending; every cell is text, never a formula."""
    try:
        content = _csv_bytes(header, rows) if path.suffix.lower() == ".csv" else _xlsx_bytes(header, rows)
        write_whole(path, content)
    except OSError as error:
        raise UserError(
            _("The spreadsheet could not be written: close it if it is open, or choose another folder.")
        ) from error


def joined(rows: Table) -> Table:
    """Join texts that were split over numbered columns (« Notes », « Notes (2) »…)."""
    if not rows:
        return rows
    header = rows[0]
    homes: dict[int, int] = {}
    for column, name in enumerate(header):
        stem, _space, number = name.rpartition(" ")
        if stem in header[:column] and number[:1] == "(" and number[-1:] == ")" and number[1:-1].isdecimal():
            homes[column] = header.index(stem)
    if not homes:
        return rows
    out = []
    for index, row in enumerate(rows):
        cells = list(row) + [""] * (len(header) - len(row))
        if index:
            for column, home in homes.items():
                cells[home] += cells[column]
        out.append([cell for column, cell in enumerate(cells) if column not in homes])
    return out


def _read_xlsx(data: bytes) -> Table:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    refused = UserError(_("This file is not a spreadsheet we can read. Save it as .xlsx or .csv, then try again."))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _UNPACKED:
                raise UserError(_("This file is too large for an inventory."))
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        worksheet = book.worksheets[0]
        rows = worksheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
        table = [[_text(value) for value in row] for row in rows]
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, SyntaxError, OSError,
            EOFError, TypeError, AttributeError) as error:  # fmt: skip
        # openpyxl lets through whatever a damaged part makes its parsers raise.
        raise refused from error
    if len(table) > MOST_ROWS:
        raise UserError(_("This file is too large for an inventory."))
    return table


def _text(value: object) -> str:
    from datetime import datetime

    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return str(value)


def _read_csv(data: bytes) -> Table:
    text = decoded(data)
    first = text.partition("\n")[0]
    delimiter = max(";\t,", key=first.count)
    limit = csv.field_size_limit(2_000_000)
    try:
        rows = []
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append(row[:MOST_COLUMNS])
            if len(rows) > MOST_ROWS:
                raise UserError(_("This file is too large for an inventory."))
    except csv.Error as error:
        raise UserError(
            _("This file is not a regular table (a quote may not be closed). Save it again as .xlsx, then try again.")
        ) from error
    finally:
        csv.field_size_limit(limit)
    return rows


def decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8 strictly, then UTF-16 with its mark, then Windows' own; else UserError."""
    noise = UserError(_("This file is not a table of text. Save it as .xlsx or .csv, then try again."))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise noise from error
    sample = data[:100_000]
    control = sum(byte < 32 and byte not in (9, 10, 13) for byte in sample)
    if control > len(sample) / 500:
        raise noise
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError as error:
            raise noise from error


def _released(text: str) -> str:
    """Remove the apostrophe that `neutral` added."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULA) else text


def _csv_bytes(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def neutral(text: str) -> str:
    """Return a cell that no spreadsheet will run as a formula; « +33 5 … » and « -2 » are left as they are."""
    if not text.startswith(_FORMULA):
        return text
    rest = text[1:].replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    if text[0] in "+-" and (not rest or rest.replace(".", "").replace(",", "").isdigit()):
        return text
    return "'" + text


def _xlsx_bytes(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font

    parts = [max([1, *(-(-len(row[column]) // CELL) for row in rows)]) for column in range(len(header))]
    names = [
        name if not part else f"{name} ({part + 1})"
        for name, count in zip(header, parts, strict=True)
        for part in range(count)
    ]
    book = Workbook()
    worksheet = book.active
    worksheet.title = "Tableau"
    worksheet.freeze_panes = "A2"
    for number, row in enumerate([names, *(_pieces(row, parts) for row in rows)], 1):
        for column, text in enumerate(row, 1):
            if not text:
                continue
            cell = worksheet.cell(number, column, ILLEGAL_CHARACTERS_RE.sub("", text))
            cell.data_type = "s"  # text, even when it begins with « = »
            if number == 1:
                cell.font = Font(bold=True)
    return _saved(book)


def _pieces(row: Sequence[str], parts: Sequence[int]) -> list[str]:
    return [
        text[part * CELL : (part + 1) * CELL] for text, count in zip(row, parts, strict=True) for part in range(count)
    ]


def _saved(book: Any) -> bytes:
    """Return the bytes of a workbook, made in memory: openpyxl's own way leaves the names in the temporary folder."""
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    class InMemory(ExcelWriter):  # type: ignore[misc]  # openpyxl has no types
        def write_worksheet(self, worksheet: Any) -> None:
            writer = WorksheetWriter(worksheet, out=io.BytesIO())
            writer.write()
            worksheet._rels = writer._rels
            self._archive.writestr(worksheet.path[1:], writer.out.getvalue())
            self.manifest.append(worksheet)

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        InMemory(book, archive).save()
    return out.getvalue()

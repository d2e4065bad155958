"""Tables as files: xlsx, and csv with semicolons; read defensively, written for any spreadsheet program."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.db.faults import explained
from msp_desktop.domain.read_table import ReadTable, column_letter, column_name
from msp_desktop.domain.typed import clean_text
from msp_desktop.errors import UserError
from msp_desktop.exchange.tables.header import Header, Score, header_of
from msp_desktop.exchange.tables.kinds import MOST_BYTES, Table, is_ods, refuse_other_kinds, too_large
from msp_desktop.exchange.tables.opendocument import read_ods
from msp_desktop.exchange.tables.sheet import Sheet, fill_down, named, told_of
from msp_desktop.exchange.tables.text import read_csv
from msp_desktop.exchange.tables.workbook import read_xlsx
from msp_desktop.files import write_whole
from msp_desktop.i18n import _

#: The longest text a cell of an xlsx may hold; a longer one goes on in the next numbered column.
CELL = 32_767
#: How some programs have a spreadsheet keep a number's zeros: « ="0555000001" ».
_AS_TEXT = re.compile(r'\A="([^"]*)"\s*\Z')
#: Errors of calculation, in French and in English, and what is too wide for its column.
_ERROR = re.compile(r"#(?:REF!|VALEUR!|VALUE!|N/A|NOM\?|NAME\?|DIV/0!|NUL!|NULL!|NOMBRE!|NUM!|#+)", re.IGNORECASE)
#: What stands for the words of the cell above.
_DITTO = frozenset(("idem", "id.", "ibid.", '"', "''", "”", "″", "〃", "-idem-", '-"-', "- idem -", "idem."))
_FORMULA = ("=", "@", "-", "+")
#: What a cell that is written holds: text, or a number that a spreadsheet can add up.
Value = str | int
#: What XML has no place for: a single one and no workbook is written.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def read_table(path: Path, score: Score | None = None) -> ReadTable:
    """Read a spreadsheet as text: the sheet that names columns best, its columns and its rows.

    `score` tells what is known of a cell's words (1: the name of a column, -1: somebody's, 0: nothing), by which the
    line that names the columns is found; where none does, they are called by their letters. Without it the first line
    names them. UserError for what is no spreadsheet, with what to do instead.
    """
    sheets = read_sheets(path)
    filled = [fill_down(sheet) for sheet in sheets]
    found = [header_of(sheet.rows, score) for sheet in sheets]
    # Of two as good, the longer; of two as long, the first.
    best = max(range(len(sheets)), key=lambda number: (found[number][1], len(sheets[number].rows), -number), default=-1)
    if best < 0:
        return ReadTable()
    sheet, (header, _sure) = sheets[best], found[best]
    others = [other.name for number, other in enumerate(sheets) if number != best and len(other.rows) > 1]
    told = list(told_of(sheet, filled[best]))
    if others:
        told.insert(
            0, _("Only the sheet « {name} » was read, not: {others}.").format(name=sheet.name, others=named(others))
        )
    return _table(sheet, header, (*told, *_repeat_ditto(sheet, header.first)))


def read_sheets(path: Path) -> list[Sheet]:
    """Return the sheets of a spreadsheet that are shown, as text; UserError for what is not one."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise too_large()
        if not path.is_file():
            raise OSError  # a pipe would never answer, and some devices never end
        data = path.read_bytes()
    except OSError as error:
        raise UserError(_("This file cannot be read. Check that it is still there and not open elsewhere.")) from error
    refuse_other_kinds(data)
    if data[:2] == b"PK":
        sheets = read_ods(data) if is_ods(data) else read_xlsx(data)
    else:
        sheets = [Sheet([[released(_AS_TEXT.sub(r"\1", cell)) for cell in row] for row in read_csv(data)])]
    for sheet in sheets:
        sheet.rows[:] = [[clean_text(cell) if cell.strip() else "" for cell in row] for row in sheet.rows]
    return [_without_errors(sheet) for sheet in sheets]


def _without_errors(sheet: Sheet) -> Sheet:
    """Return a sheet whose errors of calculation that another program wrote as words are empty cells, and told."""
    errors = []
    for line, row in enumerate(sheet.rows, 1):
        for number, cell in enumerate(row):
            if cell[:1] == "#" and _ERROR.fullmatch(cell.strip()):
                row[number] = ""
                errors.append(f"{column_letter(number)}{line}")
    return replace(sheet, errors=(*sheet.errors, *errors)) if errors else sheet


def _repeat_ditto(sheet: Sheet, first: int) -> tuple[str, ...]:
    """Give each cell « idem » the words above it, in place, from a line on; return what is told of it."""
    places = []
    for line in range(first + 1, len(sheet.rows)):
        above, row = sheet.rows[line - 1], sheet.rows[line]
        for column, cell in enumerate(row[: len(above)]):
            if cell.strip().lower() in _DITTO and above[column].strip():
                row[column] = above[column]
                places.append(f"{column_letter(column)}{line + 1}")
    if not places:
        return ()
    return (_("Cells « idem », given the words above them: {cells}.").format(cells=named(places)),)


def _table(sheet: Sheet, header: Header, told: tuple[str, ...]) -> ReadTable:
    lines = [(number, row) for number, row in enumerate(sheet.rows[header.first :], header.first + 1) if any(row)]
    cells = joined([list(header.names), *(row for _number, row in lines)])
    width = max((column + 1 for row in cells for column, cell in enumerate(row) if cell), default=0)
    padded = [tuple(row[:width] + [""] * (width - len(row))) for row in cells]
    return ReadTable(
        columns=tuple(column_name(number, name) for number, name in enumerate(padded[0])),
        rows=tuple(padded[1:]),
        lines=tuple(number for number, _row in lines),
        header_line=header.line + 1,
        sheet=sheet.name,
        told=told,
    )


class Page(Struct, frozen=True):
    """A sheet of a workbook that is written."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Value]]


def write_table(
    path: Path,
    header: Sequence[str],
    rows: Sequence[Sequence[Value]],
    more: Sequence[Page] = (),
    title: str = "Tableau",
) -> None:
    """Write a table as xlsx or csv by the file's ending; every cell is text or a number, never a formula.

    `more` are the sheets after it in a workbook; a csv has none.
    """
    if path.suffix.lower() == ".csv":
        content = _csv_bytes(header, rows)
    else:
        content = _xlsx_bytes([Page(title, header, rows), *more])
    try:
        with explained():
            write_whole(path, content)
    except UserError as error:
        if isinstance(error.__cause__, PermissionError):
            raise UserError(
                _("The spreadsheet could not be written: close it if it is open, or choose another folder.")
            ) from error
        raise


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


def _csv_bytes(header: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([neutral(str(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def neutral(text: str) -> str:
    """Return a cell that no spreadsheet will run as a formula; « +33 5 … » and « -2 » are left as they are."""
    return f"'{text}" if _could_run(text) else text


def released(text: str) -> str:
    """Return the cell without the apostrophe that `neutral` added."""
    return text[1:] if text[:1] == "'" and _could_run(text) else text


def _could_run(text: str) -> bool:
    """Tell whether a spreadsheet might take a cell for a formula, were the spaces and apostrophes before it lost."""
    if text.lstrip("'")[:1] in ("\t", "\r"):
        return True
    core = text.lstrip("' \t\r\n\u00a0\u202f")
    if not core.startswith(_FORMULA):
        return False
    rest = core[1:].replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    return core[0] not in "+-" or not (not rest or rest.replace(".", "").replace(",", "").isdigit())


def _xlsx_bytes(pages: Sequence[Page]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for page in pages:
        _fill(book.create_sheet(page.title), page.header, page.rows)
    return _saved(book)


def _fill(worksheet: Any, header: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    from openpyxl.styles import Font

    parts = [max([1, *(-(-len(str(row[column])) // CELL) for row in rows)]) for column in range(len(header))]
    names = [
        name if not part else f"{name} ({part + 1})"
        for name, count in zip(header, parts, strict=True)
        for part in range(count)
    ]
    worksheet.freeze_panes = "A2"
    written: list[Sequence[Value]] = [names, *(_pieces(row, parts) for row in rows)]
    for number, row in enumerate(written, 1):
        for column, text in enumerate(row, 1):
            if isinstance(text, int):
                worksheet.cell(number, column, text)
                continue
            if not text:
                continue
            cell = worksheet.cell(number, column, _NOT_IN_XML.sub("", text))
            cell.data_type = "s"  # text, even when it begins with « = »
            if number == 1:
                cell.font = Font(bold=True)


def _pieces(row: Sequence[Value], parts: Sequence[int]) -> list[Value]:
    return [
        text if isinstance(text, int) else text[part * CELL : (part + 1) * CELL]
        for text, count in zip(row, parts, strict=True)
        for part in range(count)
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

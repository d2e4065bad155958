"""The first sheet of a workbook that another program wrote: looked at as bytes first, then read by openpyxl."""

from __future__ import annotations

import io
import lzma
import struct
import warnings
import zipfile
import zlib
from datetime import date

from msp_desktop.errors import UserError
from msp_desktop.exchange.tables.kinds import MOST_COLUMNS, MOST_ROWS, Table, password, too_large
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


def read_xlsx(data: bytes) -> Table:
    """Return the cells of the first sheet as text; UserError for what is no workbook, or larger than a register."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of each part it leaves aside
            _look(data)
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
            table = []
            for row in rows:
                table.append([_text(value) for value in row])
                if len(table) > MOST_ROWS:
                    raise too_large()
    except (*FOREIGN_FAULTS, InvalidFileException) as error:
        raise UserError(
            _("This file is not a spreadsheet we can read. Save it as .xlsx or .csv, then try again.")
        ) from error
    return table


def _look(data: bytes) -> None:
    """Refuse what would take too long or too much memory; BadZipFile and others for what is no archive."""
    end = data.rfind(_END)
    if end >= 0 and struct.unpack_from("<L", data, end + 12)[0] > LISTED:
        raise too_large()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [part for part in archive.infolist() if part.filename.endswith((".xml", ".rels"))]
        if any(part.flag_bits & 1 for part in parts):
            raise password()
        if sum(part.file_size for part in parts) > UNPACKED:
            raise too_large()
        marks = 0
        for part in parts:
            with archive.open(part) as file:
                while chunk := file.read(1 << 20):
                    marks += chunk.count(b"<")
                    if marks > MARKS:
                        raise too_large()
                    if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
                        raise ValueError("no workbook declares entities")


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):  # a datetime too
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    return str(value)

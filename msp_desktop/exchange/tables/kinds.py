"""What a file is by its first bytes, whatever its name says, and what to do where we do not read it."""

from __future__ import annotations

import re

from msp_desktop.errors import UserError
from msp_desktop.i18n import _

#: What a register can need at most: beyond, the file is not one.
MOST_ROWS, MOST_COLUMNS, MOST_BYTES = 20_000, 200, 20_000_000

Table = list[list[str]]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WEB_PAGE = re.compile(rb"\s*<(!doctype html|html|table|head|body|\?xml|style|meta)", re.IGNORECASE)


def refuse_other_kinds(data: bytes) -> None:
    """Raise UserError for a file known to be something else than an .xlsx or a text, saying how to make it one."""
    if data.startswith(_OLE):
        raise password() if "EncryptedPackage".encode("utf-16-le") in data else old_workbook()
    if data.startswith(b"PK"):
        _refuse_other_archives(data)
    elif data[:1024].lstrip().startswith(b"%PDF"):
        raise UserError(_("This file is a PDF: ask for the spreadsheet it was made from (.xlsx or .csv)."))
    elif data[:5] == b"{\\rtf":
        raise UserError(_("This file is a text document: copy its table into a spreadsheet, and save it as .xlsx."))
    elif _WEB_PAGE.match(data[:1024].removeprefix(b"\xef\xbb\xbf")):
        raise UserError(_("This file is a web page: open it in a spreadsheet program, and save it as .xlsx."))
    elif data.startswith(b"SQLite format 3\0"):
        raise UserError(
            _("This file is a dossier, not a spreadsheet: open it, and export its register to a spreadsheet.")
        )
    elif not data.strip():
        raise UserError(_("This file is empty."))


def is_ods(data: bytes) -> bool:
    """Tell whether an archive is a spreadsheet of LibreOffice."""
    return b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in data[:200]


def password() -> UserError:
    """Return what to do with a workbook that is encrypted."""
    return UserError(
        _("This spreadsheet is protected by a password: open it, remove the password, and save it again as .xlsx.")
    )


def old_workbook() -> UserError:
    """Return what to do with another program's workbook."""
    return UserError(_("This kind of spreadsheet is not read here: open it, and save it as .xlsx (« Save as »)."))


def too_large() -> UserError:
    """Return what to do with a file larger than any register."""
    return UserError(_("This file is too large for an inventory: keep the rows of your communes only, then try again."))


def _refuse_other_archives(data: bytes) -> None:
    head = data[:200]
    if b"mimetypeapplication/vnd.oasis.opendocument" in head and not is_ods(data):
        raise UserError(_("This file is a text document: copy its table into a spreadsheet, and save it as .xlsx."))
    if b"Index/" in head or b"xl/workbook.bin" in data[-65_536:]:
        raise old_workbook()
    if len(data) > 8 and data[6] & 1:
        raise password()

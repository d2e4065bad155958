"""What a file is by its bytes: each kind that is not read says what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from msp_desktop.errors import UserError
from msp_desktop.exchange.spreadsheets import read_table
from msp_desktop.exchange.tables.kinds import MOST_BYTES, refuse_other_kinds

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (OLE, "enregistrez-le en .xlsx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mot de passe"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "Enregistrez-le en .xlsx"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "document de texte"),
        (zipped(Index__Document=b"x"), "enregistrez-le en .xlsx"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"\n%PDF-1.7\n...", "PDF"),
        (b"{\\rtf1\\ansi Nom}", "document de texte"),
        (b"SQLite format 3\x00\x10\x00\x01\x01", "est un dossier"),
        (b"<html><table><tr><td>Nom</td></tr></table>", "page web"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "page web"),
        (b"", "vide"),
        (b" \r\n\t\n", "vide"),
    ],
)
def test_another_kind_of_file_is_one_sentence(data: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "registre.xlsx").write_bytes(data)
    with pytest.raises(UserError, match=said):
        read_table(tmp_path / "registre.xlsx")


def test_a_text_and_a_workbook_pass() -> None:
    refuse_other_kinds(b"Nom;M\xe9tier\n")
    refuse_other_kinds(zipped(xl__workbook=b"<workbook/>"))


def test_what_is_larger_than_any_register_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "gros.csv").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(UserError, match="trop gros"):
        read_table(tmp_path / "gros.csv")

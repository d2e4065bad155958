"""Spreadsheets in and out: what comes back is what was written, what is not a table is refused in words."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.errors import UserError
from msp_desktop.exchange.spreadsheets import neutral, read_table, released, write_table
from msp_desktop.exchange.tables.text import decoded

HOSTILE = ["=cmd|' /C calc'!A0", "l'Haÿ Kœnig Ωmega", "<b>x</b> & <img>", 'a;b\n"c"', "+33 5 01 02 03 04", "\u202eabc"]


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_is_written_is_read_back(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"t.{ending}"
    write_table(path, list("ABCDEF"), [HOSTILE])
    table = read_table(path)
    assert table.columns == tuple("ABCDEF")
    assert table.rows == (tuple(HOSTILE),)


def test_nothing_is_a_formula(tmp_path: Path) -> None:
    write_table(tmp_path / "t.xlsx", ["A"], [["=1+1"]])
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets[0]
    assert sheet["A2"].data_type == "s"
    assert neutral("=1+1") == "'=1+1"
    assert neutral("+33 5 01") == "+33 5 01"
    assert neutral("-2,5") == "-2,5"


@pytest.mark.parametrize("sign", ["\x01", "\x0b", "\ufffe", "\uffff", "\ud800"])
def test_what_no_workbook_may_hold_is_left_out_and_the_rest_is_written(sign: str, tmp_path: Path) -> None:
    write_table(tmp_path / "t.xlsx", ["Nom"], [[f"Saint{sign}-Essai"]])
    assert read_table(tmp_path / "t.xlsx").rows == (("Saint-Essai",),)


def test_a_text_longer_than_a_cell_goes_on_in_the_next_numbered_column(tmp_path: Path) -> None:
    text = "mot " * 20_000 + "fin"
    write_table(tmp_path / "t.xlsx", ["Nom", "Notes"], [["a", text], ["b", ""]])
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["Nom", "Notes", "Notes (2)", "Notes (3)"]
    table = read_table(tmp_path / "t.xlsx")
    assert table.columns == ("Nom", "Notes")
    assert table.rows == (("a", text), ("b", ""))


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_accents_survive_every_usual_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("Nom;Métier\nHélène;kinésithérapeute\n".encode(encoding))
    assert read_table(path).rows == (("Hélène", "kinésithérapeute"),)


def test_noise_is_not_a_table(tmp_path: Path) -> None:
    path = tmp_path / "bruit.csv"
    path.write_bytes(os.urandom(1_000_000).replace(b"PK", b"xx"))
    with pytest.raises(UserError):
        read_table(path)


def test_a_zip_that_expands_without_end_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 210_000_000)
    with pytest.raises(UserError):
        read_table(tmp_path / "b.xlsx")


@pytest.mark.parametrize("cut", [10, 300, 3000])
def test_a_truncated_spreadsheet_is_refused(cut: int, tmp_path: Path) -> None:
    write_table(tmp_path / "t.xlsx", ["A"], [["b"]])
    data = (tmp_path / "t.xlsx").read_bytes()
    (tmp_path / "t.xlsx").write_bytes(data[:cut])
    with pytest.raises(UserError):
        read_table(tmp_path / "t.xlsx")


def test_another_kind_of_zip_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("lettre.txt", "bonjour")
    (tmp_path / "t.xlsx").write_bytes(out.getvalue())
    with pytest.raises(UserError):
        read_table(tmp_path / "t.xlsx")


def test_an_unclosed_quote_is_said(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text('Nom;Notes\n"a;b\n', "utf-8")
    with pytest.raises(UserError):
        read_table(tmp_path / "t.csv")


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        read_table(tmp_path / "nulle part.csv")


def test_text_is_decoded_strictly_first() -> None:
    assert decoded("é".encode()) == "é"
    assert decoded(b"\xe9") == "é"


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("before", ["", " ", "\n", "\u00a0", "'", "''", "' '", "\t", "\n \u202f'"])
@pytest.mark.parametrize("text", ["=1+1", "@x", "-x", "+x", "+33 5 01", "-2,5", "x", "'x"])
def test_what_begins_strangely_comes_back_to_the_letter(ending: str, before: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / f"t.{ending}"
    write_table(path, ["A", "B"], [["x", before + text]])
    assert read_table(path).rows[0][1] == before + text


@given(st.text())
def test_an_apostrophe_put_before_a_formula_is_taken_away_again(text: str) -> None:
    assert released(neutral(text)) == text
    assert neutral(text).lstrip(" \u00a0\u202f\n")[:1] not in ("=", "@", "\t", "\r")


@pytest.mark.posix("/dev/zero")
def test_a_device_is_refused_and_never_read_to_its_end() -> None:
    with pytest.raises(UserError):
        read_table(Path("/dev/zero"))

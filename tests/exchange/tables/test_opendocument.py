"""Files of LibreOffice: their cells as they are shown, every digit of their numbers; any bytes are one sentence."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msp_desktop.errors import UserError
from msp_desktop.exchange.tables.kinds import MOST_ROWS
from msp_desktop.exchange.tables.opendocument import read_ods

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles>'
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    "</office:automatic-styles><office:body><office:spreadsheet>"
)
TAIL = "</office:spreadsheet></office:body></office:document-content>"


def cell(words: str, **attributes: str) -> str:
    said = "".join(f' {name.replace("__", ":").replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f"<table:table-cell{said}><text:p>{words}</text:p></table:table-cell>"


def number(value: str, shown: str) -> str:
    return cell(shown, office__value_type="float", office__value=value)


def sheet(*rows: str, name: str = "Feuille1", style: str = "ta1") -> str:
    inner = "".join(
        row if row.startswith("<table:table-row") else f"<table:table-row>{row}</table:table-row>" for row in rows
    )
    return f'<table:table table:name="{name}" table:style-name="{style}">{inner}</table:table>'


def made(*sheets: str, manifest: bytes = b"<manifest/>") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", HEAD + "".join(sheets) + TAIL)
        archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def rows_of(*rows: str) -> list[list[str]]:
    return read_ods(made(sheet(*rows)))[0].rows


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (cell("Hélène"), "Hélène"),
        (cell('Dr<text:s text:c="2"/>Durand<text:line-break/><text:span>Paul</text:span>'), "Dr  Durand\nPaul"),
        (number("555000001", "0555000001"), "0555000001"),
        (number("555000001", "05 55 00 00 01"), "05 55 00 00 01"),
        (number("555000001", "5,55E+008"), "555000001"),
        (number("10000100000", "###"), "10000100000"),
        (number("12.5", "13"), "12,5"),
        (cell("31/12/27", office__value_type="date", office__date_value="2027-12-31"), "31/12/2027"),
        (cell("juil.-28", office__value_type="date", office__date_value="2028-07-01"), "07/2028"),
        (cell("VRAI", office__value_type="boolean", office__boolean_value="true"), "oui"),
    ],
)
def test_a_cell_is_what_it_shows_with_every_digit(written: str, read: str) -> None:
    assert rows_of(cell("x") + written) == [["x", read]]


def test_a_comment_is_no_part_of_its_cell() -> None:
    noted = "<table:table-cell><office:annotation><text:p>à revoir</text:p></office:annotation><text:p>Durand</text:p></table:table-cell>"
    assert rows_of(noted) == [["Durand"]]


def test_comments_and_results_that_are_missing_are_known() -> None:
    noted = "<table:table-cell><office:annotation><text:p>à revoir</text:p></office:annotation><text:p>Durand</text:p></table:table-cell>"
    (read,) = read_ods(made(sheet(noted, '<table:table-cell table:formula="of:=[.B2]"/>')))
    assert (read.has_comments, read.uncounted) == (True, ("A2",))


def test_repeated_cells_and_rows_count() -> None:
    empty = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
    end = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    rows = rows_of(empty, cell("a", table__number_columns_repeated="2"), end)
    assert rows == [[], [], [], ["a", "a"]]


def test_a_hidden_sheet_is_not_read_and_merged_cells_are_known() -> None:
    sheets = read_ods(
        made(
            sheet(cell("caché"), name="Vieux", style="ta2"), sheet(cell("a", table__number_rows_spanned="2"), cell(""))
        )
    )
    assert [one.name for one in sheets] == ["Feuille1"]
    assert [(area.top, area.left, area.bottom) for area in sheets[0].merged] == [(0, 0, 1)]


def test_more_rows_than_a_register_are_refused() -> None:
    row = f'<table:table-row table:number-rows-repeated="{MOST_ROWS + 1}">{cell("a")}</table:table-row>'
    with pytest.raises(UserError, match="trop gros"):
        rows_of(row)


def test_a_password_is_spoken_of() -> None:
    with pytest.raises(UserError, match="mot de passe"):
        read_ods(made(sheet(cell("a")), manifest=b"<manifest:encryption-data/>"))


WHOLE = made(sheet(cell("Nom") + cell("Métier"), cell("Durand") + number("555000001", "0555000001")))


@given(st.randoms(use_true_random=False), st.integers(1, 8))
@settings(max_examples=150, deadline=None)
def test_flipped_bytes_are_sheets_or_a_sentence(chance: random.Random, flips: int) -> None:
    data = bytearray(WHOLE)
    for _flip in range(flips):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    try:
        read_ods(bytes(data))
    except UserError as refused:
        assert refused.sentence  # noqa: PT017


@pytest.mark.parametrize(
    "rows",
    [
        '<table:table-row table:number-rows-repeated="-5"/>', "<table:table-row table:number-rows-repeated='x'/>",
        "<table:table-row><table:table-cell table:number-columns-repeated='99999999999'><text:p>a</text:p></table:table-cell></table:table-row>",
        "<table:table-row>" + number("1e999", "a") + number("nan", "b") + "</table:table-row>",
        "<table:table-row>" + number("", "a") + "</table:table-row>",
        "<table:table-row><table:table-cell><text:p>" + "<text:span>" * 3000 + "a" + "</text:span>" * 3000 + "</text:p></table:table-cell></table:table-row>",
        "<table:table-row><table:table-cell table:number-rows-spanned='99999999999'><text:p>a</text:p></table:table-cell></table:table-row>",
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_sheets_or_a_sentence(rows: str) -> None:
    try:
        read_ods(made(f"<table:table>{rows}</table:table>"))
    except UserError as refused:
        assert refused.sentence  # noqa: PT017

"""Workbooks whose bytes were changed, made up or swollen: cells, or one sentence."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msp_desktop.errors import UserError
from msp_desktop.exchange.tables import workbook
from msp_desktop.exchange.tables.workbook import read_xlsx


def made() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Nom", "Métier", "Vérifié le", "Km", "Seul"], ["Petit", "infirmière", date(2026, 3, 1), 9.5, True]):
        sheet.append(row)
    sheet.append(["Noël", "médecin", datetime(2026, 3, 2, 8), 501020304, False])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


MADE = made()


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(MADE)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


PARTS = parts()


def packed(changed: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in changed.items():
            archive.writestr(name, content)
    return out.getvalue()


def read_or_refused(data: bytes) -> None:
    try:
        read_xlsx(data)
    except UserError as refused:
        assert refused.sentence  # noqa: PT017


def test_cells_become_words() -> None:
    assert read_xlsx(MADE)[0].rows == [
        ["Nom", "Métier", "Vérifié le", "Km", "Seul"],
        ["Petit", "infirmière", "01/03/2026", "9,5", "oui"],
        ["Noël", "médecin", "02/03/2026", "501020304", "non"],
    ]


@given(st.randoms(use_true_random=False), st.integers(1, 8))
@settings(max_examples=150, deadline=None)
def test_flipped_bytes_are_a_table_or_a_sentence(chance: random.Random, flips: int) -> None:
    data = bytearray(MADE)
    for _flip in range(flips):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    read_or_refused(bytes(data))


@given(st.sampled_from(sorted(PARTS)), st.data())
@settings(max_examples=150, deadline=None)
def test_parts_with_changed_bytes_are_a_table_or_a_sentence(name: str, data: st.DataObject) -> None:
    """The archive is whole here, so that the change comes through to the XML and to openpyxl."""
    content = bytearray(PARTS[name])
    start = data.draw(st.integers(0, len(content)))
    length = data.draw(st.integers(0, 40))
    content[start : start + length] = data.draw(
        st.binary(max_size=20) | st.sampled_from([b"-1", b"1e999", b"9" * 400, b'"', b"<c", b"A0", b"ZZZZ9"])
    )
    read_or_refused(packed({**PARTS, name: bytes(content)}))


@pytest.mark.parametrize("name", sorted(PARTS))
@pytest.mark.parametrize(
    "content", [None, b"", b"<a/>", b"\xff\xfe", b"<a>" * 5000], ids=["absent", "empty", "other", "bytes", "deep"]
)
def test_a_part_that_is_gone_or_something_else_is_a_table_or_a_sentence(name: str, content: bytes | None) -> None:
    read_or_refused(packed({key: value for key, value in ({**PARTS, name: content}).items() if value is not None}))


SHEET = "xl/worksheets/sheet1.xml"


def sheet(cells: str) -> bytes:
    head = (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    )
    return packed({**PARTS, SHEET: f"{head}{cells}</sheetData></worksheet>".encode()})


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><v>1e999</v></c></row>',
        '<row r="1"><c r="A1"><v>nan</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-5</v></c></row>',
        '<row r="1"><c r="A1" t="d"><v>pas une date</v></c></row>',
        '<row r="1"><c r="A1" s="999999"><v>1</v></c></row>',
        '<row r="99999999999999999999"><c r="A1"><v>1</v></c></row>',
        '<row r="-1"><c r="ZZZZZZZ1"><v>1</v></c></row>',
        f'<row r="1"><c r="A1"><v>{"9" * 10_000}</v></c></row>',
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row><c><v/></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&#0;</t></is></c></row>',
    ],
)  # fmt: skip
def test_cells_that_make_no_sense_are_a_table_or_a_sentence(cells: str) -> None:
    read_or_refused(sheet(cells))


def test_entities_are_refused_before_they_grow() -> None:
    doctype = b'<!DOCTYPE a [<!ENTITY b "cccccccccc">]>'
    with pytest.raises(UserError):
        read_xlsx(packed({**PARTS, SHEET: doctype + PARTS[SHEET]}))


@pytest.mark.parametrize(
    "name", ["xl/sharedStrings.xml", SHEET, "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml"]
)
def test_millions_of_marks_are_refused_before_they_are_parsed(name: str) -> None:
    with pytest.raises(UserError, match="trop gros"):
        read_xlsx(packed({**PARTS, name: b"<si/>" * (workbook.MARKS + 1)}))


def test_an_archive_of_too_many_parts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="trop gros"):
        read_xlsx(packed({**PARTS, **{f"x{number}.xml": b"" for number in range(5000)}}))


def test_a_password_is_spoken_of() -> None:
    data = bytearray(MADE)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := data.find(sign, place + 1)) >= 0:
            data[place + at] |= 1
    with pytest.raises(UserError, match="mot de passe"):
        read_xlsx(bytes(data))

"""The files that look like the national ones: the exact header, every quirk, the same bytes each time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools import make_national_files as national

COMMUNES = ("23096", "97411", "75056")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("national")
    national.write_small(place, COMMUNES)
    return place


def test_each_row_has_the_columns_of_the_header_and_the_end_of_its_file(folder: Path) -> None:
    content = (folder / national.RPPS_NAME).read_bytes()
    assert content.startswith(b"\xef\xbb\xbfType d'identifiant PP|Identifiant PP|")
    rows = content.decode("utf-8-sig").split("\r\n")
    assert rows.pop() == ""
    assert {row.count("|") for row in rows} == {national.COLUMNS} == {56}


def test_each_way_of_saying_where_is_there_for_each_commune(folder: Path) -> None:
    rows = [row.split("|") for row in (folder / national.RPPS_NAME).read_text("utf-8-sig").splitlines()]
    for code, postcode, name in (
        ("23096", "23000", "GUERET"),
        ("97411", "97400", "SAINT DENIS"),
        ("75101", "75001", "PARIS 01"),
    ):
        said = {(row[34], row[35], row[36]) for row in rows}
        assert {("", postcode, code), ("", postcode, ""), (f"{postcode} {name}", "", "")} <= said
        assert any("CEDEX" in cedex and found == code for cedex, _postcode, found in said)


def test_the_last_columns_of_a_row_may_be_missing(tmp_path: Path) -> None:
    shape = national.Shape(missing=4)
    national.write_rpps(tmp_path / "a.txt", national.rpps_rows(_places(), 50), shape)
    assert {line.count(b"|") for line in (tmp_path / "a.txt").read_bytes().splitlines()} == {51}


def test_the_finess_file_is_json_and_has_open_and_closed_establishments(folder: Path) -> None:
    whole = json.loads((folder / national.FINESS_NAME).read_bytes())
    all_of_them = [one for owner in whole["pmej"] for one in owner["ege"]]
    assert {one["etatObjet"] for one in all_of_them} == {"A", "F"}
    assert {place["usageAdresse"] for one in all_of_them for place in one["adresse"]} == {"01", "03"}
    assert any(one["adresse"][0]["usageAdresse"] == "01" for one in all_of_them)


def test_overseas_the_old_csv_has_its_own_departments(folder: Path) -> None:
    lines = [line.split(";") for line in (folder / national.CSV_NAME).read_text("cp1252").splitlines()[1:]]
    assert {len(line) for line in lines} == {32}
    assert any(line[12:14] == ["411", "9D"] for line in lines)


def test_the_same_seed_makes_the_same_rows() -> None:
    assert [*national.rpps_rows(_places(), 200, 7)] == [*national.rpps_rows(_places(), 200, 7)]
    assert [*national.rpps_rows(_places(), 200, 7)] != [*national.rpps_rows(_places(), 200, 8)]


def _places() -> list[national.Place]:
    return [national.Place("23096", "23000", "Guéret", "23", "Creuse", 13_000)]

"""The zoning by the ARS: a level a profession, never of what is not classified; the older workbook of doctors too."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl

from msp_desktop.domain.official import FoundFigure
from msp_desktop.exchange.open_data.recognise import read_official
from msp_desktop.exchange.open_data.zoning import columns_of
from tests.exchange.open_data.figure_files import sought, write_zoning


def read(path: Path) -> list[tuple[str, str, str]]:
    found = read_official(path, sought()).figures
    return [(figure.code, figure.area, figure.words) for figure in found]


def test_each_profession_has_its_level_and_the_day_it_was_decided(tmp_path: Path) -> None:
    path = write_zoning(
        tmp_path / "a", {"23095": ("4_ZAR", "1_Tres_sous_dotee", "4_Tres_dotee", "NC", "1b_Sous_dotee", "")}
    )
    found = read_official(path, sought()).figures
    day = date(2025, 10, 30)
    assert found[0] == FoundFigure(
        code="zone-medecin", area="23095", words="zone d’accompagnement régional (ZAR)", year=2025, dated_on=day
    )
    assert [(figure.code, figure.words) for figure in found[1:]] == [
        ("zone-infirmier", "très dotée"), ("zone-sage-femme", "sous-dotée"), ("zone-dentiste", "très sous-dotée"),
    ]  # fmt: skip


def test_a_commune_has_its_own_level_where_the_file_has_its_districts_too(tmp_path: Path) -> None:
    rows = {"75101": ("3_HZ",) * 6, "75056": ("2_ZAC", *[""] * 5), "75102": ("1_ZIP",) * 6}
    assert read(write_zoning(tmp_path / "a", rows)) == [("zone-medecin", "75056", "zone d’action complémentaire (ZAC)")]


def test_former_communes_that_differ_are_each_said(tmp_path: Path) -> None:
    rows = {"75101": ("3_HZ", *[""] * 5), "75102": ("1_ZIP", *[""] * 5)}
    assert read(write_zoning(tmp_path / "a", rows)) == [
        ("zone-medecin", "75056", "hors zonage / zone d’intervention prioritaire (ZIP)")
    ]


def test_rows_of_another_kind_of_territory_are_not_communes(tmp_path: Path) -> None:
    assert read(write_zoning(tmp_path / "a", {"23095": ("1_ZIP",) * 6}, kind="ARM")) == []


def test_the_older_workbook_of_doctors_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Zonage des médecins"])
    sheet = book.create_sheet("Zonage_communes")
    sheet.append(["Identifiant unique", "Code de la région", "Code de la commune", "Qualification attribuée par l'arrêté régional",
                  "Date de l’arrêté régional"])  # fmt: skip
    sheet.append([1, 75, 23095, "Zone d’intervention prioritaire", date(2019, 7, 3)])
    book.save(tmp_path / "a")
    found = read_official(tmp_path / "a", sought()).figures
    assert found == (
        FoundFigure(code="zone-medecin", area="23095", words="zone d’intervention prioritaire (ZIP)", year=2019,
                    dated_on=date(2019, 7, 3)),
    )  # fmt: skip


def test_other_headers_are_no_zoning() -> None:
    assert columns_of(["com_code", "com_lib"]) is None
    assert columns_of(["zmed_niveau"]) is None
    assert columns_of([]) is None

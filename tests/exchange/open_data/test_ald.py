"""Patients with a long illness and no doctor: the newest percentage of the department, never a region's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msp_desktop.domain.official import FoundFigure
from msp_desktop.exchange.open_data.recognise import read_official
from tests.exchange.open_data.figure_files import sought

HEADER = "annee;region;libelle_region;departement;libelle_departement;taux_patients_ald_sans_mt;taux_patients_ald_sans_mt_integer"


def read(path: Path, *lines: str, header: str = HEADER, code: str = "23095") -> tuple[FoundFigure, ...]:
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return read_official(path, sought({code: code})).figures


def test_the_newest_year_of_the_department_is_kept(tmp_path: Path) -> None:
    found = read(
        tmp_path / "a",
        "2022;75;Nouvelle-Aquitaine;23;Creuse;7,1;7.1",
        "2024;75;Nouvelle-Aquitaine;23;Creuse;8,4;8.4",
        "2023;75;Nouvelle-Aquitaine;23;Creuse;7,9;7.9",
        "2025;75;Nouvelle-Aquitaine;23;Creuse;NC;",
        "2026;75;Nouvelle-Aquitaine;999;Nouvelle-Aquitaine;5,0;5.0",
        "2026;99;France;999;France;5,0;5.0",
        "2026;inconnu;;inconnu;;50;50",
    )
    assert found == (FoundFigure(code="ald-sans-medecin", area="23", value=8.4, year=2024),)


def test_departments_of_any_kind_are_found(tmp_path: Path) -> None:
    lines = (
        "2024;93;PACA;1;Ain;4,2;4.2",
        "2024;94;Corse;2A;Corse-du-Sud;3,5;3.5",
        "2024;1;Guadeloupe;971;Guadeloupe;9;9",
    )
    for code, value in (("01001", 4.2), ("2A004", 3.5), ("97105", 9)):
        assert [figure.value for figure in read(tmp_path / "a", *lines, code=code)] == [value]


def test_the_file_of_the_year_under_way_tells_its_day(tmp_path: Path) -> None:
    header = "annee,date,region,libelle_region,departement,libelle_departement,taux_patients_ald_sans_mt"
    found = read(tmp_path / "a", "2026-01-01,2026-06-30,75,Nouvelle-Aquitaine,23,Creuse,8.1", header=header)
    assert found == (FoundFigure(code="ald-sans-medecin", area="23", value=8.1, year=2026, dated_on=date(2026, 6, 30)),)


def test_a_rate_above_a_hundred_is_no_rate(tmp_path: Path) -> None:
    assert read(tmp_path / "a", "2024;75;x;23;Creuse;840;840") == ()

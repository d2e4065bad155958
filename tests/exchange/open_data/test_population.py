"""Population by age: the newest year in the names of the columns, districts and former communes summed."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.exchange.open_data.population import columns_of
from msp_desktop.exchange.open_data.recognise import read_official
from tests.exchange.open_data.figure_files import sought

BY_COMMUNE = (
    "CODGEO;P22_POP;P22_POP0014;P22_POP6074;P22_POP7589;P22_POP90P;P22_POPH;P16_POP;P16_POP7589;P16_POP90P;C22_POP15P"
)
BY_IRIS = "IRIS;COM;TYP_IRIS;LAB_IRIS;P21_POP;P21_POP0014;P21_POP65P;P21_POP6579;P21_POP80P;P21_POP75P"


def read(path: Path, *lines: str) -> dict[str, float]:
    path.write_text("\n".join(lines) + "\n", encoding="cp1252")
    found = read_official(path, sought()).figures
    assert {figure.year for figure in found} <= {2021, 2022}
    return {f"{figure.area} {figure.code}": round(figure.value or 0, 2) for figure in found}


def test_the_base_by_commune_has_no_65(tmp_path: Path) -> None:
    assert read(tmp_path / "a", BY_COMMUNE, "23095;1234.5678;100;300;200;46.9;600;1500;1;1;9", "23096;1;1;1;1;1;1;1;1;1;1") == {
        "23095 population": 1234.57, "23095 part-75": 20.0, "23095 part-moins-15": 8.1,
    }  # fmt: skip


def test_the_base_by_iris_is_summed_by_commune(tmp_path: Path) -> None:
    rows = ("751010101;75101;H;1;100;10;20;12;8;10", "751010102;75101;H;1;100;10;10;8;2;4",
            "751020101;75102;H;1;200;30;60;40;20;30")  # fmt: skip
    assert read(tmp_path / "a", BY_IRIS, *rows) == {
        "75056 population": 400, "75056 part-75": 11, "75056 part-65": 22.5, "75056 part-moins-15": 12.5,
    }  # fmt: skip


def test_nobody_is_no_figure(tmp_path: Path) -> None:
    assert read(tmp_path / "a", BY_COMMUNE, "23095;0;0;0;0;0;0;0;0;0;0") == {}


def test_what_a_row_does_not_tell_is_no_nought(tmp_path: Path) -> None:
    assert read(tmp_path / "a", BY_COMMUNE, "23095;1000;100;300;20") == {
        "23095 population": 1000,
        "23095 part-moins-15": 10,
    }
    assert read(tmp_path / "b", BY_COMMUNE, "23095;;100;300;20;5;600;1500;1;1;9") == {}
    rows = ("751010101;75101;H;1;100;10;20;12;8;10", "751010102;75101;H;1;100;10;s;8;2;4")
    assert read(tmp_path / "c", BY_IRIS, *rows) == {
        "75056 population": 200, "75056 part-75": 7, "75056 part-moins-15": 10,
    }  # fmt: skip


def test_a_year_without_its_population_is_not_taken() -> None:
    columns = columns_of(["CODGEO", "P22_POP7589", "P16_POP", "P99_POP"])
    assert columns is not None
    assert (columns.year, columns.population) == (2016, 2)
    assert columns_of(["CODGEO", "LIBGEO", "POP"]) is None
    assert columns_of(["P22_POP"]) is None

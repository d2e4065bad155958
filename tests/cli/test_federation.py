"""The command `federation`, as a federation runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from msp_desktop.app import run
from tests.federation.made_up import base_of, commune, heads

ON = ["--today", "2026-04-28"]


@pytest.fixture
def where(tmp_path: Path) -> str:
    base_of(
        tmp_path,
        [commune("55001", "Saint-Étienne", leaving=1, referent=""), commune("88002", "Villers", vigilances="walls")],
        heads("55001", {"places": {"medecin": {"here": 1}}, "departures": {"medecin": {"within_2": 1}}}),
    ).close()
    return str(tmp_path / "federation.sqlite")


def test_the_table_is_read_on_a_terminal(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["federation", where, *ON]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[0].split()[:3] == ["Commune", "Département", "Jour"]
    assert "Saint-Étienne  55           37    phase 2" in said
    assert said.splitlines()[-1] == "2 communes"


def test_a_program_gets_lines_and_totals(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["federation", where, "--json", "--department", "55", *ON]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [line["name"] for line in told["communes"]] == ["Saint-Étienne"]
    assert told["communes"][0]["day"] == 37
    assert told["totals"]["professions"] == [["medecin", 1]]
    assert {cell["n"] for cell in told["totals"]["leaving"]} == {None}


@pytest.mark.parametrize("ending", ["xlsx", "csv", "pdf"])
def test_a_file_is_written_and_not_over_another(
    where: str, tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "reports" / f"table.{ending}"
    assert run(["federation", where, "--export", str(target), *ON]) == 0
    assert run(["federation", where, "--export", str(target), *ON]) == 2
    assert "existe déjà" in capsys.readouterr().err
    assert run(["federation", where, "--export", str(target), "--replace", *ON]) == 0


def test_no_base_is_made_by_looking_for_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["federation", str(tmp_path / "none.sqlite")]) == 2
    assert "consolidate" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.sqlite"))


@pytest.mark.parametrize(("typed", "code"), [("88", 0), ("55,88", 2), ("ZZ", 2), ("", 2)])
def test_a_department_that_is_none_is_said(where: str, typed: str, code: int) -> None:
    assert run(["federation", where, "--department", typed, *ON]) == code


def test_an_ending_that_is_none_of_ours_is_said(where: str, tmp_path: Path) -> None:
    assert run(["federation", where, "--export", str(tmp_path / "table.docx"), *ON]) == 2

"""Accessibility: by profession, the header sought under the notices, districts averaged as the Drees asks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from msp_desktop.exchange.open_data.apl import columns_of
from msp_desktop.exchange.open_data.recognise import read_official
from tests.exchange.open_data.figure_files import sought, write_apl


def read(path: Path) -> dict[tuple[str, str], float | None]:
    found = read_official(path, sought()).figures
    return {(figure.area, figure.code): figure.value for figure in found}


def header(profession: str, weight: str) -> list[str]:
    return ["Code commune INSEE", "Commune", f"APL aux {profession}", weight, "Population totale 2022"]


@pytest.mark.parametrize(
    ("profession", "weight", "code"),
    [
        ("infirmières", "Population standardisée 2022 pour les infirmières", "apl-infirmier"),
        ("infirmiers", "Population standardisée par la consommation de soins", "apl-infirmier"),
        ("masseurs-kinésithérapeutes", "Population standardisée 2022", "apl-kine"),
        ("kinésithérapeutes ", "Population standardisée 2022 ", "apl-kine"),
        ("sages-femmes", "Population féminine standardisée 2022 pour les sages-femmes", "apl-sage-femme"),
        ("chirurgiens-dentistes", "Population standardisée 2022", "apl-dentiste"),
    ],
)
def test_each_profession_has_its_workbook(profession: str, weight: str, code: str, tmp_path: Path) -> None:
    rows: list[Sequence[Any]] = [
        ("23095", "Le Grand-Bourg", 85.25, 1000, 1100),
        ("75101", "Paris 1er Arrondissement", 6, 1000, 900),
        ("75102", "Paris 2e Arrondissement", 5, 3000, 3100),
    ]
    path = write_apl(tmp_path / "a", header(profession, weight), {"APL_2019": rows})
    assert read(path) == {("23095", code): 85.25, ("75056", code): 5.25}


def test_what_is_no_number_is_not_known(tmp_path: Path) -> None:
    head = header("médecins généralistes", "Population standardisée 2022")
    for words in ("NC", None, "", "nd", -1, "1e999"):
        assert read(write_apl(tmp_path / "a", head, {"APL 2024": [("23095", "x", words, 1, 1)]})) == {}


def test_without_weights_districts_count_the_same(tmp_path: Path) -> None:
    head = ["Commune", "Libellé", "APL aux médecins généralistes"]
    rows = [("75101", "x", "2,5"), ("75102", "x", 3.5)]
    assert read(write_apl(tmp_path / "a", head, {"APL_2015": rows})) == {("75056", "apl-medecin"): 3.0}


def test_the_age_kept_is_65_however_it_is_worded() -> None:
    names = ["Code commune INSEE", *(f"APL aux médecins généralistes de {age} ans ou moins " for age in (60, 62, 65))]
    columns = columns_of(names)
    assert columns is not None
    assert columns.values == (("apl-medecin-65", 3),)
    assert columns_of(["Code commune INSEE", "APL"]) is None

"""The document of a basin, read back."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from msp_desktop.documents.basin import write_basin
from msp_desktop.domain.carried.data import OfferData
from msp_desktop.domain.federated.basin import joined
from tests.basins import NAMES, TODAY, basin_of, commune
from tests.pdf import text

NOW = datetime(2026, 4, 20, 12)


def said(path: Path) -> str:
    return re.sub(r"\s+", " ", text(path))


def test_six_communes_with_long_names_stand_side_by_side(tmp_path: Path) -> None:
    basin = joined(basin_of(6))
    assert write_basin(tmp_path / "b.pdf", basin, "Bassin de Bellefond", TODAY, NOW).pages <= 4
    words = said(tmp_path / "b.pdf")
    for expected in (
        "Bassin de Bellefond", "Six communes, 12 450 habitants", "Orthophoniste – – – – – – aucun au moins 2", "EHPAD 1 – – – – – 1",
        "Les fichiers ne portent pas de nom", "jour 22, phase 1", "à désigner", "toutes les communes", "Départs et âges",
    ):  # fmt: skip
        assert expected in words, expected
    for name in NAMES:
        assert name.split("-")[0] in words


def test_communes_that_say_nothing_have_one_page_that_says_so(tmp_path: Path) -> None:
    made = write_basin(tmp_path / "b.pdf", joined([commune("23001", "Ur"), commune("23002", "Y")]), "", TODAY, NOW)
    assert made.pages == 1
    assert "Les communes n’ont noté ni professionnel ni offre de soins." in said(tmp_path / "b.pdf")


def test_what_a_commune_typed_is_never_markup_and_what_may_be_one_is_said(tmp_path: Path) -> None:
    offer = OfferData(kind="pharmacie", name="<b>Pharmacie</b> & <para>", town="Guéret")
    other = replace(offer, town="Aubusson")
    basin = joined([commune("23001", "<i>Ur</i>", offers=(offer,)), commune("23002", "Y", offers=(other,))])
    write_basin(tmp_path / "b.pdf", basin, "<font>", TODAY, NOW)
    words = said(tmp_path / "b.pdf")
    assert "<b>Pharmacie</b> & <para>" in words
    assert "<i>Ur</i>" in words
    assert "Peut-être le même, à vérifier" in words


def test_a_word_file_says_the_same(tmp_path: Path) -> None:
    assert write_basin(tmp_path / "b.docx", joined(basin_of(2)), "Bassin", TODAY, NOW).pages == 0
    assert (tmp_path / "b.docx").stat().st_size > 1000

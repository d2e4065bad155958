"""« Avant les murs » as a page for the council: when it has something to say, what it says, what to know before it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.premises import Premises, PremisesNeed
from msp_desktop.domain.stages import ProjectStage, StageState
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from msp_desktop.services import walls as service
from msp_desktop.services.stages import update_stage
from tests import pdf
from tests.conftest import NOW, TODAY

CONTEXT = Context(TODAY, NOW)
FIGURES = Change(Premises, rent=120, charges=40, works=420_000, grants=250_000, loan_years=20, loan_rate=3.5)


@pytest.fixture
def counted(store: Store) -> Store:
    update_stage(store, "equipe", Change(ProjectStage, state=StageState.DONE), TODAY)
    service.update_premises(store, 1, FIGURES)
    need = service.add_need(store)
    service.update_need(store, need.id, Change(PremisesNeed, profession="medecin", offices=3, area=20, sure=1))
    return store


def made(store: Store, folder: Path) -> str:
    paper("before-walls").make(store.reader, CONTEXT, folder / "x.pdf")
    return " ".join(pdf.text(folder / "x.pdf").split())


def test_it_waits_for_the_team_then_for_the_figures(store: Store) -> None:
    missing = paper("before-walls").missing
    assert "deux métiers" in (missing(store.reader, CONTEXT) or "")
    update_stage(store, "equipe", Change(ProjectStage, state=StageState.DONE), TODAY)
    assert "Avant les murs" in (missing(store.reader, CONTEXT) or "")


def test_it_says_what_an_empty_building_costs_on_one_page(counted: Store, tmp_path: Path) -> None:
    assert paper("before-walls").missing(counted.reader, CONTEXT) is None
    text = made(counted, tmp_path)
    assert paper("before-walls").make(counted.reader, CONTEXT, tmp_path / "x.pdf").pages == 1
    for words in (
        "même plein",
        "170 000 € empruntés sur 20 ans à 3,5 %",
        "soit 11 961 € par an",
        "Médecin",
        "Prudent",
        "Avant de décider",
    ):
        assert words in text
    assert "pas pour décider" in text
    update_stage(counted, "validation", Change(ProjectStage, state=StageState.DONE), TODAY)
    assert "pas pour décider" not in made(counted, tmp_path)


def test_a_line_of_one_person_is_told_before_it_goes_round(counted: Store) -> None:
    update_stage(counted, "validation", Change(ProjectStage, state=StageState.DONE), TODAY)
    (remark,) = paper("before-walls").remarks(counted.reader, CONTEXT)
    assert "médecin" in remark
    service.update_need(counted, 1, Change(PremisesNeed, sure=2))
    assert paper("before-walls").remarks(counted.reader, CONTEXT) == ()


def test_words_of_any_length_and_sums_of_any_size_are_printed(counted: Store, tmp_path: Path) -> None:
    service.update_need(counted, 1, Change(PremisesNeed, note="m" * 10_000, offices=1_000, area=100_000))
    service.update_premises(counted, 1, Change(Premises, works=10**9, grants=0, rent=100_000, charges=100_000))
    text = made(counted, tmp_path)
    assert "Complet" in text
    for _number in range(40):
        service.add_need(counted)
    assert "area" in service.walls_view(counted.reader).lacking
    for need in service.walls_view(counted.reader).needs:
        service.update_need(counted, need.id, Change(PremisesNeed, area=10, note="au rez-de-chaussée"))
    assert paper("before-walls").make(counted.reader, CONTEXT, tmp_path / "y.pdf").pages >= 2

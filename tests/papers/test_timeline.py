"""The papers of the first tab: the calendar with its holidays, the first letter to the federation."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Person
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.papers.export import export
from msp_desktop.papers.paper import Context
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.referent import update_referent_person
from msp_desktop.services.small_forms import choose_help
from tests.conftest import NOW, TODAY
from tests.documents.values import read


def written(store: Store, tmp_path: Path, key: str = "federation-letter") -> str:
    return read(export(store.reader, key, tmp_path, Context(TODAY, NOW)).path)


def test_the_calendar_has_the_holidays_of_the_department(store: Store, tmp_path: Path) -> None:
    creuse = written(store, tmp_path, "timeline")
    assert "1er mai" in creuse
    assert "(zone A)" in creuse
    assert "3 avril" not in creuse.split("Fériés : ")[1].split(".")[0]
    update_commune(store, Change(Commune, department_code="67"))
    alsace = written(store, tmp_path, "timeline")
    assert "3 avril" in alsace.split("Fériés : ")[1].split(".")[0], "Good Friday"
    assert "(zone B)" in alsace


@pytest.mark.parametrize(
    ("population", "words"),
    [
        (1240, "La commune de Saint-Essai (1 240 habitants) souhaite"),
        (1, "(1 habitant)"),
        (None, "Saint-Essai souhaite"),
    ],
)
def test_the_letter_says_how_many_live_there_where_it_is_known(
    store: Store, tmp_path: Path, population: int | None, words: str
) -> None:
    update_commune(store, Change(Commune, population=population))
    assert words in written(store, tmp_path)


def test_the_commune_takes_its_article(store: Store, tmp_path: Path) -> None:
    update_commune(store, Change(Commune, name="Les Abymes"))
    text = written(store, tmp_path)
    assert "L’accès aux soins aux Abymes" in text
    assert "La commune des Abymes" in text


def test_only_the_kinds_of_help_ticked_are_asked_for(store: Store, tmp_path: Path) -> None:
    kit = kit_timeline().federation_helps
    assert "Nous serions heureux de votre aide" not in written(store, tmp_path)
    for chosen in kit[:2]:
        choose_help(store, chosen.code, True)
    text = written(store, tmp_path)
    assert f"{kit[0].text} ;" in text
    assert f"{kit[1].text}." in text
    assert kit[2].text not in text


@pytest.mark.parametrize(
    ("civility", "ways", "words"),
    [
        (
            "Mme",
            {"phone": "0555000002"},
            "Roche, référente santé, est votre interlocutrice à la mairie (05 55 00 00 02).",
        ),
        ("M.", {"email": "r@a.fr"}, "Roche, référent santé, est votre interlocuteur à la mairie (r@a.fr)."),
        ("M.", {}, "Roche, référent santé, est votre interlocuteur à la mairie."),
    ],
)
def test_the_referent_is_whom_to_speak_to(
    store: Store, tmp_path: Path, civility: str, ways: dict[str, str], words: str
) -> None:
    update_referent_person(store, False, Change(Person, civility=civility, last_name="Roche", **ways))
    assert words in written(store, tmp_path)


def test_until_there_is_a_referent_nobody_is_named(store: Store, tmp_path: Path) -> None:
    assert "interlocut" not in written(store, tmp_path)

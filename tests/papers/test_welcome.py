"""The page given to newcomers and the town's own checklist: what each says, and to whom it does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Person
from msp_desktop.domain.welcome import Newcomer, WelcomeEntry, WelcomeKind, WelcomeStep
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from msp_desktop.services import welcome as service
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.people import add_person
from tests import pdf
from tests.conftest import NOW, TODAY

CONTEXT = Context(TODAY, NOW)


def ready(store: Store) -> None:
    add_person(store, Person(civility="Mme", first_name="Ana", last_name="Roux", phone="05 55 00 00 00"))
    arrival = service.add_entry(store, WelcomeKind.ARRIVAL)
    service.update_entry(store, arrival.id, Change(WelcomeEntry, title="Camille Interne", from_on=date(2026, 5, 4)))
    housing = service.add_entry(store, WelcomeKind.HOUSING)
    values = {
        "title": "Studio",
        "person": "Mme Ana Roux",
        "places": 2,
        "from_on": date(2026, 5, 1),
        "details": "Meublé",
    }
    service.update_entry(store, housing.id, Change(WelcomeEntry, for_whom=Newcomer.INTERN, **values))


def made(store: Store, folder: Path, key: str = "welcome") -> str:
    paper(key).make(store.reader, CONTEXT, folder / f"{key}.pdf")
    return " ".join(pdf.text(folder / f"{key}.pdf").split())


def test_it_waits_until_something_is_ready(store: Store) -> None:
    assert "logement" in (paper("welcome").missing(store.reader, CONTEXT) or "")
    assert "La liste" in (paper("welcome-list").missing(store.reader, CONTEXT) or "")
    ready(store)
    assert paper("welcome").missing(store.reader, CONTEXT) is None


def test_the_page_says_where_to_live_and_whom_to_call_and_nothing_of_who_comes(store: Store, tmp_path: Path) -> None:
    ready(store)
    text = made(store, tmp_path)
    for words in ("Où loger", "Studio", "Pour les internes, 2 places, libre à partir du", "Mme Ana Roux", "Meublé"):
        assert words in text
    assert "05 55 00 00 00" in text
    assert "Camille" not in text


def test_it_welcomes_to_the_town_as_french_says_it(store: Store, tmp_path: Path) -> None:
    ready(store)
    update_commune(store, Change(Commune, name="Le Grand-Bourg", insee="23095"))
    assert "Bienvenue au Grand-Bourg" in made(store, tmp_path)


def test_whoever_prints_it_is_told_whom_it_names(store: Store) -> None:
    ready(store)
    named, asked = paper("welcome").remarks(store.reader, CONTEXT)
    assert "Mme Ana Roux" in named
    assert "d’accord" in asked
    service.update_entry(store, 2, Change(WelcomeEntry, person=""))
    assert paper("welcome").remarks(store.reader, CONTEXT) == ()


def test_whoever_prints_the_checklist_is_told_that_it_names_people(store: Store) -> None:
    service.propose_steps(store)
    assert paper("welcome-list").remarks(store.reader, CONTEXT) == ()
    service.update_step(store, 1, Change(WelcomeStep, person="Mme Roux"))
    assert "nomme" in paper("welcome-list").remarks(store.reader, CONTEXT)[0]


def test_the_checklist_is_the_town_s_with_who_comes_and_what_is_done(store: Store, tmp_path: Path) -> None:
    ready(store)
    service.propose_steps(store)
    service.tick_step(store, 1, True, TODAY)
    text = made(store, tmp_path, "welcome-list")
    for words in ("Camille Interne", "Avant l’arrivée", "fait le 28 avril 2026", "Remettre les clés"):
        assert words in text


def test_both_are_word_files_too_and_print_words_of_any_length(store: Store, tmp_path: Path) -> None:
    ready(store)
    service.add_step(store, "m" * 10_000)
    service.update_entry(store, 2, Change(WelcomeEntry, details="x" * 10_000, title="y" * 300))
    for key in ("welcome", "welcome-list"):
        made(store, tmp_path, key)
        paper(key).make(store.reader, CONTEXT, tmp_path / f"{key}.docx")
        assert (tmp_path / f"{key}.docx").stat().st_size

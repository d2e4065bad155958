"""Lines typed in from a paper filled in by hand: what the pen wrote, dated as the paper is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.inventory import (
    STRENGTH_UNKNOWN,
    AgeBand,
    Departure,
    Dynamic,
    HealthProfessional,
    Need,
    Offer,
    Proximity,
    Tri,
)
from msp_desktop.domain.paper_grid import PaperField, PaperRegister
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.services.paper_grid import (
    PaperOrigin,
    choice_words,
    keep_line,
    paper_grid,
    paper_registers,
    read_choice,
)
from tests.conftest import TODAY

ORIGIN = PaperOrigin(date(2026, 4, 14), "Mme Roche")
NUMBERED = PaperField("strength", "Force", 14, ((1, "signalé"), (2, "fréquent"), (3, "urgent")), numbered=True)
TICKED = PaperField("ready", "Prêt", 15, ((Tri.YES, "oui"), (Tri.NO, "non")), tick=True)
FREE = PaperField("kind", "Offre", 46, (("pharmacie", "pharmacie"), ("ehpad", "EHPAD"), ("centre", "centre de santé")))


def register(store: Store, key: str) -> PaperRegister:
    return next(register for register in paper_registers(store.reader) if register.key == key)


def keep(store: Store, key: str, row_id: int | None = None, **values: Any) -> int | None:
    return keep_line(store, key, row_id, values, ORIGIN)


# --- the paper ------------------------------------------------------------------------------------------


def test_questions_are_numbered_through_and_registers_lettered(store: Store) -> None:
    grid = paper_grid(store.reader, TODAY)
    assert [question.number for question in grid.questions] == list(range(1, 9))
    assert [entry.letter for entry in grid.registers] == list("ABCDE")
    for entry in grid.registers:
        assert sum(field.share for field in entry.fields) < 168, "room is left for the numbers"


def test_the_numbers_of_lines_go_on_from_those_there(store: Store) -> None:
    assert register(store, "offers").label(0) == "B1"
    keep(store, "offers", name="Pharmacie")
    assert len(register(store, "offers").rows) == 1
    assert register(store, "offers").label(1) == "B2"


def test_a_legend_tells_what_numbers_stand_for() -> None:
    assert (
        NUMBERED.legend()
        == "Force\u00a0: 1\u00a0=\u00a0signalé\u202f; 2\u00a0=\u00a0fréquent\u202f; 3\u00a0=\u00a0urgent."
    )
    assert FREE.legend() == ""


# --- choices --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [("", None), ("  ", None), ("2", 2), (" 3 ", 3), ("Urgent", 3), ("urg", 3), ("FREQ", 2)],
)
def test_a_number_or_the_beginning_of_a_word_is_understood(text: str, value: int | None) -> None:
    assert read_choice(NUMBERED, text) == value


@pytest.mark.parametrize("text", ["0", "4", "99", "ur", "peut-être"])
def test_what_a_numbered_box_does_not_offer_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the box says it in its own words
        read_choice(NUMBERED, text)


@pytest.mark.parametrize(
    ("text", "value"), [("ehpad", "ehpad"), ("Centre", "centre"), ("médiathèque", "médiathèque"), ("2", "2")]
)
def test_elsewhere_other_words_are_kept_as_typed(text: str, value: str) -> None:
    assert read_choice(FREE, text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("oui", Tri.YES), ("O", Tri.YES), ("n", Tri.NO), ("Non", Tri.NO), ("", None)]
)
def test_a_yes_and_a_no_are_told_from_what_nobody_asked(text: str, value: Tri | None) -> None:
    assert read_choice(TICKED, text) == value


@pytest.mark.parametrize("text", ["peut-être", "1", "x"])
def test_what_is_neither_yes_nor_no_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the box says it in its own words
        read_choice(TICKED, text)
    assert choice_words(TICKED, Tri.UNKNOWN) == ""


def test_a_no_is_kept_as_a_no(store: Store) -> None:
    row_id = keep(store, "professionals", last_name="Dupont", works_alone=Tri.NO)
    row = store.reader.one(HealthProfessional, row_id or 0)
    assert (row.works_alone, row.ready) == (Tri.NO, Tri.UNKNOWN)


def test_what_is_shown_is_read_back() -> None:
    for field in (NUMBERED, FREE, TICKED):
        for value, _words in field.choices:
            assert read_choice(field, choice_words(field, value)) == value
    assert choice_words(FREE, "médiathèque") == "médiathèque"
    assert choice_words(NUMBERED, None) == ""


# --- lines ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["offers", "dynamics", "needs", "opportunities"])
def test_a_line_without_words_is_no_line(store: Store, key: str) -> None:
    assert keep(store, key) is None
    assert keep(store, key, strength=3) is None
    assert keep(store, key, kind="autre", title="", details=None) is None
    assert store.history.undo_label() is None


def test_a_professional_bears_the_day_and_the_hand_of_the_paper(store: Store) -> None:
    row_id = keep(store, "professionals", last_name="Dupont", age_band=AgeBand.FROM_60, departure=Departure.WITHIN_2)
    row = store.reader.one(HealthProfessional, row_id or 0)
    assert (row.age_noted_on, row.checked_on, row.source) == (ORIGIN.filled_on, ORIGIN.filled_on, "Mme Roche")
    assert row.profession == "autre"


def test_a_box_emptied_goes_back_to_before_anybody_answered(store: Store) -> None:
    row_id = keep(store, "professionals", last_name="Dupont", age_band=AgeBand.FROM_60, works_alone=Tri.YES)
    keep(store, "professionals", row_id, age_band=None, works_alone=None)
    row = store.reader.one(HealthProfessional, row_id or 0)
    assert (row.age_band, row.age_noted_on, row.works_alone) == (AgeBand.UNKNOWN, None, Tri.UNKNOWN)


def test_a_professional_keeps_a_name(store: Store) -> None:
    row_id = keep(store, "professionals", last_name="Dupont", first_name="Anne")
    keep(store, "professionals", row_id, last_name="")
    with pytest.raises(UserError):
        keep(store, "professionals", row_id, first_name=" ")
    assert [person.first_name for person in store.reader.all(Person)] == ["Anne"]


@pytest.mark.parametrize(
    ("where", "place", "town"),
    [
        ("Ici", Proximity.HERE, ""),
        ("SUR PLACE", Proximity.HERE, ""),
        ("commune", Proximity.HERE, ""),
        (" Guéret ", Proximity.NEARBY, "Guéret"),
    ],
)
def test_where_is_the_commune_itself_or_a_town_nearby(store: Store, where: str, place: Proximity, town: str) -> None:
    row = store.reader.one(Offer, keep(store, "offers", name="Pharmacie", where=where) or 0)
    assert (row.place, row.town) == (place, town)


def test_a_line_emptied_of_its_words_is_taken_off(store: Store) -> None:
    row_id = keep(store, "needs", title="Soins le soir", strength=3)
    assert keep(store, "needs", row_id, title="", strength=None) is None
    assert store.reader.all(Need) == []


def test_a_line_still_saying_something_stays(store: Store) -> None:
    row_id = keep(store, "dynamics", title="CPTS", who="Mme Roche")
    assert keep(store, "dynamics", row_id, title="") == row_id
    assert [row.who for row in store.reader.all(Dynamic)] == ["Mme Roche"]


def test_a_need_of_which_nobody_says_how_strong_has_no_strength(store: Store) -> None:
    row_id = keep(store, "needs", title="Soins le soir")
    assert store.reader.one(Need, row_id or 0).strength == STRENGTH_UNKNOWN
    keep(store, "needs", row_id, strength=3)
    keep(store, "needs", row_id, strength=None)
    assert store.reader.one(Need, row_id or 0).strength == STRENGTH_UNKNOWN

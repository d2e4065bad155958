"""The inventory: eight questions, the registers behind them, and what the registers propose."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import AgeBand, Departure, HealthProfessional, Inventory, Offer, Proximity, Tri
from msp_desktop.domain.inventory_views import FindingView, InventoryView
from msp_desktop.domain.inventory_words import departure_words
from msp_desktop.domain.people import Category, Person
from msp_desktop.errors import UserError
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.inventory import (
    REGISTERS,
    add_professional,
    add_question,
    add_row,
    delete_professionals,
    delete_question,
    delete_rows,
    departures_by_horizon,
    inventory_view,
    reword_question,
    update_inventory,
    update_professional,
    update_row,
    write_finding,
)
from msp_desktop.services.meetings import add_meeting, invite, meeting_view
from tests.conftest import TODAY


def seen(store: Store, today: date = TODAY) -> InventoryView:
    return inventory_view(store.reader, today)


def finding(store: Store, code: str) -> FindingView:
    return next(row for row in seen(store).findings() if row.code == code)


def professional(store: Store, name: str = "Fontanel", **values: Any) -> HealthProfessional:
    return add_professional(store, Person(last_name=name), {"profession": "medecin", **values})


def dump(store: Store) -> str:
    return "\n".join(store.connection.iterdump())


# --- questions and findings -------------------------------------------------------------------------------


def test_a_new_dossier_asks_the_method_s_eight_questions_and_proposes_nothing(store: Store) -> None:
    view = seen(store)
    assert view.is_empty
    assert [row.code for row in view.findings()] == [question.code for question in kit_inventory().questions]
    assert len(view.findings()) == 8
    assert {row.draft for row in view.findings()} == {""}
    assert all(row.question for row in view.findings())


def test_a_finding_bears_the_day_it_was_first_written(store: Store) -> None:
    row = finding(store, "combien")
    write_finding(store, row.id, "Trois", TODAY)
    write_finding(store, row.id, "Trois médecins", date(2026, 5, 30))
    assert (finding(store, "combien").answer, finding(store, "combien").noted_on) == ("Trois médecins", TODAY)


def test_a_finding_emptied_has_no_day_any_more(store: Store) -> None:
    row = finding(store, "combien")
    write_finding(store, row.id, "Trois", TODAY)
    write_finding(store, row.id, " ", date(2026, 5, 30))
    assert finding(store, "combien").noted_on is None
    assert seen(store).filled() == 0


def test_typing_a_finding_is_one_step_and_taking_a_proposal_another(store: Store) -> None:
    row = finding(store, "combien")
    for words in ("T", "Tr", "Trois"):
        write_finding(store, row.id, words, TODAY)
    write_finding(store, row.id, "Trois professionnels.", TODAY, drafted=True)
    store.undo()
    assert finding(store, "combien").answer == "Trois"
    store.undo()
    assert finding(store, "combien").answer == ""


def test_every_question_of_the_method_gets_a_proposal_from_full_registers(sample: Store) -> None:
    empty = [row.code for row in seen(sample).findings() if row.code and not row.draft]
    assert empty == []


def test_the_town_s_own_question_is_asked_under_its_theme(store: Store) -> None:
    row = add_question(store, "besoins", " Quels trajets ? ")
    theme = next(theme for theme in seen(store).themes if theme.code == "besoins")
    assert (theme.findings[-1].question, theme.findings[-1].own) == ("Quels trajets ?", True)
    delete_question(store, row.id)
    assert len(seen(store).findings()) == 8


def test_a_question_of_the_method_is_reworded_and_comes_back_but_is_not_deleted(store: Store) -> None:
    row = finding(store, "combien")
    reword_question(store, row.id, " Combien êtes-vous ? ")
    assert finding(store, "combien").question == "Combien êtes-vous ?"
    reword_question(store, row.id, row.question)
    assert finding(store, "combien").question == row.question
    with pytest.raises(UserError):
        delete_question(store, row.id)


def test_a_question_without_words_is_refused(store: Store) -> None:
    with pytest.raises(UserError):
        add_question(store, "besoins", "  ")
    own = add_question(store, "besoins", "Quels trajets ?")
    with pytest.raises(UserError):
        reword_question(store, own.id, "")


# --- professionals ----------------------------------------------------------------------------------------


def test_a_professional_joins_the_directory_as_one(store: Store) -> None:
    row = professional(store, ready=Tri.YES)
    assert store.reader.one(Person, row.person_id).category is Category.PROFESSIONAL
    (view,) = seen(store).professionals
    assert (view.name, view.where, view.row.ready) == ("Fontanel", "commune", Tri.YES)


@pytest.mark.parametrize("values", [{"organisation": "Cabinet du Lavoir"}, {"first_name": "Léa"}, {"last_name": "F"}])
def test_one_name_of_any_kind_is_enough(store: Store, values: dict[str, str]) -> None:
    add_professional(store, Person(**values), {"profession": "infirmier"})
    assert len(seen(store).professionals) == 1


def test_a_professional_without_any_name_is_refused(store: Store) -> None:
    with pytest.raises(UserError):
        add_professional(store, Person(civility="Dr", last_name=" "), {"profession": "medecin"})
    assert store.reader.all(Person) == []


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ({"place": Proximity.HERE, "town": "Guéret", "distance_km": 3.0}, "commune"),
        ({"place": Proximity.NEARBY}, "à proximité"),
        ({"place": Proximity.NEARBY, "town": "Guéret"}, "Guéret"),
        ({"place": Proximity.NEARBY, "town": "Guéret", "distance_km": 9.5}, "Guéret, 9,5\u00a0km"),
        ({"place": Proximity.NEARBY, "distance_km": 0.0}, "à proximité"),
    ],
)
def test_where_a_professional_is(store: Store, values: dict[str, Any], where: str) -> None:
    professional(store, **values)
    assert seen(store).professionals[0].where == where


def test_the_profession_agrees_with_the_civility_typed(store: Store) -> None:
    for civility in ("Mme", "M.", ""):
        add_professional(store, Person(civility=civility, last_name="X"), {"profession": "infirmier"})
    assert sorted(view.label for view in seen(store).professionals) == ["infirmier", "infirmier", "infirmière"]


def test_professionals_go_by_profession_then_the_commune_s_first_then_by_name(store: Store) -> None:
    professional(store, "Zola", place=Proximity.NEARBY)
    professional(store, "Éluard", place=Proximity.NEARBY)
    professional(store, "Zweig")
    professional(store, "Abel", profession="infirmier")
    assert [view.person.last_name for view in seen(store).professionals] == ["Zweig", "Éluard", "Zola", "Abel"]


def test_one_form_changes_the_person_and_the_register_at_once(store: Store) -> None:
    row = professional(store)
    update_professional(
        store, row.id, Change(Person, last_name="Fontanelle"), Change(HealthProfessional, age_band=AgeBand.FROM_60)
    )
    (view,) = seen(store).professionals
    assert (view.person.last_name, view.row.age_band) == ("Fontanelle", AgeBand.FROM_60)
    store.undo()
    assert (seen(store).professionals[0].person.last_name, seen(store).professionals[0].row.age_band) == (
        "Fontanel",
        AgeBand.UNKNOWN,
    )


def test_a_professional_deleted_leaves_every_list_and_comes_back_to_each(store: Store) -> None:
    row = professional(store)
    meeting = add_meeting(store, "premiere-rencontre")
    invite(store, meeting.id, [row.person_id])
    before = dump(store)
    delete_professionals(store, [row.id])
    assert seen(store).is_empty
    assert store.reader.all(Person) == []
    assert meeting_view(store.reader, meeting.id).guests == ()
    store.undo()
    assert dump(store) == before


def test_homonyms_are_counted_one_by_one(store: Store) -> None:
    professional(store)
    professional(store)
    (count,) = seen(store).counts
    assert (count.here, count.nearby, count.label) == (2, 0, "médecins")


def test_professions_are_counted_the_most_numerous_first(store: Store) -> None:
    professional(store)
    for name in ("A", "B"):
        professional(store, name, profession="infirmier", place=Proximity.NEARBY)
    assert [(count.code, count.here, count.nearby) for count in seen(store).counts] == [
        ("infirmier", 0, 2),
        ("medecin", 1, 0),
    ]


def test_age_bands_are_all_there_in_order_with_none_left_out(store: Store) -> None:
    professional(store, age_band=AgeBand.FROM_60)
    ages = seen(store).ages
    assert [band for band, _count in ages] == list(AgeBand)
    assert sum(count for _band, count in ages) == 1


# --- departures ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("departure", "day", "words"),
    [
        (Departure.ANNOUNCED, None, "annoncé"),
        (Departure.ANNOUNCED, date(2027, 12, 31), "annoncé, fin 2027"),
        (Departure.ANNOUNCED, date(2027, 10, 1), "annoncé, fin 2027"),
        (Departure.ANNOUNCED, date(2027, 9, 30), "annoncé, septembre 2027"),
        (Departure.WITHIN_2, None, "d’ici 2 ans"),
        (Departure.FROM_3_TO_5, None, "dans 3 à 5 ans"),
        (Departure.NONE_KNOWN, None, "aucun connu"),
        (Departure.UNKNOWN, date(2027, 1, 1), "–"),
    ],
)
def test_a_departure_in_words(departure: Departure, day: date | None, words: str) -> None:
    row = HealthProfessional(person_id=1, profession="medecin", departure=departure, departure_on=day)
    assert departure_words(row) == words


def test_known_departures_come_first_by_date_then_the_possible_ones(store: Store) -> None:
    professional(store, "A", age_band=AgeBand.FROM_60, age_noted_on=TODAY)
    professional(store, "B", departure=Departure.FROM_3_TO_5)
    professional(store, "C", departure=Departure.ANNOUNCED, departure_on=date(2027, 6, 1))
    professional(store, "D", departure=Departure.NONE_KNOWN)
    spans = seen(store).departures
    assert [(span.words, span.possible) for span in spans] == [
        ("annoncé, juin 2027", False),
        ("dans 3 à 5 ans", False),
        ("possible", True),
    ]
    assert departures_by_horizon(seen(store)) == {
        "within_2_years": 1,
        "within_5_years": 2,
        "possible_within_10_years": 1,
    }


def test_a_departure_names_the_profession_and_nobody(store: Store) -> None:
    professional(store, "Nomsecret", departure=Departure.WITHIN_2)
    assert "Nomsecret" not in repr(seen(store).departures)


@pytest.mark.parametrize("age", [54, 81, 0, -1])
def test_a_retirement_age_out_of_sense_is_refused(store: Store, age: int) -> None:
    with pytest.raises(UserError):
        update_inventory(store, Change(Inventory, retirement_age=age))
    assert store.reader.one(Inventory, 1).retirement_age == 67


@pytest.mark.parametrize("age", [55, 80])
def test_the_ends_of_the_retirement_age_are_allowed(store: Store, age: int) -> None:
    update_inventory(store, Change(Inventory, retirement_age=age))
    assert seen(store).inventory.retirement_age == age


# --- the other registers ------------------------------------------------------------------------------------

VALUES: dict[str, dict[str, Any]] = {
    "offers": {"kind": "pharmacie", "name": "Pharmacie du Lavoir"},
    "dynamics": {"title": "CPTS"},
    "needs": {"title": "Soins le soir"},
    "opportunities": {"title": "Un local libre"},
}


@pytest.mark.parametrize("register", REGISTERS)
def test_rows_are_added_in_order_changed_and_deleted_in_one_step(store: Store, register: str) -> None:
    rows = [add_row(store, Change(REGISTERS[register], **VALUES[register])) for _time in range(3)]
    assert [row.position for row in rows] == [1, 2, 3]
    update_row(store, rows[1].id, Change(REGISTERS[register], details="changé"))
    assert getattr(seen(store), register)[1].details == "changé"
    assert not seen(store).is_empty
    before = dump(store)
    delete_rows(store, register, [rows[0].id, rows[2].id])
    assert [row.id for row in getattr(seen(store), register)] == [rows[1].id]
    store.undo()
    assert dump(store) == before


def test_a_row_added_after_a_deletion_goes_last(store: Store) -> None:
    one, two = (add_row(store, Change(Offer, kind="pharmacie", name=name)) for name in "AB")
    delete_rows(store, "offers", [one.id])
    add_row(store, Change(Offer, kind="pharmacie", name="C"))
    assert [row.name for row in store.reader.all(Offer, order="position, id")] == ["B", "C"]
    assert two.position == 2

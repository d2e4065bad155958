"""What is agreed to of official files is written in one step, with its number, source and day, and taken back at once."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import HealthProfessional, Mode, Offer, Proximity
from msp_desktop.domain.official import (
    FileFound,
    FileKind,
    FoundFigure,
    Movement,
    MovementKind,
    OfficialFile,
    Proposal,
    PublicFigure,
    SourceFile,
    Standing,
)
from msp_desktop.domain.official_ticks import with_choice, with_none
from msp_desktop.domain.people import Category, Person
from msp_desktop.services.inventory import delete_professionals
from msp_desktop.services.open_data.plan import accepting
from msp_desktop.services.open_data.values import as_values
from msp_desktop.services.open_data.writing import Written, write_review
from msp_desktop.services.people import add_person
from tests.services.open_data.files import BESIDE, FIRST, HERE, SECOND, commune, finess, nurse, pharmacy, planned, rpps
from tests.services.open_data.test_plan import listed, offered

NOW = datetime(2026, 4, 28, 14, 32)


def taken(store: Store, *founds: FileFound, everything: bool = False) -> Written:
    review = planned(store, *founds)
    return write_review(store, accepting(review, frozenset(Proposal)) if everything else review, NOW)


def registered(store: Store) -> list[tuple[HealthProfessional, Person]]:
    return store.reader.each_with(HealthProfessional, Person, "person_id")


def moves(store: Store) -> list[tuple[Any, ...]]:
    return [(one.kind, one.town, one.town_before, one.since, one.until) for one in store.reader.all(Movement)]


def test_new_lines_are_written_with_their_source_and_one_undo_takes_all_back(store: Store) -> None:
    people = store.reader.all(Person)
    written = taken(
        store,
        rpps(nurse("1", phone="0555000001"), nurse("2", "REY", insee=BESIDE.insee, town=BESIDE.name)),
        finess(pharmacy("230000001", phone="0555000002")),
    )
    assert (written.added, written.movements, len(written.professionals), len(written.offers)) == (3, 0, 2, 1)
    (row, person), (beside, _other) = registered(store)
    assert (person.civility, person.first_name, person.last_name, person.category) == (
        "Mme", "Anne", "Petit", Category.PROFESSIONAL,
    )  # fmt: skip
    assert person.known_from == "Annuaire santé (RPPS), fichier du 14\u00a0avril 2026"
    assert (row.rpps, row.place, row.town, row.mode) == ("1", Proximity.HERE, "", Mode.SELF_EMPLOYED)
    assert (row.source, row.checked_on) == ("RPPS du 14\u00a0avril 2026", FIRST)
    assert (beside.place, beside.town) == (Proximity.NEARBY, "Valbourg")
    (offer,) = store.reader.all(Offer)
    assert (offer.name, offer.finess, offer.details) == (
        "Pharmacie Duval",
        "230000001",
        "05\u00a055\u00a000\u00a000\u00a002",
    )
    assert [(one.dated_on, one.communes) for one in store.reader.all(OfficialFile)] == [
        (FIRST, "23991 23992 23993")
    ] * 2
    store.undo()
    assert (registered(store), store.reader.all(Offer), store.reader.all(OfficialFile)) == ([], [], [])
    assert store.reader.all(Person) == people


def test_the_same_file_again_adds_nothing(store: Store) -> None:
    founds = (rpps(nurse("1"), nurse("1", insee=BESIDE.insee, town=BESIDE.name)), finess(pharmacy("230000001")))
    taken(store, *founds)
    assert len({person.id for _row, person in registered(store)}) == 1
    again = planned(store, *founds)
    assert {line.proposal for line in again.lines} == {Proposal.EXISTING}
    assert not any(line.ticked for line in again.lines)


def test_an_entry_there_already_gets_its_number_and_keeps_the_source_typed(store: Store) -> None:
    listed(store, civility="Mme", mode=Mode.SELF_EMPLOYED, source="rencontre du 3 mai")
    assert taken(store, rpps(nurse("1"))).checked == 1
    ((row, person),) = registered(store)
    assert (row.rpps, row.source, row.checked_on) == ("1", "rencontre du 3 mai", FIRST)
    assert person.known_from == ""


def test_only_what_is_accepted_is_overwritten(store: Store) -> None:
    listed(store, mode=Mode.MIXED, phone="0555000009", known_from="d’elle")
    review = planned(store, rpps(nurse("1", phone="0555000001")))
    write_review(store, review, NOW)
    ((row, person),) = registered(store)
    assert (row.mode, person.phone, person.civility, person.known_from) == (Mode.MIXED, "0555000009", "Mme", "d’elle")
    assert row.source == "RPPS du 14\u00a0avril 2026"
    review = planned(store, rpps(nurse("1", phone="0555000001")))
    write_review(store, with_choice(review, 1, ("health_professional", "mode"), True), NOW)
    ((row, person),) = registered(store)
    assert (row.mode, person.phone) == (Mode.SELF_EMPLOYED, "0555000009")


def test_nothing_ticked_writes_no_entry(store: Store) -> None:
    review = planned(store, rpps(nurse("1")))
    assert write_review(store, with_none(review), NOW) == Written()
    assert registered(store) == []


def test_a_second_import_tells_who_came_left_and_moved(store: Store) -> None:
    taken(store, rpps(nurse("1"), nurse("2", "REY", "Zoé"), nurse("3", "ROY", "Léa")))
    assert moves(store) == []
    second = rpps(
        nurse("1"),
        nurse("2", "REY", "Zoé", insee=BESIDE.insee, town=BESIDE.name),
        nurse("4", "BON", "Eva"),
        day=SECOND,
    )
    written = taken(store, second, everything=True)
    assert (written.added, written.changed, written.gone, written.movements) == (1, 1, 1, 3)
    assert sorted(moves(store)) == sorted(
        [
            (MovementKind.MOVED, "Valbourg", "Saint-Essai", FIRST, SECOND),
            (MovementKind.ARRIVED, "Saint-Essai", "", FIRST, SECOND),
            (MovementKind.LEFT, "Saint-Essai", "", FIRST, SECOND),
        ]
    )
    gone = next(person for _row, person in registered(store) if person.last_name == "Roy")
    assert gone.notes == "Ne figure plus dans le RPPS du 13\u00a0avril 2027 (Saint-Essai)."
    assert planned(store, second).of(Proposal.GONE) == ()
    store.undo()
    assert moves(store) == []
    assert len(registered(store)) == 3


def test_who_comes_back_is_told_and_may_leave_again(store: Store) -> None:
    third, fourth = date(2028, 4, 14), date(2029, 4, 14)
    taken(store, rpps(nurse("1")), finess(pharmacy("230000001")))
    taken(store, rpps(day=SECOND), finess(day=SECOND), everything=True)
    older = planned(store, rpps(nurse("1")), finess(pharmacy("230000001")))
    assert not any(line.ticked for line in older.lines), "an older file still has whoever left"
    back = planned(store, rpps(nurse("1"), day=third), finess(pharmacy("230000001"), day=third))
    assert [(line.proposal, line.said, line.ticked) for line in back.lines] == [
        (Proposal.EXISTING, "de retour", True)
    ] * 2
    write_review(store, back, NOW)
    assert moves(store)[2:] == [(MovementKind.ARRIVED, "Saint-Essai", "", SECOND, third)] * 2
    again = rpps(nurse("1"), day=fourth), finess(pharmacy("230000001"), day=fourth)
    assert not any(line.ticked for line in planned(store, *again).lines)
    assert [line.proposal for line in planned(store, rpps(day=fourth), finess(day=fourth)).lines] == [Proposal.GONE] * 2


def test_a_commune_read_for_the_first_time_has_no_arrivals(store: Store) -> None:
    write_review(store, planned(store, rpps(nurse("1")), communes=(BESIDE,)), NOW)
    taken(store, rpps(nurse("2", "REY"), day=SECOND))
    assert moves(store) == []


def test_a_pharmacy_that_was_open_before_did_not_arrive(store: Store) -> None:
    taken(store, finess())
    taken(store, finess(pharmacy("230000001", opened_on=FIRST), day=SECOND))
    assert moves(store) == []


def test_two_homonyms_confirmed_are_two(store: Store) -> None:
    listed(store)
    taken(store, rpps(nurse("1"), nurse("2")), everything=True)
    assert sorted(row.rpps for row, _person in registered(store)) == ["", "1", "2"]


def test_an_offer_that_is_gone_says_so(store: Store) -> None:
    offered(store, finess="230000001", details="face à la mairie")
    taken(store, finess(day=SECOND), everything=True)
    (offer,) = store.reader.all(Offer)
    assert offer.details == "face à la mairie\nNe figure plus dans FINESS du 13\u00a0avril 2027 (Saint-Essai)."
    assert moves(store) == [(MovementKind.LEFT, "Saint-Essai", "", None, SECOND)]


def test_a_postcode_confirmed_is_nearby_unless_only_the_commune_was_sought(store: Store) -> None:
    taken(store, rpps(nurse("1", standing=Standing.TO_CONFIRM, insee="", town="")), everything=True)
    ((row, _person),) = registered(store)
    assert (row.place, row.town) == (Proximity.NEARBY, "")


def test_public_figures_come_with_the_lines_in_the_one_step_and_say_nothing_of_who_is_gone(store: Store) -> None:
    taken(store, finess(pharmacy("230000001")))
    figures = FileFound(
        file=SourceFile(kind=FileKind.FIGURES, name="ald.csv", dated_on=SECOND),
        figures=(FoundFigure(code="ald-sans-medecin", area="23", value=8.4, year=2024),),
    )
    review = planned(store, figures, rpps(nurse("1")))
    assert [line.proposal for line in review.lines] == [Proposal.NEW]
    assert [(one.words, one.source, one.ticked) for one in review.figures] == [
        ("8\u00a0%", "Assurance maladie, 2024", True)
    ]
    assert not accepting(review, frozenset({Proposal.CHANGED})).figures[0].ticked
    assert as_values(review)["figures"][0]["value"] == 8.4
    written = write_review(store, review, NOW)
    assert (written.added, written.figures) == (1, 1)
    assert len(store.reader.all(PublicFigure)) == 1
    store.undo()
    assert (store.reader.all(PublicFigure), len(registered(store))) == ([], 0)


def test_what_is_typed_between_the_review_and_its_writing_stays(store: Store) -> None:
    row = listed(store, civility="Mme", mode=Mode.SELF_EMPLOYED)
    shop = offered(store)
    review = planned(
        store,
        rpps(nurse("1", phone="0555000001", email="anne@exemple.fr")),
        finess(pharmacy("230000001", phone="0555000002")),
    )
    with store.write("typed") as transaction:
        transaction.update(row.person_id, Change(Person, phone="06 00 00 00 09"))
        transaction.update(shop.id, Change(Offer, details="Ouverte le samedi."))
    assert write_review(store, review, NOW).changed == 1
    ((_row, person),) = registered(store)
    assert (person.phone, person.email) == ("06 00 00 00 09", "anne@exemple.fr")
    assert [(one.details, one.finess) for one in store.reader.all(Offer)] == [("Ouverte le samedi.", "230000001")]


def test_an_entry_deleted_after_the_review_stays_deleted(store: Store) -> None:
    rows = [listed(store), listed(store, "Zoé", "Rey", rpps="9", checked_on=FIRST)]
    shop = offered(store)
    carer = add_person(store, Person(first_name="Léa", last_name="Noir", category=Category.PROFESSIONAL))
    found = rpps(nurse("1", phone="0555000001"), nurse("2", "NOIR", "Léa"), day=SECOND)
    review = accepting(planned(store, found, finess(pharmacy("230000001"))), frozenset(Proposal))
    delete_professionals(store, [row.id for row in rows])
    with store.write("deleted") as transaction:
        transaction.delete(Offer, shop.id)
        transaction.delete(Person, carer.id)
    written = write_review(store, review, NOW)
    assert (written.added, written.changed, written.gone) == (1, 0, 0)
    assert [person.last_name for _row, person in registered(store)] == ["Noir"]


def test_each_line_has_the_day_of_its_own_file_where_two_packs_are_of_two_days(store: Store) -> None:
    away = commune("87085", "Limoges", "87")
    review = planned(
        store,
        rpps(nurse("1"), day=SECOND, covers=("23",)),
        rpps(nurse("2", "REY", insee=away.insee, town=away.name), day=FIRST, covers=("87",)),
        communes=(HERE, away),
    )
    write_review(store, review, NOW)
    assert {row.rpps: (row.source, row.checked_on) for row, _person in registered(store)} == {
        "1": ("RPPS du 13\u00a0avril 2027", SECOND),
        "2": ("RPPS du 14\u00a0avril 2026", FIRST),
    }
    assert {one["number"]: one["source"][-4:] for one in as_values(review)["new"]} == {"1": "2027", "2": "2026"}

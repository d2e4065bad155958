"""What a line of an official file is to the dossier: by its number, else by name, profession and place."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType
from typing import Any

from msgspec.structs import replace

from msp_desktop.db.store import Store
from msp_desktop.domain.inventory import HealthProfessional, Mode, Offer, Proximity
from msp_desktop.domain.official import FileKind, Movement, MovementKind, Proposal, ReviewLine, Standing, WhyAside
from msp_desktop.domain.people import Category, Person
from msp_desktop.services.inventory import add_professional
from msp_desktop.services.open_data.ground import ground
from msp_desktop.services.open_data.plan import plan_import
from msp_desktop.services.people import add_person
from tests.dossiers import TODAY
from tests.services.open_data.files import (
    BESIDE,
    COMMUNES,
    FIRST,
    HERE,
    SECOND,
    finess,
    nurse,
    only,
    pharmacy,
    planned,
    rpps,
)


def listed(store: Store, first: str = "Anne", last: str = "Petit", **more: Any) -> HealthProfessional:
    """Add somebody to the register."""
    theirs = {name: more.pop(name) for name in tuple(more) if name in Person.__struct_fields__}
    return add_professional(
        store, Person(first_name=first, last_name=last, **theirs), {"profession": "infirmier", **more}
    )


def offered(store: Store, name: str = "Pharmacie Duval", **more: Any) -> Offer:
    with store.write("offer") as transaction:
        return transaction.insert(Offer(position=1, kind="pharmacie", name=name, **more))


def differing(line: ReviewLine) -> dict[str, tuple[str, str, bool]]:
    return {one.attribute: (one.old_words, one.new_words, one.accepted) for one in line.differences}


def test_who_is_not_there_is_new_and_ticked_with_a_name_as_one_writes_it(store: Store) -> None:
    line = only(store, rpps(nurse("1", "DE LA TOUR", "Inès")))
    assert (line.proposal, line.ticked, line.name, line.what) == (
        Proposal.NEW, True, "Mme Inès de La Tour", "infirmière",
    )  # fmt: skip
    assert (line.town, line.said) == ("Saint-Essai", "libéral, cabinet de groupe")


def test_a_number_is_known_again_whatever_else_has_changed(store: Store) -> None:
    row = listed(store, last="Ancien", rpps="1", mode=Mode.MIXED)
    line = only(store, rpps(nurse("1", phone="0555000001")))
    assert (line.proposal, line.entry_id, line.ticked) == (Proposal.CHANGED, row.id, True)
    assert differing(line) == {
        "civility": ("", "Mme", True),
        "last_name": ("Ancien", "Petit", False),
        "mode": ("mixte", "libéral", False),
        "phone": ("", "05\u00a055\u00a000\u00a000\u00a001", True),
    }


def test_a_number_under_another_name_is_asked(store: Store) -> None:
    listed(store, "Paul", "Durand", rpps="1")
    line = only(store, rpps(nurse("1")))
    assert (line.proposal, line.ticked) == (Proposal.TO_CONFIRM, False)


def test_name_profession_and_place_make_an_entry_without_a_number_one(store: Store) -> None:
    row = listed(store, civility="Mme", mode=Mode.SELF_EMPLOYED)
    line = only(store, rpps(nurse("1")))
    assert (line.proposal, line.entry_id, line.ticked, line.differences) == (Proposal.EXISTING, row.id, True, ())
    assert ("Commune", "Saint-Essai") in line.same


def test_what_is_typed_is_never_ticked_to_be_overwritten(store: Store) -> None:
    listed(store, civility="Mme", mode=Mode.MIXED, phone="0555000009", email="a@exemple.fr", address="1 rue Basse")
    line = only(store, rpps(nurse("1", phone="0555000001", email="b@exemple.fr", address="3 rue du Pont")))
    assert (line.proposal, line.ticked) == (Proposal.CHANGED, False)
    assert {name: said[2] for name, said in differing(line).items()} == {
        "mode": False, "phone": False, "email": False, "address": False,
    }  # fmt: skip


def test_a_telephone_among_others_is_no_difference(store: Store) -> None:
    listed(store, civility="Mme", mode=Mode.SELF_EMPLOYED, phone="05 55 00 00 01 ou 06 00 00 00 00")
    assert only(store, rpps(nurse("1", phone="0555000001"))).proposal is Proposal.EXISTING


def test_another_last_name_is_asked(store: Store) -> None:
    row = listed(store, last="Durand")
    line = only(store, rpps(nurse("1")))
    assert (line.proposal, line.entry_id, line.ticked) == (Proposal.TO_CONFIRM, row.id, False)
    assert differing(line)["last_name"] == ("Durand", "Petit", False)


def test_a_man_of_the_same_first_name_is_somebody_else(store: Store) -> None:
    listed(store, "Paul", "Durand", civility="M.")
    assert only(store, rpps(nurse("1", "PETIT", "Paul", civility="M."))).proposal is Proposal.NEW


def test_an_initial_is_asked(store: Store) -> None:
    listed(store, "A.")
    assert only(store, rpps(nurse("1"))).proposal is Proposal.TO_CONFIRM


def test_another_town_and_another_profession_are_asked(store: Store) -> None:
    row = listed(store, place=Proximity.NEARBY, town="Guéret")
    line = only(store, rpps(nurse("1")))
    assert (line.proposal, line.entry_id, line.moved_from) == (Proposal.TO_CONFIRM, row.id, "Guéret")
    line = only(store, rpps(nurse("1", profession="medecin", insee=BESIDE.insee, town="")))
    assert line.proposal is Proposal.NEW


def test_homonyms_are_asked_unless_a_telephone_tells_them_apart(store: Store) -> None:
    row = listed(store, phone="0555000002")
    lines = planned(store, rpps(nurse("1"), nurse("2"))).lines
    assert [(one.proposal, one.entry_id) for one in lines] == [(Proposal.TO_CONFIRM, 0)] * 2
    lines = planned(store, rpps(nurse("1"), nurse("2", phone="+33 5 55 00 00 02"))).lines
    assert {one.found.rpps: one.entry_id for one in lines if one.found} == {"1": 0, "2": row.id}  # type: ignore[union-attr]


def test_a_namesake_with_another_number_is_new(store: Store) -> None:
    listed(store, rpps="9", checked_on=SECOND)
    assert only(store, rpps(nurse("1"))).proposal is Proposal.NEW


def test_one_person_in_two_communes_is_one_person_and_two_lines(store: Store) -> None:
    row = listed(store, civility="Mme", mode=Mode.SELF_EMPLOYED)
    lines = planned(store, rpps(nurse("1"), nurse("1", insee=BESIDE.insee, town=BESIDE.name))).lines
    assert [(one.proposal, one.entry_id, one.person_id) for one in lines] == [
        (Proposal.NEW, 0, row.person_id), (Proposal.EXISTING, row.id, 0),
    ]  # fmt: skip


def test_somebody_of_the_directory_is_taken_where_they_care_and_asked_where_not(store: Store) -> None:
    carer = add_person(store, Person(first_name="Anne", last_name="Petit", category=Category.PROFESSIONAL))
    line = only(store, rpps(nurse("1")))
    assert (line.proposal, line.person_id, line.ticked) == (Proposal.NEW, carer.id, True)
    elected = add_person(store, Person(first_name="Zoé", last_name="Rey", category=Category.ELECTED))
    line = only(store, rpps(nurse("2", "REY", "Zoé")))
    assert (line.proposal, line.person_id, line.ticked) == (Proposal.TO_CONFIRM, elected.id, False)


def test_a_postcode_alone_is_asked_and_what_is_set_aside_is_not_counted(store: Store) -> None:
    lines = planned(
        store,
        rpps(
            nurse("1", standing=Standing.TO_CONFIRM, insee="", town=""),
            nurse("2", "REY", standing=Standing.SET_ASIDE, why=WhyAside.REPLACING),
        ),
    ).lines
    assert [(one.proposal, one.ticked) for one in lines] == [(Proposal.TO_CONFIRM, False), (Proposal.SET_ASIDE, False)]
    assert lines[0].town == "23990"


def test_who_is_known_by_number_and_no_longer_told_is_gone(store: Store) -> None:
    row = listed(store, rpps="1", checked_on=FIRST)
    line = only(store, rpps(day=SECOND))
    assert (line.proposal, line.entry_id, line.ticked) == (Proposal.GONE, row.id, False)


def test_nobody_is_gone_where_a_file_cannot_tell(store: Store) -> None:
    listed(store, rpps="1", checked_on=FIRST)
    assert planned(store, rpps(day=SECOND, incomplete=True)).lines == ()
    assert planned(store, rpps(day=SECOND, covers=("87",))).lines == ()
    assert planned(store, rpps(day=SECOND), communes=(BESIDE,)).lines == ()
    assert planned(store, rpps(day=date(2025, 1, 1))).lines == ()
    assert planned(store, finess(day=SECOND)).lines == ()
    assert planned(store, rpps(nurse("1", standing=Standing.SET_ASIDE), day=SECOND)).of(Proposal.GONE) == ()


def test_nobody_is_gone_without_a_number_or_twice(store: Store) -> None:
    listed(store, "Zoé", "Rey")
    row = listed(store, rpps="1", checked_on=FIRST)
    with store.write("left") as transaction:
        transaction.insert(Movement(kind=MovementKind.LEFT, professional_id=row.id))
    assert planned(store, rpps(day=SECOND)).lines == ()


def test_a_number_told_in_another_town_sought_has_moved(store: Store) -> None:
    row = listed(store, rpps="1", checked_on=FIRST)
    line = only(store, rpps(nurse("1", insee=BESIDE.insee, town=BESIDE.name), day=SECOND))
    assert (line.proposal, line.entry_id, line.moved_from) == (Proposal.CHANGED, row.id, "Saint-Essai")


def test_the_newest_of_two_files_is_believed(store: Store) -> None:
    old = rpps(nurse("1", phone="0555000001"), nurse("2", "REY"), day=date(2025, 4, 1))
    line = only(store, old, rpps(nurse("1")))
    assert line.name == "Mme Anne Petit"
    assert line.found == nurse("1")


def test_offers_are_known_by_number_then_by_name_kind_and_town(store: Store) -> None:
    row = offered(store)
    line = only(store, finess(pharmacy("230000001", "SELARL PHARMACIE DUVAL", phone="0555000001")))
    assert (line.proposal, line.entry_id, line.kind) == (Proposal.CHANGED, row.id, FileKind.FINESS)
    assert differing(line) == {
        "name": ("Pharmacie Duval", "SELARL Pharmacie Duval", False),
        "details": ("", "05\u00a055\u00a000\u00a000\u00a001", True),
    }
    line = only(store, finess(pharmacy("230000001", "PHARMACIE DU LAVOIR")))
    assert (line.proposal, line.entry_id, line.ticked) == (Proposal.TO_CONFIRM, row.id, False)


def test_a_closed_establishment_is_gone(store: Store) -> None:
    row = offered(store, finess="230000001")
    line = only(store, finess(pharmacy("230000001", standing=Standing.SET_ASIDE, why=WhyAside.CLOSED)))
    assert (line.proposal, line.entry_id) == (Proposal.GONE, row.id)


def test_only_the_commune_sought_makes_a_postcode_the_commune(store: Store) -> None:
    review = planned(store, rpps(nurse("1", standing=Standing.TO_CONFIRM, insee="", town="")), communes=(HERE,))
    assert review.communes == (HERE.insee,)


def steps_of(act: Callable[[], object]) -> int:
    """Return how many lines and turns of loops are run: what a computer's speed does not change."""
    count = 0

    def trace(_frame: FrameType, event: str, _what: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        act()
    finally:
        sys.settrace(before)
    return count


def test_twice_as_many_lines_and_entries_take_twice_the_steps_not_four_times(store: Store) -> None:
    held = ground(store.reader)

    def compared(many: int) -> int:
        known = tuple(
            (
                HealthProfessional(id=key, person_id=key, profession="infirmier", rpps=str(key) if key % 2 else ""),
                Person(id=key, first_name=f"Anne{key}", last_name=f"Petit{key % 500}"),
            )
            for key in range(1, many + 1)
        )
        lines = [nurse(str(key), f"PETIT{key % 500}", f"Anne{key}") for key in range(1, many * 3 // 5 + 1, 2)]
        files, full = [rpps(*lines)], replace(held, listed=known)
        review = plan_import(full, files, COMMUNES, TODAY)
        assert len(review.of(Proposal.GONE)) == many // 5
        return steps_of(lambda: plan_import(full, files, COMMUNES, TODAY))

    assert compared(600) < 3 * compared(300)

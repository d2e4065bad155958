"""What official files cannot tell of those they brought is counted, and asked one entry after the other."""

from __future__ import annotations

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import AgeBand, Departure, HealthProfessional, Tri
from msp_desktop.services.open_data.filling import ASKED, Filling, filling, next_after
from tests.services.open_data.test_plan import listed

TOLD = {
    "age_band": AgeBand.FROM_40, "departure": Departure.NONE_KNOWN, "works_alone": Tri.NO, "new_patients": Tri.YES,
    "ready": Tri.NO,
}  # fmt: skip


def test_who_came_from_no_file_is_not_asked_of(store: Store) -> None:
    listed(store)
    assert filling(store.reader) == Filling(unknown=dict.fromkeys(ASKED, 0))
    assert filling(store.reader).next is None


def test_what_is_unknown_is_counted_field_by_field(store: Store) -> None:
    listed(store, rpps="1", **TOLD)
    row = listed(store, "Zoé", "Rey", rpps="2", **TOLD | {"ready": Tri.UNKNOWN})
    other = listed(store, "Inès", "Sol", rpps="3")
    found = filling(store.reader)
    assert found.imported == 3
    assert {one.professional_id: one.unknown for one in found.entries} == {row.id: ("ready",), other.id: tuple(ASKED)}
    assert found.unknown == dict.fromkeys(ASKED, 1) | {"ready": 2}


def test_one_is_asked_after_the_other_and_the_first_again_after_the_last(store: Store) -> None:
    for number, last in enumerate(("Aze", "Bru", "Cor"), 1):
        listed(store, last=last, rpps=str(number))
    found = filling(store.reader)
    first, second, last_one = found.entries
    assert found.next == first
    assert next_after(found, first.professional_id) == second
    assert next_after(found, last_one.professional_id) == next_after(found, 0) == first
    with store.write("filled in") as transaction:
        for one in found.entries:
            transaction.update(one.professional_id, Change(HealthProfessional, **TOLD))
    assert next_after(filling(store.reader), first.professional_id) is None

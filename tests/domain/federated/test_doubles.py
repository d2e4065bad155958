from __future__ import annotations

from msp_desktop.domain.federated.doubles import Entry, doubles


def test_a_name_does_not_join_two_numbers_nor_two_entries_of_one_list() -> None:
    entries = [
        Entry("pharmacie", "ville", "Pharmacie Roche", "230000001", 0),
        Entry("pharmacie", "ville", "Pharmacie Roche", "", 1),
        Entry("pharmacie", "ville", "Pharmacie Roche", "230000002", 2),
    ]
    found = doubles(entries)
    assert sorted(found.groups) == [(0,), (1,), (2,)]
    assert len(found.doubtful) == 3
    assert len(doubles([entries[1], entries[1]]).groups) == 2
    assert doubles(entries[:2]).groups == ((1, 0),)


def test_entries_without_a_name_are_never_one() -> None:
    assert len(doubles([Entry("pharmacie", "ville", "", "", 0), Entry("pharmacie", "ville", "", "", 1)]).groups) == 2

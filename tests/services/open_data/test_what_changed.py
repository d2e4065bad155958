"""What changed is told with the entries it is of, the latest first, and goes with them."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.official import FileKind, Movement, MovementKind
from msp_desktop.services import inventory as service
from msp_desktop.services.open_data.what_changed import what_changed
from tests.services.open_data.what_changed_rows import UNTIL, professional, read_file, told_changes


def test_nothing_read_is_nothing_told(store: Store) -> None:
    view = what_changed(store.reader)
    assert (view.changes, view.files) == ((), ())


def test_a_first_file_is_known_before_anything_changed(store: Store) -> None:
    read_file(store)
    view = what_changed(store.reader)
    assert view.changes == ()
    assert [file.dated_on for file in view.files] == [UNTIL]


def test_each_movement_says_of_whom_it_is(store: Store) -> None:
    told_changes(store)
    said = [(one.kind, one.name, one.what, one.town, one.town_before) for one in what_changed(store.reader).changes]
    assert said == [
        (MovementKind.ARRIVED, "Mme Zoé Nomsecreta", "infirmière", "Valbourg", ""),
        (MovementKind.ARRIVED, "Pharmacie du Lavoir", "pharmacie", "Valbourg", ""),
        (MovementKind.LEFT, "Mme Zoé Nomsecretc", "sage-femme", "Valbourg", ""),
        (MovementKind.MOVED, "Mme Zoé Nomsecretd", "médecin", "Saint-Exemple", "Les Essarts"),
    ]


def test_the_latest_comes_first_and_a_deleted_entry_takes_its_movement_along(store: Store) -> None:
    told_changes(store)
    later = professional(store, "Tardif", "infirmier")
    with store.write("plus tard") as tx:
        tx.insert(Movement(kind=MovementKind.LEFT, professional_id=later.id, since=UNTIL, until=date(2027, 4, 2)))
    read_file(store, date(2027, 4, 2), FileKind.FINESS)
    view = what_changed(store.reader)
    assert view.changes[0].entry_id == later.id
    assert view.files[0].kind is FileKind.FINESS
    service.delete_professionals(store, [later.id])
    assert later.id not in [one.entry_id for one in what_changed(store.reader).changes]
    store.undo()
    assert what_changed(store.reader).changes[0].entry_id == later.id

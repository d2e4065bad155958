"""Professionals from a spreadsheet: looked at, agreed to, written once."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from msp_desktop.db.store import Store
from msp_desktop.domain.inventory import AgeBand, Departure, HealthProfessional, Proximity, Tri
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.services.inventory import professional_views
from msp_desktop.services.inventory_import import export_rows, import_professionals, preview_import
from tests.conftest import TODAY

TABLE = [
    ["NOM", "Prénom", "Profession", "Âge", "Départ", "Seul", "Pointure"],
    ["Lambert", "Jean", "Médecin généraliste", "62", "d'ici 2 ans", "oui", "43"],
    ["LAMBERT", "jean", "médecin", "", "", "", ""],
    ["Petit", "Anne", "infirmière", "soixante", "", "", ""],
    ["", "", "pharmacien", "", "", "", ""],
]


def test_a_preview_writes_nothing_and_tells_all(store: Store) -> None:
    preview = preview_import(store.reader, TABLE, TODAY)
    assert store.reader.all(HealthProfessional) == []
    assert preview.ignored == ("Pointure",)
    assert [row.known for row in preview.rows] == [False, True, False]
    assert preview.rows[2].unread == ("Tranche d’âge\u00a0: soixante",)
    assert preview.empty_lines == 1


def test_what_was_agreed_to_is_written_in_one_step(store: Store) -> None:
    assert import_professionals(store, preview_import(store.reader, TABLE, TODAY)) == 2
    first = store.reader.all(HealthProfessional)[0]
    assert first.age_band is AgeBand.FROM_60
    assert first.age_noted_on == TODAY
    assert first.departure is Departure.WITHIN_2
    assert first.works_alone is Tri.YES
    store.undo()
    assert store.reader.all(HealthProfessional) == []
    assert store.reader.all(Person) == []


def test_the_same_file_twice_adds_nobody(store: Store) -> None:
    import_professionals(store, preview_import(store.reader, TABLE, TODAY))
    assert preview_import(store.reader, TABLE, TODAY).new_rows == ()


def test_other_columns_are_refused_in_words(store: Store) -> None:
    with pytest.raises(UserError):
        preview_import(store.reader, [["Recette", "Farine"], ["Tarte", "200 g"]], TODAY)
    with pytest.raises(UserError):
        preview_import(store.reader, [["Nom", "Métier"]], TODAY)


def test_what_goes_out_comes_back(store: Store) -> None:
    table = [["Nom", "Métier", "Lieu", "Ville", "Distance", "Notes"],
             ["Garnier", "sage-femme", "à proximité", "Valbourg", "9,5 km", "=x\n" + "n" * 10_000]]  # fmt: skip
    import_professionals(store, preview_import(store.reader, table, TODAY))
    before = professional_views(store.reader)
    header, rows = export_rows(before)
    store.undo()
    import_professionals(store, preview_import(store.reader, [header, *rows], TODAY))
    after = professional_views(store.reader)
    assert after[0].row.place is Proximity.NEARBY
    assert after[0].row.distance_km == 9.5
    assert replace(after[0].person, id=0) == replace(before[0].person, id=0)

"""Professionals from a spreadsheet: looked at, agreed to, written once."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
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


def test_of_two_telephones_neither_erases_the_other(store: Store) -> None:
    table = [
        ["Nom", "Métier", "Téléphone", "Portable", ""],
        ["Durand", "médecin", "05 55 00 00 01", "", ""],
        ["Noël", "infirmière", "05 55 00 00 02", "06 00 00 00 02", "le mardi"],
    ]
    preview = preview_import(store.reader, table, TODAY)
    assert preview.ignored == ("colonne 5, sans nom",)
    import_professionals(store, preview)
    people = {person.last_name: person for person in store.reader.all(Person)}
    assert people["Durand"].phone == "05 55 00 00 01"
    assert people["Noël"].phone == "05 55 00 00 02"
    assert "06 00 00 00 02" in people["Noël"].notes


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


@pytest.mark.parametrize("column", ["Date de départ", "Vérifié le", "Âge noté le"])
@pytest.mark.parametrize("words", ["2027", "à voir", "31/02/2026", "12/5/9999", "9" * 5000, "été"])
def test_a_date_that_is_not_understood_stops_nothing_and_is_kept_in_the_note(
    store: Store, column: str, words: str
) -> None:
    table = [
        ["Nom", "Métier", column, "Notes"],
        ["Petit", "infirmière", words, "Bien."],
        ["Noël", "médecin", "1/5/2027", ""],
    ]
    preview = preview_import(store.reader, table, TODAY)
    assert preview.rows[0].line == 2
    assert preview.rows[0].unread == (f"{column}\u00a0: {words}",)
    assert preview.rows[1].unread == ()
    assert import_professionals(store, preview) == 2
    assert store.reader.all(Person)[0].notes == f"Bien.\n{column}\u00a0: {words}"


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("Distance", "loin"), ("Distance", "9" * 400), ("Distance", "12 à 15 km"), ("Exercice", "les deux"),
        ("Seul", "peut-être"), ("Courriel", "à demander"), ("Courriel", "a@b.fr ou c@d"), ("Téléphone", "0" * 600),
        ("Prêt", "?"), ("Ville", "x" * 600), ("Nom", "n" * 600),
    ],
)  # fmt: skip
def test_nothing_that_is_not_understood_is_lost(store: Store, column: str, words: str) -> None:
    table = [["Cabinet", "Métier", column], ["Maison médicale", "infirmière", words]]
    preview = preview_import(store.reader, table, TODAY)
    assert len(preview.rows[0].unread) == 1
    assert words in str(preview.rows[0].values["notes"])
    import_professionals(store, preview)
    store.undo()
    assert store.reader.all(Person) == []


def test_an_age_that_is_not_understood_may_be_a_birth_date_and_is_not_kept(store: Store) -> None:
    preview = preview_import(store.reader, [["Nom", "Âge"], ["Petit", "12/05/1961"]], TODAY)
    assert preview.rows[0].unread == ("Tranche d’âge\u00a0: 12/05/1961",)
    assert "notes" not in preview.rows[0].values


def test_a_number_that_lost_its_zero_has_it_again(store: Store) -> None:
    preview = preview_import(store.reader, [["Nom", "Téléphone"], ["Petit", "501020304"]], TODAY)
    assert preview.rows[0].values["phone"] == "0501020304"


@given(st.lists(st.lists(st.text(max_size=30), min_size=1, max_size=6), min_size=1, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_words_under_our_columns_are_a_preview(store: Store, rows: list[list[str]]) -> None:
    header = ["Nom", "Âge", "Date de départ", "Distance", "Courriel", "Départ"]
    preview = preview_import(store.reader, [header, *rows], TODAY)
    assert len(preview.rows) + preview.empty_lines == len(rows)

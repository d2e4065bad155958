"""Rows of a spreadsheet into a register: looked at, agreed to, written once."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.imports import Act, ImportPreview, State
from msp_desktop.domain.inventory import (
    AgeBand,
    Departure,
    HealthProfessional,
    Need,
    Offer,
    Opportunity,
    Proximity,
    Tri,
)
from msp_desktop.domain.people import Person
from msp_desktop.domain.read_table import ReadTable
from msp_desktop.errors import UserError
from msp_desktop.services.import_entries import is_empty
from msp_desktop.services.inventory import professional_views, update_professional
from msp_desktop.services.inventory_import import ground, preview, with_act, write_import
from msp_desktop.services.people import add_person
from tests.conftest import TODAY
from tests.services.tables import preview_import, table

PEOPLE = table(
    ["NOM", "Prénom", "Profession", "Âge", "Départ", "Seul", "Pointure"],
    ["Lambert", "Jean", "Médecin généraliste", "62", "d'ici 2 ans", "oui", "43"],
    ["LAMBERT", "jean", "médecin", "", "", "", ""],
    ["Petit", "Anne", "infirmière", "soixante", "", "", ""],
    ["", "", "pharmacien", "", "", "", ""],
)
NAMESAKES = table(
    ["Nom", "Prénom", "Métier", "Ville", "Téléphone"],
    ["Martin", "Claude", "infirmier", "Guéret", "0555000001"],
    ["Martin", "Claude", "infirmière", "Bonnat", "0555000002"],
)


def states(found: ImportPreview) -> list[State]:
    return [row.state for row in found.rows]


def again(store: Store, one: ReadTable, register: str = "professionals") -> int:
    """Import a table once more and return what that changed."""
    return write_import(store, preview_import(store.reader, one, TODAY, register))


def test_a_preview_writes_nothing_and_tells_all(store: Store) -> None:
    found = preview_import(store.reader, PEOPLE, TODAY)
    assert store.reader.all(HealthProfessional) == []
    assert found.left_aside == ("Pointure",)
    assert states(found) == [State.NEW, State.EXISTING, State.NEW]
    assert [(told.line, told.column, told.value, told.kept) for told in found.told] == [(4, "Âge", "soixante", False)]
    assert [(row.line, row.words, row.why) for row in found.set_aside] == [(5, "pharmacien", "sans nom")]


def test_what_was_agreed_to_is_written_in_one_step(store: Store) -> None:
    assert again(store, PEOPLE) == 2
    first = store.reader.all(HealthProfessional)[0]
    assert first.age_band is AgeBand.FROM_60
    assert first.age_noted_on == TODAY
    assert first.departure is Departure.WITHIN_2
    assert first.works_alone is Tri.YES
    store.undo()
    assert store.reader.all(HealthProfessional) == []
    assert store.reader.all(Person) == []


def test_the_same_file_twice_adds_nobody(store: Store) -> None:
    again(store, PEOPLE)
    assert again(store, PEOPLE) == 0


def test_a_table_without_rows_or_without_names_is_told(store: Store) -> None:
    with pytest.raises(UserError):
        preview_import(store.reader, table(["Nom", "Métier"]), TODAY)
    with pytest.raises(UserError) as told:
        preview_import(store.reader, table(["Recette", "Farine"], ["Tarte", "200 g"]), TODAY)
    assert "«\u00a0Nom\u00a0» ou «\u00a0Prénom\u00a0»" in told.value.sentence


def test_columns_nobody_knows_are_matched_by_hand(store: Store) -> None:
    odd = table(["Recette", "Farine"], ["Tarte", "infirmière"])
    found = preview_import(store.reader, odd, TODAY, match=("last_name", "profession"))
    assert (found.rows[0].name, found.rows[0].profession) == ("Tarte", "infirmier")


def test_namesakes_are_kept_with_a_question(store: Store) -> None:
    found = preview_import(store.reader, NAMESAKES, TODAY)
    assert states(found) == [State.NEW, State.DOUBTFUL]
    assert "ligne 2" in found.rows[1].why
    assert found.rows[1].act is Act.ADD
    assert write_import(store, found) == 2
    assert again(store, NAMESAKES) == 0


def test_a_namesake_may_be_said_to_be_the_same(store: Store) -> None:
    found = preview_import(store.reader, NAMESAKES, TODAY)
    assert write_import(store, with_act(found, 3, Act.COMPLETE)) == 1
    (kept,) = store.reader.all(Person)
    assert kept.phone == "0555000001"


def test_what_is_already_there_is_completed_and_never_overwritten(store: Store) -> None:
    again(store, table(["Nom", "Prénom", "Métier", "Téléphone"], ["Durand", "Luc", "médecin", "05 55 00 00 01"]))
    more = table(
        ["Nom", "Prénom", "Métier", "Téléphone", "Courriel", "Seul"],
        ["Dr Durand", "Luc", "médecin", "05 55 99 99 99", "luc@exemple.fr", "oui"],
    )
    found = preview_import(store.reader, more, TODAY)
    assert states(found) == [State.CHANGED]
    assert "05 55 99 99 99" in found.rows[0].why.replace("\u00a0", " ")
    assert write_import(store, found) == 1
    (person,) = store.reader.all(Person)
    assert (person.last_name, person.phone, person.email) == ("Durand", "05 55 00 00 01", "luc@exemple.fr")
    assert store.reader.all(HealthProfessional)[0].works_alone is Tri.YES
    assert again(store, more) == 0
    store.undo()
    assert store.reader.all(Person)[0].email == ""


def test_what_is_typed_between_the_preview_and_the_yes_stays(store: Store) -> None:
    again(store, table(["Nom", "Métier"], ["Durand", "médecin"]))
    found = preview_import(
        store.reader, table(["Nom", "Métier", "Ville", "Tél"], ["Durand", "médecin", "", "1"]), TODAY
    )
    row = store.reader.all(HealthProfessional)[0]
    update_professional(store, row.id, Change(Person, phone="05 55 00 00 09"))
    write_import(store, found)
    assert store.reader.all(Person)[0].phone == "05 55 00 00 09"


def test_somebody_of_the_directory_is_asked_about_and_put_into_the_register(store: Store) -> None:
    guest = add_person(
        store, Person(last_name="Roche", first_name="Nadia", function="adjointe", phone="05 55 00 00 08")
    )
    same = table(
        ["Nom", "Prénom", "Métier", "Tél", "Courriel"],
        ["Roche", "Nadia", "sage-femme", "0555000008", ""], ["Roche", "Nadia", "", "0555000008", "n@exemple.fr"],
    )  # fmt: skip
    found = preview_import(store.reader, same, TODAY)
    assert [(row.state, row.act) for row in found.rows] == [(State.DOUBTFUL, Act.COMPLETE)] * 2
    assert "annuaire" in found.rows[0].why
    assert write_import(store, found) == 2
    (row,) = store.reader.all(HealthProfessional)
    assert (row.person_id, row.profession) == (guest.id, "sage-femme")
    kept = store.reader.one(Person, guest.id)
    assert (kept.function, kept.email) == ("adjointe", "n@exemple.fr")
    assert again(store, same) == 0
    other = preview_import(store.reader, table(["Nom", "Métier"], ["Nadia Roche", "médecin"]), TODAY)
    assert [(row.state, row.act) for row in other.rows] == [(State.DOUBTFUL, Act.ADD)]


def test_two_lines_of_one_person_in_a_file_are_one_entry_with_both(store: Store) -> None:
    split = table(
        ["Nom", "Prénom", "Métier", "Téléphone", "Courriel"],
        ["Noël", "Eva", "sage-femme", "05 55 00 00 03", ""],
        ["Noël", "Eva", "sage-femme", "", "eva@exemple.fr"],
    )
    found = preview_import(store.reader, split, TODAY)
    assert states(found) == [State.NEW, State.CHANGED]
    write_import(store, found)
    (person,) = store.reader.all(Person)
    assert (person.phone, person.email) == ("05 55 00 00 03", "eva@exemple.fr")
    assert again(store, split) == 0


def test_a_line_that_completes_a_line_left_is_added(store: Store) -> None:
    split = table(["Nom", "Tél"], ["Noël", ""], ["Noël", "05 55 00 00 03"])
    found = with_act(preview_import(store.reader, split, TODAY), 2, Act.LEAVE)
    write_import(store, found)
    assert [person.phone for person in store.reader.all(Person)] == ["05 55 00 00 03"]


def test_of_two_telephones_neither_erases_the_other(store: Store) -> None:
    two = table(
        ["Nom", "Métier", "Téléphone", "Portable", "Colonne E"],
        ["Durand", "médecin", "05 55 00 00 01", "", ""],
        ["Noël", "infirmière", "05 55 00 00 02", "06 00 00 00 02", "le mardi"],
        ["Petit", "infirmière", "", "06 00 00 00 03", ""],
    )
    found = preview_import(store.reader, two, TODAY)
    assert found.left_aside == ("Colonne E",)
    write_import(store, found)
    people = {person.last_name: person for person in store.reader.all(Person)}
    assert people["Durand"].phone == "05 55 00 00 01"
    assert people["Noël"].phone == "05 55 00 00 02"
    assert "06 00 00 00 02" in people["Noël"].notes
    assert people["Petit"].phone == "06 00 00 00 03"


@pytest.mark.parametrize("column", ["Date de départ", "Vérifié le", "Âge noté le"])
@pytest.mark.parametrize("words", ["à voir", "31/02/2026", "12/5/9999", "9" * 5000, "été"])
def test_a_date_that_is_not_understood_stops_nothing_and_is_kept_in_the_note(
    store: Store, column: str, words: str
) -> None:
    dates = table(
        ["Nom", "Métier", column, "Notes"], ["Petit", "infirmière", words, "Bien."], ["Noël", "médecin", "1/5/2027", ""]
    )
    found = preview_import(store.reader, dates, TODAY)
    assert [(told.line, told.column, told.value) for told in found.told] == [(2, column, words)]
    assert write_import(store, found) == 2
    assert store.reader.all(Person)[0].notes == f"Bien.\n{column}\u00a0: {words}"
    assert again(store, dates) == 0


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("Distance", "loin"), ("Distance", "9" * 400), ("Distance", "12 à 15 km"), ("Exercice", "les deux"),
        ("Seul", "peut-être"), ("Courriel", "à demander"), ("Téléphone", "0" * 600),
        ("Prêt", "?"), ("Ville", "x" * 600), ("Nom", "n" * 600),
    ],
)  # fmt: skip
def test_nothing_that_is_not_understood_is_lost(store: Store, column: str, words: str) -> None:
    found = preview_import(
        store.reader, table(["Cabinet", "Métier", column], ["Maison médicale", "infirmière", words]), TODAY
    )
    assert len(found.rows[0].told) == 1
    assert words in str(found.rows[0].values["notes"])
    write_import(store, found)
    store.undo()
    assert store.reader.all(Person) == []


def test_an_age_that_is_not_understood_may_be_a_birth_date_and_is_not_kept(store: Store) -> None:
    found = preview_import(store.reader, table(["Nom", "Âge", "Age"], ["Petit", "12/05/1961", "1961"]), TODAY)
    assert [told.kept for told in found.told] == [False]
    assert "notes" not in found.rows[0].values


def test_needs_and_opportunities_come_in_too(store: Store) -> None:
    needs = table(
        ["Besoin", "Qui le dit", "Force", "Métier"],
        ["Plus de médecin", "habitants", "pressant", "médecin"],
        ["Plus de médecin", "CCAS", "9", ""],
        ["", "CCAS", "", ""],
    )
    found = preview_import(store.reader, needs, TODAY, "needs")
    assert states(found) == [State.NEW, State.DOUBTFUL]
    assert write_import(store, found) == 2
    first, second = store.reader.all(Need)
    assert (first.title, first.said_by, first.strength, first.profession) == (
        "Plus de médecin",
        "habitants",
        3,
        "medecin",
    )
    assert second.details == "Force\u00a0: 9"
    assert again(store, needs, "needs") == 0
    assert again(store, table(["Opportunité", "Qui"], ["Un local", "l’EPCI"]), "opportunities") == 1
    assert store.reader.all(Opportunity)[0].who == "l’EPCI"


def test_two_pharmacies_without_a_name_are_two(store: Store) -> None:
    offers = table(
        ["Offre", "Nom", "Ville", "À savoir"],
        ["pharmacie", "", "Guéret", "rue A"],
        ["pharmacie", "", "Guéret", "rue B"],
        ["pharmacie", "", "Guéret", "rue A"],
        ["EHPAD", "Les Tilleuls", "Guéret", ""],
    )
    found = preview_import(store.reader, offers, TODAY, "offers")
    assert states(found) == [State.NEW, State.DOUBTFUL, State.EXISTING, State.NEW]
    write_import(store, found)
    assert [(offer.kind, offer.name) for offer in store.reader.all(Offer)] == [
        ("pharmacie", ""), ("pharmacie", ""), ("ehpad", "Les Tilleuls")
    ]  # fmt: skip
    assert again(store, offers, "offers") == 0


def test_a_preview_stops_where_it_is_told_to(store: Store) -> None:
    class StopError(Exception):
        pass

    def tick() -> None:
        raise StopError

    with pytest.raises(StopError):
        preview(ground(store.reader, "professionals"), PEOPLE, ("last_name", *[""] * 6), TODAY, tick)


def test_what_comes_in_is_in_the_register(store: Store) -> None:
    again(store, NAMESAKES)
    assert sorted(view.row.town for view in professional_views(store.reader)) == ["Bonnat", "Guéret"]


@given(st.lists(st.lists(st.text(max_size=30), min_size=6, max_size=6), min_size=1, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_words_under_our_columns_are_a_preview(store: Store, rows: list[list[str]]) -> None:
    words = table(["Nom", "Âge", "Date de départ", "Distance", "Courriel", "Départ"], *rows)
    found = preview_import(store.reader, words, TODAY)
    assert len(found.rows) + len(found.set_aside) == sum(any(cell.strip() for cell in row) for row in rows)


def test_a_row_is_compared_with_what_the_rows_before_it_have_completed(store: Store) -> None:
    rows = table(
        ["Nom", "Prénom", "Métier", "Ville"],
        ["Martin", "Claude", "infirmier", ""], ["Martin", "Claude", "", "Bonnat"], ["Martin", "Claude", "infirmier", "Guéret"],
    )  # fmt: skip
    found = preview_import(store.reader, rows, TODAY)
    assert states(found) == [State.NEW, State.CHANGED, State.DOUBTFUL]
    write_import(store, found)
    assert sorted((row.town, row.place) for row in store.reader.all(HealthProfessional)) == [
        ("Bonnat", Proximity.NEARBY), ("Guéret", Proximity.NEARBY)
    ]  # fmt: skip
    assert again(store, rows) == 0


#: Few words, so that rows are often each other's namesakes.
CELLS = st.tuples(
    st.sampled_from(["Martin", "Dr Martin", "MARTIN", "Petit"]),
    st.sampled_from(["Claude", "Anne"]),
    st.sampled_from(["Pharmacie de la Poste", "Cabinet", ""]),
    st.sampled_from(["infirmier", "Infirmière", "médecin", "rebouteux", ""]),
    st.sampled_from(["Guéret", "23000 GUERET", "Bonnat", ""]),
    st.sampled_from(["0555000001", "05 55 00 00 01", "0600000002", "le soir", ""]),
    st.sampled_from(["a@exemple.fr", "A@EXEMPLE.FR", "?", ""]),
    st.sampled_from(["62", "vieux", ""]),
    st.sampled_from(["fin 2027", "non", "à voir", ""]),
    st.sampled_from(["Le mardi.", ""]),
)


@given(st.lists(CELLS, min_size=1, max_size=8), st.lists(CELLS, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
def test_whatever_the_rows_a_second_time_adds_nobody_and_nothing_typed_is_overwritten(
    store: Store, rows: list[tuple[str, ...]], before: list[tuple[str, ...]]
) -> None:
    header = ["Nom", "Prénom", "Cabinet", "Métier", "Ville", "Téléphone", "Courriel", "Âge", "Départ", "Notes"]
    try:
        for one in (before, rows):
            if not one:
                continue
            kept = {row.id: row for record in (Person, HealthProfessional) for row in store.reader.all(record)}
            people = {row.id: row for row in store.reader.all(Person)}
            listed = {row.id: row for row in store.reader.all(HealthProfessional)}
            again(store, table(header, *map(list, one)))
            for was in (people, listed):
                record = Person if was is people else HealthProfessional
                for row_id, old in was.items():
                    new = store.reader.one(record, row_id)
                    for name in old.__struct_fields__:
                        value = getattr(old, name)
                        assert is_empty(name, value) or getattr(new, name) == value, name
            assert kept.keys() <= {*people, *listed}
            found = preview_import(store.reader, table(header, *map(list, one)), TODAY)
            assert found.doing(Act.ADD) == ()
    finally:
        while store.history.undo_label():
            store.undo()

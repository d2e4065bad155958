"""The table of roles: rows and columns that come, go, move, are renamed, and what stands in a cell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.roles import Cell, Role, RoleParty, RoleShare, Share, parted
from msp_desktop.errors import UserError
from msp_desktop.services import roles
from msp_desktop.services.roles import role_table, share_words


@pytest.fixture
def table(store: Store) -> Store:
    """The method's seven responsibilities and four parties."""
    roles.propose_roles(store)
    return store


def words(store: Store) -> list[str]:
    return [row.responsibility for row in role_table(store.reader).rows]


def parties(store: Store) -> list[str]:
    return [party.name for party in role_table(store.reader).parties]


def cell(store: Store, role: int, party: int) -> Cell:
    found = role_table(store.reader)
    row = found.row(role)
    assert row is not None
    return row.cells[found.place_of(party)]


def test_the_method_proposes_its_responsibilities_and_parties_once(table: Store) -> None:
    assert len(words(table)) == 7
    assert parties(table) == ["Commune", "Professionnels", "Fédération", "Partenaires"]
    roles.propose_roles(table)
    assert len(words(table)) == 7


def test_the_same_three_words_are_those_of_the_method() -> None:
    assert [share_words(share) for share in Share] == ["–", "mène", "participe", "au courant"]


def test_a_first_row_of_the_town_s_own_brings_the_four_columns(store: Store) -> None:
    roles.add_role(store, "  Tenir la permanence ")
    assert words(store) == ["Tenir la permanence"]
    assert len(parties(store)) == 4


def test_a_first_column_of_the_town_s_own_stands_after_the_four(store: Store) -> None:
    roles.add_party(store, "CCAS")
    assert parties(store)[-1] == "CCAS"
    assert len(parties(store)) == 5


@pytest.mark.parametrize("act", [roles.add_role, roles.add_party, lambda s, t: roles.rename_party(s, 1, t)])
@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_typed_adds_nothing(table: Store, act: Callable[[Store, str], object], typed: str) -> None:
    before = role_table(table.reader)
    with pytest.raises(UserError):
        act(table, typed)
    with pytest.raises(UserError):
        roles.update_role(table, 1, Change(Role, responsibility=typed))
    assert role_table(table.reader) == before


def test_a_share_is_said_changed_and_taken_away(table: Store) -> None:
    roles.set_share(table, 2, 3, Share.LEADS)
    assert cell(table, 2, 3) == Cell(Share.LEADS)
    roles.set_share(table, 2, 3, Share.INFORMED)
    assert cell(table, 2, 3) == Cell(Share.INFORMED)
    roles.set_share(table, 2, 3, Share.NONE)
    roles.set_share(table, 2, 4, Share.NONE)
    assert table.reader.all(RoleShare) == []


def test_the_status_line_says_what_was_noted(table: Store) -> None:
    roles.set_share(table, 1, 3, Share.TAKES_PART)
    label = table.history.undo_label()
    assert label is not None
    assert all(part in label for part in (words(table)[0], "Fédération", "participe"))


def test_a_name_of_the_directory_is_a_reference_and_any_other_words(table: Store) -> None:
    with table.write("x") as tx:
        person = tx.insert(Person(first_name="Nadia", last_name="Roche", civility="Mme", category=Category.ELECTED))
    roles.set_share(table, 1, 1, Share.LEADS)
    roles.set_who(table, 1, 1, "nadia roche, le secrétariat")
    assert cell(table, 1, 1) == Cell(Share.LEADS, "Mme Nadia Roche, le secrétariat")
    (link,) = [row for row in table.reader.all(Assignment) if row.role_share_id]
    assert link.person_id == person.id
    with table.write("mariage") as tx:
        tx.update(person.id, Change(Person, last_name="Colin"))
    assert cell(table, 1, 1).who == "Mme Nadia Colin, le secrétariat"
    with table.write("effacer") as tx:
        tx.delete(Person, person.id)
    assert cell(table, 1, 1) == Cell(Share.LEADS, "le secrétariat")


def test_a_name_without_a_share_stands_and_goes_with_its_words(table: Store) -> None:
    roles.set_who(table, 1, 2, "Dr Fontanel")
    assert cell(table, 1, 2) == Cell(Share.NONE, "Dr Fontanel")
    roles.set_who(table, 1, 2, "")
    assert table.reader.all(RoleShare) == []
    roles.set_who(table, 1, 2, "")
    assert table.reader.all(RoleShare) == []


def test_rows_and_columns_move_one_place_and_stop_at_the_edge(table: Store) -> None:
    before = words(table)
    roles.move_role(table, 2, -1)
    assert words(table) == [before[1], before[0], *before[2:]]
    roles.move_role(table, 2, -1)
    roles.move_role(table, 7, 1)
    assert words(table) == [before[1], before[0], *before[2:]]
    roles.move_party(table, 1, 1)
    assert parties(table) == ["Professionnels", "Commune", "Fédération", "Partenaires"]
    roles.move_party(table, 4, 1)
    assert parties(table)[-1] == "Partenaires"


def test_rows_of_one_position_move_all_the_same(store: Store) -> None:
    with store.write("une vieille table") as tx:
        for name in ("a", "b", "c"):
            tx.insert(Role(position=1, responsibility=name))
    roles.move_role(store, 3, -1)
    assert words(store) == ["a", "c", "b"]


def test_a_cell_follows_its_column_and_its_row(table: Store) -> None:
    roles.set_share(table, 1, 1, Share.LEADS)
    roles.move_party(table, 1, 1)
    roles.move_role(table, 1, 1)
    assert cell(table, 1, 1).share is Share.LEADS
    assert role_table(table.reader).rows[1].cells[1].share is Share.LEADS


def test_a_column_called_again_as_the_method_does_keeps_no_name(table: Store) -> None:
    roles.rename_party(table, 3, "FemasEssai")
    assert parties(table)[2] == "FemasEssai"
    roles.rename_party(table, 3, "Fédération")
    assert table.reader.one(RoleParty, 3).name == ""


def test_the_commune_leads_whatever_its_column_is_called_or_stands(table: Store) -> None:
    roles.set_share(table, 1, 1, Share.LEADS)
    roles.rename_party(table, 1, "La mairie")
    roles.move_party(table, 1, 1)
    assert role_table(table.reader).led_by_commune() == 1
    roles.set_share(table, 1, 1, Share.TAKES_PART)
    roles.set_share(table, 1, 3, Share.LEADS)
    assert role_table(table.reader).led_by_commune() == 0


def test_a_column_of_the_town_s_own_may_be_the_commune_s(table: Store) -> None:
    roles.delete_party(table, 1)
    for name, led in (("CCAS", 0), ("La Mairie", 1)):
        party = roles.add_party(table, name)
        roles.set_share(table, 1, party.id, Share.LEADS)
        assert role_table(table.reader).led_by_commune() == led


def test_taking_out_a_row_or_a_column_takes_its_cells_and_undo_brings_them_back(table: Store) -> None:
    roles.set_share(table, 1, 2, Share.LEADS)
    roles.set_who(table, 1, 2, "Dr Fontanel")
    whole = role_table(table.reader)
    roles.delete_party(table, 2)
    assert table.reader.all(RoleShare) == []
    table.undo()
    assert role_table(table.reader) == whole
    roles.delete_roles(table, [1, 3])
    assert len(words(table)) == 5
    table.undo()
    assert role_table(table.reader) == whole


def test_the_last_column_stays(table: Store) -> None:
    for party in (1, 2, 3):
        roles.delete_party(table, party)
    with pytest.raises(UserError):
        roles.delete_party(table, 4)
    assert parties(table) == ["Partenaires"]


def test_the_table_says_which_lines_nobody_or_several_lead(table: Store) -> None:
    for role in range(1, 7):
        roles.set_share(table, role, 1, Share.LEADS)
    roles.set_share(table, 2, 2, Share.LEADS)
    found = role_table(table.reader)
    assert [row.id for row in found.without_lead()] == [7]
    assert [row.id for row in found.led_by_several()] == [2]


@pytest.mark.parametrize(
    ("count", "most", "sizes"),
    [(0, 6, [0]), (4, 6, [4]), (6, 6, [6]), (7, 6, [4, 3]), (12, 6, [6, 6]), (13, 6, [5, 4, 4])],
)
def test_many_columns_are_parted_evenly(table: Store, count: int, most: int, sizes: list[int]) -> None:
    view = role_table(table.reader).parties[:1] * count
    found = parted(view, most)
    assert [len(part) for part in found] == sizes
    assert [place for part in found for place in part] == list(range(count))

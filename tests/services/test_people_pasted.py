"""People pasted from a spreadsheet or a list."""

from __future__ import annotations

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.people import Person, display_name
from msp_desktop.errors import UserError
from msp_desktop.services.people_pasted import MOST, add_pasted, read_people
from tests.hostile import WORDS


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (["Mme Claire DUVAL", "pharmacienne"], Person(civility="Mme", first_name="Claire", last_name="Duval", function="pharmacienne")),
        (["DUVAL Claire", "01 99 00 12 40", "c.duval@exemple.fr"], Person(first_name="Claire", last_name="Duval", phone="01 99 00 12 40", email="c.duval@exemple.fr")),
        (["c.duval@exemple.fr", "0199001240", "Claire Duval"], Person(first_name="Claire", last_name="Duval", phone="0199001240", email="c.duval@exemple.fr")),
        (["Association Le Fil", "lien social"], Person(organisation="Association Le Fil", function="lien social")),
        (["Paul Rey", "président", "CC du Val"], Person(first_name="Paul", last_name="Rey", function="président", organisation="CC du Val")),
    ],
)  # fmt: skip
def test_each_cell_is_what_it_looks_like(line: list[str], wanted: Person) -> None:
    assert read_people([line]) == [wanted]


def test_lines_without_a_name_are_left_out() -> None:
    assert read_people([["", ""], ["01 99 00 12 40"], ["Roche"]]) == [Person(last_name="Roche")]


def test_all_are_added_in_one_step(store: Store) -> None:
    added = add_pasted(store, [["Mme Claire Duval"], ["Dr Jean Lambert"]])
    assert [display_name(person) for person in added] == ["Mme Claire Duval", "Dr Jean Lambert"]
    store.undo()
    assert store.reader.all(Person) == []


def test_nothing_or_too_much_is_a_sentence(store: Store) -> None:
    with pytest.raises(UserError, match="Rien de ce qui est collé"):
        add_pasted(store, [["", "01 99 00 12 40"]])
    with pytest.raises(UserError, match="trop long"):
        add_pasted(store, [["Roche"]] * (MOST + 1))
    assert store.reader.all(Person) == []


def test_any_words_are_read(store: Store) -> None:
    people = read_people([[word, word] for word in WORDS])
    assert all(display_name(person).strip() for person in people)

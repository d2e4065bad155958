"""Each record, and each text of each record, is searched or left out with a reason."""

from __future__ import annotations

import typing
from enum import StrEnum
from typing import Any

import pytest

from msp_desktop.domain.records import RECORDS
from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.i18n import _
from msp_desktop.services.search_places import KINDS, LEFT, PLACES, SEARCHED
from msp_desktop.services.search_words import choice_words


def texts(record: type[Any]) -> list[str]:
    """Return the fields of a record that hold words, choices among them."""
    hints = typing.get_type_hints(record)
    kinds = {name: typing.get_args(hints[name]) or (hints[name],) for name in record.__struct_fields__}
    return [name for name, parts in kinds.items() if any(issubclass(part, str) for part in parts)]


def test_search_knows_each_record() -> None:
    """A new record joins the list of what is searched, or of what is not, with the reason."""
    assert set(PLACES) | set(LEFT) == set(RECORDS)
    assert not set(PLACES) & set(LEFT)
    assert len(PLACES) == len(SEARCHED)
    assert all(LEFT.values())


@pytest.mark.parametrize("record", list(PLACES), ids=lambda record: record.__name__)
def test_search_knows_each_text(record: type[Any]) -> None:
    """A new field that holds words is searched, under the name it has on the screen, or left out with the reason."""
    place = PLACES[record]
    read = {part for parts in place.joined.values() for part in parts}
    known = {*place.fields, *place.left, *read}
    unknown = [name for name in texts(record) if name not in known]
    assert not unknown, f"services/search_places.py does not say whether these are searched: {unknown}"
    assert known <= set(record.__struct_fields__)
    assert not set(place.fields) & set(place.left)
    assert all(place.left.values())


@pytest.mark.parametrize("place", SEARCHED, ids=lambda place: place.record.__name__)
def test_each_record_leads_somewhere(place: Any) -> None:
    """Its kind is one of those shown, and it leads to a tab, to the documents or to the commune's form."""
    assert place.kind in [kind.key for kind in KINDS]
    assert place.tab in (*TAB_KEYS, "documents", "commune")
    for column, host in place.hosts.items():
        assert column in place.record.__struct_fields__
        assert PLACES[host].kind == place.kind


def test_each_place_has_its_words() -> None:
    """Each kind and each field has a name that is translated."""
    for words in [kind.title for kind in KINDS] + [label for place in SEARCHED for label in place.fields.values()]:
        assert _(words)


def test_choices_are_words() -> None:
    """Each choice of each searched field has words, unless it says that nothing is known."""
    silent = {"unknown", "none", "other", "auto"}
    for record, place in PLACES.items():
        for name in place.fields:
            kind = typing.get_type_hints(record).get(name)
            if isinstance(kind, type) and issubclass(kind, StrEnum):
                assert [choice for choice in kind if choice.value not in silent and not choice_words(choice)] == []

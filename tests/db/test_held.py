"""What the steps of a history hold is counted honestly: against what Python itself has taken."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.db.held import Held
from msp_desktop.domain.people import Person

LONG = "mot à mot, " * 100
SHARED = [Person(id=number, last_name="Roche", notes=LONG + str(number)) for number in range(3)]


def records(*of: Person | None) -> Iterator[Person | None]:
    return iter(of)


def test_a_record_held_twice_is_counted_once() -> None:
    held = Held()
    held.take(records(SHARED[0]))
    once = held.bytes
    held.take(records(SHARED[0]))
    assert once > len(LONG)
    assert held.bytes - once < len(LONG)


@given(st.lists(st.tuples(st.sampled_from([None, *SHARED]), st.sampled_from([None, *SHARED])), max_size=20), st.data())
def test_what_is_let_go_in_any_order_leaves_nothing(
    steps: list[tuple[Person | None, Person | None]], data: st.DataObject
) -> None:
    held = Held()
    sizes = [0]
    for step in steps:
        held.take(iter(step))
        sizes.append(held.bytes)
    assert all(before < after for before, after in pairwise(sizes))
    for step in data.draw(st.permutations(steps)):
        held.let_go(iter(step))
    assert held.bytes == 0

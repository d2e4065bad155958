"""Totals, and somebody who subtracts all that every filter gives from all the rest."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

import pytest

from msp_desktop.domain.federated.communes import Chosen, View
from msp_desktop.federation.base.connect import Base
from msp_desktop.federation.base.models import HeadcountRow
from msp_desktop.federation.lines import lines
from msp_desktop.federation.totals import AGES, HORIZONS, TWO, totals
from tests.federation.made_up import TODAY, base_of, commune, heads

Truth = dict[str, list[tuple[str, str, str, int]]]
_SOON = {"within_2", "3_to_5"}


def test_totals_of_a_region_say_what_is_known(tmp_path: Path) -> None:
    codes = [f"55{number:03d}" for number in range(1, 6)]
    counted = {
        "places": {"nurse": {"here": 3, "nearby": 9}},
        "departures": {"nurse": {"within_2": 1, "unknown": 2}},
        "ages": {"nurse": {"50_54": 1, "unknown": 2}},
    }
    base = base_of(
        tmp_path,
        [commune(code, code, vigilances="walls" if code < "55003" else "") for code in codes],
        [row for code in codes for row in heads(code, counted)],
    )
    told = totals(base, Chosen(), TODAY)
    assert told.professions == (("nurse", 15),)
    assert told.vigilances == (("walls", 2),)
    assert [cell.n for cell in told.leaving] == [5, 0, 0, 0, 10]
    assert {cell.column: cell.n for cell in told.ages if cell.n} == {"50_54": 5, "unknown": 10}
    assert not told.hidden
    assert not told.too_narrow
    narrow = totals(base, Chosen(with_vigilance=True), TODAY)
    assert narrow.too_narrow
    assert not narrow.leaving
    assert narrow.professions == (("nurse", 6),)
    base.close()


def made_up(seed: int) -> tuple[list[str], dict[str, str], list[HeadcountRow]]:
    """Return communes of three departments, their EPCIs (some of two departments, some of none), and who leaves there."""
    chance = random.Random(seed)
    codes = [f"{department}{number:03d}" for department in ("55", "57", "88") for number in range(chance.randint(2, 9))]
    epcis = {code: chance.choice((f"2000000{code[:2]}", f"2000001{code[:2]}", "200000299", "")) for code in codes}
    rows = []
    for code in codes:
        counted: dict[str, dict[str, Counter[str]]] = {"departures": {}, "ages": {}, "places": {}}
        for profession in ("doctor", "nurse"):
            n = chance.choice((0, 1, 2, 6, 9, 12))
            counted["departures"][profession] = Counter(chance.choices(HORIZONS[::2], k=n))
            counted["ages"][profession] = Counter(chance.choices(AGES[:2], k=n))
        rows += heads(code, counted)
    return codes, epcis, rows


def every(base: Base) -> Iterator[Chosen]:
    """Yield filters of every kind, alone and two by two."""
    towns = lines(base, View(), TODAY)
    kinds: list[dict[str, object]] = [{}]
    kinds += [{"department": code} for code in sorted({town.department for town in towns})]
    kinds += [{"epci": code} for code in sorted({town.epci for town in towns} - {""})]
    kinds += [{"words": towns[0].name}, {"words": "55"}, {"phase": "2"}, {"referent": "none"}, {"referent": "any"}]
    kinds += [{"with_vigilance": True}, {"with_late": True}, {"not_contacted": True}, {"older_than": 14}]
    for one, other in product(kinds, [kind for kind in kinds if not kind or kind.keys() & {"department", "epci"}]):
        yield Chosen(**{**one, **other})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "seed",
    [
        1,
        pytest.param(6, marks=pytest.mark.slow),
        pytest.param(3, marks=pytest.mark.slow),
        pytest.param(4, marks=pytest.mark.slow),
        pytest.param(5, marks=pytest.mark.slow),
    ],
)
def test_nothing_that_is_subtracted_tells_of_one_or_two_persons_or_of_two_communes(tmp_path: Path, seed: int) -> None:
    codes, epcis, rows = made_up(seed)
    truth: Truth = {code: [] for code in codes}
    for row in rows:
        truth[row.insee].append((row.list_name, row.profession, row.cell, row.n))
    base = base_of(tmp_path, [commune(code, code, epci=epcis[code]) for code in codes], rows)
    told: dict[tuple[str, str, str], set[frozenset[str]]] = {}
    for asked in set(every(base)):
        given = totals(base, asked, TODAY)
        if not given.leaving:
            continue
        towns = frozenset(line.insee for line in lines(base, View(chosen=asked), TODAY))
        for name, cells in (("departures", given.leaving), ("ages", given.ages)):
            for cell in cells:
                if cell.n is not None:
                    # Two classes are the sums of the five.
                    columns = [
                        cell.column,
                        *([TWO[cell.column not in _SOON]] if name == "departures" and asked.epci == "" else []),
                    ]
                    for column in columns:
                        told.setdefault((name, cell.row, column), set()).add(towns)
                    assert cell.n == persons(truth, towns, name, cell.row, cell.column)[0]
    base.close()
    assert any(len(sets) > 1 for sets in told.values())
    for (name, profession, column), sets in told.items():
        for towns in with_differences(sets):
            n, communes = persons(truth, towns, name, profession, column)
            assert n == 0 or (n >= 3 and communes >= 3), (name, profession, column, sorted(towns))


def persons(truth: Truth, towns: frozenset[str], name: str, profession: str, column: str) -> tuple[int, int]:
    """Return how many there really are, in how many communes."""
    wanted = {"within_5": _SOON, "others": set(HORIZONS) - _SOON}.get(column, {column})
    by_town = [
        sum(n for listed, who, cell, n in truth[town] if (listed, who) == (name, profession) and cell in wanted)
        for town in towns
    ]
    return sum(by_town), sum(n > 0 for n in by_town)


def with_differences(sets: set[frozenset[str]]) -> set[frozenset[str]]:
    """Return the sets that are told, and all that is left when some are taken from another."""
    found = set(sets)
    for whole in sets:
        inside = [part for part in sets if part < whole]
        for count in range(1, len(inside) + 1):
            for parts in combinations(inside, count):
                if sum(map(len, parts)) == len(union := frozenset().union(*parts)):
                    found.add(whole - union)
    return found


def test_below_a_department_two_classes_are_told_and_no_age(tmp_path: Path) -> None:
    codes = [f"55{number:03d}" for number in range(1, 9)]
    counted = {
        "departures": {"nurse": {"within_2": 1, "3_to_5": 1, "unknown": 2}},
        "ages": {"nurse": {"50_54": 2, "unknown": 2}},
    }
    base = base_of(
        tmp_path,
        [commune(code, code, epci="200000001" if code < "55005" else "200000002") for code in codes],
        [row for code in codes for row in heads(code, counted)],
    )
    told = totals(base, Chosen(epci="200000001"), TODAY)
    assert [(cell.column, cell.n) for cell in told.leaving] == [(TWO[0], 8), (TWO[1], 8)]
    assert not told.ages
    base.close()

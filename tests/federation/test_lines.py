"""One line a commune: chosen, sorted, counted by the base."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from msp_desktop.domain.federated.communes import Chosen, Order, View
from msp_desktop.federation.base.connect import Base, connect
from msp_desktop.federation.base.models import CommuneRow
from msp_desktop.federation.lines import counts, lines, whereabouts
from msp_desktop.federation.totals import totals
from tests.federation.made_up import TODAY, base_of, commune
from tests.federation.postgres import new_base, server

_COLUMNS = tuple(CommuneRow.__table__.columns)
BY_NAME = View(order=Order.NAME, descending=False)


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    made = base_of(
        tmp_path,
        [
            commune("55001", "Saint-Étienne", vigilances="no_referent walls", referent="", late=2, leaving=3),
            commune("55002", "Écuras", vigilances="walls", epci="200000001", done=7),
            commune("88003", "Villers", day_zero=date(2026, 5, 4), referent="pair", contacted=False, contacted_on=None),
            commune("88004", "Zed", day_zero=date(2026, 1, 1), made_at=datetime(2026, 4, 13, 23, tzinfo=UTC)),
            commune("88005", "100 % <b>", day_zero=date(2026, 4, 1), made_at=datetime(2026, 4, 14, 0, tzinfo=UTC)),
        ],
    )
    yield made
    made.close()


def found(base: Base, chosen: Chosen) -> list[str]:
    return [line.insee for line in lines(base, View(chosen=chosen, order=Order.NAME, descending=False), TODAY)]


def test_names_are_sorted_as_they_are_read_and_a_page_at_a_time(base: Base) -> None:
    assert [line.name for line in lines(base, BY_NAME, TODAY)] == [
        "100 % <b>", "Écuras", "Saint-Étienne", "Villers", "Zed",
    ]  # fmt: skip
    assert [line.name for line in lines(base, BY_NAME, TODAY, first=1, most=2)] == ["Écuras", "Saint-Étienne"]


@pytest.mark.parametrize("words", ["st etienne", "ETIENNE saint", "étienne meuse", "55001"])
def test_a_commune_is_found_however_it_is_typed(base: Base, words: str) -> None:
    assert found(base, Chosen(words=words)) == ["55001"]


def test_a_sign_of_the_base_finds_nothing_more(base: Base) -> None:
    assert found(base, Chosen(words="_")) == found(base, Chosen())
    assert found(base, Chosen(words="100")) == ["88005"]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Chosen(department="55"), ["55002", "55001"]),
        (Chosen(epci="200000001"), ["55002"]),
        (Chosen(phase="before"), ["88003"]),
        (Chosen(phase="1"), ["88005"]),
        (Chosen(phase="2"), ["55002", "55001"]),
        (Chosen(phase="after"), ["88004"]),
        (Chosen(referent="none"), ["55001"]),
        (Chosen(referent="any", department="88"), ["88005", "88003", "88004"]),
        (Chosen(referent="pair"), ["88003"]),
        (Chosen(with_vigilance=True), ["55002", "55001"]),
        (Chosen(with_late=True), ["55001"]),
        (Chosen(not_contacted=True), ["88003"]),
        (Chosen(older_than=14), ["88004"]),
    ],
)
def test_each_filter_lets_through_what_it_says(base: Base, chosen: Chosen, expected: list[str]) -> None:
    assert found(base, chosen) == expected


def test_a_phase_of_the_base_is_the_phase_of_the_line(base: Base) -> None:
    for line in lines(base, View(), TODAY):
        assert line.insee in found(base, Chosen(phase=line.phase(TODAY)))


@pytest.mark.parametrize("order", Order)
def test_each_order_goes_both_ways_and_what_is_equal_is_by_name(base: Base, order: Order) -> None:
    up = [line.insee for line in lines(base, View(order=order, descending=False), TODAY)]
    down = [line.insee for line in lines(base, View(order=order, descending=True), TODAY)]
    assert len(up) == len(down) == 5
    first = {
        Order.VIGILANCES: "55001", Order.NAME: "88004", Order.DEPARTMENT: "88005", Order.DAY: "88004",
        Order.DONE: "55002", Order.LATE: "55001", Order.REFERENT: "88003", Order.LEAVING: "55001",
        Order.MADE_AT: "55002", Order.CONTACTED: "88005",
    }  # fmt: skip
    assert down[0] == first[order]


def test_a_line_tells_all_that_is_known(base: Base) -> None:
    line = lines(base, View(chosen=Chosen(words="etienne")), TODAY)[0]
    assert (line.vigilances, line.day(TODAY), line.referent, line.leaving) == (("no_referent", "walls"), 37, "", 3)
    assert line.made_at == datetime(2026, 4, 27, 9, tzinfo=UTC)


def test_the_communes_are_counted(base: Base) -> None:
    told = counts(base, Chosen(), TODAY)
    assert (told.communes, told.up_to_date, told.without_referent, told.with_vigilance) == (5, 4, 1, 2)
    assert (told.with_late, told.leaving) == (1, 3)
    assert told.phases == (("before", 1), ("1", 1), ("2", 2), ("3", 0), ("after", 1))
    assert counts(base, Chosen(words="nowhere"), TODAY).communes == 0


@pytest.mark.needs("psql")
def test_postgresql_answers_as_a_file_does(base: Base, tmp_path: Path) -> None:
    with server() as folder:
        other = connect(new_base(folder, "other"))
        with base.reading() as session:
            rows = [{c.name: row[n] for n, c in enumerate(_COLUMNS)} for row in session.execute(select(*_COLUMNS))]
        other.write(lambda session: session.execute(insert(CommuneRow), rows) and None)
        for order, descending in product(Order, (True, False)):
            view = View(order=order, descending=descending)
            assert lines(base, view, TODAY) == lines(other, view, TODAY), order
        for chosen in (Chosen(), Chosen(words="st"), Chosen(phase="2"), Chosen(older_than=14), Chosen(department="55")):
            assert counts(base, chosen, TODAY) == counts(other, chosen, TODAY)
            assert totals(base, chosen, TODAY) == totals(other, chosen, TODAY)
        other.close()


def test_departments_and_the_federation_are_those_of_all(base: Base, tmp_path: Path) -> None:
    assert whereabouts(base)[0] == ("55", "88")
    nobody = connect(tmp_path / "empty.sqlite")
    assert whereabouts(nobody) == ((), "")
    nobody.close()

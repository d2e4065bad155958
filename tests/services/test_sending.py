"""What leaves for the federation: what a dossier shows, nobody's name, and always something that can be read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.db.reader import Reader
from msp_desktop.db.shape import fields_of
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.carried.data import CommuneData, Horizon
from msp_desktop.domain.carried.envelope import content_id, decoded_data, encoded
from msp_desktop.domain.carried.leaves import Leaves, noted, noted_of
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Departure, Finding, HealthProfessional, Inventory, Need, Offer
from msp_desktop.domain.limits import limits_of
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.meetings import AgendaItem, Meeting, NextStep
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Referent
from msp_desktop.domain.roles import Role
from msp_desktop.services.inventory import add_professional, write_finding
from msp_desktop.services.produced import note_document
from msp_desktop.services.sending import (
    FindingNaming,
    commune_data,
    dossier_uid,
    findings_that_name,
)
from tests.conftest import NOW, TODAY

ALL, NONE = Leaves(names=True, crossed=True), Leaves()
R = TypeVar("R", bound=Struct)


def told(store: Store, leaves: Leaves = NONE, now: datetime = NOW) -> CommuneData:
    return commune_data(store.reader, TODAY, now, leaves)


# --- what it says ----------------------------------------------------------------------------------


def test_the_sample_tells_its_story_its_counts_and_what_comes_next(sample: Store) -> None:
    data = told(sample)
    assert decoded_data(encoded(data)) == data
    assert (data.commune.name, data.commune.insee, data.contacted_on) == ("Saint-Exemple", "", date(2026, 3, 27))
    assert [(phase.done, phase.total, phase.late) for phase in data.phases] == [(3, 4, 1), (1, 5, 0), (0, 4, 0)]
    story = {one.code: (one.day, one.state) for one in data.milestones}
    assert story["contact-federation"] == (date(2026, 3, 27), "done")
    assert story["etat-des-lieux"] == (date(2026, 4, 21), "late")
    assert story["premiere-rencontre"] == (date(2026, 5, 12), "planned")
    assert story["fin-des-100-jours"] == (date(2026, 6, 30), "planned")
    assert sum(cell.n for cell in data.places) == 14
    assert sum(cell.n for cell in data.departures) == sum(cell.n for cell in data.ages) == 6
    assert (data.crossed, data.people) == ((), ())
    assert data.referent is not None
    assert data.referent.identity == ""
    assert data.next_steps[0].code == "etat-des-lieux"


def test_nobody_of_the_directory_is_named_unless_it_is_asked_for(sample: Store) -> None:
    people = [person for person in sample.reader.all(Person) if person.last_name]
    without, with_names = encoded(told(sample)).decode(), told(sample, ALL)
    assert people
    assert [person.last_name for person in people if person.last_name in without] == []
    assert with_names.referent is not None
    assert with_names.referent.identity
    assert len(with_names.people) == sum(cell.n for cell in with_names.crossed) == 14


def test_findings_that_name_are_told_with_whom_they_name(sample: Store) -> None:
    assert findings_that_name(sample.reader) == ()
    finding = next(row for row in sample.reader.all(Finding) if row.kit_code == "departs")
    name = next(person for person in sample.reader.all(Person) if person.first_name and person.last_name)
    write_finding(sample, finding.id, f"{name.first_name} {name.last_name} part en juin.", TODAY)
    (found,) = findings_that_name(sample.reader)
    assert isinstance(found, FindingNaming)
    assert found.question.endswith("?")
    assert name.last_name in found.people[0]
    assert told(sample, Leaves(findings=False)).findings == ()


@pytest.mark.parametrize(
    ("departure", "on", "checked", "expected"),
    [
        (Departure.UNKNOWN, None, None, Horizon.UNKNOWN),
        (Departure.NONE_KNOWN, None, None, Horizon.NONE_KNOWN),
        (Departure.ANNOUNCED, date(2026, 12, 31), None, Horizon.WITHIN_2),
        (Departure.ANNOUNCED, date(2030, 6, 1), None, Horizon.FROM_3_TO_5),
        (Departure.ANNOUNCED, date(2040, 6, 1), None, Horizon.LATER),
        (Departure.FROM_3_TO_5, None, TODAY, Horizon.FROM_3_TO_5),
        (Departure.FROM_3_TO_5, None, date(2022, 4, 28), Horizon.WITHIN_2),
    ],
)
def test_a_departure_is_placed_by_the_day_the_data_are_made(
    store: Store, departure: Departure, on: date | None, checked: date | None, expected: Horizon
) -> None:
    values = {"profession": "Mme Roche", "departure": departure, "departure_on": on, "checked_on": checked}
    add_professional(store, Person(last_name="Essai"), values)
    (cell,) = told(store).departures
    assert (cell.profession, cell.departure, cell.n) == ("autre", expected, 1)


# --- when it says it was made ----------------------------------------------------------------------


def carried(store: Store, data: CommuneData, path: str) -> None:
    sources = '{"carries": ' + encoded_note(data) + ', "read": []}'
    note_document(store, ProducedDocument(key="timeline", title="x", path=path, made_at=NOW, sources=sources))


def encoded_note(data: CommuneData) -> str:
    import msgspec

    return msgspec.json.encode(noted(data, NONE)).decode()


def test_a_clock_set_back_does_not_make_later_data_older(store: Store) -> None:
    first = told(store)
    carried(store, first, "/a.pdf")
    back = NOW - timedelta(hours=3)
    assert told(store, now=back).made_at == first.made_at  # the same content: it is the same version
    write_finding(store, store.reader.all(Finding)[0].id, "Deux médecins.", TODAY)
    second = told(store, now=back)
    assert second.made_at == first.made_at + timedelta(seconds=1)
    assert content_id(second) != content_id(first)
    assert told(store, now=NOW + timedelta(hours=1)).made_at == first.made_at + timedelta(hours=1)


def test_a_moment_far_ahead_is_that_of_a_wrong_clock_and_holds_nothing(store: Store) -> None:
    carried(store, told(store, now=NOW + timedelta(days=900)), "/a.pdf")
    assert told(store).made_at == NOW.astimezone(UTC)


def test_what_a_document_carries_is_read_from_its_note(store: Store) -> None:
    data = told(store)
    found = noted_of('{"carries": ' + encoded_note(data) + ', "read": []}')
    assert found is not None
    assert (found.content, found.at, found.leaves) == (content_id(data), data.made_at, NONE)
    assert [noted_of(one) for one in ("", '{"read": []}', '{"carries": {}, "read": []}')] == [None, None, None]


def test_a_dossier_is_told_by_its_own_number(store: Store) -> None:
    commune = store.reader.one(Commune, 1)
    assert dossier_uid(commune) == commune.uid.replace("-", "")
    others = {dossier_uid(replace(commune, uid=uid)) for uid in ("", "x", "y")}
    assert len(others) == 3
    assert dossier_uid(replace(commune, uid="x")) == dossier_uid(replace(commune, uid="x"))


# --- any dossier -----------------------------------------------------------------------------------

#: Of each, a few: what the data are made from.
READ = (
    Action,
    Exchange,
    Finding,
    HealthProfessional,
    Meeting,
    AgendaItem,
    NextStep,
    Need,
    Offer,
    Person,
    Referent,
    Role,
)


class AnyReader(Reader):
    """A dossier in memory, whatever its fields hold."""

    def __init__(self, rows: dict[type[Any], list[Any]]) -> None:
        self._rows_of = rows

    def all(self, record: type[R], *, order: str = "id", limit: int | None = None, **equals: Any) -> list[R]:
        found = [row for row in self._rows_of.get(record, []) if all(getattr(row, k) == v for k, v in equals.items())]
        return found[:limit]

    def kept(self, question: Any, records: Iterable[type[Any]], make: Callable[[], Any]) -> Any:
        return make()

    def renewed(self, question: Any, records: Iterable[type[Any]], make: Callable[[Any], Any]) -> Any:
        return make(None)


@cache
def values_of(record: type[Any]) -> dict[str, st.SearchStrategy[Any]]:
    """Return, for each field of a record, whatever its limits allow."""
    found: dict[str, st.SearchStrategy[Any]] = {}
    for field in fields_of(record):
        limits = limits_of(record)[field.name]
        if field.references:
            one: st.SearchStrategy[Any] = st.just(1)
        elif field.type is str:
            one = st.text("a\x00\n\u202e\x85 é😀", max_size=8) | st.sampled_from(["", "medecin", "x" * 9000, "2A004"])
        elif field.type in (int, float):
            one = st.sampled_from([limits.least, limits.most, 1]).map(field.type)
        elif field.type is date:
            one = st.sampled_from([limits.least, limits.most, TODAY, date(2026, 5, 12)])
        elif issubclass(field.type, datetime | time):
            one = st.just(NOW if issubclass(field.type, datetime) else time(18, 30))
        else:
            one = (
                st.sampled_from(list(field.type.__members__.values()))
                if hasattr(field.type, "__members__")
                else st.booleans()
            )
        found[field.name] = one | st.none() if field.optional else one
    return found


@st.composite
def dossiers(draw: st.DrawFn) -> Reader:
    rows: dict[type[Any], list[Any]] = {record: [] for record in READ}
    for record in (Commune, Inventory, *READ):
        number = 1 if record in (Commune, Inventory, Meeting, Person, Role) else draw(st.integers(0, 2))
        rows[record] = [
            record(**draw(st.fixed_dictionaries(values_of(record))) | {"id": key}) for key in range(1, number + 1)
        ]
    return AnyReader(rows)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(dossiers(), st.sampled_from([NONE, ALL]), st.sampled_from([NOW, datetime(1, 1, 1), datetime(9999, 12, 31)]))
def test_any_dossier_that_may_be_open_gives_data_that_can_be_read_again(
    reader: Reader, leaves: Leaves, now: datetime
) -> None:
    data = commune_data(reader, TODAY, now, leaves)
    assert decoded_data(encoded(data)) == data

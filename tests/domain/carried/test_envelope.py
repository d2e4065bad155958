"""A file says what it is and of which version before the rest is read; what it tells is checked, whoever sent it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from msp_desktop.domain.carried import data, envelope
from msp_desktop.domain.carried.data import ByPlace, CommuneData, Phase, Sender, Town
from msp_desktop.domain.carried.envelope import content_id, decoded_data, decoded_reply, encoded
from msp_desktop.domain.carried.refusals import RefusedError, Why
from msp_desktop.domain.carried.reply import DateProposed, Reply
from msp_desktop.domain.inventory import Proximity

TOLD = CommuneData(
    format="sante-100-jours/donnees",
    version=1,
    made_at=datetime(2026, 4, 28, 12, tzinfo=UTC),
    sender=Sender(dossier="0" * 32, application="Santé 100 jours 1.9.0"),
    commune=Town(insee="2A004", name="Saint-Essai"),
    day_zero=date(2026, 3, 22),
    phases=(Phase(number=1, done=3, total=4), Phase(number=2, done=0, total=5)),
    places=(ByPlace(profession="medecin", place=Proximity.HERE, n=1),),
)
ANSWER = Reply(
    format="sante-100-jours/reponse",
    version=1,
    made_at=datetime(2026, 5, 2, 8, tzinfo=UTC),
    insee="23096",
    dossier="0" * 32,
    answers="1" * 32,
    lines=(DateProposed(key="un", day=date(2026, 5, 12)),),
)


def altered(**fields: Any) -> bytes:
    return json.dumps(json.loads(encoded(TOLD)) | fields).encode()


def refused(content: bytes, read: Callable[[bytes], object] = decoded_data) -> tuple[Why, str]:
    with pytest.raises(RefusedError) as caught:
        read(content)
    return caught.value.why, caught.value.where


def test_what_is_sent_is_what_is_read() -> None:
    assert decoded_data(encoded(TOLD)) == TOLD
    assert decoded_data(b"\xef\xbb\xbf" + encoded(TOLD)) == TOLD
    assert decoded_reply(encoded(ANSWER)) == ANSWER


def test_a_later_version_is_said_and_never_guessed() -> None:
    assert refused(altered(version=2)) == (Why.TOO_NEW, "")
    assert refused(altered(version=2, commune=12, day_zero=None)) == (Why.TOO_NEW, "")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{}", b"[]", b"PK\x03\x04", b"\xff\xfe", b'{"format": "x", "version": 1}', altered(version=0),
        altered(version="1"), altered(format="sante-100-jours/reponse"), b"[" * 100_000,
    ],
    ids=range(10),
)  # fmt: skip
def test_what_is_something_else_is_not_ours(content: bytes) -> None:
    assert refused(content)[0] is Why.NOT_OURS


def test_fields_of_a_later_application_are_ignored_within_a_version() -> None:
    commune = json.loads(encoded(TOLD))["commune"] | {"canton": "Essai"}
    assert decoded_data(altered(weather="fine", commune=commune)) == TOLD


@pytest.mark.parametrize("year", ["0001", "2019", "2101", "9999"])
@pytest.mark.parametrize(
    "told",
    [
        lambda day: {"day_zero": day},
        lambda day: {"referent": {"kind": "pair", "since": day}},
        lambda day: {"milestones": [{"day": day, "state": "planned"}]},
        lambda day: {"meetings": [{"uid": "a", "kind": "autre", "state": "held", "held_on": day}]},
        lambda day: {"next_steps": [{"text": "a", "due_on": day}]},
    ],
)
def test_a_day_of_another_century_is_refused_wherever_it_is(told: Callable[[str], dict[str, Any]], year: str) -> None:
    assert refused(altered(**told(f"{year}-06-15"))) == (Why.INVALID, "")
    assert decoded_data(altered(**told("2026-06-15")))


@pytest.mark.parametrize(
    ("said", "twice"),
    [
        ('"day_zero":', '"day_zero":"2026-04-01","day_zero":'),
        ('"version":1', '"version":1,"version":2'),
        ('"insee":', '"insee":"75056","insee":'),
        ('"insee":', '"\\u0069nsee":"75056","insee":'),
        ('"n":1', '"n":9,"n":1'),
        ('"version":1', '"later":{"a":1,"a":2},"version":1'),
        ('"n":1', f'"n":9,"n":1,"later":{"9" * 5000}'),
    ],
)
def test_a_field_said_twice_is_refused_since_two_programs_would_not_read_the_same(said: str, twice: str) -> None:
    told = encoded(TOLD).decode()
    assert said in told
    assert refused(told.replace(said, twice, 1).encode()) == (Why.INVALID, "")


def test_a_line_of_an_answer_said_twice_is_refused() -> None:
    told = encoded(ANSWER).decode().replace('"key":', '"key":"deux","key":')
    assert refused(told.encode(), decoded_reply) == (Why.INVALID, "")


def test_a_wrong_value_is_refused_with_its_place_and_none_of_our_patterns() -> None:
    cell = {"profession": "medecin", "place": "here", "n": -1}
    assert refused(altered(places=[cell])) == (Why.INVALID, "$.places[0].n")
    name = {"insee": "", "name": "Saint\u202eEssai"}
    assert refused(altered(commune=name)) == (Why.INVALID, "$.commune.name")
    assert refused(altered(commune=name | {"name": "Saint-Essai\n"}))[0] is Why.INVALID
    assert refused(altered(commune=name | {"name": " \u00a0"})) == (Why.INVALID, "$.commune.name")
    assert refused(altered(made_at="2026-04-28T12:00:00"))[0] is Why.INVALID  # whose noon?
    assert refused(altered(day_zero="9999-03-22"))[0] is Why.INVALID
    deep = encoded(TOLD)[:-1] + b',"later":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    assert refused(deep)[0] in (Why.INVALID, Why.NOT_OURS)


def test_a_file_far_too_long_is_not_looked_at() -> None:
    assert refused(encoded(TOLD) + b" " * envelope.LONGEST) == (Why.TOO_LARGE, "")


def test_an_unknown_kind_of_line_in_an_answer_is_refused_with_its_place() -> None:
    content = json.loads(encoded(ANSWER))
    content["lines"].append({"kind": "delete", "key": "deux"})
    assert refused(json.dumps(content).encode(), decoded_reply) == (Why.INVALID, "$.lines[1].kind")


def test_an_older_version_is_led_to_the_present_one_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it will be: versions 1 and 2 called the commune otherwise, and told no phase."""

    def to_2(fields: dict[str, Any]) -> dict[str, Any]:
        return fields | {"town": {"insee": fields["town"], "name": fields["called"]}}

    def to_3(fields: dict[str, Any]) -> dict[str, Any]:
        # The type of the tests is still that of version 1: it stands for version 3.
        return fields | {"commune": fields["town"], "version": 1}

    monkeypatch.setattr(data, "VERSION", 3)
    monkeypatch.setattr(envelope, "UPGRADES", {1: to_2, 2: to_3})
    told = json.loads(encoded(replace(TOLD, phases=())))
    del told["commune"]
    first = told | {"town": "2A004", "called": "Saint-Essai"}
    second = told | {"version": 2, "town": {"insee": "2A004", "name": "Saint-Essai"}}
    for older in (first, second):
        assert decoded_data(json.dumps(older).encode()) == replace(TOLD, phases=())
    assert refused(json.dumps(first | {"town": "Essai"}).encode()) == (Why.INVALID, "$.commune.insee")
    assert refused(json.dumps(told | {"version": 4}).encode())[0] is Why.TOO_NEW


def test_one_content_is_one_whatever_the_moment_the_application_and_the_order() -> None:
    later = replace(TOLD, made_at=datetime(2026, 4, 29, tzinfo=UTC), sender=Sender(dossier="0" * 32))
    assert content_id(later) == content_id(TOLD)
    assert content_id(replace(TOLD, phases=TOLD.phases[::-1])) == content_id(TOLD)
    assert content_id(replace(TOLD, contacted=True)) != content_id(TOLD)
    assert content_id(replace(TOLD, sender=Sender(dossier="1" * 32))) != content_id(TOLD)
    assert len(content_id(TOLD)) == 32

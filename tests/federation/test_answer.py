"""A federation answers what a commune sent, and the commune takes the answer out of either of the two files."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from msp_desktop.db.store import Store
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.envelope import decoded_reply
from msp_desktop.domain.carried.leaves import Leaves
from msp_desktop.domain.carried.reply import NAME, Advice, CallToAnswer, DateProposed, Reply, StepProposed
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.replies import LineState
from msp_desktop.errors import UserError
from msp_desktop.exchange.carried.farm import carried_in
from msp_desktop.federation.answer import composed, lines_in, write_answer
from msp_desktop.services.meetings import add_meeting
from msp_desktop.services.replies import accept_reply, plan_reply
from msp_desktop.services.sending import commune_data
from tests.conftest import TODAY

NOW = datetime(2026, 4, 29, 10)


@pytest.fixture
def data(store: Store) -> CommuneData:
    with store.write("Commune") as transaction:
        transaction.update(1, Change(Commune, insee="23096"))
    add_meeting(store, "federation")
    return commune_data(store.reader, TODAY, datetime(2026, 4, 28, 9), Leaves())


def test_a_commune_sends_a_federation_answers_the_commune_accepts(
    store: Store, data: CommuneData, tmp_path: Path
) -> None:
    meeting = data.meetings[0]
    told = [
        {"kind": "date", "meeting": meeting.uid, "day": "2026-05-12", "starts_at": "18:00:00"},
        {"kind": "agenda", "meeting": meeting.uid, "position": 1, "title": meeting.agenda[0], "words": "Dix minutes."},
        {"kind": "advice", "action": "contact-federation", "words": "Rappelez-nous."},
        {"kind": "step", "words": "Envoyer le tableau"},
    ]
    reply = composed(data, lines_in(msgspec.json.encode(told)), "Claire Roux", NOW)
    file, page = write_answer(reply, data, tmp_path / "answers" / "23", NOW)
    assert decoded_reply(file.read_bytes()) == decoded_reply(carried_in(page, NAME, now=NOW)) == reply
    review = plan_reply(store.reader, reply, TODAY)
    assert [line.state for line in review.lines] == [LineState.OFFERED] * 4
    accept_reply(store, review, review.ticked, TODAY)
    assert plan_reply(store.reader, reply, TODAY).offered == 0
    store.undo()
    assert plan_reply(store.reader, reply, TODAY).offered == 4


def test_what_no_commune_could_read_is_not_written(data: CommuneData) -> None:
    with pytest.raises(UserError, match="d’abord"):
        composed(data, (), "", NOW)
    with pytest.raises(UserError, match="exemple"):
        composed(replace(data, commune=replace(data.commune, insee="")), (Advice(key="a", words="x"),), "", NOW)
    with pytest.raises(UserError, match="trop longue"):
        composed(data, (StepProposed(key="a", words="x" * 301),), "", NOW)
    two = StepProposed(key="a", words="x")
    with pytest.raises(UserError):
        composed(data, (two, two), "", NOW)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(2019, 12, 31), date(9999, 12, 31)])
def test_a_day_that_no_commune_could_accept_is_refused(data: CommuneData, day: date) -> None:
    proposed = DateProposed(key="a", day=day), StepProposed(key="a", words="x", due_on=day)
    for line in (*proposed, CallToAnswer(key="a", title="x", closes_on=day)):
        with pytest.raises(UserError, match=day.isoformat()):
            composed(data, (line,), "", NOW)


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b'[{"kind": "run", "words": "x"}]', r"\$\[0\]"),
        (b'[{"kind": "step", "words": "x", "due_on": "demain"}]', r"\$\[0\].due_on"),
        (b"{}", r"\$"),
        (b"[" * 100_000, r"\$"),
    ],
)
def test_lines_that_are_not_as_they_should_be_say_where(content: bytes, where: str) -> None:
    with pytest.raises(UserError, match=where):
        lines_in(content)


def test_a_hundred_lines_are_read_and_a_hundred_thousand_refused(store: Store, data: CommuneData) -> None:
    lines = tuple(StepProposed(key=str(number), words="x", due_on=date(2026, 6, 1)) for number in range(100))
    reply = composed(data, lines, "", NOW)
    assert isinstance(reply, Reply)
    assert len(plan_reply(store.reader, reply, TODAY).lines) == 100
    with pytest.raises(UserError):
        composed(data, lines * 1000, "", NOW)

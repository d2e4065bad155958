"""An answer of the federation, laid beside the dossier and accepted line by line: one step, undone whole, offered once."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from msgspec.structs import replace

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.calls import Call
from msp_desktop.domain.carried.envelope import content_id, decoded_reply, encoded
from msp_desktop.domain.carried.leaves import Leaves
from msp_desktop.domain.carried.reply import DateProposed, EntryCorrected, StepProposed
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.federations import FederationCorrection
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.meetings import AgendaItem, Meeting, MeetingState
from msp_desktop.domain.people import Category
from msp_desktop.domain.replies import AnsweredLine, LineState
from msp_desktop.domain.schemes import CLS, Standing
from msp_desktop.errors import UserError
from msp_desktop.services.meetings import add_meeting, set_meeting_state, update_meeting
from msp_desktop.services.replies import accept_reply, plan_reply
from msp_desktop.services.schemes import set_standing
from msp_desktop.services.sending import commune_data
from tests.conftest import TODAY
from tools.answers import answer, each_kind

KINDS = ("d-1", "a-1", "g-1", "s-1", "e-1", "c-1")


@pytest.fixture
def meeting(store: Store) -> Meeting:
    return add_meeting(store, "federation")


def everything(store: Store) -> list[object]:
    return [
        row
        for record in (Meeting, AgendaItem, Action, Call, Exchange, FederationCorrection, AnsweredLine)
        for row in store.reader.all(record)
    ]


def test_each_line_goes_where_it_belongs_and_one_undo_takes_all_back(store: Store, meeting: Meeting) -> None:
    set_standing(store, CLS, Standing.JOINED)
    before = everything(store)
    reply = decoded_reply(encoded(answer(store.reader, each_kind(store.reader, meeting))))
    review = plan_reply(store.reader, reply, TODAY)
    assert review.signed == "Claire Roux, chargée de mission"
    assert [line.state for line in review.lines] == [LineState.OFFERED] * 6
    assert review.ticked == ("d-1", "a-1", "g-1", "s-1", "c-1"), "an entry is never ticked before somebody has read it"
    said = accept_reply(store, review, KINDS, TODAY)
    assert said.startswith("6 lignes")
    reader = store.reader
    held = reader.one(Meeting, meeting.id)
    assert (held.held_on, held.starts_at, held.place) == (date(2026, 5, 12), time(18), "Salle des fêtes")
    notes = reader.find(Action, kit_code="contact-federation")
    assert notes is not None
    assert notes.notes == "La fédération, le 27\u00a0avril 2026\u00a0: Rappelez <b>Mme Roux</b> avant le 5 mai."
    item = reader.all(AgendaItem, order="position, id", meeting_id=meeting.id)[0]
    assert item.mayor_note.endswith("Dix minutes suffisent.")
    step = next(row for row in reader.all(Action) if row.title == "Envoyer le tableau des départs")
    assert step.planned_on == date(2026, 5, 20)
    assert [row.phone for row in reader.all(FederationCorrection)] == ["05 99 00 12 34"]
    call = next(row for row in reader.all(Call) if row.subject == "Équipes de soins primaires")
    assert (call.funder, call.closes_on, call.reminded_on) == ("ARS", date(2026, 7, 31), date(2026, 7, 10))
    noted = reader.all(Exchange)[-1]
    assert (noted.category, noted.subject, noted.held_on) == (Category.FEDERATION, "Réponse de la fédération", TODAY)
    assert "signée Claire Roux" in noted.said
    store.undo()
    assert everything(store) == before
    store.redo()
    again = plan_reply(store.reader, reply, TODAY)
    assert (again.offered, again.ticked) == (0, ())
    with pytest.raises(UserError, match="déjà"):
        accept_reply(store, again, KINDS, TODAY)


def test_a_line_left_aside_is_remembered_and_may_still_be_taken(store: Store, meeting: Meeting) -> None:
    reply = answer(store.reader, each_kind(store.reader, meeting))
    accept_reply(store, plan_reply(store.reader, reply, TODAY), ("s-1",), TODAY)
    again = plan_reply(store.reader, reply, TODAY)
    states = {line.key: line.state for line in again.lines}
    assert (states["s-1"], states["a-1"], again.offered, again.ticked) == (LineState.ACCEPTED, LineState.ASIDE, 0, ())
    accept_reply(store, again, ("a-1",), TODAY)
    assert {row.key: row.accepted for row in store.reader.all(AnsweredLine)}["a-1"]
    assert len([row for row in store.reader.all(Action) if row.title == "Envoyer le tableau des départs"]) == 1


def test_a_date_without_a_meeting_makes_one_and_a_call_without_a_cls_is_a_step(store: Store, meeting: Meeting) -> None:
    lines = (
        DateProposed(key="new", title="Visite de la maison de santé", day=date(2026, 6, 2), words="À dix heures."),
        each_kind(store.reader, meeting)[-1],
    )
    review = plan_reply(store.reader, answer(store.reader, lines), TODAY)
    assert [line.old for line in review.lines] == ["", ""]
    accept_reply(store, review, review.ticked, TODAY)
    made = next(row for row in store.reader.all(Meeting) if row.title == "Visite de la maison de santé")
    assert (made.held_on, made.kind) == (date(2026, 6, 2), "federation")
    assert any("Équipes de soins primaires (ARS)" in row.title for row in store.reader.all(Action))
    assert not store.reader.all(Call)


def test_what_is_not_there_any_more_is_said_and_cannot_be_taken(store: Store, meeting: Meeting) -> None:
    lines = each_kind(store.reader, meeting)
    set_meeting_state(store, meeting.id, MeetingState.CANCELLED)
    wrong = (
        *lines[:3],
        DateProposed(key="far", day=date(9999, 1, 1)),
        DateProposed(key="past", day=date(2020, 1, 1)),
        StepProposed(key="when", words="x", due_on=date(9999, 1, 1)),
        EntryCorrected(key="who", federation="inconnue", phone="1"),
        replace(lines[1], key="act", action="inconnue"),
    )
    review = plan_reply(store.reader, answer(store.reader, wrong), TODAY)
    assert [line.key for line in review.lines if line.can_be_taken] == ["a-1"]
    assert all(line.remark and line.new for line in review.lines if not line.can_be_taken)
    before = len(store.reader.all(Action))
    accept_reply(store, review, [line.key for line in wrong], TODAY)
    assert len(store.reader.all(Action)) == before
    assert [row.key for row in store.reader.all(AnsweredLine)] == ["a-1"]


def test_what_went_while_the_answer_was_read_stops_the_whole(store: Store, meeting: Meeting) -> None:
    review = plan_reply(store.reader, answer(store.reader, each_kind(store.reader, meeting)), TODAY)
    set_meeting_state(store, meeting.id, MeetingState.HELD)
    before = everything(store)
    with pytest.raises(UserError, match="déjà eu lieu"):
        accept_reply(store, review, KINDS, TODAY)
    assert everything(store) == before


def test_the_answer_of_another_commune_or_dossier_is_refused(store: Store) -> None:
    with store.write("Commune") as transaction:
        transaction.update(1, Change(Commune, insee="23096"))
    reply = answer(store.reader, ())
    with pytest.raises(UserError, match="01001"):
        plan_reply(store.reader, replace(reply, insee="01001"), TODAY)
    with pytest.raises(UserError, match="autre dossier"):
        plan_reply(store.reader, replace(reply, dossier="f" * 32), TODAY)


def test_it_says_whether_the_dossier_is_still_as_it_was_sent(store: Store, meeting: Meeting) -> None:
    leaves = Leaves(findings=False)
    sent = commune_data(store.reader, TODAY, datetime(2026, 4, 28, 9), leaves)
    note = f'{{"carries": {{"content":"{content_id(sent)}","at":"2026-04-28T09:00:00Z","findings":false}}}}'
    with store.write("Papier") as transaction:
        made_at = datetime(2026, 4, 28, 9)
        transaction.insert(ProducedDocument(key="inventory", title="", path="x.pdf", made_at=made_at, sources=note))
    reply = answer(store.reader, (), answers=content_id(sent))
    unknown = answer(store.reader, ())
    assert len(plan_reply(store.reader, reply, TODAY).warnings) == 1
    later = TODAY + timedelta(days=30)
    assert content_id(commune_data(store.reader, later, datetime.combine(later, time(9)), leaves)) != content_id(sent)
    assert len(plan_reply(store.reader, reply, later).warnings) == 1, "days that pass change nothing of the dossier"
    assert "pas gardé trace" in plan_reply(store.reader, unknown, TODAY).warnings[0]
    update_meeting(store, meeting.id, Change(Meeting, held_on=date(2026, 5, 5)))
    assert "vous avez modifié" in plan_reply(store.reader, reply, TODAY).warnings[0]


def test_the_sample_has_no_insee_code(sample: Store) -> None:
    assert sample.reader.one(Commune, 1).insee == ""
    assert plan_reply(sample.reader, answer(sample.reader, ()), TODAY).lines == ()

"""All that touches a person, each thing with its very place."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from msp_desktop.db.reader import RecordGoneError
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.conditions import ConditionRating
from msp_desktop.domain.directory import Touch, Touching
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import AgeBand, Departure, Tri
from msp_desktop.domain.mail import Message, ProducedDocument, Way
from msp_desktop.domain.meetings import Attendance, Meeting, MeetingState, Reply
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.roles import Share
from msp_desktop.domain.schemes import Scheme
from msp_desktop.services import roles, small_forms
from msp_desktop.services.communication import add_communication, update_communication
from msp_desktop.services.conditions import update_line
from msp_desktop.services.inventory import add_professional
from msp_desktop.services.journal import answer, begin_exchange, finish, mark_done, note_exchange
from msp_desktop.services.mail import note_sending
from msp_desktop.services.meetings import (
    add_meeting,
    add_next_step,
    invite,
    set_reply,
    update_meeting,
    update_next_step,
)
from msp_desktop.services.people import add_person, delete_people, update_person
from msp_desktop.services.person_file import person_sheet
from msp_desktop.services.person_touches import meetings_to_come, person_view
from msp_desktop.services.produced import note_document
from msp_desktop.services.referent import update_referent_person
from msp_desktop.services.schemes import update_scheme
from msp_desktop.services.timeline import update_action
from msp_desktop.services.who import one_shown
from tests.dossiers import TODAY


@pytest.fixture
def duval(store: Store) -> Person:
    values: dict[str, Any] = {
        "profession": "pharmacien", "age_band": AgeBand.FROM_55, "departure": Departure.FROM_3_TO_5, "ready": Tri.YES,
    }  # fmt: skip
    person = Person(civility="Mme", first_name="Claire", last_name="Duval", email="c.duval@exemple.fr")
    return store.reader.one(Person, add_professional(store, person, values).person_id)


def touches(store: Store, person: Person, kind: Touching) -> list[Touch]:
    return [touch for touch in person_view(store.reader, person.id, TODAY).touches if touch.kind is kind]


def places(store: Store, person: Person, kind: Touching) -> list[tuple[str, str, Any]]:
    return [(touch.words, touch.tab, touch.target) for touch in touches(store, person, kind)]


def planned(store: Store, day: date | None, **values: Any) -> Meeting:
    meeting = add_meeting(store, "premiere-rencontre")
    update_meeting(store, meeting.id, Change(Meeting, title="Première rencontre", held_on=day, **values))
    return store.reader.one(Meeting, meeting.id)


def guest(store: Store, meeting: Meeting) -> Attendance:
    return store.reader.all(Attendance, meeting_id=meeting.id)[0]


def test_the_meetings_lead_to_them_and_say_how_one_answered(store: Store, duval: Person) -> None:
    held = planned(store, date(2026, 4, 16), state=MeetingState.HELD)
    ahead = planned(store, date(2026, 5, 12))
    off = planned(store, date(2026, 5, 20), state=MeetingState.CANCELLED)
    for meeting in (held, ahead, off):
        invite(store, meeting.id, [duval.id])
    with store.write("x") as transaction:
        transaction.update(guest(store, held).id, Change(Attendance, present=Tri.YES))
    assert places(store, duval, Touching.MEETINGS) == [
        ("mercredi\u00a020\u00a0mai, première rencontre (annulée)", "meetings", off.id),
        ("mardi\u00a012\u00a0mai, première rencontre", "meetings", ahead.id),
        ("jeudi\u00a016\u00a0avril, première rencontre (y était)", "meetings", held.id),
    ]
    set_reply(store, guest(store, ahead).id, Reply.EXCUSED)
    assert "(ne viendra pas)" in places(store, duval, Touching.MEETINGS)[1][0]


def test_who_is_ready_and_will_come_is_said_at_a_glance(store: Store, duval: Person) -> None:
    meeting = planned(store, date(2026, 5, 12))
    invite(store, meeting.id, [duval.id])
    assert person_view(store.reader, duval.id, TODAY).traits == ("prête à s’engager",)
    set_reply(store, guest(store, meeting).id, Reply.COMING)
    assert person_view(store.reader, duval.id, TODAY).traits == ("prête à s’engager", "viendra le 12\u00a0mai")
    assert person_view(store.reader, duval.id, date(2026, 5, 13)).traits == ("prête à s’engager",), "it is past"


def test_exchanges_lead_to_the_journal_and_what_is_owed_is_told_until_it_is_done(store: Store, duval: Person) -> None:
    noted = begin_exchange(
        store,
        Exchange(
            held_on=date(2026, 4, 24),
            with_whom="Claire Duval",
            subject="Sur la visite",
            next_step="Confirmer l’heure",
            next_step_on=TODAY,
        ),
    )
    (shown,) = places(store, duval, Touching.EXCHANGES)
    assert shown == ("vendredi\u00a024\u00a0avril, sur la visite (brouillon)", "actors", ("journal", noted.id))
    assert person_view(store.reader, duval.id, TODAY).follow_ups == ()
    finish(store, noted.id)
    assert [owed.what for owed in person_view(store.reader, duval.id, TODAY).follow_ups] == ["Confirmer l’heure"]
    mark_done(store, noted.id, TODAY)
    assert person_view(store.reader, duval.id, TODAY).follow_ups == ()


def test_what_they_see_to_leads_there(store: Store, duval: Person) -> None:
    action = store.reader.all(Action)[0]
    update_action(store, action.id, Change(Action, assignee="Claire Duval"))
    objective = small_forms.add_objective(store, "Un créneau commun")
    small_forms.update_entry(store, objective.id, Change(type(objective), person="Claire Duval"))
    message = add_communication(store, "Première information", True)
    update_communication(store, message.id, Change(type(message), person="Claire Duval"), TODAY)
    noted = note_exchange(
        store, Exchange(held_on=TODAY, with_whom="ARS", next_step="Rappeler", next_step_by="Claire Duval")
    )
    meeting = planned(store, date(2026, 5, 12))
    step = add_next_step(store, meeting.id, "Écrire à tous")
    update_next_step(store, step.id, Change(type(step), person="Claire Duval"))
    assert [place[1:] for place in places(store, duval, Touching.ACTIONS)] == [
        ("timeline", action.id), ("form", "objectives"),
    ]  # fmt: skip
    assert places(store, duval, Touching.ACTIONS)[0][0].startswith("Contacter la fédération")
    assert places(store, duval, Touching.MESSAGES) == [
        ("Première information", "actors", ("communication", message.id))
    ]
    assert places(store, duval, Touching.EXCHANGES) == [("à suivre\u00a0: rappeler", "actors", ("journal", noted.id))]
    assert places(store, duval, Touching.MEETINGS) == [("à faire\u00a0: écrire à tous", "meetings", meeting.id)]


def test_what_is_owed_by_them_is_told_until_another_exchange_did_it(store: Store, duval: Person) -> None:
    asked = Exchange(held_on=date(2026, 4, 24), with_whom="ARS", next_step="Rappeler", next_step_by="Claire Duval")
    noted = begin_exchange(store, asked)
    assert places(store, duval, Touching.EXCHANGES) == [], "a draft asks nothing of anybody"
    finish(store, noted.id)
    assert len(places(store, duval, Touching.EXCHANGES)) == 1
    reply = begin_exchange(store, Exchange(held_on=TODAY, with_whom="ARS", subject="Rappel"))
    answer(store, reply.id, noted.id)
    assert len(places(store, duval, Touching.EXCHANGES)) == 1, "the answer is a draft still"
    finish(store, reply.id)
    assert places(store, duval, Touching.EXCHANGES) == []


def test_what_they_do_in_the_table_of_roles_leads_to_the_cell(store: Store, duval: Person) -> None:
    role = roles.add_role(store, "Faire vivre le lieu de rencontre")
    table = roles.role_table(store.reader)
    commune, *_others, partners = (party.id for party in table.parties)
    roles.set_share(store, role.id, partners, Share.LEADS)
    roles.set_who(store, role.id, partners, "Claire Duval")
    roles.set_who(store, role.id, commune, "Claire Duval")
    assert places(store, duval, Touching.ROLES) == [
        ("faire vivre le lieu de rencontre", "actors", ("roles", (role.id, commune))),
        ("mène\u00a0: faire vivre le lieu de rencontre", "actors", ("roles", (role.id, partners))),
    ]


def test_what_they_see_to_of_the_conditions_and_the_schemes_leads_to_the_line(store: Store, duval: Person) -> None:
    update_line(
        store, "gouvernance", Change(ConditionRating, next_step="Inviter deux habitants", person="Claire Duval")
    )
    update_line(store, "evaluation", Change(ConditionRating, person="Claire Duval"))
    update_scheme(store, "cls", Change(Scheme, carried_by="Claire Duval", contact="Claire Duval"))
    assert places(store, duval, Touching.PROJECT) == [
        ("à faire\u00a0: inviter deux habitants", "project", ("conditions", "gouvernance")),
        ("à faire\u00a0: une évaluation", "project", ("conditions", "evaluation")),
        ("CLS, contrat local de santé", "project", ("schemes", "cls")),
    ]
    file = [line for answer in person_sheet(store.reader, duval.id, TODAY).answers for line in answer.bullets]
    assert "Condition de réussite\u00a0: Une évaluation" in file
    assert any(line.startswith("Dispositif\u00a0: CLS, contrat local de santé") for line in file)
    delete_people(store, [duval.id])
    assert (one_shown(store.reader, Scheme, 1).carried_by, one_shown(store.reader, Scheme, 1).contact) == ("", "")


def test_the_inventory_says_age_and_departure_and_leads_to_the_line(store: Store, duval: Person) -> None:
    ((words, tab, target),) = places(store, duval, Touching.INVENTORY)
    assert (words, tab) == ("55–59 ans, départ dans 3 à 5 ans", "inventory")
    assert isinstance(target, int)


def test_the_referent_is_told(store: Store) -> None:
    update_referent_person(store, False, Change(Person, civility="Mme", last_name="Roche"))
    (roche,) = store.reader.all(Person)
    assert places(store, roche, Touching.ROLES) == [("référente santé", "referent", None)]


def test_what_was_made_for_them_and_sent_to_them_is_told_and_not_what_went_to_another(
    store: Store, duval: Person
) -> None:
    def document(**values: Any) -> int:
        made = ProducedDocument(
            key="invitations", title="Lettre d’invitation", made_at=datetime(2026, 4, 24, 10), **values
        )
        return note_document(store, made).id

    def sent(to: tuple[str, ...], title: str, document_id: int | None, bcc: tuple[str, ...] = ()) -> None:
        message = Message(to=to, subject="Objet", body="", bcc=bcc)
        note_sending(store, message, title, Way.DRAFT, datetime(2026, 4, 24, 11), document_id=document_id, named=False)

    own, other = document(path="/a.pdf", person_id=duval.id), document(path="/b.pdf", person_id=duval.id + 1)
    sent(("autre@exemple.fr",), "Lettre d’invitation", other)
    sent(("xc.duval@exemple.fr",), "Presque la même adresse", None)
    assert places(store, duval, Touching.SENDINGS) == [
        ("lettre d’invitation, fichier du 24\u00a0avril", "produced", own)
    ]
    sent(("mairie@exemple.fr",), "Ordre du jour", other, bcc=("x@exemple.fr", "C.Duval@exemple.fr"))
    sent(("perso@exemple.fr",), "Lettre d’invitation", own)
    assert places(store, duval, Touching.SENDINGS) == [
        ("lettre d’invitation, message préparé le 24\u00a0avril", "produced", own),
        ("ordre du jour, message préparé le 24\u00a0avril", "produced", other),
    ]


def test_a_body_has_its_people_and_they_their_body(store: Store) -> None:
    body = add_person(store, Person(category=Category.FEDERATION, organisation="FEMAGE"))
    roux = add_person(
        store, Person(category=Category.FEDERATION, last_name="Roux", function="directrice", organisation="FEMAGE")
    )
    assert places(store, body, Touching.PEOPLE) == [("Roux, directrice", "actors", ("directory", roux.id))]
    view = person_view(store.reader, roux.id, TODAY)
    assert view.body == body
    assert view.detail == "FEMAGE, directrice"
    update_person(store, body.id, Change(Person, phone="0102030405"))
    assert person_view(store.reader, roux.id, TODAY).reached.phone == "0102030405", "by the body where she has none"


def test_one_may_be_invited_to_what_is_planned_and_not_past(store: Store) -> None:
    planned(store, date(2026, 4, 16))
    planned(store, date(2026, 5, 20), state=MeetingState.CANCELLED)
    undated, ahead, today = planned(store, None), planned(store, date(2026, 5, 12)), planned(store, TODAY)
    assert [meeting.id for meeting in meetings_to_come(store.reader, TODAY)] == [today.id, ahead.id, undated.id]


def test_somebody_of_whom_nothing_is_known_has_a_card(store: Store) -> None:
    person = add_person(store, Person(last_name="X"))
    view = person_view(store.reader, person.id, TODAY)
    assert (view.name, view.detail, view.traits, view.touches) == ("X", "", (), ())
    update_person(store, person.id, Change(Person, last_name=""))
    assert person_view(store.reader, person.id, TODAY).name == "Sans nom"
    with pytest.raises(RecordGoneError):
        person_view(store.reader, 999, TODAY)


def test_everybody_of_the_sample_has_a_card(sample: Store) -> None:
    views = [person_view(sample.reader, person.id, TODAY) for person in sample.reader.all(Person)]
    assert {touch.kind for view in views for touch in view.touches} >= {
        Touching.MEETINGS, Touching.EXCHANGES, Touching.ACTIONS, Touching.INVENTORY,
    }  # fmt: skip
    for view in views:
        assert len({touch.key for touch in view.touches}) == len(view.touches)
        assert all(touch.words for touch in view.touches)

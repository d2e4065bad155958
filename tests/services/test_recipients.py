"""Whom messages are for: addresses as headers take them, and who is missed."""

from __future__ import annotations

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import Attendance, Meeting, MeetingState, Reply
from msp_desktop.domain.people import Person
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.meetings import set_present, set_reply
from msp_desktop.services.people import update_person
from msp_desktop.services.recipients import missed_sentences, recipients, written_to
from tests.federations import correct_own

OWN, FEDERATION = "mairie@saint-exemple.invalid", "contact@federation-exemple.invalid"


def planned(store: Store) -> int:
    return next(row.id for row in store.reader.all(Meeting) if row.state is MeetingState.PLANNED)


def test_only_addresses_are_written_to_and_two_in_one_field_both_are(sample: Store) -> None:
    meeting_id = planned(sample)
    first, second, third = [guest.person for guest in written_to(sample.reader, "agenda", meeting_id)][:3]
    update_person(sample, first.id, Change(Person, email="Dr Béa <bea@exemple.fr>, b@exemple.fr."))
    update_person(sample, second.id, Change(Person, email="f@hôpital-exemple.fr"))
    update_person(sample, third.id, Change(Person, email="n.colin@ville-gueret"))
    update_commune(sample, Change(Commune, email="Mairie <mairie@saint-exemple.invalid>."))
    found = recipients(sample.reader, "agenda", meeting_id)
    assert found.to == (OWN,)
    assert found.bcc[:3] == ("bea@exemple.fr", "b@exemple.fr", "f@xn--hpital-exemple-0ob.fr")
    assert not any("ville-gueret" in address for address in found.bcc)
    assert third.id in [guest.person.id for guest in found.missed]
    assert recipients(sample.reader, "invitations", meeting_id, third.id).to == ()
    update_commune(sample, Change(Commune, email="mairie@gueret"))
    correct_own(sample, email="contact")
    assert recipients(sample.reader, "timeline").to == ()
    assert recipients(sample.reader, "agenda", meeting_id).to == ()


def test_who_is_missed_is_named_and_what_is_wrong_with_the_others(sample: Store) -> None:
    guests = written_to(sample.reader, "agenda", planned(sample))
    bare = [guest for guest in guests if not guest.person.email]
    assert len(bare) == 3
    (sentence,) = missed_sentences(guests)
    assert sentence == (
        "3 invités n’ont pas d’adresse électronique\u00a0: " + ", ".join(guest.name for guest in bare) + "."
    )
    assert missed_sentences(bare[:1]) == (f"1 invité n’a pas d’adresse électronique\u00a0: {bare[0].name}.",)
    update_person(sample, bare[0].person.id, Change(Person, email="durand"))
    (_two, wrong) = missed_sentences(written_to(sample.reader, "agenda", planned(sample)))
    assert wrong.startswith(f"{bare[0].name}\u00a0: «\u00a0durand\u00a0» n’est pas une adresse électronique")


def test_minutes_go_to_who_was_there_or_excused_and_to_the_federation(sample: Store) -> None:
    meeting_id = planned(sample)
    guests = [guest for guest in written_to(sample.reader, "minutes", meeting_id) if guest.person.email]
    everybody = recipients(sample.reader, "minutes", meeting_id)
    assert everybody.to == (OWN,)
    assert set(everybody.bcc) == {guest.person.email for guest in guests} | {FEDERATION}
    there, excused, absent = guests[:3]
    for row in sample.reader.all(Attendance, meeting_id=meeting_id):
        set_reply(sample, row.id, Reply.NONE)
    set_present(sample, there.id, Tri.YES)
    set_reply(sample, excused.id, Reply.EXCUSED)
    found = recipients(sample.reader, "minutes", meeting_id)
    assert set(found.bcc) == {there.person.email, excused.person.email, FEDERATION}
    assert absent.person.email not in found.bcc


def test_a_reminder_goes_to_those_who_have_not_answered(sample: Store) -> None:
    guests = written_to(sample.reader, "reminder", planned(sample))
    assert guests
    assert all(guest.attendance.reply is Reply.NONE for guest in guests)

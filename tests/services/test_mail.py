"""What is proposed to send: whom to, in which words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from msp_desktop.db.store import Store
from msp_desktop.domain.commune import Wording
from msp_desktop.domain.mail import Message, MessageModel, Sending, Way
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Referent
from msp_desktop.errors import UserError
from msp_desktop.papers.catalogue import papers
from msp_desktop.services import mail
from msp_desktop.services.letterhead import current_referent
from msp_desktop.services.meetings import add_meeting, meeting_view
from tests.conftest import NOW, TODAY

OWN, FEDERATION = "mairie@saint-exemple.invalid", "contact@federation-exemple.invalid"


def planned(store: Store) -> int:
    return next(row.id for row in store.reader.all(Meeting) if row.state is MeetingState.PLANNED)


def current(store: Store) -> Referent:
    found = current_referent(store.reader)
    assert found is not None
    return found


def proposal(store: Store, key: str, meeting_id: int | None = None, person_id: int | None = None) -> Message:
    title = next(paper.title for paper in papers() if paper.key == key)
    return mail.proposed(store.reader, key, title, TODAY, meeting_id=meeting_id, person_id=person_id)


@pytest.mark.parametrize("key", ["timeline", "inventory", "federation-letter", "referent-letter"])
def test_reports_and_the_inventory_go_to_the_federation(sample: Store, key: str) -> None:
    message = proposal(sample, key)
    assert (message.to, message.bcc) == ((FEDERATION,), ())


def test_what_is_for_the_town_hall_only_goes_nowhere_else(sample: Store) -> None:
    assert proposal(sample, "inventory-names").to == ()
    assert proposal(sample, "mayor-brief", planned(sample)).to == (OWN,)


def test_an_agenda_goes_to_the_town_hall_and_to_the_guests_unseen(sample: Store) -> None:
    meeting_id = planned(sample)
    message = proposal(sample, "agenda", meeting_id)
    own = {"maire@saint-exemple.invalid", sample.reader.one(Person, current(sample).person_id or 0).email}
    guests = [guest.person.email for guest in meeting_view(sample.reader, meeting_id).guests if guest.person.email]
    assert message.to == (OWN,)
    assert own < set(guests)
    assert message.bcc == tuple(address for address in guests if address not in own), "nobody writes to himself"
    assert len(message.bcc) == 5


def test_an_invitation_goes_to_its_guest_and_calls_them_as_one_does(sample: Store) -> None:
    meeting_id = planned(sample)
    for guest in meeting_view(sample.reader, meeting_id).guests:
        message = proposal(sample, "invitations", meeting_id, guest.person.id)
        assert message.to == ((guest.person.email,) if guest.person.email else ())
        assert message.bcc == ()
    first = meeting_view(sample.reader, meeting_id).guests[0].person
    assert first.last_name == "Fontanel"
    assert proposal(sample, "invitations", meeting_id, first.id).body.startswith("Docteur,")


@pytest.mark.parametrize("key", [paper.key for paper in papers()])
def test_no_word_in_braces_is_left_even_in_an_empty_dossier(sample: Store, store: Store, key: str) -> None:
    bare = add_meeting(store, "premiere-rencontre").id
    for message in (proposal(sample, key, planned(sample)), proposal(store, key, bare), proposal(store, key)):
        if not mail.model_words(key).count("reunion") or message.body.count("{") == 0:
            assert "{" not in message.subject + message.body
        assert message.subject.strip()
        assert "None" not in message.subject + message.body
        assert "\n\n\n" not in message.body
        assert message.body == message.body.strip()
    assert "Saint-Exemple" in proposal(sample, key, planned(sample)).body


def test_a_model_is_kept_in_the_dossier_one_undo_away(sample: Store) -> None:
    own = MessageModel("Le {document} de {commune}", "Bonjour,\n\nVoici.\n\n{signature}")
    mail.keep_model(sample, "timeline", own)
    assert mail.model_for(sample.reader, "timeline") == own
    assert proposal(sample, "timeline").subject == "Le Calendrier des 100 jours de Saint-Exemple"
    mail.keep_model(sample, "timeline", replace(own, subject="Autre"))
    assert proposal(sample, "timeline").subject == "Autre"
    sample.undo()
    assert mail.model_for(sample.reader, "timeline") == own


@pytest.mark.parametrize("empty", [True, False])
def test_the_method_s_own_words_come_back_and_are_not_kept_twice(sample: Store, empty: bool) -> None:
    given = mail.method_model("timeline")
    mail.keep_model(sample, "timeline", MessageModel("Autre", "Autre"))
    assert len(sample.reader.all(Wording)) == 2
    mail.keep_model(sample, "timeline", MessageModel("", "  \n") if empty else given)
    assert mail.model_for(sample.reader, "timeline") == given
    assert sample.reader.all(Wording) == []


def test_a_word_nobody_knows_stays_as_typed(sample: Store) -> None:
    mail.keep_model(sample, "timeline", MessageModel("{commune} {inconnu} {0} {commune.x}", "{signature!r}"))
    message = proposal(sample, "timeline")
    assert message.subject == "Saint-Exemple {inconnu} {0} {commune.x}"
    assert message.body == "{signature!r}"


def test_addresses_are_read_as_people_type_them() -> None:
    text = " a@exemple.fr; b.c@sous.exemple.fr ,\n a@exemple.fr"
    assert mail.checked_addresses(text) == ("a@exemple.fr", "b.c@sous.exemple.fr")
    assert mail.checked_addresses("  ") == ()


@pytest.mark.parametrize(
    "text",
    [
        "durand",
        "a@b",
        "a@b@c.fr",
        "@exemple.fr",
        "a@",
        "é@exemple.fr",
        "<a@exemple>",
        'a"@exemple.fr',
        "a@exemple.",
        "a@.fr x",
    ],
)
def test_what_is_no_address_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(UserError, match="n’est pas une adresse électronique"):
        mail.checked_addresses(text)


def test_a_line_end_never_reaches_a_header() -> None:
    assert mail.checked_addresses("a@exemple.fr\r\nbcc@exemple.fr") == ("a@exemple.fr", "bcc@exemple.fr")
    with pytest.raises(UserError):
        mail.checked_addresses("a@exemple.fr\nBcc: x")


def test_what_was_sent_is_noted_as_a_fact(sample: Store) -> None:
    message = Message(("a@exemple.fr",), "Objet", "Texte", bcc=("b@exemple.fr",))
    mail.note_sending(sample, message, "Ordre du jour", Way.DRAFT, NOW, document_id=None, named=True)
    (noted,) = sample.reader.all(Sending)
    assert (noted.recipients, noted.way, noted.named_people) == ("a@exemple.fr, b@exemple.fr", Way.DRAFT, True)
    assert noted.sent_at == NOW
    assert sample.history.undo_label() is None

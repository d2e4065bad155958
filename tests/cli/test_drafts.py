"""Drafts made by the command line: what their headers hold, whom they reach, what they say."""

from __future__ import annotations

from argparse import Namespace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

import pytest

from msp_desktop.cli.drafts import write_drafts
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.papers.paper import Context
from msp_desktop.services.people import update_person
from msp_desktop.services.recipients import written_to
from tests.conftest import NOW, TODAY


def drafted(store: Store, key: str, folder: Path, **options: object) -> tuple[list[EmailMessage], list[str]]:
    """Draft a document and return its messages as a mail program reads them, and what is said."""
    said: list[str] = []
    given = {"document": key, "out": folder / "courriel.eml", "to": None, "meeting": "next", "replace": False}
    paths = write_drafts(store, Namespace(**(given | options)), Context(TODAY, NOW), said.append)
    found = []
    for path in paths:
        read = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
        assert isinstance(read, EmailMessage)
        assert not [part.defects for part in read.walk() if part.defects]
        found.append(read)
    return found, said


def addresses(message: EmailMessage, field: str) -> list[str]:
    assert message[field].defects == ()
    return [one.addr_spec for one in message[field].addresses]


def guests(store: Store, key: str = "agenda") -> list[Person]:
    meeting = next(row for row in store.reader.all(Meeting) if row.state is MeetingState.PLANNED)
    return [guest.person for guest in written_to(store.reader, key, meeting.id)]


@pytest.fixture
def typed(sample: Store) -> Store:
    """The sample with addresses as lists have them."""
    emails = [
        "a@exemple.fr / b@exemple.fr",
        "Dr Béa <bea@exemple.fr>",
        "f@hôpital-exemple.fr",
        "d@exemple.fr.",
        "n.colin@ville",
    ]
    for person, email in zip([one for one in guests(sample) if one.email], emails, strict=True):
        update_person(sample, person.id, Change(Person, email=email))
    return sample


def test_only_addresses_stand_in_the_headers_of_drafts(typed: Store, tmp_path: Path) -> None:
    (message,), said = drafted(typed, "agenda", tmp_path)
    assert addresses(message, "Bcc") == [
        "a@exemple.fr", "b@exemple.fr", "bea@exemple.fr", "f@xn--hpital-exemple-0ob.fr", "d@exemple.fr",
    ]  # fmt: skip
    assert "«\u00a0n.colin@ville\u00a0» n’est pas une adresse électronique" in "\n".join(said)
    messages, said = drafted(typed, "invitations", tmp_path)
    assert [addresses(one, "To") for one in messages] == [
        ["a@exemple.fr", "b@exemple.fr"], ["bea@exemple.fr"], ["f@xn--hpital-exemple-0ob.fr"], ["d@exemple.fr"],
    ]  # fmt: skip
    assert "«\u00a0n.colin@ville\u00a0» n’est pas une adresse électronique" in "\n".join(said)
    assert any(line.startswith("  3 invités n’ont pas d’adresse électronique") for line in said)
    assert any("Faure" in line and "signe les invitations" in line for line in said), (
        "nobody writes to himself, and it is said"
    )


def test_the_addressee_given_is_read_as_people_type_it(sample: Store, tmp_path: Path) -> None:
    (message,), said = drafted(sample, "timeline", tmp_path, to="Dr <x@hôpital.fr>, y@exemple.fr")
    assert addresses(message, "To") == ["x@xn--hpital-ixa.fr", "y@exemple.fr"]
    assert len(said) == 1
    with pytest.raises(UserError, match="n’est pas une adresse électronique"):
        drafted(sample, "timeline", tmp_path, to="x@hôpital")


def test_a_draft_carries_what_it_says(sample: Store, tmp_path: Path) -> None:
    messages, _said = drafted(sample, "invitations", tmp_path)
    for message in messages:
        letter, agenda, dates = message.iter_attachments()
        assert "invitations" in (letter.get_filename() or "")
        assert "ordre-du-jour" in (agenda.get_filename() or "")
        assert dates.get_content_type() == "text/calendar"
        text = message.get_body(("plain",))
        assert text is not None
        assert "votre lettre d’invitation, l’ordre du jour et un fichier" in text.get_content()
    assert len(list(tmp_path.glob("*.ics"))) == 1
    assert len(list(tmp_path.glob("*ordre-du-jour*.pdf"))) == 1


def test_a_reminder_is_drafted_as_the_window_does(sample: Store, tmp_path: Path) -> None:
    (message,), _said = drafted(sample, "reminder", tmp_path)
    assert message["Subject"].startswith("Rappel")
    silent = [person.email for person in guests(sample, "reminder") if person.email]
    assert addresses(message, "Bcc") == silent


def test_where_nobody_has_an_address_all_are_named(sample: Store, tmp_path: Path) -> None:
    everybody = guests(sample)
    for person in everybody:
        update_person(sample, person.id, Change(Person, email=""))
    with pytest.raises(UserError, match=everybody[0].last_name):
        drafted(sample, "invitations", tmp_path)
    assert not list(tmp_path.glob("*.eml"))


@pytest.mark.parametrize("key", ["agenda", "invitations", "reminder", "minutes", "attendance", "mayor-brief"])
def test_without_a_meeting_it_is_one_sentence(store: Store, tmp_path: Path, key: str) -> None:
    with pytest.raises(UserError):
        drafted(store, key, tmp_path)
    assert not list(tmp_path.glob("*.eml"))


def test_a_draft_that_carries_names_out_says_so(sample: Store, tmp_path: Path) -> None:
    _messages, said = drafted(sample, "action-plan", tmp_path, to="ars@exemple.fr")
    assert any("noms de professionnels" in line for line in said)
    _messages, said = drafted(sample, "action-plan", tmp_path, to=sample.reader.one(Commune, 1).email)
    assert not any("noms de professionnels" in line for line in said)

"""A document written is noted with what it was read from."""

from __future__ import annotations

import errno
import hashlib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from msp_desktop.db.reader import GIVEN
from msp_desktop.db.store import Store
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.mail import Message, ProducedDocument
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person
from msp_desktop.papers.bundle import choices
from msp_desktop.papers.catalogue import papers
from msp_desktop.papers.export import due, export
from msp_desktop.papers.paper import Context
from msp_desktop.papers.post import letters_of, names_leave
from msp_desktop.papers.produce import context_again, has_changed, produce, produce_all, produce_once
from msp_desktop.services.journal import note_exchange
from msp_desktop.services.meetings import delete_meeting, meeting_view, update_meeting
from msp_desktop.services.people import add_person, update_person
from tests.conftest import NOW, TODAY

OUT = Context(TODAY, NOW)


def noted(store: Store) -> list[ProducedDocument]:
    return store.reader.all(ProducedDocument)


def test_each_document_is_noted_and_holds_until_its_own_sources_change(
    sample: Store, context: Context, tmp_path: Path
) -> None:
    made = [
        produce(sample, paper.key, tmp_path / "out", context)
        for paper in papers()
        if paper.missing(sample.reader, context) is None
    ]
    assert len(made) == len(noted(sample)) >= 12
    assert not [row.key for row in noted(sample) if has_changed(sample.reader, row)]
    assert {row.path for row in noted(sample)} == {str(entry.path) for entry in made}
    update_meeting(sample, context.meeting_id or 0, Change(Meeting, place="Préau de l’école"))
    changed = {row.key for row in noted(sample) if has_changed(sample.reader, row)}
    assert {"agenda", "invitations", "mayor-brief"} <= changed
    assert not changed & {"inventory", "inventory-names", "inventory-blank", "referent"}


def test_an_undo_makes_a_document_hold_again(sample: Store, context: Context, tmp_path: Path) -> None:
    produce(sample, "agenda", tmp_path / "out", context)
    update_meeting(sample, context.meeting_id or 0, Change(Meeting, place="Préau"))
    assert has_changed(sample.reader, noted(sample)[0])
    sample.undo()
    assert not has_changed(sample.reader, noted(sample)[0])


def test_the_note_is_a_fact_that_undo_leaves_alone(sample: Store, context: Context, tmp_path: Path) -> None:
    update_meeting(sample, context.meeting_id or 0, Change(Meeting, place="Préau"))
    produce(sample, "agenda", tmp_path / "out", context)
    sample.undo()
    assert len(noted(sample)) == 1
    assert sample.reader.one(Meeting, context.meeting_id or 0).place != "Préau"


def test_the_letter_of_one_guest_holds_while_others_change(sample: Store, context: Context, tmp_path: Path) -> None:
    first, second = letters_of(sample.reader, "invitations", context)[:2]
    made = produce(sample, "invitations", tmp_path / "out", first)
    update_person(sample, second.person_id or 0, Change(Person, last_name="Autrement"))
    assert not has_changed(sample.reader, noted(sample)[0])
    update_person(sample, first.person_id or 0, Change(Person, last_name="Changé"))
    assert has_changed(sample.reader, noted(sample)[0])
    assert "Lettres" in made.title


def test_written_again_in_its_place_a_document_is_noted_once(sample: Store, context: Context, tmp_path: Path) -> None:
    first = produce(sample, "agenda", tmp_path, context)
    later = replace(context, now=NOW + timedelta(hours=2))
    second = produce(sample, "agenda", tmp_path, later, replace=True)
    assert first.path == second.path
    assert [row.made_at for row in noted(sample)] == [later.now]
    assert first.document_id == second.document_id


def test_a_document_already_written_today_is_given_as_it_is(sample: Store, context: Context, tmp_path: Path) -> None:
    first = produce_once(sample, "agenda", tmp_path, context)
    assert produce_once(sample, "agenda", tmp_path, context).path == first.path
    word = produce_once(sample, "agenda", tmp_path, context, suffix=".docx")
    assert word.path.suffix == ".docx"
    tomorrow = replace(context, today=TODAY + timedelta(1), now=NOW + timedelta(1))
    assert produce_once(sample, "agenda", tmp_path, tomorrow).path.stem.endswith("_2")
    first.path.unlink()
    assert produce_once(sample, "agenda", tmp_path, context).path == first.path
    elsewhere = produce_once(sample, "agenda", tmp_path / "ailleurs", context)
    assert elsewhere.path.parent == tmp_path / "ailleurs"


def test_a_dossier_that_can_only_be_read_notes_nothing(
    sample: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample, "read_only", True)
    made = produce(sample, "timeline", tmp_path / "out", OUT)
    assert made.path.is_file()
    assert made.document_id is None
    assert noted(sample) == []


def test_a_document_that_the_dossier_cannot_note_is_written_all_the_same(
    sample: Store, context: Context, tmp_path: Path
) -> None:
    """Said to be refused, it would be asked for again, and be there twice."""
    sample.connection.execute("PRAGMA query_only=ON")  # every write is refused, as on a full disk
    made = produce(sample, "timeline", tmp_path, context)
    assert (made.document_id, len(PdfReader(made.path).pages)) == (None, made.pages)
    sample.connection.execute("PRAGMA query_only=OFF")
    assert noted(sample) == []


def test_all_documents_are_written_and_noted(sample: Store, tmp_path: Path) -> None:
    ids = [row.id for row in sample.reader.all(Meeting)]
    made = produce_all(sample, tmp_path / "tout", OUT, ids)
    assert len({entry.path for entry in made}) == len(made) == len(noted(sample))
    assert all(PdfReader(entry.path).pages for entry in made)


def test_what_is_needed_to_make_it_again(sample: Store, context: Context, tmp_path: Path) -> None:
    one = letters_of(sample.reader, "invitations", context)[0]
    for key, own in (("timeline", OUT), ("agenda", context), ("invitations", one)):
        produce(sample, key, tmp_path, own)
    later = Context(TODAY + timedelta(9), NOW)
    again = [context_again(sample.reader, row, later) for row in noted(sample)]
    assert again[0] == later
    assert again[1] == replace(later, meeting_id=context.meeting_id)
    assert again[2] == one, "a letter that says the same keeps its date"
    update_meeting(sample, context.meeting_id or 0, Change(Meeting, place="Ailleurs"))
    changed = context_again(sample.reader, noted(sample)[2], later)
    assert changed == replace(later, meeting_id=context.meeting_id, person_id=one.person_id)
    delete_meeting(sample, context.meeting_id or 0)
    assert [context_again(sample.reader, row, later) for row in noted(sample)] == [later, None, None]


@pytest.mark.parametrize(
    ("key", "to", "leave"),
    [
        ("minutes", ("mairie",), False),
        ("minutes", ("mairie", "autre@exemple.fr"), True),
        ("minutes", ("autre@exemple.fr",), True),
        ("inventory-names", ("autre@exemple.fr",), True),
        ("inventory", ("autre@exemple.fr",), False),
        ("agenda", ("autre@exemple.fr",), False),
        ("invitations", ("autre@exemple.fr",), False),
        ("attendance", ("autre@exemple.fr",), True),
    ],
)
def test_whether_names_leave_the_town(sample: Store, key: str, to: tuple[str, ...], leave: bool) -> None:
    own = sample.reader.one(Commune, 1).email
    addresses = tuple(own.upper() if address == "mairie" else address for address in to)
    one = Context(TODAY, NOW, 2, 1)
    assert names_leave(sample.reader, key, one, Message(addresses, "", "")) is leave
    assert names_leave(sample.reader, key, one, Message((), "", "", bcc=addresses)) is leave


def test_the_letters_of_all_name_all(sample: Store, context: Context) -> None:
    elsewhere = Message(("autre@exemple.fr",), "", "")
    assert names_leave(sample.reader, "invitations", context, elsewhere)
    assert not names_leave(sample.reader, "invitations", replace(context, person_id=1), elsewhere)


def test_papers_that_name_nobody_name_nobody(sample: Store, tmp_path: Path) -> None:
    """The sentence shown before sending is only as good as the marks on the papers."""
    named = [person.last_name for person in sample.reader.all(Person) if person.last_name]
    own = {"Faure", "Roche", "Lavergne", "Perrin"}  # the mayor, the référents, the federation's own
    ids = [row.id for row in sample.reader.all(Meeting)]
    for document, context in due(sample.reader, OUT, ids):
        if not document.names_people:
            made = export(sample.reader, document.key, tmp_path, context, replace=True)
            text = "".join(page.extract_text() for page in PdfReader(made.path).pages)
            assert not [name for name in named if name in text and name not in own], made.key


def test_the_meeting_s_papers_are_proposed_in_the_right_number(sample: Store, context: Context) -> None:
    guests = len(meeting_view(sample.reader, context.meeting_id or 0).guests)
    copies = {choice.paper.key: choice.copies for choice in choices(sample.reader, "agenda", context)}
    assert copies == {"agenda": guests, "invitations": 1, "attendance": 1, "mayor-brief": 1, "minutes": 1}
    assert all(choice.missing for choice in choices(sample.reader, "agenda", OUT))


def test_a_calendar_changes_with_those_who_do_something_in_it_and_no_one_else(
    sample: Store, context: Context, tmp_path: Path
) -> None:
    made = produce(sample, "timeline", tmp_path, context)
    noted = next(row for row in sample.reader.all(ProducedDocument) if row.id == made.document_id)
    doing = {link.person_id for link in sample.reader.all(Assignment, action_id=GIVEN)}
    stranger = next(person for person in sample.reader.all(Person) if person.id not in doing)
    update_person(sample, stranger.id, Change(Person, last_name="Ailleurs"))
    add_person(sample, Person(last_name="Nouveau"))
    note_exchange(sample, Exchange(held_on=TODAY, subject="Appel", with_whom="Nouveau"))
    assert not has_changed(sample.reader, noted)
    update_person(sample, min(doing), Change(Person, last_name="Colin"))
    assert has_changed(sample.reader, noted)


def test_the_sample_says_who_does_what_by_name_on_paper(sample: Store, context: Context, tmp_path: Path) -> None:
    made = produce(sample, "timeline", tmp_path, context)
    text = " ".join("".join(page.extract_text() for page in PdfReader(made.path).pages).split())
    for name in ("Mme Nadia Roche", "M. Jean-Pierre Faure", "Mme Martine Lavergne"):
        assert name in text


def test_a_document_an_antivirus_holds_as_soon_as_it_is_written_is_noted_all_the_same(
    sample: Store, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def refuse(path: Path, *args: Any, **named: Any) -> Any:
        if path.suffix in (".pdf", ".docx"):
            raise PermissionError(errno.EACCES, "held", str(path))
        return opened(path, *args, **named)

    with monkeypatch.context() as held:
        held.setattr(Path, "open", refuse)
        made = [produce(sample, "agenda", tmp_path, context, suffix=suffix) for suffix in (".pdf", ".docx")]
    kept = {row.path: row.file_digest for row in noted(sample)}
    assert kept == {str(one.path): hashlib.sha256(one.path.read_bytes()).hexdigest() for one in made}

"""A document has changed when what it shows has changed, and only then."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.shape import fields_of, table_name
from msp_desktop.db.store import Store
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.actions import Action
from msp_desktop.domain.carried.data import NAME
from msp_desktop.domain.carried.envelope import decoded_data
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import Finding, HealthProfessional, Need
from msp_desktop.domain.mail import ProducedDocument, Sending
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting, MeetingState, NextStep, Reply
from msp_desktop.domain.people import Person
from msp_desktop.domain.records import RECORDS
from msp_desktop.domain.scope import Audience, Scope
from msp_desktop.papers.catalogue import paper, papers
from msp_desktop.papers.paper import Context
from msp_desktop.papers.produce import changed_since, has_changed, produce
from msp_desktop.papers.sources import NotingReader, digest, scope_of
from msp_desktop.services import sending
from msp_desktop.services.sample import make_sample
from tests.conftest import NOW, TODAY

MEETING = 2  # the one to come


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, dict[str, ProducedDocument], Path]]:
    """The sample, with every document made of it once."""
    folder = tmp_path_factory.mktemp("papiers")
    store = make_sample(folder, TODAY)
    context = Context(TODAY, NOW, MEETING)
    made = {
        document.key: produce(store, document.key, folder / "out", context)
        for document in papers()
        if document.missing(store.reader, context) is None
    }
    notes = {row.key: row for row in store.reader.all(ProducedDocument)}
    assert set(notes) == set(made)
    yield store, notes, folder
    close_dossier(store)


def another(value: Any) -> Any:
    """Return another value of the same kind."""
    if isinstance(value, StrEnum):
        return next(other for other in type(value) if other is not value)
    if isinstance(value, bool):
        return not value
    if isinstance(value, date):
        return value + timedelta(1)
    if isinstance(value, time):
        return value.replace(minute=(value.minute + 5) % 60)
    if isinstance(value, bytes):
        return value + b"x"
    return f"{value} autrement" if isinstance(value, str) else value + 1


def changed_of(store: Store, notes: dict[str, ProducedDocument]) -> set[str]:
    """Return the documents that have changed, but for the handover, which shows everything."""
    changed = changed_since(store.reader, list(notes.values()))
    return {key for key, note in notes.items() if note.id in changed and key != "handover"}


def change_all_but(store: Store, read: dict[str, set[str]]) -> int:
    """Change every field that is not among those read, where it has a value; return how many."""
    count = 0
    with store.write("tout le reste") as tx:
        for record in RECORDS:
            if record in (ProducedDocument, Sending):
                continue
            for row in tx.all(record):
                values = {
                    field.name: another(getattr(row, field.name))
                    for field in fields_of(record)
                    if field.name not in read.get(table_name(record), set()) | {"id", "uid"}
                    and not field.references
                    and not field.unique
                    and getattr(row, field.name) is not None
                }
                count += len(values)
                if values:
                    tx.update(row.id, Change(record, **values))
    return count


@pytest.mark.parametrize("key", [document.key for document in papers() if document.key not in ("minutes", "handover")])
def test_what_a_document_has_not_read_it_does_not_show(
    printed: tuple[Store, dict[str, ProducedDocument], Path], key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that was not noted is changed: the document made again is the same to the byte, but for the data it carries.

    The handover lists what has been printed since.
    """
    store, notes, folder = printed
    read: dict[str, set[str]] = {}
    for table, equals, columns in json.loads(notes[key].sources)["read"]:
        read.setdefault(table, set()).update(columns, equals)
    before = Path(notes[key].path).read_bytes()
    assert change_all_but(store, read) > 200
    try:
        again = folder / "again.pdf"
        own = Context(TODAY, NOW, MEETING, notes[key].person_id or None)
        if paper(key).carries:
            told = decoded_data(PdfReader(notes[key].path).attachments[NAME][0])
            monkeypatch.setattr(sending, "commune_data", lambda *_of: told)
        paper(key).make(store.reader, own, again)
        assert again.read_bytes() == before
        assert not has_changed(store.reader, notes[key])
    finally:
        store.undo()


def update(record: type[Any], row_id: int, **values: Any) -> Callable[[Store], None]:
    def act(store: Store) -> None:
        with store.write("changé") as tx:
            tx.update(row_id, Change(record, **values))

    return act


def insert(row: Any) -> Callable[[Store], None]:
    def act(store: Store) -> None:
        with store.write("ajouté") as tx:
            tx.insert(row)

    return act


MEETING_PAPERS = {"agenda", "invitations", "attendance", "mayor-brief"}
REFERENT_PAPERS = {"referent", "appointment", "referent-letter"}


@pytest.mark.parametrize(
    ("act", "changed"),
    [
        (update(Meeting, MEETING, place="Préau"), MEETING_PAPERS),
        (update(Meeting, MEETING, introduction="Bienvenue."), {"agenda"}),
        (update(Meeting, MEETING, mayor_notes="À part"), {"mayor-brief"}),
        (update(Meeting, 1, place="Ailleurs"), set()),
        (update(AgendaItem, 1, title="Un point"), None),
        (insert(NextStep(meeting_id=MEETING, position=9, text="Rappeler")), set()),
        (update(Action, 3, notes="appelé deux fois"), set()),
        (update(Action, 3, title="Autre titre"), {"timeline", "progress-report"}),
        # What names nobody is read against everybody there is.
        (insert(Person(last_name="Inconnu")), {"communication", "progress-report", "diagnostic"}),
        # A need may name a professional: the inventory with names is looked at too.
        (
            insert(Need(title="Un besoin", position=9)),
            {"inventory", "inventory-blank", "inventory-names", "progress-report", "deliberation", "diagnostic"},
        ),
        (update(Finding, 1, noted_on=date(2026, 4, 1)), None),
        (update(Commune, 1, phone="05 55 00 00 00"), "all"),
    ],
    ids=[
        "the place", "the introduction", "the mayor's notes", "another meeting", "a point of the other meeting",
        "a next step", "notes of an action", "the title of an action", "somebody new", "a need", "when a finding was noted",
        "the town hall's telephone",
    ],
)  # fmt: skip
def test_a_document_changes_with_what_it_shows(
    printed: tuple[Store, dict[str, ProducedDocument], Path], act: Callable[[Store], None], changed: Any
) -> None:
    store, notes, _folder = printed
    assert changed_of(store, notes) == set()
    act(store)
    try:
        found = changed_of(store, notes)
        if changed == "all":
            assert found == set(notes) - {"handover"}
        elif changed is not None:
            assert found == changed
        else:
            assert len(found) < len(notes) / 2
    finally:
        store.undo()


def test_a_reply_is_no_change_to_the_agenda_but_to_the_mayor_s_brief(
    printed: tuple[Store, dict[str, ProducedDocument], Path],
) -> None:
    store, notes, _folder = printed
    guest = next(row for row in store.reader.all(Attendance, meeting_id=MEETING) if row.reply is not Reply.COMING)
    update(Attendance, guest.id, reply=Reply.COMING)(store)
    try:
        assert changed_of(store, notes) == {"mayor-brief"}
    finally:
        store.undo()


def test_a_column_that_comes_later_changes_nothing_and_one_that_goes_cannot_be_told(
    printed: tuple[Store, dict[str, ProducedDocument], Path],
) -> None:
    store, notes, _folder = printed
    sources = notes["agenda"].sources
    # The note names the columns read: one added since, whatever its value, is not among them.
    assert '"mayor_notes"' not in sources
    gone = sources.replace('"place_details"', '"bygone"')
    assert gone != sources
    assert digest(store.reader, gone) is None
    assert digest(store.reader, sources.replace('"meeting"', '"bygone"')) is None


def test_of_the_notes_of_1_0_0_nobody_can_tell(printed: tuple[Store, dict[str, ProducedDocument], Path]) -> None:
    store, notes, _folder = printed
    old = ProducedDocument(
        id=900, key="agenda", title="", path="", made_at=NOW, digest="0" * 64,
        sources='[["commune", "id", {"id": 1}],["meeting", "id", {"id": 2}]]',
    )  # fmt: skip
    assert not has_changed(store.reader, old)
    assert changed_since(store.reader, [old, *notes.values()]) == frozenset()


def test_a_select_is_noted_with_its_conditions(sample: Store) -> None:
    meeting, guest, person = TABLES[Meeting], TABLES[Attendance], TABLES[Person]

    def noted(*statements: Any) -> tuple[list[Any], str]:
        reader = NotingReader(sample.reader)
        rows = [row for statement in statements for row in reader.select(statement)]
        words = [part.last_name for row in rows for part in row if isinstance(part, Person)]
        return words, reader.sources()

    words, sources = noted(select(guest, person).join_from(guest, person).where(guest.c.meeting_id == MEETING))
    assert words
    before = digest(sample.reader, sources)
    update(Person, 5, last_name="Étrangère")(sample)
    stranger = not sample.reader.all(Attendance, meeting_id=MEETING, person_id=5)
    assert (digest(sample.reader, sources) == before) is stranger
    invited = sample.reader.all(Attendance, meeting_id=MEETING)[0]
    update(Person, invited.person_id, phone="06 00 00 00 00")(sample)
    assert (digest(sample.reader, sources) == before) is stranger
    update(Person, invited.person_id, last_name="Autrement")(sample)
    assert digest(sample.reader, sources) != before
    _none, planned = noted(select(meeting.c.title).where(meeting.c.state == MeetingState.PLANNED))
    before = digest(sample.reader, planned)
    update(Meeting, MEETING, place="Préau")(sample)
    assert digest(sample.reader, planned) == before
    update(Meeting, MEETING, title="Autre titre")(sample)
    assert digest(sample.reader, planned) != before


def test_professionals_are_noted_one_by_one(sample: Store) -> None:
    """An outer join is noted whole: a row that joins it later is seen."""
    person, row = TABLES[Person], TABLES[HealthProfessional]
    reader = NotingReader(sample.reader)
    reader.select(select(person, row).outerjoin(row, row.c.person_id == person.c.id))
    before = digest(sample.reader, reader.sources())
    insert(Person(last_name="Nouvelle"))(sample)
    assert digest(sample.reader, reader.sources()) != before


def test_the_period_a_document_told_is_kept_with_what_it_read(sample: Store) -> None:
    reader = NotingReader(sample.reader)
    reader.one(Commune, 1)
    chosen = Scope(date(2026, 4, 1), date(2026, 4, 28), with_names=True, audience=Audience.FEDERATION)
    assert scope_of(reader.sources(chosen)) == chosen
    assert scope_of(reader.sources()) == scope_of("") == Scope()
    assert digest(sample.reader, reader.sources(chosen)) == digest(sample.reader, reader.sources())

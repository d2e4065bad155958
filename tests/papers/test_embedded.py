"""The papers for the federation carry the data of the dossier, the same in all of them, and say which at their foot."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from msp_desktop.db.store import Store
from msp_desktop.domain.carried.data import NAME, CommuneData
from msp_desktop.domain.carried.envelope import content_id, decoded_data
from msp_desktop.domain.carried.leaves import Leaves, noted_of
from msp_desktop.domain.inventory import Finding
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.papers.catalogue import papers
from msp_desktop.papers.export import export
from msp_desktop.papers.paper import Context
from msp_desktop.papers.produce import context_again, produce, produce_once
from msp_desktop.services.inventory import write_finding
from msp_desktop.services.meetings import add_meeting, set_meeting_state
from msp_desktop.services.sending import commune_data
from tests.conftest import NOW, TODAY
from tests.pdf import assert_accessible, text

CARRIERS = ("inventory", "timeline", "progress-report", "referent", "minutes")
OUT = Context(TODAY, NOW)


def carried(path: Path, password: str = "") -> CommuneData:
    (content,) = PdfReader(path, password=password or None).attachments[NAME]
    return decoded_data(content)


def test_the_five_papers_for_the_federation_carry_the_same_data_and_no_other_paper_does(
    sample: Store, tmp_path: Path
) -> None:
    assert {paper.key for paper in papers() if paper.carries} == set(CARRIERS)
    held = next(row.id for row in sample.reader.all(Meeting) if row.state is MeetingState.HELD)
    context = replace(OUT, meeting_id=held)
    paths = [export(sample.reader, key, tmp_path, context).path for key in CARRIERS]
    found = {content_id(carried(path)) for path in paths}
    assert found == {content_id(commune_data(sample.reader, TODAY, NOW, Leaves()))}
    mark = f"empreinte {found.pop()[:8]}"
    for path in paths:
        assert mark in text(path)
        assert_accessible(path.read_bytes())
    catalogue = PdfReader(paths[0]).trailer["/Root"]
    (specification,) = catalogue["/AF"]  # type: ignore[index]
    assert specification.get_object()["/AFRelationship"] == "/Data"
    internal = export(sample.reader, "inventory-names", tmp_path, context).path
    assert "/AF" not in PdfReader(internal).trailer["/Root"]  # type: ignore[operator]
    assert "empreinte" not in text(internal)


def test_a_word_copy_carries_nothing_and_a_protected_one_what_the_plain_one_does(store: Store, tmp_path: Path) -> None:
    closed = export(store.reader, "timeline", tmp_path, OUT, password="secret-de-mairie")
    assert carried(closed.path, "secret-de-mairie") == commune_data(store.reader, TODAY, NOW, Leaves())
    word = export(store.reader, "minutes", tmp_path, replace(OUT, meeting_id=held(store)), suffix=".docx")
    assert noted_of(word.sources) is None
    assert b"empreinte" not in word.path.read_bytes()


def held(store: Store) -> int:
    meeting = add_meeting(store, "premiere-rencontre")
    set_meeting_state(store, meeting.id, MeetingState.HELD)
    return meeting.id


def test_what_the_sender_let_out_is_in_the_paper_is_noted_and_let_out_again(store: Store, tmp_path: Path) -> None:
    write_finding(store, store.reader.all(Finding)[0].id, "Deux médecins.", TODAY)
    made = produce(store, "timeline", tmp_path, replace(OUT, leaves=Leaves(findings=False)))
    assert carried(made.path).findings == ()
    again = context_again(store.reader, store.reader.all(ProducedDocument)[0], OUT)
    assert again is not None
    assert again.leaves == Leaves(findings=False)


@pytest.mark.parametrize("changed", ["nothing", "leaves", "data"])
def test_a_paper_of_today_is_sent_again_only_where_it_carries_the_same(
    store: Store, tmp_path: Path, changed: str
) -> None:
    finding = store.reader.all(Finding)[0].id
    write_finding(store, finding, "Deux médecins.", TODAY)
    first = produce_once(store, "timeline", tmp_path, OUT)
    context = replace(OUT, now=NOW + timedelta(minutes=5))
    if changed == "leaves":
        context = replace(context, leaves=Leaves(findings=False))
    if changed == "data":
        write_finding(store, finding, "Trois médecins.", TODAY)
    second = produce_once(store, "timeline", tmp_path, context)
    assert (second.path == first.path) is (changed == "nothing")

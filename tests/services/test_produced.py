"""Documents noted once written: where they are, who got them, and none twice."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from msp_desktop.db.store import Store
from msp_desktop.domain.mail import ProducedDocument, Sending, Way
from msp_desktop.services.produced import forget_document, note_document, produced


def document(path: Path, hour: int = 9, **values: Any) -> ProducedDocument:
    given = {"key": "agenda", "title": "Ordre du jour", "path": str(path), "made_at": datetime(2026, 4, 28, hour)}
    return ProducedDocument(**given | values)


def test_the_latest_document_comes_first_and_one_gone_says_so(store: Store, tmp_path: Path) -> None:
    there = tmp_path / "a.pdf"
    there.write_bytes(b"%PDF")
    note_document(store, document(there, 9))
    note_document(store, document(tmp_path / "b.pdf", 10))
    assert [(view.path.name, view.is_there) for view in produced(store.reader)] == [("b.pdf", False), ("a.pdf", True)]


def test_written_again_in_its_place_it_is_noted_once_and_keeps_its_number(store: Store, tmp_path: Path) -> None:
    first = note_document(store, document(tmp_path / "a.pdf", 9, digest="un"))
    second = note_document(store, document(tmp_path / "a.pdf", 10, digest="deux"))
    assert first.id == second.id
    (view,) = produced(store.reader)
    assert (view.document.digest, view.document.made_at.hour) == ("deux", 10)


def test_noting_is_a_fact_and_no_step_to_undo(store: Store, tmp_path: Path) -> None:
    note_document(store, document(tmp_path / "a.pdf"))
    assert store.history.undo_label() is None


def test_the_messages_that_took_it_are_listed_with_it(store: Store, tmp_path: Path) -> None:
    noted = note_document(store, document(tmp_path / "a.pdf"))
    other = note_document(store, document(tmp_path / "b.pdf"))
    with store.write("Envoi", undoable=False) as tx:
        for number, whom in enumerate(("un@a.fr", "deux@a.fr")):
            sent_at = datetime(2026, 4, 28, 12 - number)
            tx.insert(Sending(document_id=noted.id, title="x", sent_at=sent_at, recipients=whom, way=Way.DRAFT))
    by_id = {view.document.id: view for view in produced(store.reader)}
    assert [sending.recipients for sending in by_id[noted.id].sendings] == ["deux@a.fr", "un@a.fr"]
    assert by_id[other.id].sendings == ()


def test_forgotten_it_leaves_the_list_while_its_file_and_its_messages_stay(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF")
    noted = note_document(store, document(path))
    with store.write("Envoi", undoable=False) as tx:
        tx.insert(Sending(document_id=noted.id, title="x", sent_at=datetime(2026, 4, 28, 12)))
    forget_document(store, noted.id)
    assert produced(store.reader) == ()
    assert path.exists()
    assert [row.document_id for row in store.reader.all(Sending)] == [None]
    store.undo()
    assert len(produced(store.reader)[0].sendings) == 1

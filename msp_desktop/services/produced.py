"""The documents produced: note them, list them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.mail import ProducedDocument, Sending
from msp_desktop.domain.typed import cleaned_record
from msp_desktop.i18n import _


class ProducedView(Struct, frozen=True):
    """A document produced, whether its file is still there, and the messages that carried it."""

    document: ProducedDocument
    is_there: bool
    sendings: tuple[Sending, ...]

    @property
    def path(self) -> Path:
        """Return where the file was written."""
        return Path(self.document.path)


def note_document(store: Store, document: ProducedDocument) -> ProducedDocument:
    """Record a file just written; a file written again replaces its earlier record.

    A path that is not Unicode is noted without what SQLite cannot hold of it.
    """
    document = cleaned_record(document)
    with store.write(_("Document written: {name}").format(name=Path(document.path).name), undoable=False) as tx:
        former = tx.find(ProducedDocument, path=document.path)
        if former is None:
            return tx.insert(document)
        values = {name: getattr(document, name) for name in document.__struct_fields__ if name != "id"}
        return tx.update(former.id, Change(ProducedDocument, **values))


def note_moved(store: Store, moved: Sequence[tuple[Path, Path]]) -> None:
    """Note that files written before lie elsewhere now; those of other dossiers are passed over."""
    if store.read_only or not moved:
        return
    known = {row.path: row.id for row in store.reader.all(ProducedDocument)}
    found = [(known[str(before)], after) for before, after in moved if str(before) in known]
    if found:
        with store.write(_("Documents in their usual folder again"), undoable=False) as tx:
            for key, after in found:
                tx.update(key, Change(ProducedDocument, path=str(after)))


def produced(reader: Reader, is_there: Callable[[str], bool] = os.path.isfile) -> tuple[ProducedView, ...]:
    """Return the documents produced, the latest first; each file is looked for, which may wait for a server."""
    sent: dict[int | None, list[Sending]] = {}
    for sending in reader.all(Sending, order="sent_at, id"):
        sent.setdefault(sending.document_id, []).append(sending)
    return tuple(
        ProducedView(row, is_there(row.path), tuple(sent.get(row.id, ())))
        for row in reader.all(ProducedDocument, order="made_at DESC, id DESC")
    )


def forget_document(store: Store, document_id: int) -> None:
    """Remove a document from the list; its file stays."""
    with store.write(_("Document off the list")) as transaction:
        transaction.delete(ProducedDocument, document_id)

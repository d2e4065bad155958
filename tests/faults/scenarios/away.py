"""Documents and copies that waited on this computer for a Documents folder that was away, and go there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from msp_desktop.db import copies
from msp_desktop.db.copies.names import owner_of
from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.commune import Commune
from msp_desktop.errors import UserError
from msp_desktop.paths import backups_path, documents_path
from msp_desktop.services.copies import caught_up, local_folder
from msp_desktop.services.reach import bring_back, can_be_written, waiting_folder
from tests.conftest import NOW
from tests.dossiers import open_sample
from tests.faults.child import Ack, Outcome
from tests.faults.looks import dossiers_in, rows_in_copy
from tests.faults.scenarios.scenario import Scenario

NAME = "saint-exemple"
CONTENT = {"a.pdf": b"%PDF-1.7 neuf" * 900, "b.pdf": b"%PDF-1.7 autre" * 900}


class ComesBack(Scenario):
    """Two documents, and two copies that Documents lacks."""

    name = "comes-back"

    def __init__(self) -> None:
        self.owner = ""

    def make(self, place: Path) -> None:
        """Put documents that wait, one name of which is taken, and copies here of which the first is in Documents."""
        store = open_sample(place / "d")
        self.owner = owner_of(store.reader.one(Commune, 1).uid)
        content = copies.checked_content(copies.snapshot(store.connection))
        close_dossier(store)
        copies.keep(content, self.owner, backups_path(), NAME, NOW)
        for hour in range(3):
            copies.keep(content + bytes(hour), self.owner, local_folder(), NAME, NOW + timedelta(hours=hour))
        folder = documents_path() / NAME
        for where, files in ((waiting_folder(folder), CONTENT), (folder, {"a.pdf": b"%PDF-1.7 vieux"})):
            where.mkdir(parents=True)
            for name, words in files.items():
                (where / name).write_bytes(words)

    def act(self, place: Path, ack: Ack) -> None:
        """Bring all back, as after a dossier is opened."""
        folder = documents_path() / NAME
        if os.path.isdir(waiting_folder(folder)):
            if not can_be_written(folder):
                raise UserError("Documents ne peut pas être écrit.")
            bring_back(folder)
            if os.path.isdir(waiting_folder(folder)):
                raise UserError("Des documents attendent encore.")
            ack("documents")
        caught_up(NAME, self.owner)
        ack("copies")

    def learn(self, place: Path) -> None:
        """Note nothing: what must be there is known."""

    def judge(self, place: Path, outcome: Outcome) -> Iterator[str]:
        """Yield where a document or a copy is lost, half, there twice, or not where it was said to be."""
        folder = place / "documents" / NAME
        there = [path.read_bytes() for path in folder.glob("[!.]*.pdf")]
        waiting = [path.read_bytes() for path in (place / "donnees" / "Documents" / NAME).glob("[!.]*.pdf")]
        if b"%PDF-1.7 vieux" not in there:
            yield "the document of that name is lost"
        for name, content in CONTENT.items():
            if content not in there and content not in waiting:
                yield f"{name} is lost"
            if "documents" in outcome.acks and content not in there:
                yield f"« brought back », and {name} is not there"
            if there.count(content) > 1:
                yield f"{name} is there twice"
        here, away = (place / top / "Sauvegardes" for top in ("donnees", "documents"))
        for path in (*dossiers_in(here), *dossiers_in(away)):
            yield from rows_in_copy(path)[1]
        if len(dossiers_in(here)) != 3:
            yield "a copy of this computer is lost"
        if "copies" in outcome.acks and len(dossiers_in(away)) != 3:
            yield "« caught up », and a copy is not there"

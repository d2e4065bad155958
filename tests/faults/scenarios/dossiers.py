"""A new dossier; one of an older version: whole under its name, or not there, or as it was."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from msp_desktop.db.dossier import close_dossier, open_dossier
from tests.faults.child import Ack, Outcome
from tests.faults.looks import dossiers_in, opened, rows_in_copy
from tests.faults.scenarios.scenario import Scenario, command

DATA = Path(__file__).parents[2] / "data"


class NewDossier(Scenario):
    """`new`: beside the journal that a dossier of the same name, deleted since, has left."""

    name = "new"

    def __init__(self) -> None:
        self.rows = ""

    def make(self, place: Path) -> None:
        """Put nothing but a folder."""
        (place / "d").mkdir(parents=True)

    def act(self, place: Path, ack: Ack) -> None:
        """Make a dossier."""
        command("new", place / "d" / "neuf.msp100", "--commune", "23096", "--mandate-start", "2026-03-22")
        ack("made")

    def learn(self, place: Path) -> None:
        """Note the rows of a new dossier."""
        self.rows = opened(place / "d" / "neuf.msp100")[0]

    def judge(self, place: Path, outcome: Outcome) -> Iterator[str]:
        """Yield where something half made bears the name."""
        path = place / "d" / "neuf.msp100"
        if path.exists():
            rows, wrong = opened(path)
            yield from wrong
            if not wrong and rows != self.rows:
                yield "half a dossier bears the name"
            if outcome.ending == "refused":
                yield "it was refused, and is there"
        elif outcome.acks:
            yield "« done », and it is not there"

    def again(self, place: Path, ack: Ack) -> None:
        """Make it again where it is not there, else open it."""
        if (place / "d" / "neuf.msp100").exists():
            close_dossier(open_dossier(place / "d" / "neuf.msp100"))
        else:
            self.act(place, ack)


class Migration(Scenario):
    """A dossier of a released revision, opened."""

    def __init__(self, revision: int) -> None:
        self.name = f"migrate-r{revision}"
        self.file = DATA / f"dossier-r{revision}.msp100.gz"
        self.rows = self.before = ""

    def make(self, place: Path) -> None:
        """Put the dossier."""
        (place / "d").mkdir(parents=True)
        (place / "d" / "ancien.msp100").write_bytes(gzip.decompress(self.file.read_bytes()))

    def act(self, place: Path, ack: Ack) -> None:
        """Open it, which migrates it."""
        close_dossier(open_dossier(place / "d" / "ancien.msp100"))
        ack("opened")

    def learn(self, place: Path) -> None:
        """Note the rows of the copy set aside, and of the dossier."""
        (copy,) = (path for path in dossiers_in(place) if path.name != "ancien.msp100")
        self.before = rows_in_copy(copy)[0]
        self.rows = opened(place / "d" / "ancien.msp100")[0]

    def judge(self, place: Path, outcome: Outcome) -> Iterator[str]:
        """Yield where it no longer opens, has other rows, or a copy set aside is not whole."""
        copies = [path for path in dossiers_in(place) if path.name != "ancien.msp100"]
        for copy in copies:
            state, wrong = rows_in_copy(copy)
            yield from wrong
            if state != self.before:
                yield f"{copy.name} is not what was there before"
        if outcome.acks and not copies:
            yield "no copy was set aside"
        rows, wrong = opened(place / "d" / "ancien.msp100")
        yield from wrong
        if not wrong and rows != self.rows:
            yield "other rows than after an undisturbed opening"

"""Copies made and put back, preferences: what was there stays until what comes is whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.services import preferences, timeline
from tests.dossiers import open_sample
from tests.faults.child import Ack, Outcome
from tests.faults.looks import dossiers_in, opened, rows_in_copy
from tests.faults.scenarios.scenario import Scenario, command


class Backup(Scenario):
    """`backup` into a folder that holds two copies."""

    name = "backup"

    def __init__(self) -> None:
        self.old = self.new = ""

    def make(self, place: Path) -> None:
        """Put the sample, two copies of it, then an edit."""
        store = open_sample(place / "d")
        close_dossier(store)
        for _time in range(2):
            command("backup", store.path, "--into", place / "copies")
        store = open_dossier(store.path)
        timeline.update_action(store, 3, Change(Action, notes="Depuis"))
        close_dossier(store)

    def act(self, place: Path, ack: Ack) -> None:
        """Make a third copy."""
        command("backup", place / "d" / "saint-exemple.msp100", "--into", place / "copies")
        ack("copied")

    def learn(self, place: Path) -> None:
        """Note the rows of the old copies and of the new one."""
        first, *_second, third = dossiers_in(place / "copies")
        self.old, self.new = rows_in_copy(first)[0], rows_in_copy(third)[0]

    def judge(self, place: Path, outcome: Outcome) -> Iterator[str]:
        """Yield where a copy is lost, half, or not there."""
        yield from opened(place / "d" / "saint-exemple.msp100")[1]
        found = [rows_in_copy(path) for path in dossiers_in(place / "copies")]
        yield from (what for _state, wrong in found for what in wrong)
        good = [state for state, wrong in found if not wrong]
        if good.count(self.old) < 2:
            yield "an older copy is lost"
        if outcome.acks and self.new not in good:
            yield "« done », and the copy is not there"


class Restore(Scenario):
    """`restore`, over a dossier or to a new name."""

    def __init__(self, into: str) -> None:
        self.name = f"restore-{into}"
        self.over = into == "over"
        self.copied = self.replaced = self.copy = ""

    def make(self, place: Path) -> None:
        """Put a copy, and a dossier that has changed since."""
        store = open_sample(place / "d")
        close_dossier(store)
        command("backup", store.path, "--into", place / "copies")
        (copy,) = dossiers_in(place / "copies")
        self.copy = copy.name
        if self.over:
            store = open_dossier(store.path)
            for action in range(3, 12):
                timeline.update_action(store, action, Change(Action, notes=f"Depuis {action}. " * 200))
            close_dossier(store)
        else:
            store.path.unlink()

    def act(self, place: Path, ack: Ack) -> None:
        """Put the copy back."""
        command("restore", place / "copies" / self.copy, "--into", place / "d" / "saint-exemple.msp100")
        ack("restored")

    def learn(self, place: Path) -> None:
        """Note the rows of the copy, and of what it replaces."""
        self.copied = opened(place / "d" / "saint-exemple.msp100")[0]
        for kept in (path for path in dossiers_in(place) if path.parent != place / "copies" and "_" in path.name):
            self.replaced = rows_in_copy(kept)[0]

    def judge(self, place: Path, outcome: Outcome) -> Iterator[str]:
        """Yield where the dossier is neither what it was nor the copy, or what it replaces was not kept."""
        target = place / "d" / "saint-exemple.msp100"
        copies = dossiers_in(place / "copies")
        if self.copied not in {rows_in_copy(path)[0] for path in copies}:
            yield "the copy itself is lost"
        others = [rows_in_copy(path) for path in dossiers_in(place) if path != target and path not in copies]
        yield from (what for _state, wrong in others for what in wrong)
        if not target.exists():
            if self.over or outcome.acks:
                yield "no dossier bears the name"
            return
        rows, wrong = opened(target)
        yield from wrong
        if wrong:
            return
        if rows not in {self.copied, self.replaced}:
            yield "neither the old dossier nor the copy"
        if outcome.acks and rows != self.copied:
            yield "« done », and the old dossier is there"
        if outcome.ending == "refused" and rows == self.copied:
            yield "it was refused, and the copy is in place"
        if (
            self.over
            and rows == self.copied
            and outcome.acks != ("again",)
            and self.replaced not in {s for s, _w in others}
        ):
            yield "what was replaced was not kept"


class Preferences(Scenario):
    """The preferences saved anew: old or new, never lost."""

    name = "preferences"
    old = preferences.Preferences(theme="dark", text_percent=125)
    new = preferences.Preferences(theme="light", text_percent=150)

    def make(self, place: Path) -> None:
        """Put preferences."""
        (place / "donnees").mkdir(parents=True)
        preferences.save(self.old)

    def act(self, place: Path, ack: Ack) -> None:
        """Read them and save others."""
        found, damaged = preferences.load()
        assert damaged is None
        ack("read" if found == self.old else "lost")
        preferences.save(self.new)
        ack("saved")

    def judge(self, place: Path, outcome: Outcome) -> Iterator[str]:
        """Yield where the preferences are lost."""
        found, damaged = preferences.load()
        if damaged or found not in (self.old, self.new):
            yield f"the preferences are lost: {found}"

    def learn(self, place: Path) -> None:
        """Nothing is learnt."""

    def again(self, place: Path, ack: Ack) -> None:
        """Save them again."""
        preferences.save(self.new)

    def judge_again(self, place: Path) -> Iterator[str]:
        """Yield where they are not what was saved."""
        if preferences.load() != (self.new, None):
            yield "the preferences are not what was saved"

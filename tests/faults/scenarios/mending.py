"""A damaged dossier recovered, or replaced by its last good copy; words begun; copies thinned: the old stays till the new is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from msp_desktop.db import copies
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.errors import UserError
from msp_desktop.services import dossiers, kept_words, recovery, stick, timeline
from tests.dossiers import open_sample
from tests.faults.child import Ack, Outcome
from tests.faults.looks import dossiers_in, opened, rows_in_copy
from tests.faults.scenarios.scenario import Scenario

TODAY, NOW = date(2026, 4, 28), datetime(2026, 4, 28, 14, 32)
DOSSIER = Path("d") / "saint-exemple.msp100"
PAGE = 4096


class Damaged(Scenario):
    """A dossier of which a page is lost, with a good copy of it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.damaged, self.copied, self.after = b"", "", ""

    def make(self, place: Path) -> None:
        """Put a copy, then spoil a page in the middle of the dossier."""
        store = open_sample(place / "d")
        dossiers.safe_copy(store, NOW - timedelta(1))
        close_dossier(store)
        content = bytearray((place / DOSSIER).read_bytes())
        start = len(content) // PAGE // 2 * PAGE
        content[start : start + PAGE] = bytes(PAGE)
        self.damaged = bytes(content)
        (place / DOSSIER).write_bytes(self.damaged)

    def act(self, place: Path, ack: Ack) -> None:
        """Take the copy again, or recover what can be read, under the dossier's own name."""
        good = recovery.last_good_copy(place / DOSSIER)
        if good is None:
            raise UserError("Aucune copie entière.")
        if self.name == "take-again":
            recovery.take_again(place / DOSSIER, good.path, TODAY)
        else:
            recovery.recover(place / DOSSIER, place / DOSSIER, TODAY, good)
        ack("whole")

    def learn(self, place: Path) -> None:
        """Note the rows of the copy and of what comes."""
        self.copied = rows_in_copy(_copies(place)[0])[0]
        self.after, wrong = opened(place / DOSSIER)
        assert not wrong, wrong

    def judge(self, place: Path, outcome: Outcome) -> Iterator[str]:
        """Yield where the dossier is neither the damaged file nor whole, where that is not kept, or a copy is lost."""
        if self.copied not in {rows_in_copy(path)[0] for path in _copies(place)}:
            yield "the good copy is lost"
        if not (place / DOSSIER).exists():
            yield "no dossier bears the name"
            return
        if (place / DOSSIER).read_bytes() == self.damaged:
            if outcome.acks:
                yield "« done », and the damaged file is there"
            return
        rows, wrong = opened(place / DOSSIER)
        yield from wrong
        if rows != self.after:
            yield "neither the damaged file nor a whole one"
        kept = [path for path in dossiers_in(place / "d") if path.read_bytes() == self.damaged]
        if not kept:
            yield "the damaged file is not kept"

    def again(self, place: Path, ack: Ack) -> None:
        """Do it again where the damaged file is still there."""
        if (place / DOSSIER).read_bytes() == self.damaged:
            self.act(place, ack)

    def judge_again(self, place: Path) -> Iterator[str]:
        """Yield what is wrong, and damaged files kept twice."""
        yield from super().judge_again(place)
        kept = [path for path in dossiers_in(place / "d") if path.read_bytes() == self.damaged]
        if len(kept) > 1:
            yield f"the damaged file is kept {len(kept)} times"


class KeptWords(Scenario):
    """Words begun, kept anew."""

    name = "kept-words"
    old = (kept_words.Kept("new", 3, "step", "À faire", "demander la clé"),)
    new = (*old, kept_words.Kept("Action", 4, "notes", "Notes", "un mot " * 400))

    def make(self, place: Path) -> None:
        """Put words."""
        kept_words.write(self.file(place), place / DOSSIER, self.old)

    def act(self, place: Path, ack: Ack) -> None:
        """Keep others, as the window does: what this disk refuses too is told there."""
        try:
            kept_words.write(self.file(place), place / DOSSIER, self.new)
        except OSError as error:
            raise UserError("Ce disque refuse aussi ces mots.") from error
        ack("kept")

    def file(self, place: Path) -> Path:
        """Return the words' file."""
        return kept_words.file_for("un-dossier", place / DOSSIER)

    def learn(self, place: Path) -> None:
        """Nothing is learnt."""

    def judge(self, place: Path, outcome: Outcome) -> Iterator[str]:
        """Yield where words are lost."""
        found = kept_words.read(self.file(place))
        if found not in (self.old, self.new):
            yield f"words are lost: {found}"
        if outcome.acks and found != self.new:
            yield "« kept », and they are not"


class Thinning(Scenario):
    """A dossier closed, with so many days of copies that some go."""

    name = "thinning"

    def __init__(self) -> None:
        self.there = 0
        self.last = ""

    def make(self, place: Path) -> None:
        """Put forty copies of as many days, then an edit that is not copied."""
        store = open_sample(place / "d")
        for day in range(40, 0, -1):
            dossiers.safe_copy(store, NOW - timedelta(day))
        timeline.update_action(store, 3, Change(Action, notes="Depuis"))
        close_dossier(store)

    def act(self, place: Path, ack: Ack) -> None:
        """Make one copy more."""
        store = open_dossier(place / DOSSIER)
        try:
            dossiers.safe_copy(store, NOW)
            ack("copied")
        finally:
            close_dossier(store)

    def learn(self, place: Path) -> None:
        """Note how many copies stay, and the rows of the new one."""
        self.there = len(_copies(place))
        self.last = opened(place / DOSSIER)[0]

    def judge(self, place: Path, outcome: Outcome) -> Iterator[str]:
        """Yield where more went than may go, a copy is not whole, or the new one is not there."""
        yield from opened(place / DOSSIER)[1]
        found = copies.copies_in(_folders(place)[0], DOSSIER.stem) + copies.copies_in(_folders(place)[1], DOSSIER.stem)
        if len(found) < self.there - 2:
            yield f"{len(found)} copies stay of {self.there}"
        newest = sorted(found, key=lambda copy: copy.number)[-4:]
        states = [rows_in_copy(copy.path) for copy in newest]
        yield from (what for _rows, wrong in states for what in wrong)
        if outcome.acks and self.last not in {rows for rows, _wrong in states}:
            yield "« copied », and the copy is not there"


class OnStick(Scenario):
    """A copy written on a stick that holds one."""

    name = "stick"

    def __init__(self) -> None:
        self.old = self.new = ""

    def make(self, place: Path) -> None:
        """Put a copy on the stick, then an edit."""
        store = open_sample(place / "d")
        _on_stick(store, place, NOW - timedelta(1))
        timeline.update_action(store, 3, Change(Action, notes="Depuis"))
        close_dossier(store)

    def act(self, place: Path, ack: Ack) -> None:
        """Write another one."""
        store = open_dossier(place / DOSSIER)
        try:
            _on_stick(store, place, NOW)
            ack("written")
        finally:
            close_dossier(store)

    def learn(self, place: Path) -> None:
        """Note the rows of both."""
        self.old, self.new = (rows_in_copy(path)[0] for path in dossiers_in(place / "cle"))

    def judge(self, place: Path, outcome: Outcome) -> Iterator[str]:
        """Yield where a copy is lost, half, or not there."""
        yield from opened(place / DOSSIER)[1]
        found = [rows_in_copy(path) for path in dossiers_in(place / "cle")]
        yield from (what for _rows, wrong in found for what in wrong)
        states = {rows for rows, wrong in found if not wrong}
        if self.old not in states:
            yield "the copy that was there is lost"
        if outcome.acks and self.new not in states:
            yield "« written », and it is not there"


def _on_stick(store: Store, place: Path, now: datetime) -> None:
    stick.write_on(copies.snapshot(store.connection), stick.Stick("Clé", place / "cle"), DOSSIER.stem, now)


def _folders(place: Path) -> tuple[Path, Path]:
    return place / "donnees" / "Sauvegardes", place / "documents" / "Sauvegardes"


def _copies(place: Path) -> list[Path]:
    return [path for folder in _folders(place) for path in dossiers_in(folder)]

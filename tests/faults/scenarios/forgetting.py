"""Somebody deleted everywhere: the copies are rewritten without them, then the dossier; each stays whole till the new is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from msp_desktop.db.copies import copy_of
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.people import Person
from msp_desktop.services import dossiers, forgetting
from tests.dossiers import open_sample
from tests.faults.child import Ack, Outcome
from tests.faults.looks import dossiers_in, opened, rows_in_copy
from tests.faults.scenarios.mending import DOSSIER, NOW
from tests.faults.scenarios.scenario import Scenario

WHO = 8


class Forgetting(Scenario):
    """A person deleted everywhere, who is in two copies in each place."""

    name = "forgetting"

    def __init__(self) -> None:
        self.before, self.after = "", ""
        self.with_them, self.without = "", ""
        self.numbers: set[tuple[str, int]] = set()

    def make(self, place: Path) -> None:
        """Put two copies in each place."""
        store = open_sample(place / "d")
        for day in (2, 1):
            dossiers.safe_copy(store, NOW - timedelta(day))
        close_dossier(store)
        self.before = opened(place / DOSSIER)[0]
        self.with_them = rows_in_copy(_copies(place)[0])[0]
        self.numbers = _numbers(place)

    def act(self, place: Path, ack: Ack) -> None:
        """Delete them, and tell whether every copy is rewritten."""
        store = open_dossier(place / DOSSIER)
        try:
            done = forgetting.forget(store, [WHO])
            ack("some copies are left" if done.left else "forgotten")
        finally:
            close_dossier(store)

    def learn(self, place: Path) -> None:
        """Note the rows of the dossier and of a copy without them."""
        self.after = opened(place / DOSSIER)[0]
        (self.without,) = {rows_in_copy(path)[0] for path in _copies(place)}

    def judge(self, place: Path, outcome: Outcome) -> Iterator[str]:
        """Yield where a copy or the dossier is not whole, or says it forgot and did not."""
        rows, wrong = opened(place / DOSSIER)
        yield from wrong
        if not wrong and rows not in (self.before, self.after):
            yield "neither the dossier with them nor without"
        found = [rows_in_copy(path) for path in _copies(place)]
        yield from (what for _rows, what_is_wrong in found for what in what_is_wrong)
        if any(state not in (self.with_them, self.without) for state, _wrong in found):
            yield "a copy is neither with them nor without"
        if not _numbers(place) >= self.numbers:
            yield "a copy is lost"
        if outcome.acks and rows != self.after:
            yield "« done », and they are in the dossier"
        if "forgotten" in outcome.acks and any(state == self.with_them for state, _wrong in found):
            yield "« forgotten », and they are in a copy"

    def again(self, place: Path, ack: Ack) -> None:
        """Delete them where they are still there."""
        store = open_dossier(place / DOSSIER)
        there = store.reader.find(Person, id=WHO) is not None
        close_dossier(store)
        if there:
            self.act(place, ack)


def _numbers(place: Path) -> set[tuple[str, int]]:
    found = ((path.parent.name, copy_of(path)) for path in _copies(place))
    return {(folder, copy.number) for folder, copy in found if copy is not None}


def _copies(place: Path) -> list[Path]:
    return [path for path in dossiers_in(place) if path.parent.name == "Sauvegardes"]

"""Edits one after another, undo, redo, closing with a copy; a table imported: every step said to be kept is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

from msp_desktop.db.dossier import open_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.services import dossiers, people, timeline
from msp_desktop.services.import_match import pasted_table
from msp_desktop.services.inventory_import import write_import
from tests.dossiers import TODAY, open_sample
from tests.faults.child import Ack, Outcome
from tests.faults.looks import dossiers_in, opened, rows_in_copy, rows_of
from tests.faults.scenarios.scenario import Scenario
from tests.services.tables import preview_import

NOW = datetime(2026, 4, 28, 14, 32)
NAME = "saint-exemple.msp100"
Step = Callable[[Store], object]

EDITS: tuple[Step, ...] = (
    lambda s: timeline.update_action(s, 3, Change(Action, notes="Un mot sur le projet. " * 40)),
    lambda s: timeline.update_action(s, 4, Change(Action, planned_on=date(2026, 6, 1))),
    lambda s: people.add_person(s, Person(last_name="Ajoutée", email="a@exemple.fr")),
    lambda s: timeline.set_state(s, 5, ActionState.DONE, TODAY),
    lambda s: timeline.add_step(s, 3, "Téléphoner à la communauté de communes"),
    lambda s: s.undo(),
    lambda s: s.redo(),
    lambda s: people.delete_people(s, [2, 3]),
)
TABLE = [["Nom", "Prénom", "Métier", "Commune"]] + [
    [f"Nom {n}", "Claude", "Infirmière", "Saint-Exemple"] for n in range(120)
]
#: How often one tries again what a sentence refused, where the disk refused once.
PATIENCE = 3


def _imported(store: Store) -> None:
    write_import(store, preview_import(store.reader, pasted_table(TABLE, "professionals"), TODAY))


class Edits(Scenario):
    """Edits, in one program, each tried again where it is refused."""

    name = "edits"
    steps: tuple[Step, ...] = EDITS

    def __init__(self) -> None:
        #: The digests of all rows before the first step, then after each.
        self.states: list[str] = []
        self.measuring = self.lasts = False

    def make(self, place: Path) -> None:
        """Put the sample, and a copy made the day before."""
        store = open_sample(place / "d")
        dossiers.safe_copy(store, datetime(2026, 4, 27, 18))
        store.changed_since_copy = False
        dossiers.close(store, NOW)

    def act(self, place: Path, ack: Ack) -> None:
        """Do each step, then close with a safe copy."""
        store = tried(lambda: open_dossier(place / "d" / NAME))
        if self.measuring:
            self.states.append(rows_of(store.connection))
        if store.read_only:
            ack("read-only")
        for step in self.steps:
            tried(lambda step=step: step(store))  # type: ignore[misc]
            ack("step")
            if self.measuring:
                self.states.append(rows_of(store.connection))
        tried(lambda: dossiers.close(store, NOW), 1)
        ack("closed")

    def undisturbed(self, place: Path) -> None:
        """Do it once here, noting what the rows are after each step."""
        self.states, self.measuring = [], True
        super().undisturbed(place)
        self.measuring = False

    def learn(self, place: Path) -> None:
        """Nothing more is learnt once it is done."""

    def judge(self, place: Path, outcome: Outcome) -> Iterator[str]:
        """Yield where a step said to be kept is not, or one refused is; where no copy is good."""
        state, wrong = opened(place / "d" / NAME)
        yield from wrong
        kept = sum(word == "step" for word in outcome.acks)
        if not wrong:
            # Killed, or by a disk that never again answers a flush, a step may be kept and nobody told.
            unsure = outcome.ending == "killed" or self.lasts
            allowed = self.states[kept : kept + 2] if unsure else self.states[kept : kept + 1]
            if state not in allowed:
                place_of = self.states.index(state) if state in self.states else "none known"
                yield f"{kept} steps were said to be kept, and the rows are those after {place_of}"
        yield from self.copies(place, outcome)

    def copies(self, place: Path, outcome: Outcome) -> Iterator[str]:
        """Yield what is wrong with the copies on this computer and in Documents."""
        places = (place / "donnees" / "Sauvegardes", place / "documents")
        found = [rows_in_copy(path) for folder in places for path in dossiers_in(folder)]
        yield from (what for _state, wrong in found for what in wrong)
        states = {state for state, wrong in found if not wrong}
        if self.states[0] not in states:
            yield "the copy of the day before is gone"
        if "closed" in outcome.acks and self.states[-1] not in states:
            yield "closing said that a copy was made, and it is not there"

    def again(self, place: Path, ack: Ack) -> None:
        """Open, write a word, close."""
        store = open_dossier(place / "d" / NAME)
        timeline.update_action(store, 3, Change(Action, notes="Encore"))
        dossiers.close(store, NOW)
        ack("again")

    def judge_again(self, place: Path) -> Iterator[str]:
        """Yield what is wrong after a last edit."""
        yield from opened(place / "d" / NAME)[1]

    def faults(self, place: Path, trace: Path, outcome: Outcome, *, lasts: bool, kills: bool) -> Iterator[str]:
        """Yield all that is wrong, and a dossier that can only be read because the disk hesitated once."""
        self.lasts = lasts
        if "read-only" in outcome.acks and not lasts:
            yield "opened to read only, for the whole session, because the disk hesitated once"
        yield from super().faults(place, trace, outcome, lasts=lasts, kills=kills)


class Import(Edits):
    """A table of 120 professionals imported in one step."""

    name = "import"
    steps = (_imported,)


def tried(step: Callable[[], Store | object], most: int = PATIENCE) -> Store:  # type: ignore[type-var]
    """Do a step, again where it is refused, as somebody who reads « try again » does."""
    for attempt in range(most):
        try:
            return step()  # type: ignore[return-value]
        except UserError:
            if attempt == most - 1:
                raise
    raise AssertionError

"""An answer of the federation accepted: its lines and the journal are there together, or none of them is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from msp_desktop.db.store import Store
from msp_desktop.domain.carried.envelope import decoded_reply, encoded
from msp_desktop.services import dossiers
from msp_desktop.services.meetings import add_meeting
from msp_desktop.services.replies import accept_reply, plan_reply
from tests.dossiers import TODAY, open_sample
from tests.faults.child import Ack
from tests.faults.scenarios.edits import NOW, Edits, Step
from tools.answers import answer, each_kind

#: The lines that are accepted; the others are remembered as left aside.
KEYS = ("d-1", "a-1", "g-1", "s-1", "e-1")
FILE = "retour.reponse100"


class Answer(Edits):
    """Lines of each kind accepted in one step, which undo takes back whole."""

    name = "answer"
    steps: tuple[Step, ...] = ()

    def make(self, place: Path) -> None:
        """Put the sample, a copy made the day before, and an answer about it."""
        store = open_sample(place / "d")
        meeting = add_meeting(store, "federation")
        (place / FILE).write_bytes(encoded(answer(store.reader, each_kind(store.reader, meeting))))
        dossiers.safe_copy(store, NOW - timedelta(1))
        store.changed_since_copy = False
        dossiers.close(store, NOW)

    def act(self, place: Path, ack: Ack) -> None:
        """Open the answer, accept lines, take that back, accept them again, close."""
        content = (place / FILE).read_bytes()
        self.steps = (lambda store: _accepted(store, content), lambda store: store.undo(), lambda store: store.redo())
        super().act(place, ack)


def _accepted(store: Store, content: bytes) -> None:
    accept_reply(store, plan_reply(store.reader, decoded_reply(content), TODAY), KEYS, TODAY)

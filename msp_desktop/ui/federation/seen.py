"""What the window asks of a federation's base, and what it gets: always in a thread, never in the window's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.federated.communes import Chosen, CommuneLine, Version, View
from msp_desktop.domain.federated.files import Outcome, Receipt
from msp_desktop.domain.federated.totals import Counts, Totals
from msp_desktop.domain.federated.week import Week
from msp_desktop.places import Place

if TYPE_CHECKING:
    from msp_desktop.exchange.carried.farm import Progress

#: Days after which what a commune sent is no longer news.
FRESH = 15


class CommuneRow(Struct, frozen=True, gc=False):
    """A line of the table on a day, by the commune's code."""

    id: str
    line: CommuneLine
    day: int
    phase: str


class Seen(Struct, frozen=True):
    """What a base shows at once: the communes chosen, in their order, how many they are, and how many there are in all.

    `place` is the synchronised folder that its file is in.
    """

    rows: tuple[CommuneRow, ...]
    chosen: Counts
    every: Counts
    departments: tuple[str, ...] = ()
    views: tuple[View, ...] = ()
    federation: str = ""
    place: Place | None = None


class Adding(Protocol):
    """Files on their way into a base, in a process of its own: asked now and then, it never waits."""

    @property
    def addition(self) -> str:
        """Return what they are taken back by, together."""

    @property
    def progress(self) -> Progress:
        """Return how far it is."""

    @property
    def over(self) -> bool:
        """Tell whether there is nothing more to wait for."""

    @property
    def results(self) -> Outcome:
        """Return what became of the files so far."""

    @property
    def problem(self) -> str:
        """Return the sentence that says why it ended before the end, "" where it did not."""

    def cancel(self) -> None:
        """End at once: what is taken stays taken."""


class Hub(Protocol):
    """A federation's base. Each question may wait for a disk or a server: UserError says in words what it refuses."""

    @property
    def place(self) -> str:
        """Return where the base lies, in words without a password."""

    def close(self) -> None:
        """Let go of the base; what is asked afterwards opens it again."""

    def look(self, view: View, today: date) -> Seen:
        """Return what the base shows through a view."""

    def totals(self, chosen: Chosen, today: date) -> Totals:
        """Return the totals of the communes chosen, in which nobody is recognised."""

    def story(self, insee: str) -> tuple[Version, ...]:
        """Return what a commune sent, the newest first."""

    def datas(self, insees: Sequence[str]) -> tuple[CommuneData, ...]:
        """Return the newest of what these communes sent."""

    def week(self, today: date) -> Week:
        """Return what the next days bring in all communes, and what is late."""

    def receipts(self) -> tuple[Receipt, ...]:
        """Return the files given, the newest first."""

    def accept(self, receipt: Receipt) -> None:
        """Take a second dossier of a commune as the right one from now on."""

    def dismiss(self, receipt: Receipt) -> None:
        """Keep the dossier there is: the other one no longer waits."""

    def keep_view(self, view: View) -> View:
        """Keep a view under its name, and return it as it is kept."""

    def drop_view(self, name: str) -> None:
        """Forget a view."""

    def add(self, paths: Sequence[Path], now: datetime) -> Adding:
        """Begin to add files."""

    def undo(self, addition: str) -> bool:
        """Take back files added together, and tell whether there were any."""

    def export(self, view: View, path: Path, now: datetime) -> Path:
        """Write the table (.xlsx, .csv) or the summary (.pdf) of a view, and return where."""

"""A federation's base as the window asks it: the room that knows SQLAlchemy is imported in the threads alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.federated.communes import Chosen, Version, View
from msp_desktop.domain.federated.files import Receipt
from msp_desktop.domain.federated.totals import Totals
from msp_desktop.domain.federated.week import Week
from msp_desktop.ui.federation.seen import Adding, CommuneRow, Seen

if TYPE_CHECKING:
    from msp_desktop.federation.base.connect import Base


class BaseHub:
    """A base by its address: a file's path, or a URL without a password, which is kept apart and never written down."""

    def __init__(self, where: str | Path, password: str = "") -> None:
        self.where = where
        self._password = password
        self._base: Base | None = None
        #: What is asked in two threads at once opens it once.
        self._opening = Lock()

    @property
    def place(self) -> str:
        """Return where the base lies, in words without a password."""
        return self._base.shown if self._base is not None else Path(str(self.where)).name

    def open(self) -> BaseHub:
        """Open the base, or make it where there is none; UserError where it cannot be."""
        self._opened()
        return self

    def close(self) -> None:
        """Let go of the file or the server; what is asked afterwards opens it again."""
        with self._opening:
            base, self._base = self._base, None
        if base is not None:
            base.close()

    def look(self, view: View, today: date) -> Seen:
        """Return what the base shows through a view."""
        from msp_desktop.federation.lines import counts, lines, whereabouts
        from msp_desktop.federation.saved_views import saved_views

        base = self._opened()
        found = lines(base, view, today)
        every = counts(base, Chosen(), today)
        all_there = view.chosen == Chosen()
        departments, federation = whereabouts(base)
        return Seen(
            rows=tuple(CommuneRow(line.insee, line, line.day(today), line.phase(today)) for line in found),
            chosen=every if all_there else counts(base, view.chosen, today),
            every=every,
            departments=departments,
            views=saved_views(base),
            federation=federation,
            place=base.place,
        )

    def totals(self, chosen: Chosen, today: date) -> Totals:
        """Return the totals of the communes chosen."""
        from msp_desktop.federation.totals import totals

        return totals(self._opened(), chosen, today)

    def story(self, insee: str) -> tuple[Version, ...]:
        """Return what a commune sent, the newest first."""
        from msp_desktop.federation.story import story

        return tuple(sorted(story(self._opened(), insee), key=lambda version: version.made_at, reverse=True))

    def datas(self, insees: Sequence[str]) -> tuple[CommuneData, ...]:
        """Return the newest of what these communes sent."""
        from msp_desktop.federation.story import newest

        return newest(self._opened(), insees)

    def week(self, today: date) -> Week:
        """Return what the next days bring in all communes, and what is late."""
        from msp_desktop.federation.week import week

        return week(self._opened(), today)

    def receipts(self) -> tuple[Receipt, ...]:
        """Return the files given, the newest first."""
        from msp_desktop.federation.received import receipts

        return receipts(self._opened())

    def accept(self, receipt: Receipt) -> None:
        """Take a second dossier of a commune as the right one from now on."""
        from msp_desktop.federation.received import accept_file

        accept_file(self._opened(), receipt)

    def dismiss(self, receipt: Receipt) -> None:
        """Keep the dossier there is."""
        from msp_desktop.federation.received import dismiss_file

        dismiss_file(self._opened(), receipt)

    def keep_view(self, view: View) -> View:
        """Keep a view under its name, and return it as it is kept."""
        from msp_desktop.federation.saved_views import save_view

        return save_view(self._opened(), view)

    def drop_view(self, name: str) -> None:
        """Forget a view."""
        from msp_desktop.federation.saved_views import forget_view

        forget_view(self._opened(), name)

    def add(self, paths: Sequence[Path], now: datetime) -> Adding:
        """Begin to add files."""
        from msp_desktop.federation.consolidate import Consolidating

        return Consolidating(self.where, paths, now, password=self._password)

    def undo(self, addition: str) -> bool:
        """Take back files added together, and tell whether there were any."""
        from msp_desktop.federation.base.decisions import take_back

        return bool(take_back(self._opened(), addition))

    def export(self, view: View, path: Path, now: datetime) -> Path:
        """Write the table or the summary of a view, as the ending of the file says, and return where."""
        from msp_desktop.federation.export import export

        return export(self._opened(), view, path, now.date(), now)

    def _opened(self) -> Base:
        from msp_desktop.federation.base.connect import connect

        with self._opening:
            if self._base is None:
                self._base = connect(self.where, self._password)
            return self._base

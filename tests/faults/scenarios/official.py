"""An official file taken into the inventory in one step."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.db.store import Store
from msp_desktop.exchange.communes import by_insee
from msp_desktop.exchange.open_data.recognise import read_official
from msp_desktop.exchange.open_data.sought import sought_of
from msp_desktop.services.open_data.ground import ground
from msp_desktop.services.open_data.plan import plan_import
from msp_desktop.services.open_data.writing import write_review
from tests.dossiers import TODAY
from tests.faults.child import Ack
from tests.faults.scenarios.edits import NOW, Edits, Step
from tools import make_national_files as national

COMMUNE = "23096"


class Official(Edits):
    """The RPPS read for one commune, and what is ticked of it written."""

    name = "official"
    steps: tuple[Step, ...] = ()

    def make(self, place: Path) -> None:
        """Put the sample, and a small file beside it."""
        super().make(place)
        (place / "cle").mkdir()
        entry = by_insee(COMMUNE)
        assert entry is not None
        national.write_rpps(place / "cle" / national.RPPS_NAME, national.odd_rows(national.places_of([entry])))

    def act(self, place: Path, ack: Ack) -> None:
        """Read the file, write what is ticked, close."""
        self.steps = (lambda store: _taken(store, place / "cle" / national.RPPS_NAME),)
        super().act(place, ack)


def _taken(store: Store, path: Path) -> None:
    entry = by_insee(COMMUNE)
    assert entry is not None
    found = read_official(path, sought_of([COMMUNE]))
    write_review(store, plan_import(ground(store.reader), [found], [entry], TODAY), NOW)

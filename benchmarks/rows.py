"""Ten thousand professionals in the inventory: what a key in the filter, an order and an edit hold the window up for."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.mandate import longest_gap
from benchmarks.pairs import Limit
from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import AgeBand, HealthProfessional, Mode, Proximity
from msp_desktop.domain.people import Category, Person
from msp_desktop.services import inventory
from msp_desktop.services.dossiers import new_dossier

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow

ROWS = 10_000
ROUNDS = 5
#: The longest the window may be held up, in milliseconds.
GAP = 50.0
START, TODAY = date(2026, 3, 22), date(2026, 4, 28)
_NAMES = ("Lefèvre", "Étienne", "Châtain", "Nuñez", "Ünal", "Durand")
_PROFESSIONS = ("medecin", "infirmier", "pharmacien", "kine", "sage-femme")


def measure() -> Iterator[Limit]:
    """Time the longest turn of the event loop after each act (bar 2)."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SANTE100JOURS_DATA"] = os.environ["SANTE100JOURS_DOCUMENTS"] = folder
        path = Path(folder) / "lignes.msp100"
        _make(path)
        yield from _gaps(path)


def _make(path: Path) -> None:
    store = new_dossier(path, Commune(name="Mesure", region_code="75", mandate_start=START, day_zero=START))
    with store.write("Annuaire") as tx:
        for number in range(ROWS):
            person = tx.insert(
                Person(
                    category=Category.PROFESSIONAL,
                    civility="Mme",
                    first_name=_NAMES[number // 7 % 6],
                    last_name=f"{_NAMES[number % 6]} {number}",
                )
            )
            tx.insert(
                HealthProfessional(
                    person_id=person.id,
                    profession=_PROFESSIONS[number % 5],
                    place=list(Proximity)[number % 2],
                    town=f"Saint-{_NAMES[number // 11 % 6]}",
                    mode=list(Mode)[number % 3],
                    age_band=list(AgeBand)[number % 4],
                )
            )
    store.history.clear()
    close_dossier(store)


def _gaps(path: Path) -> Iterator[Limit]:
    from msp_desktop.ui.start import make_application, make_window

    app = make_application([])
    window = make_window(path, datetime(2026, 4, 28, 14, 32))
    window.show()
    window.load_the_rest()
    window.go_to("inventory", "professionals")
    longest_gap(lambda: None, 3_000)
    for words, act in _acts(window):
        found = [longest_gap(lambda act=act, n=number: act(n), 1_000) for number in range(ROUNDS)]  # type: ignore[misc]
        yield Limit(max(found), GAP, "ms", f"{ROWS} professionals: the window held up by {words}")
    window.close()
    app.processEvents()


def _acts(window: MainWindow) -> Iterator[tuple[str, Callable[[int], object]]]:
    from PySide6.QtCore import Qt

    assert window.workspace is not None
    store, registers = window.workspace.store, window.current_page().registers
    table = registers.tables["professionals"]
    typed = ["l", "le", "lef", "lefe", ""]
    yield "a key in the filter", lambda n: registers.filter.setText(typed[n])
    orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
    yield "an order", lambda n: table.sortByColumn(n % 3, orders[n % 2])
    rows = [row.id for row in store.reader.all(HealthProfessional)[:ROUNDS]]
    yield (
        "a town typed",
        lambda n: inventory.write_professional(store, rows[n], TODAY, Change(HealthProfessional, town=f"Ville {n}")),
    )
    yield "undo", lambda _n: window.workspace and window.workspace.undo()

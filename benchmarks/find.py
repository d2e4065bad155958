"""A key typed in the search of a dossier of 100,000 texts (bar 5): the words found, the window held up, the memory."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from benchmarks.mandate import longest_gap
from benchmarks.pairs import Figure, Limit, compared
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Channel, Exchange
from msp_desktop.domain.people import Category, Person
from msp_desktop.services.dossiers import new_dossier
from msp_desktop.services.search import DossierIndex

#: Eight texts each: 100,000 in all, with what a new dossier holds.
PEOPLE, EXCHANGES = 8_000, 7_200
ROUNDS = 3
#: The longest the window may be held up by a key, and by the reading of the dossier, in milliseconds.
KEY, GAP = 16.0, 25.0
#: What is typed, key after key; then a name, a telephone number, a word that stands nowhere.
TYPED = ("lefevre", "st etienne", "l'hay", "01 99 00 12", "maison de sante fontaine", "zzz", "e a")
START = date(2026, 3, 22)
_NAMES = ("Lefèvre", "Étienne", "Châtain", "Nuñez", "Ünal", "Durand", "Fontaine", "d’Hières")
_TOWNS = ("L’Haÿ-les-Roses", "Saint-Étienne", "Le Grand-Bourg", "Porto-Vecchio", "Les Abymes", "Hyères")
_SAID = (
    "Elle aimerait travailler en équipe, deux jours par semaine, dans la maison de santé.",
    "Il faut rappeler la fédération avant la fin du mois pour fixer la date de la visite.",
    "Ce qui l’attire : un cabinet partagé ; ce qui la retient : les urgences du soir, seule.",
)


def measure() -> Iterator[Figure | Limit]:
    """Time each key on the index alone, then the longest turn of the event loop in the window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SANTE100JOURS_DATA"] = os.environ["SANTE100JOURS_DOCUMENTS"] = folder
        path = Path(folder) / "recherche.msp100"
        _make(path)
        store = open_dossier(path)
        yield from _keys(store)
        close_dossier(store)
        yield from _gaps(path)


def _make(path: Path) -> None:
    store = new_dossier(path, Commune(name="Mesure", region_code="75", mandate_start=START, day_zero=START))
    with store.write("Annuaire") as tx:
        for number in range(PEOPLE):
            name, town = _NAMES[number % 8], _TOWNS[number // 8 % 6]
            tx.insert(
                Person(
                    category=Category.PROFESSIONAL,
                    civility="Mme",
                    first_name=_NAMES[number // 7 % 8],
                    last_name=f"{name} {number}",
                    function="infirmière",
                    organisation=f"Cabinet de {town}",
                    phone=f"01 99 {number // 10_000:02} {number // 100 % 100:02} {number % 100:02}",
                    email=f"contact{number}@exemple.invalid",
                    address=f"{number % 90} rue de la Fontaine\n{town}",
                    notes=_SAID[number % 3],
                )
            )
    with store.write("Journal") as tx:
        for number in range(EXCHANGES):
            tx.insert(
                Exchange(
                    held_on=START,
                    category=Category.FEDERATION,
                    channel=list(Channel)[number % 5],
                    with_whom=f"M. {_NAMES[number % 8]}",
                    subject=f"Visite de {_TOWNS[number % 6]}, {number}",
                    said=_SAID[number % 3],
                    next_step=f"Rappeler {_NAMES[number // 3 % 8]}",
                    next_step_by="le secrétariat",
                )
            )
    store.history.clear()
    close_dossier(store)


def _keys(store: Store) -> Iterator[Figure | Limit]:
    tracemalloc.start()
    index = DossierIndex(lambda: store.reader)
    while index.step():
        pass
    held = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    texts = f"{len(index):,} texts".replace(",", " ")
    times: list[float] = []
    plain = [str(number) + "maison de sante de l hay les roses, une phrase de plus" for number in range(len(index))]

    def keys() -> float:
        first = len(times)
        for words in TYPED:
            for length in range(1, len(words) + 1):
                began = time.thread_time()
                index.find(words[:length])
                times.append((time.thread_time() - began) * 1000)
        return statistics.mean(times[first:]) / 1000

    def once() -> float:
        began = time.thread_time()
        assert [number for number, text in enumerate(plain) if "zq" in text] == []
        return time.thread_time() - began

    yield compared(keys, once, ROUNDS, 1.5, f"a key of a search over {texts} against one plain look through them")
    yield Limit(statistics.quantiles(times, n=20)[-1], KEY, "ms", f"95 keys in 100 of a search over {texts}")
    yield Limit(held, 60, "MB", f"what an index of {texts} holds")


def _gaps(path: Path) -> Iterator[Figure | Limit]:
    from PySide6.QtTest import QTest

    from msp_desktop.ui.start import make_application, make_window

    app = make_application([])
    window = make_window(path, datetime(2026, 4, 28, 14, 32))
    window.show()
    window.load_the_rest()
    longest_gap(lambda: None, 3_000)
    field = window.tab_bar.field
    window.search()
    yield Limit(
        longest_gap(lambda: QTest.keyClicks(field, "z"), 15_000),
        GAP,
        "ms",
        "the window held up while a dossier is read",
    )
    found = []
    for words in ("lefevre", "st etienne", "l'hay"):
        field.clear()
        found += [longest_gap(lambda key=key: QTest.keyClicks(field, key), 400) for key in words]  # type: ignore[misc]
    yield Limit(statistics.quantiles(found, n=20)[-1], GAP, "ms", "the window held up by a key, 95 in 100")
    window.close()
    app.processEvents()

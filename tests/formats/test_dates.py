"""Dates in words: Babel's, and the few that the first screen makes without it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.store import Store
from msp_desktop.formats import NBSP as NB
from msp_desktop.formats import dates, quick

TODAY = date(2026, 4, 28)
DAYS = [date(2026, 1, 1) + timedelta(number) for number in range(366 + 365 + 366)]

#: Prints whether Babel is loaded when the first page has painted, after a click that needs nothing else.
FIRST_PAINT = """
import sys
from datetime import datetime
from pathlib import Path
from msp_desktop.ui.start import make_application, make_window
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: (print("babel" in sys.modules), app.quit()))
        return False

app = make_application(sys.argv)
window = make_window(Path(sys.argv[1]) if sys.argv[1:] else None, datetime(2026, 4, 28, 14, 32))
watch = Watch()
(window.current_page() if sys.argv[1:] else window).installEventFilter(watch)
window.show()
app.exec()
"""


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", ["short_date", "medium_date", "day_date", "long_date", "weekday_name"])
def test_the_first_screen_writes_every_day_as_babel_does(name: str, lang: str) -> None:
    assert [getattr(quick, name)(day, lang) for day in DAYS] == [getattr(dates, name)(day, lang) for day in DAYS]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_months_and_near_days_are_the_same_too(lang: str) -> None:
    months = range(1, 13)
    assert [quick.month_name(month, lang) for month in months] == [dates.month_name(month, lang) for month in months]
    for day in DAYS:
        assert quick.near_date(day, TODAY, lang) == dates.near_date(day, TODAY, lang)


def test_a_column_with_little_room_has_short_dates() -> None:
    today = date(2026, 11, 27)
    shown = [quick.tight_date(day, today) for day in (date(2026, 4, 28), date(2026, 9, 1), date(2026, 11, 27))]
    assert shown == [f"28{NB}avril", f"1er{NB}sept.", f"27{NB}nov."]
    assert quick.tight_date(date(2027, 1, 13), today) == "13/01/27", "a year that is cut would be another day"
    assert quick.tight_date(date(2026, 12, 20), today, "en") == f"20{NB}Dec."


def test_dates_are_written_in_words() -> None:
    assert dates.long_date(date(2026, 3, 23)) == f"lundi{NB}23{NB}mars 2026"
    assert dates.medium_date(date(2026, 5, 1)) == f"1er{NB}mai 2026"
    assert dates.short_date(date(2026, 5, 1), "en") == f"1{NB}May"
    assert dates.near_date(date(2026, 5, 12), TODAY) == f"mardi{NB}12{NB}mai"
    assert dates.near_date(date(2027, 5, 12), TODAY).endswith("2027")


@pytest.mark.parametrize("on_a_dossier", [True, False])
def test_babel_waits_until_the_first_paint(store: Store, *, on_a_dossier: bool) -> None:
    path = Path(store.path)
    close_dossier(store)
    given = [str(path)] if on_a_dossier else []
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, *given], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.split() == ["False"]


def test_a_period_says_its_first_year_only_where_it_is_another() -> None:
    spaced = [dates.period_words(*days).replace("\u00a0", " ") for days in (
        (date(2026, 3, 22), date(2026, 4, 28)), (date(2026, 12, 1), date(2027, 1, 5)), (date(2026, 4, 1), date(2026, 4, 1)),
    )]  # fmt: skip
    assert spaced == [
        "du dimanche 22 mars au mardi 28 avril 2026",
        "du mardi 1er décembre 2026 au mardi 5 janvier 2027",
        "le mercredi 1er avril 2026",
    ]

"""The dossier of a whole mandate: what an edit and a change of tab hold the window up for, and what reading costs."""

from __future__ import annotations

import itertools
import os
import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from benchmarks.pairs import Figure, Limit, compared
from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Channel, Exchange
from msp_desktop.domain.inventory import AgeBand, HealthProfessional, Mode, Proximity
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting, MeetingState, Reply
from msp_desktop.domain.people import Category, Person
from msp_desktop.services import journal, summary, timeline
from msp_desktop.services.dossiers import new_dossier
from msp_desktop.services.meetings import meeting_lines

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow

EXCHANGES, ACTIONS, MEETINGS, PEOPLE, PROFESSIONALS, GUESTS = 5_000, 2_000, 500, 2_000, 300, 15
START = date(2026, 3, 22)
#: Towards the end of the mandate.
TODAY = date(2031, 9, 16)
ROUNDS = 15
#: Records and views made of the rows, against the rows alone (bar 4 is for an edit; this one is ours).
READING = 2.5
#: The longest the event loop may be held up by one act, in milliseconds (bar 2).
GAP = 50.0

#: What each reading service answers, asked of SQLite itself with nothing made of the rows.
_FOLLOW_UPS = (
    "SELECT * FROM exchange WHERE next_step_on NOT NULL AND next_step_done_on IS NULL ORDER BY next_step_on, id"
)
_TIMELINE = "SELECT * FROM action ORDER BY phase, position, id"
_MEETINGS = "SELECT m.*, (SELECT sum(minutes) FROM agenda_item WHERE meeting_id=m.id) FROM meeting m ORDER BY held_on"
_POSITION = "SELECT max(position) FROM action WHERE phase=4"


def measure() -> Iterator[Figure | Limit]:
    """Compare reading and an edit with raw SQL on the same file (bar 4), and time what holds the window up (bar 2)."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SANTE100JOURS_DATA"] = os.environ["SANTE100JOURS_DOCUMENTS"] = folder
        store = make_mandate(Path(folder) / "mandat.msp100")
        yield from _readings(store)
        yield _edit(store)
        yield from _gaps(store)


def _readings(store: Store) -> Iterator[Figure]:
    reader, raw = store.reader, store.connection
    for words, ask, sql in (
        ("follow-ups", lambda: journal.follow_ups(reader, TODAY), _FOLLOW_UPS),
        ("the timeline", lambda: timeline.timeline(reader, TODAY), _TIMELINE),
        ("the header", lambda: summary.header(reader, TODAY), _TIMELINE),
        ("the list of meetings", lambda: meeting_lines(reader), _MEETINGS),
        ("the next position", lambda: reader.next_position(Action, phase=4), _POSITION),
    ):

        def ours(ask: Callable[[], Any] = ask) -> float:
            reader.forget()  # as after a change: nothing is known any more
            return _timed(ask)

        def floor(sql: str = sql) -> float:
            return _timed(lambda: raw.execute(sql).fetchall())

        yield compared(ours, floor, ROUNDS, READING, f"a whole mandate: {words}, against the rows in raw SQL")


def _edit(store: Store) -> Figure:
    action = store.reader.all(Action)[-1].id
    other = sqlite3.connect(store.path.with_name("brut.msp100"), isolation_level=None)
    store.connection.backup(other)
    for pragma in ("journal_mode=DELETE", "synchronous=FULL", "locking_mode=EXCLUSIVE"):
        other.execute(f"PRAGMA {pragma}")
    numbers = iter(range(10**6))

    def bare() -> None:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE action SET notes=? WHERE id=?", (f"note {next(numbers)}", action))
        other.execute("COMMIT")

    figure = compared(
        lambda: _timed(lambda: timeline.update_action(store, action, Change(Action, notes=f"note {next(numbers)}"))),
        lambda: _timed(bare),
        ROUNDS * 10,
        2.5,
        "a whole mandate: one durable edit, against raw sqlite3 in the same mode",
    )
    other.close()
    return figure


def _gaps(store: Store) -> Iterator[Limit]:
    from msp_desktop.domain.tabs import TAB_KEYS
    from msp_desktop.ui.start import make_application, make_window

    path = store.path
    close_dossier(store)
    app = make_application([])
    window = make_window(path, datetime.combine(TODAY, time(14, 32)))
    window.show()
    window.load_the_rest()
    for name in (*TAB_KEYS, "timeline"):
        window.go_to(name)
        longest_gap(lambda: None, 1_500)
    for words, act in _acts(window):
        found = [longest_gap(lambda act=act, n=number: act(n)) for number in range(5)]  # type: ignore[misc]
        yield Limit(max(found), GAP, "ms", f"a whole mandate: the window held up by {words}")
    window.close()
    app.processEvents()


def _acts(window: MainWindow) -> Iterator[tuple[str, Callable[[int], object]]]:
    assert window.workspace is not None
    store, tabs = window.workspace.store, ("referent", "inventory", "meetings", "timeline", "referent")
    actions = [action.id for action in store.reader.all(Action, order="planned_on")][-100:]
    yield "another action chosen", lambda n: window.go_to("timeline", actions[10 + n])
    yield "a note typed", lambda n: timeline.update_action(store, actions[15], Change(Action, notes=f"Note {n}"))
    states = (ActionState.DONE, ActionState.TODO)
    yield "an action ticked", lambda n: timeline.set_state(store, actions[15], states[n % 2], TODAY)
    yield "an action added", lambda n: timeline.add_action(store, f"Action {n}", TODAY)
    yield "an exchange noted", lambda n: journal.note_exchange(store, Exchange(held_on=TODAY, subject=f"Appel {n}"))
    yield "undo", lambda _n: window.workspace and window.workspace.undo()
    yield "another tab", lambda n: window.go_to(tabs[n])


def longest_gap(act: Callable[[], object], wait: int = 400) -> float:
    """Return the longest time in milliseconds between two turns of the event loop while something is done."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    turns: list[float] = []
    ticker, loop = QTimer(), QEventLoop()
    ticker.setTimerType(Qt.TimerType.PreciseTimer)
    ticker.timeout.connect(lambda: turns.append(perf_counter()))
    ticker.start(1)
    QTimer.singleShot(30, act)
    QTimer.singleShot(wait, loop.quit)
    loop.exec()
    ticker.stop()
    return max(after - before for before, after in itertools.pairwise(turns)) * 1000


def _timed(act: Callable[[], object]) -> float:
    began = perf_counter()
    act()
    return perf_counter() - began


def make_mandate(path: Path) -> Store:
    """Make the dossier, the same each time, and return it open with nothing to undo."""
    store = new_dossier(path, Commune(name="Mesure", region_code="75", mandate_start=START, day_zero=START))
    chance = random.Random(9)

    def day() -> date:
        return START + timedelta(chance.randrange(6 * 365))

    with store.write("Mandat") as transaction:
        people = [transaction.insert(_person(number, chance)).id for number in range(PEOPLE)]
        for person in people[:PROFESSIONALS]:
            transaction.insert(
                HealthProfessional(
                    person_id=person,
                    profession=chance.choice(("medecin", "infirmier", "pharmacien")),
                    place=Proximity.HERE,
                    mode=Mode.SELF_EMPLOYED,
                    age_band=chance.choice(list(AgeBand)),
                )
            )
        actions = []
        for number in range(ACTIONS):
            planned, done = day(), chance.random() < 0.8
            action = Action(
                phase=4,
                position=number,
                title=f"Action {number} du mandat",
                planned_start=planned - timedelta(20),
                planned_on=planned,
                state=ActionState.DONE if done else ActionState.TODO,
                done_on=planned if done else None,
                notes="Ce qui a été convenu, en quelques mots. " * 5,
            )
            actions.append(transaction.insert(action).id)
            transaction.insert(Assignment(person_id=chance.choice(people[:60]), position=1, action_id=actions[-1]))
        for number in range(EXCHANGES):
            waits = chance.random() < 0.3
            exchange = transaction.insert(
                Exchange(
                    held_on=day(),
                    category=chance.choice(list(Category)),
                    channel=chance.choice(list(Channel)),
                    subject=f"Échange {number}",
                    said="Ce qui s’est dit, en deux ou trois phrases assez longues pour être vraies. " * 3,
                    next_step="Rappeler" if waits else "",
                    next_step_on=day() if waits else None,
                    next_step_done_on=day() if waits and chance.random() < 0.9 else None,
                    action_id=chance.choice(actions) if chance.random() < 0.5 else None,
                )
            )
            transaction.insert(Assignment(person_id=chance.choice(people), position=1, exchange_id=exchange.id))
        for number in range(MEETINGS):
            held = day()
            meeting = Meeting(
                uid=f"mesure-{number}",
                kind="equipe",
                title=f"Réunion {number}",
                held_on=held,
                starts_at=time(18, 30),
                state=MeetingState.HELD if held < TODAY else MeetingState.PLANNED,
            )
            meeting_id = transaction.insert(meeting).id
            for position in range(1, 6):
                transaction.insert(
                    AgendaItem(meeting_id=meeting_id, position=position, title=f"Point {position}", minutes=15)
                )
            for position, person in enumerate(chance.sample(people, GUESTS), 1):
                transaction.insert(
                    Attendance(meeting_id=meeting_id, person_id=person, position=position, reply=Reply.COMING)
                )
    store.history.clear()
    return store


def _person(number: int, chance: random.Random) -> Person:
    first, last = chance.choice(("Nadia", "Léa", "Jean", "Marc", "Élodie")), f"Nom{number:04}"
    return Person(
        first_name=first, last_name=last, civility=chance.choice(("Mme", "M.")), category=chance.choice(list(Category))
    )

"""The dossier of a whole mandate: what an edit and a change of tab hold the window up for, and what reading costs."""

from __future__ import annotations

import random
from datetime import date, time, timedelta
from pathlib import Path

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Channel, Exchange
from msp_desktop.domain.inventory import AgeBand, HealthProfessional, Mode, Proximity
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting, MeetingState, Reply
from msp_desktop.domain.people import Category, Person
from msp_desktop.services.dossiers import new_dossier

EXCHANGES, ACTIONS, MEETINGS, PEOPLE, PROFESSIONALS, GUESTS = 5_000, 2_000, 500, 2_000, 300, 15
START = date(2026, 3, 22)
#: Towards the end of the mandate.
TODAY = date(2031, 9, 16)


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
        for number in range(EXCHANGES):
            waits = chance.random() < 0.3
            transaction.insert(
                Exchange(
                    held_on=day(),
                    person_id=chance.choice(people),
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

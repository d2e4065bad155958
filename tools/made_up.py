"""A made-up federation for pictures and tests: towns, figures and days are invented, and the same each time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from msp_desktop.domain.carried.data import (
    ByAge,
    ByDeparture,
    ByPlace,
    CommuneData,
    Horizon,
    MeetingData,
    Milestone,
    Phase,
    ReferentData,
    Sender,
    Town,
)
from msp_desktop.domain.inventory import AgeBand, Proximity
from msp_desktop.domain.schedule import LAST_DAY

#: The towns of the mock-up first; the others are made of these.
_NAMED = (
    ("Saint-Exemple", "55", 37, 3, 2, "elected", 3, 0),
    ("Roche-Modèle", "88", 37, 2, 2, "", 4, 8),
    ("Pont-Témoin", "51", 32, 4, 2, "elected", 1, 1),
    ("Les Essarts-d’Exemple", "55", 12, 0, 1, "", 2, 5),
    ("Villers-Exemple", "10", 37, 5, 1, "pair", 0, 0),
    ("Bourg-Témoin", "55", 31, 4, 1, "staff", 5, 4),
    ("Fontaine-Modèle", "51", -6, 0, 0, "", 2, 26),
    ("Valbourg-le-Haut", "55", 31, 6, 0, "elected", 1, 1),
    ("Sainte-Fictive", "57", 38, 7, 0, "pair", 0, 0),
    ("Champ-Supposé", "88", 37, 5, 0, "elected", 2, 7),
    ("Haut-Prétexte", "10", 30, 3, 0, "elected", 1, 11),
    ("Mont-Imaginaire", "51", 30, 2, 0, "", 3, 12),
    ("Val-d’Essai", "55", 30, 4, 0, "elected", 0, 0),
    ("Saint-Modèle-le-Vieux", "08", 37, 6, 0, "elected", 1, 6),
    ("La Neuve-Fiction", "57", 30, 5, 0, "pair", 0, 13),
)
_BEGINNINGS = ("Mont", "Val", "Pont", "Roche", "Bourg", "Champ", "Fontaine")
_ENDS = ("-l’Hypothèse", "-en-Exemple", "-sur-Fiction", "-le-Supposé", "-aux-Modèles")
_POINTS = ("medecin-seul", "sans-diagnostic", "attendre-autrui", "seul", "murs-avant-equipe")
_STEPS = ("contact-federation", "designer-referent", "etat-des-lieux", "premiere-rencontre")
_DEPARTMENTS = ("08", "10", "51", "52", "54", "55", "57", "67", "68", "88")
_PROFESSIONS = ("medecin", "infirmier", "masseur-kinesitherapeute", "pharmacien")


def made_up(count: int, today: date) -> Iterator[CommuneData]:
    """Yield the newest data of so many communes that do not exist, as of a day."""
    for place in range(count):
        yield one_made_up(place, today)


def one_made_up(place: int, today: date, before: int = 0) -> CommuneData:
    """Return what a commune that does not exist sent last, or `before` weeks before that."""
    name, department, day, done, points, referent, leaving, ago = _figures(place)
    made = datetime(today.year, today.month, today.day, 9, 30, tzinfo=UTC) - timedelta(days=ago, weeks=before)
    day_zero = today - timedelta(day)
    done = max(0, done - before)
    return CommuneData(
        format="sante-100-jours/donnees",
        version=1,
        made_at=made,
        sender=Sender(dossier=f"{place:032x}", application="Santé 100 jours 1.9.0"),
        commune=Town(
            insee=f"{department}{900 + place:03d}" if place < 100 else f"{place // 900 + 1:02d}{place % 900:03d}",
            name=name,
            department=department,
            population=1250 + 37 * (place % 40) if place else 1250,
            epci=f"2000{place // 12:05d}",
            federation="44",
        ),
        day_zero=day_zero,
        contacted=place % 5 != 1,
        contacted_on=day_zero + timedelta(4) if place % 5 != 1 else None,
        phases=(
            Phase(number=1, done=min(done, 4), total=4, late=1 if points > 1 else 0),
            Phase(number=2, done=max(0, min(done - 4, 3)), total=3),
            Phase(number=3, done=max(0, done - 7), total=4),
        ),
        milestones=_story(day_zero, today, done),
        vigilances=tuple(_POINTS[(place + at) % len(_POINTS)] for at in range(points)),
        referent=ReferentData(kind=referent) if referent else None,  # type: ignore[arg-type]
        places=tuple(
            ByPlace(profession=one, place=Proximity.HERE, n=1 + (place + at) % 4) for at, one in enumerate(_PROFESSIONS)
        ),
        departures=tuple(_leaving(leaving)),
        meetings=_meetings(place, today),
        ages=tuple(ByAge(profession=one, age=AgeBand.FROM_55, n=1 + place % 3) for one in _PROFESSIONS[:2]),
    )


def _figures(place: int) -> tuple[str, str, int, int, int, str, int, int]:
    if place < len(_NAMED):
        return _NAMED[place]
    name = _BEGINNINGS[place % 7] + _ENDS[place % 5] + (f" {place}" if place >= 35 else "")
    day = (30, 37, 34, 29, -6)[place % 5] if place % 8 else -3
    referent = ("elected", "elected", "pair", "staff", "elected", "")[place % 6]
    return name, _DEPARTMENTS[place % 10], day, place % 7, 0, referent, (place * 7) % 4, (place * 3) % 13


def _meetings(place: int, today: date) -> tuple[MeetingData, ...]:
    """Return a meeting to come, whose agenda names somebody in one item, and one that was held."""
    agenda = ("Où en sommes-nous\u00a0?", "(texte gardé\u00a0: il nomme quelqu’un)", "Quel lieu pour l’équipe\u00a0?")
    return (
        MeetingData(
            uid=f"f{place}@exemple", kind="federation", state="planned", held_on=today + timedelta(20), agenda=agenda
        ),
        MeetingData(uid=f"m{place}@exemple", kind="equipe", state="held", held_on=today - timedelta(9)),
    )


def _story(day_zero: date, today: date, done: int) -> tuple[Milestone, ...]:
    days = (4, 17, 30, 51)
    steps = [
        Milestone(
            day=day_zero + timedelta(day), state=_state(day_zero + timedelta(day), today, done=at < done), code=code
        )
        for at, (day, code) in enumerate(zip(days, _STEPS, strict=True))
    ]
    end = day_zero + timedelta(LAST_DAY)
    return (*steps, Milestone(day=end, state="planned", code="fin-des-100-jours", text="Fin des 100 jours"))


def _state(day: date, today: date, *, done: bool) -> Literal["done", "planned", "late"]:
    if day > today:
        return "planned"
    return "done" if done else "late"


def _leaving(count: int) -> Iterator[ByDeparture]:
    if count > 1:
        yield ByDeparture(profession=_PROFESSIONS[0], departure=Horizon.WITHIN_2, n=count - 1)
    if count:
        yield ByDeparture(profession=_PROFESSIONS[1], departure=Horizon.FROM_3_TO_5, n=1)
    yield ByDeparture(profession=_PROFESSIONS[2], departure=Horizon.NONE_KNOWN, n=2)

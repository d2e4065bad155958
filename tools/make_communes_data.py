"""Made-up data of communes, the same at each run: for the tests and the benchmarks of a federation's base.

`python tools/make_communes_data.py FOLDER [COUNT]` writes them as `donnees.json` files of as many communes, 100 where nothing is said.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from msp_desktop.domain.carried import data as d
from msp_desktop.domain.carried.envelope import encoded
from msp_desktop.domain.inventory import AgeBand, Proximity

_PROFESSIONS = (
    "general_practitioner",
    "nurse",
    "physiotherapist",
    "dentist",
    "pharmacist",
    "midwife",
    "speech_therapist",
)
_VIGILANCES = ("no_referent", "late_actions", "no_meeting", "departures")
_FIRST = datetime(2026, 4, 1, 8, tzinfo=UTC)


def of_commune(
    insee: str, name: str = "", edition: int = 0, *, dossier: str = "", made_at: datetime | None = None
) -> d.CommuneData:
    """Return what a commune sends the `edition`-th time, from its code alone."""
    chance = random.Random(f"{insee}/{edition}")
    begun = date(2026, 3, 22) + timedelta(days=random.Random(insee).randrange(60))
    professions = chance.sample(_PROFESSIONS, chance.randint(1, 5))
    horizons = [tuple(d.Horizon)[chance.randrange(5)] for _profession in professions]
    return d.CommuneData(
        format="sante-100-jours/donnees",
        version=1,
        made_at=made_at or _FIRST + timedelta(days=7 * edition, minutes=chance.randrange(600)),
        sender=d.Sender(dossier=dossier or f"{random.Random(insee).getrandbits(128):032x}", application="1.9.0"),
        commune=d.Town(
            insee=insee,
            name=name or f"Commune {insee}",
            department=insee[:3] if insee[:2] == "97" else insee[:2],
            population=chance.randrange(60, 9000),
            epci=f"2{int(insee.replace('A', '0').replace('B', '0')) // 20:08d}",
        ),
        day_zero=begun,
        contacted=chance.random() < 0.6,
        phases=tuple(
            d.Phase(number=number, done=chance.randrange(4), total=4, late=chance.randrange(2)) for number in (1, 2, 3)
        ),
        vigilances=tuple(sorted(chance.sample(_VIGILANCES, chance.randrange(3)))),
        referent=d.ReferentData(kind=chance.choice(("elected", "staff", "pair"))) if chance.random() < 0.7 else None,
        places=tuple(
            d.ByPlace(profession=profession, place=place, n=chance.randint(1, 6))
            for profession in professions
            for place in Proximity
        ),
        departures=tuple(
            d.ByDeparture(profession=profession, departure=horizon, n=chance.randint(1, 3))
            for profession, horizon in zip(professions, horizons, strict=True)
        ),
        ages=tuple(
            d.ByAge(profession=profession, age=tuple(AgeBand)[chance.randrange(len(AgeBand))], n=chance.randint(1, 3))
            for profession in professions
        ),
        needs=tuple(d.NeedData(title=f"Besoin {number}") for number in range(chance.randrange(4))),
        findings=tuple(
            d.FindingData(question=f"Question {number}", answer="Réponse notée en réunion, à vérifier. " * 3)
            for number in range(chance.randrange(6))
        ),
        next_steps=tuple(d.Step(text=f"Étape {number}") for number in range(3)),
    )


def of_communes(count: int, edition: int = 0) -> Iterator[d.CommuneData]:
    """Yield what so many communes send, whose codes are in the form of real ones, in 94 departments."""
    departments = [number for number in range(1, 96) if number != 20]
    for number in range(count):
        department = departments[number % len(departments)]
        yield of_commune(f"{department:02d}{1 + number // len(departments):03d}", edition=edition)


def main(folder: Path, count: int = 100) -> None:
    """Write one file a commune."""
    folder.mkdir(parents=True, exist_ok=True)
    for told in of_communes(count):
        (folder / f"{told.commune.insee}.json").write_bytes(encoded(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:3]))

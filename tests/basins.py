"""Communes of a made-up « bassin de vie », as they would send their data."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from msp_desktop.domain.carried.data import (
    ByAge,
    ByDeparture,
    ByPlace,
    CommuneData,
    Horizon,
    MeetingData,
    NeedData,
    OfferData,
    Phase,
    ReferentData,
    Sender,
    Step,
    Town,
)  # fmt: skip
from msp_desktop.domain.inventory import AgeBand, Proximity

TODAY = date(2026, 4, 20)
MADE = datetime(2026, 4, 18, 9, tzinfo=UTC)
HERE, NEARBY = Proximity.HERE, Proximity.NEARBY
NAMES = (
    "Bellefond-sur-Creuse", "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "Le Mesnil", "Aubeville",
    "Saint-Germain-de-Tallevende-la-Lande-Vaumont", "Ur",
)  # fmt: skip


def commune(insee: str, name: str = "", **fields: Any) -> CommuneData:
    """Return what a commune sends: nothing but what is said."""
    town = Town(insee=insee, name=name or f"Ville {insee}", department=insee[:2], population=fields.pop("people", None))
    values: dict[str, Any] = {
        "format": "sante-100-jours/donnees",
        "version": 1,
        "made_at": MADE,
        "sender": Sender(dossier=f"{int(insee, 16):032x}"),
        "commune": town,
        "day_zero": date(2026, 3, 29),
    }
    return CommuneData(**{**values, **fields})


def basin_of(count: int) -> tuple[CommuneData, ...]:
    """Return that many communes that have a bit of everything, some with very long names."""
    return tuple(_full(number) for number in range(count))


def _full(number: int) -> CommuneData:
    trades = ["medecin", "infirmier", "masseur-kinesitherapeute", "sage-femme"][: 1 + (number + 2) % 4]
    return commune(
        f"2309{number}",
        NAMES[number],
        people=3200 - 450 * number,
        day_zero=date(2026, 3, 29 - number),
        phases=(Phase(number=1, done=2 + number, total=6, late=number % 2), Phase(number=2, done=0, total=5)),
        vigilances=("referent", "medecin-seul")[: number % 3],
        referent=ReferentData(kind="elected", since=date(2026, 4, 2)) if number % 2 else None,
        places=(
            *(ByPlace(profession=trade, place=HERE, n=1 + number % 3) for trade in trades),
            ByPlace(profession="orthophoniste", place=NEARBY, n=2),
        ),
        departures=tuple(
            ByDeparture(profession=trade, departure=when, n=1) for trade in trades for when in (Horizon.WITHIN_2, Horizon.LATER)
        ),
        ages=tuple(ByAge(profession=trade, age=AgeBand.FROM_60, n=1) for trade in trades),
        offers=(
            OfferData(kind="pharmacie", name="Pharmacie du Centre", finess=f"23000010{number}"),
            OfferData(kind="ehpad", name="EHPAD Les Tilleuls", place=NEARBY, town=NAMES[0], finess="230000999"),
            OfferData(kind="laboratoire", name="Laboratoire Bioceane" if number else "Laboratoire Biocéane", place=NEARBY, town="Guéret"),
        ),
        needs=(
            NeedData(title="Trouver un médecin traitant", profession="medecin", strength=3),
            NeedData(title="Transport des personnes âgées vers les rendez-vous", strength=1 + number % 3),
        ),
        meetings=(
            MeetingData(uid=f"r-{number}", kind="professionnels", state="planned", held_on=date(2026, 5, 4 + number % 2)),
            MeetingData(uid=f"h-{number}", kind="professionnels", state="held", held_on=date(2026, 4, 10)),
        ),
        next_steps=(
            Step(text="Envoyer la liste des professionnels à la fédération", due_on=date(2026, 4, 24)),
            Step(text=f"Relire l’état des lieux avec {number + 2} professionnels", due_on=date(2026, 4, 15 + number)),
        ),
    )  # fmt: skip

"""The inventory with names: all that is known of each, nothing that is not, and for the town hall alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from msp_desktop.documents.inventory_names import facts, write_inventory_names
from msp_desktop.domain.inventory import AgeBand, Departure, HealthProfessional, Mode, Tri
from msp_desktop.domain.inventory_views import ProfessionalView
from msp_desktop.domain.people import Person
from tests.documents.values import MADE_AT, head, read


def view(row: dict[str, Any] | None = None, **person: Any) -> ProfessionalView:
    who = Person(id=1, **{"last_name": "Fontanel", **person})
    own = HealthProfessional(id=1, person_id=1, profession="medecin", **row or {})
    return ProfessionalView(id=1, name="Dr Fontanel", label="médecin", where="commune", person=who, row=own)


def test_what_is_not_known_is_not_said() -> None:
    assert facts(view()) == []


@pytest.mark.parametrize(
    ("row", "label", "words"),
    [
        ({"mode": Mode.SELF_EMPLOYED}, "Exercice", "libéral"),
        ({"age_band": AgeBand.FROM_60}, "Tranche d’âge", "60–64 ans"),
        ({"age_band": AgeBand.FROM_60, "age_noted_on": date(2026, 4, 14)}, "Tranche d’âge", "60–64 ans, noté le 14\u00a0avril 2026"),
        ({"departure": Departure.WITHIN_2}, "Départ", "d’ici 2 ans"),
        ({"departure": Departure.ANNOUNCED}, "Départ", "annoncé"),
        ({"departure": Departure.ANNOUNCED, "departure_on": date(2027, 1, 1)}, "Départ", "annoncé pour le 1er\u00a0janvier 2027"),
        ({"works_alone": Tri.NO}, "Exerce seul", "non"),
        ({"ready": Tri.YES}, "Prêt à s’engager", "oui"),
        ({"checked_on": date(2026, 4, 14)}, "Vérifié", "le 14\u00a0avril 2026"),
    ],
)  # fmt: skip
def test_each_fact_is_in_french_words(row: dict[str, Any], label: str, words: str) -> None:
    assert facts(view(row)) == [(label, words)]


def test_a_telephone_is_in_pairs_and_spaces_around_are_dropped() -> None:
    assert facts(view(phone="0555000001", email="  ", function=" Coordinatrice ")) == [
        ("Fonction", "Coordinatrice"),
        ("Téléphone", "05\u00a055\u00a000\u00a000\u00a001"),
    ]


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 professionnel à Saint-Essai"), (2, "2 professionnels à Saint-Essai")]
)
def test_they_are_counted(tmp_path: Path, count: int, words: str) -> None:
    write_inventory_names(tmp_path / "x.pdf", head(), [view()] * count, MADE_AT)
    text = read(tmp_path / "x.pdf")
    assert words in text
    assert text.count("Rien d’autre n’est noté.") == count
    assert "ne pas diffuser" in text


def test_lines_of_an_address_and_notes_are_all_there(tmp_path: Path) -> None:
    write_inventory_names(
        tmp_path / "x.pdf",
        head(),
        [view(address="4, rue du Lavoir\n23000 Guéret", notes="<b>Part</b> en juin")],
        MADE_AT,
    )
    text = read(tmp_path / "x.pdf")
    assert "Adresse : 4, rue du Lavoir 23000 Guéret" in text
    assert "<b>Part</b> en juin" in text

from __future__ import annotations

import pytest

from msp_desktop.domain.inventory import Mode
from msp_desktop.method.rpps import is_counted_other, kit_rpps, professions_by_rpps, speciality_said


def test_the_codes_of_the_file_mean_something_here() -> None:
    assert professions_by_rpps()["10"] == "medecin"
    assert professions_by_rpps()["28"] == "opticien"
    assert kit_rpps().modes == {"L": Mode.SELF_EMPLOYED, "S": Mode.EMPLOYED}


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Cardiologie et maladies vasculaires", "cardiologie"),
        ("Gynécologie-obstétrique", "gynécologie"),
        ("Psychiatrie", "psychiatrie"),
        ("Psychiatrie option enfant & adolescent", "pédopsychiatrie"),
        ("Neuro-psychiatrie", "neuro-psychiatrie"),
        ("Radio-diagnostic", "radiologie"),
        ("O.R.L et chirurgie cervico faciale", "oto-rhino-laryngologie"),
        ("VIH", "VIH"),
    ],
)
def test_a_speciality_is_said_as_here(told: str, said: str) -> None:
    assert speciality_said(told) == said


def test_who_is_counted_among_the_others() -> None:
    assert is_counted_other("Ostéopathe")
    assert not is_counted_other("Manipulateur ERM")
    assert not is_counted_other("")

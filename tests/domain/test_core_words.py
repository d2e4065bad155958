"""What is missing of the core, said in French."""

from __future__ import annotations

from datetime import date

from msp_desktop.domain.core import Core
from msp_desktop.domain.core_words import heading, lacking, missing_words
from tests.domain.build import professional

DAY = date(2028, 6, 15)


def test_each_count_has_its_own_agreement() -> None:
    doctor, nurse = professional(1), professional(2, "infirmier")
    assert missing_words(Core(DAY)) == "deux médecins généralistes et un professionnel paramédical"
    assert missing_words(Core(DAY, doctors=(doctor,))) == "un médecin généraliste et un professionnel paramédical"
    assert lacking(Core(DAY, doctors=(doctor,), paramedicals=(nurse,))).endswith("généraliste prêt à s’engager.")
    assert lacking(Core(DAY, paramedicals=(nurse,))) == "Il manque deux médecins généralistes prêts à s’engager."


def test_a_core_that_is_there_is_said_to_be() -> None:
    there = Core(DAY, doctors=(professional(1), professional(2)), paramedicals=(professional(3, "infirmier"),))
    assert lacking(there) == "Le noyau demandé pour la reconnaissance est là."
    assert heading(there) == "il est là"

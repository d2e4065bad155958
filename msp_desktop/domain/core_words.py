"""The core that recognition asks for, said in French: what is missing, what there is, naming nobody."""

from __future__ import annotations

from msp_desktop.domain.core import Core
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import in_letters


def missing_words(core: Core) -> str:
    """Return « un médecin généraliste et un professionnel paramédical », "" where nobody is missing."""
    found = []
    if core.missing_doctors:
        count = core.missing_doctors
        found.append(f"{in_letters(count)} {agreeing(count, 'médecin généraliste', 'médecins généralistes')}")
    if core.missing_paramedicals:
        count = core.missing_paramedicals
        found.append(
            f"{in_letters(count)} {agreeing(count, 'professionnel paramédical', 'professionnels paramédicaux')}"
        )
    return " et ".join(found)


def lacking(core: Core) -> str:
    """Return « Il manque un médecin généraliste prêt à s’engager. », or that the core is there."""
    missing = missing_words(core)
    if not missing:
        return "Le noyau demandé pour la reconnaissance est là."
    count = core.missing_doctors + core.missing_paramedicals
    return f"Il manque {missing} {agreeing(count, 'prêt', 'prêts')} à s’engager."


def heading(core: Core) -> str:
    """Return « il manque un médecin généraliste », « il est là »: what ends the title over the seats."""
    missing = missing_words(core)
    return f"il manque {missing}" if missing else "il est là"

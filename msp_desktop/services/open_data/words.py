"""The words of a review: what a line is of, what the file says, what differs, where it comes from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import Any

from msp_desktop.domain.inventory import OTHER, Mode, Proximity
from msp_desktop.domain.inventory_words import MODE, PROXIMITY
from msp_desktop.domain.official import (
    Difference,
    FileKind,
    FoundOffer,
    FoundProfessional,
    Proposal,
    SourceFile,
    WhyAside,
)
from msp_desktop.domain.people import Person, display_name
from msp_desktop.formats import NBSP, NNBSP
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.french.people import agreed, gendered, is_feminine
from msp_desktop.formats.french.trades import trade
from msp_desktop.formats.phones import phone
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import N_, _, ngettext
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.open_data.covering import not_covered

#: What each file is called beside what comes from it.
SOURCES = {
    FileKind.RPPS: "RPPS",
    FileKind.FINESS: "FINESS",
    FileKind.FINESS_CSV: "FINESS",
    FileKind.FIGURES: "Chiffres publics",
}
#: Who publishes it: what the licence (Licence Ouverte 2.0) asks to be said.
_PUBLISHERS = {
    FileKind.RPPS: "Annuaire santé (RPPS), Agence du numérique en santé",
    FileKind.FINESS: "FINESS, Agence du numérique en santé",
    FileKind.FINESS_CSV: "FINESS, ministère chargé de la santé",
}
#: Where somebody practises, by the register's code (nomenclature TRE_R02, « secteur d'activité »).
_SECTORS = {
    "SA01": "hôpital public",
    "SA05": "centre de santé",
    "SA07": "cabinet seul",
    "SA08": "cabinet de groupe",
    "SA09": "société",
    "SA33": "officine",
    "SA52": "maison de santé",
}
_ASIDE = {
    WhyAside.REPLACING: N_("replaces somebody"),
    WhyAside.NOT_CARE: N_("does not give care there"),
    WhyAside.CLOSED: N_("closed"),
    WhyAside.OTHER_PROFESSION: N_("another profession"),
}
_LABELS = {
    "civility": N_("Civility"),
    "first_name": N_("First name"),
    "last_name": N_("Last name"),
    "profession": N_("Profession"),
    "speciality": N_("Speciality"),
    "town": N_("Town"),
    "mode": N_("Practice"),
    "organisation": N_("Practice or body"),
    "phone": N_("Telephone"),
    "email": N_("E-mail"),
    "address": N_("Address"),
    "name": N_("Name"),
    "kind": N_("Kind"),
    "details": N_("Good to know"),
}
PROPOSALS: Mapping[Proposal, str] = {
    Proposal.CHANGED: N_("has changed"),
    Proposal.NEW: N_("new"),
    Proposal.GONE: N_("no longer told"),
    Proposal.TO_CONFIRM: N_("to confirm"),
    Proposal.EXISTING: N_("already there"),
    Proposal.SET_ASIDE: N_("set aside"),
}


def source_words(file: SourceFile) -> str:
    """Return « RPPS du 14 avril 2026 », « RPPS » where the file tells no day: what an entry's source is."""
    name = SOURCES[file.kind]
    return f"{name} du {medium_date(file.dated_on)}" if file.dated_on else name


def origin_words(file: SourceFile) -> str:
    """Return where somebody's data come from: « Annuaire santé (RPPS), fichier du 14 avril 2026 »."""
    return (
        f"Annuaire santé (RPPS), fichier du {medium_date(file.dated_on)}" if file.dated_on else "Annuaire santé (RPPS)"
    )


def credit(file: SourceFile) -> str:
    """Return who publishes a file, under which licence, and of which day it is."""
    day = f", fichier du {medium_date(file.dated_on)}" if file.dated_on else ""
    if file.kind is FileKind.FIGURES:  # each figure says whose it is, and under which licence
        return f"{SOURCES[file.kind]}{day}"
    return f"{_PUBLISHERS[file.kind]}, Licence Ouverte{NBSP}2.0{day}"


def not_covered_words(files: Iterable[SourceFile], communes: Collection[str]) -> str:
    """Return the sentences on packs of other departments than those of the communes, "" where all are covered."""
    said = []
    for file in files:
        if without := not_covered(file, communes):
            words = ngettext(
                "{name} covers the department {covers} alone: it says nothing of the communes of the department {others}.",
                "{name} covers the department {covers} alone: it says nothing of the communes of the departments {others}.",
                len(without),
            )
            covers = ", ".join(file.covers)
            said.append(words.format(name=one_line(file.name), covers=covers, others=", ".join(without)))
    return " ".join(said)


def label_of(attribute: str) -> str:
    """Return what a field that differs is called."""
    return _(_LABELS[attribute])


def value_words(attribute: str, value: Any) -> str:
    """Return how a field's value is read."""
    kit = kit_inventory()
    if attribute == "profession":
        return "" if value in ("", OTHER) else kit.profession(value).masculine
    if attribute == "kind":
        return "" if value in ("", OTHER) else kit.offers.get(value, value)
    if isinstance(value, Mode):
        return "" if value is Mode.UNKNOWN else MODE[value]
    if isinstance(value, Proximity):
        return PROXIMITY[value]
    if isinstance(value, StrEnum):
        return str(value)
    return phone(value) if attribute == "phone" else one_line(str(value))


def person_name(found: FoundProfessional) -> str:
    """Return « Mme Inès Carpentier »."""
    named = Person(civility=found.civility, first_name=found.first_name, last_name=found.last_name)
    return one_line(display_name(named))


def what_of(profession: str, speciality: str, civility: str, words: str = "") -> str:
    """Return « infirmière », « médecin, cardiologie »; the file's own words for a profession the method has none of."""
    kit = kit_inventory().profession(profession)
    said = gendered(civility, kit.masculine, kit.feminine)
    return one_line(trade(said, speciality or (words if profession == OTHER else ""), feminine=is_feminine(civility)))


def practice(found: FoundProfessional) -> str:
    """Return « libéral, cabinet de groupe »."""
    mode = agreed("salarié{|e}", is_feminine(found.civility)) if found.mode is Mode.EMPLOYED else MODE[found.mode]
    parts = ["" if found.mode is Mode.UNKNOWN else mode, _SECTORS.get(found.sector, "")]
    return ", ".join(filter(None, parts))


def offer_said(found: FoundOffer) -> str:
    """Return « ouvert depuis 2019 »."""
    return f"ouvert depuis {found.opened_on.year}" if found.opened_on else ""


def aside_words(why: WhyAside | None) -> str:
    """Return why a line is not counted by default."""
    return _(_ASIDE[why]) if why else ""


def differs_words(differences: Iterable[Difference]) -> str:
    """Return « Exercice : libéral, était mixte ; Téléphone : 03 29 00 00 00 »."""
    said = []
    for one in differences:
        words = f"{label_of(one.attribute)}{NBSP}: {one.new_words}"
        said.append(words if one.fills else _("{change}, was {before}").format(change=words, before=one.old_words))
    return f"{NNBSP}; ".join(said)

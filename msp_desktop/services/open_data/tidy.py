"""What a file says of somebody or something, as the dossier writes it: names without capitals, telephones in pairs, the town's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import OTHER, Proximity
from msp_desktop.domain.official import FoundOffer, FoundProfessional
from msp_desktop.domain.person_names import from_capitals, read_civility
from msp_desktop.domain.town_words import Here, is_only_here, read_town
from msp_desktop.formats.phones import phone
from msp_desktop.formats.text import fold, fold_spaces, one_line

#: A practice of one's own: its name is its owner's, and no body's.
_OWN_PRACTICE = "SA07"
#: The longest that is kept of one thing a file says, in characters: a stranger's file may say anything.
_LONGEST = 300
#: Words of a body's name that are read letter by letter, or written in capitals.
_ACRONYMS = frozenset(
    (
        "aphp", "camsp", "ccas", "cds", "ch", "chr", "chru", "chs", "chu", "cias", "cmp",
        "cmpp", "cpts", "csapa", "dac", "ehpad", "esat", "esp", "eurl", "fam", "gcs", "ghu", "had", "ime", "itep", "lbm", "mas",
        "msp", "pmi", "sa", "saas", "saad", "samsah", "sarl", "sas", "savs", "sci", "scm", "scp", "sel", "selafa",
        "selarl", "selas", "selasu", "sessad", "sisa", "smur", "snc", "spasad", "ssiad", "ssr", "usld",
    )
)  # fmt: skip


class Towns:
    """The communes sought, by their code: how a town is called here, and whether it is the dossier's."""

    def __init__(self, commune: Commune, codes: Sequence[str], names: Mapping[str, str]) -> None:
        self._commune = commune
        self._here = Here(commune.name, commune.postcode)
        self._names = names
        self._only_here = bool(codes) and all(code == commune.insee for code in codes)

    def name_of(self, found: FoundProfessional | FoundOffer) -> str:
        """Return the town of a line, "" where the file has a postcode only."""
        return self._names.get(found.insee) or read_town(one_line(found.town)).name

    def place_of(self, found: FoundProfessional | FoundOffer) -> Proximity:
        """Return whether a line is of the commune; where only the commune is sought, a postcode alone is."""
        if found.insee and self._commune.insee:
            here = found.insee == self._commune.insee
        else:
            name = self.name_of(found)
            here = is_only_here(name, self._here) if name else self._only_here
        return Proximity.HERE if here else Proximity.NEARBY


def person_values(found: FoundProfessional) -> dict[str, Any]:
    """Return what the directory is told of a professional, by field, without what the file does not say."""
    structure = "" if found.sector == _OWN_PRACTICE else body_name(_line(found.structure))
    values = {
        "civility": read_civility(_line(found.civility)),
        "first_name": from_capitals(_line(found.first_name)),
        "last_name": from_capitals(_line(found.last_name)),
        "organisation": structure,
        "phone": phone(_line(found.phone)),
        "email": _line(found.email),
        "address": found.address.strip()[:_LONGEST],
    }
    return {name: value for name, value in values.items() if value}


def register_values(found: FoundProfessional) -> dict[str, Any]:
    """Return what the register is told of a professional besides where they are."""
    speciality = found.speciality or (found.profession_words if found.profession == OTHER else "")
    return {"profession": found.profession, "speciality": _line(speciality), "mode": found.mode}


def offer_values(found: FoundOffer) -> dict[str, Any]:
    """Return what the register of offers is told besides where it is; `details` has how one reaches it."""
    return {"kind": found.kind, "name": body_name(_line(found.name)), "details": "\n".join(reached(found))}


def body_name(name: str) -> str:
    """Return the name of a body as one writes it: « SELARL Pharmacie Duval », « EHPAD Les Tilleuls »."""
    written = from_capitals(name)
    if written == name:
        return name
    return " ".join(word.upper() if fold(word) in _ACRONYMS else word for word in written.split(" "))


def reached(found: FoundOffer) -> tuple[str, ...]:
    """Return the address, telephone and e-mail of an offer, and since when it is open: a line each."""
    since = f"Ouvert depuis {found.opened_on.year}" if found.opened_on else ""
    ways = (found.address.strip()[:_LONGEST], phone(_line(found.phone)), _line(found.email), since)
    return tuple(filter(None, ways))


def values_here(town: str, place: Proximity) -> Mapping[str, Any]:
    """Return how the register writes where an entry is: in the commune no town is named."""
    return {"place": place, "town": "" if place is Proximity.HERE else town}


def _line(text: str) -> str:
    return fold_spaces(one_line(text))[:_LONGEST]

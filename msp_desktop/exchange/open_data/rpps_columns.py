"""Where the columns of the RPPS stand: their wordings and their number vary between years, their beginnings do not."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from msgspec import Struct

from msp_desktop.exchange.open_data.lines import words
from msp_desktop.formats.text import fold

#: How the columns that are read begin, as search sees words (header of October 2026, 56 columns; 52 in 2021).
BEGINS = {
    "kind_of_number": "type d identifiant pp",
    "number": "identifiant pp",
    "national_number": "identification nationale pp",
    "title": "code civilite d exercice",
    "civility": "code civilite",
    "last_name": "nom d exercice",
    "first_name": "prenom d exercice",
    "profession": "code profession",
    "profession_words": "libelle profession",
    "skill": "code savoir faire",
    "skill_words": "libelle savoir faire",
    "mode": "code mode exercice",
    "finess": "numero finess site",
    "company": "raison sociale",
    "brand": "enseigne commerciale",
    "care_of": "complement destinataire",
    "point": "complement point geographique",
    "street_number": "numero voie",
    "repeat": "indice repetition",
    "street_kind": "libelle type de voie",
    "street": "libelle voie",
    "distribution": "mention distribution",
    "cedex": "bureau cedex",
    "postcode": "code postal",
    "commune": "code commune",
    "town": "libelle commune",
    "country": "code pays",
    "country_words": "libelle pays",
    "phone": "telephone",
    "phone_2": "telephone 2",
    "email": "adresse e mail",
    "sector": "code secteur",
    "activity": "code genre",
}
#: The longest field that is kept, in bytes: a stranger's file may say anything.
LONGEST = 400
#: The longest line read at once, in bytes, before its fields are looked at.
LONGEST_PLAIN = 2000
#: Without these it is another file: that of skills and that of diplomas have no commune, that of mailboxes no mode.
NEEDED = ("last_name", "profession", "mode", "postcode", "commune")


def columns_of(header: bytes) -> dict[str, int] | None:
    """Return the place of each column that is there, from 0, by its key; None where the line is no header of this file."""
    names = [fold(words(name)) for name in header.removeprefix(b"\xef\xbb\xbf").split(b"|")]
    places = {key: _place(names, begins) for key, begins in BEGINS.items()}
    found = {key: place for key, place in places.items() if place is not None}
    if not ("number" in found or "national_number" in found) or not all(key in found for key in NEEDED):
        return None
    return found


def _place(names: Sequence[str], begins: str) -> int | None:
    """Return where a column stands: « code civilité » is that very one before « code civilité d’exercice »."""
    if begins in names:
        return names.index(begins)
    return next((place for place, name in enumerate(names) if name.startswith(begins)), None)


class Row(Struct, gc=False):
    """The fields of a line, by the keys of `BEGINS`, in their order: a dictionary of them took three times as long to make."""

    kind_of_number: str
    number: str
    national_number: str
    title: str
    civility: str
    last_name: str
    first_name: str
    profession: str
    profession_words: str
    skill: str
    skill_words: str
    mode: str
    finess: str
    company: str
    brand: str
    care_of: str
    point: str
    street_number: str
    repeat: str
    street_kind: str
    street: str
    distribution: str
    cedex: str
    postcode: str
    commune: str
    town: str
    country: str
    country_words: str
    phone: str
    phone_2: str
    email: str
    sector: str
    activity: str


class Rows:
    """How the fields of a line are read: by the key of their column, "" where the file or the line has none."""

    def __init__(self, columns: dict[str, int]) -> None:
        self._width = max(columns.values()) + 1
        self._picked = itemgetter(*(columns.get(key, -1) for key in BEGINS))

    def row(self, line: bytes) -> Row:
        """Return a line read; each field is words on one line, its beginning where it is far longer than any."""
        line = line.rstrip(b"\r\n")
        parts = _plain(line) or [words(part[:LONGEST]) for part in line.split(b"|")]
        del parts[self._width :]
        parts.extend([""] * (self._width + 1 - len(parts)))
        return Row(*self._picked(parts))


def _plain(line: bytes) -> list[str]:
    """Return the fields of a line in which nothing is to be mended, read at once; none where something is."""
    if len(line) > LONGEST_PLAIN:
        return []
    try:
        text = line.decode()
    except UnicodeDecodeError:
        return []
    mended = not text.isprintable() or "  " in text or " |" in text or "| " in text or text[-1:] == " "
    return [] if mended else text.split("|")

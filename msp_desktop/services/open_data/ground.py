"""What the dossier holds, as the lines of official files are compared with it: read once, then looked at in any thread."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import HealthProfessional, Offer, Proximity
from msp_desktop.domain.official import FileKind, Movement, OfficialFile, PublicFigure
from msp_desktop.domain.people import Category, Person, PersonRole, is_body
from msp_desktop.services.register import professionals_and_people

#: The kinds of file that tell of the same: a newer one of a family stands for an older one.
FAMILIES = {
    FileKind.RPPS: "rpps",
    FileKind.FINESS: "finess",
    FileKind.FINESS_CSV: "finess",
    FileKind.FIGURES: "figures",
}


class Ground(Struct, frozen=True):
    """The commune, the registers, whom the directory has besides, the official files and public figures taken before.

    `professionals` are the directory's entries that are somebody who cares, by their category or one of their roles.
    """

    commune: Commune
    listed: tuple[tuple[HealthProfessional, Person], ...]
    others: tuple[Person, ...]
    offers: tuple[Offer, ...]
    files: tuple[OfficialFile, ...]
    movements: tuple[Movement, ...]
    professionals: frozenset[int]
    figures: tuple[PublicFigure, ...] = ()


def ground(reader: Reader) -> Ground:
    """Return what the dossier holds."""
    listed = tuple(professionals_and_people(reader))
    known = {person.id for _row, person in listed}
    others = tuple(person for person in reader.all(Person) if person.id not in known and not is_body(person))
    roles = {role.person_id for role in reader.all(PersonRole) if role.category is Category.PROFESSIONAL}
    return Ground(
        commune=reader.one(Commune, 1),
        listed=listed,
        others=others,
        offers=tuple(reader.all(Offer)),
        files=tuple(reader.all(OfficialFile)),
        movements=tuple(reader.all(Movement)),
        figures=tuple(reader.all(PublicFigure)),
        professionals=frozenset(roles | {person.id for person in others if person.category is Category.PROFESSIONAL}),
    )


def town_of(row: HealthProfessional | Offer, commune: Commune) -> str:
    """Return the town of an entry, the commune's where it is there and names none, "" where nothing says."""
    return row.town or (commune.name if row.place is Proximity.HERE else "")

"""Who of a meeting's guests gets a letter of invitation, as what, and who gets none: nobody writes to himself."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import select

from msp_desktop.db.reader import Reader
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.agenda import GuestView, MeetingView
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import OTHER, HealthProfessional, Proximity
from msp_desktop.domain.meetings import Attendance
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.town_hall import is_mayor, of_the_town
from msp_desktop.formats.french.people import is_feminine
from msp_desktop.formats.french.trades import trade
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _, ngettext
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.bodies import as_reached
from msp_desktop.services.letterhead import current_referent


class Role(StrEnum):
    """As what somebody is invited: each has words of its own."""

    PROFESSIONAL = "professional"
    FEDERATION = "federation"
    TOWN = "town"
    PARTNER = "partner"
    OTHER = "other"


class Practice(StrEnum):
    """Where a professional works, as far as it was said: in the commune, in a town nearby, or somewhere nearby."""

    HERE = "here"
    NEAR = "near"
    AROUND = "around"


class Invited(Struct, frozen=True):
    """A guest who gets a letter. `trade` is what a professional is, `town` where they work (« Bourg-Témoin »)."""

    guest: GuestView
    role: Role
    trade: str = ""
    practice: Practice | None = None
    town: str = ""


_PARTNERS = (Category.ARS, Category.CPAM, Category.EPCI, Category.CCAS, Category.ASSOCIATION, Category.SCHEME)


def invited(reader: Reader, view: MeetingView) -> tuple[Invited, ...]:
    """Return the guests who get a letter, in their order: neither who signs it, nor who follows the matter."""
    commune = reader.one(Commune, 1)
    return tuple(_invited(reader, commune, guest) for guest in view.guests if not is_who_writes(reader, guest.person))


def professionals_to_invite(reader: Reader, meeting_id: int) -> list[int]:
    """Return the people of the inventory who are not yet guests of a meeting, in the order of their names."""
    person, professional, guest = TABLES[Person].c, TABLES[HealthProfessional].c, TABLES[Attendance].c
    invited_already = select(guest.person_id).where(guest.meeting_id == meeting_id)
    asked = select(professional.person_id).where(
        professional.person_id == person.id, professional.person_id.not_in(invited_already)
    )
    order = (person.last_name, person.first_name, person.id)
    return list(dict.fromkeys(key for (key,) in reader.select(asked.order_by(*order))))


def who_gets_one(reader: Reader, meeting_id: int) -> list[Attendance]:
    """Return the guests of a meeting who get a letter, in their order."""
    commune, own = reader.one(Commune, 1), _referents(reader)
    rows = reader.all(Attendance, order="position, id", meeting_id=meeting_id)
    strangers = [row for row in rows if row.person_id not in own]
    return [row for row in strangers if not is_mayor(commune, reader.one(Person, row.person_id))]


def reached(reader: Reader, guest: GuestView) -> GuestView:
    """Return a guest as letters and messages reach them: a body by who speaks for it."""
    return replace(guest, person=as_reached(reader, guest.person))


def is_who_writes(reader: Reader, person: Person) -> bool:
    """Tell whether somebody signs the town's letters, or follows the matter: nobody writes to himself."""
    return person.id in _referents(reader) or is_mayor(reader.one(Commune, 1), person)


def without_letter(reader: Reader, view: MeetingView) -> tuple[str, ...]:
    """Return in words who of the guests gets no letter, and why; nothing where everybody gets one."""
    commune, own = reader.one(Commune, 1), _referents(reader)
    signing = [guest.name for guest in view.guests if is_mayor(commune, guest.person)]
    following = [guest.name for guest in view.guests if guest.person.id in own and guest.name not in signing]
    sentences = []
    if signing:
        sentences.append(_("No letter for {names}, who signs the invitations.").format(names=", ".join(signing)))
    if following:
        sentences.append(
            ngettext(
                "No letter for {names}, who follows the matter for the town hall: tell them in person.",
                "No letter for {names}, who follow the matter for the town hall: tell them in person.",
                len(following),
            ).format(names=", ".join(following))
        )
    return tuple(sentences)


def _referents(reader: Reader) -> frozenset[int]:
    term = current_referent(reader)
    return frozenset(key for key in (term.person_id, term.second_id) if key) if term else frozenset()


def _invited(reader: Reader, commune: Commune, guest: GuestView) -> Invited:
    guest = reached(reader, guest)
    person = guest.person
    professional = reader.find(HealthProfessional, person_id=person.id)
    if professional is not None:
        kit, feminine = kit_inventory().profession(professional.profession), is_feminine(person.civility)
        word = kit.feminine if feminine else kit.masculine
        # « autre » is no trade: what the town typed is, or nothing.
        word = (
            professional.speciality
            if professional.profession == OTHER
            else trade(word, professional.speciality, feminine=feminine)
        )
        practice, town = _practice(commune, professional)
        return Invited(guest, Role.PROFESSIONAL, word, practice, town)
    if person.category is Category.PROFESSIONAL:
        return Invited(guest, Role.PROFESSIONAL, person.function)
    if person.category is Category.FEDERATION:
        return Invited(guest, Role.FEDERATION)
    if person.category in (Category.ELECTED, Category.STAFF):
        return Invited(guest, Role.TOWN if of_the_town(commune, person) else Role.PARTNER)
    return Invited(guest, Role.PARTNER if person.category in _PARTNERS else Role.OTHER)


def _practice(commune: Commune, professional: HealthProfessional) -> tuple[Practice, str]:
    town = professional.town.strip()
    if professional.place is Proximity.HERE or fold(town) == fold(commune.name):
        return Practice.HERE, commune.name
    return (Practice.NEAR, town) if town else (Practice.AROUND, "")

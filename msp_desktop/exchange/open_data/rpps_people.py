"""The people of the RPPS: several rows each, one a commune once read."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.domain.inventory import OTHER, Mode
from msp_desktop.domain.official import FoundProfessional, Standing, WhyAside
from msp_desktop.domain.person_names import from_capitals, read_civility
from msp_desktop.domain.vigilance.doctors import DOCTOR
from msp_desktop.exchange.open_data.rpps_columns import Row
from msp_desktop.exchange.open_data.rpps_places import Where
from msp_desktop.formats.emails import read_emails
from msp_desktop.formats.phones import phone, read_phones
from msp_desktop.formats.text import fold
from msp_desktop.method.rpps import is_counted_other, kit_rpps, professions_by_rpps, speciality_said

#: What an ordinal speciality of a doctor begins with: their other skills (« capacités », « compétences ») make no specialist.
_SPECIALITY = "SM"
#: What follows a number in a street.
_REPEATED = {"B": "bis", "T": "ter", "Q": "quater", "BIS": "bis", "TER": "ter", "QUATER": "quater"}
#: What a later row of somebody may tell where the first does not.
_FILLED = ("civility", "sector", "structure", "finess", "phone", "email", "address")


class _Person(Struct, gc=False):
    """Somebody in one place, as far as their rows were read: those that count most tell how and where they practise."""

    told: FoundProfessional
    why: WhyAside | None
    modes: frozenset[Mode]
    skills: tuple[tuple[str, str], ...] = ()


class People:
    """Everybody met so far, by their number and their commune, in the file's order."""

    def __init__(self) -> None:
        self._people: dict[tuple[object, ...], _Person] = {}

    def __len__(self) -> int:
        return len(self._people)

    def add(self, row: Row, where: Where) -> None:
        """Take a row of somebody: a new person, or more of one already met there."""
        number = row["number"] or row["national_number"][1:]
        known_by = number or (row["last_name"], row["first_name"], row["profession"])
        key = (known_by, where.insee or (where.postcode, where.possible))
        why = _why_aside(row)
        modes = _modes(row["mode"])
        person = self._people.get(key)
        if person is None:
            person = self._people[key] = _Person(_told(row, where, number), why, modes)
        elif _RANKS[why] < _RANKS[person.why]:
            person.told, person.why, person.modes = _told(row, where, number), why, modes
        elif why is person.why:
            person.modes |= modes
            person.told = _filled(person.told, row)
        skill = (row["skill"], row["skill_words"])
        if any(skill) and skill not in person.skills:
            person.skills = (*person.skills, skill)

    def found(self) -> tuple[FoundProfessional, ...]:
        """Return everybody, each with what all their rows tell; nobody is left here."""
        made = []
        for key in list(self._people):
            made.append(_finished(self._people.pop(key)))
        return tuple(made)


@lru_cache(maxsize=64)
def _modes(code: str) -> frozenset[Mode]:
    mode = kit_rpps().modes.get(code)
    return frozenset((mode,)) if mode else frozenset()


#: What counts most first: whoever also cares for people there is no mere replacement.
_RANKS = {None: 0, WhyAside.REPLACING: 1, WhyAside.NOT_CARE: 2, WhyAside.OTHER_PROFESSION: 3}


def _why_aside(row: Row) -> WhyAside | None:
    return _why(row["profession"], row["profession_words"], row["activity"])


@lru_cache(maxsize=256)
def _why(code: str, words: str, activity: str) -> WhyAside | None:
    if code not in professions_by_rpps() and not is_counted_other(words):
        return WhyAside.OTHER_PROFESSION
    if activity in kit_rpps().replacing:
        return WhyAside.REPLACING
    return WhyAside.NOT_CARE if activity in kit_rpps().not_care else None


def _told(row: Row, where: Where, number: str) -> FoundProfessional:
    words = row["profession_words"]
    return FoundProfessional(
        rpps=number,
        civility=_civility(row),
        first_name=_named(row["first_name"]),
        last_name=_named(row["last_name"]),
        profession=professions_by_rpps().get(row["profession"], OTHER),
        profession_words=words[:1].lower() + words[1:],
        insee=where.insee,
        possible=where.possible,
        postcode=where.postcode,
        town=where.town if where.insee else _named(where.town),
        sector=row["sector"],
        structure=_structure(row),
        finess=row["finess"],
        phone=_phone(row),
        email=_email(row["email"]),
        address=_address(row),
    )


def _filled(told: FoundProfessional, row: Row) -> FoundProfessional:
    missing = {name: _MORE[name](row) for name in _FILLED if not getattr(told, name)}
    more = {name: value for name, value in missing.items() if value}
    return replace(told, **more) if more else told


def _finished(person: _Person) -> FoundProfessional:
    told = person.told
    standing = Standing.HERE if told.insee else Standing.TO_CONFIRM
    return replace(
        told,
        standing=Standing.SET_ASIDE if person.why else standing,
        why=person.why,
        mode=Mode.MIXED if len(person.modes) > 1 else next(iter(person.modes), Mode.UNKNOWN),
        speciality=_speciality(told.profession, person.skills),
    )


def _speciality(profession: str, skills: tuple[tuple[str, str], ...]) -> str:
    """Return what somebody is a specialist of; a doctor with general medicine, or with no speciality, is a GP."""
    if profession == DOCTOR:
        if any(code in kit_rpps().general or "medecine generale" in fold(words) for code, words in skills):
            return ""
        skills = tuple(skill for skill in skills if skill[0].startswith(_SPECIALITY))
    return ", ".join(dict.fromkeys(speciality_said(words) for _code, words in skills if words))


def _civility(row: Row) -> str:
    """Return « Dr » before « Mme »: what one practises as, else what one is called."""
    return _title(row["title"] or row["civility"])


@lru_cache(maxsize=64)
def _title(words: str) -> str:
    return read_civility(words)


@lru_cache(maxsize=2000)
def _named(name: str) -> str:
    """Return a name without its capitals: « LE GOFF », « D'ALMEIDA », « LY »."""
    parts = map(_without_capitals, name.split('"')) if '"' in name else (_without_capitals(name),)
    return '"'.join(parts).replace("'", "’")


def _without_capitals(name: str) -> str:
    return name.title() if sum(letter.isalpha() for letter in name) < 3 else from_capitals(name)


def _structure(row: Row) -> str:
    return row["brand"] or row["company"]


def _phone(row: Row) -> str:
    """Return the first field that is a telephone number, as one writes it."""
    return _number(row["phone"]) or _number(row["phone_2"])


@lru_cache(maxsize=2000)  # whoever works in one place has its number
def _number(text: str) -> str:
    if len(text) == 10 and text.isdecimal():
        return phone(text)  # nearly all of them
    try:
        return " / ".join(dict.fromkeys(phone(number) for number in read_phones(text))) if text else ""
    except ValueError:
        return ""


@lru_cache(maxsize=2000)
def _email(text: str) -> str:
    return read_emails(text).kept if text else ""


def _address(row: Row) -> str:
    """Return « 12 bis rue du Lavoir, BP 4 » without the town; who it is addressed to is the structure, said apart."""
    repeat, point, distribution = row["repeat"], row["point"], row["distribution"]
    number = row["street_number"].lstrip("0")
    if repeat:
        number = f"{number} {_REPEATED.get(repeat.upper(), repeat)}"
    street = f"{number} {row['street_kind'].lower()} {_street(row['street'])}".strip().replace("  ", " ")
    if not point and not distribution:
        return street
    return ", ".join(dict.fromkeys(filter(None, (_street(point), street, distribution))))


@lru_cache(maxsize=2000)
def _street(words: str) -> str:
    """Return « du Lavoir » of « DU LAVOIR »: its first small word too, since the kind of street stands before."""
    said = from_capitals(words).replace("'", "’")
    first, _space, rest = said.partition(" ")
    return f"{first.lower()} {rest}" if rest and fold(first) in ("de", "du", "des", "la", "le", "les") else said


_MORE = {
    "civility": _civility,
    "sector": lambda row: row["sector"],
    "structure": _structure,
    "finess": lambda row: row["finess"],
    "phone": _phone,
    "email": lambda row: _email(row["email"]),
    "address": _address,
}

"""The people of the RPPS: several rows each, one a commune once read."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.domain.inventory import OTHER, Mode
from msp_desktop.domain.official import FoundProfessional, Standing, WhyAside
from msp_desktop.domain.person_names import from_capitals, read_civility
from msp_desktop.domain.vigilance.doctors import DOCTOR
from msp_desktop.exchange.open_data.establishments import emails_in
from msp_desktop.exchange.open_data.rpps_columns import Row
from msp_desktop.exchange.open_data.rpps_places import Where
from msp_desktop.formats import NBSP
from msp_desktop.formats.phones import phone, read_phones
from msp_desktop.formats.text import fold
from msp_desktop.method.rpps import is_counted_other, kit_rpps, professions_by_rpps, speciality_said

#: What an ordinal speciality of a doctor begins with: their other skills (« capacités », « compétences ») make no specialist.
_SPECIALITY = "SM"
#: What follows a number in a street.
_REPEATED = {"B": "bis", "T": "ter", "Q": "quater", "BIS": "bis", "TER": "ter", "QUATER": "quater"}
#: What a later row of somebody may tell where the first does not.
_FILLED = ("civility", "sector", "structure", "finess", "phone", "email", "address")


class Met(Struct, frozen=True, tag=True, gc=False):
    """Somebody in one place as one row alone tells: what they are able to do, and the name they are known by without a number."""

    told: FoundProfessional
    skill: tuple[str, str] = ("", "")
    name: tuple[str, ...] = ()


class People:
    """Everybody met so far, by their number and their commune, in the file's order: those rows that count most tell of them."""

    def __init__(self) -> None:
        self._people: dict[tuple[object, ...], FoundProfessional] = {}
        self._skills: dict[tuple[object, ...], dict[tuple[str, str], None]] = {}

    def add(self, met: Met) -> None:
        """Take what a row tells: a new person, or more of one already met there."""
        told = met.told
        key = (told.rpps or met.name, told.insee or (told.postcode, told.possible))
        held = self._people.get(key)
        if held is None or _RANKS[told.why] < _RANKS[held.why]:
            self._people[key] = told
        elif told.why is held.why:
            self._people[key] = _filled(held, told)
        if met.skill != ("", ""):
            self._skills.setdefault(key, {})[met.skill] = None

    def found(self) -> tuple[FoundProfessional, ...]:
        """Return everybody, each with what all their rows tell."""
        return tuple(
            replace(told, speciality=_speciality(told.profession, tuple(self._skills[key])))
            if key in self._skills
            else told
            for key, told in self._people.items()
        )


def met(row: Row, where: Where) -> Met:
    """Return what a row tells of somebody there."""
    number = row.number or row.national_number[1:]
    name = () if number else (row.last_name, row.first_name, row.profession)
    return Met(_told(row, where, number), (row.skill, row.skill_words), name)


#: What counts most first: whoever also cares for people there is no mere replacement.
_RANKS = {None: 0, WhyAside.REPLACING: 1, WhyAside.NOT_CARE: 2, WhyAside.OTHER_PROFESSION: 3}


def _why_aside(row: Row) -> WhyAside | None:
    return _why(row.profession, row.profession_words, row.activity)


@lru_cache(maxsize=256)
def _why(code: str, words: str, activity: str) -> WhyAside | None:
    if code not in professions_by_rpps() and not is_counted_other(words):
        return WhyAside.OTHER_PROFESSION
    if activity in kit_rpps().replacing:
        return WhyAside.REPLACING
    return WhyAside.NOT_CARE if activity in kit_rpps().not_care else None


def _told(row: Row, where: Where, number: str) -> FoundProfessional:
    why = _why_aside(row)
    standing = Standing.HERE if where.insee else Standing.TO_CONFIRM
    return FoundProfessional(
        rpps=number,
        standing=Standing.SET_ASIDE if why else standing,
        why=why,
        civility=_title(row.title or row.civility),
        first_name=_named(row.first_name),
        last_name=_named(row.last_name),
        profession=professions_by_rpps().get(row.profession, OTHER),
        profession_words=_small(row.profession_words),
        mode=kit_rpps().modes.get(row.mode, Mode.UNKNOWN),
        insee=where.insee,
        possible=where.possible,
        postcode=where.postcode,
        town=where.town if where.insee else _named(where.town),
        sector=row.sector,
        structure=row.brand or row.company,
        finess=row.finess,
        phone=_number(row.phone) or _number(row.phone_2),
        email=emails_in(row.email),
        address=_address(row),
    )


def _filled(held: FoundProfessional, told: FoundProfessional) -> FoundProfessional:
    """Return somebody with what another of their rows tells too, that counts as much."""
    more = {name: value for name in _FILLED if not getattr(held, name) and (value := getattr(told, name))}
    if told.mode not in (held.mode, Mode.UNKNOWN):
        more["mode"] = told.mode if held.mode is Mode.UNKNOWN else Mode.MIXED
    return replace(held, **more) if more else held


@lru_cache(maxsize=256)
def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _speciality(profession: str, skills: tuple[tuple[str, str], ...]) -> str:
    """Return what somebody is a specialist of; a doctor with general medicine, or with no speciality, is a GP."""
    if profession == DOCTOR:
        if any(code in kit_rpps().general or "medecine generale" in fold(words) for code, words in skills):
            return ""
        skills = tuple(skill for skill in skills if skill[0].startswith(_SPECIALITY))
    return ", ".join(dict.fromkeys(speciality_said(words) for _code, words in skills if words))


@lru_cache(maxsize=64)
def _title(words: str) -> str:
    """Return « Dr » before « Mme »: what one practises as, else what one is called."""
    return read_civility(words)


@lru_cache(maxsize=1024)
def _named(name: str) -> str:
    """Return a name without its capitals: « LE GOFF », « D'ALMEIDA », « LY »."""
    parts = map(_without_capitals, name.split('"')) if '"' in name else (_without_capitals(name),)
    return '"'.join(parts).replace("'", "’")


def _without_capitals(name: str) -> str:
    return name.title() if sum(letter.isalpha() for letter in name) < 3 else from_capitals(name)


def _number(text: str) -> str:
    """Return the telephone numbers of a field as one writes them, "" where it holds none."""
    if len(text) == 10 and text.isdecimal():  # nearly all of them: what `phone` says
        return NBSP.join((text[:2], text[2:4], text[4:6], text[6:8], text[8:])) if text[0] == "0" else text
    return _numbers(text) if text else ""


@lru_cache(maxsize=512)  # whoever works in one place has its number
def _numbers(text: str) -> str:
    try:
        return " / ".join(dict.fromkeys(phone(number) for number in read_phones(text)))
    except ValueError:
        return ""


def _address(row: Row) -> str:
    """Return « 12 bis rue du Lavoir, BP 4 » without the town; who it is addressed to is the structure, said apart."""
    repeat, point, distribution = row.repeat, row.point, row.distribution
    number = row.street_number.lstrip("0")
    if repeat:
        number = f"{number} {_REPEATED.get(repeat.upper(), repeat)}"
    street = f"{number} {_way(row.street_kind, row.street)}".strip().replace("  ", " ")
    if not point and not distribution:
        return street
    return ", ".join(dict.fromkeys(filter(None, (_street(point), street, distribution))))


@lru_cache(maxsize=512)
def _way(kind: str, street: str) -> str:
    return f"{kind.lower()} {_street(street)}"


@lru_cache(maxsize=512)
def _street(words: str) -> str:
    """Return « du Lavoir » of « DU LAVOIR »: its first small word too, since the kind of street stands before."""
    said = from_capitals(words).replace("'", "’")
    first, _space, rest = said.partition(" ")
    return f"{first.lower()} {rest}" if rest and fold(first) in ("de", "du", "des", "la", "le", "les") else said

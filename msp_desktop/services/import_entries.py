"""Entries of a register and rows of a file, by what they say: how they are called, compared, shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from msp_desktop.domain.inventory import OTHER, Dynamic, HealthProfessional, Need, Offer, Opportunity, Proximity
from msp_desktop.domain.inventory_words import PROXIMITY
from msp_desktop.domain.people import Person
from msp_desktop.formats.phones import phone
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory

#: Digits from which words are a telephone number: « le soir » is nobody's alone.
DIGITS = 6
#: What stands before a name and is no part of it.
TITLES = frozenset(("dr", "docteur", "docteure", "pr", "professeur", "m", "mr", "mme", "mlle", "monsieur", "madame"))
#: Fields that mean something only beside another, which must be the one of the file as well.
_BESIDE = {"age_noted_on": "age_band", "departure_on": "departure", "distance_km": "town"}
_RECORDS: dict[str, tuple[type[Any], ...]] = {
    "professionals": (Person, HealthProfessional),
    "offers": (Offer,),
    "dynamics": (Dynamic,),
    "needs": (Need,),
    "opportunities": (Opportunity,),
}
_DEFAULTS = {
    field.name: field.default for records in _RECORDS.values() for record in records for field in fields(record)
}


class Entry(Struct, frozen=True):
    """An entry of the dossier (its `id`) or of the file (its `line`, and where that is), by the fields that are not empty.

    Of somebody whom only the directory knows, the id is the person's with a minus: they are no entry of the register yet.
    """

    id: int
    line: int
    values: dict[str, Any]
    where: str = ""


def entry_of(id_: int, *records: Any) -> Entry:
    """Return an entry of the dossier by its records: a person and what the register says of them, or one row."""
    values = {
        name: value
        for record in records
        for name in record.__struct_fields__
        if not is_empty(name, value := getattr(record, name))
    }
    for name in ("id", "person_id", "position", "category"):
        values.pop(name, None)
    return Entry(id_, 0, values)


def said_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that say something."""
    return {name: value for name, value in values.items() if not is_empty(name, value)}


def is_empty(name: str, value: Any) -> bool:
    """Tell whether nobody has said this of an entry; where it is has always been said."""
    return name != "place" and (
        value in ("", None) or value == _DEFAULTS.get(name) or (name in ("profession", "kind") and value == OTHER)
    )


def name_key(register: str, values: Mapping[str, Any]) -> str:
    """Return a name as names are compared: no accents, case, order or « Dr »; a body's is never a person's."""
    if register == "professionals":
        person = _words(values.get("last_name", "")) + _words(values.get("first_name", ""))
        if person:
            return " ".join(sorted(person))
        return "= " + fold(str(values.get("organisation", "")))
    return fold(str(values.get("name") or values.get("title") or values.get("kind") or ""))


def words_for(register: str, values: Mapping[str, Any]) -> str:
    """Return how an entry is told: « Claude Martin, infirmier, Guéret »."""
    name, profession, place = shown(register, values)
    return ", ".join(filter(None, (name, profession, place)))


def shown(register: str, values: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return the name of an entry, its profession or kind, and where it is, as somebody reads them."""
    kit = kit_inventory()
    get = values.get
    if register == "professionals":
        name = " ".join(filter(None, (get("first_name"), get("last_name")))) or get("organisation", "")
        what = kit.profession(get("profession", OTHER)).masculine
    elif register in ("offers", "dynamics"):
        words = kit.offers if register == "offers" else kit.dynamics
        what = words.get(get("kind", ""), get("kind", ""))
        name = get("name") or get("title") or what
        what = "" if name == what else what
    else:
        name, what = get("title", ""), get("said_by") or get("who") or ""
    place = get("town") or PROXIMITY.get(values.get("place", ""), "")
    return name, what, place


def _words(name: Any) -> list[str]:
    return [word for word in fold(str(name)).split() if word not in TITLES]


def _has_words(name: Any, known: Mapping[str, Any]) -> bool:
    """Tell whether an entry's names hold a name already: « Martin Claude », kept whole, gets no first name beside it."""
    held = {*_words(known.get("last_name", "")), *_words(known.get("first_name", ""))}
    return bool(held) and held.issuperset(_words(name))


def is_fuller(values: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    """Tell whether a first name says more than an entry's: « Claude » than « C. »."""
    mine, theirs = ("".join(_words(one.get("first_name", ""))) for one in (values, known))
    return len(mine) > len(theirs)


def same_first_name(values: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    """Tell whether two first names are written with the same words."""
    return _words(values.get("first_name", "")) == _words(known.get("first_name", ""))


def last_name_key(register: str, values: Mapping[str, Any]) -> str:
    """Return a person's last name as last names are compared, "" for what is no person."""
    return " ".join(_words(values.get("last_name", ""))) if register == "professionals" else ""


def initials_fit(values: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    """Tell whether of two first names one is missing, or is the other's first letter."""
    mine, theirs = _words(values.get("first_name", "")), _words(known.get("first_name", ""))
    if not mine or not theirs:
        return True
    if mine[0] == "".join(word[0] for word in theirs) or theirs[0] == "".join(word[0] for word in mine):
        return True  # « JP » and « Jean-Pierre »
    return any(len(word) == 1 for word in (mine[0], theirs[0])) and mine[0][0] == theirs[0][0]


def same_contact(values: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    """Return the hint that two entries are one: the same telephone, the same address; "" where there is none."""
    number = phone(values.get("phone", ""))
    if sum(map(str.isdigit, number)) >= DIGITS and number == phone(known.get("phone", "")):
        return _("same telephone")
    if values.get("email") and values["email"].casefold() == known.get("email", "").casefold():
        return _("same e-mail address")
    return ""


def what_is_new(values: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a row says and an entry does not; what only means something beside another field goes with it."""
    return {
        name: value
        for name, value in values.items()
        if name not in known
        and not is_empty(name, value)
        and not (name in ("last_name", "first_name") and _has_words(value, known))
        and (name not in _BESIDE or known.get(_BESIDE[name], values.get(_BESIDE[name])) == values.get(_BESIDE[name]))
        and not (name in ("town", "distance_km") and known.get("place") == Proximity.HERE)
    }


def what_differs(values: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a row says otherwise than an entry, names and places left out: the entry's stays."""
    apart = ("last_name", "first_name", "place", "town", "distance_km", "age_noted_on", "checked_on", "source")
    found = {}
    for name, value in values.items():
        if name in apart or name not in known or is_empty(name, value):
            continue
        mine, theirs = str(value), str(known[name])
        if name == "phone":
            mine, theirs = phone(mine), phone(theirs)
        if fold(mine) != fold(theirs):
            found[name] = value
    return found

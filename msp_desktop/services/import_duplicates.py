"""Whether a row of a file is in the dossier, or further up in the file: by name, profession and place, never by one alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from msp_desktop.domain.imports import Act, Like, State
from msp_desktop.domain.inventory import OTHER, Dynamic, HealthProfessional, Need, Offer, Opportunity, Proximity
from msp_desktop.domain.inventory_words import PROXIMITY
from msp_desktop.domain.people import Person
from msp_desktop.formats.phones import phone
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.import_words import already, completes, kept, namesake

#: Entries of one name that are compared: a hundred « Cabinet infirmier » are told apart by what is equal in all.
MOST = 50
#: Digits from which words are a telephone number: « le soir » is nobody's alone.
DIGITS = 6
#: What stands before a name and is no part of it.
TITLES = frozenset(("dr", "docteur", "docteure", "pr", "professeur", "m", "mr", "mme", "mlle", "monsieur", "madame"))
#: Fields that mean something only beside another, which must be the one of the file as well.
_BESIDE = {"age_noted_on": "age_band", "departure_on": "departure", "distance_km": "town"}
#: What tells two entries of one name apart in each register.
_APART = {
    "professionals": ("profession",),
    "offers": ("kind",),
    "dynamics": ("kind", "who"),
    "needs": ("said_by", "public", "profession"),
    "opportunities": ("who", "profession"),
}
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


class Verdict(Struct, frozen=True):
    """What a row is to the entries known, why, and what is proposed."""

    state: State
    act: Act
    why: str = ""
    like: Like | None = None
    fills: Mapping[str, Any] = {}
    entry: Entry | None = None


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


class Known:
    """The entries known so far, found by their names."""

    def __init__(self, register: str, commune: str, entries: Iterable[Entry]) -> None:
        self._register = register
        self._commune = fold(commune)
        self._by_name: dict[str, list[Entry]] = defaultdict(list)
        self._by_key: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        self._by_last: dict[str, list[Entry]] = defaultdict(list)
        self._whole: dict[frozenset[tuple[str, Any]], Entry] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Add an entry: one of the dossier, or a row that will be added."""
        name = name_key(self._register, entry.values)
        self._by_name[name].append(entry)
        self._by_key[self._key(name, entry.values)].append(entry)
        last = _last(self._register, entry.values)
        if last:
            self._by_last[last].append(entry)
        if entry.id >= 0:
            self._whole.setdefault(_all_of(entry.values), entry)

    def fill(self, entry: Entry, fills: Mapping[str, Any]) -> None:
        """Complete an entry with what a row adds to it, so that the next rows are compared with all of it."""
        if fills:
            entry.values.update(fills)
            self.add(entry)

    def look(self, values: Mapping[str, Any]) -> Verdict:
        """Return what a row is, by the values a new entry would have."""
        values = said_of(values)
        name = name_key(self._register, values)
        same = self._whole.get(_all_of(values))
        if same is not None:
            return Verdict(State.EXISTING, Act.LEAVE, already(self._like(same)), self._like(same))
        near = [*self._by_key.get(self._key(name, values), ())[:MOST], *self._by_name.get(name, ())[:MOST]]
        # One that a row has completed may be called otherwise since.
        named = [
            entry
            for entry in {id(entry): entry for entry in near}.values()
            if name_key(self._register, entry.values) == name
        ]
        fitting = [entry for entry in named if entry.id >= 0 and self._fits(values, entry.values)]
        for entry in fitting:
            if not _fills(values, entry.values) and not _against(values, entry.values):
                return Verdict(State.EXISTING, Act.LEAVE, already(self._like(entry)), self._like(entry))
        for entry in self._reached(values):
            if not _fills(values, entry.values) and not _against(values, entry.values):
                words = namesake(self._like(entry), _contact(values, entry.values))
                return Verdict(State.DOUBTFUL, Act.COMPLETE, words, self._like(entry), {}, entry)
        if fitting:
            return self._of_fitting(values, fitting)
        if named:
            return self._namesake(values, named)
        return self._close(values) or Verdict(State.NEW, Act.ADD)

    def _of_fitting(self, values: Mapping[str, Any], fitting: list[Entry]) -> Verdict:
        reached = [entry for entry in fitting if _contact(values, entry.values)]
        entry = (reached or fitting)[0]
        like, fills, against = self._like(entry), _fills(values, entry.values), _against(values, entry.values)
        if len(fitting) > 1 and len(reached) != 1:
            return Verdict(
                State.DOUBTFUL, Act.LEAVE, _("several have this name, and the file does not say which"), like, fills
            )
        if self._is_body(values) and not reached and (against or not self._same_place(values, entry.values)):
            return Verdict(State.DOUBTFUL, Act.ADD, namesake(like, ""), like, fills, entry)
        if fills:
            return Verdict(
                State.CHANGED,
                Act.COMPLETE,
                completes(self._register, like, fills) + kept(self._register, against, entry.values),
                like,
                fills,
                entry,
            )
        return Verdict(State.EXISTING, Act.LEAVE, already(like) + kept(self._register, against, entry.values), like)

    def _namesake(self, values: Mapping[str, Any], named: list[Entry]) -> Verdict:
        reached = next((entry for entry in named if _contact(values, entry.values)), None)
        entry = reached or named[0]
        like, fills = self._like(entry), _fills(values, entry.values)
        hint = _contact(values, entry.values)
        return Verdict(State.DOUBTFUL, Act.COMPLETE if reached else Act.ADD, namesake(like, hint), like, fills, entry)

    def _reached(self, values: Mapping[str, Any]) -> list[Entry]:
        """Return those of the same last name that are reached in the same way, or are in one place, and may be one person."""
        return [
            entry
            for entry in self._by_last.get(_last(self._register, values), ())[:MOST]
            if entry.id >= 0
            and (_contact(values, entry.values) or self._same_place(values, entry.values))
            and _initials(values, entry.values)
            and self._fits(values, entry.values)
        ]

    def _close(self, values: Mapping[str, Any]) -> Verdict | None:
        """Return what « Dr Martin » is to « Claude Martin »: perhaps the same, where the rest agrees."""
        for entry in self._by_last.get(_last(self._register, values), ())[:MOST]:
            if not _initials(values, entry.values):
                continue
            hint = _contact(values, entry.values)
            alike = values.get("profession") == entry.values.get("profession") and self._same_place(
                values, entry.values
            )
            if hint or alike:
                like = self._like(entry)
                words = namesake(like, hint)
                # Two telephones, two practices: rather two people.
                act = Act.COMPLETE if hint or not _against(values, entry.values) else Act.ADD
                return Verdict(State.DOUBTFUL, act, words, like, _fills(values, entry.values), entry)
        return None

    def _fits(self, values: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
        """Tell whether nothing that tells entries of one name apart differs."""
        for field in _APART[self._register]:
            mine, theirs = values.get(field), known.get(field)
            if mine is not None and theirs is not None and fold(str(mine)) != fold(str(theirs)):
                return False
        mine, theirs = self._place(values), self._place(known)
        return not mine or not theirs or mine == theirs

    def _same_place(self, values: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
        return self._place(values) == self._place(known) != ""

    def _place(self, values: Mapping[str, Any]) -> str:
        """Return where an entry is, as places are compared; "" where nobody has said."""
        words = fold(str(values.get("town", ""))).partition(" cedex")[0].split()
        town = " ".join({"st": "saint", "ste": "sainte"}.get(word, word) for word in words if not _is_postcode(word))
        if town:
            return town
        return self._commune if values.get("place") == Proximity.HERE else ""

    def _key(self, name: str, values: Mapping[str, Any]) -> tuple[str, ...]:
        return name, self._place(values), *(fold(str(values.get(field, ""))) for field in _APART[self._register])

    def _is_body(self, values: Mapping[str, Any]) -> bool:
        """Tell whether an entry has no name of its own but a body's, which many others may bear."""
        if self._register == "professionals":
            return not (values.get("last_name") or values.get("first_name"))
        return self._register == "offers"

    def _like(self, entry: Entry) -> Like:
        return Like(words_for(self._register, entry.values), entry.id, entry.line, entry.where)


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


def _is_postcode(word: str) -> bool:
    return len(word) == 5 and word.isdigit()


def _words(name: Any) -> list[str]:
    return [word for word in fold(str(name)).split() if word not in TITLES]


def _last(register: str, values: Mapping[str, Any]) -> str:
    return " ".join(_words(values.get("last_name", ""))) if register == "professionals" else ""


def _initials(values: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    """Tell whether of two first names one is missing, or is the other's first letter."""
    mine, theirs = _words(values.get("first_name", "")), _words(known.get("first_name", ""))
    if not mine or not theirs:
        return True
    return any(len(word) == 1 for word in (mine[0], theirs[0])) and mine[0][0] == theirs[0][0]


def _contact(values: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    """Return the hint that two entries are one: the same telephone, the same address; "" where there is none."""
    number = phone(values.get("phone", ""))
    if sum(map(str.isdigit, number)) >= DIGITS and number == phone(known.get("phone", "")):
        return _("same telephone")
    if values.get("email") and values["email"].casefold() == known.get("email", "").casefold():
        return _("same e-mail address")
    return ""


def _fills(values: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a row says and an entry does not; what only means something beside another field goes with it."""
    return {
        name: value
        for name, value in values.items()
        if name not in known
        and not is_empty(name, value)
        and (name not in _BESIDE or known.get(_BESIDE[name], values.get(_BESIDE[name])) == values.get(_BESIDE[name]))
        and not (name in ("town", "distance_km") and known.get("place") == Proximity.HERE)
    }


def _against(values: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
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


def _all_of(values: Mapping[str, Any]) -> frozenset[tuple[str, Any]]:
    return frozenset(values.items())

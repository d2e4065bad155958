"""What the cells of a row say of a professional, together: names told apart, several numbers, where, until when."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from msp_desktop.domain.inventory import OTHER, Departure, Mode, Proximity
from msp_desktop.domain.person_names import from_capitals, is_body, read_civility, split_name
from msp_desktop.domain.town_words import Here, Town, is_here, read_postcode, read_town, town_of_address
from msp_desktop.formats.months import read_day_or_month
from msp_desktop.formats.phones import read_phones
from msp_desktop.formats.text import fold, one_line
from msp_desktop.i18n import _
from msp_desktop.method.professions import NamedProfession, named_profession
from msp_desktop.services.import_cells import LONGEST, read_cell

#: What people write in a cell of which they know nothing; never in a name or a note.
_NOTHING = frozenset(
    ("nc", "nr", "na", "n a", "n c", "n r", "neant", "sans objet", "so", "non renseigne", "non communique", "inconnu")
)
_NUMBER = re.compile(r"(?<!\d)0[1-9](?:[\s.\-/]{0,3}\d{2}){4}(?!\d)")
_KEPT_WHOLE = ("last_name", "first_name", "full_name", "organisation", "notes", "address", "details")
#: Fields that are read together here; the others cell by cell.
_TOGETHER = (
    "full_name", "last_name", "first_name", "civility", "organisation", "profession", "speciality", "mode", "phone",
    "departure", "departure_on", "place", "town", "postcode", "address", "distance_km",
)  # fmt: skip


class Doubt(Struct, frozen=True):
    """A cell that is not understood, or not surely: its field, its words, why (empty: not understood at all).

    `kept` where its words must go into the notes, since no field has them.
    """

    field: str
    value: str
    why: str = ""
    kept: bool = True

    @property
    def is_understood(self) -> bool:
        """Tell whether the cell is only one thing too many: a second number, words in brackets."""
        return self.kept and bool(self.why) and self.field != "profession"


class PersonRead(Struct, frozen=True):
    """What a row says of a professional, and what is not understood of it."""

    values: dict[str, Any]
    doubts: tuple[Doubt, ...]


def read_people(cells: Mapping[str, str], columns: Collection[str], here: Here, today: date) -> PersonRead:
    """Return what the cells of a row say, by field; `columns` are the fields the file has, filled in this row or not.

    Nothing is asserted that is not said; what one cell holds never stops another.
    """
    reading = _Reading({field: text for field, text in cells.items() if not _is_nothing(field, text)}, here, today)
    reading.names()
    reading.profession("profession" in columns)
    reading.phone()
    reading.departure()
    reading.place()
    for field, text in reading.cells.items():
        if field not in _TOGETHER:
            reading.plain(field, text)
    return PersonRead(reading.values, tuple(reading.doubts))


class _Reading:
    """A row while it is read."""

    def __init__(self, cells: dict[str, str], here: Here, today: date) -> None:
        self.cells, self.here, self.today = cells, here, today
        self.values: dict[str, Any] = {}
        self.doubts: list[Doubt] = []

    def doubt(self, field: str, why: str = "", *, kept: bool = True) -> None:
        self.doubts.append(Doubt(field, self.cells.get(field, "").strip(), why, kept))

    def plain(self, field: str, text: str) -> None:
        """Read a cell for itself."""
        value = read_cell(field, text, self.today)
        if value is None:
            self.doubt(field, kept=field != "age_band")  # only bands of age are ever kept: this may be a date of birth
        elif value != "":
            self.values[field] = value

    def names(self) -> None:
        """Read civility, last and first name, organisation."""
        for field in ("first_name", "organisation"):
            self._line(field)
        if "first_name" in self.values:
            self.values["first_name"] = from_capitals(self.values["first_name"])
        if "civility" in self.cells:
            self.values["civility"] = read_civility(one_line(self.cells["civility"])[:LONGEST])
        field = "full_name" if "full_name" in self.cells and "last_name" not in self.cells else "last_name"
        if field == "last_name" and not _words(self.cells, "full_name") <= _words(
            self.cells, "last_name", "first_name", "civility", "organisation"
        ):
            self.doubt("full_name", _("another name"))
        text = self._without_phone(one_line(self.cells.get(field, "")).strip())
        if not text:
            return
        if len(text) > LONGEST:
            self.doubt(field)
            self.values["last_name"] = text[:LONGEST]
        elif is_body(text) and not self.values.get("first_name"):
            if self.values.get("organisation", text) != text:
                self.doubt("organisation", _("another body’s name"))
            self.values["organisation"] = text
        else:
            self._person(field, text)

    def _without_phone(self, name: str) -> str:
        """Return a name without the telephone number written beside it, which is read as one."""
        found = _NUMBER.search(name[:LONGEST])
        if not found or "phone" in self.cells:
            return name
        self.cells["phone"] = found.group()
        return f"{name[: found.start()]} {name[found.end() :]}".strip(" -–,;:/")

    def _person(self, field: str, text: str) -> None:
        split = split_name(text)
        alone = field == "full_name" or "first_name" not in self.values
        if split.civility:
            self.values.setdefault("civility", split.civility)
        if not alone or (field == "last_name" and not split.sure):
            titled = split.civility and split.sure
            rest = " ".join(filter(None, (split.last, split.first))) if titled else text
            self.values["last_name"] = from_capitals(rest)
            return
        self.values |= {
            name: value for name, value in (("last_name", split.last), ("first_name", split.first)) if value
        }
        if not split.sure:
            self.doubt(field, _("last and first name could not be told apart"), kept=False)
        elif split.beside:
            self.doubt(field, _("words in brackets"))

    def profession(self, asked: bool) -> None:
        """Read the profession, its speciality and how it is practised."""
        self._line("speciality")
        text = one_line(self.cells.get("profession", "")).strip()
        said = named_profession(text)
        if not text:
            said = self._by_other_cells()
            if not said.code and asked:
                self.doubts.append(Doubt("profession", "", _("no profession is said"), kept=False))
        elif not said.code:
            self._unknown(text, said)
        elif said.doubt:
            self.doubt("profession", _("several professions"), kept=True)
        if text or said.code:
            self.values["profession"] = said.code or OTHER
        if said.body:
            self.values.setdefault("organisation", said.body)
        if said.speciality:
            self.values.setdefault("speciality", said.speciality)
        if "mode" in self.cells:
            self._mode()
        elif said.mode:
            self.values["mode"] = Mode(said.mode)

    def _by_other_cells(self) -> NamedProfession:
        """Return the profession that a speciality or a body's name says: « cardiologue », « Pharmacie du Centre »."""
        by_speciality = named_profession(self.values.get("speciality", ""))
        by_body = named_profession(self.values.get("organisation", ""))
        if by_speciality.code and not by_speciality.doubt:
            return NamedProfession(by_speciality.code)
        is_person = self.values.get("last_name") or self.values.get("first_name")
        return NamedProfession(by_body.code) if by_body.body and not is_person else NamedProfession("")

    def _unknown(self, text: str, said: NamedProfession) -> None:
        beside = "speciality" in self.values or len(text) > LONGEST
        if not beside:
            self.values["speciality"] = text
        names = _(" or ").join(filter(None, (", ".join(said.doubt[:-1]), *said.doubt[-1:])))
        why = _("may be: {names}").format(names=names) if names else _("this profession is not in the list")
        self.doubt("profession", why, kept=beside)

    def _mode(self) -> None:
        words = fold(self.cells["mode"][:LONGEST]).split()
        free = any(word.startswith(("liber", "independant")) for word in words)
        paid = any(word.startswith("salari") for word in words)
        if free or paid:
            self.values["mode"] = Mode.MIXED if free and paid else Mode.SELF_EMPLOYED if free else Mode.EMPLOYED
        else:
            self.plain("mode", self.cells["mode"])

    def phone(self) -> None:
        """Read the telephone: the first of several numbers, the others beside it."""
        text = self.cells.get("phone", "")
        if not text:
            return
        try:
            numbers = read_phones(text)
        except ValueError:
            self._no_number(text)
            return
        self.values["phone"] = numbers[0]
        self.doubts += [Doubt("phone", number, _("one number more")) for number in numbers[1:]]

    def _no_number(self, text: str) -> None:
        """Keep what is no number where it stands, and tell it: « sur rendez-vous », « 5,55E+08 »; not « … (matin) »."""
        if len(text) > LONGEST:
            self.doubt("phone")
            return
        self.values["phone"] = one_line(text).strip()
        if not _NUMBER.search(text):
            self.doubt("phone", _("not a telephone number"), kept=False)

    def departure(self) -> None:
        """Read what is known of a departure: a choice, years, a day or a month."""
        for field in ("departure_on", "departure"):
            text = self.cells.get(field, "").strip()
            if not text:
                continue
            try:
                day = read_day_or_month(text, self.today)
            except ValueError:
                self._departure_words(field, text)
                continue
            self.values.setdefault("departure_on", day)
            self.values["departure"] = Departure.ANNOUNCED
        if self.values.get("departure") in (Departure.NONE_KNOWN, Departure.UNKNOWN):
            self.values.pop("departure_on", None)

    def _departure_words(self, field: str, text: str) -> None:
        value = read_cell("departure", text, self.today)
        years = re.fullmatch(
            r"(?:dans|d ici|sous|a)(?: environ)? (\d|un|deux|trois|quatre|cinq) ans?", fold(text[:LONGEST])
        )
        if years:
            within = years[1] in ("1", "2", "un", "deux")
            value = Departure.WITHIN_2 if within else Departure.FROM_3_TO_5 if years[1] not in "06789" else None
        if value is None:
            self.doubt(field)
        elif field == "departure" or "departure" not in self.cells:
            self.values.setdefault("departure", value)

    def place(self) -> None:
        """Read where: said as such, or by a town other than the commune, an address, a distance."""
        place = read_cell("place", self.cells["place"], self.today) if "place" in self.cells else None
        said = self.cells.get("town", "") or (self.cells.get("place", "") if place is None else "")
        if len(said) > LONGEST:
            self.doubt("town" if "town" in self.cells else "place")
            said = ""
        elif place is None and "place" in self.cells and "town" in self.cells:
            self.doubt("place")
        as_choice = read_cell("place", said, self.today) if said else None
        town = Town() if as_choice else read_town(one_line(said))
        self._address(town)
        if not town.name and not as_choice:
            town = town_of_address(self.values.get("address", "")) or town
        if "distance_km" in self.cells:
            self.plain("distance_km", self.cells["distance_km"])
        if town.name:
            here = is_here(town.name, self.here)
            self.values["town"] = self.here.name if here else town.name
            place = place or (Proximity.HERE if here else Proximity.NEARBY)
            if here and not is_here(re.sub(r"[/;,+&]|\bet\b", "-", town.name), self.here):
                self.doubt("town" if "town" in self.cells else "address", _("several towns"))
            if place is Proximity.HERE and not here:
                self.doubt(
                    "town" if "town" in self.cells else "address",
                    _("not the commune, yet said to be in it"),
                    kept=False,
                )
        place = place or as_choice or self._by_distance(town)
        if place is not None:
            self.values["place"] = place

    def _by_distance(self, town: Town) -> Proximity | None:
        distance = self.values.get("distance_km")
        if distance is not None:
            return Proximity.NEARBY if distance > 0 else Proximity.HERE
        postcode = town.postcode or read_postcode(self.cells.get("postcode", ""))
        elsewhere = postcode and self.here.postcode and postcode[:2] != self.here.postcode[:2]
        return Proximity.NEARBY if elsewhere else None

    def _address(self, town: Town) -> None:
        """Keep the address, with the postcode and the town that stand in columns of their own."""
        address = self.cells.get("address", "").strip("\n")
        postcode = read_postcode(self.cells.get("postcode", "")) or town.postcode
        if self.cells.get("postcode", "").strip() and not read_postcode(self.cells["postcode"]):
            self.doubt("postcode")
        if postcode and postcode not in address and (address or "postcode" in self.cells):
            address = "\n".join(filter(None, (address, f"{postcode} {town.name}".strip())))
        if address.strip():
            self.values["address"] = address

    def _line(self, field: str) -> None:
        text = one_line(self.cells.get(field, "")).strip()
        if len(text) > LONGEST:
            self.doubt(field)
            if field == "speciality":
                return
        if text:
            self.values[field] = text[:LONGEST]


def _words(cells: Mapping[str, str], *fields: str) -> set[str]:
    return {word for field in fields for word in fold(cells.get(field, "")[:LONGEST]).split()}


def _is_nothing(field: str, text: str) -> bool:
    """Tell whether a cell says nothing: « - », « NC »."""
    if field in _KEPT_WHOLE:
        return not text.strip()
    words = text.strip()
    return not words.strip("-–—./_ \u00a0") or (len(words) < 20 and fold(words) in _NOTHING and field != "departure")

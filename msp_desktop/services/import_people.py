"""What the cells of a row say of a professional, together: names told apart, several numbers, where, until when."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from msp_desktop.domain.inventory import OTHER, Departure, Mode
from msp_desktop.domain.person_names import from_capitals, is_body, read_civility, split_name
from msp_desktop.domain.town_words import Here
from msp_desktop.formats.months import read_day_or_month
from msp_desktop.formats.phones import read_phones
from msp_desktop.formats.text import fold, one_line
from msp_desktop.i18n import _
from msp_desktop.method.professions import NamedProfession, named_profession
from msp_desktop.services.import_cells import LONGEST, read_cell
from msp_desktop.services.import_reading import Doubt, Reading, is_nothing
from msp_desktop.services.import_where import read_where

_NUMBER = re.compile(r"(?<!\d)0[1-9](?:[\s.\-/]{0,3}\d{2}){4}(?!\d)")
#: Fields that are read together here; the others cell by cell.
_TOGETHER = (
    "full_name", "last_name", "first_name", "civility", "organisation", "profession", "speciality", "mode", "phone",
    "departure", "departure_on", "place", "town", "postcode", "address", "street", "distance_km",
)  # fmt: skip


class PersonRead(Struct, frozen=True):
    """What a row says of a professional, and what is not understood of it."""

    values: dict[str, Any]
    doubts: tuple[Doubt, ...]


def read_people(cells: Mapping[str, str], columns: Collection[str], here: Here, today: date) -> PersonRead:
    """Return what the cells of a row say, by field; `columns` are the fields the file has, filled in this row or not.

    Nothing is asserted that is not said; what one cell holds never stops another.
    """
    reading = Reading({field: text for field, text in cells.items() if not is_nothing(field, text)}, here, today)
    _names(reading)
    _profession(reading, "profession" in columns)
    _phone(reading)
    _departure(reading)
    read_where(reading)
    for field, text in reading.cells.items():
        if field not in _TOGETHER:
            reading.plain(field, text)
    return PersonRead(reading.values, tuple(reading.doubts))


def _names(row: Reading) -> None:
    """Read civility, last and first name, organisation."""
    for field in ("first_name", "organisation"):
        row.line(field)
    if "first_name" in row.values:
        row.values["first_name"] = from_capitals(row.values["first_name"])
    if "civility" in row.cells:
        row.values["civility"] = read_civility(one_line(row.cells["civility"])[:LONGEST])
    field = "full_name" if "full_name" in row.cells and "last_name" not in row.cells else "last_name"
    if field == "last_name" and not _words(row.cells, "full_name") <= _words(
        row.cells, "last_name", "first_name", "civility", "organisation"
    ):
        row.doubt("full_name", _("another name"))
    text = _without_phone(row, one_line(row.cells.get(field, "")).strip())
    if not text:
        return
    if len(text) > LONGEST:
        row.doubt(field)
        row.values["last_name"] = text[:LONGEST]
    elif is_body(text) and not row.values.get("first_name"):
        if row.values.get("organisation", text) != text:
            row.doubt("organisation", _("another body’s name"))
        row.values["organisation"] = text
    else:
        _person(row, field, text)


def _without_phone(row: Reading, name: str) -> str:
    """Return a name without the telephone number written beside it, which is read as one."""
    found = _NUMBER.search(name[:LONGEST])
    if not found or "phone" in row.cells:
        return name
    row.cells["phone"] = found.group()
    return f"{name[: found.start()]} {name[found.end() :]}".strip(" -–,;:/")


def _person(row: Reading, field: str, text: str) -> None:
    split = split_name(text)
    alone = field == "full_name" or "first_name" not in row.values
    if split.civility:
        row.values.setdefault("civility", split.civility)
    if not alone or (field == "last_name" and not split.sure):
        titled = split.civility and split.sure
        rest = " ".join(filter(None, (split.last, split.first))) if titled else text
        row.values["last_name"] = from_capitals(rest)
        return
    row.values |= {name: value for name, value in (("last_name", split.last), ("first_name", split.first)) if value}
    if not split.sure:
        row.doubt(field, _("last and first name could not be told apart"), kept=False)
    elif split.beside:
        row.doubt(field, _("words in brackets"))


def _profession(row: Reading, asked: bool) -> None:
    """Read the profession, its speciality and how it is practised."""
    row.line("speciality")
    text = one_line(row.cells.get("profession", "")).strip()
    said = named_profession(text)
    if not text:
        said = _by_other_cells(row)
        if not said.code and asked:
            row.doubts.append(Doubt("profession", "", _("no profession is said"), kept=False))
    elif not said.code:
        _unknown(row, text, said)
    elif said.doubt:
        row.doubt("profession", _("several professions"), kept=True)
    if text or said.code:
        row.values["profession"] = said.code or OTHER
    if said.body:
        row.values.setdefault("organisation", said.body)
    if said.speciality:
        row.values.setdefault("speciality", said.speciality)
    if "mode" in row.cells:
        _mode(row)
    elif said.mode:
        row.values["mode"] = Mode(said.mode)


def _by_other_cells(row: Reading) -> NamedProfession:
    """Return the profession that a speciality or a body's name says: « cardiologue », « Pharmacie du Centre »."""
    by_speciality = named_profession(row.values.get("speciality", ""))
    by_body = named_profession(row.values.get("organisation", ""))
    if by_speciality.code and not by_speciality.doubt:
        return NamedProfession(by_speciality.code)
    is_person = row.values.get("last_name") or row.values.get("first_name")
    return NamedProfession(by_body.code) if by_body.body and not is_person else NamedProfession("")


def _unknown(row: Reading, text: str, said: NamedProfession) -> None:
    beside = "speciality" in row.values or len(text) > LONGEST
    if not beside:
        row.values["speciality"] = text
    names = _(" or ").join(filter(None, (", ".join(said.doubt[:-1]), *said.doubt[-1:])))
    why = _("may be: {names}").format(names=names) if names else _("this profession is not in the list")
    row.doubt("profession", why, kept=beside)


def _mode(row: Reading) -> None:
    words = fold(row.cells["mode"][:LONGEST]).split()
    free = any(word.startswith(("liber", "independant")) for word in words)
    paid = any(word.startswith("salari") for word in words)
    if free or paid:
        row.values["mode"] = Mode.MIXED if free and paid else Mode.SELF_EMPLOYED if free else Mode.EMPLOYED
    else:
        row.plain("mode", row.cells["mode"])


def _phone(row: Reading) -> None:
    """Read the telephone: the first of several numbers, the others beside it."""
    text = row.cells.get("phone", "")
    if not text:
        return
    try:
        numbers = read_phones(text)
    except ValueError:
        _no_number(row, text)
        return
    row.values["phone"] = numbers[0]
    row.doubts += [Doubt("phone", number, _("one number more")) for number in numbers[1:]]


def _no_number(row: Reading, text: str) -> None:
    """Keep what is no number where it stands, and tell it: « sur rendez-vous », « 5,55E+08 »; not « … (matin) »."""
    if len(text) > LONGEST:
        row.doubt("phone")
        return
    row.values["phone"] = one_line(text).strip()
    if not _NUMBER.search(text):
        row.doubt("phone", _("not a telephone number"), kept=False)


def _departure(row: Reading) -> None:
    """Read what is known of a departure: a choice, years, a day or a month."""
    for field in ("departure_on", "departure"):
        text = row.cells.get(field, "").strip()
        if not text:
            continue
        try:
            day = read_day_or_month(text, row.today)
        except ValueError:
            _departure_words(row, field, text)
            continue
        row.values.setdefault("departure_on", day)
        row.values["departure"] = Departure.ANNOUNCED
    if row.values.get("departure") in (Departure.NONE_KNOWN, Departure.UNKNOWN):
        row.values.pop("departure_on", None)


def _departure_words(row: Reading, field: str, text: str) -> None:
    value = read_cell("departure", text, row.today)
    years = re.fullmatch(
        r"(?:dans|d ici|sous|a)(?: environ)? (\d|un|deux|trois|quatre|cinq) ans?", fold(text[:LONGEST])
    )
    if years:
        within = years[1] in ("1", "2", "un", "deux")
        value = Departure.WITHIN_2 if within else Departure.FROM_3_TO_5 if years[1] not in "06789" else None
    if value is None:
        row.doubt(field)
    elif field == "departure" or "departure" not in row.cells:
        row.values.setdefault("departure", value)


def _words(cells: Mapping[str, str], *fields: str) -> set[str]:
    return {word for field in fields for word in fold(cells.get(field, "")[:LONGEST]).split()}

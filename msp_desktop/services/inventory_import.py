"""Import professionals from a spreadsheet, previewed first and written only on consent; export them again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.inventory import AgeBand, Departure, Mode, Proximity, Tri
from msp_desktop.domain.inventory_columns import COLUMNS, ImportPreview, ImportRow
from msp_desktop.domain.inventory_views import ProfessionalView
from msp_desktop.domain.inventory_words import AGE, DEPARTURE, MODE, PROXIMITY, TRI, words_of
from msp_desktop.domain.people import Category, Person, plain_name
from msp_desktop.errors import UserError
from msp_desktop.formats.numbers import decimal
from msp_desktop.formats.text import fold, one_line
from msp_desktop.formats.typed import parse_date
from msp_desktop.i18n import _, ngettext
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.inventory import insert_professional
from msp_desktop.services.mail import checked_addresses
from msp_desktop.services.register import professionals_and_people

_CHOICES: dict[str, Mapping[Any, str]] = {
    "place": PROXIMITY, "mode": MODE, "age_band": AGE, "departure": DEPARTURE,
    "works_alone": TRI, "ready": TRI, "new_patients": TRI,
}  # fmt: skip
#: What is written in several lines: kept to the letter.
_AS_IT_IS = ("address", "notes")
_NAMES = ("last_name", "first_name", "organisation")
#: The longest text that a field of one line takes, in characters; a longer one is kept in the notes.
LONGEST = 500
#: The longest distance between two communes that anybody notes, in kilometres.
FARTHEST = 1000
_DATES = ("age_noted_on", "departure_on", "checked_on")
_OTHER_WORDS: dict[str, StrEnum] = {
    "ici": Proximity.HERE, "dans la commune": Proximity.HERE, "a cote": Proximity.NEARBY, "alentours": Proximity.NEARBY,
    "o": Tri.YES, "x": Tri.YES, "n": Tri.NO, "liberale": Mode.SELF_EMPLOYED, "salariee": Mode.EMPLOYED,
    "non": Departure.NONE_KNOWN, "aucun": Departure.NONE_KNOWN, "d ici deux ans": Departure.WITHIN_2,
    "3 a 5 ans": Departure.FROM_3_TO_5, "annonce": Departure.ANNOUNCED, "inconnu": AgeBand.UNKNOWN,
}  # fmt: skip


def preview_import(reader: Reader, table: Sequence[Sequence[str]], today: date) -> ImportPreview:
    """Return what importing a table of professionals would add; UserError where its columns are not recognised."""
    if len(table) < 2:
        raise UserError(_("This table has no row: its first line must name the columns, the next ones the people."))
    fields = [_field(name) for name in table[0]]
    if "last_name" not in fields and "organisation" not in fields:
        raise UserError(
            _("These columns are not recognised. The first line must name them, « Nom » and « Métier » at least.")
        )
    known = _known(reader)
    rows: list[ImportRow] = []
    empty = 0
    for line, cells in enumerate(table[1:], 2):
        row = _row(line, *_sorted_out(table[0], fields, cells), known, today)
        if row is None:
            empty += 1
            continue
        known.add(_key(row.name, row.profession_label))
        rows.append(row)
    names = {field: name for field, name, _others in COLUMNS}
    return ImportPreview(
        recognised=tuple(names[field] for field in fields if field),
        ignored=tuple(
            name or _("column {number}, without a name").format(number=number)
            for number, (name, field) in enumerate(zip(table[0], fields, strict=True), 1)
            if not field and (name or any("".join(cells[number - 1 : number]).strip() for cells in table[1:]))
        ),
        rows=tuple(rows),
        empty_lines=empty,
    )


def import_professionals(store: Store, preview: ImportPreview) -> int:
    """Add what a preview announced, in one step of the history; return how many."""
    rows = preview.new_rows
    label = ngettext("{count} professional imported", "{count} professionals imported", len(rows))
    with store.write(label.format(count=len(rows)), large=True) as transaction:
        for row in rows:
            theirs = {name: value for name, value in row.values.items() if name in Person.__struct_fields__}
            mine = {name: value for name, value in row.values.items() if name not in Person.__struct_fields__}
            insert_professional(transaction, Person(category=Category.PROFESSIONAL, **theirs), mine)  # type: ignore[arg-type]
    return len(rows)


def export_rows(professionals: Sequence[ProfessionalView]) -> tuple[list[str], list[list[str]]]:
    """Return the header and rows of a spreadsheet that `preview_import` reads back."""
    header = [name for _field_name, name, _others in COLUMNS]
    return header, [[_shown(view, field) for field, _name, _others in COLUMNS] for view in professionals]


def _shown(view: ProfessionalView, field: str) -> str:
    if field == "profession":
        return kit_inventory().profession(view.row.profession).masculine
    value = getattr(view.person if field in Person.__struct_fields__ else view.row, field)
    if value is None:
        return ""
    if isinstance(value, StrEnum):
        return words_of(value)
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float):
        return decimal(value)
    return str(value)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", fold(text)).split())


def _field(name: str) -> str:
    wanted = _plain(name)
    for field, ours, others in COLUMNS:
        if wanted and (wanted == _plain(ours) or wanted in others):
            return field
    return ""


def _key(name: str, profession: str) -> tuple[str, str]:
    return " ".join(sorted(_plain(name).split())), _plain(profession)


def _known(reader: Reader) -> set[tuple[str, str]]:
    kit = kit_inventory()
    return {
        _key(plain_name(person), kit.profession(row.profession).masculine)
        for row, person in professionals_and_people(reader)
    }


@lru_cache(maxsize=1000)
def profession_code(text: str) -> str:
    """Return the code of a profession typed in words; an unknown one is kept as typed."""
    wanted = _plain(text)
    if not wanted:
        return "autre"
    for profession in kit_inventory().professions:
        if wanted in {_plain(word) for word in (profession.code, profession.masculine, profession.feminine,
                                                profession.plural)}:  # fmt: skip
            return profession.code
    if wanted.startswith("medecin") or wanted == "generaliste":
        return "medecin"
    if wanted.startswith("infirmi"):
        return "infirmier"
    return text.strip()


def _sorted_out(header: Sequence[str], fields: Sequence[str], cells: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Return the first cell filled of each field, and what no field takes: a second telephone."""
    taken: dict[str, str] = {}
    beside: list[str] = []
    for name, field, cell in zip(header, fields, cells, strict=False):
        if not field or not cell.strip():
            continue
        if field not in taken:
            taken[field] = cell
        elif cell.strip() != taken[field].strip() and field != "age_band":
            beside.append(f"{name.strip()}\u00a0: {cell.strip()}")
    return taken, beside


def _row(
    line: int, cells: dict[str, str], beside: list[str], known: set[tuple[str, str]], today: date
) -> ImportRow | None:
    person = Person(
        last_name=cells.get("last_name", "").strip(),
        first_name=cells.get("first_name", "").strip(),
        organisation=cells.get("organisation", "").strip(),
    )
    name = one_line(plain_name(person).strip())[:LONGEST]
    if not name:
        return None
    values: dict[str, object] = {}
    unread: list[str] = list(beside)
    left: list[str] = list(beside)
    for field, column, _others in COLUMNS:
        text = cells.get(field, "")
        if not text.strip():
            continue
        value = text if field in _AS_IT_IS else _value(field, text.strip(), today)
        if value is None:
            unread.append(f"{column}\u00a0: {text.strip()}")
            if field != "age_band":  # only bands of age are ever kept: this may be a date of birth
                left.append(unread[-1])
        if value is None and field in _NAMES:
            value = one_line(text.strip())[:LONGEST]
        if value is not None:
            values[field] = value
    if left:
        # Nothing of the file is lost: what no field takes is kept where it is read.
        values["notes"] = "\n".join(filter(None, [str(values.get("notes", "")), *left]))
    values.setdefault("profession", "autre")
    if "town" in values and "place" not in values and "distance_km" in values:
        values["place"] = Proximity.NEARBY
    if values.get("age_band") and "age_noted_on" not in values:
        values["age_noted_on"] = today
    code = str(values["profession"])
    label = kit_inventory().profession(code).masculine
    return ImportRow(line, name, label, values, _key(name, label) in known, tuple(unread))


def _value(field: str, text: str, today: date) -> object | None:
    """Return the value of a cell, None where its words are not understood."""
    if field == "profession":
        return profession_code(one_line(text))
    if field in _DATES:
        try:
            return parse_date(text, today)
        except ValueError:
            return None
    if field == "distance_km":
        return _kilometres(text)
    if field in _CHOICES:
        return _choice(field, text)
    if len(text) > LONGEST:
        return None
    if field == "phone":
        return f"0{text}" if re.fullmatch(r"[1-9]\d{8}", text) else one_line(text)  # a number has lost its zero
    if field == "email":
        return text if len(_addresses(text)) == 1 else None
    return one_line(text)


def _kilometres(text: str) -> float | None:
    found = re.findall(r"\d+(?:[.,]\d+)?", text)
    kilometres = float(found[0].replace(",", ".")) if len(found) == 1 and len(found[0]) < 20 else FARTHEST + 1
    return kilometres if kilometres <= FARTHEST else None


def _addresses(text: str) -> tuple[str, ...]:
    try:
        return checked_addresses(text)
    except UserError:
        return ()


def _choice(field: str, text: str) -> StrEnum | None:
    wanted = _plain(text)
    for choice, words in _CHOICES[field].items():
        if wanted in (_plain(words), _plain(words).removesuffix(" ans"), choice.value):
            assert isinstance(choice, StrEnum)
            return choice
    other = _OTHER_WORDS.get(wanted)
    if other is not None and other in _CHOICES[field] and type(other) is type(next(iter(_CHOICES[field]))):
        return other
    return _age_band(wanted) if field == "age_band" else None


def _age_band(words: str) -> AgeBand | None:
    """Return the band of an age in years: only the band is kept."""
    found = re.fullmatch(r"(\d{2})(?: ans)?", words)
    if not found:
        return None
    years = int(found[1])
    limits = ((40, AgeBand.UNDER_40), (50, AgeBand.FROM_40), (55, AgeBand.FROM_50), (60, AgeBand.FROM_55),
              (65, AgeBand.FROM_60))  # fmt: skip
    return next((band for limit, band in limits if years < limit), AgeBand.FROM_65)

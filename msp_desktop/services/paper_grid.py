"""The inventory's grid as filled in by hand, and the lines typed in from it."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import fields, replace

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change, changes
from msp_desktop.domain.inventory import (
    OTHER,
    AgeBand,
    Departure,
    Dynamic,
    HealthProfessional,
    Need,
    Offer,
    Opportunity,
    Proximity,
    Tri,
)
from msp_desktop.domain.inventory_words import AGE, DEPARTURE, TRI
from msp_desktop.domain.paper_grid import PaperField, PaperGrid, PaperQuestion, PaperRegister, PaperRow
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services import inventory as service
from msp_desktop.services.import_cells import profession_code
from msp_desktop.services.register import professionals_and_people

#: The boxes of words of the registers but the professionals': without any, there is no line.
_WORDS = ("name", "title", "who", "said_by", "public", "details", "town", "where")
#: What somebody writes for « in the commune itself ».
_HERE = ("", "ici", "commune", "sur place")
#: Letters from which the beginning of a choice is taken for it.
_BEGINNING = 3
#: The boxes of a question to tick: none ticked, nobody has answered.
_ANSWERS = ((Tri.YES, TRI[Tri.YES]), (Tri.NO, TRI[Tri.NO]))


def paper_grid(reader: Reader, today: date) -> PaperGrid:
    """Return the questions and registers in the order of the paper, with what the dossier holds already.

    A register's lines stand in the order in which they were added: line B3 of the paper is line B3 of the screen.
    """
    view = service.inventory_view(reader, today)
    questions = tuple(
        PaperQuestion(number, finding.id, theme, finding.question, finding.answer)
        for number, (theme, finding) in enumerate(
            ((theme.title, finding) for theme in view.themes for finding in theme.findings), 1
        )
    )
    return PaperGrid(questions, paper_registers(reader))


class PaperOrigin(Struct, frozen=True):
    """Who filled in the paper, and when: what is typed from it bears that date, not the day of typing."""

    filled_on: date
    filled_by: str = ""


def keep_line(store: Store, key: str, row_id: int | None, values: dict[str, Any], origin: PaperOrigin) -> int | None:
    """Write the values of a line and return its row's id; None while it says nothing.

    A new line is made with all its values; an emptied box (None) goes back to what it is before anybody answers; a
    line emptied of all its words is deleted. UserError where a professional would have no name.
    """
    new = row_id is None
    values = {name: value for name, value in values.items() if not new or value not in (None, "", Tri.UNKNOWN)}
    if not values or (new and key != "professionals" and not _says_something(values)):
        return row_id
    values = {name: value if value is not None else _unanswered(key, name) for name, value in values.items()}
    values = _with_place(values)
    if "profession" in values:
        values["profession"] = profession_code(values["profession"])
    if "age_band" in values:
        values["age_noted_on"] = None if values["age_band"] is AgeBand.UNKNOWN else origin.filled_on
    if new and key in ("professionals", "offers"):
        values |= {"checked_on": origin.filled_on, "source": origin.filled_by}
    if key == "professionals":
        return _professional(store, row_id, values)
    if row_id is not None:
        after = replace(store.reader.one(service.REGISTERS[key], row_id), **values)
        if not service.says_something(after):
            service.delete_rows(store, key, [row_id])
            return None
        service.update_row(store, row_id, Change(service.REGISTERS[key], **values))
        return row_id
    needed = {"kind": OTHER} if key in ("offers", "dynamics") else {"title": ""}
    added: int = service.add_row(store, Change(service.REGISTERS[key], **(needed | values))).id
    return added


def _says_something(values: dict[str, Any]) -> bool:
    """Tell whether a line (other than a professional's) says something: a strength alone does not."""
    return any(values.get(name) for name in _WORDS) or values.get("kind") not in (None, "", OTHER)


def read_choice(field: PaperField, text: str) -> Any:
    """Return the value of what is typed in a box with choices: a number of the paper, words, or their beginning.

    None where nothing is. Words outside the list are kept as typed, but for a box to number or to tick: ValueError.
    """
    wanted = fold(text)
    if not wanted:
        return None
    if field.numbered and wanted.isdecimal():
        number = int(wanted)
        if not 1 <= number <= len(field.choices):
            raise ValueError(text)
        return field.choices[number - 1][0]
    exact = next((value for value, words in field.choices if fold(words) == wanted), None)
    if exact is None and len(wanted) >= (1 if field.tick else _BEGINNING):
        exact = next((value for value, words in field.choices if fold(words).startswith(wanted)), None)
    if exact is not None:
        return exact
    if field.numbered or field.tick:
        raise ValueError(text)
    return text.strip()


def choice_words(field: PaperField, value: Any) -> str:
    """Return what a box with choices shows for a value; nothing where the list has « unknown » for it."""
    words = next((words for key, words in field.choices if key == value), None)
    if words is not None:
        return words
    return "" if field.numbered or field.tick or value is None else str(value)


def _unanswered(key: str, name: str) -> Any:
    """Return a field's value before it is answered."""
    if name in ("profession", "kind"):
        return OTHER
    record = HealthProfessional if key == "professionals" else service.REGISTERS[key]
    return next((field.default for field in fields(record) if field.name == name), "")


def _professional(store: Store, row_id: int | None, values: dict[str, Any]) -> int:
    if row_id is not None:
        person = store.reader.one(Person, store.reader.one(HealthProfessional, row_id).person_id)
        names = ("last_name", "first_name", "organisation")
        if not any(str(values.get(name, getattr(person, name))).strip() for name in names):
            raise UserError(_("A professional needs a name. To take somebody off, delete the line in the register."))
        service.update_professional(store, row_id, *changes((Person, HealthProfessional), values))
        return row_id
    person = Person(last_name=values.pop("last_name", ""), first_name=values.pop("first_name", ""))
    return service.add_professional(store, person, {"profession": OTHER} | values).id


def _with_place(values: dict[str, Any]) -> dict[str, Any]:
    """Split a typed place into « here » or the name of a town nearby."""
    if "where" not in values:
        return values
    town = str(values.pop("where")).strip()
    here = fold(town) in _HERE
    return values | {"place": Proximity.HERE if here else Proximity.NEARBY, "town": "" if here else town}


def paper_registers(reader: Reader) -> tuple[PaperRegister, ...]:
    """Return the registers in the order of the paper, with their rows."""
    kit = kit_inventory()
    professions = tuple((entry.code, entry.masculine) for entry in kit.professions)
    ages = tuple((band, AGE[band]) for band in AgeBand if band is not AgeBand.UNKNOWN)
    departures = tuple((kind, DEPARTURE[kind]) for kind in Departure if kind is not Departure.UNKNOWN)
    strengths = tuple((int(number), words) for number, words in kit.strengths.items())
    where = "Lieu\u00a0: «\u00a0ici\u00a0» (ou rien), ou le nom de la commune voisine."
    return (
        PaperRegister(
            "A", "professionals", "Les professionnels",
            f"{where} Seul\u00a0: exerce seul. Prêt\u00a0: prêt à s’engager\u202f; rien de coché\u00a0: pas demandé. "
            "Restez factuel.",
            (
                PaperField("last_name", "Nom", 28),
                PaperField("first_name", "Prénom", 22),
                PaperField("profession", "Métier", 28, professions),
                PaperField("where", "Lieu", 24),
                PaperField("age_band", "Âge", 10, ages, numbered=True),
                PaperField("departure", "Départ", 14, departures, numbered=True),
                PaperField("works_alone", "Seul", 15, _ANSWERS, tick=True),
                PaperField("ready", "Prêt", 15, _ANSWERS, tick=True),
            ),
            tuple(_shown(row, person) for row, person in professionals_and_people(reader)),
            14,
        ),
        PaperRegister(
            "B", "offers", "Les offres de soins", where,
            (
                PaperField("kind", "Offre", 46, tuple(kit.offers.items())),
                PaperField("name", "Nom", 40),
                PaperField("where", "Lieu", 30),
                PaperField("details", "À savoir", 40),
            ),
            tuple(_shown(row) for row in reader.all(Offer, order="position, id")),
            6,
        ),
        PaperRegister(
            "C", "dynamics", "Les dynamiques", "",
            (
                PaperField("title", "Ce qui se passe", 64),
                PaperField("who", "Qui le porte", 42),
                PaperField("details", "À savoir", 50),
            ),
            tuple(_shown(row) for row in reader.all(Dynamic, order="position, id")),
            4,
        ),
        PaperRegister(
            "D", "needs", "Les besoins", "",
            (
                PaperField("title", "Besoin", 66),
                PaperField("said_by", "Qui le dit", 38),
                PaperField("public", "Public", 38),
                PaperField("strength", "Force", 14, strengths, numbered=True),
            ),
            tuple(_shown(row) for row in reader.all(Need, order="position, id")),
            5,
        ),
        PaperRegister(
            "E", "opportunities", "Les opportunités", "",
            (
                PaperField("title", "Opportunité", 64),
                PaperField("who", "Qui", 42),
                PaperField("details", "À savoir", 50),
            ),
            tuple(_shown(row) for row in reader.all(Opportunity, order="position, id")),
            4,
        ),
    )  # fmt: skip


def _shown(row: Any, person: Person | None = None) -> PaperRow:
    """Return a row's fields by the names of the paper."""
    values = {name: getattr(row, name) for name in row.__struct_fields__}
    if person is not None:
        values |= {"last_name": person.last_name or person.organisation, "first_name": person.first_name}
    if "place" in values:
        values["where"] = row.town if row.place is Proximity.NEARBY else _HERE[1]
    return PaperRow(row.id, values)

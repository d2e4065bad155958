"""The columns of the five registers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from msgspec.structs import replace

from msp_desktop.domain.inventory import (
    OTHER,
    STRENGTH_UNKNOWN,
    Departure,
    Dynamic,
    Need,
    Offer,
    Opportunity,
    Proximity,
    Tri,
)
from msp_desktop.domain.inventory_words import AGE, DEPARTURE, NO_STRENGTH, PROXIMITY, departure_words, words_of
from msp_desktop.formats.dates import medium_date, short_date
from msp_desktop.formats.text import fold
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import N_, _, language
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.workspace import Workspace

Write = Callable[[int, dict[str, Any]], None]

REGISTERS = (
    ("professionals", N_("Professionals"), N_("Add a professional")),
    ("offers", N_("Offers"), N_("Add an offer")),
    ("dynamics", N_("Dynamics"), N_("Add a dynamic")),
    ("needs", N_("Needs"), N_("Add a need")),
    ("opportunities", N_("Opportunities"), N_("Add an opportunity")),
)

#: The columns of professionals left to the panel where there is no room, the least useful first, and what the others
#: may give meanwhile, in pixels at 100 %.
LEFT_OUT, GIVEN = (8, 7, 6, 5, 3), 60

#: What reading a spreadsheet into each register, and writing one from it, is called.
EXCHANGE = {
    "professionals": (N_("Import professionals…"), N_("Export professionals…")),
    "offers": (N_("Import offers…"), N_("Export offers…")),
    "dynamics": (N_("Import dynamics…"), N_("Export dynamics…")),
    "needs": (N_("Import needs…"), N_("Export needs…")),
    "opportunities": (N_("Import opportunities…"), N_("Export opportunities…")),
}
#: Names of the files proposed for each: French, as everything that leaves the application.
EXPORT_NAMES = {
    "professionals": "professionnels",
    "offers": "offres",
    "dynamics": "dynamiques",
    "needs": "besoins",
    "opportunities": "opportunités",
}

#: What a new row is made with: the first cell is then opened to type in.
NEW_ROWS: dict[str, dict[str, Any]] = {
    "offers": {"kind": OTHER},
    "dynamics": {"kind": OTHER},
    "needs": {"title": ""},
    "opportunities": {"title": ""},
}

#: The records of the registers that are all in their table.
SHOWN = {
    "offers": Offer.__name__,
    "dynamics": Dynamic.__name__,
    "needs": Need.__name__,
    "opportunities": Opportunity.__name__,
}

#: The fields of a register, in the order of its columns: what a paste fills.
FIELDS = {
    "offers": ("kind", "name", "place", "town", "details"),
    "dynamics": ("title", "kind", "who", "details"),
    "needs": ("title", "said_by", "public", "strength", "profession", "details"),
    "opportunities": ("title", "who", "profession", "details"),
}
#: Where a line comes from and when it was checked: columns that no paste of cells fills.
_BEHIND = {"offers": ("source", "checked_on")}


def register_columns(register: str, write: Write, workspace: Workspace) -> Sequence[Column]:
    """Return the columns of a register; `write(id, values)` stores a change."""
    if register == "professionals":
        return _professionals(write, workspace)
    kit = kit_inventory()
    offers, dynamics = list(kit.offers.items()), list(kit.dynamics.items())
    strengths = [(str(STRENGTH_UNKNOWN), NO_STRENGTH), *kit.strengths.items()]
    places = [(choice.value, words) for choice, words in PROXIMITY.items()]
    professions = [("", "–"), *((entry.code, entry.masculine) for entry in kit.professions)]
    made = {
        "kind": _choice("kind", _("Kind"), offers if register == "offers" else dynamics, write, width=170),
        "name": _text("name", _("Name"), write, 240),
        "place": _choice("place", _("Place"), places, write, Proximity, width=110),
        "town": _text("town", _("Town"), write, 130),
        "title": _text("title", _("What"), write, 330),
        "who": _text("who", _("Who"), write, 180),
        "said_by": _text("said_by", _("Said by"), write, 150),
        "public": _text("public", _("Public"), write, 150),
        "strength": _choice("strength", _("Strength"), strengths, write, int, width=100),
        "profession": _choice("profession", _("Profession"), professions, write, width=140),
        "details": _text("details", _("Details"), write, 240),
        "source": _text("source", _("Source"), write, 150),
        "checked_on": _checked(write, workspace, lambda row: row.checked_on),
    }
    return [
        replace(made[name], shows=((SHOWN[register], name),))
        for name in (*FIELDS[register], *_BEHIND.get(register, ()))
    ]


def _professionals(write: Write, workspace: Workspace) -> Sequence[Column]:
    professions = [(profession.code, profession.masculine) for profession in kit_inventory().professions]
    ages = [(choice.value, words) for choice, words in AGE.items()]
    departures = [(choice.value, words) for choice, words in DEPARTURE.items()]
    tri = [(Tri.YES.value, "oui"), (Tri.NO.value, "non"), (Tri.UNKNOWN.value, words_of(Tri.UNKNOWN))]

    def enumerated(name: str, kind: type[StrEnum]) -> Callable[[Any, str], None]:
        def store(row: Any, value: str) -> None:
            write(row.id, {name: kind(value)})

        return store

    def soon(row: Any) -> bool:
        return row.row.departure in (Departure.ANNOUNCED, Departure.WITHIN_2)

    return [
        Column(_("Name"), lambda r: r.name, key=_by_name, width=146),
        Column(_("Profession"), lambda r: r.label, lambda r, v: write(r.id, {"profession": v}), lambda: professions,
               lambda r: r.row.profession, width=124),
        Column(_("Place"), lambda r: r.where, width=150, key=lambda r: (r.row.distance_km or 0, fold(r.where))),
        Column(_("Age"), lambda r: _dash(words_of(r.row.age_band)), enumerated("age_band", type(next(iter(AGE)))),
               lambda: ages, lambda r: r.row.age_band, width=122),
        Column(_("Departure"), lambda r: departure_words(r.row), enumerated("departure", Departure), lambda: departures,
               lambda r: r.row.departure, width=168, tone=lambda r: "late" if soon(r) else "ink",
               glyph=lambda r: ("warning", "late") if soon(r) else None),
        Column(_("Alone"), lambda r: _tri(r.row.works_alone), enumerated("works_alone", Tri), lambda: tri,
               lambda r: r.row.works_alone, width=50),
        Column(_("Ready"), lambda r: _tri(r.row.ready), enumerated("ready", Tri), lambda: tri,
               lambda r: r.row.ready, width=50),
        _checked(write, workspace, lambda r: r.row.checked_on),
        Column(_("Source"), lambda r: " ".join(r.row.source.split("\n")), lambda r, text: write(r.id, {"source": text}),
               width=170),
    ]  # fmt: skip


def _checked(write: Write, workspace: Workspace, day_of: Callable[[Any], date | None]) -> Column:
    """Return the column of the day on which a line was checked, which no coming day can be."""

    def seen(row: Any) -> str:
        day = day_of(row)
        if day is None:
            return "–"
        return (short_date if day.year == workspace.today().year else medium_date)(day, language())

    def checked(row: Any, text: str) -> None:
        workspace.with_date(text, lambda day: write(row.id, {"checked_on": day}), Toward.BEHIND)

    return Column(_("Checked"), seen, checked, key=lambda row: day_of(row) or date.min, width=84)


def _by_name(row: Any) -> tuple[str, str]:
    return fold(row.person.last_name), fold(row.person.first_name)


def _tri(value: Tri) -> str:
    return "–" if value is Tri.UNKNOWN else words_of(value)


def _dash(words: str) -> str:
    return "–" if words == "non connu" else words


def _text(name: str, title: str, write: Write, width: int) -> Column:
    def shown(row: Any) -> str:
        return " ".join(str(getattr(row, name)).split("\n"))

    return Column(title, shown, lambda row, text: write(row.id, {name: text}), width=width)


def _choice(
    name: str,
    title: str,
    choices: Sequence[tuple[str, str]],
    write: Write,
    convert: Callable[[str], Any] = str,
    *,
    width: int,
) -> Column:
    words = dict(choices)

    def shown(row: Any) -> str:
        value = getattr(row, name)
        return words.get(str(value), str(value))

    def chosen(row: Any) -> str:
        return str(getattr(row, name))

    return Column(
        title, shown, lambda row, value: write(row.id, {name: convert(value)}), lambda: choices, chosen, width=width
    )

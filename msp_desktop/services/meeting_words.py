"""A meeting's words as they are said today: the town's federation in them, its mayor and référent as a man or a woman."""

from __future__ import annotations

from datetime import time

from msgspec.structs import replace

from msp_desktop.db.reader import Reader
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.meetings import AgendaItem, Meeting
from msp_desktop.domain.people import Person
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.models import filled
from msp_desktop.formats.french.people import gendered
from msp_desktop.formats.text import fold
from msp_desktop.services.letterhead import commune_words, current_referent

#: What the method said before 1.3 whatever the hour, and what it says.
_ALWAYS_EVENING = ("Merci d’être venus. Ce soir, la commune", "Merci d’être venus. {Ce_soir}, la commune")
#: What it said before 1.3 whoever the mayor, and what it says.
_ALWAYS_A_MAN = ("Accueil par le maire", "Accueil par {le_maire}")


def in_words(reader: Reader, text: str) -> str:
    """Return a text of the method, or typed after it, with its words in braces filled in."""
    return filled(text, commune_words(reader)) if "{" in text else text


def meeting_in_words(reader: Reader, meeting: Meeting) -> Meeting:
    """Return a meeting with its words filled in: they are kept as the model has them until somebody changes them."""
    # Looked at as they are stored, which `papers/sources` does not note: a paper is made from what it shows of them.
    names = ("title", "introduction", "objectives", "opening_words")
    texts = {name: object.__getattribute__(meeting, name) for name in names}
    texts["opening_words"] = filled(texts["opening_words"].replace(*_ALWAYS_EVENING), part_of_day(meeting.starts_at))
    return replace(meeting, **{name: in_words(reader, text) for name, text in texts.items()})


def part_of_day(hour: time | None) -> dict[str, str]:
    """Return what a model may name of a meeting's hour: `ce_soir`, `Ce_soir` (« Ce matin », « Aujourd’hui » without an hour)."""
    if hour is None:
        words = "aujourd’hui"
    else:
        words = "ce matin" if hour.hour < 12 else "cet après-midi" if hour.hour < 18 else "ce soir"
    return {"ce_soir": words, "Ce_soir": capital(words)}


def item_in_words(reader: Reader, item: AgendaItem) -> AgendaItem:
    """Return a point of the agenda with its words filled in, whoever leads it as a man or a woman."""
    return replace(
        item, leads=led_by(reader, item.leads), content=in_words(reader, item.content.replace(*_ALWAYS_A_MAN))
    )


def led_by(reader: Reader, names: str) -> str:
    """Return who leads a point: « la maire, la référente santé » where they are women."""
    return ", ".join(_agreeing(reader, name.strip()) for name in names.split(","))


def _agreeing(reader: Reader, name: str) -> str:
    match fold(name):
        case "le maire" | "la maire":
            said = gendered(reader.one(Commune, 1).mayor_civility, "le maire", "la maire")
        case "le referent sante" | "la referente sante":
            term = current_referent(reader)
            person = reader.find(Person, id=term.person_id) if term and term.person_id else None
            said = gendered(person.civility if person else "", "le référent santé", "la référente santé")
        case _:
            return name
    return capital(said) if name[0].isupper() else said

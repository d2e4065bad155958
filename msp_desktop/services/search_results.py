"""What is shown of a text found: whose it is, the words around the match, where it stands."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.domain.exchanges import GLYPHS, Exchange
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person, display_name
from msp_desktop.domain.search import Term, looked_at, spans
from msp_desktop.domain.search_index import Place
from msp_desktop.domain.tabs import TAB_KEYS, tab_entry
from msp_desktop.formats.quick import near_date, short_date
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _, language
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.search_places import KINDS, PLACE_NAMED, PLACES, tab_of
from msp_desktop.services.search_words import words_of
from msp_desktop.services.who import names_of, parts_of

#: Characters before a match in a row, of a row, and of a text in the panel.
_BEFORE, _ROW, _PANEL = 28, 300, 1_500
#: Characters looked through at a time for the match to show, and how far two such pieces overlap.
_PIECE, _LAP = 4_000, 200
_ICONS = {kind.key: kind.icon for kind in KINDS}

Spans = tuple[tuple[int, int], ...]


class ResultRow(Struct, frozen=True):
    """A row of results: its words and the spans to show in them, and where it stands."""

    place: Place
    icon: str
    words: str
    spans: Spans
    where: str


class ResultCard(Struct, frozen=True):
    """A result beside the list: what it belongs to, the name of its field, its text and the spans to show in it."""

    place: Place
    title: str
    second: str
    label: str
    words: str
    spans: Spans


def result_row(reader: Reader, place: Place, asked: tuple[Term, ...], today: date) -> ResultRow | None:
    """Return a row of results; None where its record is gone."""
    record = _record(reader, place)
    if record is None:
        return None
    host = _host(reader, record)
    text = one_line(text_at(reader, record, place[2]))
    declared = PLACE_NAMED[place[0]]
    shown = PLACES[type(host)]
    where = _(declared.fields[place[2]])
    icon = _ICONS[shown.kind]
    if isinstance(host, Exchange):
        icon = GLYPHS[host.channel]
    if record is host and place[2] == next(iter(declared.fields)) and not isinstance(host, Exchange):
        # The title says it: it is shown with what else tells it from others.
        if isinstance(host, (Person, Meeting)):
            words = _title(reader, host, today)
            shown_in = _("Directory") if isinstance(host, Person) else _tab_title(tab_of(record))
            return ResultRow(place, icon, words, spans(words, asked), shown_in)
        words, found = _around(text, asked, 3 * _BEFORE, _ROW)
        return ResultRow(place, icon, words, found, _tab_title(tab_of(record)))
    around, found = _around(text, asked, _BEFORE, _ROW)
    head = _head(reader, host, today)
    lead = _("{what}: ").format(what=head) if head and head != text else ""
    return ResultRow(
        place, icon, lead + around, tuple((begin + len(lead), end + len(lead)) for begin, end in found), where
    )


def result_card(reader: Reader, place: Place, asked: tuple[Term, ...], today: date) -> ResultCard | None:
    """Return what stands beside the list for a result; None where its record is gone."""
    record = _record(reader, place)
    if record is None:
        return None
    host = _host(reader, record)
    declared = PLACES[type(host)]
    kind = next(kind for kind in KINDS if kind.key == declared.kind)
    around, found = _around(text_at(reader, record, place[2]), asked, _PANEL // 2, _PANEL)
    label = _(PLACE_NAMED[place[0]].fields[place[2]])
    return ResultCard(place, _title(reader, host, today), _(kind.title), label, around, found)


def text_at(reader: Reader, record: Any, attribute: str) -> str:
    """Return a text as it is shown, with the people linked to it by reference."""

    def name_of(person_id: int) -> str:
        person = reader.find(Person, id=person_id)
        return display_name(person) if person is not None else ""

    words = words_of(record, attribute, name_of)
    if any(part.words == attribute for part in parts_of(type(record))):
        names = names_of(reader, type(record), record.id, attribute).get(record.id, ())
        words = ", ".join(filter(None, (*names, words)))
    return words


def _record(reader: Reader, place: Place) -> Any:
    return reader.find(PLACE_NAMED[place[0]].record, id=place[1])


def _host(reader: Reader, record: Any) -> Any:
    for column, host in PLACES[type(record)].hosts.items():
        return reader.find(host, id=getattr(record, column)) or record
    return record


def _tab_title(key: str) -> str:
    if key in TAB_KEYS:
        return _(tab_entry(key).title)
    return _("Documents produced") if key == "documents" else _("Commune and letterhead")


def _title(reader: Reader, host: Any, today: date) -> str:
    """Return what an entry is called, with what tells it from others."""
    if isinstance(host, Person):
        return ", ".join(filter(None, (display_name(host), *_trade(reader, host))))
    if isinstance(host, Meeting) and host.held_on:
        return f"{host.title}, {near_date(host.held_on, today, language())}"
    if isinstance(host, Exchange):
        return host.subject or _("Exchange")
    return _head(reader, host, today)


def _trade(reader: Reader, person: Person) -> tuple[str, ...]:
    """Return the profession or function of a person, and where."""
    row = reader.find(HealthProfessional, person_id=person.id)
    body = person.organisation if person.first_name or person.last_name else ""
    if row is None:
        return person.function, body
    return kit_inventory().profession(row.profession).masculine, row.town or body


def _head(reader: Reader, host: Any, today: date) -> str:
    """Return what stands before a text of an entry in its row."""
    if isinstance(host, Person):
        return display_name(host)
    if isinstance(host, Exchange):
        return short_date(host.held_on, language())
    if isinstance(host, ProducedDocument):
        return f"{host.title}, {short_date(host.made_at.date(), language())}"
    for attribute in PLACES[type(host)].fields:
        words = text_at(reader, host, attribute)
        if words:
            line = one_line(words)
            return line if len(line) <= 60 else f"{line[:59].rstrip()}…"
    return ""


def _around(text: str, asked: tuple[Term, ...], before: int, most: int) -> tuple[str, Spans]:
    """Return the words around the first match of a text, at most so many characters, and the spans in them."""
    begin = _first(text, asked)
    start = max(0, begin - before)
    if start:
        cut = text.find(" ", start, begin)
        start = cut + 1 if cut >= 0 else start
    piece = text[start : start + most]
    lead = "… " if start else ""
    tail = "…" if start + most < len(text) else ""
    return f"{lead}{piece}{tail}", tuple((b + len(lead), e + len(lead)) for b, e in spans(piece, asked))


def _first(text: str, asked: tuple[Term, ...]) -> int:
    """Return where the first match stands, 0 where none does: a text may be as long as a novel."""
    for begin in range(0, len(text), _PIECE - _LAP):
        piece = text[begin : begin + _PIECE]
        line = looked_at(piece)
        if any(re.search(term.seen, line) for term in asked):
            found = spans(piece, asked)
            return begin + found[0][0] if found else begin
    return 0

"""The inventory with names, for the town hall alone: a table of three lines a person, all notes whatever their length."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from msgspec import structs
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from msp_desktop.documents import blocks, draw, fonts, style
from msp_desktop.documents.blocks.layout import layout
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Drawing, Heading, Text, WideText
from msp_desktop.documents.text import glued, pieces, typed, typed_paragraphs
from msp_desktop.domain.inventory import AgeBand, Departure, HealthProfessional, Mode, Proximity, Tri
from msp_desktop.domain.inventory_privacy import Withheld
from msp_desktop.domain.inventory_views import ProfessionalView
from msp_desktop.domain.inventory_watch import watched
from msp_desktop.domain.inventory_words import departure_words, words_of
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.what_changed import NOTHING_CHANGED, WhatChanged, latest, named_words, sources_words
from msp_desktop.formats.dates import long_date, medium_date, month_name
from msp_desktop.formats.french.people import is_feminine
from msp_desktop.formats.french.trades import trade
from msp_desktop.formats.months import is_month_end
from msp_desktop.formats.numbers import counted
from msp_desktop.formats.phones import phone

TITLE = "État des lieux nominatif"
#: What stands for what nobody has said.
UNKNOWN = "–"
#: Columns in millimetres: who, where, age and departure, then three answers.
_WIDTHS = (46.0, 36.0, 38.0, 16.0, 16.0, 16.0)
_ANSWER = 16.0 * mm
#: Between two columns of words; the width of what is said under all of them but the first.
_GUTTER, _UNDER = 3 * mm, 122 * mm
#: Size of the words beside a blank; longest note that follows the facts on their line, in letters.
_SIZE, _SHORT = 11.0, 200
_INTRO = (
    "Ce document nomme des personnes\u00a0: il reste à la mairie. "
    "Pour le partager, imprimez «\u00a0État des lieux\u00a0», qui ne porte que des nombres. "
    f"«\u00a0{UNKNOWN}\u00a0»\u00a0: non renseigné."
)


def write_inventory_names(
    path: Target,
    head: Letterhead,
    professionals: Sequence[ProfessionalView],
    made_at: datetime,
    notice: str,
    kept: Sequence[Withheld] = (),
    changed: WhatChanged = NOTHING_CHANGED,
) -> BuildResult:
    """Write every professional with every field filled and all of the notes, what to watch, and what each may ask.

    `notice` says what the data are kept for, `kept` is what the inventory that goes round does not say, since it names them;
    `changed` what official files tell has changed.
    """
    today = made_at.date()

    def story(_density: float) -> list[Flowable]:
        count = counted(len(professionals), "professionnel")
        subtitle = glued(f"{count} {head.at_commune} et autour, au {long_date(today)}")
        here, told = _here(head)
        rows = [_row(professional, here) for professional in professionals]
        return [
            *_title(subtitle, f"{_INTRO}{told}", today),
            *blocks.open_table(
                _header(), rows, _WIDTHS, stub=1, air=1.15, fixed=True, summary=f"{TITLE}, {count}"
            ),
            blocks.gap(8),
            *_closing(notice, professionals, kept, changed, today),
        ]  # fmt: skip

    page = furniture(head, TITLE, today, private=True, private_words="usage interne – ne pas diffuser")
    # Without the day of the week, the foot has room for the town and for both marks.
    return build(path, story, structs.replace(page, made_on=medium_date(today)), made_at=made_at)


def _title(subtitle: str, intro: str, today: date) -> list[Flowable]:
    kept = ("À revoir avant le", medium_date(_year_later(today)), "Base légale", "mission d’intérêt public")
    margin = [Text(typed(words), style.style("note" if place % 2 else "note_bold")) for place, words in enumerate(kept)]
    title = [
        Heading(typed(TITLE, fonts.BOLD), style.style("title"), level=1),
        *typed_paragraphs(subtitle, style.style("subtitle")),
        *typed_paragraphs(intro, style.style("note")),
    ]
    return [layout([[margin, title]], [style.MARGIN_COLUMN, style.AXIS_WIDTH]), blocks.gap(4)]


def _year_later(day: date) -> date:
    """Return the day on which what is kept is looked through again (CNIL: kept no longer than is needed)."""
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _here(head: Letterhead) -> tuple[str, str]:
    """Return how the town is named in the table, and what tells it where its name is too long to be said on each line."""
    fonts.register()
    if fonts.width(head.commune, fonts.REGULAR, 10) <= _WIDTHS[1] * mm - _GUTTER:
        return head.commune, ""
    return "ici", f" «\u00a0ici\u00a0»\u00a0: {head.at_commune}."


# --- the table -----------------------------------------------------------------------------------


def _header() -> list[blocks.Content]:
    def two(first: str, second: str) -> list[Flowable]:
        return [Text(f"{typed(first, fonts.BOLD)}", style.style("head")), Text(typed(second), style.style("cell"))]

    def answer(words: str) -> list[Flowable]:
        return [WideText(typed(words, fonts.BOLD), style.style("cell_center_bold"), wide=_ANSWER)]

    return [
        two("Nom", "métier, téléphone"), two("Lieu", "exercice"), two("Âge", "départ"),
        answer("exerce\nseul"), answer("prêt à\ns’engager"), answer("nouveaux\npatients"),
    ]  # fmt: skip


def _row(view: ProfessionalView, here: str) -> list[blocks.Content]:
    row, person = view.row, view.person
    work = trade(view.label, row.speciality, feminine=is_feminine(person.civility))
    who: list[Flowable] = [Text(typed(_name(view), fonts.BOLD), style.style("cell_bold")), _cell(work)]
    if number := phone(person.phone):
        who.append(Text(typed(number), style.style("note")))
    place = here if row.place is Proximity.HERE else view.where
    where = [_cell(place), _cell(_unless(row.mode, Mode.UNKNOWN))]
    known = row.departure not in (Departure.UNKNOWN, Departure.NONE_KNOWN)
    when = [_cell(_unless(row.age_band, AgeBand.UNKNOWN)), _cell(departure_words(row), heavy=known)]
    answers: list[list[Flowable]] = [[_answer(value)] for value in (row.works_alone, row.ready, row.new_patients)]
    if row.checked_on:
        checked = f"vérifié le {medium_date(row.checked_on)}"
        answers[0].append(WideText(typed(checked), style.style("note_right"), wide=3 * _ANSWER))
    said = [WideText(typed(words), style.style("note"), wide=_UNDER) for words in details(view)]
    if said:
        # What is said under goes under the lowest of the columns it goes across.
        deeper = _height(when, _WIDTHS[2]) - _height(where, _WIDTHS[1])
        where += [Spacer(1, max(0.0, deeper)), *said]
    return [who, where, when, *answers]


def _height(content: Sequence[Flowable], width: float) -> float:
    return sum(float(flowable.wrap(width * mm - _GUTTER, 1e6)[1]) for flowable in content)


def _cell(words: str, *, heavy: bool = False) -> Flowable:
    name, face = ("cell_bold", fonts.BOLD) if heavy else ("cell", fonts.REGULAR)
    return Text(typed(words, face), style.style(name))


def _answer(value: Tri) -> Flowable:
    name = "cell_center_bold" if value is Tri.YES else "cell_center"
    words = UNKNOWN if value is Tri.UNKNOWN else words_of(value)
    return WideText(typed(words, style.style(name).fontName), style.style(name), wide=_ANSWER)


def _unless(value: Mode | AgeBand, unknown: Mode | AgeBand) -> str:
    return UNKNOWN if value is unknown else words_of(value)


def _name(view: ProfessionalView) -> str:
    """Return « Fontanel Léa, Dr », the body's name where there is no person."""
    person = view.person
    if not (person.last_name or person.first_name):
        return view.name or "Sans nom"
    return ", ".join(filter(None, (f"{person.last_name} {person.first_name}".strip(), person.civility)))


def _aged_apart(row: HealthProfessional) -> bool:
    """Tell whether the age was noted on another day than the rest was checked."""
    return row.age_band is not AgeBand.UNKNOWN and row.age_noted_on != row.checked_on


def details(view: ProfessionalView) -> list[str]:
    """Return what else is known of a professional, on one line where it holds, then the notes."""
    row, person = view.row, view.person
    named = person.last_name or person.first_name
    facts = [
        person.email,
        person.organisation if named else "",
        person.function,
        ", ".join(line.strip() for line in person.address.splitlines() if line.strip()),
        f"âge noté le {medium_date(row.age_noted_on)}" if _aged_apart(row) and row.age_noted_on else "",
        _leaving(row.departure_on) if row.departure_on else "",
        f"source\u00a0: {row.source.strip()}" if row.source.strip() else "",
    ]
    line = " · ".join(fact.strip() for fact in facts if fact.strip())
    notes = pieces(person.notes)
    if len(notes) == 1 and len(notes[0]) <= _SHORT:
        return [" · ".join(filter(None, (line, notes[0])))]
    return [*filter(None, (line,)), *notes]


# --- what follows --------------------------------------------------------------------------------


def _closing(
    notice: str,
    professionals: Sequence[ProfessionalView],
    kept: Sequence[Withheld],
    changed: WhatChanged,
    today: date,
) -> list[Flowable]:
    lines = [
        f'<font name="{fonts.BOLD}">{typed(line.words, fonts.BOLD)}</font>{typed(glued(line.rest))}'
        for line in watched(professionals, today)
    ]
    rows = [blocks.Row("À surveiller", blocks.bullets(lines, markup=True))] if lines else []
    if last := latest(changed.changes):
        moves = [named_words(change) for change in last]
        sources = [Text(typed(f"Source\u00a0: {words}."), style.style("note")) for words in sources_words(last)]
        rows.append(blocks.Row("Ce qui a changé", [*blocks.bullets(moves), *sources]))
    if kept:
        told = [
            f"{line.title}\u00a0: {'. '.join(filter(None, (line.who.rstrip(' .'), line.details)))}" for line in kept
        ]
        rows.append(blocks.Row("Qui le dit, qui le porte", blocks.bullets(told)))
    rows += [
        blocks.Row("Qui a ce papier", [_handed() for _line in range(3)]),
        blocks.Row("Vos droits", notice),
    ]
    return [part for row in blocks.sections(rows) for part in (CondPageBreak(38 * mm), row)]


def _handed() -> Flowable:
    """Return a line to fill: to whom a copy was handed, and when."""

    def paint(canvas: Any, width: float, _height: float) -> None:
        draw.label(canvas, 0, 3 * mm, "remis à", size=_SIZE)
        draw.label(canvas, width - 46 * mm, 3 * mm, "le", size=_SIZE)
        canvas.setStrokeColor(style.LINE)
        canvas.setLineWidth(style.ITEM_RULE)
        for left, right in ((15 * mm, width - 49 * mm), (width - 41 * mm, width)):
            canvas.line(left, 2.4 * mm, right, 2.4 * mm)

    return Drawing(9 * mm, paint, alt="Remis à\u00a0: à remplir. Le\u00a0: à remplir.")


def _leaving(day: date) -> str:
    """Return when somebody leaves: the month alone where the day is its last, as a month said without a day is kept."""
    if is_month_end(day):
        return f"départ en {month_name(day.month)} {day.year}"
    return f"départ le {medium_date(day)}"

"""The communication plan: what comes out month by month, what to look at before, and the texts that are ready."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.blocks.layout import layout
from msp_desktop.documents.blocks.lists import box, tick
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Drawing, Text
from msp_desktop.documents.text import glued, pieces, typed
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.formats.dates import day_date, long_date, month_name, short_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.numbers import counted, number

TITLE = "Plan de communication"
_SUBTITLE = "Dire peu, dire vrai, dire régulièrement"
_BOX = 3.6 * mm
_WIDTHS = (35, 68, 34, 31)


class Planned(Struct, frozen=True):
    """A message of the plan on a day: when it stands, and how late it is."""

    message: Communication
    day: date | None
    late: int = 0


class ReadyText(Struct, frozen=True):
    """A text ready to adapt: what it is called, for when, its words and how many it may have (0: any)."""

    title: str
    text: str
    limit: int = 0
    note: str = ""


class PlanWords(Struct, frozen=True):
    """The method's words around the plan: (title, text) of the four means, what is always said, what to look at first."""

    means: tuple[tuple[str, str], ...]
    messages: tuple[str, ...]
    before: tuple[str, ...]


def write_communication(
    path: Target,
    head: Letterhead,
    plan: Sequence[Planned],
    texts: Sequence[ReadyText],
    words: PlanWords,
    made_at: datetime,
) -> BuildResult:
    """Write the plan; messages stand in the order given, those without a day last."""

    def story(_density: float) -> list[Flowable]:
        rows = [
            blocks.Row(
                "Trois messages,\ntoujours les mêmes",
                blocks.bullets(words.messages, ordered=True),
                rule=style.SECTION_RULE,
            ),
            blocks.Row("Quatre moyens", _means(words.means)),
        ]
        after = [blocks.Row("Avant de publier", blocks.bullets(words.before), rule=style.SECTION_RULE)]
        flowables = list(blocks.title_block(TITLE, _SUBTITLE))
        flowables += [*blocks.sections(rows), blocks.gap(3), *_table(plan, made_at.date()), blocks.gap(6)]
        flowables += blocks.whole(blocks.sections(after))
        for text in texts:
            flowables += [CondPageBreak(45 * mm), *blocks.whole(blocks.sections([_text(text)]))]
        return flowables

    return build(path, story, furniture(head, TITLE, made_at.date()), made_at=made_at)


def _means(means: Sequence[tuple[str, str]]) -> list[Flowable]:
    lines = [f'<font name="{fonts.BOLD}">{typed(title, fonts.BOLD)}</font>. {typed(text)}' for title, text in means]
    return blocks.bullets(lines, markup=True)


# --- the table -----------------------------------------------------------------------------------


def _table(plan: Sequence[Planned], today: date) -> list[Flowable]:
    rows: list[blocks.Line] = []
    month: str | None = None
    for planned in plan:
        name = _month(planned.day, today)
        if name != month:
            rows.append(blocks.Group(name))
            month = name
        rows.append(_row(planned))
    summary = f"{TITLE}\u00a0: {counted(len(plan), 'message')}"
    return blocks.open_table(
        ["Quand", "Message, public", "Canal, état", "Qui"], rows, _WIDTHS, bold=(0,), stub=1, air=1.7, summary=summary
    )


def _month(day: date | None, today: date) -> str:
    if day is None:
        return "Sans date"
    name = capital(month_name(day.month))
    return name if day.year == today.year else f"{name} {day.year}"


def _row(planned: Planned) -> list[blocks.Content]:
    message = planned.message
    out = message.state is CommunicationState.PUBLISHED
    words: list[Flowable] = [
        Text(typed(line, fonts.BOLD), style.style("cell_bold")) for line in pieces(message.message)
    ]
    words += _small(message.audience or ("tous les habitants" if message.for_residents else ""))
    wide = _WIDTHS[1] * mm - 3 * mm
    return [
        glued(day_date(planned.day)) if planned.day else "–",
        [layout([[_tick(out), words]], [6 * mm, wide - 6 * mm])],
        [*_cells(capital(message.channel) if message.channel else "–"), *_small(state_words(planned))],
        message.person or "–",
    ]


def state_words(planned: Planned) -> str:
    """Return how far a message is: « paru le 24 avril », « texte prêt, 1 jour de retard »."""
    message = planned.message
    if message.state is CommunicationState.PUBLISHED:
        return f"paru le {short_date(message.published_on)}" if message.published_on else "paru"
    words = "texte prêt" if message.state is CommunicationState.READY else "à écrire"
    return f"{words}, {counted(planned.late, 'jour')} de retard" if planned.late else words


def _cells(words: str) -> list[Flowable]:
    return [Text(typed(words), style.style("cell"))]


def _small(words: str) -> list[Flowable]:
    return [Text(typed(glued(words)), style.style("note"))] if words else []


def _tick(done: bool) -> Flowable:
    def paint(canvas: Any, _width: float, _height: float) -> None:
        box(canvas, 0, 0, _BOX)
        if done:
            tick(canvas, 0.5 * mm, 0.5 * mm, _BOX - 1 * mm)

    return Drawing(_BOX, paint, alt="paru" if done else "pas encore paru", width=_BOX)


# --- the texts -----------------------------------------------------------------------------------


def _text(text: ReadyText) -> blocks.Row:
    lines = pieces(text.text)
    said: list[Flowable] = []
    for place, line in enumerate(lines):
        name, face = ("text_bold", fonts.BOLD) if not place and len(lines) > 1 else ("text", fonts.REGULAR)
        said.append(Text(typed(glued(line), face), style.style(name)))
        said.append(blocks.gap(1.2))
    length = counted(len(text.text), "signe")
    if text.limit:
        length += f" sur {number(text.limit)}"
        over = len(text.text) - text.limit
        length += f",\n{number(over)} de trop" if over > 0 else ""
    return blocks.Row("Texte prêt", said, notes="\n".join(filter(None, (text.title, text.note, length))))


def for_day(day: date | None) -> str:
    """Return « pour le mercredi 6 mai 2026 », nothing without a day."""
    return f"pour le {long_date(day)}" if day else ""

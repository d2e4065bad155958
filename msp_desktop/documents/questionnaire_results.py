"""What residents answered, counted: no number from which a neighbour could be recognised, and words without a count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Drawing, Text
from msp_desktop.documents.text import typed
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.masking import LEAST
from msp_desktop.domain.survey_results import PrintedBox, PrintedResult
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.numbers import counted, in_letters, number, percent

TITLE = "Réponses des habitants"
#: Widths of the columns, in millimetres: what a box says, its bar, how many ticked it, the part that makes of the sheets.
_WIDTHS: tuple[float, ...] = (74.0, 54.0, 20.0, 20.0)
_WORD_WIDTHS = (118.0, 25.0, 25.0)
_HIDDEN = "masqué"
#: Height of a bar, in points.
_BAR = 7.0


class CountedSheets(Struct, frozen=True):
    """What is said of the pile: how many sheets, of how many handed out (0: not known), the last typed in on a day."""

    sheets: int
    handed_out: int
    until: date | None


def write_questionnaire_results(
    path: Target,
    head: Letterhead,
    pile: CountedSheets,
    results: Sequence[PrintedResult],
    quotes: Sequence[str],
    made_at: datetime,
) -> BuildResult:
    """Write the counts question by question, then the words that may be quoted; in Word, numbers without bars."""
    word = isinstance(path, Path) and path.suffix == ".docx"

    def story(_density: float) -> list[Flowable]:
        rows: list[blocks.Line] = []
        for result in results:
            rows += _question(result)
        header, widths = ["Réponse", "", "Feuilles", "Part"], _WIDTHS
        if word:
            header, rows, widths = _without_bars(header), [_without_bars(row) for row in rows], _WORD_WIDTHS
        numeric = (len(header) - 2, len(header) - 1)
        table = blocks.open_table(header, rows, widths, numeric=numeric, stub=1, air=1.1, summary=_summary(pile))
        return [
            *blocks.title_block(TITLE, _subtitle(pile), after=4), *table, blocks.gap(3), *_foot(results), *_quotes(quotes),
        ]  # fmt: skip

    return build(path, story, furniture(head, TITLE, made_at.date()), made_at=made_at)


def _subtitle(pile: CountedSheets) -> str:
    said = [counted(pile.sheets, "feuille revenue", "feuilles revenues")]
    if pile.handed_out >= pile.sheets:
        said.append(f"sur {number(pile.handed_out)} remises" if pile.handed_out > 1 else "sur une remise")
    until = f", au {long_date(pile.until)}" if pile.until else ""
    return " ".join(said) + until


def _summary(pile: CountedSheets) -> str:
    return f"Réponses de {counted(pile.sheets, 'feuille')}, question par question."


def _question(result: PrintedResult) -> list[blocks.Line]:
    group = blocks.Group(f"{result.number}. {result.asked}")
    if result.says_nothing():
        return [group, ["trop peu de réponses pour être publiées", "", "–", "–"]]
    rows: list[blocks.Line] = [group, *(_box(box, result.sheets) for box in result.boxes)]
    if result.unanswered is not None:
        rows.append(_box(PrintedBox("sans réponse", result.unanswered), result.sheets, pale=True))
    return rows


def _without_bars(row: Any) -> Any:
    """Return a row without its second column, a group as it is."""
    return [row[0], *row[2:]] if isinstance(row, list) else row


def _box(box: PrintedBox, sheets: int, *, pale: bool = False) -> list[Any]:
    if box.count is None:
        return [box.label, "", _HIDDEN, "–"]
    part = box.count / sheets
    return [box.label, [_bar(part, pale=pale)], number(box.count), percent(box.count, sheets)]


def _bar(part: float, *, pale: bool) -> Flowable:
    """Return a bar as long as the part: decoration, since the numbers stand beside it."""

    def paint(canvas: Any, width: float, height: float) -> None:
        canvas.setFillColor(style.PAPER if pale else style.TEAL)
        canvas.setStrokeColor(style.LINE if pale else style.TEAL)
        canvas.setLineWidth(style.ITEM_RULE)
        canvas.rect(0.3, 0, max(1.0, (width - 0.6) * part), height - 3, stroke=1, fill=1)

    return Drawing(_BAR + 3, paint, alt="")


def _foot(results: Sequence[PrintedResult]) -> list[Flowable]:
    lines = ["Part\u00a0: des feuilles revenues. Une feuille peut avoir plusieurs cases cochées."]
    if any(result.hides_something() for result in results):
        few = in_letters(LEAST, feminine=True)
        lines.append(
            f"«\u00a0{_HIDDEN}\u00a0»\u00a0: moins de {few} feuilles, ou le plus petit des autres nombres, qui permettrait de le "
            "retrouver. Ces réponses comptent dans le total."
        )
    return [Text(typed(line), style.style("note")) for line in lines]


def _quotes(quotes: Sequence[str]) -> list[Flowable]:
    if not quotes:
        return []
    notice = Text(typed("Cités sans dire qui, ni combien, ni à quelle question."), style.style("note"))
    return [
        blocks.gap(5), blocks.section_heading("Ce que des habitants ont écrit", room=30), notice, blocks.gap(1.5),
        *blocks.bullets([f"«\u00a0{words}\u00a0»" for words in quotes]),
    ]  # fmt: skip

"""The conditions for success: where each line stands and what shows it, what changed since the last review, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from msp_desktop.documents import blocks, draw, fonts, style
from msp_desktop.documents.blocks.layout import layout
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Drawing, Text
from msp_desktop.documents.text import glued, typed
from msp_desktop.domain.conditions import RATINGS, Rating, Tally, tally
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.formats.dates import long_date, medium_date, short_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import in_letters
from msp_desktop.method.conditions import Condition, KitConditions

TITLE = "Conditions de réussite"
#: Widths of the table's columns, in millimetres; where the three ratings stand in theirs, and the marks' radius.
_WIDTHS, _STOPS, _RADIUS = (61.5, 46.5, 60.0), (7.5, 22.5, 37.5), 1.55
#: What is above and below a row, in millimetres, the loosest first that lets the table hold on its page; the room there.
_AIRS, _ROOM = (1.45, 1.2, 0.95), 182 * mm
#: Reviews drawn one under the other, the last ones; a square and the room beside it, in millimetres.
_REVIEWS, _SIDE, _STEP = 4, 4.7, 5.75
_UNRATED = "à voir"


class Point(Struct, frozen=True):
    """A line of the table: how it is rated now and was at the last review (None: there was none), and what shows it."""

    title: str
    now: Rating
    before: Rating | None = None
    evidence: str = ""


class Part(Struct, frozen=True):
    """A condition, or the seven traits, with its lines."""

    kit: Condition
    points: tuple[Point, ...]

    def is_met(self) -> bool:
        """Tell whether all its lines are met."""
        return all(point.now is Rating.DONE for point in self.points)


class Review(Struct, frozen=True):
    """A day, and how all lines were rated then."""

    day: date
    counts: Tally


class Step(Struct, frozen=True):
    """A next step: its day, its words, who sees to it."""

    due: date | None
    words: str
    who: str = ""


class Sheet(Struct, frozen=True):
    """All that the paper says; `reviews` are the dated ones and today, the oldest first."""

    parts: tuple[Part, ...]
    reviews: tuple[Review, ...]
    steps: tuple[Step, ...]
    kit: KitConditions

    @property
    def now(self) -> Tally:
        """Return how all lines are rated today."""
        return tally([point.now for part in self.parts for point in part.points])


def write_conditions(path: Target, head: Letterhead, sheet: Sheet, made_at: datetime) -> BuildResult:
    """Write the table, then what changed, what comes next, and how to get there."""
    today = made_at.date()

    def story(_density: float) -> list[Flowable]:
        flowables = list(blocks.title_block(TITLE, f"Auto-évaluation au {long_date(today)}", after=2))
        lead = Text(typed(glued(finding(sheet)), fonts.BOLD), style.style("lead"))
        flowables += [layout([["", [lead]]], [style.MARGIN_COLUMN, style.AXIS_WIDTH]), blocks.gap(4)]
        flowables += [*_table(sheet), *_key(sheet, today), blocks.gap(5)]
        flowables += [*_history(sheet), *_steps(sheet), *_helps(sheet), *_opinion(sheet)]
        return flowables

    return build(path, story, furniture(head, TITLE, today), made_at=made_at)


# --- what it finds, in words ---------------------------------------------------------------------


def finding(sheet: Sheet) -> str:
    """Return « Sept points acquis sur dix-neuf, cinq de plus qu’au 30 mars. Les moyens restent le point faible. »."""
    now = sheet.now
    met = _count(now.done, "point acquis", "points acquis")
    words = f"{capital(met)} sur {in_letters(now.whole)}"
    if len(sheet.reviews) > 1:
        before = sheet.reviews[-2]
        words += f", {_change(now.done - before.counts.done)}au {short_date(before.day)}"
    weak = weakest(sheet.parts)
    return " ".join(filter(None, (f"{words}.", weak.kit.weak if weak else "")))


def _count(count: int, one: str, many: str) -> str:
    return f"{in_letters(count) if count else 'aucun'} {agreeing(count, one, many)}"


def _change(by: int) -> str:
    if not by:
        return "autant qu’"
    return f"{in_letters(abs(by))} de {'plus' if by > 0 else 'moins'} qu’"


def weakest(parts: Sequence[Part]) -> Part | None:
    """Return the one condition whose lines are least met, half counted for « en partie »; None where two are, or all is."""
    worth = {Rating.DONE: 2, Rating.PARTLY: 1}
    rated = [part for part in parts if part.kit.weak and any(point.now is not Rating.NONE for point in part.points)]
    scores = [sum(worth.get(point.now, 0) for point in part.points) / len(part.points) for part in rated]
    if len(scores) < 2 or min(scores) >= 2 or scores.count(min(scores)) > 1:
        return None
    return rated[scores.index(min(scores))]


def scale_words(point: Point, words: dict[str, str]) -> str:
    """Return « en partie, était pas encore », what a listener hears of a line's scale."""
    now = words.get(point.now, _UNRATED)
    if point.before is None or point.before is point.now:
        return now
    return f"{now}, était {words.get(point.before, _UNRATED)}"


# --- the table -----------------------------------------------------------------------------------


def _table(sheet: Sheet) -> list[Flowable]:
    words = sheet.kit.ratings
    heads = [[Text(typed(words[rating], fonts.BOLD), style.style("scale")) for rating in RATINGS]]
    rows: list[blocks.Line] = []
    for part in sheet.parts:
        rows.append(blocks.Group(part.kit.title))
        rows += [[point.title, _scale(point, words), glued(point.evidence)] for point in part.points]
    table: list[Flowable] = []
    for air in _AIRS:
        table = blocks.open_table(
            ["Point", layout(heads, [15 * mm] * 3), "Ce qui le montre"], rows, _WIDTHS, stub=1, air=air, fixed=True,
            summary=f"{TITLE}\u00a0: {finding(sheet)}",
        )  # fmt: skip
        if table[-1].wrap(style.TEXT_WIDTH, _ROOM)[1] <= _ROOM:
            break
    return table


def _scale(point: Point, words: dict[str, str]) -> Flowable:
    def paint(canvas: Any, _width: float, height: float) -> None:
        stops = [stop * mm for stop in _STOPS]
        middle = height / 2
        canvas.setStrokeColor(style.INK)
        canvas.setLineWidth(style.ITEM_RULE)
        if point.now is Rating.NONE:
            canvas.setDash(1.5, 2)
        canvas.line(stops[0], middle, stops[-1], middle)
        canvas.setDash()
        for stop in stops:
            canvas.line(stop, middle - 1.2 * mm, stop, middle + 1.2 * mm)
        now, before = _place(point.now, stops), _place(point.before, stops)
        if before is not None and before != now:
            if now is not None:
                canvas.setLineWidth(1.6)
                canvas.line(before, middle, now, middle)
            _dot(canvas, before, middle, filled=False)
        if now is not None:
            _dot(canvas, now, middle, filled=True)

    return Drawing(4.6 * mm, paint, alt=scale_words(point, words), width=_WIDTHS[1] * mm - 3 * mm)


def _place(rating: Rating | None, stops: Sequence[float]) -> float | None:
    return stops[RATINGS.index(rating)] if rating in RATINGS else None


def _dot(canvas: Any, x: float, y: float, *, filled: bool) -> None:
    canvas.saveState()
    canvas.setStrokeColor(style.INK)
    canvas.setFillColor(style.TEAL if filled else style.PAPER)
    canvas.setLineWidth(0.9)
    canvas.circle(x, y, _RADIUS * mm, stroke=1, fill=1)
    canvas.restoreState()


def _key(sheet: Sheet, today: date) -> list[Flowable]:
    now = f"au {medium_date(today)}"
    before = f"au {medium_date(sheet.reviews[-2].day)}" if len(sheet.reviews) > 1 else ""
    after = "Un seul rond\u00a0: rien n’a changé." if before else ""

    def paint(canvas: Any, _width: float, height: float) -> None:
        x, line = _RADIUS * mm, height - 10
        if before:
            _dot(canvas, x, line + 3, filled=False)
            x += draw.label(canvas, x + 8, line, before, size=9) + 22
        _dot(canvas, x, line + 3, filled=True)
        draw.label(canvas, x + 8, line, ". ".join(filter(None, (now, after))), size=9)

    said = f"Rond plein\u00a0: {now}" + (f"\u202f; rond vide\u00a0: {before}. {after}" if before else ".")
    return [blocks.gap(1), Drawing(14, paint, alt=said)]


# --- what changed --------------------------------------------------------------------------------


def _history(sheet: Sheet) -> list[Flowable]:
    reviews = sheet.reviews[-_REVIEWS:]
    if len(reviews) < 2:
        return []
    said = "\u202f; ".join(f"{medium_date(one.day)}, {_counts(one.counts, sheet.kit.ratings)}" for one in reviews)
    row = (_SIDE + 3.4) * mm

    def paint(canvas: Any, width: float, height: float) -> None:
        for number, review in enumerate(reviews):
            top = height - (number + 1) * row
            draw.label(canvas, 0, top + 1.2 * mm, medium_date(review.day), size=10, bold=True)
            x = style.MARGIN_COLUMN
            for rating, kind in _KINDS:
                for _one in range(_number(review.counts, rating)):
                    _square(canvas, x, top, kind)
                    x += _STEP * mm
        canvas.setStrokeColor(style.HAIR)
        canvas.setLineWidth(style.ROW_RULE)
        canvas.line(-style.HANG, 14, width + style.HANG, 14)
        _legend(canvas, reviews, sheet.kit.ratings)

    figure = Drawing(len(reviews) * row + 18, paint, alt=f"{_evolution(reviews)}. {capital(said)}.")
    return [CondPageBreak(60 * mm), blocks.section_heading(_evolution(reviews)), blocks.gap(1), figure, blocks.gap(3)]


#: Each rating and how its squares are drawn, in the order in which they stand.
_KINDS = ((Rating.DONE, "solid"), (Rating.PARTLY, "hatched"), (Rating.NOT_YET, "empty"), (Rating.NONE, "dashed"))


def _square(canvas: Any, x: float, y: float, kind: str) -> None:
    if kind == "dashed":
        canvas.saveState()
        canvas.setDash(1.5, 1.5)
        draw.bar(canvas, x, y, _SIDE * mm, _SIDE * mm, "empty")
        canvas.restoreState()
    else:
        draw.bar(canvas, x, y, _SIDE * mm, _SIDE * mm, kind)


def _legend(canvas: Any, reviews: Sequence[Review], words: dict[str, str]) -> None:
    x = style.MARGIN_COLUMN
    for rating, kind in _KINDS:
        counts = [_number(review.counts, rating) for review in reviews]
        if not any(counts):
            continue
        canvas.saveState()
        canvas.translate(x, 0)
        canvas.scale(0.55, 0.55)
        _square(canvas, 0, 1, kind)
        canvas.restoreState()
        told = f"{words.get(rating, _UNRATED)}\u00a0: {', puis '.join(map(str, counts))}"
        x += 11 + draw.label(canvas, x + 11, 1.5, told, size=9) + 14


def _number(counts: Tally, rating: Rating) -> int:
    return {
        Rating.DONE: counts.done, Rating.PARTLY: counts.partly, Rating.NOT_YET: counts.not_yet, Rating.NONE: counts.unrated,
    }[rating]  # fmt: skip


def _counts(counts: Tally, words: dict[str, str]) -> str:
    found = [f"{_number(counts, rating)} {words.get(rating, _UNRATED)}" for rating, _kind in _KINDS]
    return ", ".join(one for one in found if not one.startswith("0 "))


def _evolution(reviews: Sequence[Review]) -> str:
    """Return « Cinq points acquis de plus depuis le 30 mars 2026 »."""
    first, last = reviews[0], reviews[-1]
    by = last.counts.done - first.counts.done
    since = f"depuis le {medium_date(first.day)}"
    if not by:
        return f"Autant de points acquis que le {medium_date(first.day)}"
    sense = "de plus" if by > 0 else "de moins"
    return f"{capital(_count(abs(by), 'point acquis', 'points acquis'))} {sense} {since}"


# --- what comes next, and how --------------------------------------------------------------------


def _steps(sheet: Sheet) -> list[Flowable]:
    if not sheet.steps:
        return []
    count = len(sheet.steps)
    title = f"{capital(in_letters(count, feminine=True))} {agreeing(count, 'prochaine étape', 'prochaines étapes')}"
    rows = [
        [long_date(one.due) if one.due else "sans date", _to_tick(one.words), one.who or "–"] for one in sheet.steps
    ]
    table = blocks.open_table(
        ["Pour quand", "Étape", "Qui"], rows, (48, 82, 38), bold=(0,), stub=1, air=1.3, summary=title
    )
    return [blocks.section_heading(title), blocks.gap(1), *table, blocks.gap(4)]


def _to_tick(words: str) -> list[Flowable]:
    return list(blocks.checklist([(glued(words), False)], small=True))


def _helps(sheet: Sheet) -> list[Flowable]:
    parts = [part for part in sheet.parts if not part.is_met() and (part.kit.how or part.kit.resources)]
    if not parts:
        return []
    rows = [[part.kit.title, _dashes(part.kit.how), _dashes(part.kit.resources) or "–"] for part in parts]
    title = "Comment s’y prendre, avec qui"
    note = "Seules les conditions qui ne sont pas acquises sont rappelées ici."
    table = blocks.open_table(
        ["Condition", "Comment", "Ressources"], rows, (36, 64, 68), bold=(0,), stub=1, air=1.2, summary=title
    )
    return [
        CondPageBreak(55 * mm), blocks.section_heading(title), Text(typed(note), style.style("note")), blocks.gap(2), *table,
        blocks.gap(2),
    ]  # fmt: skip


def _dashes(lines: Sequence[str]) -> list[Flowable]:
    return list(blocks.bullets([glued(line) for line in lines], small=True)) if lines else []


def _opinion(sheet: Sheet) -> list[Flowable]:
    about = Text(typed(glued(f"{sheet.kit.introduction} {sheet.kit.reading}")), style.style("note"))
    row = blocks.Row("Notre avis", [blocks.writing_lines(2)], notes="au prochain bilan", rule=0)
    return [about, *blocks.whole(blocks.sections([row]))]

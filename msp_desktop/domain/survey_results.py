"""What the sheets say, counted: as it is for who typed them in, masked for a paper."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from msp_desktop.domain.masking import LEAST, masked
from msp_desktop.domain.questionnaire import QuestionKind, SurveyWords
from msp_desktop.formats.text import fold


class BoxCount(Struct, frozen=True):
    """How many sheets have a box ticked; `choice_id` is 0 for those that have words instead."""

    choice_id: int
    label: str
    count: int
    kit_code: str = ""


class QuestionResult(Struct, frozen=True):
    """What was answered to one question; `answered` is how many of the `sheets` say something to it.

    `asked` is its title as the paper says it, `most` how many boxes one may tick (0: any number). `words` are those written
    for it.
    """

    id: int
    number: int
    asked: str
    kind: QuestionKind
    boxes: tuple[BoxCount, ...]
    answered: int
    sheets: int
    kit_code: str = ""
    words: tuple[SurveyWords, ...] = ()
    most: int = 0

    @property
    def adds_up(self) -> bool:
        """Tell whether boxes and sheets that say nothing add up to the pile: one box at most, or one box alone."""
        return self.kind is QuestionKind.ONE or self.most == 1 or len(self.boxes) == 1

    @property
    def unanswered(self) -> int:
        """Return how many sheets say nothing to it."""
        return self.sheets - self.answered


class PrintedBox(Struct, frozen=True):
    """A line of a result on paper: None for a count that is not printed."""

    label: str
    count: int | None
    choice_id: int = 0


class PrintedResult(Struct, frozen=True):
    """A question as it may be printed; `unanswered` is None where it is not said."""

    number: int
    asked: str
    boxes: tuple[PrintedBox, ...]
    unanswered: int | None
    sheets: int

    def says_nothing(self) -> bool:
        """Tell whether no count may be printed."""
        return all(box.count is None for box in self.boxes)

    def hides_something(self) -> bool:
        """Tell whether a count is hidden."""
        return any(box.count is None for box in self.boxes)


def printed(result: QuestionResult) -> PrintedResult:
    """Return what of a result may be printed.

    Where one box is ticked at most, or there is one alone, boxes and sheets that say nothing add up to the pile: they are
    masked together.
    Where several may be, no sum is known and the boxes are masked among themselves; how many sheets say nothing is then
    said where it is no small number, unless fewer than five sheets answer at all.
    """
    counts = [box.count for box in result.boxes]
    if result.adds_up:
        *shown, unanswered = masked([*counts, result.unanswered])
    elif result.answered < LEAST:
        shown, unanswered = [None for _count in counts], None
    else:
        shown = list(masked(counts))
        unanswered = result.unanswered if result.unanswered >= LEAST else None
    boxes = tuple(PrintedBox(box.label, count, box.choice_id) for box, count in zip(result.boxes, shown, strict=True))
    return PrintedResult(result.number, result.asked, boxes, unanswered, result.sheets)


def quotes(results: Iterable[QuestionResult]) -> tuple[str, ...]:
    """Return the words that may be quoted, each once, in the order of the alphabet and apart from their questions.

    None where fewer than five sheets have words: how many there are would then be a count of its own.
    """
    written = [row for result in results for row in result.words]
    if len({row.sheet_id for row in written}) < LEAST:
        return ()
    once = {fold(row.words).strip(): " ".join(row.words.split()) for row in written if row.quotable}
    return tuple(once[key] for key in sorted(once))

"""The questionnaire for residents: what it asks, and what the paper says around its questions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import LARGE, Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.questionnaire import (
    PaperWords,
    QuestionKind,
    Questionnaire,
    QuestionView,
    SurveyChoice,
    SurveyQuestion,
    SurveySheet,
    SurveyTick,
    SurveyWords,
)
from msp_desktop.errors import UserError
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _
from msp_desktop.method.questionnaire import KitSurveyQuestion, kit_questionnaire

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

_ORDER = "position, id"


def questions(reader: Reader) -> tuple[QuestionView, ...]:
    """Return the questions in their order, each with its boxes."""
    boxes: dict[int, list[SurveyChoice]] = {}
    for choice in reader.all(SurveyChoice, order=_ORDER):
        boxes.setdefault(choice.question_id, []).append(choice)
    rows = reader.all(SurveyQuestion, order=_ORDER)
    return tuple(QuestionView(number, row, tuple(boxes.get(row.id, ()))) for number, row in enumerate(rows, 1))


def question_view(reader: Reader, question_id: int) -> QuestionView | None:
    """Return one question, None where it is gone."""
    return next((view for view in questions(reader) if view.id == question_id), None)


def questionnaire(reader: Reader) -> Questionnaire:
    """Return what is said around the questions: nothing yet where nobody wrote it."""
    return reader.find(Questionnaire, id=1) or Questionnaire()


def paper_words(reader: Reader) -> PaperWords:
    """Return what the paper says around its questions: in the town's words, else in those proposed."""
    kit, own = kit_questionnaire(), questionnaire(reader)
    return PaperWords(own.title or kit.title, kit.lead, own.answer_by, own.drop_at or kit.drop_at, kit.promise)


def missing_kit_questions(reader: Reader) -> tuple[KitSurveyQuestion, ...]:
    """Return the questions proposed that the questionnaire does not ask."""
    asked = {row.kit_code for row in reader.all(SurveyQuestion)}
    return tuple(entry for entry in kit_questionnaire().questions if entry.code not in asked)


def is_as_proposed(view: QuestionView) -> bool:
    """Tell whether a question is still the one proposed, word by word; one of the town's own is."""
    kit = kit_questionnaire().question(view.question.kit_code)
    if kit is None:
        return True
    row = view.question
    said = (row.text, row.kind, row.most, row.other, tuple((box.kit_code, box.label) for box in view.choices))
    return said == (kit.text, kit.kind, kit.most, kit.other, tuple((box.code, box.label) for box in kit.boxes))


# --- writing -------------------------------------------------------------------------------------


def update_questionnaire(store: Store, change: Change[Questionnaire]) -> None:
    """Change what is said around the questions."""
    with store.write(_("The questionnaire for residents"), merges=True) as transaction:
        if transaction.find(Questionnaire, id=1) is None:
            transaction.insert(Questionnaire())
        transaction.update(1, change)


def propose_questions(store: Store) -> None:
    """Begin with the questions proposed; nothing where there are questions already."""
    if store.reader.all(SurveyQuestion, limit=1):
        return
    with store.write(_("Questions proposed")) as transaction:
        for kit in kit_questionnaire().questions:
            insert_kit_question(transaction, kit)


def add_question(store: Store, text: str, kit_code: str = "") -> SurveyQuestion:
    """Add a question of the town's own, with a yes and a no to begin with, or one of those proposed that is not asked."""
    kit = kit_questionnaire().question(kit_code)
    words = kit.text if kit is not None else _needed(text, _("Write the question first."))
    with store.write(_("Question: {question}").format(question=words)) as transaction:
        if kit is not None:
            return insert_kit_question(transaction, kit)
        row = transaction.insert(SurveyQuestion(position=transaction.next_position(SurveyQuestion), text=words))
        for position, label in enumerate(("oui", "non"), 1):
            transaction.insert(SurveyChoice(question_id=row.id, position=position, label=label))
        return row


def insert_kit_question(transaction: Transaction, kit: KitSurveyQuestion) -> SurveyQuestion:
    """Insert a question proposed, in the words it is proposed in: what is printed does not change with the method."""
    row = transaction.insert(
        SurveyQuestion(
            position=transaction.next_position(SurveyQuestion), kit_code=kit.code, text=kit.text, kind=kit.kind,
            most=kit.most, other=kit.other,
        )
    )  # fmt: skip
    for position, box in enumerate(kit.boxes, 1):
        transaction.insert(SurveyChoice(question_id=row.id, position=position, kit_code=box.code, label=box.label))
    return row


def update_question(store: Store, question_id: int, change: Change[SurveyQuestion]) -> None:
    """Reword a question, or change how it is answered.

    UserError where its words are taken away, or where sheets have several boxes ticked of which one alone may be.
    """
    if "text" in change.values:
        _needed(change.values["text"], _("Write the question first."))
    if change.values.get("kind") is QuestionKind.ONE and _has_several(store.reader, question_id):
        raise UserError(
            _("On some sheets several boxes of this question are ticked: it stays a question of several boxes.")
        )
    with store.write(_("Questions"), merges=True) as transaction:
        transaction.update(question_id, change)


def restore_question(store: Store, question_id: int) -> None:
    """Bring a question back to the words it was proposed in; the town's own boxes stay, after those proposed."""
    view = question_view(store.reader, question_id)
    kit = kit_questionnaire().question(view.question.kit_code) if view is not None else None
    if view is None or kit is None:
        return
    kind = kit.kind
    if kind is QuestionKind.ONE and _has_several(store.reader, question_id):
        kind = QuestionKind.MANY
    with store.write(_("Words proposed: {question}").format(question=kit.text)) as transaction:
        transaction.update(
            question_id, Change(SurveyQuestion, text=kit.text, kind=kind, most=kit.most, other=kit.other)
        )
        kept = {box.kit_code: box for box in view.choices if box.kit_code}
        for position, entry in enumerate(kit.boxes, 1):
            box = kept.get(entry.code)
            if box is None:
                box = SurveyChoice(question_id=question_id, position=position, kit_code=entry.code, label=entry.label)
                transaction.insert(box)
            else:
                transaction.update(box.id, Change(SurveyChoice, position=position, label=entry.label))
        known = {entry.code for entry in kit.boxes}
        own = [box for box in view.choices if box.kit_code not in known]
        for position, box in enumerate(own, len(kit.boxes) + 1):
            transaction.update(box.id, Change(SurveyChoice, position=position))


def delete_question(store: Store, question_id: int) -> None:
    """Take a question out of the questionnaire, with what was answered to it."""
    words = store.reader.one(SurveyQuestion, question_id).text
    large = answered_by(store.reader, question_id) >= LARGE
    with store.write(_("Question taken out: {question}").format(question=words), large=large) as transaction:
        transaction.delete(SurveyQuestion, question_id)


def move_question(store: Store, question_id: int, by: int) -> None:
    """Move a question up (-1) or down (1); at the edge it stays."""
    _move(store, [view.question for view in questions(store.reader)], question_id, by, _("Question moved"))


def add_choice(store: Store, question_id: int, label: str) -> SurveyChoice:
    """Add a box to a question; UserError where it already has one of that name."""
    words = _needed(label, _("Write what the box says first."))
    with store.write(_("Box: {label}").format(label=words)) as transaction:
        boxes = [box for box in transaction.all(SurveyChoice) if box.question_id == question_id]
        if any(fold(box.label) == fold(words) for box in boxes):
            raise UserError(_("This question already has a box « {label} ».").format(label=words))
        position = max((box.position for box in boxes), default=0) + 1
        return transaction.insert(SurveyChoice(question_id=question_id, position=position, label=words))


def reword_choice(store: Store, choice_id: int, label: str) -> None:
    """Say otherwise what a box says."""
    words = _needed(label, _("Write what the box says first."))
    with store.write(_("Box: {label}").format(label=words)) as transaction:
        transaction.update(choice_id, Change(SurveyChoice, label=words))


def delete_choice(store: Store, choice_id: int) -> None:
    """Take a box away, with the ticks in it."""
    label = store.reader.one(SurveyChoice, choice_id).label
    ticks = sum(tick.choice_id == choice_id for tick in store.reader.all(SurveyTick))
    with store.write(_("Box taken out: {label}").format(label=label), large=ticks >= LARGE) as transaction:
        transaction.delete(SurveyChoice, choice_id)


def move_choice(store: Store, choice_id: int, by: int) -> None:
    """Move a box before (-1) or after (1) its neighbour; at the edge it stays."""
    question_id = store.reader.one(SurveyChoice, choice_id).question_id
    view = question_view(store.reader, question_id)
    _move(store, list(view.choices) if view is not None else [], choice_id, by, _("Box moved"))


def answered_by(reader: Reader, question_id: int) -> int:
    """Return how many sheets say something to a question."""
    own = {box.id for box in reader.all(SurveyChoice) if box.question_id == question_id}
    sheets = {tick.sheet_id for tick in reader.all(SurveyTick) if tick.choice_id in own}
    sheets |= {row.sheet_id for row in reader.all(SurveyWords) if row.question_id == question_id}
    return len(sheets)


def sheet_count(reader: Reader) -> int:
    """Return how many sheets were typed in."""
    return len(reader.all(SurveySheet))


def last_entered(reader: Reader) -> date | None:
    """Return the day on which the last sheet was typed in."""
    return max((sheet.entered_on for sheet in reader.all(SurveySheet)), default=None)


def _has_several(reader: Reader, question_id: int) -> bool:
    own = {box.id for box in reader.all(SurveyChoice) if box.question_id == question_id}
    seen: set[int] = set()
    for sheet_id in _sheets_ticked(reader, own):
        if sheet_id in seen:
            return True
        seen.add(sheet_id)
    return False


def _sheets_ticked(reader: Reader, boxes: set[int]) -> Iterator[int]:
    return (tick.sheet_id for tick in reader.all(SurveyTick) if tick.choice_id in boxes)


def _needed(typed: str, sentence: str) -> str:
    words = typed.strip()
    if not words:
        raise UserError(sentence)
    return words


def _move(store: Store, rows: list[SurveyQuestion] | list[SurveyChoice], row_id: int, by: int, label: str) -> None:
    ids = [row.id for row in rows]
    if row_id not in ids or not 0 <= ids.index(row_id) + by < len(ids):
        return
    place = ids.index(row_id)
    ids[place], ids[place + by] = ids[place + by], ids[place]
    before = {row.id: row for row in rows}
    with store.write(label) as transaction:
        for position, moved in enumerate(ids, 1):
            if before[moved].position != position:
                transaction.update(moved, Change(type(before[moved]), position=position))

"""The sheets that came back, typed in box by box: each is kept at once and can be undone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.questionnaire import (
    QuestionKind,
    SheetAnswers,
    SurveyChoice,
    SurveyQuestion,
    SurveySheet,
    SurveyTick,
    SurveyWords,
)
from msp_desktop.i18n import _

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction


def sheets(reader: Reader) -> list[SurveySheet]:
    """Return the sheets in the order of the pile."""
    return reader.all(SurveySheet, order="position, id")


def sheet_answers(reader: Reader, sheet_id: int) -> SheetAnswers:
    """Return what a sheet says; nothing where it is gone."""
    return SheetAnswers(
        frozenset(tick.choice_id for tick in reader.all(SurveyTick, sheet_id=sheet_id)),
        {row.question_id: row.words for row in reader.all(SurveyWords, sheet_id=sheet_id)},
    )


def add_sheet(store: Store, today: date) -> SurveySheet:
    """Add a sheet on which nothing is ticked at the end of the pile."""
    number = len(store.reader.all(SurveySheet)) + 1
    with store.write(_("Sheet {number}: blank").format(number=number)) as transaction:
        return _insert(transaction, today)


def begin_with(store: Store, choice_id: int, today: date) -> SurveySheet:
    """Add a sheet at the end of the pile, with a box ticked."""
    number = len(store.reader.all(SurveySheet)) + 1
    said = store.reader.one(SurveyChoice, choice_id).label
    with store.write(_("Sheet {number}: {label}").format(number=number, label=said)) as transaction:
        sheet = _insert(transaction, today)
        transaction.insert(SurveyTick(sheet_id=sheet.id, choice_id=choice_id))
        return sheet


def begin_in_words(store: Store, question_id: int, words: str, today: date) -> SurveySheet:
    """Add a sheet at the end of the pile, with what is written under a question."""
    number = len(store.reader.all(SurveySheet)) + 1
    with store.write(_("Sheet {number}: words").format(number=number)) as transaction:
        sheet = _insert(transaction, today)
        transaction.insert(SurveyWords(sheet_id=sheet.id, question_id=question_id, words=words))
        return sheet


def toggle(store: Store, sheet_id: int, choice_id: int) -> None:
    """Tick a box of a sheet, or take the tick away; of a question of one box, the other ticks go."""
    reader = store.reader
    choice = reader.one(SurveyChoice, choice_id)
    question = reader.one(SurveyQuestion, choice.question_id)
    label = _("Sheet {number}: {label}").format(number=number_of(reader, sheet_id), label=choice.label)
    with store.write(label) as transaction:
        ticked = transaction.find(SurveyTick, sheet_id=sheet_id, choice_id=choice_id)
        if ticked is not None:
            transaction.delete(SurveyTick, ticked.id)
            return
        if question.kind is QuestionKind.ONE:
            others = {box.id for box in transaction.all(SurveyChoice, question_id=question.id)}
            for tick in transaction.all(SurveyTick, sheet_id=sheet_id):
                if tick.choice_id in others:
                    transaction.delete(SurveyTick, tick.id)
        transaction.insert(SurveyTick(sheet_id=sheet_id, choice_id=choice_id))


def write_words(store: Store, sheet_id: int, question_id: int, words: str) -> None:
    """Copy what is written on a sheet; other words are to be read again before they may be quoted."""
    label = _("Sheet {number}: words").format(number=number_of(store.reader, sheet_id))
    with store.write(label, merges=True) as transaction:
        row = transaction.find(SurveyWords, sheet_id=sheet_id, question_id=question_id)
        if row is None:
            if words.strip():
                transaction.insert(SurveyWords(sheet_id=sheet_id, question_id=question_id, words=words))
        elif words.strip():
            transaction.update(row.id, Change(SurveyWords, words=words, quotable=False))
        else:
            transaction.delete(SurveyWords, row.id)


def set_quotable(store: Store, words_id: int, quotable: bool) -> None:
    """Let words be quoted on paper, or not."""
    with store.write(_("Words to be quoted") if quotable else _("Words not to be quoted")) as transaction:
        transaction.update(words_id, Change(SurveyWords, quotable=quotable))


def delete_sheet(store: Store, sheet_id: int) -> None:
    """Take a sheet out of the count, with all it says."""
    number = number_of(store.reader, sheet_id)
    with store.write(_("Sheet {number} taken out").format(number=number)) as transaction:
        transaction.delete(SurveySheet, sheet_id)


def number_of(reader: Reader, sheet_id: int) -> int:
    """Return the number of a sheet in the pile, from 1; 0 where it is gone."""
    places = (place for place, sheet in enumerate(sheets(reader), 1) if sheet.id == sheet_id)
    return next(places, 0)


def _insert(transaction: Transaction, today: date) -> SurveySheet:
    return transaction.insert(SurveySheet(position=transaction.next_position(SurveySheet), entered_on=today))

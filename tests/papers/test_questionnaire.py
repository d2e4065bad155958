"""The questionnaire and its results as papers: when there is something to print, and what is said beside it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec import structs

from msp_desktop.db.store import Store
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.people import Person
from msp_desktop.domain.questionnaire import SurveyWords
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from msp_desktop.papers.questionnaire import last_printed
from msp_desktop.services.people import add_person
from msp_desktop.services.produced import note_document
from msp_desktop.services.questionnaire import propose_questions, questions
from msp_desktop.services.survey_sheets import add_sheet, set_quotable, toggle, write_words
from tests import pdf
from tests.conftest import NOW, TODAY

CONTEXT = Context(TODAY, NOW)


@pytest.fixture
def asked(store: Store) -> Store:
    propose_questions(store)
    return store


def type_in(store: Store, count: int, box: int = 0, words: str = "") -> None:
    views = questions(store.reader)
    for _sheet in range(count):
        sheet = add_sheet(store, TODAY)
        toggle(store, sheet.id, views[0].choices[box].id)
        if words:
            write_words(store, sheet.id, views[-1].id, words)


def made(store: Store, key: str, folder: Path) -> str:
    paper(key).make(store.reader, CONTEXT, folder / "x.pdf")
    return " ".join(pdf.text(folder / "x.pdf").split())


def test_a_questionnaire_without_a_question_says_what_to_do_first(store: Store) -> None:
    assert "question" in (paper("questionnaire").missing(store.reader, CONTEXT) or "")
    propose_questions(store)
    assert paper("questionnaire").missing(store.reader, CONTEXT) is None


def test_the_sheet_asks_what_the_questionnaire_asks(asked: Store, tmp_path: Path) -> None:
    text = made(asked, "questionnaire", tmp_path)
    assert "(deux au plus)" in text
    assert "À déposer à la mairie." in text


def test_results_of_fewer_than_five_sheets_are_not_printed(asked: Store) -> None:
    for count, words in ((0, "Aucune feuille"), (1, "1 seule"), (3, "4 seules")):
        type_in(asked, count)
        assert words in (paper("questionnaire-results").missing(asked.reader, CONTEXT) or "").replace("\u00a0", " ")
    type_in(asked, 1)
    assert paper("questionnaire-results").missing(asked.reader, CONTEXT) is None


def test_what_two_neighbours_said_is_not_on_the_paper(asked: Store, tmp_path: Path) -> None:
    type_in(asked, 12)
    type_in(asked, 2, box=2)
    type_in(asked, 9, box=1)
    text = made(asked, "questionnaire-results", tmp_path)
    assert "oui, à moins de 15 km 12 52 %" in text
    assert text.count("masqué –") == 3


def test_whoever_prints_is_told_of_words_to_read_and_of_names(asked: Store) -> None:
    add_person(asked, Person(first_name="Léa", last_name="Fontanel"))
    type_in(asked, 5, words="Merci à Léa Fontanel")
    assert any("5" in line for line in paper("questionnaire-results").remarks(asked.reader, CONTEXT))
    for row in asked.reader.all(SurveyWords):
        set_quotable(asked, row.id, True)
    (told,) = paper("questionnaire-results").remarks(asked.reader, CONTEXT)
    assert "Léa Fontanel" in told


def test_a_second_printing_warns_of_what_the_two_tell_together(asked: Store, tmp_path: Path) -> None:
    type_in(asked, 6)
    assert last_printed(asked.reader, NOW) is None
    assert paper("questionnaire-results").remarks(asked.reader, CONTEXT) == ()
    asked_paper = paper("questionnaire-results")
    asked_paper.make(asked.reader, CONTEXT, tmp_path / "x.pdf")
    note_document(
        asked, ProducedDocument(key=asked_paper.key, title=asked_paper.title, path=str(tmp_path / "x.pdf"), made_at=NOW)
    )
    assert asked_paper.remarks(asked.reader, CONTEXT) == ()  # this very one, just made
    again = structs.replace(CONTEXT, now=NOW + timedelta(minutes=1))
    assert last_printed(asked.reader, again.now) == NOW.date()
    (told,) = asked_paper.remarks(asked.reader, again)
    assert "28\u00a0avril 2026" in told

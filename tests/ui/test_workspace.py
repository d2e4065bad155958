"""What the tabs are given: one way to act on the dossier, and word of what changed."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from msp_desktop.db.changes import History
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.services.people import add_person
from msp_desktop.services.timeline import update_action
from msp_desktop.ui.workspace import Workspace, touches
from tests.conftest import NOW, TODAY


@pytest.fixture
def heard(workspace: Workspace) -> list[tuple[str, Any]]:
    """All that the workspace says, in order."""
    words: list[tuple[str, Any]] = []
    workspace.changed.connect(lambda records: words.append(("changed", records)))
    workspace.said.connect(lambda sentence, can_undo: words.append(("said", (sentence, can_undo))))
    workspace.refused.connect(lambda sentence: words.append(("refused", sentence)))
    return words


def test_the_day_and_the_hour_are_those_of_the_run(workspace: Workspace) -> None:
    assert (workspace.today(), workspace.now()) == (TODAY, NOW)


def test_an_act_gives_its_answer_and_is_told_with_what_it_touched(
    workspace: Workspace, heard: list[tuple[str, Any]]
) -> None:
    person = workspace.attempt(add_person, Person(last_name="Roche"))
    assert person is not None
    assert heard[0] == ("changed", frozenset({Person}))
    assert heard[1][0] == "said"
    assert "Roche" in heard[1][1][0]
    assert heard[1][1][1], "it can be undone"


def test_a_refusal_is_said_once_and_nothing_is_told_to_have_changed(
    workspace: Workspace, heard: list[tuple[str, Any]]
) -> None:
    def refuse(_store: Store) -> None:
        raise UserError("Pas ainsi.")

    assert workspace.attempt(refuse) is None
    assert heard == [("refused", "Pas ainsi.")]


def test_a_bug_is_not_taken_for_a_refusal(workspace: Workspace) -> None:
    def fail(_store: Store) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        workspace.attempt(fail)


def test_what_is_undone_and_done_again_is_said_in_its_own_words(
    workspace: Workspace, heard: list[tuple[str, Any]]
) -> None:
    workspace.attempt(add_person, Person(last_name="Roche"))
    heard.clear()
    workspace.undo()
    assert workspace.reader.all(Person) == []
    workspace.redo()
    assert len(workspace.reader.all(Person)) == 1
    sentences = [words[0] for kind, words in heard if kind == "said"]
    assert sum("Roche" in sentence for sentence in sentences) >= 2
    assert [words for kind, words in heard if kind == "changed"] == [frozenset({Person})] * 2


def test_with_nothing_to_undo_nothing_is_said(workspace: Workspace, heard: list[tuple[str, Any]]) -> None:
    workspace.undo()
    workspace.redo()
    assert heard == []


def test_a_step_that_can_no_longer_be_taken_back_is_a_sentence(
    workspace: Workspace, heard: list[tuple[str, Any]]
) -> None:
    workspace.attempt(add_person, Person(last_name="Roche"))
    workspace.store.connection.execute("UPDATE person SET last_name='Autre'")
    heard.clear()
    workspace.undo()
    assert [kind for kind, _words in heard] == ["refused"]


@pytest.mark.parametrize(("text", "day"), [("12 mai", date(2026, 5, 12)), ("", None), ("  ", None)])
def test_a_day_typed_is_understood(workspace: Workspace, text: str, day: date | None) -> None:
    found: list[date | None] = []
    workspace.with_date(text, found.append)
    assert found == [day]


def test_a_day_that_is_none_is_said_and_nothing_is_done(workspace: Workspace, heard: list[tuple[str, Any]]) -> None:
    found: list[date | None] = []
    workspace.with_date("31/02", found.append)
    assert found == []
    assert [kind for kind, _words in heard] == ["refused"]


@pytest.mark.parametrize(
    ("records", "concerned"),
    [
        (frozenset(), True),
        (frozenset({Person}), True),
        (frozenset({Action, Person}), True),
        (frozenset({Action}), False),
    ],
)
def test_a_change_of_everything_concerns_everybody(records: frozenset[type], concerned: bool) -> None:
    assert touches(records, Person) is concerned


def test_the_end_of_a_history_that_was_cut_is_told(workspace: Workspace) -> None:
    said: list[str] = []
    workspace.said.connect(lambda sentence, _undo: said.append(sentence))
    workspace.store.history = History(1)
    assert workspace.end_of_history() is None
    for number in range(2):
        workspace.store.history.part()
        workspace.attempt(update_action, 1, Change(Action, title=f"Pas {number}"))
    assert workspace.end_of_history() is None, "the last step is always kept"
    workspace.undo()
    workspace.undo()
    assert re.fullmatch(
        r"On ne peut pas revenir plus loin\xa0: les étapes d’avant 14\xa0h\xa03[12] ne sont plus gardées", said[-1]
    )
    assert workspace.reader.one(Action, 1).title == "Pas 0"

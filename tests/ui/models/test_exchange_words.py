"""The words of an exchange: when, by what means, how far what follows is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from msp_desktop.domain.exchanges import GLYPHS, Channel, Exchange
from msp_desktop.domain.follow_ups import FollowUp, Source, owed
from msp_desktop.domain.journal import Entry
from msp_desktop.i18n import _
from msp_desktop.ui.models.exchange_words import (
    channels,
    day_words,
    due_words,
    step_mark,
    step_words,
    what_words,
    whom_words,
)
from msp_desktop.ui.theme.icons import pixmap

TODAY = date(2026, 4, 28)


def entry(names: tuple[str, ...] = (), done: date | None = None, **values: Any) -> Entry:
    given: dict[str, Any] = {"held_on": date(2026, 4, 16)}
    return Entry(Exchange(**given | values), names, tuple(range(len(names))), "", done)


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("given", "words", "glyph"),
    [
        (entry(), "–", ""),
        (entry(draft=True, next_step="rappeler"), "brouillon", "pencil"),
        (entry(next_step="rappeler"), "à faire, sans date", "todo"),
        (entry(next_step_on=TODAY), "aujourd’hui", "clock"),
        (entry(next_step_on=date(2026, 4, 20)), "lundi 20 avril", "late"),
        (entry(next_step_on=date(2026, 5, 5)), "mardi 5 mai", "todo"),
        (entry(next_step_on=date(2027, 5, 5)), "mercredi 5 mai 2027", "todo"),
        (entry(next_step="a", done=date(2026, 4, 23)), "fait le jeudi 23 avril", "done"),
        (entry(next_step="a", done=TODAY), "fait aujourd’hui", "done"),
    ],
)
def test_how_far_the_next_step_is(qapp: object, given: Entry, words: str, glyph: str) -> None:
    assert plain(step_words(given, TODAY)) == words
    mark = step_mark(given, TODAY)
    assert mark[0] == glyph
    if glyph:
        assert not pixmap(*mark).isNull()


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 4, 27), "1 jour de retard"),
        (date(2026, 4, 20), "8 jours de retard"),
        (TODAY, "aujourd’hui"),
        (date(2026, 5, 1), "vendredi 1er mai"),
        (None, "sans date"),
    ],
)
def test_when_what_is_owed_is_due(due: date | None, words: str) -> None:
    assert plain(due_words(FollowUp(1, TODAY, due, "", "", "", *owed(due, TODAY)), TODAY)) == words


@pytest.mark.parametrize(
    ("closes", "words"),
    [
        (date(2026, 6, 12), "Prévention (clôture le vendredi 12 juin)"),
        (date(2026, 4, 20), "Prévention (clos le lundi 20 avril)"),
        (None, "Prévention (appel)"),
    ],
)
def test_what_is_owed_on_a_call_says_when_it_closes(closes: date | None, words: str) -> None:
    one = FollowUp(1, TODAY, TODAY, "Prévention", "ARS", "", *owed(TODAY, TODAY), Source.CALL, closes)
    assert plain(what_words(one, TODAY)) == words


def test_what_is_owed_after_an_exchange_is_its_next_step() -> None:
    assert what_words(FollowUp(1, TODAY, TODAY, "Rappeler", "", "", *owed(TODAY, TODAY)), TODAY) == "Rappeler"
    assert what_words(FollowUp(1, TODAY, TODAY, "", "", "", *owed(TODAY, TODAY)), TODAY) == _("to follow up")


def test_a_day_is_said_with_its_year_where_it_is_another() -> None:
    assert day_words(TODAY, TODAY) == _("today")
    assert plain(day_words(date(2025, 12, 1), TODAY)) == "lundi 1er décembre 2025"


@pytest.mark.parametrize(
    ("names", "typed", "words"),
    [
        ((), "", ""),
        (("Mme Roux",), "", "Mme Roux"),
        (("Mme Roux",), "le secrétariat", "Mme Roux, le secrétariat"),
        (("Mme Roux", "Dr Petit"), "le secrétariat", "Mme Roux et 2 autres"),
        (tuple(f"M. {n}" for n in range(40)), "", "M. 0 et 39 autres"),
    ],
)
def test_many_people_are_counted_after_the_first(names: tuple[str, ...], typed: str, words: str) -> None:
    assert whom_words(entry(names, with_whom=typed)) == words


def test_every_means_has_its_word_and_its_icon() -> None:
    assert [channel for channel, _words in channels()] == list(Channel)
    assert set(GLYPHS) == set(Channel)

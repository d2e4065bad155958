"""What a paper reads of a dossier: lines no longer than a paper can show."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.reader import Reader
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Person
from msp_desktop.papers.brief import MOST, WORD, BriefReader, brief
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from msp_desktop.services.timeline import update_action
from tests.db.hostile import FAR
from tests.db.hostile_uses import NOW
from tests.dossiers import open_sample


@pytest.mark.parametrize("line", ["", "Roche", "a" * WORD, "mot " * (MOST // 4)])
def test_a_line_that_a_paper_shows_is_whole(line: str) -> None:
    assert brief(line) == line


@pytest.mark.parametrize("line", ["a" * 32_767, "mot " * 8_000, ("a" * 900 + " ") * 30, "a" * (WORD + 1)])
def test_a_longer_one_ends_with_an_ellipsis_where_it_is_cut(line: str) -> None:
    shown = brief(line)
    assert len(shown) <= MOST
    assert max(map(len, shown.split())) <= WORD
    assert shown.endswith("…")
    assert line.startswith(shown.split("…")[0].rstrip())


def test_lines_are_brief_and_notes_are_whole_by_every_way_of_reading(tmp_path: Path) -> None:
    store = open_sample(tmp_path)
    action = store.reader.all(Action)[0]
    update_action(store, action.id, Change(Action, title="x" * 9_000, notes="y" * 9_000))
    reader: Reader = BriefReader(store.reader)
    read = reader.one(Action, action.id)
    assert (len(read.title), read.notes) == (WORD, "y" * 9_000)
    assert reader.all(Action)[0] == read
    from sqlalchemy import select

    from msp_desktop.db.tables import TABLES

    assert reader.select(select(TABLES[Action]).order_by(TABLES[Action].c.id))[0] == read
    assert store.reader.one(Action, action.id).title == "x" * 9_000
    assert reader.one(Commune, 1) == store.reader.one(Commune, 1)
    close_dossier(store)


@pytest.mark.parametrize("name", ["long_titles", "long_names"])
def test_a_paper_of_the_longest_lines_takes_little_time(tmp_path: Path, name: str) -> None:
    store = open_sample(tmp_path)
    close_dossier(store)
    FAR[name](store.path)
    store = open_dossier(store.path)
    lines = [person.last_name for person in store.reader.all(Person)]
    longest = max(map(len, lines + [action.title for action in store.reader.all(Action)]))
    assert longest == 32_767
    began = process_time()
    made = paper("timeline").make(store.reader, Context(NOW.date(), NOW), tmp_path / "calendrier.pdf")
    assert process_time() - began < 20
    assert made.pages < 60
    close_dossier(store)

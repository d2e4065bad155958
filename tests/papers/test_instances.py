"""The instances as a paper: this year's calendar, another's where it is asked for, named people told of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msp_desktop.db.store import Store
from msp_desktop.domain.scope import Scope
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from msp_desktop.services.instances import propose_instances
from tests import pdf
from tests.conftest import NOW, TODAY

CONTEXT = Context(TODAY, NOW)


def test_it_wants_an_instance_and_says_that_it_names_people(store: Store, sample: Store) -> None:
    assert paper("instances").missing(store.reader, CONTEXT) is not None
    propose_instances(store)
    assert paper("instances").missing(store.reader, CONTEXT) is None
    assert paper("instances").remarks(store.reader, CONTEXT) == ()
    assert len(paper("instances").remarks(sample.reader, CONTEXT)) == 1


def test_the_year_asked_for_is_the_one_told(sample: Store, tmp_path: Path) -> None:
    paper("instances").make(sample.reader, CONTEXT, tmp_path / "x.pdf")
    assert "tenue" in pdf.text(tmp_path / "x.pdf")
    later = Context(TODAY, NOW, scope=Scope(since=date(2027, 1, 1)))
    paper("instances").make(sample.reader, later, tmp_path / "y.pdf")
    text = pdf.text(tmp_path / "y.pdf")
    assert "calendrier 2027" in text
    assert "tenue" not in text

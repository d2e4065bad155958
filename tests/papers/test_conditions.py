"""The conditions as a paper: when there is something to say, what the sample says, who is named."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.conditions import ConditionRating, Rating
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from msp_desktop.services import conditions
from tests import pdf
from tests.conftest import NOW, TODAY

CONTEXT = Context(TODAY, NOW)


def test_nothing_rated_says_what_to_do_first(store: Store) -> None:
    missing = paper("conditions").missing(store.reader, CONTEXT)
    assert missing is not None
    assert "notez d’abord" in missing
    conditions.rate(store, "portage", Rating.DONE, TODAY)
    assert paper("conditions").missing(store.reader, CONTEXT) is None


def test_whoever_prints_names_is_told(store: Store) -> None:
    conditions.update_line(store, "portage", Change(ConditionRating, person="Mme Roche"))
    assert paper("conditions").remarks(store.reader, CONTEXT) == ()
    conditions.update_line(store, "portage", Change(ConditionRating, next_step="Voter"))
    assert len(paper("conditions").remarks(store.reader, CONTEXT)) == 1


def test_the_sample_compares_itself_with_its_first_review(sample: Store, tmp_path: Path) -> None:
    made = paper("conditions").make(sample.reader, CONTEXT, tmp_path / "x.pdf")
    assert made.pages == 2
    text = pdf.text(tmp_path / "x.pdf")
    assert "cinq de plus" in text
    assert text.index("Inviter deux habitants au comité") < text.index("Former deux agents")

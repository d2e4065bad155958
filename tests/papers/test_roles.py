"""The table of roles as a paper: when it has something to say, and what is said to whoever prints it."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.db.store import Store
from msp_desktop.domain.roles import Share
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from msp_desktop.services import roles
from tests import pdf
from tests.conftest import NOW, TODAY

CONTEXT = Context(TODAY, NOW)


def test_an_empty_table_says_what_to_do_first(store: Store) -> None:
    missing = paper("roles").missing(store.reader, CONTEXT)
    assert missing is not None
    assert "responsabilités proposées" in missing
    roles.propose_roles(store)
    assert paper("roles").missing(store.reader, CONTEXT) is None


def test_whoever_prints_a_table_that_names_people_is_told(store: Store, tmp_path: Path) -> None:
    roles.propose_roles(store)
    roles.set_share(store, 1, 1, Share.LEADS)
    assert paper("roles").remarks(store.reader, CONTEXT) == ()
    roles.set_who(store, 1, 1, "Mme Roche")
    assert len(paper("roles").remarks(store.reader, CONTEXT)) == 1
    made = paper("roles").make(store.reader, CONTEXT, tmp_path / "x.pdf")
    assert made.pages == 1
    assert "Mme Roche" in pdf.text(tmp_path / "x.pdf")

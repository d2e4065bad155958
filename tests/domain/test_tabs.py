"""The one list of tabs: everything a tab needs is there, and nothing is a tab that is not listed."""

from __future__ import annotations

import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

from msp_desktop.cli.parser import parser
from msp_desktop.domain.tabs import TAB_KEYS, TABS, tab_entry, tab_index
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.papers.catalogue import papers
from msp_desktop.paths import resource

ROOT = Path(__file__).parents[2]


def test_the_packages_of_tabs_are_those_listed() -> None:
    packages = {path.parent.name for path in (ROOT / "msp_desktop" / "ui" / "tabs").glob("*/__init__.py")}
    assert packages == set(TAB_KEYS)
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (apart,) = [contract for contract in contracts if contract["type"] == "independence"]
    assert apart["modules"] == ["msp_desktop.ui.tabs.*"]  # every package there, those to come too


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.key)
def test_a_tab_has_its_page_of_help_its_icon_its_documents_and_its_title_in_french(tab) -> None:
    assert resource("help", "fr", f"{tab.help_page}.md").exists()
    assert tab.icon in tomllib.loads(resource("icons", "lines.toml").read_text("utf-8"))
    assert find_spec(f"msp_desktop.papers.{tab.key}")
    assert _(tab.title) != tab.title


def test_every_document_belongs_to_a_tab() -> None:
    assert {paper.tab for paper in papers()} <= set(TAB_KEYS)


def test_the_command_line_knows_every_tab_and_no_other() -> None:
    for key in TAB_KEYS:
        assert parser().parse_args(["picture", "a.msp100", key, "--out", "a.png"]).tab == key
    with pytest.raises(UserError):
        parser().parse_args(["picture", "a.msp100", "nowhere", "--out", "a.png"])


def test_a_tab_is_found_by_its_key() -> None:
    assert [tab_index(tab.key) for tab in TABS] == list(range(len(TABS)))
    assert [tab_entry(key) for key in TAB_KEYS] == list(TABS)
    with pytest.raises(KeyError):
        tab_index("nowhere")

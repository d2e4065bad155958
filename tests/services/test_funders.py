"""The list of funders: the application's, a federation's file in its place, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.errors import UserError
from msp_desktop.method.funders import kit_funders
from msp_desktop.paths import data_folder
from msp_desktop.services.funders import LONGEST, funder_list, give_back_list, replace_list

OWN = """
title = "Financeurs de notre région"
stated_on = 2026-05-01

[[funders]]
code = "x"
name = "Fondation du Val"
call = "grant"
subject = "Aidants"
period = "au printemps"
where = "son site"
to_confirm = false
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "liste.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_a_file_takes_the_place_of_the_list_and_gives_it_back(own: Path) -> None:
    assert funder_list().kit == kit_funders()
    assert replace_list(own).own
    assert [one.name for one in funder_list().kit.funders] == ["Fondation du Val"]
    own.unlink()
    assert funder_list().own
    assert give_back_list().kit == kit_funders()
    assert not funder_list().own
    give_back_list()


@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff", b"title = 1", b"[" * 100_000, b"#" * (LONGEST + 1), OWN.split("[[")[0].encode()]
)
def test_what_is_no_list_is_refused_in_one_sentence_and_changes_nothing(tmp_path: Path, content: bytes) -> None:
    wrong = tmp_path / "autre.toml"
    wrong.write_bytes(content)
    for path in (wrong, tmp_path / "absent.toml", tmp_path):
        with pytest.raises(UserError):
            replace_list(path)
    assert funder_list().kit == kit_funders()


def test_a_file_that_got_spoilt_since_leaves_the_application_s_list_and_says_so(own: Path) -> None:
    replace_list(own)
    (data_folder() / "financeurs.toml").write_text("title = ", encoding="utf-8")
    shown = funder_list()
    assert (shown.kit, shown.own) == (kit_funders(), False)
    assert "financeurs.toml" in shown.problem

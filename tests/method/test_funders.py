"""The list of funders: dated, and honest about what no source could confirm."""

from __future__ import annotations

import pytest

from msp_desktop.method.funders import funders_of, kit_funders
from msp_desktop.method.reading import MethodError
from msp_desktop.paths import resource


def test_each_funder_says_what_when_and_where_and_only_what_was_read_is_sure() -> None:
    kit = kit_funders()
    assert len(kit.funders) >= 8
    assert all(one.name and one.subject and one.period and one.where for one in kit.funders)
    assert [one.code for one in kit.funders if not one.to_confirm] == ["cfppa"]
    assert kit.funder("cfppa") is not None
    assert kit.funder("inconnu") is None


def test_a_file_of_the_same_form_is_a_list_too_and_a_wrong_one_is_refused() -> None:
    source = resource("method", "funders.toml").read_bytes()
    assert funders_of(source, "financeurs.toml") == kit_funders()
    for wrong in (b"", b"\xff", b"title = 'x'", source.replace(b'call = "grant"', b'call = "autre"'), source * 2):
        with pytest.raises(MethodError, match="financeurs"):
            funders_of(wrong, "financeurs.toml")

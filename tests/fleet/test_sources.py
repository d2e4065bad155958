"""The file of settings, however it was saved, and whatever holds it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from msp_desktop import fleet
from msp_desktop.fleet.sources import LARGEST_FILE, file_values


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_the_file_may_be_in_any_unicode(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "reglages.json"
    path.write_bytes(json.dumps({"FederationName": "Fédération d’essai"}, ensure_ascii=False).encode(encoding))
    assert file_values(path) == ({"FederationName": "Fédération d’essai"}, [])


def test_the_file_may_be_as_powershell_5_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "reglages.json"
    path.write_bytes('{"FederationName": "Fédération d’Aubusson"}'.encode("cp1252"))
    assert file_values(path) == ({"FederationName": "Fédération d’Aubusson"}, [])


def test_a_file_that_is_held_for_a_moment_is_read_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "reglages.json"
    path.write_text('{"Theme": "dark"}', encoding="utf-8")
    opened, asked = Path.open, []

    def held(self: Path, *given: str) -> object:
        asked.append(self)
        if len(asked) < 3:
            raise PermissionError(13, "held by another program")
        return opened(self, *given)

    monkeypatch.setattr(Path, "open", held)
    assert file_values(path) == ({"Theme": "dark"}, [])


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"DataFolder": "C:\\Sante"}', b"\xff\xfe\x00", b"[" * 50_000, b" " * (LARGEST_FILE + 1)],
    ids=["empty", "cut", "list", "null", "one backslash", "no text", "deep", "large"],
)  # fmt: skip
def test_a_file_that_is_no_settings_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "reglages.json"
    path.write_bytes(content)
    values, wrong = file_values(path)
    assert values == {}
    assert [one.reason in ("json", "line") for one in wrong] == [True]


def test_no_file_is_no_complaint_and_a_folder_in_its_place_is_one(tmp_path: Path) -> None:
    assert file_values(tmp_path / "rien" / "reglages.json") == ({}, [])
    assert [one.reason for one in file_values(tmp_path)[1]] == ["unreadable"]


def test_the_line_of_a_fault_is_told(tmp_path: Path) -> None:
    path = tmp_path / "reglages.json"
    path.write_text('{\n  "Theme": "dark",\n  "DataFolder": "C:\\Sante"\n}\n', encoding="utf-8-sig")
    (wrong,) = file_values(path)[1]
    assert (wrong.reason, wrong.line) == ("line", 3)
    assert "la ligne 3 n’est pas du JSON" in fleet.sentence(wrong)

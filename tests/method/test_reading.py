"""A wrong sentence in the method's files is refused with its place."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from msp_desktop.method import reading
from msp_desktop.method.reading import Content, MethodError, load, unique_codes


class Entry(Content, frozen=True):
    code: str
    days: int
    notes: tuple[str, ...] = ()


class Whole(Content, frozen=True):
    title: str
    entries: tuple[Entry, ...]
    words: dict[str, str]


GOOD = 'title = "T"\n[[entries]]\ncode = "a"\ndays = 1\n[[entries]]\ncode = "b"\ndays = 2\n[words]\nx = "y"\n'


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "resource", lambda *parts: tmp_path.joinpath(parts[-1]))

    def reader(text: str) -> Whole:
        (tmp_path / "essai.toml").write_text(text, encoding="utf-8")
        return load(Whole, "essai")

    return reader


def test_a_right_file_becomes_frozen_values(read) -> None:
    assert read(GOOD) == Whole("T", (Entry("a", 1), Entry("b", 2)), {"x": "y"})


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('code = "b"', 'cod = "b"', "essai.toml: entries[1]: Object contains unknown field `cod` (line 6)"),
        ("days = 2\n", "", "essai.toml: entries[1]: Object missing required field `days` (line 5)"),
        ("days = 2", 'days = "2"', "essai.toml: entries[1].days: Expected `int`, got `str` (line 7)"),
        ("days = 2", "days = 2.5", "essai.toml: entries[1].days: Expected `int`, got `float` (line 7)"),
        ("days = 2", "days = true", "essai.toml: entries[1].days: Expected `int`, got `bool` (line 7)"),
        ("days = 2", 'days = 2\nnotes = "n"', "essai.toml: entries[1].notes: Expected `array`, got `str` (line 8)"),
        ('[words]\nx = "y"', "[words]\nx = 3", "essai.toml: words.x: Expected `str`, got `int` (line 9)"),
        ('title = "T"', 'title = "T"\nwords = "no"', "Cannot"),
        ('title = "T"', "title = ", "essai.toml: Invalid value (at line 1"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(read, old: str, new: str, message: str) -> None:
    with pytest.raises(MethodError) as refused:
        read(GOOD.replace(old, new, 1))
    assert message in str(refused.value)


def test_a_word_where_a_table_is_expected_is_refused(read) -> None:
    with pytest.raises(MethodError, match=r"essai.toml: words: Expected `object`, got `str` \(line 3\)"):
        read('title = "T"\nentries = []\nwords = "no"\n')


def test_a_code_stands_once() -> None:
    with pytest.raises(MethodError, match="« a » stands twice"):
        unique_codes([Entry("a", 1), Entry("a", 2)], "essai.toml")


def test_two_threads_never_learn_a_type_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Otherwise msgspec crashes the program: the start page reads each dossier in a thread of its own."""
    inside, most = 0, 0

    def slowly(_kind: type[Whole], _name: str, _source: bytes) -> None:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        time.sleep(0.02)
        inside -= 1

    (tmp_path / "method").mkdir()
    (tmp_path / "method" / "whole.toml").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(reading, "resource", tmp_path.joinpath)
    monkeypatch.setattr(reading, "_ready", slowly)
    threads = [threading.Thread(target=load, args=(Whole, "whole")) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1

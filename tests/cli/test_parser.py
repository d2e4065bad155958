"""The words of the command line: understood, or one sentence that says how to write them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from msp_desktop.cli.parser import parser
from msp_desktop.errors import UserError
from msp_desktop.papers.catalogue import papers

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")

COMMANDS = {
    "open": ["x.msp100"],
    "demo": [],
    "new": ["x.msp100", "--commune", "23096", "--mandate-start", "2026-03-22"],
    "show": ["x.msp100"],
    "find": ["x.msp100", "mairie"],
    "export": ["x.msp100", "agenda", "--into", "out"],
    "draft": ["x.msp100", "agenda", "--out", "x.eml"],
    "calendar": ["x.msp100", "--out", "x.ics"],
    "picture": ["x.msp100", "timeline", "--out", "x.png"],
    "check": ["x.msp100"],
    "backup": ["x.msp100", "--into", "out"],
    "person": ["x.msp100", "Roche", "--into", "out"],
    "restore": ["copy.msp100", "--into", "x.msp100"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_understood_with_its_least_words(command: str) -> None:
    assert parser().parse_args([command, *COMMANDS[command]]).command == command


@pytest.mark.parametrize("command", [name for name, words in COMMANDS.items() if words])
def test_a_word_that_lacks_is_one_sentence(command: str) -> None:
    with pytest.raises(UserError) as refused:
        parser().parse_args([command, *COMMANDS[command][:-1]])
    assert "\n" not in refused.value.sentence


@pytest.mark.parametrize(
    "words", [["nothing"], ["show", "x", "--no"], ["picture", "x", "kitchen", "--out", "y"], ["--lang", "de"]]
)
def test_a_word_nobody_knows_is_one_sentence(words: list[str]) -> None:
    with pytest.raises(UserError) as refused:
        parser().parse_args(words)
    assert "msp-desktop --help" in refused.value.sentence


def test_a_day_is_written_year_month_day() -> None:
    assert parser().parse_args(["show", "x", "--today", "2028-02-29"]).today == date(2028, 2, 29)


@pytest.mark.parametrize("day", ["29/02/2028", "2026-02-29", "2026-13-01", "demain", ""])
def test_what_is_no_day_is_said_with_how_to_write_one(day: str) -> None:
    with pytest.raises(UserError, match="2026-03-22"):
        parser().parse_args(["show", "x", "--today", day])


@pytest.mark.parametrize(
    ("text", "size"), [("1366x768", (1366, 768)), ("1x1", (1, 1)), ("10000x10000", (10000, 10000))]
)
def test_a_size_is_width_by_height(text: str, size: tuple[int, int]) -> None:
    assert parser().parse_args([*picture(), "--size", text]).size == size


@pytest.mark.parametrize("text", ["1366", "1366x", "x768", "0x768", "1366x-1", "10001x10", "axb", "1366×768", "1e3x10"])
def test_what_is_no_size_is_said_with_how_to_write_one(text: str) -> None:
    with pytest.raises(UserError, match="1366x768"):
        parser().parse_args([*picture(), "--size", text])


def picture() -> list[str]:
    return ["picture", *COMMANDS["picture"]]


def test_what_is_not_said_is_as_usual() -> None:
    found = parser().parse_args(picture())
    assert (found.size, found.theme, found.text, found.replace, found.today) == ((1366, 768), "light", 100, False, None)
    exported = parser().parse_args(["export", *COMMANDS["export"]])
    assert (exported.meeting, exported.word, exported.documents, exported.into) == (
        "next",
        False,
        ["agenda"],
        Path("out"),
    )


def test_several_documents_may_be_asked_for() -> None:
    words = ["export", "x", "agenda", "minutes", "--into", "out", "--meeting", "all", "--replace", "--word"]
    found = parser().parse_args(words)
    assert (found.documents, found.meeting, found.replace, found.word) == (["agenda", "minutes"], "all", True, True)


def test_the_readme_names_each_command_and_each_document() -> None:
    asked = next(action for action in parser()._actions if action.dest == "command")
    commands = set(re.findall(r"^msp-desktop ([a-z]+)", README, re.MULTILINE))
    assert set(asked.choices or ()) == commands
    listed = re.search(r"^Documents.: `([^`]+)`", README, re.MULTILINE)
    assert listed is not None
    assert listed[1].split() == [paper.key for paper in papers()]


@pytest.mark.parametrize("option", ["--for", "--since", "--person", "--meeting", "--into"])
def test_two_hyphens_are_no_word_of_an_option(option: str) -> None:
    with pytest.raises(UserError) as error:
        parser().parse_args(["export", "x.msp100", "journal", "--into", "d", f"{option}=--"])
    assert f"{option} :" in error.value.sentence.replace("\u00a0", " ")

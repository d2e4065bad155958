"""A fault of ours is noted, without its words, and apologised for: in a box once, in a line after."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop import log
from msp_desktop.errors import OutOfReachError, UserError
from msp_desktop.log import reports
from msp_desktop.paths import data_folder
from msp_desktop.ui import bugs


@pytest.fixture(autouse=True)
def _silent_after(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    yield
    log.forget()
    reports._told.clear()


def test_a_bug_is_noted_each_time_and_has_a_box_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(bugs, "tell", lambda _parent, sentence: said.append(sentence))
    log.begin()
    log.write_down()
    bugs.install_excepthook(print)
    for number in range(2):
        sys.excepthook(ValueError, ValueError(f"panne chez Mme Martin {number}"), None)
    sys.excepthook(UserError, UserError("Le disque est plein."), None)
    assert len(said) == 2
    assert said[1] == "Le disque est plein."
    noted = (log.folder() / log.NAME).read_text(encoding="utf-8")
    assert noted.count("fault ValueError") == 2
    assert "Martin" not in noted
    assert len(list(log.folder().glob("rapport_*.txt"))) == 1


def test_the_application_s_folder_that_is_away_is_no_bug_of_ours_wherever_it_is_asked_for(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(bugs, "tell", lambda _parent, sentence: said.append(sentence))
    bugs.install_excepthook(print)
    (tmp_path / "fichier").write_text("", encoding="utf-8")
    monkeypatch.setenv("SANTE100JOURS_DATA", str(tmp_path / "fichier"))
    with pytest.raises(OutOfReachError) as caught:
        data_folder()
    sys.excepthook(caught.type, caught.value, caught.tb)
    (sentence,) = said
    assert str(tmp_path / "fichier") in sentence


def test_a_fault_in_a_thread_is_noted_too(qtbot: QtBot) -> None:
    log.begin()
    bugs.install_excepthook(print)
    thread = threading.Thread(target=lambda: [][1])
    thread.start()
    thread.join()
    log.write_down()
    assert "fault IndexError at test_bugs.py:" in (log.folder() / log.NAME).read_text(encoding="utf-8")


def test_a_second_bug_is_not_silence_nor_a_hundred_boxes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    boxes: list[str] = []
    lines: list[str] = []
    now = [0.0]
    monkeypatch.setattr(bugs, "tell", lambda _parent, sentence: boxes.append(sentence))
    bugs.install_excepthook(lines.append, lambda: now[0])
    for _paint in range(100):
        sys.excepthook(ValueError, ValueError(), None)
    assert (len(boxes), len(lines)) == (1, 0)
    for number in range(1, 4):
        now[0] = number * bugs.AGAIN
        sys.excepthook(KeyError, KeyError(), None)
        sys.excepthook(KeyError, KeyError(), None)
    assert (len(boxes), len(lines)) == (1, 3)
    assert "encore" in lines[0]


def test_a_bug_under_the_box_of_another_opens_no_second_one(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    boxes: list[str] = []

    def box(_parent: object, sentence: str) -> None:
        boxes.append(sentence)
        sys.excepthook(ValueError, ValueError(), None)

    monkeypatch.setattr(bugs, "tell", box)
    bugs.install_excepthook(lambda _line: None)
    sys.excepthook(ValueError, ValueError(), None)
    assert len(boxes) == 1

"""What draws in memory finds letters, on Windows too."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from msp_desktop.ui.unseen import draw_unseen

NAMES = ("QT_QPA_PLATFORM", "QT_QPA_FONTDIR")


@pytest.fixture(autouse=True)
def _nothing_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.setenv(name, "")  # put back afterwards, whatever the function sets
        monkeypatch.delenv(name)
    monkeypatch.setenv("SYSTEMROOT", str(Path("C:", "Windows")))


def test_windows_letters_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    draw_unseen()
    assert [os.environ.get(name) for name in NAMES] == ["offscreen", str(Path("C:", "Windows", "Fonts"))]


def test_elsewhere_the_system_says_where_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    draw_unseen()
    assert [os.environ.get(name) for name in NAMES] == ["offscreen", None]


def test_what_was_asked_for_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("QT_QPA_PLATFORM", "windows")
    monkeypatch.setenv("QT_QPA_FONTDIR", "ailleurs")
    draw_unseen()
    assert [os.environ.get(name) for name in NAMES] == ["windows", "ailleurs"]

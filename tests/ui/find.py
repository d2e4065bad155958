"""Find what is on the screen as those do who do not see it: by its name."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

W = TypeVar("W", bound=QWidget)


def named(parent: QWidget, kind: type[W], name: str) -> W:
    """Return the widget of this kind with this accessible name."""
    found = [widget for widget in parent.findChildren(kind) if widget.accessibleName() == name]
    assert found, f"no {kind.__name__} is named « {name} »"
    return found[0]


def button(parent: QWidget, words: str) -> QAbstractButton:
    """Return the button with these words on it."""
    found = [one for one in parent.findChildren(QAbstractButton) if words in (one.accessibleName(), one.text().strip())]
    assert found, f"no button says « {words} »"
    return found[0]


def says(parent: QWidget, words: str) -> bool:
    """Tell whether a label that can be seen holds these words."""
    return any(words in label.text() for label in parent.findChildren(QLabel) if label.isVisibleTo(parent))


def picture_of(path: Path) -> bytes:
    """Write a small whole picture and return its content."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    assert image.save(str(path))
    return path.read_bytes()

"""Names to propose in a line of « Qui », and how one presses keys there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

NAMES = ["Mme Nadia Roche", "Dr Léa Fontanel", "CPTS du Val"]


def split(line: str) -> tuple[tuple[str, ...], str]:
    parts = [part.strip() for part in line.split(",")]
    known = {name.lower(): name for name in NAMES} | {"nadia roche": NAMES[0]}
    chips = [known[part.lower()] for part in parts if part.lower() in known]
    return tuple(dict.fromkeys(chips)), ", ".join(part for part in parts if part and part.lower() not in known)


def proposals(line: Any) -> list[str]:
    """Return the rows of the list of people proposed, none where it is closed."""
    view = line.proposed.popup()
    if not view.isVisible():
        return []
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def press(qtbot: QtBot, line: QWidget, *keys: Qt.Key) -> None:
    """Press keys where they go: to the list while it is open."""
    for key in keys:
        view = line.proposed.popup()  # type: ignore[attr-defined]
        qtbot.keyClick(view if view.isVisible() else line, key)

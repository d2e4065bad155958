"""Text of one line: what Word pastes on several comes onto one."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QValidator
from typing_extensions import override

from msp_desktop.formats.text import one_line


class OneLine(QValidator):
    """The rule of a field of one line: Qt would keep a line end in it as « ↵ », however it came there."""

    @override
    def validate(self, text: str, position: int) -> object:
        line = one_line(text)
        return QValidator.State.Acceptable, line, min(position, len(line))


def plain_tip(text: str) -> str:
    """Return a text as a tool tip that shows it as it is: Qt would take some for markup."""
    return f"<p>{escape(text)}</p>" if text else ""

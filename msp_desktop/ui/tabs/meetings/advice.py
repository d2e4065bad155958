"""What the method says of the first meeting with the professionals, beside its agenda: read, never typed in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from msp_desktop.formats.french.models import filled
from msp_desktop.formats.french.people import mayor_words
from msp_desktop.i18n import _
from msp_desktop.method.meetings import kit_meetings
from msp_desktop.ui.forms.form import LARGE_SCALE
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, row


class Advice(QWidget):
    """How the mayor stands, what the federation brings, what to remember: as the mayor's brief prints it; `civility` is the mayor's."""

    def __init__(self, civility: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kit = kit_meetings()
        lines = " ".join(f"{words}." for words in kit.remember)
        self.setLayout(
            column(
                title(_("To remember for this meeting")),
                Label(lines, bold=True, wrap=True),
                Label(filled(kit.mayor, mayor_words(civility)), wrap=True),
                _beside(_listed(_("To favour"), kit.to_do, "✓"), _listed(_("To avoid"), kit.to_avoid, "×")),
                Label(kit.federation_posture, wrap=True),
                spacing=6,
            )
        )


def _beside(first: QVBoxLayout, second: QVBoxLayout) -> QBoxLayout:
    """Return two lists of one width, one under the other in large letters."""
    box = row(first, second, spacing=16) if theme().scale <= LARGE_SCALE else column(first, second)
    box.setStretch(0, 1)
    box.setStretch(1, 1)
    return box


def _listed(head: str, lines: Sequence[str], mark: str) -> QVBoxLayout:
    return column(
        Label(head, bold=True, wrap=True), *(Label(f"{mark} {line}", wrap=True) for line in lines), -1, spacing=2
    )

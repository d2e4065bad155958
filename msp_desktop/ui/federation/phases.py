"""How many communes are in each phase: bars in the phases' own inks, each with its words and its number."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from msp_desktop.formats.numbers import number
from msp_desktop.ui.federation.words import phase_words
from msp_desktop.ui.heard import GRAPHIC
from msp_desktop.ui.theme import theme

#: The height of a line and of its bar, the room of the words and of the number, in pixels at 100 %.
_ROW, _BAR, _WORDS, _NUMBER, _GAP = 22, 14, 116, 56, 8
_TONES = {"1": "p1_ink", "2": "p2_ink", "3": "p3_ink"}


class PhaseBars(QWidget):
    """Draw one bar a phase; hatched where the hundred days have not begun. Its name is the finding, its description the figures."""

    heard_as = GRAPHIC

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phases: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_phases(self, finding: str, phases: tuple[tuple[str, int], ...]) -> None:
        """Show how many communes are in each phase."""
        self._phases = phases
        self.setAccessibleName(finding)
        self.setAccessibleDescription("\n".join(f"{phase_words(phase)}, {count}" for phase, count in phases))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(260), theme().px(_ROW) * len(self._phases))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme(), QPainter(self)
        most = max((count for _phase, count in self._phases), default=0) or 1
        left = now.px(_WORDS + _GAP)
        room = max(0, self.width() - left - now.px(_NUMBER))
        for place, (phase, count) in enumerate(self._phases):
            line = QRect(0, place * now.px(_ROW), self.width(), now.px(_ROW))
            painter.setPen(now.color("ink"))
            words = QRect(0, line.top(), now.px(_WORDS), line.height())
            painter.drawText(
                words, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), phase_words(phase)
            )
            high = now.px(_BAR)
            bar = QRectF(left, line.center().y() - high // 2, round(room * count / most), high)
            token = _TONES.get(phase)
            if count and token is None:
                painter.fillRect(bar, QBrush(now.color("ink2"), Qt.BrushStyle.BDiagPattern))
                painter.setPen(QPen(now.color("ink2"), 1))
                painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
            elif count:
                painter.fillRect(bar, now.color(token or "ink2"))
            painter.setPen(now.color("ink"))
            place_of = QRect(round(bar.right()) + now.px(_GAP), line.top(), now.px(_NUMBER), line.height())
            painter.drawText(place_of, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), number(count))
        painter.end()

"""The picture of the road: three stages over the years, chosen with the mouse or the arrows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from msp_desktop.domain.road_marks import RoadFrame, RoadMark, RoadPlan, bar_at, road_marks
from msp_desktop.i18n import _
from msp_desktop.ui.tabs.project.road_painter import paint_road
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.theme import theme_changes

#: Its least width, in pixels at 100 %.
_LEAST = 320


class RoadPicture(QWidget):
    """Emit `chosen(code)` for a stage, `opened(code)` when somebody wants to write in it (Enter)."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("The road to a health centre"))
        self._plan: RoadPlan | None = None
        self._marks: tuple[RoadMark, ...] = ()
        theme_changes().changed.connect(self._dress)
        self._dress()

    def show_plan(self, plan: RoadPlan, words: str) -> None:
        """Show a road; `words` say it to whoever does not see it."""
        self._plan = plan
        self.setAccessibleDescription(words)
        self._place()

    def _dress(self) -> None:
        self._fonts = (theme().font(0.95), theme().font(0.95, bold=True))
        self._metrics = tuple(QFontMetricsF(font) for font in self._fonts)
        self._place()

    def _frame(self) -> RoadFrame:
        px = theme().px
        return RoadFrame(
            width=max(1, self.width() - 1), axis=px(23), space=px(9), bar=px(31), gap=px(10), band=px(24), pad=px(10),
            half=px(8),
        )  # fmt: skip

    def _place(self) -> None:
        if self._plan is not None:
            frame = self._frame()
            self.setFixedHeight(round(frame.height(self._plan.stages)) + 1)
            self._marks = road_marks(self._plan, frame, self._measure)
            self.update()

    def _measure(self, text: str, bold: bool) -> float:
        return self._metrics[bold].horizontalAdvance(text)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(700), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.height())

    @override
    def resizeEvent(self, event: object) -> None:
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_road(painter, self._marks, self._fonts, focused=self.hasFocus())
        painter.end()

    @override
    def focusInEvent(self, event: object) -> None:
        self.update()

    @override
    def focusOutEvent(self, event: object) -> None:
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        code = bar_at(self._marks, event.position().x(), event.position().y())
        if code and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.chosen.emit(code)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        codes = [stage.span.code for stage in self._plan.stages] if self._plan is not None else []
        now = codes.index(self._plan.chosen) if self._plan is not None and self._plan.chosen in codes else -1
        if event.key() in steps and codes:
            index = min(max(now + steps[Qt.Key(event.key())], 0), len(codes) - 1)
            self.chosen.emit(codes[index])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and now >= 0:
            self.opened.emit(codes[now])
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._plan is not None:
            code = bar_at(self._marks, event.pos().x(), event.pos().y())
            stage = next((stage for stage in self._plan.stages if stage.span.code == code), None)
            words = ", ".join(filter(None, (stage.title, stage.end, stage.waits))) if stage else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

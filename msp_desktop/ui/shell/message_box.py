"""The box of a sentence that must be read or of a question, with the look of every other dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from msp_desktop.ui.heard import decoration
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.sizes import ASK, FRAME_HEIGHT, FRAME_WIDTH
from msp_desktop.ui.widgets.tip import show_tip

#: Pixels between the picture and the sentence.
_GAP = 14


class MessageBox(Dialog):
    """A sentence and its answers, the first of which is Enter's; `chosen` is the index of the one given.

    Escape and the box's cross give `escape`. Ctrl+C copies the sentence, for whoever asks for help.
    """

    def __init__(self, sentence: str, answers: tuple[str, ...], escape: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Santé 100 jours")
        self.setAccessibleDescription(sentence)
        self.chosen = escape
        self._sentence = sentence
        picture = decoration(QLabel())
        picture.setPixmap(pixmap("help" if len(answers) > 1 else "info", "accent", 24))
        self._words = Label(sentence, wrap=True)
        self._pane = scrolled(holder(column(self._words, -1, margins=(0, self._top(), 0, 0)), "scrolled"))
        buttons = [self._button(index, words) for index, words in enumerate(answers)]
        # The main one last, what leaves the box before it.
        self._foot = foot(
            *(one for one in buttons[1:] if one is not buttons[escape]), *{buttons[escape]: 0, buttons[0]: 0}
        )
        told = row(picture, self._pane, spacing=_GAP)
        told.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        whole = column(told, self._foot, margins=(24, 24, 24, 16), spacing=20)
        self.setLayout(whole)
        buttons[0].setDefault(True)
        buttons[0].setFocus()

    def _button(self, index: int, words: str) -> QPushButton:
        made = MainButton(words) if index == 0 else PlainButton(words)
        room = self.screen().availableGeometry().width() - FRAME_WIDTH - 48
        made.ensurePolished()
        if made.sizeHint().width() > room:  # a name of a folder, of any length
            around = made.sizeHint().width() - made.fontMetrics().horizontalAdvance(words)
            elided = made.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room - around)
            made.setText(elided.replace("&", "&&"))
            made.setAccessibleName(words)
            show_tip(made, words)
        made.clicked.connect(lambda: self._answer(index))
        return made

    def _answer(self, index: int) -> None:
        self.chosen = index
        self.accept()

    def _fit(self) -> None:
        """Be as high as the sentence wants, and no more than the screen has room for: then it scrolls."""
        layout, room = self.layout(), self.screen().availableGeometry()
        assert layout is not None
        around = layout.contentsMargins()
        least = theme().px(28)
        width = max(theme().px(ASK), self._foot.minimumSize().width() + around.left() + around.right())
        self.setFixedWidth(min(width, room.width() - FRAME_WIDTH))
        self._pane.setFixedHeight(least)
        layout.activate()
        rest = layout.heightForWidth(self.width()) - least
        most = room.height() - FRAME_HEIGHT - rest
        words = self._words.heightForWidth(self.width() - around.left() - around.right() - self._picture_room())
        self._pane.setFixedHeight(max(least, min(words + self._top(), most)))
        layout.activate()  # it would measure what stood there before
        self.resize(self.width(), layout.heightForWidth(self.width()))

    def _top(self) -> int:
        """Return how far under the picture's top the first line stands: in its middle."""
        return max(0, (theme().px(24) - self._words.fontMetrics().height()) // 2)

    def _picture_room(self) -> int:
        return theme().px(24) + _GAP

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)
        # What a system's own box says of itself: a screen reader reads it at once.
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._sentence)
            return
        super().keyPressEvent(event)

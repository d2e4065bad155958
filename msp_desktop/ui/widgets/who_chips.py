"""A line of names in which those of the directory are chips, and the rest words one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QToolTip
from shiboken6 import isValid
from typing_extensions import override

from msp_desktop.i18n import _
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.widgets.chip_places import Places, chip_places
from msp_desktop.ui.widgets.one_line import plain_tip
from msp_desktop.ui.widgets.who_list import WhoList
from msp_desktop.ui.widgets.who_names import Names, matching

#: Fewest letters of somebody who may be added to the directory.
_SHORTEST = 2

if TYPE_CHECKING:
    _Line = QLineEdit
else:
    _Line = object


class WhoChips(_Line):
    """What makes a line one of names; stands before the line it is made of.

    `text()` and `setText()` are the whole line, « Mme Roux, le secrétariat »: whoever holds, stores, undoes what is typed
    need not know of the chips. Letters propose people (`WhoList`); Enter takes the one highlighted, a comma ends a name,
    Backspace at the beginning removes the last chip, Alt+Down shows everybody.
    """

    names = Names()
    #: Where True the chips stay on one row, each as narrow as it must be.
    one_row = False
    #: The height of a row of words in pixels, where it is not a field's.
    first_row = 0
    _chips: tuple[str, ...] = ()
    places = Places()

    def begin_names(self, names: Names) -> None:
        """Make ready; called once by the class that has both bases."""
        self.names = names
        self.setProperty("names", True)
        self.setMouseTracking(True)
        self.proposed = WhoList(self)
        self.proposed.taken.connect(self.take_name)
        self.proposed.wanted_new.connect(lambda words: QTimer.singleShot(0, self, lambda: self._add_new(words)))
        self.proposed.spoken.connect(self._speak)
        self.textEdited.connect(self._on_edited)
        self._describe()

    def text(self) -> str:
        """Return the whole line: the people, then the other words."""
        return ", ".join(filter(None, (*self._chips, super().text())))

    def setText(self, text: str | None, /) -> None:
        """Show a whole line."""
        chips, rest = self.names.split(text or "")
        super().setText(rest)
        self._set_chips(chips)
        self._place()

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def chips(self) -> tuple[str, ...]:
        """Return the people shown as chips."""
        return self._chips

    def show_all(self) -> None:
        """Show everybody who may be chosen."""
        if not self.isReadOnly():
            self._propose("", everybody=True)

    def take_name(self, name: str) -> None:
        """Put somebody in the place of the letters that stand after the last comma."""
        before = "" if self.names.one else self._words().rpartition(",")[0].strip()
        chips, rest = self.names.split(name)
        words = ", ".join(filter(None, (before, rest)))
        super().setText(f"{words}, " if words and not self.names.one else words)
        self._set_chips(dict.fromkeys(chips if self.names.one else (*self._chips, *chips)))
        self._speak(_("{name}: added").format(name=name))
        self._changed(at_once=True)

    def remove_chip(self, number: int) -> None:
        """Take a person out of the line."""
        name = self._chips[number]
        self._set_chips((*self._chips[:number], *self._chips[number + 1 :]))
        self._speak(_("{name}: removed").format(name=name))
        self._changed(at_once=True)

    def settle_names(self) -> None:
        """Make chips of the names of the directory that are typed."""
        if self._words():
            self.setText(self.text())

    # --- what the line itself does with a change ------------------------------------------------

    def _changed(self, *, at_once: bool) -> None:
        """Let the line hold what stands there now; `at_once` writes it."""
        raise NotImplementedError

    # --- inside ---------------------------------------------------------------------------------

    def _words(self) -> str:
        return super().text()

    def _set_chips(self, chips: Any) -> None:
        if tuple(chips) != self._chips:
            self._chips = tuple(chips)
            self._describe()
            self._place()

    def _describe(self) -> None:
        """Say the chips to whoever does not see them, with what the field says of itself."""
        said = _("{names}. Backspace removes the last.").format(names=", ".join(self._chips)) if self._chips else ""
        hint = self.property("hint") or ""
        self.setAccessibleDescription(" ".join(filter(None, (said, hint))))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _speak(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _on_edited(self, words: str) -> None:
        head, comma, typed = ("", "", words) if self.names.one else words.rpartition(",")
        if comma and self.cursorPosition() == len(words):
            chips, rest = self.names.split(head)
            if chips:
                super().setText(f"{rest}, {typed.lstrip()}" if rest else typed.lstrip())
                self._set_chips(dict.fromkeys((*self._chips, *chips)))
                self._speak(_("{name}: added").format(name=", ".join(chips)))
                self._changed(at_once=False)
        if self._chips:
            self._place()
        self._propose(typed.strip())

    def _propose(self, typed: str, *, everybody: bool = False) -> None:
        if not (typed or everybody):
            self.proposed.hide()
            return
        found, begun = matching([name for name in self.names.offer() if name not in self._chips], typed)
        known = bool(typed) and bool(self.names.split(typed)[0])
        can_add = self.names.add is not None and len(typed) >= _SHORTEST and not known
        self.proposed.propose(found, typed if can_add else "", first=begun)

    def _add_new(self, words: str) -> None:
        if self.names.add is None:
            return
        name = self.names.add(words, self.window())
        if name and isValid(self):
            self.take_name(name)

    def _removes(self) -> bool:
        """Tell whether Backspace removes a chip now."""
        if not self._chips or self.isReadOnly():
            return False
        return not self.cursorPosition() and not self.hasSelectedText()

    def _place(self) -> None:
        """Find where the chips stand at this width, and leave the words the room after them."""
        metrics, rows = self.fontMetrics(), self.places.rows
        widths = [metrics.horizontalAdvance(name) for name in self._chips]
        words = metrics.horizontalAdvance(self._words())
        self.places = chip_places(widths, words, self.width(), theme().px, one_row=self.one_row, first=self.first_row)
        right = self.textMargins().right()
        self.setTextMargins(self.places.left, self.places.top, right, 0)
        if self.places.rows != rows:
            self.updateGeometry()
        more = _("add a person…") if self._chips and not self.names.one else ""
        fits = metrics.horizontalAdvance(more) + theme().px(12) + right < self.places.room
        self.setPlaceholderText(more if fits and not self.isReadOnly() else "")
        self.update()

    def _chip_at(self, point: QPoint) -> tuple[int, bool]:
        """Return the number of the chip at a place, -1 where there is none, and whether its cross is there."""
        for number, box in enumerate(self.places.boxes):
            if box.contains(point):
                return number, not self.isReadOnly() and point.x() >= box.right() - theme().px(22)
        return -1, False

    @override
    def sizeHint(self) -> QSize:
        return self._high(super().sizeHint())

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return self._high(QSize(theme().px(110), hint.height()))

    def _high(self, hint: QSize) -> QSize:
        return QSize(hint.width(), (self.first_row or theme().px(28) + 2) + self.places.top)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._chips:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, room = theme(), theme().px(10)
        cross = pixmap("close", "accent", 12)
        size = cross.deviceIndependentSize().toSize()
        for name, box in zip(self._chips, self.places.boxes, strict=True):
            painter.setPen(colours.color("accent") if colours.contrast else Qt.PenStyle.NoPen)
            painter.setBrush(colours.color("accent_wash"))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(colours.color("accent"))
            words = box.adjusted(room, 0, -theme().px(10 if self.isReadOnly() else 24), 0)
            shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, words.width() + 2)
            painter.drawText(
                words.adjusted(0, 0, 4, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown
            )
            if not self.isReadOnly():
                where = QRect(QPoint(0, 0), size)
                where.moveCenter(QPoint(box.right() - theme().px(13), box.center().y() + 1))
                painter.drawPixmap(where.topLeft(), cross)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.proposed.take_chosen():
            event.accept()
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.proposed.hide()
            if not self.isReadOnly():
                self.settle_names()
        if key == Qt.Key.Key_Down and (alt or not self._words()) and not self.proposed.shown():
            self.show_all()
            return
        if key == Qt.Key.Key_Backspace and self._removes():
            self.remove_chip(len(self._chips) - 1)
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number, cross = self._chip_at(event.position().toPoint())
        if number < 0:
            super().mousePressEvent(event)
        elif cross:
            self.remove_chip(number)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        number, cross = self._chip_at(point)
        self.setCursor(Qt.CursorShape.IBeamCursor if number < 0 else Qt.CursorShape.ArrowCursor)
        if number >= 0:
            name = self._chips[number]
            words = _("Remove {name}").format(name=name) if cross else name
            QToolTip.showText(event.globalPosition().toPoint(), plain_tip(words), self, self.places.boxes[number])

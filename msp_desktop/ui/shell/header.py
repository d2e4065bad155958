"""The one line above the tabs: commune, day, phase, next thing due, what waits. Clicking any of it goes there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.schedule import LAST_DAY, PHASES
from msp_desktop.i18n import _
from msp_desktop.services.summary import Header
from msp_desktop.ui.shell.arms import Arms
from msp_desktop.ui.shell.chip import Chip, ChipWords
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.elided import ElidedLink
from msp_desktop.ui.widgets.labels import TITLE, Label
from msp_desktop.ui.widgets.own_arms import own_mark
from msp_desktop.ui.widgets.tip import show_tip


class _Progress(QWidget):
    """A small bar of the hundred days: three phases, filled up to today."""

    def __init__(self) -> None:
        super().__init__()
        self._day = 0
        self.setFixedSize(84, 18)

    def show_day(self, day: int) -> None:
        """Show the day it is."""
        self._day = day
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(84, 18)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        step = self.width() / (LAST_DAY + 1)
        for number, (first, last) in PHASES.items():
            area = QRectF(first * step, 6, (last + 1 - first) * step, 6)
            painter.fillRect(area, theme().color(f"p{number}"))
            reached = min(max(self._day + 1 - first, 0), last + 1 - first)
            painter.fillRect(QRectF(first * step, 6, reached * step, 6), theme().color(f"p{number}_ink"))
        painter.end()


#: Its height, and where the window has little room, in pixels at 100 %.
HEIGHT, COMPACT_HEIGHT = 44, 42
#: The width with which it makes do, in pixels at 100 %.
_LEAST = 320
#: The text size from which the header says the commune and the day alone.
_LARGE_SCALE = 1.3
#: The text size from which the way to another commune is said in one word.
_LARGEST_WHOLE = 1.6
#: The room that the name of a commune keeps, and with the largest letters, in pixels at 100 %: the longest has 45 letters.
_NAME_LEAST, _NAME_LEAST_LARGE = 150, 80
#: Letters of a mark that are shown.
_MARK_MOST = 40
#: The room that what comes next keeps beside the chips, in pixels at 100 %.
_NEXT_LEAST = 170
#: The room with less than which what comes next is not said, in pixels at 100 %.
_NEXT_SHORT = 60
#: The chips, from left to right: what is owed to people, what is to be watched.
CHIPS = ("follow_ups", "vigilances")


class HeaderLine(QWidget):
    """Emit `request_action(id or None)`, `request_chip(key)`, `request_commune` (its own page) and `request_change`."""

    request_action = Signal(object)
    request_chip = Signal(str)
    request_commune = Signal()
    request_change = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next_id: int | None = None
        self._arms = Arms()
        self._name = ElidedLink(least=_NAME_LEAST, whole=True)
        self._name.setFont(theme().font(TITLE, bold=True))
        self._department = Label("", tone="soft")
        self._mark = Label("", chip="plain")
        self._day = Label("", bold=True)
        self._progress = _Progress()
        self._phase = Label("", tone="soft")
        self._next = ElidedLink("arrow")
        self._change = LinkButton(_("Change commune…"))
        self._swap = LinkButton("", "swap")
        #: The menus, where the window has no room for a menu bar.
        self.menus = LinkButton("", "menu")
        for button, words in ((self._swap, _("Change commune…")), (self.menus, _("Menu"))):
            button.setAccessibleName(words)
            button.hide()
        show_tip(self._swap, _("Change commune…"))
        show_tip(self.menus, _("Menu (Alt or F10)"))
        self._compact = False
        box = QHBoxLayout(self)
        box.setContentsMargins(24, 2, 20, 2)
        box.setSpacing(10)
        for widget in (self._arms, self._name, self._department, self._mark, self._day, self._progress, self._phase):
            box.addWidget(widget)
        box.addWidget(self._next, 1)
        self._chips = {key: Chip(self) for key in CHIPS}
        for key, chip in self._chips.items():
            chip.clicked.connect(partial(self._on_chip, key))
            box.addWidget(chip)
        for button in (self._change, self._swap, self.menus):
            box.addWidget(button)
        self._name.clicked.connect(self.request_commune)
        self._next.clicked.connect(lambda: self.request_action.emit(self._next_id))
        for button in (self._change, self._swap):
            button.clicked.connect(self.request_change)
        theme_changes().changed.connect(self._dress)
        self._dress()

    def show_header(self, header: Header, arms: bytes | None) -> None:
        """Show where the dossier is."""
        self._next_id = header.next_id
        self._next.show_sign("warning" if header.late else "arrow", "late" if header.late else "accent")
        self._next.show_words(header.next_thing)
        self._name.show_words(header.commune)
        self._name.setAccessibleName(_("{commune}: commune and letterhead").format(commune=header.commune))
        self._department.setText(header.department)
        self._show_mark(header.mark)
        self._day.setText(header.day)
        self._progress.show_day(header.day_number)
        self._phase.setText(header.phase)
        self._arms.setAccessibleName(_("Coat of arms or logo: {commune}").format(commune=header.commune))
        self._arms.show_arms(arms, own_mark(header.commune, header.department))
        self._fit_chips()

    def show_chip(self, key: str, words: ChipWords | None) -> None:
        """Show what waits of one kind; nothing hides its chip."""
        self._chips[key].show_words(words)
        self._fit_chips()

    def be_compact(self, compact: bool) -> None:
        """Be lower, with the menus in a button and the way to another commune in an icon; or as usual again."""
        self._compact = compact
        self._dress()

    def _show_mark(self, mark: str) -> None:
        """Say what tells the dossier from others of its commune; the tool tip says all of a long one."""
        self._mark.setText(mark if len(mark) <= _MARK_MOST else f"{mark[: _MARK_MOST - 1]}…")
        show_tip(self._mark, mark if len(mark) > _MARK_MOST else "")
        self._mark.setVisible(bool(mark))

    def _fit_chips(self) -> None:
        """Say the chips in full where what comes next keeps some room beside them; the least of the rest gives way first."""
        if not self._day.text():
            return  # nothing is shown yet, and what is measured is dressed
        least = (self._phase, self._department, self._progress)
        for widget in least:
            widget.setVisible(theme().scale < _LARGE_SCALE)
        for widget in least[:2]:
            if self.width() < self._needed():
                widget.hide()
        narrow = self.width() < self._needed()
        for chip in self._chips.values():
            chip.show_narrow(narrow)
        if narrow and self.width() < self._needed(narrow=True):
            self._progress.hide()
        last = (self._next, self._day)
        for one in last:
            one.show()
        for one in last:
            if self.width() < self._least():
                one.hide()

    def _least(self) -> int:
        """Return the width in which nothing is cut to nothing, in pixels."""
        there: tuple[QWidget, ...] = (
            self._arms, self._name, self._department, self._mark, self._day, self._progress, self._phase, self._next,
            *self._chips.values(), self._change, self._swap, self.menus,
        )  # fmt: skip
        widths = [
            theme().px(_NEXT_SHORT) if one is self._next else one.minimumSizeHint().width()
            for one in there
            if not one.isHidden()
        ]
        return sum(widths) + 10 * (len(widths) - 1) + 44

    def _needed(self, *, narrow: bool = False) -> int:
        """Return the width in which all that is shown is whole, in pixels; the chips in few letters where `narrow`."""
        fixed = (
            self._arms, self._name, self._department, self._mark, self._day, self._progress, self._phase, self._change,
            self._swap, self.menus,
        )  # fmt: skip
        chips = [chip for chip in self._chips.values() if not chip.isHidden()]
        widths = [widget.sizeHint().width() for widget in fixed if not widget.isHidden()]
        widths += [chip.minimumSizeHint().width() if narrow else chip.full_width() for chip in chips]
        return sum(widths) + 10 * (len(widths) + 1) + 44 + theme().px(_NEXT_LEAST)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_chips()

    def _on_chip(self, key: str, _checked: bool = False) -> None:
        self.request_chip.emit(key)

    def _dress(self) -> None:
        self.setFixedHeight(theme().px(COMPACT_HEIGHT if self._compact else HEIGHT))
        self._change.setVisible(not self._compact)
        for button in (self._swap, self.menus):
            button.setVisible(self._compact)
        self._arms.dress()
        self._name.setFont(theme().font(TITLE, bold=True))
        self._name.set_least(_NAME_LEAST if theme().scale < _LARGEST_WHOLE else _NAME_LEAST_LARGE)
        self._change.setText(_("Change commune…") if theme().scale < _LARGEST_WHOLE else _("Change…"))
        self._change.setAccessibleName(_("Change commune…"))
        self._fit_chips()

    @override
    def minimumSizeHint(self) -> QSize:
        # What has no room is left out: it is no reason to forbid a narrow window.
        return QSize(theme().px(_LEAST), super().minimumSizeHint().height())

"""The start page: known dossiers, a new one, another one, the sample."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from msp_desktop.domain.schedule import LAST_DAY, PHASES, day_number
from msp_desktop.formats.quick import near_date
from msp_desktop.i18n import _, language
from msp_desktop.services.preferences import Preferences, Recent
from msp_desktop.services.summary import short_day_words
from msp_desktop.ui.models.rows import Index
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import app_icon
from msp_desktop.ui.widgets.banner import Banner
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.labels import Label, page_title, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled

ENTRY = Qt.ItemDataRole.UserRole


class _Painter(QStyledItemDelegate):
    """Draw a known dossier: arms, name, department, day, when it was last opened."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, theme().px(64))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Recent = index.data(ENTRY)
        rect: QRect = option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, theme().color("select" if selected else "paper"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme().color("line"))
        if selected:
            painter.fillRect(rect.x(), rect.y(), 4, rect.height(), theme().color("accent"))
        side = theme().px(36)
        app_icon().paint(painter, QRect(rect.x() + 20, rect.center().y() - side // 2, side, side))
        left = rect.x() + 20 + side + theme().px(16)
        self._words(painter, rect, left, entry)
        self._progress(painter, rect, entry)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, left: int, entry: Recent) -> None:
        half = rect.height() // 2
        room = rect.right() - left - theme().px(130)
        painter.setFont(theme().font(1.25, bold=True))
        painter.setPen(theme().color("ink"))
        name = painter.fontMetrics().elidedText(entry.name or Path(entry.path).stem, Qt.TextElideMode.ElideRight, room)
        top = QRect(left, rect.top() + 6, room, half - 4)
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter), name)
        top.setLeft(left + painter.fontMetrics().horizontalAdvance(name) + 10)
        painter.setFont(theme().font())
        painter.setPen(theme().color("ink2"))
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter), entry.department)
        painter.setPen(theme().color("ink"))
        zero = _day(entry.day_zero)
        words = short_day_words(zero, self._today) if zero else entry.path
        painter.drawText(QRect(left, rect.top() + half, room, half - 6), int(Qt.AlignmentFlag.AlignVCenter), words)

    def _progress(self, painter: QPainter, rect: QRect, entry: Recent) -> None:
        zero, opened = _day(entry.day_zero), _day(entry.opened_on)
        width = theme().px(84)
        x, y = rect.right() - width - 16, rect.top() + theme().px(20)
        if zero:
            step = width / (LAST_DAY + 1)
            day = day_number(zero, self._today)
            for number, (first, last) in PHASES.items():
                painter.fillRect(
                    int(x + first * step), y, int((last + 1 - first) * step), 6, theme().color(f"p{number}")
                )
                reached = min(max(day + 1 - first, 0), last + 1 - first)
                painter.fillRect(int(x + first * step), y, int(reached * step), 6, theme().color(f"p{number}_ink"))
        if opened:
            days = (self._today - opened).days
            words = {0: _("today"), 1: _("yesterday")}.get(days) or near_date(opened, self._today, language())
            painter.setPen(theme().color("ink2"))
            box = QRect(x - 100, rect.top() + rect.height() // 2, width + 100, rect.height() // 2 - 6)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words)


class _Known(QListView):
    """Emit `request_open(path)` on Enter or a click, `request_forget(path)` on Delete."""

    request_open = Signal(str)
    request_forget = Signal(str)

    def __init__(self, entries: tuple[Recent, ...], today: date) -> None:
        super().__init__()
        self.setAccessibleName(_("Your dossiers"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Painter(today, self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        model = QStandardItemModel(self)
        for entry in entries:
            item = QStandardItem()
            item.setData(entry, ENTRY)
            item.setData(f"{entry.name}, {entry.department}", Qt.ItemDataRole.AccessibleTextRole)
            model.appendRow(item)
        self.setModel(model)
        self.setFixedHeight(min(len(entries), 5) * theme().px(64) + 2)
        if entries:
            self.setCurrentIndex(model.index(0, 0))
        self.clicked.connect(lambda index: self.request_open.emit(index.data(ENTRY).path))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.currentIndex().data(ENTRY) if self.currentIndex().isValid() else None
        if entry is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.request_open.emit(entry.path)
            return
        if entry is not None and event.key() == Qt.Key.Key_Delete:
            self.request_forget.emit(entry.path)
            return
        super().keyPressEvent(event)


class StartPage(QWidget):
    """Say what each button wishes; the window does it."""

    request_open = Signal(str)
    request_browse = Signal()
    request_new = Signal()
    request_sample = Signal()
    request_restore = Signal()
    request_forget = Signal(str)

    def __init__(self, preferences: Preferences, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banner = Banner()
        self._banner.request_action.connect(self.request_restore)
        new = MainButton(_("New dossier"), "plus")
        browse = PlainButton(_("Open…"), "folder")
        sample = LinkButton(_("Sample commune"), "star")
        restore = LinkButton(_("Restore a copy"), "undo")
        new.clicked.connect(self.request_new)
        browse.clicked.connect(self.request_browse)
        sample.clicked.connect(self.request_sample)
        restore.clicked.connect(self.request_restore)
        box = column(
            page_title("Santé 100 jours"),
            Label(_("The first hundred days of a health project, step by step."), tone="soft"),
            8,
            self._banner,
            spacing=8,
        )
        if preferences.recent:
            known = _Known(preferences.recent, today)
            known.request_open.connect(self.request_open)
            known.request_forget.connect(self.request_forget)
            box.addWidget(title(_("Your dossiers")))
            box.addWidget(framed(known))
            known.setFocus()
        else:
            box.addWidget(title(_("Welcome")))
            words = _("Make your commune's dossier: its name is enough to begin. Or look at the sample first.")
            box.addWidget(Label(words, wrap=True))
        box.addSpacing(8)
        box.addLayout(row(new, browse, -1, restore, sample))
        box.addSpacing(16)
        for words in (
            _("Nothing leaves this computer: no account, no internet."),
            _("Nothing to save: each word is kept as it is typed."),
            _("A safe copy goes to Documents each time you close."),
        ):
            box.addWidget(Label(f"✓  {words}", tone="soft"))
        box.addStretch(1)
        inner = holder(box, "scrolled")
        inner.setFixedWidth(min(theme().px(620), 1200))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(48, 36, 24, 16)
        outer.addWidget(scrolled(holder(row(inner, -1), "scrolled"), _("Start")))

    def say(self, sentence: str) -> None:
        """Say why a dossier could not be opened."""
        self._banner.say(sentence, _("Restore a copy") if sentence else "")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

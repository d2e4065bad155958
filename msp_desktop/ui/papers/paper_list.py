"""The documents one may print: a tick, a name, a number of copies; what is missing is said under the name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.i18n import _
from msp_desktop.papers.bundle import Choice
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import Label, hint
from msp_desktop.ui.widgets.layouts import row
from msp_desktop.ui.widgets.repolish import repolish
from msp_desktop.ui.widgets.tip import show_tip

#: Most copies of one paper: a town hall's meeting room holds fewer people.
_MOST = 99


class PaperRow(QFrame):
    """One document: `ticked()` for the tick and copies, `shown(key)` to look at it, `passed(key, ±1)` for the next one."""

    ticked = Signal()
    shown = Signal(str)
    passed = Signal(str, int)

    def __init__(self, choice: Choice, *, on: bool, explained: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choice")
        self.choice = choice
        self._tick = QCheckBox()
        self._tick.setAccessibleName(choice.title)
        self._tick.setChecked(on and not choice.missing)
        self._tick.setEnabled(not choice.missing)
        show_tip(self._tick, choice.missing or _("Tick to print it"))
        self._count = QSpinBox()
        self._count.setRange(1, _MOST)
        self._count.setValue(choice.copies)
        self._count.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count.setFixedWidth(theme().px(52))
        self._count.setAccessibleName(_("Copies: {title}").format(title=choice.title))
        self._count.setEnabled(self._tick.isChecked())
        self._words = Label("×", tone="soft")
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 10, 8)
        box.setSpacing(2)
        name = Label(choice.title, wrap=True)
        name.setEnabled(not choice.missing)
        line = row(self._tick, name, self._words, self._count)
        line.setStretch(1, 1)
        box.addLayout(line)
        if choice.missing:
            self._count.hide()
            self._words.hide()
            if explained:
                box.addWidget(hint(choice.missing))
        self._tick.toggled.connect(self._on_tick)
        self._count.valueChanged.connect(lambda _value: self.ticked.emit())
        for widget in (self._tick, self._count):
            widget.installEventFilter(self)

    @property
    def key(self) -> str:
        """Return what tells this file from the others of the list."""
        return self.choice.key

    def is_on(self) -> bool:
        """Tell whether it is to be printed."""
        return self._tick.isChecked()

    def set_on(self, on: bool) -> None:
        """Tick it, where nothing is missing."""
        if not self.choice.missing:
            self._tick.setChecked(on)

    def copies(self) -> int:
        """Return the number of copies."""
        return self._count.value()

    def show_chosen(self, chosen: bool) -> None:
        """Show whether this is the document looked at."""
        self.setProperty("chosen", chosen)
        repolish(self)

    def focus(self) -> None:
        """Put the keyboard here."""
        self._tick.setFocus()

    def _on_tick(self, on: bool) -> None:
        self._count.setEnabled(on)
        self.shown.emit(self.key)
        self.ticked.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Tab goes past a paper on the way to a button that is about the one shown: it does not change it.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._tick:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps:
                self.passed.emit(self.key, steps[Qt.Key(event.key())])
                return True
        if event.type() == QEvent.Type.Wheel and watched is self._count and not self._count.hasFocus():
            event.ignore()  # the list scrolls
            return True
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.choice.missing:
            self.shown.emit(self.key)
        super().mousePressEvent(event)


class PaperList(QWidget):
    """The rows, one under the other: `changed()` for ticks and copies, `shown(key)` for the one looked at."""

    changed = Signal()
    shown = Signal(str)

    def __init__(self, choices: Sequence[Choice], ticked: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self.rows: list[PaperRow] = []
        # The same reason for all is said once, where the pages would be.
        explained = len({choice.missing for choice in choices}) > 1 or len(choices) == 1
        for choice in choices:
            entry = PaperRow(choice, on=choice.paper.key in ticked, explained=explained)
            entry.ticked.connect(self.changed)
            entry.shown.connect(self.shown)
            entry.passed.connect(self._go)
            self.rows.append(entry)
            box.addWidget(entry)
        box.addStretch(1)

    def row_of(self, key: str) -> PaperRow:
        """Return the row of a file, or the first of a document's."""
        return next(entry for entry in self.rows if key in (entry.key, entry.choice.paper.key))

    def _go(self, key: str, by: int) -> None:
        """Go to the next document that can be made, and look at it."""
        ready = [entry for entry in self.rows if not entry.choice.missing]
        index = next(number for number, entry in enumerate(ready) if entry.key == key) + by
        if 0 <= index < len(ready):
            ready[index].focus()
            self.shown.emit(ready[index].key)

    def on(self) -> list[PaperRow]:
        """Return the rows ticked."""
        return [entry for entry in self.rows if entry.is_on()]

    def tick_only(self, keys: Sequence[str]) -> None:
        """Tick these documents and no other."""
        for entry in self.rows:
            entry.set_on(entry.key in keys)

    def show_chosen(self, key: str) -> None:
        """Show which document is looked at."""
        for entry in self.rows:
            entry.show_chosen(entry.key == key)

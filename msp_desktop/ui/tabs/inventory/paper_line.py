"""One numbered line of a register, field by field in the order of the paper."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from typing_extensions import override

from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.paper_grid import PaperField, PaperRegister, PaperRow
from msp_desktop.i18n import _
from msp_desktop.services.paper_grid import choice_words, read_choice
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, field, row
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.pick_field import PickField

#: Widths in pixels at 100 %: of a whole line, of its number, between two fields, of a box to tick; of what a choice
#: needs beside its words (frame, arrow).
LINE, NUMBER, GAP, TICK, ARROW = 1010, 40, 6, 36, 46
#: Where a choice's words are cut: a long offer is read in the list.
WIDEST_CHOICE = 190


class TickBox(QCheckBox):
    """Emit `left()` on Enter, which in a dialog would press its button."""

    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PaperLine(QWidget):
    """Emit `written(self, {field: value})` when something is typed, `left(self)` on Enter in the last field."""

    written = Signal(object, dict)
    left = Signal(object)

    def __init__(self, register: PaperRegister, room: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_id: int | None = None
        self.label = ""
        self._register = register
        self.widgets: dict[str, QWidget] = {}
        self._wrong = Label("", tone="late", wrap=True)
        self._wrong.hide()
        self._number = Label("", bold=True)
        self._number.setFixedWidth(theme().px(NUMBER))
        widths, stacked = field_widths(register), rows_of_fields(register, room)
        boxes = column(spacing=6)
        for entries in stacked:
            box = row(spacing=GAP)
            for entry in entries:
                widget = self._widget(entry)
                widget.setFixedWidth(widths[entry.name])
                self.widgets[entry.name] = widget
                if len(stacked) == 1:
                    box.addWidget(widget)
                else:
                    # The titles above the lines would be far: each box bears its own.
                    box.addLayout(field(entry.title, widget))
            box.addStretch(1)
            boxes.addLayout(box)
        boxes.addWidget(self._wrong)
        whole = row(self._number, boxes, spacing=GAP)
        whole.setAlignment(self._number, Qt.AlignmentFlag.AlignTop)
        if len(stacked) > 1:
            whole.setContentsMargins(0, 0, 0, theme().px(10))
        else:
            self._number.setFixedHeight(next(iter(self.widgets.values())).sizeHint().height())
        self.setLayout(whole)

    def number_from(self, index: int) -> None:
        """Bear the number of this place, counted from 0."""
        self.label = self._register.label(index)
        self._number.setText(self.label)
        for entry in self._register.fields:
            self.widgets[entry.name].setAccessibleName(f"{self.label}, {entry.title}")

    def show_row(self, kept: PaperRow) -> None:
        """Show a row of the dossier; what is being typed stays."""
        self.row_id = kept.id
        for entry in self._register.fields:
            widget, value = self.widgets[entry.name], kept.values.get(entry.name)
            if isinstance(widget, TickBox):
                widget.blockSignals(True)
                widget.setChecked(value is Tri.YES)
                widget.blockSignals(False)
            elif isinstance(widget, PickField):
                widget.show_typed(value)
            elif isinstance(widget, LineField):
                widget.show_value(str(value or ""))

    def values(self) -> dict[str, Any]:
        """Return what the fields hold."""
        return {name: _value(widget) for name, widget in self.widgets.items()}

    def is_blank(self) -> bool:
        """Tell whether nothing is typed."""
        return not self.not_understood() and all(value in (None, "", Tri.UNKNOWN) for value in self.values().values())

    def not_understood(self) -> list[str]:
        """Return the titles of the fields whose text is not understood, hence not kept."""
        return [entry.title for entry in self._register.fields if self.widgets[entry.name].property("wrong")]

    def show_wrong(self, sentence: str) -> None:
        """Say under the line why it cannot be kept yet; empty where it can."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def wrong(self) -> str:
        """Return why something typed here is not kept; empty where all is."""
        return self._wrong.text()

    def flush(self) -> None:
        """Write at once what is typed."""
        for widget in self.widgets.values():
            if isinstance(widget, LineField):
                widget.flush()

    def focus(self) -> None:
        """Put the keyboard in the first field."""
        next(iter(self.widgets.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _widget(self, entry: PaperField) -> QWidget:
        if entry.tick:
            box = TickBox()
            box.toggled.connect(lambda on: self._write(entry.name, Tri.YES if on else Tri.UNKNOWN))
            box.left.connect(lambda: self._next(box))
            return box
        if entry.choices:
            wrong = _("{title}: write a number from 1 to {most}, or choose in the list (Alt+Down).").format(
                title=entry.title, most=len(entry.choices)
            )
            listed = [
                (value, f"{index}  {words}" if entry.numbered else words)
                for index, (value, words) in enumerate(entry.choices, 1)
            ]
            pick = PickField(
                entry.title,
                listed,
                partial(read_choice, entry),
                partial(choice_words, entry),
                wrong,
                completed=not entry.numbered,
            )
            pick.request_value.connect(lambda value: self._write(entry.name, value))
            pick.marked.connect(lambda _sentence: self._say_wrong())
            pick.returnPressed.connect(lambda: self._next(pick))
            return pick
        line = LineField(entry.title)
        line.request_write.connect(lambda text: self._write(entry.name, text))
        line.returnPressed.connect(lambda: self._next(line))
        line.textChanged.connect(lambda _text: self._forgive())
        return line

    def _forgive(self) -> None:
        """Take the sentence away once what is kept stands there again."""
        texts = [widget for widget in self.widgets.values() if isinstance(widget, LineField)]
        if self.row_id is not None and self.wrong() and not any(widget.waiting() for widget in texts):
            self._say_wrong()

    def _say_wrong(self) -> None:
        self.show_wrong(" ".join(widget.toolTip() for widget in self.widgets.values() if widget.property("wrong")))

    def _write(self, name: str, value: Any) -> None:
        self.written.emit(self, {name: value})

    def _next(self, widget: QWidget) -> None:
        """Enter goes on to the next box, as in a spreadsheet."""
        order = list(self.widgets.values())
        if widget is order[-1]:
            self.left.emit(self)
        else:
            order[order.index(widget) + 1].setFocus(Qt.FocusReason.TabFocusReason)


def field_widths(register: PaperRegister) -> dict[str, int]:
    """Return the width of each field on the screen, in pixels: texts share what choices and boxes leave, as on paper."""
    metrics = QFontMetrics(QApplication.font())
    taken = {}
    for entry in register.fields:
        if entry.tick:
            taken[entry.name] = theme().px(TICK)
        elif entry.choices:
            words = max(metrics.horizontalAdvance(words) for _value, words in entry.choices)
            taken[entry.name] = min(words + theme().px(ARROW), theme().px(WIDEST_CHOICE))
    free = [entry for entry in register.fields if entry.name not in taken]
    room = theme().px(LINE - NUMBER - GAP * len(register.fields)) - sum(taken.values())
    texts = {entry.name: int(room * entry.share / sum(other.share for other in free)) for entry in free}
    return taken | texts


def rows_of_fields(register: PaperRegister, room: int) -> list[list[PaperField]]:
    """Return the fields, row by row: one row where they have room, in pixels, several in large letters."""
    widths = field_widths(register)
    rows: list[list[PaperField]] = [[]]
    left = across = room - theme().px(NUMBER) - GAP
    for entry in register.fields:
        if rows[-1] and left < widths[entry.name]:
            rows.append([])
            left = across
        rows[-1].append(entry)
        left -= widths[entry.name] + GAP
    return rows


def header(register: PaperRegister) -> QWidget:
    """Return the titles of the fields, above lines of one row."""
    titles, widths = row(spacing=GAP), field_widths(register)
    number = Label(_("No."), tone="soft")
    number.setFixedWidth(theme().px(NUMBER))
    titles.addWidget(number)
    for entry in register.fields:
        words = Label(entry.title, tone="soft")
        words.setFixedWidth(widths[entry.name])
        titles.addWidget(words)
    titles.addStretch(1)
    line = QWidget()
    line.setLayout(titles)
    return line


def _value(widget: QWidget) -> Any:
    if isinstance(widget, QCheckBox):
        return Tri.YES if widget.isChecked() else Tri.UNKNOWN
    if isinstance(widget, PickField):
        return widget.value
    assert isinstance(widget, LineField)
    return widget.text().strip()

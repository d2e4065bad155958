"""One numbered line of a register, field by field in the order of the paper."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.paper_grid import PaperField, PaperRegister, PaperRow
from msp_desktop.i18n import _
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.line_field import LineField

#: Widths in pixels: of a whole line, of its number, between two fields.
LINE, NUMBER, GAP = 1010, 40, 6


class PaperLine(QWidget):
    """Emit `written(self, {field: value})` when something is typed, `left(self)` on Enter in the last field."""

    written = Signal(object, dict)
    left = Signal(object)

    def __init__(
        self, register: PaperRegister, place: int, kept: PaperRow | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row_id = kept.id if kept else None
        self.label = register.label(place)
        self.widgets: dict[str, QWidget] = {}
        self._wrong = Label("", tone="late", wrap=True)
        self._wrong.hide()
        number = Label(self.label, bold=True)
        number.setFixedWidth(theme().px(NUMBER))
        fields, widths = row(number, spacing=GAP), field_widths(register)
        for entry in register.fields:
            widget = self._widget(entry, kept)
            widget.setAccessibleName(f"{self.label}, {entry.title}")
            widget.setFixedWidth(widths[entry.name])
            self.widgets[entry.name] = widget
            fields.addWidget(widget)
        fields.addStretch(1)
        self.setLayout(column(fields, self._wrong, spacing=2))

    def values(self) -> dict[str, Any]:
        """Return what the fields hold."""
        return {name: _value(widget) for name, widget in self.widgets.items()}

    def is_blank(self) -> bool:
        """Tell whether nothing is typed."""
        return all(value in (None, "", Tri.UNKNOWN) for value in self.values().values())

    def show_wrong(self, sentence: str) -> None:
        """Say under the line why it cannot be kept yet; empty where it can."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def flush(self) -> None:
        """Write at once what is typed."""
        for widget in self.widgets.values():
            if isinstance(widget, LineField):
                widget.flush()

    def focus(self) -> None:
        """Put the keyboard in the first field."""
        next(iter(self.widgets.values())).setFocus()

    def _widget(self, entry: PaperField, kept: PaperRow | None) -> QWidget:
        value = kept.values.get(entry.name) if kept else None
        if entry.tick:
            box = QCheckBox()
            box.setChecked(value is Tri.YES)
            box.toggled.connect(lambda on: self._write(entry.name, Tri.YES if on else Tri.UNKNOWN))
            return box
        if entry.choices:
            numbered = enumerate(entry.choices, 1)
            words = [(key, f"{place}  {text}" if entry.numbered else text) for place, (key, text) in numbered]
            choice = ChoiceField(entry.title, [(None, "–"), *words])
            choice.show_typed(value if any(key == value for key, _words in words) else None)
            choice.request_value.connect(lambda chosen: self._write(entry.name, chosen))
            return choice
        line = LineField(entry.title)
        line.show_value(str(value or ""))
        line.request_write.connect(lambda text: self._write(entry.name, text))
        line.returnPressed.connect(lambda: self._next(line))
        return line

    def _write(self, name: str, value: Any) -> None:
        self.written.emit(self, {name: value})

    def _next(self, widget: QWidget) -> None:
        """Enter goes on to the next box, as in a spreadsheet."""
        order = list(self.widgets.values())
        if widget is order[-1]:
            self.left.emit(self)
        else:
            order[order.index(widget) + 1].setFocus()


def field_widths(register: PaperRegister) -> dict[str, int]:
    """Return the width of each field on the screen, in pixels: texts share what choices and boxes leave, as on paper."""
    taken = {
        entry.name: 36 if entry.tick else 150 if entry.numbered else 158
        for entry in register.fields
        if entry.tick or entry.choices
    }
    free = [entry for entry in register.fields if entry.name not in taken]
    room = LINE - NUMBER - sum(taken.values()) - GAP * len(register.fields)
    texts = {entry.name: int(room * entry.width / sum(other.width for other in free)) for entry in free}
    return {name: theme().px(width) for name, width in (taken | texts).items()}


def header(register: PaperRegister) -> QWidget:
    """Return the titles of the fields, above them."""
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
    if isinstance(widget, ChoiceField):
        return widget.value()
    assert isinstance(widget, LineField)
    return widget.text().strip()

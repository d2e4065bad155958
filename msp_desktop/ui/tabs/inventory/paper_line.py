"""One numbered line of a register, field by field in the order of the paper."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.paper_grid import PaperField, PaperRegister, PaperRow
from msp_desktop.i18n import _
from msp_desktop.services.paper_grid import choice_words, read_choice
from msp_desktop.ui.drafts import DraftKey, Drafts, NotUnderstood
from msp_desktop.ui.forms.binding import Binding, Editor
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, field, row
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.pick_field import PickField

#: Widths in pixels at 100 %: of a whole line, of its number, between two fields, of a box to tick; of what a choice
#: needs beside its words (frame, arrow).
LINE, NUMBER, GAP, ARROW = 1010, 40, 6, 46
#: Where a choice's words are cut: a long offer is read in the list.
WIDEST_CHOICE = 190


class PaperLine(QWidget):
    """The boxes of one line, bound as a form's: `keep(line, {field: value})` stores what is typed.

    Emit `left(self)` on Enter in the last field.
    """

    left = Signal(object)

    def __init__(
        self,
        register: PaperRegister,
        room: int,
        drafts: Drafts,
        keep: Callable[[PaperLine, dict[str, Any]], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.row_id: int | None = None
        self.label = ""
        self._drafts, self._keep = drafts, keep
        #: Tells lines apart in the drafts, those of a former run too: a new one has no row yet.
        self._token = uuid.uuid4().hex
        self._bindings: dict[str, Binding] = {}
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
                self._bindings[entry.name] = Binding(drafts, cast(Editor, widget), entry.name, entry.title, self._write)
                self._show(entry, None)
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
        drafts.marked.connect(self._on_marked)

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
            self._show(entry, kept.values.get(entry.name))

    def values(self) -> dict[str, Any]:
        """Return what the fields hold."""
        return {name: _value(widget) for name, widget in self.widgets.items()}

    def is_blank(self) -> bool:
        """Tell whether nothing is typed."""
        return not self.not_understood() and all(value in (None, "", Tri.UNKNOWN) for value in self.values().values())

    def not_understood(self) -> list[str]:
        """Return the titles of the fields whose text is not understood, hence not kept."""
        return [entry.title for entry in self._register.fields if self.widgets[entry.name].property("wrong")]

    def wrong(self) -> str:
        """Return why something typed here is not kept; empty where all is."""
        return self._wrong.text()

    def settle(self) -> None:
        """Write at once what is typed."""
        for binding in self._bindings.values():
            binding.settle()

    def forget(self) -> None:
        """Drop what is typed and not kept."""
        for binding in self._bindings.values():
            binding.forget()

    def focus(self) -> None:
        """Put the keyboard in the first field."""
        next(iter(self.widgets.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _widget(self, entry: PaperField) -> QWidget:
        if entry.choices:
            wrong = _("{title}: write a number from 1 to {most}, or choose in the list (Alt+Down).")
            if entry.tick:
                wrong = _("{title}: write yes or no as on the paper, or choose in the list (Alt+Down).")
            wrong = wrong.format(title=entry.title, most=len(entry.choices))
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
            pick.returnPressed.connect(lambda: self._next(pick))
            return pick
        line = LineField(entry.title)
        line.returnPressed.connect(lambda: self._next(line))
        return line

    def _show(self, entry: PaperField, value: Any) -> None:
        if (entry.numbered or entry.tick) and value not in dict(entry.choices):
            value = None  # unknown: an empty box on paper
        shown = value if entry.choices else str(value or "")
        self._bindings[entry.name].show("paper", self._token, shown)

    def _on_marked(self, key: DraftKey) -> None:
        """Say under the line why something cannot be kept yet; nothing where all can."""
        if (key.kind, key.id) != ("paper", self._token):
            return
        said = [widget.toolTip() for widget in self.widgets.values() if widget.property("wrong")]
        self._wrong.setText(" ".join(dict.fromkeys(said)))
        self._wrong.setVisible(bool(said))

    def _write(self, _key: Any, name: str, value: Any) -> object:
        return self._keep(self, {name: value})

    def _next(self, widget: QWidget) -> None:
        """Enter goes on to the next box, as in a spreadsheet."""
        order = list(self.widgets.values())
        if widget is order[-1]:
            self.left.emit(self)
        else:
            order[order.index(widget) + 1].setFocus(Qt.FocusReason.TabFocusReason)


def field_widths(register: PaperRegister) -> dict[str, int]:
    """Return the width of each field on the screen, in pixels: texts share what choices leave, as on paper."""
    metrics = QFontMetrics(QApplication.font())
    taken = {}
    for entry in register.fields:
        if entry.choices:
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
    editor = cast(Editor, widget)
    try:
        return editor.value_of(editor.words())
    except NotUnderstood:
        return None

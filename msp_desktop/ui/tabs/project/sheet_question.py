"""One question of the sheet being typed in: its boxes by their letters, and what is written under them."""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_lowercase

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.questionnaire import QuestionView, SheetAnswers
from msp_desktop.formats.text import one_line
from msp_desktop.services.survey_results import asked
from msp_desktop.ui.drafts import Drafts
from msp_desktop.ui.forms.binding import Binding
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.note_field import NoteField

#: What a box takes beside its words, and the widest words that stand before a line, in pixels at 100 %.
_BOX, _BEFORE_A_LINE = 46, 200
#: Letters of a box that are measured, and most boxes side by side.
_MOST, _COLUMNS = 400, 3
_BEFORE, _AFTER = (Qt.Key.Key_Up,), (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SheetQuestion(QWidget):
    """Emit `ticked(choice id)` for a box ticked or not any more, `request_step(±1)` to go to another question.

    `write((sheet, question id), words)` keeps what is written. `room` is how wide it may be, in pixels. A letter ticks its box, arrows go from box to box, Enter goes on.
    """

    ticked = Signal(int)
    request_step = Signal(int)

    def __init__(
        self,
        view: QuestionView,
        drafts: Drafts,
        write: Callable[[tuple[str, int], str], object],
        room: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view = view
        self.boxes: list[QCheckBox] = []
        self.words: NoteField | None = None
        self._binding: Binding | None = None
        heading = Label(f"{view.number}. {asked(view)}", bold=True, wrap=True)
        parts: list[QWidget] = [heading]
        if view.question.has_boxes():
            parts.append(self._make_boxes(room))
        if view.question.has_words():
            parts.append(self._make_words(drafts, write))
        self.setLayout(column(*parts, spacing=4, margins=(0, 0, 0, 10)))

    def show_answers(self, sheet: str, answers: SheetAnswers) -> None:
        """Show what a sheet says; `sheet` tells it apart, whether anything of it is kept or not."""
        for box, choice in zip(self.boxes, self.view.choices, strict=False):
            box.setChecked(choice.id in answers.ticked)
        if self._binding is not None:
            self._binding.show("SurveyWords", (sheet, self.view.id), answers.words.get(self.view.id, ""))

    def focus(self) -> None:
        """Put the keyboard on the first box, or on the words."""
        where = self.boxes[0] if self.boxes else self.words
        if where is not None:
            where.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_boxes(self, room: int) -> QWidget:
        labels = [one_line(choice.label)[:_MOST] for choice in self.view.choices]
        letters = [
            f"{ascii_lowercase[place]}  " if place < len(ascii_lowercase) else "" for place in range(len(labels))
        ]
        metrics, beside = self.fontMetrics(), theme().px(_BOX)
        widest = max((metrics.horizontalAdvance(a + b) for a, b in zip(letters, labels, strict=True)), default=0)
        columns = max(1, min(_COLUMNS, room // (widest + beside)))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place, choice in enumerate(self.view.choices):
            shown = metrics.elidedText(letters[place] + labels[place], Qt.TextElideMode.ElideRight, room - beside)
            box = QCheckBox(shown.replace("&", "&&"))
            box.setAccessibleName(f"{self.view.question.text}\u00a0: {labels[place]}")
            # One stop of Tab a question: letters and arrows reach the others.
            box.setFocusPolicy(Qt.FocusPolicy.ClickFocus if place else Qt.FocusPolicy.StrongFocus)
            box.clicked.connect(lambda _on=False, key=choice.id: self.ticked.emit(key))
            box.installEventFilter(self)
            self.boxes.append(box)
            grid.addWidget(box, place // columns, place % columns)
        for place in range(columns):
            grid.setColumnStretch(place, 1)
        made = QWidget()
        made.setLayout(grid)
        return made

    def _make_words(self, drafts: Drafts, write: Callable[[tuple[str, int], str], object]) -> QWidget:
        name = f"{self.view.number}. {self.view.question.other or self.view.question.text}"
        self.words = NoteField(name, least=1 if self.boxes else 3, most=8)
        self.words.enter_leaves = bool(self.boxes)
        self.words.entered.connect(lambda: self.request_step.emit(1))
        self._binding = Binding(drafts, self.words, "words", name, lambda key, _name, words: write(key, words))
        if not self.boxes:
            return self.words
        words = f"{self.view.question.other}\u00a0:"
        short = self.fontMetrics().horizontalAdvance(words) <= theme().px(_BEFORE_A_LINE)
        before = Label(words, tone="soft", wrap=not short)
        line = row(before, self.words) if short else column(before, self.words, spacing=2)
        line.setStretch(1, 1)
        made = QWidget()
        made.setLayout(line)
        self.words.setMaximumWidth(theme().px(560))
        return made

    def _on_key(self, place: int, event: QKeyEvent) -> bool:
        """Tell whether a key was for us: a letter, an arrow, Enter."""
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        letter = ascii_lowercase.find(event.text().lower()) if event.text() else -1
        if 0 <= letter < len(self.boxes):
            self.boxes[letter].setFocus(Qt.FocusReason.OtherFocusReason)
            self.boxes[letter].click()
        elif event.key() in (*_BEFORE, *_AFTER):
            self.request_step.emit(-1 if event.key() in _BEFORE else 1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            other = place + (1 if event.key() == Qt.Key.Key_Right else -1)
            self.boxes[min(max(0, other), len(self.boxes) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self.boxes:
            return self._on_key(self.boxes.index(watched), event)
        return False

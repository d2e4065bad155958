"""Type in the grid filled in with a pen: the paper's numbers, in the paper's order, by keyboard."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QListWidget, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.paper_grid import PaperQuestion, PaperRegister, PaperRow
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.services.inventory import write_finding
from msp_desktop.services.paper_grid import keep_line, paper_grid
from msp_desktop.ui.shell import messages
from msp_desktop.ui.tabs.inventory.paper_line import PaperLine, header
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.labels import Label, divider, hint, title
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled, sheet
from msp_desktop.ui.widgets.note_field import NoteField
from msp_desktop.ui.widgets.sizes import sized
from msp_desktop.ui.workspace import Workspace


class PaperEntry(QDialog):
    """Show one numbered question or register at a time; what is typed is kept as everywhere."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Type in a grid filled in by hand"))
        sized(self, 1320, 660)
        self._workspace = workspace
        self.grid = paper_grid(workspace.reader, workspace.today())
        self.steps = QListWidget()
        self.steps.setAccessibleName(_("Parts of the grid"))
        self.steps.setObjectName("guests")
        self.steps.setWordWrap(True)
        self.steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = QStackedWidget()
        self.answers: list[NoteField] = []
        self.lines: dict[str, list[PaperLine]] = {}
        self._boxes: dict[str, QVBoxLayout] = {}
        self._areas: dict[str, QScrollArea] = {}
        for question in self.grid.questions:
            self._add(f"{question.number}. {question.text}", self._question(question))
        for register in self.grid.registers:
            self._add(f"{register.letter}. {register.title}", self._register(register))
        self._lay_out()
        self.steps.currentRowChanged.connect(self._on_step)
        self.steps.setCurrentRow(0)

    def _lay_out(self) -> None:
        self._progress = Label("", tone="soft")
        close, self._back, self._next = PlainButton(_("Close")), PlainButton(_("Back")), MainButton(_("Next"))
        close.clicked.connect(self.accept)
        self._back.clicked.connect(lambda: self.go(-1))
        self._next.clicked.connect(lambda: self.go(1))
        self._next.setToolTip("Ctrl+Entrée")
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda: self.go(1))
        left = column(title(_("Paper grid")), sheet(self.steps), margins=(20, 16, 16, 16))
        pane = holder(left, "left")
        pane.setFixedWidth(min(theme().px(236), self.screen().availableGeometry().width() // 4))
        foot = row(close, -1, self._progress, 12, self._back, self._next, margins=(20, 12, 20, 12))
        right = column(self._pages, divider(), foot, spacing=0)
        right.setStretch(0, 1)
        whole = row(pane, right, spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _add(self, words: str, page: QWidget) -> None:
        self.steps.addItem(words)
        self._pages.addWidget(page)

    # --- pages -------------------------------------------------------------------------------------

    def _question(self, question: PaperQuestion) -> QWidget:
        answer = NoteField(f"{question.number}. {question.text}", least=8, most=16)
        answer.show_value(question.answer)
        answer.request_write.connect(
            lambda text, key=question.finding_id: self._workspace.attempt(
                write_finding, key, text, self._workspace.today()
            )
        )
        self.answers.append(answer)
        words = Label(question.theme, tone="accent", bold=True)
        heading = title(f"{question.number}. {question.text}")
        said = hint(_("Copy what is written on the paper. It is kept as you type."))
        return scrolled(
            holder(column(words, heading, answer, said, -1, margins=(24, 16, 24, 16), spacing=10)), heading.text()
        )

    def _register(self, register: PaperRegister) -> QWidget:
        box = QVBoxLayout()
        box.setSpacing(6)
        self._boxes[register.key], self.lines[register.key] = box, []
        for kept in register.rows:
            self._line(register, kept)
        self._line(register, None)
        area = _sideways(holder(column(box, -1, margins=(0, 0, 0, 16))), register.title)
        head = _sideways(header(register), "")
        head.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head.setFixedHeight(theme().px(22))
        # The titles stay above the lines, and go sideways with them.
        area.horizontalScrollBar().valueChanged.connect(head.horizontalScrollBar().setValue)
        self._areas[register.key] = area
        hints = [hint(words) for words in register.legends()]
        page = column(
            title(f"{register.letter}. {register.title}"), *hints, head, area, margins=(24, 16, 8, 0), spacing=6
        )
        page.setStretch(len(hints) + 2, 1)
        return holder(page)

    def _line(self, register: PaperRegister, kept: PaperRow | None) -> PaperLine:
        lines = self.lines[register.key]
        line = PaperLine(register, len(lines), kept)
        line.written.connect(lambda own, values: self._on_written(register, own, values))
        line.left.connect(lambda own: self._on_left(register, own))
        # Tab goes on from the line before: Qt would put what is made late after the dialog's last button.
        order = [*(list(lines[-1].widgets.values())[-1:] if lines else []), *line.widgets.values()]
        lines.append(line)
        self._boxes[register.key].addWidget(line)
        if self.isVisible():
            line.show()
            for before, after in pairwise(order):
                QWidget.setTabOrder(before, after)
        return line

    # --- acting ------------------------------------------------------------------------------------

    def go(self, by: int) -> None:
        """Go to the next part of the paper, or the one before."""
        self.steps.setCurrentRow(min(max(0, self.steps.currentRow() + by), self.steps.count() - 1))

    def _on_step(self, place: int) -> None:
        self.flush()
        self._pages.setCurrentIndex(place)
        self._progress.setText(_("{number} of {count}").format(number=place + 1, count=self.steps.count()))
        self._back.setEnabled(place > 0)
        self._next.setEnabled(place < self.steps.count() - 1)
        if place < len(self.answers):
            self.answers[place].setFocus()
        else:
            register = self.grid.registers[place - len(self.answers)]
            self._show(register, self.lines[register.key][-1])

    def _on_written(self, register: PaperRegister, line: PaperLine, values: dict[str, Any]) -> None:
        # A new line is made with all it holds: what was typed before it had a name is not lost.
        typed = values if line.row_id is not None else line.values()
        try:
            line.row_id = keep_line(self._workspace.store, register.key, line.row_id, typed, self._workspace.today())
        except UserError as error:
            line.show_wrong(error.sentence)
            return
        line.show_wrong("")
        if line.row_id is not None and line is self.lines[register.key][-1]:
            self._line(register, None)

    def _on_left(self, register: PaperRegister, line: PaperLine) -> None:
        lines = self.lines[register.key]
        place = lines.index(line) + 1
        if place < len(lines):
            self._show(register, lines[place])

    def _show(self, register: PaperRegister, line: PaperLine) -> None:
        line.focus()
        area = self._areas[register.key]
        content = area.widget()
        if content is not None:
            content.adjustSize()  # a line just added has no place yet
        area.horizontalScrollBar().setValue(0)
        area.ensureWidgetVisible(next(iter(line.widgets.values())), 0, theme().px(40))

    def flush(self) -> None:
        """Write at once what is typed anywhere."""
        for answer in self.answers:
            answer.flush()
        for lines in self.lines.values():
            for line in list(lines):
                line.flush()

    def _unkept(self) -> list[str]:
        return [
            line.label for lines in self.lines.values() for line in lines if line.row_id is None and not line.is_blank()
        ]

    @override
    def done(self, result: int) -> None:
        self.flush()
        left = self._unkept()
        if left and messages.ask(
            self,
            _("Line {label} has no name yet, so it is not kept. Give it a name first?").format(label=", ".join(left)),
            _("Give it a name"),
            _("Close without it"),
        ):
            return
        super().done(result)


def _sideways(content: QWidget, name: str) -> QScrollArea:
    area = scrolled(content, name)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return area

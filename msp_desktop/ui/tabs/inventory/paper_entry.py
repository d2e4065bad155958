"""Type in the grid filled in with a pen: the paper's numbers, in the paper's order, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QStackedWidget, QWidget
from typing_extensions import override

from msp_desktop.domain.paper_grid import PaperQuestion, PaperRegister
from msp_desktop.i18n import _
from msp_desktop.services.inventory import write_finding
from msp_desktop.services.paper_grid import PaperOrigin, paper_grid, paper_registers
from msp_desktop.ui.forms.binding import Binding
from msp_desktop.ui.shell import messages
from msp_desktop.ui.tabs.inventory.paper_register import RegisterPage
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.labels import Label, divider, hint, title
from msp_desktop.ui.widgets.layouts import column, field, framed, holder, row, scrolled
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.note_field import NoteField
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.widgets.said import Said
from msp_desktop.ui.widgets.sizes import sized
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace

MARGINS = (24, 16, 24, 16)


class PaperEntry(Dialog):
    """Show one numbered part of the paper at a time; what is typed is kept as everywhere."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Type in a grid filled in by hand"))
        sized(self, 1320, 660)
        self._pane_width = min(theme().px(236), self.screen().availableGeometry().width() // 4)
        self._workspace = workspace
        self.grid = paper_grid(workspace.reader, workspace.today())
        self.steps = QListWidget()
        self.steps.setAccessibleName(_("Parts of the grid"))
        self.steps.setObjectName("guests")
        self.steps.setWordWrap(True)
        self.steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = QStackedWidget()
        self.filled_on = DateField(_("Date"), workspace.today, past=True)
        self.filled_by = LineField(_("Filled in by"))
        self.answers: list[NoteField] = []
        self._bindings: list[Binding] = []
        self.registers: dict[str, RegisterPage] = {}
        self._add(_("0. This grid"), self._sheet_page())
        for question in self.grid.questions:
            self._add(f"{question.number}. {question.text}", self._question(question))
        for register in self.grid.registers:
            self._add(f"{register.letter}. {register.title}", self._register(register))
        self._lay_out()
        self._listen()
        self.steps.currentRowChanged.connect(self._on_step)
        self.steps.setCurrentRow(0)

    def _lay_out(self) -> None:
        self._progress, self._said = Label("", tone="soft"), Said("", tone="soft")
        close, self._back, self._next = PlainButton(_("Close")), PlainButton(_("Back")), MainButton(_("Next"))
        close.clicked.connect(self.accept)
        self._back.clicked.connect(lambda: self.go(-1))
        self._next.clicked.connect(lambda: self.go(1))
        show_tip(self._next, _("Ctrl+Enter"))
        left = column(title(_("Paper grid")), framed(self.steps), margins=(20, 16, 16, 16))
        pane = holder(left, "left")
        pane.setFixedWidth(self._pane_width)
        foot = row(self._said, -1, self._progress, 12, self._back, close, self._next, margins=(20, 12, 20, 12))
        right = column(self._pages, divider(), foot, spacing=0)
        right.setStretch(0, 1)
        whole = row(pane, right, spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._order = [self._pages, self._next, self._back, close, pane]

    def reading_order(self) -> list[QWidget]:
        """Return what is typed, then the way to the next part before the way out, the list of the parts last."""
        return self._order

    def _listen(self) -> None:
        for keys, act in (
            (QKeySequence("Ctrl+Return"), lambda: self.go(1)),
            (QKeySequence("Ctrl+Enter"), lambda: self.go(1)),
        ):
            QShortcut(keys, self).activated.connect(act)
        self._workspace.changed.connect(self._refresh)
        self._workspace.said.connect(self._say)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _add(self, words: str, page: QWidget) -> None:
        item = QListWidgetItem(words, self.steps)
        # The list itself would give two lines to the longest of questions, and end the second with « … ».
        room = QRect(0, 0, self._pane_width - theme().px(84), 10_000)
        height = self.steps.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
        item.setSizeHint(QSize(0, height + theme().px(24)))
        self._pages.addWidget(page)

    # --- pages -------------------------------------------------------------------------------------

    def _sheet_page(self) -> QWidget:
        self.filled_on.show_typed(self._workspace.today())
        self.filled_on.returnPressed.connect(self.filled_by.setFocus)
        self.filled_by.returnPressed.connect(lambda: self.go(1))
        self.filled_by.setMaximumWidth(theme().px(420))
        said = hint(
            _("What you type in next bears this date; the professionals and offers also bear this name as source.")
        )
        return scrolled(
            holder(
                column(
                    title(_("0. This grid")),
                    field(_("Date"), self.filled_on),
                    field(_("Filled in by"), self.filled_by),
                    said,
                    -1,
                    margins=MARGINS,
                    spacing=12,
                )
            ),
            _("0. This grid"),
        )

    def _question(self, question: PaperQuestion) -> QWidget:
        answer = NoteField(f"{question.number}. {question.text}", least=8, most=16)
        bound = Binding(self._workspace.drafts, answer, "answer", answer.accessibleName(), self._write_answer)
        bound.show("Finding", question.finding_id, question.answer)
        self._bindings.append(bound)
        self.answers.append(answer)
        words = Label(question.theme, tone="accent", bold=True)
        heading = title(f"{question.number}. {question.text}")
        said = hint(_("Copy what is written on the paper. It is kept as you type."))
        return scrolled(holder(column(words, heading, answer, said, -1, margins=MARGINS, spacing=10)), heading.text())

    def _register(self, register: PaperRegister) -> QWidget:
        def read() -> PaperRegister:
            return next(found for found in paper_registers(self._workspace.reader) if found.key == register.key)

        page = RegisterPage(self._workspace, register, read, self._origin, self.width() - self._pane_width)
        self.registers[register.key] = page
        return page

    # --- acting ------------------------------------------------------------------------------------

    def go(self, by: int) -> None:
        """Go to the next part of the paper, or the one before; not while the sheet's date is not understood."""
        self.filled_on.flush()
        if self.filled_on.property("wrong"):
            self.steps.setCurrentRow(0)
            self.filled_on.setFocus()
            return
        self.steps.setCurrentRow(min(max(0, self.steps.currentRow() + by), self.steps.count() - 1))

    def flush(self) -> None:
        """Write at once what is typed anywhere."""
        self.filled_on.flush()
        self._workspace.drafts.flush()

    def _write_answer(self, finding_id: int, _attribute: str, text: str) -> object:
        return self._workspace.attempt(write_finding, finding_id, text, self._origin().filled_on)

    def _origin(self) -> PaperOrigin:
        self.filled_on.flush()
        return PaperOrigin(self.filled_on.value or self._workspace.today(), self.filled_by.text().strip())

    def _on_step(self, index: int) -> None:
        self.flush()
        self._pages.setCurrentIndex(index)
        self._progress.setText(_("{number} of {count}").format(number=index + 1, count=self.steps.count()))
        self._back.setEnabled(index > 0)
        self._next.setEnabled(index < self.steps.count() - 1)
        page = self._pages.widget(index)
        if isinstance(page, RegisterPage):
            page.focus()
        else:
            (self.filled_on, *self.answers)[index].setFocus(Qt.FocusReason.TabFocusReason)

    def _refresh(self, _records: object) -> None:
        self.grid = paper_grid(self._workspace.reader, self._workspace.today())
        for bound, question in zip(self._bindings, self.grid.questions, strict=False):
            bound.show("Finding", question.finding_id, question.answer)
        for register in self.grid.registers:
            self.registers[register.key].show_register(register)

    def _say(self, sentence: str, _can_undo: bool) -> None:
        self._said.setText(sentence)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        page = self._pages.currentWidget()
        if now is not None and isinstance(page, RegisterPage) and page.isAncestorOf(now):
            # Once the line has its place; not for a field that is gone by then.
            QTimer.singleShot(0, now, lambda: page.reveal(now))

    def _left_behind(self) -> list[str]:
        """Return a sentence for each thing typed that is not kept."""
        found = [sentence for page in self.registers.values() for sentence in page.left_behind()]
        return [self.filled_on.toolTip(), *found] if self.filled_on.property("wrong") else found

    @override
    def done(self, result: int) -> None:
        self.flush()
        left = self._left_behind()
        if left and messages.ask(
            self, _("Something is not kept.") + "\n" + "\n".join(left), _("Put it right"), _("Close without it")
        ):
            return
        for page in self.registers.values():
            page.forget()
        super().done(result)

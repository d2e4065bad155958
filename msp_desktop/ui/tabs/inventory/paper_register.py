"""One register of the paper grid: its lines, and always an empty one to go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.db.reader import RecordGoneError
from msp_desktop.domain.paper_grid import PaperRegister
from msp_desktop.errors import UserError
from msp_desktop.services.paper_grid import PaperOrigin, keep_line
from msp_desktop.ui.drafts import NotUnderstood
from msp_desktop.ui.tabs.inventory.paper_line import PaperLine, header, rows_of_fields
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import hint, title
from msp_desktop.ui.widgets.layouts import column, holder, scrolled
from msp_desktop.ui.workspace import Workspace

#: Margins of a page in pixels: before the lines, after them with the scroll bar.
LEFT, RIGHT = 24, 20


class RegisterPage(QWidget):
    """Keep each line as it is typed; a line of the dossier and the paper's bear the same number."""

    def __init__(
        self,
        workspace: Workspace,
        register: PaperRegister,
        read: Callable[[], PaperRegister],
        origin: Callable[[], PaperOrigin],
        room: int,
    ) -> None:
        super().__init__()
        self._room = room - theme().px(LEFT) - theme().px(RIGHT)
        self._read = read
        self._workspace, self._origin = workspace, origin
        self.register = register
        self.lines: list[PaperLine] = []
        self._writing = False
        self._box = QVBoxLayout()
        self._box.setSpacing(6)
        self._area = scrolled(holder(column(self._box, -1, margins=(0, 0, 0, 16))), register.title)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        hints = [hint(words) for words in register.legends()]
        one_row = len(rows_of_fields(register, self._room)) == 1
        above = [*hints, header(register)] if one_row else hints
        page = column(
            title(f"{register.letter}. {register.title}"), *above, self._area, margins=(LEFT, 16, 8, 0), spacing=6
        )
        page.setStretch(len(above) + 1, 1)
        self.setLayout(page)
        self.show_register(register)

    def show_register(self, register: PaperRegister) -> None:
        """Show the register's rows, then what is typed and not kept yet, then an empty line."""
        if self._writing:
            return
        self.register = register
        known = {line.row_id: line for line in self.lines if line.row_id is not None}
        kept = [known.pop(row.id) if row.id in known else self._line() for row in register.rows]
        loose = [line for line in self.lines if line.row_id is None and not line.is_blank()]
        blank = next((line for line in self.lines if line.row_id is None and line.is_blank()), None)
        order = [*kept, *loose, blank or self._line()]
        gone = set(self.lines) - set(order)
        had_focus = any(line.isAncestorOf(self.focusWidget() or self) for line in gone)
        for line in gone:
            self._take_away(line)
        if order != self.lines:
            self.lines = order
            self._stack()
        for index, line in enumerate(self.lines):
            line.number_from(index)
        for line, row in zip(self.lines, register.rows, strict=False):
            line.show_row(row)
        if had_focus:
            self.lines[-1].focus()

    def focus(self) -> None:
        """Put the keyboard in the first empty line."""
        self.lines[-1].focus()
        self._area.horizontalScrollBar().setValue(0)

    def reveal(self, widget: QWidget) -> None:
        """Bring into view the field where the keyboard is."""
        content = self._area.widget()
        if content is not None and content.isAncestorOf(widget):
            content.adjustSize()  # a line just added has no place yet
            # Qt's own ensureWidgetVisible shows the cursor, and cuts the rest of the field.
            middle = widget.mapTo(content, widget.rect().center())
            across, down = widget.width() // 2 + theme().px(24), widget.height() // 2 + theme().px(40)
            self._area.ensureVisible(middle.x(), middle.y(), across, down)

    def forget(self) -> None:
        """Drop what is typed and not kept."""
        for line in self.lines:
            line.forget()

    def left_behind(self) -> list[str]:
        """Return the sentences of the lines of which something typed is not kept: « A1 : … »."""
        return [f"{line.label}\u00a0: {line.wrong()}" for line in self.lines if line.wrong()]

    def _take_away(self, line: PaperLine) -> None:
        self.lines = [other for other in self.lines if other is not line]
        self._box.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _line(self) -> PaperLine:
        line = PaperLine(self.register, self._room, self._workspace.drafts, self._keep)
        line.left.connect(self._on_left)
        return line

    def _stack(self) -> None:
        """Put the lines under one another."""
        for index, line in enumerate(self.lines):
            self._box.insertWidget(index, line)
            line.show()

    def _keep(self, line: PaperLine, values: dict[str, Any]) -> None:
        # A new line is made with all it holds: what was typed before it had a name is not lost.
        before = line.row_id
        typed = values if before is not None else line.values()
        self._writing = True
        try:
            line.row_id = keep_line(self._workspace.store, self.register.key, line.row_id, typed, self._origin())
        except UserError as error:
            raise NotUnderstood(error.sentence) from None
        except RecordGoneError:
            line.row_id = None
        finally:
            self._writing = False
        if before is not None and line.row_id is None:
            self._take_away(line)
        self.show_register(self._read())
        if before is None and line.row_id is not None:
            line.settle()  # what could not be kept without a name is kept by now

    def _on_left(self, line: PaperLine) -> None:
        index = self.lines.index(line) + 1 if line in self.lines else len(self.lines) - 1
        if index < len(self.lines):
            self.lines[index].focus()
            self._area.horizontalScrollBar().setValue(0)

"""What the small forms have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.change import Change
from msp_desktop.i18n import _
from msp_desktop.services import small_forms as service
from msp_desktop.ui.dialogs.form_dialog import FormDialog
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import hint, title
from msp_desktop.ui.widgets.layouts import framed, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace


class SmallForm(FormDialog):
    """A small dialog of a list or of a few fields."""

    def __init__(self, workspace: Workspace, heading: str, why: str, parent: QWidget) -> None:
        super().__init__(workspace, heading, parent)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)
        close = MainButton(_("Close"))
        close.clicked.connect(self.close)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 16)
        box.setSpacing(10)
        box.addWidget(title(heading, wrap=True))
        box.addWidget(hint(why))
        box.addWidget(scrolled(holder(self.body, "scrolled"), heading), 1)
        box.addLayout(foot(close))
        workspace.changed.connect(self.refresh)

    def refresh(self, _records: object = None) -> None:
        """Show what is stored again."""

    def table(self, name: str, columns: Sequence[Column], record: type[Any]) -> RecordTable:
        """Return a table whose Delete key deletes the rows chosen."""
        made = RecordTable(name, columns, sortable=False, drafts=self.workspace.drafts)
        made.request_delete.connect(
            lambda ids: [self.workspace.attempt(service.delete_entry, record, key) for key in ids]
        )
        made.setMinimumHeight(theme().px(110))
        self.body.addWidget(framed(made), 1)
        return made

    def adder(self, placeholder: str, add: Callable[[str], object]) -> None:
        """Add a line to type a new entry in, and its button."""
        line = AddLine(placeholder, placeholder, self.workspace.drafts, lambda _owner, words: add(words))
        button = LinkButton(_("Add"), "plus")
        button.clicked.connect(line.settle)
        lock(self.workspace, button)
        self.body.addLayout(row(line, button))

    def update_row(self, row_id: int, change: Change[Any]) -> None:
        """Write a cell."""
        self.workspace.attempt(service.update_entry, row_id, change)

    def write_date(self, record: type[Any], row_id: int, name: str, text: str) -> None:
        """Write a date typed in a cell, or say why it cannot be."""
        self.workspace.with_date(text, lambda day: self.update_row(row_id, Change(record, **{name: day})))

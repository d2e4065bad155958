"""What official files tell has changed: who arrived, left or moved between two of them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.journal import Begin
from msp_desktop.domain.official import MovementKind
from msp_desktop.domain.what_changed import (
    KINDS,
    NOTHING_CHANGED,
    ChangeView,
    WhatChanged,
    counts_words,
    files_words,
    latest,
    sources_words,
)
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _, language
from msp_desktop.ui.models.rows import NOTHING, Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.announce import tell_found
from msp_desktop.ui.widgets.buttons import PlainButton
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import framed, row
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.locking import hold, lock
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace

_GLYPHS = {
    MovementKind.ARRIVED: ("plus", "accent"),
    MovementKind.LEFT: ("arrow", "late"),
    MovementKind.MOVED: ("swap", "accent"),
}

#: The columns left out where there is no room, the least useful first (the days stand under the table too), and what the
#: others may give meanwhile, in pixels at 100 %.
_LEFT_OUT, _GIVEN = (4, 5), 60


class ChangedPage(QWidget):
    """The movements as a table, with what one does about them; `entry_wished(register, id)` wishes to see an entry."""

    entry_wished = Signal(str, int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._view = NOTHING_CHANGED
        self._said = Label("", wrap=True)
        self._source = Label("", tone="soft", wrap=True)
        self.table = RecordTable(_("What changed"), _columns())
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setMinimumHeight(theme().px(100))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.selected.connect(lambda _row_id: self._show_choice())
        self.table.request_open.connect(lambda _row_id: self._open())
        self.filter = LineField(_("Filter"), _("Filter"))
        self.filter.setMaximumWidth(theme().px(220))
        self.filter.textChanged.connect(self._filter)
        tell_found(self.filter, self.table.rows.rowCount)
        self._entry = PlainButton(_("Open the entry"), "actors")
        self._note = PlainButton(_("Note an exchange"), "pencil")
        self._write = PlainButton(_("Write"), "mail")
        self._entry.clicked.connect(self._open)
        self._note.clicked.connect(self._on_note)
        self._write.clicked.connect(self._on_write)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._said)
        box.addWidget(framed(self.table), 1)
        box.addWidget(self._source)
        box.addWidget(Folding(row(self.filter), row(self._entry, self._note, self._write, -1)))
        self._show_choice()
        lock(workspace, self._note)
        hold("DisableMail", self._write)

    def show_view(self, view: WhatChanged) -> None:
        """Show what changed, newest first, under what the last files tell."""
        self._view = view
        self.table.show_rows(view.changes)
        last = latest(view.changes)
        self._said.setText(capital(counts_words(last)) + "." if last else "")
        self._said.setVisible(bool(last))
        sources = sources_words(last) or tuple(filter(None, (files_words(view.files),)))
        self._source.setText("\n".join(_("Source: {words}.").format(words=words) for words in sources))
        self._source.setVisible(bool(sources))
        self._filter(self.filter.text())

    @property
    def is_told(self) -> bool:
        """Tell whether an official file was read, so that there may be something to compare."""
        return bool(self._view.files or self._view.changes)

    @property
    def count(self) -> int:
        """Return how many movements there are."""
        return len(self._view.changes)

    def _filter(self, text: str) -> None:
        self.table.filter(text)
        words = text.strip()
        found = _("No row has « {words} ». Try a shorter word.").format(words=words)
        waiting = _(
            "Nothing to compare yet. In a year, read the new official files: who arrived, left or moved stands here."
        )
        self.table.say_when_empty(found if words and self._view.changes else waiting)
        self._show_choice()

    def _chosen(self) -> ChangeView | None:
        chosen = self.table.chosen_id()
        return next((change for change in self._view.changes if change.id == chosen), None)

    def _show_choice(self) -> None:
        change = self._chosen()
        person = change is not None and bool(change.person_id)
        choose = "" if change else _("Choose a row first.")
        nobody = choose or ("" if person else _("An establishment is nobody: its entry says how to reach it."))
        for button, usable, because in (
            (self._entry, change is not None, choose),
            (self._note, person, nobody),
            (self._write, person, nobody),
        ):
            button.setEnabled(usable)
            show_tip(button, because)

    def _open(self) -> None:
        if change := self._chosen():
            self.entry_wished.emit("professionals" if change.person_id else "offers", change.entry_id)

    def _on_note(self) -> None:
        if change := self._chosen():
            self._workspace.request_exchange.emit(Begin(person_ids=(change.person_id,)))

    def _on_write(self) -> None:
        if change := self._chosen():
            self._workspace.request_write.emit(change.person_id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widths = {index: theme().px(column.width) for index, column in enumerate(self.table.rows.columns)}
        room, hidden = self.width() - 16 + theme().px(_GIVEN), 0
        while hidden < len(_LEFT_OUT) and sum(widths.values()) > room:
            widths.pop(_LEFT_OUT[hidden])
            hidden += 1
        self.table.hide_columns(_LEFT_OUT[:hidden])


def _columns() -> list[Column]:
    return [
        Column(_("Movement"), lambda change: KINDS[change.kind][0], width=142,
               glyph=lambda change: _GLYPHS[change.kind]),
        Column(_("Name"), lambda change: change.name, key=lambda change: fold(change.name), width=190),
        Column(_("Profession or kind"), lambda change: change.what, width=150),
        Column(_("Town"), _town, key=lambda change: fold(change.town), width=180),
        Column(_("Earlier file"), lambda change: _day(change.since), key=lambda change: change.since or date.min,
               width=112),
        Column(_("Later file"), lambda change: _day(change.until), key=lambda change: change.until or date.min,
               width=112),
    ]  # fmt: skip


def _town(change: ChangeView) -> str:
    if change.kind is MovementKind.MOVED and change.town_before:
        return _("{town}, before {before}").format(town=change.town, before=change.town_before)
    return change.town


def _day(day: date | None) -> str:
    return medium_date(day, language()) if day else NOTHING

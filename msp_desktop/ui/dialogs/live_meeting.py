"""« Pendant la réunion »: large and calm, for the laptop in the room."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.agenda import ItemView
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import AgendaItem
from msp_desktop.formats.hours import clock
from msp_desktop.i18n import _
from msp_desktop.services import meetings as service
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.labels import PAGE_TITLE, Label, page_title, title
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.note_field import NoteField
from msp_desktop.ui.widgets.sizes import sized
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace


class LiveMeeting(QDialog):
    """The point being discussed, its clock, what is said, who is there."""

    def __init__(self, workspace: Workspace, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._meeting_id = meeting_id
        self._place = 0
        self._since: datetime = workspace.now()
        view = service.meeting_view(workspace.reader, meeting_id)
        self._items: tuple[ItemView, ...] = view.items
        self.setWindowTitle(_("During the meeting: {title}").format(title=view.meeting.title))
        sized(self, 1200, 660)
        self._clock = Label("", factor=PAGE_TITLE, bold=True)
        self._left = Label("", factor=1.25, tone="soft")
        self._number = Label("", tone="soft")
        self._heading = page_title("")
        self._content = Label("", factor=1.25, wrap=True)
        self._notes = NoteField(
            _("What is said on this point"),
            _("Write what is said; facts only."),
            least=9 if theme().scale < 1.6 else 5,
            most=14,
        )
        self._notes.request_write.connect(self._write)
        self._next_step = LineField(_("A next step"), _("A next step decided now, then Enter"))
        self._next_step.returnPressed.connect(self._on_next_step)
        self._back, self._next = PlainButton(_("Previous point"), "left"), MainButton(_("Next point"), "right")
        self._back.clicked.connect(lambda: self._go(-1))
        self._next.clicked.connect(lambda: self._go(1))
        end = PlainButton(_("End the meeting"), "check")
        end.clicked.connect(self._on_end)
        people = QVBoxLayout()
        for guest in view.guests:
            tick = Tick(guest.name, guest.present is Tri.YES, soft_when_done=False)
            tick.ticked.connect(
                lambda on, key=guest.id: workspace.attempt(service.set_present, key, Tri.YES if on else Tri.NO)
            )
            people.addWidget(tick)
        people.addStretch(1)
        main = column(
            row(self._number, -1, self._left, 16, self._clock),
            self._heading,
            self._content,
            8,
            self._notes,
            self._next_step,
            -1,
            row(self._back, -1, end, self._next),
            margins=(32, 24, 32, 24),
            spacing=12,
        )
        side = holder(
            column(title(_("Who is there")), scrolled(holder(people, "scrolled")), margins=(24, 24, 16, 16)), "side"
        )
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(min(theme().px(300), 380))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(main, 1)
        box.addWidget(side)
        for keys, act in (
            (QKeySequence.StandardKey.Undo, workspace.undo),
            (QKeySequence.StandardKey.Redo, workspace.redo),
        ):
            QShortcut(keys, self).activated.connect(act)
        workspace.request_flush.connect(self._notes.flush)
        workspace.changed.connect(self._refresh)
        self._timer = QTimer(self)
        self._timer.setInterval(10_000)
        self._timer.timeout.connect(self._show_clock)
        self._timer.start()
        self._show_item()

    def _refresh(self, _records: object) -> None:
        self._items = service.meeting_view(self._workspace.reader, self._meeting_id).items
        if self._items:
            self._place = min(self._place, len(self._items) - 1)
            self._notes.show_value(self._items[self._place].item.discussion)

    def _show_item(self) -> None:
        if not self._items:
            self._heading.setText(_("This agenda has no point yet: add one first."))
            self._notes.setEnabled(False)
            self._next.setEnabled(False)
            return
        entry = self._items[self._place]
        self._number.setText(_("Point {number} of {total}").format(number=self._place + 1, total=len(self._items)))
        self._heading.setText(entry.item.title)
        self._content.setText(entry.item.content)
        self._notes.show_value(entry.item.discussion)
        self._back.setEnabled(self._place > 0)
        self._next.setEnabled(self._place < len(self._items) - 1)
        self._show_clock()
        self._notes.setFocus()

    def _show_clock(self) -> None:
        now = self._workspace.now()
        self._clock.setText(clock(now.time().replace(second=0, microsecond=0)))
        if self._items:
            planned = timedelta(minutes=self._items[self._place].item.minutes)
            left = round((self._since + planned - now).total_seconds() / 60)
            over = left < 0
            words = _("{count} min over") if over else _("{count} min left")
            self._left.setText(words.format(count=abs(left)))
            self._left.set_tone("late" if over else "soft")

    def _go(self, by: int) -> None:
        self._notes.flush()
        self._place = min(max(self._place + by, 0), len(self._items) - 1)
        self._since = self._workspace.now()
        self._show_item()

    def _write(self, text: str) -> None:
        if self._items:
            self._workspace.attempt(
                service.update_item, self._items[self._place].id, Change(AgendaItem, discussion=text)
            )

    def _on_next_step(self) -> None:
        if self._next_step.text().strip():
            self._workspace.attempt(service.add_next_step, self._meeting_id, self._next_step.text())
            self._next_step.show_value("")
            self._next_step.clear()

    def _on_end(self) -> None:
        self._notes.flush()
        now = self._workspace.now().time().replace(second=0, microsecond=0)
        self._workspace.attempt(service.end_meeting, self._meeting_id, now)
        self.accept()

    @override
    def done(self, result: int) -> None:
        self._timer.stop()
        self._notes.flush()
        self._on_next_step()
        super().done(result)

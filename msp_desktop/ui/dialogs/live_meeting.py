"""« Pendant la réunion »: large and calm, for the laptop in the room."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.agenda import GuestView, ItemView
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import AgendaItem, MeetingState, NextStep
from msp_desktop.formats.hours import clock
from msp_desktop.i18n import _
from msp_desktop.services import meetings as service
from msp_desktop.ui.dialogs.form_dialog import FormDialog
from msp_desktop.ui.dialogs.held_early import was_held
from msp_desktop.ui.forms.field import Field, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import PAGE_TITLE, Label, page_title, title
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.sizes import PAPER
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace


class LiveMeeting(FormDialog):
    """The point being discussed, its clock, what is said, who is there."""

    def __init__(
        self,
        workspace: Workspace,
        meeting_id: int,
        parent: QWidget | None = None,
        *,
        resume: tuple[int, datetime] | None = None,
    ) -> None:
        view = service.meeting_view(workspace.reader, meeting_id)
        heading = _("During the meeting: {title}").format(title=view.meeting.title)
        super().__init__(workspace, heading, parent, width=PAPER, height=660)
        self._meeting_id = meeting_id
        self._items: tuple[ItemView, ...] = view.items
        self._place, self._since = 0, workspace.now()
        if view.meeting.state is MeetingState.PLANNED:
            # Opened again after the program was closed, it goes on where something was written last.
            self._place = max(
                (place for place, entry in enumerate(view.items) if entry.item.discussion.strip()), default=0
            )
        if resume is not None and resume[0] in (ids := [entry.id for entry in view.items]):
            self._place, self._since = ids.index(resume[0]), resume[1]
        self._clock = Label("", factor=PAGE_TITLE, bold=True)
        self._left = Label("", factor=1.25, tone="soft")
        self._number = Label("", tone="soft")
        self._heading = page_title("")
        self._content = Label("", factor=1.25, wrap=True)
        said = note(_("Write what is said; facts only."), least=9 if theme().scale < 1.6 else 5, most=14)
        self._notes = Form(
            workspace, AgendaItem, service.update_item, [Field("discussion", _("What is said on this point"), said)]
        )
        self._next_step = AddLine(
            _("A next step"),
            _("A next step decided now, then Enter"),
            workspace.drafts,
            lambda owner, words: workspace.attempt(service.add_next_step, owner, words),
        )
        self._next_step.show_owner(meeting_id)
        self._back, self._next = PlainButton(_("Previous point"), "left"), MainButton(_("Next point"), "right")
        self._back.clicked.connect(lambda: self._go(-1))
        self._next.clicked.connect(lambda: self._go(1))
        end = PlainButton(_("End the meeting"), "check")
        end.clicked.connect(self._on_end)
        self._guests: KeyedRows[GuestView, Tick] = KeyedRows(
            lambda guest: guest.id,
            self._guest_row,
            lambda tick, guest: tick.show_state(guest.name, guest.present is Tri.YES),
        )
        self._guests.show_values(view.guests)
        self._steps_title = title(_("Next steps"))
        self._steps: KeyedRows[NextStep, Label] = KeyedRows(
            lambda step: step.id,
            lambda _step: Label("", wrap=True),
            lambda label, step: label.setText(f"• {step.text}"),
            spacing=4,
        )
        self._show_steps(view.next_steps)
        people = column(self._guests, 12, self._steps_title, self._steps, -1)
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
        workspace.changed.connect(self._refresh)
        self._timer = QTimer(self)
        self._timer.setInterval(10_000)
        self._timer.timeout.connect(self._show_clock)
        self._timer.start()
        self._show_item()

    def _refresh(self, _records: object) -> None:
        view = service.meeting_view(self.workspace.reader, self._meeting_id)
        before = {entry.id: entry.item for entry in self._items}
        self._items = view.items
        self._guests.show_values(view.guests)
        self._show_steps(view.next_steps)
        if self.workspace.replaying:
            self._go_to_replayed([entry.id for entry in self._items if entry.item != before.get(entry.id)])
        if self._items:
            self._place = min(self._place, len(self._items) - 1)
            self._notes.show_record(self._items[self._place].item)

    def _go_to_replayed(self, changed: list[int]) -> None:
        """Show the point where a step was taken back or done again, where that is not the one shown."""
        places = [index for index, entry in enumerate(self._items) if entry.id in changed]
        if places and self._place not in places:
            self._place, self._since = places[0], self.workspace.now()
            self._show_item()

    def place(self) -> tuple[int, datetime]:
        """Return the point being discussed, and since when: the window opened again goes on from there."""
        return (self._items[self._place].id if self._items else 0), self._since

    def _show_steps(self, steps: tuple[NextStep, ...]) -> None:
        self._steps.show_values(steps)
        self._steps_title.setVisible(bool(steps))

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
        self._notes.show_record(entry.item)
        self._back.setEnabled(self._place > 0)
        self._next.setEnabled(self._place < len(self._items) - 1)
        self._show_clock()
        self._notes.focus_first()

    @override
    def focus_first(self) -> None:
        if self._items:
            self._notes.focus_first()

    def _guest_row(self, guest: GuestView) -> Tick:
        tick = Tick(guest.name, guest.present is Tri.YES, soft_when_done=False)
        tick.ticked.connect(lambda on: self.workspace.attempt(service.set_present, guest.id, Tri.YES if on else Tri.NO))
        return tick

    def _show_clock(self) -> None:
        now = self.workspace.now()
        self._clock.setText(clock(now.time().replace(second=0, microsecond=0)))
        if self._items:
            planned = timedelta(minutes=self._items[self._place].item.minutes)
            left = round((self._since + planned - now).total_seconds() / 60)
            over = left < 0
            words = _("{count} min over") if over else _("{count} min left")
            self._left.setText(words.format(count=abs(left)))
            self._left.set_tone("late" if over else "soft")

    def _go(self, by: int) -> None:
        self._next_step.settle()
        self.workspace.flush()
        self._place = min(max(self._place + by, 0), len(self._items) - 1)
        self._since = self.workspace.now()
        self._show_item()

    def _on_end(self) -> None:
        self._next_step.settle()
        self.workspace.flush()
        if not was_held(self, self.workspace, self._meeting_id):
            return
        self.workspace.attempt(service.end_meeting, self._meeting_id, self.workspace.now())
        self.accept()

    @override
    def done(self, result: int) -> None:
        super().done(result)
        if not self.isVisible():
            self._timer.stop()

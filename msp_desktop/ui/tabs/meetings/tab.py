"""The tab « Réunions »: list, the meeting chosen, its guests and papers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from msp_desktop.domain.agenda import MeetingView, Verdict
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.journal import Begin
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting, MeetingState, NextStep, Preparation
from msp_desktop.domain.people import Person
from msp_desktop.formats.dates import short_date
from msp_desktop.formats.hours import clock
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.method.meetings import FIRST_MEETING, kit_meetings
from msp_desktop.services import departures
from msp_desktop.services import meetings as service
from msp_desktop.services.carried_steps import carried, carry, offer_words
from msp_desktop.services.meeting_dates import date_all_clear, date_warnings
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.models.neighbours import neighbour
from msp_desktop.ui.tab import Tab
from msp_desktop.ui.tabs.meetings.advice import Advice
from msp_desktop.ui.tabs.meetings.agenda_table import TITLE_COLUMN, AgendaTable
from msp_desktop.ui.tabs.meetings.duration_bar import DurationBar
from msp_desktop.ui.tabs.meetings.guests import Guests
from msp_desktop.ui.tabs.meetings.head_form import HeadForm
from msp_desktop.ui.tabs.meetings.item_form import ItemForm
from msp_desktop.ui.tabs.meetings.meeting_list import MeetingList
from msp_desktop.ui.tabs.meetings.minutes_form import MinutesForm
from msp_desktop.ui.tabs.meetings.preparation import PreparationForm, party_words
from msp_desktop.ui.tabs.meetings.words_form import WordsForm
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.labels import Label, page_title, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, page_of_fields, row, scrolled
from msp_desktop.ui.widgets.locking import hold, lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.record_table import native
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace, touches

#: Above this text size the guests go under the meeting.
LARGE_SCALE = 1.05

#: Beyond this text size, the list stands over the meeting.
UPRIGHT_SCALE = 1.5

#: What `show_target` takes with a meeting to go on with inviting people.
_GUESTS = "guests"

_SHOWN = (Assignment, Meeting, AgendaItem, Attendance, Preparation, NextStep, Person, HealthProfessional, Commune)


def make(workspace: Workspace) -> Tab:
    """Return this tab on a dossier."""
    return MeetingsTab(workspace)


class MeetingsTab(Tab):
    """Prepare, hold and write up meetings."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._chosen: int | None = None
        self._deleted: int | None = None
        self._item: int | None = None
        self._order: list[int] = []
        self._live_at: dict[int, tuple[int, datetime]] = {}
        self._view: MeetingView | None = None
        self._list = MeetingList()
        self._guests = Guests(workspace)
        self._heading = page_title("")
        self._when = Label("", tone="soft")
        self._head_form = HeadForm(workspace)
        self._warning = Label("", tone="soft", wrap=True)
        self._total = Label("", tone="soft")
        self._verdict = Label("", wrap=True)
        self._agenda = AgendaTable(workspace)
        self._bar = DurationBar()
        self._item_form = ItemForm(workspace)
        self._words = WordsForm(workspace)
        self._advice = Advice(workspace.reader.one(Commune, 1).mayor_civility)
        self._preparation = PreparationForm(workspace)
        self._preparation_title = title(_("Prepared by three"))
        self._minutes = MinutesForm(workspace)
        self._pages = QStackedWidget()
        self._large = theme().scale > LARGE_SCALE
        self._build()
        self._wire()
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the meetings again where a change concerns them."""
        if not touches(records, *_SHOWN):
            return
        lines = service.meeting_lines(self._workspace.reader)
        before, self._order = self._order, [line.id for line in lines]
        self._pages.setCurrentIndex(1 if lines else 0)
        if self._deleted in self._order:
            self._chosen, self._deleted = self._deleted, None  # taken back: it is chosen again
        elif self._chosen is not None and self._chosen not in self._order:
            self._deleted, self._chosen = self._chosen, neighbour(before, self._chosen, self._order)
        if self._chosen is None and lines:
            self._chosen = lines[0].id
        if not lines:
            self._view = None
            return
        self._list.show_lines(lines, self._workspace.today())
        assert self._chosen is not None
        self._list.select(self._chosen)
        self._show(service.meeting_view(self._workspace.reader, self._chosen))

    def show_target(self, target: Any) -> None:
        """Show a meeting by its id, or one of its points by both ids."""
        if isinstance(target, int):
            self._choose(target)
        elif isinstance(target, tuple):
            meeting_id, item_id = target
            self._choose(meeting_id)
            if item_id == _GUESTS:
                self._guests.choose_people()
            else:
                self._agenda.select(item_id)

    def target(self) -> Any:
        """Return the id chosen."""
        return self._chosen

    def in_view(self) -> Begin:
        """Return the meeting chosen."""
        return Begin(meeting_id=self._chosen)

    def place_of(self, key: DraftKey) -> Any:
        """Return the meeting words wait for, or the point with its meeting."""
        if (key.kind, key.attribute) == ("dialog", "ChoosePeople"):
            return key.id, _GUESTS
        if key.kind == "new":
            return key.id if key.attribute in (_("A next step"), *party_words().values()) else None
        if key.kind == Meeting.__name__:
            return key.id
        kinds: dict[Any, type[Any]] = {
            **{record.__name__: record for record in (AgendaItem, NextStep, Attendance, Preparation)},
            _("Agenda"): AgendaItem,
            _("Next steps"): NextStep,
            _("Guests"): Attendance,
        }
        record = self._workspace.reader.find(kinds[key.kind], id=key.id) if key.kind in kinds else None
        if record is None:
            return None
        return (record.meeting_id, record.id) if isinstance(record, AgendaItem) else record.meeting_id

    def own_panel(self) -> QWidget | None:
        """Return the guests', None where large letters put them into the page."""
        return None if self._large else self._guests

    def paper(self) -> tuple[str, int | None]:
        """Return the agenda of the meeting shown."""
        return "agenda", self._chosen

    def focus_main(self) -> None:
        """Put the keyboard in the list, or on the button of the empty page."""
        self._empty.focus_or(self._list, bool(self._pages.currentIndex()))

    # --- making --------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._empty = EmptyPage(
            "people",
            _("No meeting yet"),
            _("Prepare the first meeting with the professionals here: an agenda of 85 minutes, the letters and the "
              "attendance sheet are already written."),
            _("Prepare the first meeting"),
            _("See the sample commune"),
            _("Another meeting"),
        )  # fmt: skip
        hold("DisableSample", self._empty.links[0])
        upright = theme().scale > UPRIGHT_SCALE
        splitter = QSplitter(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._left())
        self._area = scrolled(page_of_fields(self._middle()), _("The meeting"))
        splitter.addWidget(self._area)
        if not self._large:
            splitter.addWidget(self._guests)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([theme().px(248) if not self._large else 300, 800, theme().px(318)])
        if upright:
            splitter.setSizes([theme().px(70), theme().px(200)])
            self._area.setMinimumHeight(theme().px(110))  # in less the page scrolls as a whole
        self._pages.addWidget(scrolled(self._empty, _("No meeting yet")))
        self._pages.addWidget(splitter)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._pages)

    def _left(self) -> QWidget:
        self._add = LinkButton(_("Add a meeting"), "plus")
        left = holder(
            column(
                row(page_title(_("Meetings")), margins=(24, 14, 8, 8)),
                self._list,
                row(self._add, -1, margins=(18, 4, 8, 10)),
                spacing=0,
            ),
            "left",
        )
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        return left

    def _middle(self) -> QVBoxLayout:
        self._live = PlainButton(_("During the meeting"), "play")
        self._print = MainButton(_("Print the documents"), "print")
        self._more = PlainButton("…")
        self._more.setAccessibleName(_("More about this meeting"))
        self._more.setFixedWidth(theme().px(36))
        self._add_item = LinkButton(_("Add a point"), "plus")
        self._carry = LinkButton("", "undo")
        self._item_buttons = [
            LinkButton(_("Move up"), "up"),
            LinkButton(_("Move down"), "down"),
            LinkButton(_("Delete this point"), "trash"),
        ]
        dragged = _("{keys}, or drag the row with the mouse")
        for button, keys, words in zip(
            self._item_buttons, ("Alt+Up", "Alt+Down", "Del"), (dragged, dragged, "{keys}"), strict=True
        ):
            show_tip(button, words.format(keys=native(keys)))
        return column(
            self._head(),
            self._head_form,
            self._warning,
            4,
            Folding(row(title(_("Agenda")), self._total, -1), row(self._add_item, -1)),
            row(self._carry, -1),
            framed(self._agenda),
            row(*self._item_buttons, -1),
            self._verdict,
            self._bar,
            self._item_form,
            4,
            self._advice,
            4,
            self._words,
            4,
            self._preparation_title,
            self._preparation,
            4,
            self._minutes,
            *([self._guests] if self._large else []),
            -1,
            margins=(24, 14, 12, 20),
            spacing=8,
        )

    def _head(self) -> QWidget:
        """Return the name of the meeting and what one does with it; one under the other where there is no room."""
        return Folding(row(self._heading, self._when, -1), row(self._live, self._print, self._more, -1))

    def _wire(self) -> None:
        self._list.chosen.connect(self._choose)
        self._empty.request_start.connect(lambda: self._on_add(kit_meetings().kinds[0].code))
        self._empty.request_other.connect(self._on_other)
        self._add.clicked.connect(lambda: self._kinds_menu(self._add))
        self._add_item.clicked.connect(self._on_add_item)
        self._carry.clicked.connect(lambda: self._workspace.attempt(carry, self._chosen))
        self._agenda.selected.connect(self._choose_item)
        up, down, delete = self._item_buttons
        up.clicked.connect(lambda: self._agenda.move_chosen(-1))
        down.clicked.connect(lambda: self._agenda.move_chosen(1))
        delete.clicked.connect(self._agenda.delete_chosen)
        lock(self._workspace, self._add, self._add_item, self._carry, up, down, delete, self._live, self._empty.button)
        self._print.clicked.connect(self._on_print)
        self._live.clicked.connect(self._on_live)
        self._more.clicked.connect(lambda: self._more_menu(self._more))

    # --- showing -------------------------------------------------------------------------------------

    def _show(self, view: MeetingView) -> None:
        meeting = view.meeting
        if self._view is None or self._view.meeting.id != meeting.id:
            self._area.verticalScrollBar().setValue(0)
        self._view = view
        kind = kit_meetings().kind(meeting.kind)
        self._heading.setText(kind.title)
        words = _("Print the minutes") if meeting.state is MeetingState.HELD else _("Print the documents")
        self._print.setText(words)
        self._print.setAccessibleName(words)
        self._when.setText(self._when_words(meeting))
        self._head_form.show_meeting(meeting)
        self._words.show_record(meeting)
        self._advice.setVisible(meeting.kind == FIRST_MEETING)
        self._letters = departures.invitations(self._workspace.reader, meeting.id)
        self._show_warning(meeting)
        self._show_total(view)
        left = carried(self._workspace.reader, meeting.id)
        self._carry.setVisible(left is not None)
        if left is not None:
            self._carry.setText(offer_words(left))
            self._carry.setAccessibleName(offer_words(left))
        self._agenda.show_items(view.items)
        if self._agenda.chosen_id() is None and view.items:
            self._agenda.select(view.items[0].id)
        self._item = self._agenda.chosen_id()
        self._show_item()
        self._preparation.setVisible(bool(view.preparations))
        self._preparation_title.setVisible(bool(view.preparations))
        self._preparation_title.setText(_("Prepared by three") if kind.prepared_by_three else _("To prepare together"))
        self._preparation.show_preparations(meeting.id, view.preparations)
        self._minutes.show_meeting(view)
        self._guests.show_meeting(view, self._letters)

    def _when_words(self, meeting: Meeting) -> str:
        if meeting.state is MeetingState.HELD:
            return _("held")
        if meeting.held_on is None:
            return _("date to be set")
        days = (meeting.held_on - self._workspace.today()).days
        if days == 0:
            return _("today")
        if days > 0:
            return ngettext("in {count} day", "in {count} days", days).format(count=days)
        return ngettext("{count} day ago", "{count} days ago", -days).format(count=-days)

    def _show_warning(self, meeting: Meeting) -> None:
        if meeting.held_on is None:
            self._warning.set_tone("soft")
            self._warning.setText(_("Choose a date: Sundays, holidays and school holidays will be told."))
            return
        if meeting.state is MeetingState.PLANNED and meeting.held_on < self._workspace.today():
            self._warning.set_tone("late")
            words = _("This day is past: note the meeting as held, or choose another day.")
            self._warning.setText(" ".join((words, *self._invitations_words())))
            return
        department = self._workspace.reader.one(Commune, 1).department_code
        found = date_warnings(meeting.held_on, department)
        self._warning.set_tone("late" if found else "soft")
        words = " ".join(found) if found else date_all_clear(meeting.held_on, department)
        self._warning.setText(" ".join((words, *self._invitations_words())))

    def _invitations_words(self) -> tuple[str, ...]:
        """Say how many invitations left, and how many are prepared only."""
        state = self._letters
        left, waiting, whole = len(state.left), len(state.prepared), len(state.to_whom)
        said = []
        first = state.first()
        if first is not None:
            day = short_date(first, language())
            if left == whole:
                said.append(_("Invitations sent on {day}.").format(day=day))
            else:
                words = ngettext(
                    "{count} invitation of {whole} sent on {day}.",
                    "{count} invitations of {whole} sent, from {day}.",
                    left,
                )
                said.append(words.format(count=left, whole=whole, day=day))
        if waiting:
            words = ngettext(
                "{count} prepared by e-mail, not yet said to be sent.",
                "{count} prepared by e-mail, not yet said to be sent.",
                waiting,
            )
            said.append(words.format(count=waiting))
        return tuple(said)

    def _show_total(self, view: MeetingView) -> None:
        words = ngettext("{count} minute", "{count} minutes", view.total).format(count=view.total)
        if view.meeting.starts_at and view.ends:
            begin, end = clock(view.meeting.starts_at), clock(view.ends)
            words = _("{begin} – {end}, that is {length}").format(begin=begin, end=end, length=words)
        self._total.setText(words)
        kit = kit_meetings()
        sentence = {
            Verdict.ADVISED: _("✓ Within the time advised."),
            Verdict.LONG: _("Longer than the {most} minutes advised: shorten a point, or say so in the invitation."),
            Verdict.SHORT: _("Shorter than the {least} minutes advised: will everybody have time to speak?"),
        }[view.verdict]
        self._verdict.set_tone("done" if view.verdict is Verdict.ADVISED else "late")
        self._verdict.setText(sentence.format(most=kit.most_minutes, least=kit.least_minutes))

    def _show_item(self) -> None:
        assert self._view is not None
        entry = next((entry for entry in self._view.items if entry.id == self._item), None)
        self._bar.show_meeting(self._view, self._item)
        self._item_form.show_item(entry)
        for button in self._item_buttons:
            button.setVisible(entry is not None)

    # --- acting --------------------------------------------------------------------------------------

    def _choose(self, meeting_id: int) -> None:
        if meeting_id != self._chosen:
            self._chosen = meeting_id
            self.refresh(frozenset())

    def _choose_item(self, item_id: int | None) -> None:
        if item_id != self._item and self._view is not None:
            self._item = item_id
            self._show_item()

    def _on_other(self, index: int) -> None:
        if index == 0:
            self._workspace.request_sample.emit("meetings")
        else:
            self._kinds_menu(self._empty.button)

    def _on_add_item(self) -> None:
        added = self._workspace.attempt(service.add_item, self._chosen)
        if added is not None:
            self._agenda.edit_cell(added.id, TITLE_COLUMN)
            place = self._agenda.visualRect(self._agenda.currentIndex()).center()
            seen = self._agenda.viewport().mapTo(self._area.viewport(), place).y()
            bar, high = self._area.verticalScrollBar(), self._area.viewport().height()
            if not 0 <= seen <= high - theme().px(28):
                bar.setValue(bar.value() + seen - high // 2)

    def _on_add(self, kind: str) -> None:
        added = self._workspace.attempt(service.add_meeting, kind)
        if added is not None:
            self._chosen = added.id
            self.refresh(frozenset())
            self._head_form.editor("held_on").setFocus(Qt.FocusReason.TabFocusReason)

    def _on_duplicate(self) -> None:
        added = self._workspace.attempt(service.duplicate_meeting, self._chosen)
        if added is not None:
            self._choose(added.id)

    def _on_invited(self) -> None:
        """Note the day letters left on paper; those sent by e-mail are noted by themselves."""
        from msp_desktop.ui.dialogs.ask_date import AskDate

        assert self._view is not None
        meeting_id = self._view.meeting.id
        dialog = AskDate(
            _("Invitations on paper"),
            _("Posted or handed out on"),
            _("The tab then says since when the guests are invited. Empty the date to take it back."),
            self._workspace.today,
            lambda day: self._workspace.attempted(departures.say_all_invited, meeting_id, day),
            self,
            day=self._view.meeting.invitations_sent_on,
        )
        run(dialog, self._workspace)

    def _on_live(self) -> None:
        from msp_desktop.ui.dialogs.live_meeting import LiveMeeting

        if self._chosen is not None:
            self._workspace.flush()
            live = LiveMeeting(self._workspace, self._chosen, self, resume=self._live_at.get(self._chosen))
            was = self._workspace.reader.one(Meeting, self._chosen).state
            run(live, self._workspace)
            self._live_at[self._chosen] = live.place()
            now = self._workspace.reader.find(Meeting, id=self._chosen)
            if now is not None and now.state is MeetingState.HELD is not was:
                self._show_minutes()

    def _show_minutes(self) -> None:
        """Put the keyboard on the minutes, beside who was there: what comes next once a meeting is ended."""
        self._minutes.focus_first()
        self._area.verticalScrollBar().setValue(self._minutes.y() - 8)

    def _on_delete(self) -> None:
        self._workspace.attempt(service.delete_meeting, self._chosen)
        self.focus_main()

    def _kinds_menu(self, button: QWidget) -> None:
        menu, told = QMenu(self), False
        for kind in kit_meetings().kinds:
            if kind.is_ours() and not told:
                menu.addSection(_("Agendas of ours, not the kit’s"))
                told = True
            menu.addAction(kind.title).triggered.connect(lambda _c=False, code=kind.code: self._on_add(code))
        menu.exec(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _on_print(self) -> None:
        from msp_desktop.papers.bundle import MEETING_BUNDLE

        held = self._view is not None and self._view.meeting.state is MeetingState.HELD
        self._workspace.request_papers.emit(("minutes",) if held else MEETING_BUNDLE, self._chosen)

    def _more_menu(self, button: QWidget) -> None:
        menu = QMenu(self)
        for words, key in ((_("Send the invitations…"), "invitations"), (_("Send the agenda…"), "agenda")):
            send = menu.addAction(words)
            send.triggered.connect(lambda _c=False, key=key: self._workspace.request_send.emit(key, self._chosen))
            hold("DisableMail", send)
        invited = menu.addAction(_("Invitations posted or handed out…"))
        invited.triggered.connect(self._on_invited)
        date = menu.addAction(_("Add to my calendar"))
        date.triggered.connect(lambda: self._workspace.request_calendar.emit(self._chosen))
        hold("DisableCalendar", date)
        menu.addSeparator()
        again, delete = menu.addAction(_("Prepare the same one again")), menu.addAction(_("Delete this meeting"))
        again.triggered.connect(self._on_duplicate)
        delete.triggered.connect(self._on_delete)
        lock(self._workspace, invited, again, delete)
        menu.exec(button.mapToGlobal(QPoint(0, button.height())))

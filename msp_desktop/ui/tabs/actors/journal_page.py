"""The page « Journal »: what is owed, above the exchanges, the latest first."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.calls import Call
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import GLYPHS, Exchange
from msp_desktop.domain.follow_ups import FollowUp, Source
from msp_desktop.domain.journal import Asked, Begin, Entry
from msp_desktop.domain.people import Person
from msp_desktop.domain.schemes import Scheme
from msp_desktop.domain.scope import Scope
from msp_desktop.i18n import _, ngettext
from msp_desktop.services import journal as service
from msp_desktop.services.follow_ups import all_owed
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.models.exchange_words import channels, day_words, step_mark, step_words, whom_words
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.actors.follow_up_list import FollowUpList
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon
from msp_desktop.ui.widgets.announce import tell_found
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.sizes import day_room
from msp_desktop.ui.workspace import Workspace, touches

#: What `show_target` takes to go on with an exchange that has no record yet.
NEW = "new"
#: The periods one looks at.
ALL, DAY_ZERO, MONTH = "all", "day zero", "month"
#: Above this text size the means have no column, and « Imprimer » stands beside the name of the list.
_LARGE_SCALE = 1.3
_SHOWN = (Exchange, Assignment, Person, Commune, Call, Scheme)


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return JournalPage(workspace)


class JournalPage(Page):
    """Each exchange noted here is found again: the next steps and their dates come back to you."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._chosen: int | None = None
        self.main: MainButton = MainButton(_("Note an exchange"), "plus")
        self._empty = EmptyPage(
            "phone",
            _("Whom did you call, and what was said?"),
            _("Each exchange noted here is found again: the next steps and their dates come back to you."),
            _("Note an exchange"),
        )
        self._owed = FollowUpList(workspace)
        self._said = Label("", tone="soft")
        self._filter = LineField(_("Filter the exchanges"), _("Filter"))
        self._period = ChoiceField(_("Period"), _periods())
        self._person = ChoiceField(_("Person"), [(None, _("Everybody"))])
        self._print = PlainButton(_("Print"), "print")
        self._table = RecordTable(_("The exchanges"), self._columns())
        self._none = Label(_("No exchange is like that: ask for less."), tone="soft", wrap=True)
        #: Whether the panel of exchanges is open.
        self._panel_open = False
        self._build()
        self._wire()
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the journal again where a change concerns it."""
        if not touches(records, *_SHOWN):
            return
        reader, today = self._workspace.reader, self._workspace.today()
        everything = service.entries(reader)
        owed = all_owed(reader, today)
        self._stack.setCurrentIndex(1 if everything or owed else 0)
        self._owed.show_follow_ups(owed)
        self._show_people()
        self._show_table()

    def show_target(self, target: Any) -> None:
        """Show an exchange by its id, in the panel too; « new » to go on with one that has no record yet."""
        if target == NEW:
            self._workspace.request_exchange.emit(Begin())
        elif isinstance(target, int):
            self._workspace.request_exchange.emit(Begin(exchange_id=target))
            self._select(target)

    def _on_owed(self, one: FollowUp) -> None:
        if one.source is Source.CALL:
            self._workspace.request_tab.emit("project", ("calls", one.id))
        else:
            self.show_target(one.id)

    def target(self) -> Any:
        """Return the exchange chosen."""
        return self._chosen

    def place_of(self, key: DraftKey) -> Any:
        """Return the exchange words wait for."""
        if key.kind != Exchange.__name__:
            return None
        return key.id if isinstance(key.id, int) else NEW

    def in_view(self) -> Begin:
        """Return the person the journal is filtered by."""
        person = self._person.value()
        return Begin(person_ids=(person,)) if person is not None else Begin()

    def paper(self) -> tuple[str, int | None]:
        """Return the journal."""
        return "journal", None

    def focus_main(self) -> None:
        """Put the keyboard in the list, or on the button of the empty page."""
        target = self._table if self._stack.currentIndex() else self._empty.button
        target.setFocus(Qt.FocusReason.TabFocusReason)

    # --- making --------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._period.setFixedWidth(theme().px(160))
        self._person.setFixedWidth(theme().px(160))
        self._filter.setMinimumWidth(theme().px(110))
        self._filter.setMaximumWidth(theme().px(190))
        self._none.hide()
        self._filter.addAction(icon("search", "ink2"), LineField.ActionPosition.LeadingPosition)
        name, filters = row(title(_("The exchanges")), self._said, -1), row(self._filter, self._period, self._person)
        (name if theme().scale > _LARGE_SCALE else filters).addWidget(self._print)
        head = Folding(name, filters)
        self._sheet = framed(self._table)
        self._table.setMinimumHeight(theme().px(150))
        page = column(self._owed, head, self._none, self._sheet, spacing=12)
        page.setStretch(3, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(self._empty, _("No exchange yet")))
        self._stack.addWidget(scrolled(holder(page, "scrolled"), _("Journal")))
        self.setLayout(column(self._stack))

    def _columns(self) -> list[Column]:
        def today() -> Any:
            return self._workspace.today()

        means = dict(channels())
        by = Column(
            _("Means of exchange"),
            lambda e: means[e.exchange.channel],
            glyph=lambda e: (GLYPHS[e.exchange.channel], "ink2"),
            width=112,
        )
        return [
            Column(
                _("Date"),
                lambda e: day_words(e.exchange.held_on, today()),
                key=lambda e: (e.exchange.held_on, e.id),
                tone=lambda e: "accent" if e.exchange.held_on == today() else "",
                width=max(136, day_room()),
            ),
            Column(_("With whom"), whom_words, width=164),
            *([] if theme().scale > _LARGE_SCALE else [by]),
            Column(_("Subject"), lambda e: e.exchange.subject or e.exchange.said, width=280),
            Column(
                _("And next"),
                lambda e: step_words(e, today()),
                key=lambda e: (e.done_on is not None, str(e.exchange.next_step_on or "9999")),
                tone=lambda e: step_mark(e, today())[1],
                glyph=lambda e: step_mark(e, today()) if step_mark(e, today())[0] else None,
                width=160,
            ),
        ]

    def _wire(self) -> None:
        for button in (self.main, self._empty.button):
            button.clicked.connect(lambda: self._workspace.request_exchange.emit(self.in_view()))
        lock(self._workspace, self.main, self._empty.button)
        self._owed.request_show.connect(self._on_owed)
        self._filter.textChanged.connect(self._show_table)
        tell_found(self._filter, lambda: self._table.rows.rowCount())
        self._period.request_value.connect(self._show_table)
        self._person.request_value.connect(self._show_table)
        self._period.show_typed(ALL)
        self._person.show_typed(None)
        self._table.selected.connect(self._on_selected)
        self._table.clicked.connect(lambda _index: self._open(self._table.chosen_id()))
        self._table.request_open.connect(self._open)
        self._table.request_delete.connect(lambda ids: self._workspace.attempt(service.throw_away, *ids))
        self._print.clicked.connect(self._on_print)
        self._workspace.exchange_shown.connect(self._on_panel)

    # --- showing -------------------------------------------------------------------------------------

    def _asked(self) -> Asked:
        today = self._workspace.today()
        since = {
            DAY_ZERO: self._workspace.reader.one(Commune, 1).day_zero,
            MONTH: today - timedelta(30),
        }.get(self._period.value())
        return Asked(self._filter.text(), since, None, self._person.value())

    def _show_table(self, _value: object = None) -> None:
        found = service.found(self._workspace.reader, self._asked())
        self._table.show_rows(found)
        self._none.setVisible(not found)
        self._sheet.setVisible(bool(found))
        self._said.setText(_count_words(found))
        self._on_shown(self._chosen)

    def _show_people(self) -> None:
        people = service.people_of_the_journal(self._workspace.reader)
        chosen = self._person.value()
        choices = [(None, _("Everybody")), *people]
        if [value for value, _words in choices] != self._person.values:
            self._person.set_choices(choices)
            self._person.show_typed(chosen if chosen in dict(people) else None)

    def _select(self, exchange_id: int | None) -> None:
        """Choose a row; one that the filters hide has them let go."""
        if exchange_id is not None and self._table.rows.row_of(exchange_id) < 0:
            self._filter.clear()
            self._period.show_typed(ALL)
            self._person.show_typed(None)
            self._show_table()
        if exchange_id is not None:
            self._table.select(exchange_id)

    def _on_panel(self, exchange_id: int | None, is_open: bool) -> None:
        self._panel_open = is_open
        if is_open:
            self._on_shown(exchange_id)

    def _on_shown(self, exchange_id: int | None) -> None:
        """Mark the exchange that the panel shows, where it is among those listed."""
        self._chosen = exchange_id
        if exchange_id is None:
            self._table.clearSelection()
        elif self._table.rows.row_of(exchange_id) >= 0:
            self._table.select(exchange_id)

    # --- acting --------------------------------------------------------------------------------------

    def _on_selected(self, exchange_id: int | None) -> None:
        """Have the panel, where it is open, show what the arrows chose."""
        if self._panel_open and exchange_id is not None and exchange_id != self._chosen:
            self._open(exchange_id)

    def _open(self, exchange_id: int | None) -> None:
        if exchange_id is not None:
            self._chosen = exchange_id
            self._workspace.request_exchange.emit(Begin(exchange_id=exchange_id))

    def _on_print(self) -> None:
        asked = self._asked()
        self._workspace.request_scoped.emit("journal", Scope(asked.since, None, person_id=asked.person_id))


def _periods() -> list[tuple[str, str]]:
    return [(ALL, _("All dates")), (DAY_ZERO, _("Since day 0")), (MONTH, _("The last 30 days"))]


def _count_words(found: list[Entry]) -> str:
    """Return « 14, et 1 brouillon »."""
    drafts = sum(entry.exchange.draft for entry in found)
    count = str(len(found) - drafts)
    if not drafts:
        return count
    words = ngettext("{count}, and {drafts} draft", "{count}, and {drafts} drafts", drafts)
    return words.format(count=count, drafts=drafts)

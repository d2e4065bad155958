"""The small forms inside the actions: exchanges, helps, place, objectives, roles, messages, partners."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.actions import Action, Communication, CommunicationState, MeetingPlace, Objective, Role, Share
from msp_desktop.domain.names import display_name
from msp_desktop.domain.people import Category, Channel, Exchange, Person
from msp_desktop.errors import UserError
from msp_desktop.formats import medium_date, parse_date
from msp_desktop.i18n import _
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.services import people as directory
from msp_desktop.services import small_forms as service
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton
from msp_desktop.ui.widgets.choice_field import ChoiceField, WhoField
from msp_desktop.ui.widgets.labels import hint, title
from msp_desktop.ui.widgets.layouts import column, field, holder, row, scrolled, sheet
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.note_field import NoteField
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.sizes import sized
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace


def open_small_form(workspace: Workspace, name: str, action_id: int | None, parent: QWidget) -> None:
    """Open one of the small forms by its name in the method."""
    makers: dict[str, Callable[[], SmallForm]] = {
        "exchanges": lambda: Exchanges(workspace, action_id, parent),
        "federation-help": lambda: Helps(workspace, parent),
        "meeting-place": lambda: Place(workspace, parent),
        "objectives": lambda: Objectives(workspace, parent),
        "roles": lambda: Roles(workspace, parent),
        "communication": lambda: Messages(workspace, parent),
        "partners": lambda: Partners(workspace, parent),
    }
    form = makers[name]()
    form.exec()
    form.deleteLater()


class SmallForm(QDialog):
    """A dialog whose fields write themselves; closing it writes what is typed."""

    def __init__(self, workspace: Workspace, heading: str, why: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        sized(self, 760, 480)
        self.workspace = workspace
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)
        close = MainButton(_("Close"))
        close.clicked.connect(self.close)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 16)
        box.setSpacing(10)
        box.addWidget(title(heading))
        box.addWidget(hint(why))
        box.addWidget(scrolled(holder(self.body, "scrolled"), heading), 1)
        box.addLayout(row(-1, close))
        workspace.changed.connect(self.refresh)

    def refresh(self, _records: object = None) -> None:
        """Show what is stored again."""

    def typed_date(self, text: str) -> Any:
        """Return the date typed in a table; raise UserError for one that does not exist."""
        try:
            return parse_date(text, self.workspace.today())
        except ValueError as error:
            raise UserError(
                _("This date does not exist or is not understood: write it as 12/05/2026 or 12 May.")
            ) from error

    def table(self, name: str, columns: Sequence[Column], record: type[Any]) -> RecordTable:
        """Return a table whose Delete key deletes the rows chosen."""
        made = RecordTable(name, columns, sortable=False)
        made.request_delete.connect(
            lambda ids: [self.workspace.attempt(service.delete_entry, record, key) for key in ids]
        )
        made.setMinimumHeight(theme().px(110))
        self.body.addWidget(sheet(made), 1)
        return made

    def adder(self, placeholder: str, add: Any) -> None:
        """Add a line to type a new entry in, and its button."""
        line = LineField(placeholder, placeholder)
        button = LinkButton(_("Add"), "plus")

        def go() -> None:
            if line.text().strip():
                add(line.text())
                line.show_value("")
                line.clear()

        line.returnPressed.connect(go)
        button.clicked.connect(go)
        self.body.addLayout(row(line, button))

    def update_row(self, record: type[Any], row_id: int, **values: Any) -> None:
        """Write a cell."""
        self.workspace.attempt(service.update_entry, record, row_id, **values)

    def write_date(self, record: type[Any], row_id: int, name: str, text: str) -> None:
        """Write a date typed in a cell, or say why it cannot be."""
        try:
            day = self.typed_date(text)
        except UserError as error:
            self.workspace.refused.emit(error.sentence)
            return
        self.update_row(record, row_id, **{name: day})

    @override
    def done(self, result: int) -> None:
        self.setFocus()
        for line in self.findChildren(LineField):
            line.flush()
        for note in self.findChildren(NoteField):
            note.flush()
        super().done(result)


class Helps(SmallForm):
    """Tick what to ask the federation for."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            workspace, _("What to ask the federation"), _("What you tick goes into the first letter."), parent
        )
        chosen = service.chosen_helps(workspace.reader)
        for help_ in kit_timeline().federation_helps:
            tick = Tick(help_.title, help_.code in chosen, soft_when_done=False)
            tick.ticked.connect(lambda on, code=help_.code: workspace.attempt(service.choose_help, code, on))
            self.body.addWidget(tick)
        letter = LinkButton(_("Make the letter"), "document")
        letter.clicked.connect(lambda: workspace.request_papers.emit(("federation-letter",), None))
        self.body.addLayout(row(letter, -1))
        self.body.addStretch(1)


class Place(SmallForm):
    """Note the regular meeting place."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            workspace, _("The regular meeting place"), _("A room, a time, a key: where the team will meet."), parent
        )
        stored = service.meeting_place(workspace.reader)
        fields = column(
            field(_("Place"), self._line(stored, "place", _("Place"))),
            row(
                field(_("Days and hours"), self._line(stored, "slots", _("Days and hours"))),
                field(_("How many people"), self._line(stored, "capacity", _("How many people"))),
            ),
            row(
                field(_("Access"), self._line(stored, "access", _("Access"))),
                field(_("Who has the key"), self._line(stored, "key_holder", _("Who has the key"))),
            ),
            field(_("Whom to call"), self._line(stored, "contact", _("Whom to call"))),
            field(_("Notes"), self._notes(stored)),
            -1,
            spacing=10,
        )
        self.body.addWidget(scrolled(holder(fields, "scrolled")), 1)

    def _line(self, stored: MeetingPlace, name: str, words: str) -> LineField:
        line = LineField(words)
        line.show_value(getattr(stored, name))
        line.request_write.connect(lambda text: self.workspace.attempt(service.update_meeting_place, **{name: text}))
        return line

    def _notes(self, stored: MeetingPlace) -> NoteField:
        note = NoteField(_("Notes"))
        note.show_value(stored.notes)
        note.request_write.connect(lambda text: self.workspace.attempt(service.update_meeting_place, notes=text))
        return note


class Objectives(SmallForm):
    """The first realistic steps: what, by when, who."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            workspace, _("First realistic steps"), _("Two or three are enough; each has a date and someone."), parent
        )
        self._table = self.table(
            _("Objectives"),
            [
                Column(
                    _("Objective"), lambda o: o.title, lambda o, t: self.update_row(Objective, o.id, title=t), width=360
                ),
                Column(
                    _("By when"),
                    lambda o: medium_date(o.due_on) if o.due_on else "",
                    lambda o, t: self.write_date(Objective, o.id, "due_on", t),
                    width=150,
                ),
                Column(
                    _("Who"), lambda o: o.person, lambda o, t: self.update_row(Objective, o.id, person=t), width=150
                ),
            ],
            Objective,
        )
        self.adder(_("A new objective"), lambda text: workspace.attempt(service.add_objective, text))
        self.refresh()

    @override
    def refresh(self, _records: object = None) -> None:
        self._table.show_rows(self.workspace.reader.all(Objective, order="position, id"))


def _shares() -> list[tuple[str, str]]:
    return [
        (Share.NONE, "–"),
        (Share.LEADS, _("leads")),
        (Share.TAKES_PART, _("takes part")),
        (Share.INFORMED, _("is informed")),
    ]


class Roles(SmallForm):
    """Who leads, takes part, is informed."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            workspace,
            _("The role of each"),
            _("Fill it in together: who leads, who takes part, who is informed."),
            parent,
        )
        columns = [
            Column(
                _("Responsibility"),
                lambda r: r.responsibility,
                lambda r, t: self.update_row(Role, r.id, responsibility=t),
                width=280,
            )
        ]
        for name, words in (
            ("commune", _("Commune")),
            ("professionals", _("Professionals")),
            ("federation", _("Federation")),
            ("partners", _("Partners")),
        ):
            columns.append(
                Column(
                    words,
                    partial(_share_words, name),
                    partial(self._write_share, name),
                    choices=_shares,
                    width=105,
                )
            )
        self._table = self.table(_("Roles"), columns, Role)
        self.adder(_("A new responsibility"), lambda text: workspace.attempt(service.add_role, text))
        if not service.roles(workspace.reader) and not workspace.read_only:
            workspace.attempt(service.propose_roles)
        self.refresh()

    def _write_share(self, name: str, role: Role, text: str) -> None:
        self.update_row(Role, role.id, **{name: Share(text)})

    @override
    def refresh(self, _records: object = None) -> None:
        self._table.show_rows(service.roles(self.workspace.reader))


def _share_words(name: str, role: Role) -> str:
    return dict(_shares())[getattr(role, name)]


def _message_states() -> list[tuple[str, str]]:
    return [
        (CommunicationState.TODO, _("to write")),
        (CommunicationState.READY, _("ready")),
        (CommunicationState.PUBLISHED, _("published")),
    ]


class Messages(SmallForm):
    """What is told to whom, by what means, when."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            workspace, _("Messages to spread"), _("Ask those you name for their agreement before publishing."), parent
        )
        yes_no = [("yes", _("yes")), ("no", _("no"))]
        self._table = self.table(
            _("Messages"),
            [
                Column(
                    _("Message"),
                    lambda m: m.message,
                    lambda m, t: self.update_row(Communication, m.id, message=t),
                    width=250,
                ),
                Column(
                    _("Means"),
                    lambda m: m.channel,
                    lambda m, t: self.update_row(Communication, m.id, channel=t),
                    width=110,
                ),
                Column(
                    _("When"),
                    lambda m: medium_date(m.due_on) if m.due_on else "",
                    lambda m, t: self.write_date(Communication, m.id, "due_on", t),
                    width=120,
                ),
                Column(
                    _("State"),
                    lambda m: dict(_message_states())[m.state],
                    self._write_state,
                    choices=_message_states,
                    width=90,
                ),
                Column(
                    _("To all residents"),
                    lambda m: _("yes") if m.for_residents else _("no"),
                    lambda m, t: self.update_row(Communication, m.id, for_residents=t == "yes"),
                    choices=lambda: yes_no,
                    width=110,
                ),
            ],
            Communication,
        )
        self.adder(_("A new message"), lambda text: workspace.attempt(service.add_communication, text, False))
        self.refresh()

    def _write_state(self, row: Communication, text: str) -> None:
        state = CommunicationState(text)
        published = self.workspace.today() if state is CommunicationState.PUBLISHED else None
        self.update_row(Communication, row.id, state=state, published_on=published)

    @override
    def refresh(self, _records: object = None) -> None:
        self._table.show_rows(self.workspace.reader.all(Communication, order="position, id"))


def categories() -> list[tuple[str, str]]:
    """Return what a person or body may be for the town."""
    return [
        (Category.ELECTED, _("elected person")),
        (Category.STAFF, _("staff")),
        (Category.PROFESSIONAL, _("health professional")),
        (Category.FEDERATION, _("federation")),
        (Category.ARS, "ARS"),
        (Category.CPAM, "CPAM"),
        (Category.EPCI, _("intercommunality")),
        (Category.CCAS, "CCAS"),
        (Category.ASSOCIATION, _("association")),
        (Category.SCHEME, "CPTS, CLS…"),
        (Category.OTHER, _("other")),
    ]


class Partners(SmallForm):
    """The partners to contact, and whether an exchange with each is noted."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            workspace, _("Partners"), _("Intercommunality, social services, associations: those who can relay."), parent
        )
        self._table = RecordTable(
            _("Partners"),
            [
                Column(_("Name"), display_name, lambda p, t: self._update(p, organisation=t), width=230),
                Column(
                    _("What they are"),
                    lambda p: dict(categories())[p.category],
                    lambda p, t: self._update(p, category=Category(t)),
                    choices=lambda: [pair for pair in categories() if pair[0] in service.PARTNERS],
                    width=140,
                ),
                Column(_("Telephone"), lambda p: p.phone, lambda p, t: self._update(p, phone=t), width=120),
                Column(_("E-mail"), lambda p: p.email, lambda p, t: self._update(p, email=t), width=150),
                Column(_("Contacted"), lambda p: _("yes") if p.id in self._contacted() else _("not yet"), width=90),
            ],
            sortable=False,
        )
        self._table.request_delete.connect(lambda ids: [workspace.attempt(directory.delete_person, key) for key in ids])
        self.body.addWidget(sheet(self._table), 1)
        self.adder(
            _("A new partner"),
            lambda text: workspace.attempt(
                directory.add_person, Person(category=Category.ASSOCIATION, organisation=text.strip())
            ),
        )
        self.refresh()

    def _update(self, person: Person, **values: Any) -> None:
        self.workspace.attempt(directory.update_person, person.id, **values)

    def _contacted(self) -> set[int | None]:
        return {row.person_id for row in self.workspace.reader.all(Exchange)}

    @override
    def refresh(self, _records: object = None) -> None:
        people = [p for p in self.workspace.reader.all(Person) if p.category in service.PARTNERS]
        self._table.show_rows(people)


def _channels() -> list[tuple[str, str]]:
    return [
        (Channel.PHONE, _("by telephone")),
        (Channel.EMAIL, _("by e-mail")),
        (Channel.MEETING, _("at a meeting")),
        (Channel.LETTER, _("by letter")),
        (Channel.VISIT, _("on a visit")),
    ]


class Exchanges(SmallForm):
    """Note an exchange, and read the journal."""

    def __init__(self, workspace: Workspace, action_id: int | None, parent: QWidget) -> None:
        super().__init__(workspace, _("Journal of exchanges"), _("Facts only: those concerned may read them."), parent)
        sized(self, 820, 620)
        self._action_id = action_id
        self._people = [c for c in directory.directory(workspace.reader) if c.name]
        self._date = DateField(_("Date"), workspace.today)
        self._who, self._channel = WhoField(_("With whom")), ChoiceField(_("How"), _channels())
        self._category = ChoiceField(_("What they are"), categories())
        self._subject, self._next = LineField(_("About what")), LineField(_("What comes next"))
        self._said = NoteField(_("What was said"), least=2, most=5)
        self._next_on = DateField(_("By when"), workspace.today)
        add = MainButton(_("Note the exchange"), "check")
        add.clicked.connect(self._add)
        self._who.suggest([c.name for c in self._people])
        self._who.request_write.connect(self._guess_category)
        first = field(_("Date"), self._date), field(_("With whom"), self._who)
        then = field(_("What they are"), self._category), field(_("How"), self._channel)
        self.body.addLayout(
            column(
                row(*first, *then) if theme().scale < 1.6 else column(row(*first), row(*then)),
                field(_("About what"), self._subject),
                field(_("What was said"), self._said),
                row(field(_("What comes next"), self._next), field(_("By when"), self._next_on)),
                row(add, -1),
            )
        )  # fmt: skip
        self._table = self.table(
            _("Journal"),
            [
                Column(_("Date"), lambda e: medium_date(e.held_on), width=110),
                Column(_("With whom"), lambda e: e.with_whom, width=150),
                Column(
                    _("About what"),
                    lambda e: e.subject,
                    lambda e, t: self.update_row(Exchange, e.id, subject=t),
                    width=170,
                ),
                Column(
                    _("What was said"),
                    lambda e: e.said,
                    lambda e, t: self.update_row(Exchange, e.id, said=t),
                    width=260,
                ),
            ],
            Exchange,
        )
        self._clear()
        self.refresh()

    @override
    def refresh(self, _records: object = None) -> None:
        self._table.show_rows(service.exchanges(self.workspace.reader))

    def _guess_category(self, name: str) -> None:
        person = next((c.person for c in self._people if c.name == name), None)
        if person is not None:
            self._category.show_typed(person.category)

    def _clear(self) -> None:
        federation = "contact-federation"
        action = self.workspace.reader.find(Action, id=self._action_id) if self._action_id else None
        wanted = Category.FEDERATION if action is not None and action.kit_code == federation else Category.OTHER
        self._date.show_typed(self.workspace.today())
        self._category.show_typed(wanted)
        for widget in (self._who, self._subject, self._next, self._said):
            widget.show_value("")
        self._next_on.show_typed(None)

    def _add(self) -> None:
        name = self._who.text()
        person = next((c.person for c in self._people if c.name == name), None)
        self._date.flush()
        self._next_on.flush()
        if self._date.property("wrong") or self._next_on.property("wrong"):
            return
        done = self.workspace.attempt(
            service.add_exchange,
            Exchange(
                held_on=self._date.value or self.workspace.today(),
                person_id=person.id if person else None,
                category=self._category.value() or Category.OTHER,
                with_whom=name,
                channel=self._channel.value(),
                subject=self._subject.text().strip(),
                said=self._said.toPlainText().strip(),
                next_step=self._next.text().strip(),
                next_step_on=self._next_on.value,
                action_id=self._action_id,
            ),
        )
        if done is not None:
            self._clear()

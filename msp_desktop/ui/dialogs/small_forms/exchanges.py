"""The exchanges: with whom, how, what was said."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.exchanges import Channel, Exchange
from msp_desktop.domain.people import Category
from msp_desktop.formats.dates import medium_date
from msp_desktop.i18n import _, language
from msp_desktop.services import people as directory
from msp_desktop.services import small_forms as service
from msp_desktop.ui.dialogs.small_forms.partners import categories
from msp_desktop.ui.dialogs.small_forms.small_form import SmallForm
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton
from msp_desktop.ui.widgets.choice_field import ChoiceField, WhoField
from msp_desktop.ui.widgets.layouts import column, field, row
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.note_field import NoteField
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.widgets.sizes import sized
from msp_desktop.ui.workspace import Workspace


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
                Column(_("Date"), lambda e: medium_date(e.held_on, language()), width=110),
                Column(_("With whom"), lambda e: e.with_whom, width=150),
                Column(
                    _("About what"),
                    lambda e: e.subject,
                    lambda e, t: self.update_row(e.id, Change(Exchange, subject=t)),
                    width=170,
                ),
                Column(
                    _("What was said"),
                    lambda e: e.said,
                    lambda e, t: self.update_row(e.id, Change(Exchange, said=t)),
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

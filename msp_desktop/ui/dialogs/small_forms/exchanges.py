"""The exchanges: with whom, how, what was said, what comes next."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.exchanges import Channel, Exchange
from msp_desktop.domain.family_words import families
from msp_desktop.domain.people import Category
from msp_desktop.formats.quick import medium_date
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _, language
from msp_desktop.services import small_forms as service
from msp_desktop.ui.dialogs.small_forms.small_form import SmallForm
from msp_desktop.ui.forms.field import Field, choice, day, line, note, person
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.widgets.buttons import MainButton
from msp_desktop.ui.widgets.layouts import row
from msp_desktop.ui.widgets.locking import lock
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
    """Note an exchange, and read the journal.

    A new exchange is in the journal from its first words on, like all that is typed; the form shows the one chosen
    there. `_key` is its id, or « new 1 » and so on before its first words, with the action it is about: `_made` tells
    what became of those, for the words still on their way to them.
    """

    def __init__(self, workspace: Workspace, action_id: int | None, parent: QWidget) -> None:
        super().__init__(workspace, _("Journal of exchanges"), _("Facts only: those concerned may read them."), parent)
        sized(self, 860, 640)
        self._action_id = action_id
        self._made: dict[str, int] = {}
        self._news: dict[str, Exchange] = {}
        self._key: int | str = self._begin()
        self._form = Form(
            workspace,
            Exchange,
            self._write,
            [
                (
                    Field("with_whom", _("With whom"), person()),
                    Field("category", _("What they are"), choice(list(families().items()))),
                    Field("channel", _("How"), choice(_channels())),
                    Field("held_on", _("Date"), day(toward=Toward.BEHIND, needed=True)),
                ),
                Field("subject", _("About what"), line()),
                Field("said", _("What was said"), note(least=2, most=5)),
                (Field("next_step", _("What comes next"), line()), Field("next_step_on", _("By when"), day())),
            ],
            fold_at=1.6,
        )
        another = MainButton(_("Note another exchange"), "plus")
        another.clicked.connect(self._on_another)
        lock(workspace, another)
        self.body.addWidget(self._form)
        self.body.addLayout(row(another, -1))
        self._table = self.table(
            _("Journal"),
            [
                Column(_("Date"), lambda e: medium_date(e.held_on, language()), width=104),
                Column(_("With whom"), lambda e: e.with_whom, width=140),
                Column(_("About what"), lambda e: e.subject, width=160),
                Column(_("What was said"), lambda e: e.said, width=160),
                Column(_("What comes next"), _next_words, width=140),
            ],
            Exchange,
        )
        self._table.selected.connect(self._on_chosen)
        self.refresh()

    @override
    def refresh(self, _records: object = None) -> None:
        self._table.show_rows(service.exchanges(self.workspace.reader))
        if isinstance(self._key, int) and self.workspace.reader.find(Exchange, id=self._key) is None:
            self._key = self._begin()  # deleted, or its first words taken back
        shown = (
            self._news[self._key] if isinstance(self._key, str) else service.exchange(self.workspace.reader, self._key)
        )
        self._form.show_record(shown, key=self._key)

    def _blank(self) -> Exchange:
        action = self.workspace.reader.find(Action, id=self._action_id) if self._action_id else None
        federation = action is not None and action.kit_code == "contact-federation"
        return Exchange(
            held_on=self.workspace.today(),
            category=Category.FEDERATION if federation else Category.OTHER,
            action_id=self._action_id,
        )

    def _begin(self) -> str:
        key = f"new {len(self._news) + 1} of {self._action_id or 0}"
        self._news[key] = self._blank()
        return key

    def _write(self, store: Store, key: int | str, change: Change[Exchange]) -> Exchange | None:
        """Write a field: of an exchange in the journal, or of a new one, which its first words put there."""
        if "with_whom" in change.values:
            category = service.category_of(self.workspace.reader, change.values["with_whom"])
            if category is not None:
                change = Change(Exchange, **change.values, category=category)
        known = key if isinstance(key, int) else self._made.get(key)
        if known is not None:
            return service.update_exchange(store, known, change)
        assert isinstance(key, str)
        self._news[key] = change.applied_to(self._news[key])
        if not service.says_something(self._news[key]):
            return None
        added = service.add_exchange(store, self._news[key])
        self._made[key] = added.id
        if self._key == key:
            self._key = added.id
            self.refresh()
            self._table.select(added.id)
        return added

    def _on_another(self) -> None:
        self.workspace.flush()
        self._key = self._begin()
        self._table.clearSelection()
        self._table.setCurrentIndex(self._table.rootIndex())
        self.refresh()
        self._form.focus_first()

    def _on_chosen(self, key: int | None) -> None:
        if key is not None and key != self._key:
            self._key = key
            self.refresh()


def _next_words(entry: Exchange) -> str:
    when = medium_date(entry.next_step_on, language()) if entry.next_step_on else ""
    return ", ".join(filter(None, (entry.next_step, when)))

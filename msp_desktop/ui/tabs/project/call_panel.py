"""Beside the calls: the one chosen, or what is known of a funder who calls regularly."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.calls import AHEAD, Call
from msp_desktop.domain.change import Change
from msp_desktop.formats.quick import near_date
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _, language
from msp_desktop.services import calls as service
from msp_desktop.ui.forms.field import Field, choice, day, line, note, number, person
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.widgets.labels import TITLE, Label, hint
from msp_desktop.ui.widgets.layouts import column, holder, scrolled
from msp_desktop.ui.workspace import Workspace


class CallPanel(QWidget):
    """Show and change one call."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._shown: int | None = None
        self._heading = Label("", factor=TITLE, bold=True, wrap=True)
        self._under = Label("", tone="soft", wrap=True)
        self._reminder = hint("")
        self._form = self._make_form()
        page = column(self._heading, self._under, 2, self._form, -1, margins=(24, 16, 16, 16), spacing=8)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        self._pane = scrolled(holder(page, "scrolled"), _("The call chosen"))
        box.addWidget(self._pane)
        self.show_call(None)

    def show_call(self, call: Call | None) -> None:
        """Show a call, or what this page is for."""
        if call is not None and call.id != self._shown:
            self._pane.verticalScrollBar().setValue(0)
        self._shown = call.id if call is not None else None
        self._form.setVisible(call is not None)
        if call is None:
            self._heading.setText(_("Nothing chosen"))
            self._under.setText(_("Choose a call in the list, or add one."))
            self._under.set_tone("soft")
            return
        today = self._workspace.today()
        self._heading.setText(call.subject)
        left = service.closing_words(call, today)
        soon = bool(left) and call.closes_on is not None and (call.closes_on - today).days <= _SOON
        self._under.setText(self._closing(call, left))
        self._under.set_tone("late" if soon else "soft")
        self._reminder.setText(self._reminded(call, today))
        self._form.show_record(call)

    def focus_fields(self) -> None:
        """Put the keyboard on the first field that is empty."""
        self._form.focus_first(empty=True)

    def _closing(self, call: Call, left: str) -> str:
        if call.closes_on is None:
            return _("no closing day yet")
        day = near_date(call.closes_on, self._workspace.today(), language())
        words = _("closes on {day}") if left or call.is_open else _("closing day: {day}")
        return ", ".join(filter(None, (words.format(day=day), left)))

    def _reminded(self, call: Call, today: date) -> str:
        if not call.is_open:
            return _("No reminder: this call is no longer to be answered.")
        due = call.reminded_on or call.closes_on
        if due is None:
            return _("With a closing day, a reminder comes {count} days before.").format(count=AHEAD)
        return _("With the follow-ups on {day}, and in diaries.").format(day=near_date(due, today, language()))

    def _make_form(self) -> Form:
        return Form(
            self._workspace,
            Call,
            self._write,
            [
                Field("subject", _("What the call is about"), note(least=1, most=4)),
                Field("funder", _("Funder"), line()),
                Field("kind", _("Kind"), choice(service.kind_words())),
                (Field("closes_on", _("Closing day"), day()), Field("state", _("State"), choice(service.state_words()))),
                Field("reminded_on", _("Reminder on"), day()),
                self._reminder,
                Field("sent_on", _("Sent on"), day(toward=Toward.BEHIND)),
                Field("answered_by", _("Who answers"), person()),
                (Field("asked", _("Asked"), number("€", whole=True, span=(0, 1_000_000_000))),
                 Field("obtained", _("Obtained"), number("€", whole=True, span=(0, 1_000_000_000)))),
                Field("where", _("Where to look"), line()),
                Field("notes", _("Notes"), note()),
            ],
            spacing=8,
        )  # fmt: skip

    def _write(self, store: Store, key: int, change: Change[Call]) -> None:
        service.update_call(store, key, change, self._workspace.today())


#: A closing this near, in days, is told in the colour of what is late.
_SOON = 7

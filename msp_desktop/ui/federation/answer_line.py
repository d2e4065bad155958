"""One line of an answer: what it is about, chosen from what the commune sent, and its words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
from PySide6.QtWidgets import QLayout, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from msp_desktop.documents.federation_answer_words import action_words, meeting_words
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.leaves import WITHHELD
from msp_desktop.domain.carried.reply import (
    ENTRY_FIELDS,
    Advice,
    AgendaNote,
    CallToAnswer,
    DateProposed,
    EntryCorrected,
    Line,
    StepProposed,
)
from msp_desktop.domain.typed import clean_text
from msp_desktop.i18n import N_, _
from msp_desktop.method.federations import kit_federations
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.shell import messages
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.email_field import EmailField
from msp_desktop.ui.widgets.labels import hint
from msp_desktop.ui.widgets.layouts import field, row
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.note_field import TextArea, text_of
from msp_desktop.ui.widgets.parsed_field import ClockField, DateField, ParsedField
from msp_desktop.ui.widgets.sizes import FORM
from msp_desktop.ui.widgets.tip import show_tip

#: The kinds of lines in the order they are offered.
KINDS: dict[type[Line], str] = {
    DateProposed: N_("Date of a meeting"),
    Advice: N_("Advice"),
    AgendaNote: N_("Note on an agenda"),
    StepProposed: N_("Something to do"),
    EntryCorrected: N_("Correction of the directory"),
    CallToAnswer: N_("Call for projects"),
}
#: What a line cannot do without; of an entry, one of its fields.
_NEEDED = {
    DateProposed: ("day",),
    Advice: ("words",),
    AgendaNote: ("item", "words"),
    StepProposed: ("words",),
    EntryCorrected: ("federation",),
    CallToAnswer: ("title",),
}
#: The longest words of a line, and of a text (`domain/carried/texts.py`).
_WORDS, _TEXT = 300, 4000
#: The height of a text, in pixels at 100 %.
_TALL = 96


class LineDialog(Asking):
    """Ask for a line of a kind, `line` being the one to change; its outcome is the line, with the same key."""

    def __init__(
        self,
        kind: type[Line],
        data: CommuneData,
        today: Callable[[], date],
        line: Line | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._kind, self._line = kind, line
        self._fields = _fields(kind, data, today)
        if line is not None:
            _show(self._fields, line)
        verb = _("Add the line") if line is None else _("Change the line")
        laid = _laid(self._fields)
        if kind is EntryCorrected:
            laid.append(hint(_("What is left empty stays as it is.")))
        super().__init__(_(KINDS[kind]), laid, verb, self._made, parent, width=FORM)
        for one in self._fields.values():
            if isinstance(one, (QLineEdit, QPlainTextEdit)):
                one.textChanged.connect(self._enable)
            elif isinstance(one, ChoiceField):
                one.currentIndexChanged.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        """Let the line be added once all it needs is there; what a new meeting is called is asked of a new one alone."""
        if self._kind is DateProposed:
            self._fields["title"].setEnabled(not _value(self._fields["meeting"]))
        lacking = [name for name in _NEEDED[self._kind] if _is_empty(self._fields[name])]
        if self._kind is EntryCorrected and all(_is_empty(self._fields[name]) for name in ENTRY_FIELDS):
            lacking.append("phone")
        named = self._fields[lacking[0]].accessibleName() if lacking else ""
        self.done_button.setEnabled(not lacking)
        show_tip(self.done_button, _("Fill in first: {field}.").format(field=named) if lacking else "")

    def _made(self) -> Line | None:
        from msp_desktop.federation.answer import new_key

        values = {name: _value(one) for name, one in self._fields.items() if one.isEnabled()}
        if "item" in values:
            meeting, position, title = values.pop("item")
            values |= {"meeting": meeting, "position": position, "title": "" if title == WITHHELD else title}
        key = self._line.key if self._line is not None else new_key()
        try:  # what the commune's program would refuse is said here, where it can be put right
            made: Line = msgspec.convert(msgspec.to_builtins(self._kind(key=key, **values)), type=Line)
        except msgspec.ValidationError:
            messages.tell(self, _("Something here is too long: shorten it."))
            return None
        return made

    @override
    def ready(self) -> bool:
        return super().ready() and self.done_button.isEnabled()


def meetings_to_come(data: CommuneData) -> list[tuple[str, str]]:
    """Return the meetings that a date may be proposed for: their uid, and what they are called."""
    return [(one.uid, meeting_words(one.uid, data)) for one in data.meetings if one.state == "planned" and one.uid]


def items_to_come(data: CommuneData) -> list[tuple[tuple[str, int, str], str]]:
    """Return the items of the agendas of these meetings: meeting, place from 1, title; and what they are called."""
    words = _("{number}. {title} ({meeting})")
    return [
        ((uid, number, title), words.format(number=number, title=title, meeting=called))
        for uid, called in meetings_to_come(data)
        for number, title in enumerate(next(one.agenda for one in data.meetings if one.uid == uid), 1)
    ]


def actions_there(data: CommuneData) -> list[tuple[str | None, str]]:
    """Return the actions of the method: those the commune is about to do first, then those it dated, then the others."""
    known = [action.code for action in kit_timeline().actions]
    dated = [one.code for one in sorted(data.milestones, key=lambda one: one.state == "done")]
    codes = dict.fromkeys([*(one.code for one in data.next_steps), *dated, *known])
    return [(None, _("The project as a whole")), *((code, action_words(code)) for code in codes if code in known)]


def _fields(kind: type[Line], data: CommuneData, today: Callable[[], date]) -> dict[str, QWidget]:
    """Return the fields of a kind, by the attribute each fills, in the order they are read."""
    text = _area(_("Words"))
    if kind is DateProposed:
        meetings = ChoiceField(_("Meeting"), [("", _("A new meeting")), *meetings_to_come(data)], own_words=True)
        meetings.setCurrentIndex(1 if meetings.count() > 1 else 0)
        day = DateField(_("Day"), today, needed=True)
        return {
            "meeting": meetings, "title": _line(_("What the new meeting is called")), "day": day,
            "starts_at": ClockField(_("Hour")), "place": _line(_("Place")), "words": _line(_("Words")),
        }  # fmt: skip
    if kind is Advice:
        actions = ChoiceField(_("On which action"), actions_there(data), own_words=True)
        actions.setCurrentIndex(0)
        return {"action": actions, "words": text}
    if kind is AgendaNote:
        items = ChoiceField(_("Item of the agenda"), items_to_come(data), own_words=True)
        items.setCurrentIndex(0)
        return {"item": items, "words": text}
    if kind is StepProposed:
        return {"words": _line(_("What is to be done")), "due_on": DateField(_("Until when"), today)}
    if kind is EntryCorrected:
        entries = [(one.code, one.full_name) for one in kit_federations().federations]
        federations = ChoiceField(_("Federation"), entries, own_words=True)
        federations.show_typed(data.commune.federation)
        labels = (_("Name"), _("Telephone"), _("E-mail"), _("Website"), _("Address"), _("Contact"))
        return {
            "federation": federations,
            **{
                name: EmailField(one) if name == "email" else _line(one)
                for name, one in zip(ENTRY_FIELDS, labels, strict=True)
            },
        }
    closes = DateField(_("Closes on"), today)
    return {"title": _line(_("Call")), "funder": _line(_("Funder")), "closes_on": closes, "words": text}


def _laid(fields: dict[str, QWidget]) -> list[QWidget | QLayout]:
    """Return the fields one under the other, a day and its hour side by side."""
    made: list[QWidget | QLayout] = []
    for name, one in fields.items():
        if name == "starts_at":
            continue
        if name == "day":
            hour = fields["starts_at"]
            made.append(row(field(one.accessibleName(), one), field(hour.accessibleName(), hour), -1))
        else:
            made.append(field(one.accessibleName(), one, tall=isinstance(one, QPlainTextEdit)))
    return made


def _show(fields: dict[str, QWidget], line: Line) -> None:
    for name, one in fields.items():
        if name == "item" and isinstance(one, ChoiceField) and isinstance(line, AgendaNote):
            about = (line.meeting, line.position)
            one.show_typed(next((known for known in one.values if known[:2] == about), None))
            continue
        value: Any = getattr(line, name)
        if isinstance(one, (ChoiceField, ParsedField)):
            one.show_typed(value)
        elif isinstance(one, QPlainTextEdit):
            one.setPlainText(value)
        elif isinstance(one, LineField):
            one.show_value(value)


def _value(one: QWidget) -> Any:
    if isinstance(one, EmailField):
        return one.value or ""
    if isinstance(one, (ParsedField, ChoiceField)):
        return one.value if isinstance(one, ParsedField) else one.value()
    typed = text_of(one) if isinstance(one, QPlainTextEdit) else one.text() if isinstance(one, QLineEdit) else ""
    return clean_text(typed).strip()


def _is_empty(one: QWidget) -> bool:
    """Tell whether nothing stands in a field, understood or not."""
    if isinstance(one, QLineEdit):
        return not one.text().strip()
    return not _value(one)


def _line(name: str) -> LineField:
    line = LineField(name)
    line.setMaxLength(_WORDS)
    return line


def _area(name: str) -> TextArea:
    area = TextArea()
    area.setAccessibleName(name)
    area.setMinimumHeight(theme().px(_TALL))
    return area

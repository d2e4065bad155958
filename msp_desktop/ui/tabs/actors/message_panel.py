"""Beside the plan: the message chosen and its text, or one of the texts ready to adapt; what to remember under them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.formats.quick import near_date
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _, language
from msp_desktop.method.followup import kit_communication
from msp_desktop.services import communication as service
from msp_desktop.services.communication import TextView
from msp_desktop.ui.forms.field import Field, choice, day, line, note, person, tick
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.tabs.actors.text_part import TextPart
from msp_desktop.ui.widgets.labels import TITLE, Label, divider, hint
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.segments import Segments
from msp_desktop.ui.workspace import Workspace

#: How long a text may be, in characters: the two lengths of a bulletin, and any.
LENGTHS = (800, 1500, 0)


class MessagePanel(QWidget):
    """Show and change one message, or one text."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._message: Communication | None = None
        self._heading = Label("", factor=TITLE, bold=True, wrap=True)
        self._under = Label("", tone="soft", wrap=True)
        self._length = Segments(
            _("Length of the text, in characters"), [(length, _short(length)) for length in LENGTHS]
        )
        self._length.chosen.connect(self._on_length)
        self._own = TextPart(workspace, self._write_text, service.start_again)
        self._ready = TextPart(workspace, service.keep_text, service.forget_text)
        self._means_text = hint("")
        self._form = self._make_form()
        self._length_row = holder(
            column(Label(_("Length of the text, in characters"), tone="soft"), row(self._length, -1), spacing=4)
        )
        self._fields = holder(column(divider(), Label(_("This message"), bold=True), self._form, spacing=8))
        page = column(
            self._heading, self._under, 2, self._length_row, self._own, self._ready, self._fields, divider(), _remember(), -1,
            margins=(24, 16, 16, 16), spacing=8,
        )  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        self._pane = scrolled(holder(page, "scrolled"), _("The message chosen"))
        box.addWidget(self._pane)
        self.show_nothing()

    def show_message(self, message: Communication, view: TextView) -> None:
        """Show a message of the plan and its text."""
        if self._message is None or self._message.id != message.id:
            self._pane.verticalScrollBar().setValue(0)
        self._message = message
        self._show_parts(own=True)
        self._heading.setText(message.message)
        when = near_date(message.due_on, self._workspace.today(), language()) if message.due_on else _("without a date")
        self._under.setText(", ".join(filter(None, (message.channel, when))))
        self._length.show_value(message.longest)
        self._own.show_text(message.id, view)
        self._form.show_record(message)
        self._form.editor("published_on").setEnabled(
            message.state is CommunicationState.PUBLISHED and not self._workspace.read_only
        )
        means = next((entry for entry in kit_communication().means if entry.code == message.means), None)
        self._means_text.setText(means.text if means else "")
        self._means_text.setVisible(means is not None)

    def show_ready(self, code: str, view: TextView) -> None:
        """Show one of the texts ready to adapt."""
        self._message = None
        self._show_parts(ready=True)
        self._heading.setText(view.title)
        made = _("In your words.") if view.adapted else _("Written from your dossier, naming nobody.")
        limit = length_words(view.limit) if view.limit else ""
        self._under.setText(" ".join(filter(None, (f"{limit}." if limit else "", made))))
        self._ready.show_text(code, view)

    def show_nothing(self) -> None:
        """Show what to remember where nothing is chosen."""
        self._message = None
        self._show_parts()
        self._heading.setText(_("Say little, say it true, say it regularly"))
        self._under.setText("")

    def focus_text(self) -> None:
        """Put the keyboard in the text shown."""
        (self._own if self._message is not None else self._ready).focus_text()

    def focus_fields(self) -> None:
        """Put the keyboard on the first field of the message."""
        self._form.focus_first(empty=True)

    def _show_parts(self, *, own: bool = False, ready: bool = False) -> None:
        for part in (self._length_row, self._own, self._fields):
            part.setVisible(own)
        self._ready.setVisible(ready)
        self._under.setVisible(own or ready)

    def _make_form(self) -> Form:
        means = [("", "–"), *((entry.code, entry.title) for entry in kit_communication().means)]
        return Form(
            self._workspace,
            Communication,
            self._write,
            [
                Field("message", _("Message"), note(least=1, most=4)),
                (Field("audience", _("Public"), line()), Field("channel", _("Where it is read"), line())),
                (Field("due_on", _("Date"), day()), Field("state", _("State"), choice(states()))),
                Field("published_on", _("Came out on"), day(toward=Toward.BEHIND)),
                Field("person", _("Who"), person()),
                Field("means", _("Which of the four means"), choice(means)),
                self._means_text,
                Field("for_residents", _("It is for all residents"), tick()),
            ],
            spacing=8,
        )

    def _write(self, store: Store, key: int, change: Change[Communication]) -> None:
        service.update_communication(store, key, change, self._workspace.today())

    def _write_text(self, store: Store, key: int, text: str) -> None:
        self._write(store, key, Change(Communication, text=text))

    def _on_length(self, longest: int) -> None:
        if self._message is not None:
            self._workspace.flush()
            self._workspace.attempt(self._write, self._message.id, Change(Communication, longest=longest))


def states() -> list[tuple[CommunicationState, str]]:
    """Return how far a message may be, in words."""
    return [
        (CommunicationState.TODO, _("to write")),
        (CommunicationState.READY, _("ready")),
        (CommunicationState.PUBLISHED, _("published")),
    ]


def length_words(length: int) -> str:
    """Return « 1 500 signes »."""
    return _("{count} characters").format(count=_short(length))


def _short(length: int) -> str:
    return f"{length:,}".replace(",", "\u202f") if length else _("any length")


def _remember() -> QWidget:
    """Return the four means, what is always said, and what to look at before anything comes out."""
    kit = kit_communication()
    parts: list[QWidget | int] = [Label(_("Four means"), bold=True)]
    for means in kit.means:
        parts += [Label(means.title, wrap=True), hint(means.text)]
    parts += [8, Label(_("Three messages, always the same"), bold=True, wrap=True)]
    parts += [Label(f"{number}. {words}", wrap=True) for number, words in enumerate(kit.key_messages, 1)]
    parts += [8, Label(_("Before anything comes out"), bold=True, wrap=True)]
    parts += [Label(f"– {words}", wrap=True) for words in kit.before_publishing]
    return holder(column(*parts, spacing=4))

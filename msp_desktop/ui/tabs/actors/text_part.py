"""A text for residents: adapted where it stands, counted as one types, checked for names, copied by a click."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.typed import clean_text
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.bulletin import named_in, referent_contact
from msp_desktop.services.communication import TextView
from msp_desktop.ui.forms.field import Field, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, PlainButton
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.icon_line import IconLine
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.note_field import NoteField, text_of
from msp_desktop.ui.workspace import Workspace

#: The longest text in which names are looked for at each key, in characters: some pages.
_LONGEST = 20_000


class TextPart(QWidget):
    """Show one text at a time and write it through `write(store, key, text)`; `reset(store, key)` takes the dossier's again."""

    def __init__(
        self,
        workspace: Workspace,
        write: Callable[[Store, Any, str], object],
        reset: Callable[[Store, Any], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._write, self._reset = workspace, write, reset
        self._key: Any = None
        self._limit = 0
        self._form = Form(
            workspace, Communication, self._store, [Field("text", _("The text"), note(least=9, most=22), bare=True)]
        )
        editor = self._form.editor("text")
        assert isinstance(editor, NoteField)
        self._editor = editor
        self._meter = _Meter()
        self._count = Label("", wrap=True)
        self._left = IconLine()
        self._names = IconLine()
        self._copy = PlainButton(_("Copy"), "copy")
        self._again = LinkButton(_("Take it from the dossier again"), "undo")
        self._contact = LinkButton(_("Add the référent’s contact"), "plus")
        lock(workspace, self._again, self._contact)
        self.setLayout(
            column(
                self._form, self._meter, self._count, self._left, self._names, Folding(row(self._copy, -1), row(self._again, -1)),
                row(self._contact, -1), spacing=6,
            )
        )  # fmt: skip
        editor.textChanged.connect(self._show_count)
        self._copy.clicked.connect(self._on_copy)
        self._again.clicked.connect(lambda: workspace.attempt(self._reset, self._key))
        self._contact.clicked.connect(self._on_contact)

    def show_text(self, key: Any, view: TextView) -> None:
        """Show a text, whose words go to this key."""
        self._key, self._limit = key, view.limit
        self._form.show_record(Communication(position=0, message="", text=view.text), key=key)
        self._again.setVisible(view.adapted)
        self._show_count()

    def words(self) -> str:
        """Return what stands there."""
        return clean_text(text_of(self._editor))

    def focus_text(self) -> None:
        """Put the keyboard in the text."""
        self._form.focus_first()

    def _store(self, store: Store, key: Any, change: Change[Communication]) -> object:
        return self._write(store, key, change.values["text"])

    def _show_count(self) -> None:
        """Say how long the text is, and whom it names, as it is typed."""
        words, limit = self.words(), self._limit
        length = len(words)
        self._meter.show_part(length, limit)
        if limit:
            said = ngettext(
                "{count} character of {limit}, spaces included", "{count} characters of {limit}, spaces included", length
            )  # fmt: skip
        else:
            said = ngettext("{count} character, spaces included", "{count} characters, spaces included", length)
        self._count.setText(said.format(count=_number(length), limit=_number(limit)))
        self._left.setVisible(bool(limit))
        if length > limit:
            over = ngettext("{count} too many", "{count} too many", length - limit)
            self._left.show_words("late", "late", over.format(count=_number(length - limit)))
        else:
            left = ngettext("{count} is left", "{count} are left", limit - length)
            self._left.show_words("", "ink2", left.format(count=_number(limit - length)))
        named = named_in(self._workspace.reader, words) if length <= _LONGEST else ()
        if length > _LONGEST:
            self._names.show_words(
                "late", "late", _("This text is too long to be looked through for names as you type.")
            )
        elif named:
            self._names.show_words(
                "late", "late", _("This text names {people}: did they agree?").format(people=", ".join(named))
            )
        else:
            self._names.show_words("done", "done", _("No person is named in this text."))
        contact = referent_contact(self._workspace.reader)
        self._contact.setVisible(bool(contact) and contact not in words)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words())
        self._workspace.said.emit(_("Copied: paste it where you write."), False)

    def _on_contact(self) -> None:
        """Name whom to contact, by choice: at the end of the text."""
        words = "\n\n".join(filter(None, (self.words().rstrip(), referent_contact(self._workspace.reader))))
        self._workspace.flush()
        self._workspace.attempt(self._write, self._key, words)


class _Meter(QWidget):
    """How much of the room is taken; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._part, self._over = 0.0, False

    def show_part(self, length: int, limit: int) -> None:
        """Show a length against its limit; nothing where there is none."""
        self.setVisible(bool(limit))
        self._part = min(1.0, length / limit) if limit else 0.0
        self._over = length > limit
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, 8)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, 8)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 8, theme().color("wash2"))
        painter.fillRect(0, 0, round(self.width() * self._part), 8, theme().color("late" if self._over else "accent"))
        painter.end()


def _number(value: int) -> str:
    return f"{value:,}".replace(",", "\u202f")

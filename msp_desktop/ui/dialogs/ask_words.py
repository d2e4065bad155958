"""Ask for a few words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLayout, QWidget

from msp_desktop.domain.typed import clean_text
from msp_desktop.formats.text import one_line
from msp_desktop.ui.dialogs.asking import Asking, Keep
from msp_desktop.ui.widgets.labels import hint
from msp_desktop.ui.widgets.layouts import field
from msp_desktop.ui.widgets.note_field import NoteField, text_of


class AskWords(Asking):
    """A heading, a field with the present words, what happens to them; long ones are seen whole."""

    def __init__(
        self,
        heading: str,
        label: str,
        why: str,
        verb: str,
        act: Callable[[str], object],
        parent: QWidget | None = None,
        *,
        words: str = "",
        keep: Keep | None = None,
    ) -> None:
        self._field = NoteField(label, least=2, most=8)
        self._field.show_words(words)
        self._field.selectAll()
        self._field.enter_leaves = True
        fields: list[QWidget | QLayout] = [field(label, self._field, hint(why) if why else None)]
        super().__init__(heading, fields, verb, lambda: act(self.words()), parent, keep=keep)
        self._field.entered.connect(self.accept)

    def words(self) -> str:
        """Return what is typed, on one line."""
        return one_line(clean_text(text_of(self._field))).strip()

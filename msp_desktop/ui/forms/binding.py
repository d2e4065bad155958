"""The tie between an editor and the attribute it shows: what is typed waits for its record, and no other."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Protocol, cast

from PySide6.QtWidgets import QWidget

from msp_desktop.ui.drafts import DraftKey, Drafts, NotUnderstood


class Editor(Protocol):
    """What a binding asks of a widget people type or choose in."""

    def bind(self, binding: Binding) -> None:
        """Tell this binding of each key (`typed`) and when to write at once (`settle`)."""

    def words(self) -> Any:
        """Return what stands there, as typed."""

    def value_of(self, words: Any) -> Any:
        """Return the value that words mean; NotUnderstood where they mean none."""

    def show_stored(self, value: Any, *, anew: bool = False) -> None:
        """Show a stored value; `anew` where it belongs to another record than before."""

    def show_words(self, words: Any) -> None:
        """Show again words that wait."""

    def show_wrong(self, sentence: str) -> None:
        """Mark what stands there as not understood; empty clears the mark."""


#: What stores a value: it is given the record's key, the attribute and the value.
Write = Callable[[Any, str, Any], object]


class Binding:
    """Show one attribute of one record at a time in an editor, and hold what is typed for it."""

    def __init__(self, drafts: Drafts, editor: Editor, attribute: str, label: str, write: Write) -> None:
        self.editor = editor
        self.attribute = attribute
        self._drafts, self._label, self._write = drafts, label, write
        self._key: DraftKey | None = None
        self._stored: Any = None
        self._shown = False
        editor.bind(self)
        drafts.marked.connect(self._on_marked)
        drafts.sought.connect(self._on_sought)
        drafts.given_up.connect(self._on_given_up)
        cast(QWidget, editor).destroyed.connect(self._release)

    def show(self, kind: Hashable, record: Hashable, value: Any) -> None:
        """Show what is stored of a record, or what waits to be."""
        key = DraftKey(kind, record, self.attribute)
        moved = key != self._key
        if moved:
            self.settle()
        self._key, self._stored, self._shown = key, value, True
        draft = self._drafts.find(key)
        if draft is None:
            if moved:
                self.editor.show_wrong("")
            self.editor.show_stored(value, anew=moved)
            self._take_back(key)
        elif moved:
            # First what is stored: a calendar opens on this record's day, and giving the words up shows it.
            self.editor.show_wrong("")
            self.editor.show_stored(value, anew=True)
            self.editor.show_words(draft.words)
            self.editor.show_wrong(draft.wrong)

    def typed(self) -> None:
        """Let what stands in the editor wait for its record."""
        key = self._key
        if key is not None:
            before = _as_before(self._stored)
            self._drafts.hold(
                key, self.editor.words(), lambda words: self._store(key, words), self._label, before=before
            )
            draft = self._drafts.find(key)
            if draft is not None and draft.wrong and self._is_stored(draft.words):
                self.settle()  # what is kept stands there again: nothing is wrong with it

    def settle(self) -> None:
        """Write at once what waits."""
        if self._key is not None:
            self._drafts.write(self._key)

    def waiting(self) -> bool:
        """Tell whether what stands in the editor is not stored yet."""
        return self._key is not None and self._drafts.find(self._key) is not None

    def forget(self) -> None:
        """Drop what waits."""
        if self._key is not None:
            self._drafts.drop(self._key)

    def put_back(self, words: Any) -> None:
        """Show and store again what stood there before; what was typed since is written first, so that undo finds it."""
        if self._key is None or self.editor.words() == words:
            return
        self.settle()
        self.forget()  # what means nothing, or what the disk refuses, is no step to come back to
        self.editor.show_wrong("")
        self.editor.show_words(words)
        key = self._key
        if not self._is_stored(words):
            self._drafts.put_back(key, words, lambda before: self._store(key, before), self._label)

    def _take_back(self, key: DraftKey) -> None:
        """Show again what a former run could not write of this record, and let it wait as if it were typed now."""
        words = self._drafts.take_back(key, _as_before(self._stored))
        if words is not None and words != self.editor.words():
            self.editor.show_words(words)
            self.typed()
            self._drafts.came_back.emit(self._label)

    def _release(self, _editor: object = None) -> None:
        """Listen no more: the editor is gone. What waits goes on waiting, with nothing to show it in."""
        self._key = None
        try:
            self._drafts.marked.disconnect(self._on_marked)
            self._drafts.sought.disconnect(self._on_sought)
            self._drafts.given_up.disconnect(self._on_given_up)
        except RuntimeError:
            return  # the dossier was closed first, and its drafts are gone too

    def _is_stored(self, words: Any) -> bool:
        try:
            return bool(self.editor.value_of(words) == self._stored)
        except NotUnderstood:
            return False

    def _store(self, key: DraftKey, words: Any) -> None:
        value = self.editor.value_of(words)
        here = key == self._key
        if here and value == self._stored:
            self.editor.show_stored(value)
            return
        self._shown = False
        self._write(key.id, key.attribute, value)
        if key == self._key and not self._shown and not self._drafts.refusing():
            # Nobody showed the record again: what was typed is what is stored.
            self._stored = value
            self.editor.show_stored(value)

    def _on_marked(self, key: DraftKey) -> None:
        if key == self._key:
            draft = self._drafts.find(key)
            self.editor.show_wrong(draft.wrong if draft else "")

    def _on_sought(self, key: DraftKey, found: list[QWidget]) -> None:
        if key == self._key:
            found.append(cast(QWidget, self.editor))

    def _on_given_up(self, key: DraftKey) -> None:
        if key == self._key:
            self.editor.show_wrong("")
            self.editor.show_stored(self._stored, anew=True)


def _as_before(value: Any) -> str:
    """Return a stored value as it is compared with that of another run."""
    return "" if value is None else str(value)

"""What is typed and not on the disk yet: each word waits for its own record, and is written soon."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from enum import Enum
from math import inf
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from msp_desktop.errors import UserError

if TYPE_CHECKING:
    from msp_desktop.ui.kept_words import KeptWords

#: Seconds after the last key, and after the first unsaved one at the latest, before what is typed is written.
PAUSE, LIMIT = 1.0, 2.0
#: Seconds before what the disk refused is tried again by itself.
RETRY = 5.0


#: What ends a sentence as it is typed.
_SENTENCE_ENDS = (". ", "! ", "? ", "… ", "\n")


class DraftKey(Struct, frozen=True):
    """Where words belong: one attribute of one record."""

    kind: Hashable
    id: Hashable
    attribute: str


class NotUnderstood(ValueError):  # noqa: N818 - it is a state of what is typed, no fault
    """Words that mean no value, with the sentence that says how to write them."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class State(Enum):
    """How far the words typed are from the disk."""

    SAVED = "saved"
    TYPING = "typing"
    NOT_UNDERSTOOD = "not understood"
    REFUSED = "refused"


class Draft(Struct):
    """Words that wait for their record; `due` and `limit` are monotonic times in seconds, `before` what is stored there."""

    words: Any
    write: Callable[[Any], object]
    label: str
    last: float
    due: float
    limit: float
    wrong: str = ""
    refused: str = ""
    told: str = ""
    begun: bool = False
    before: str = ""


class Drafts(QObject):
    """The one register of unsaved words, and the one clock that writes them.

    `changed` tells that `state()` is another, or that other fields cannot be written. `refused(sentence)` tells once why words could not be written, when one
    leaves them: they go on waiting. `noted(sentence)` tells it while somebody types on, whom no box should stop. `marked(key)` tells that the words for a key are not understood (or are again).
    """

    changed = Signal()
    refused = Signal(str)
    noted = Signal(str)
    marked = Signal(object)
    #: Asks who shows what waits for a key: each adds its widget to the list.
    sought = Signal(object, object)
    #: Tells that the words for a key were given up: what is stored is to be shown again.
    given_up = Signal(object)
    #: Tells that what is written next is a step of its own in the history.
    parted = Signal()
    #: Tells that what stood in a field before was put back (its label).
    put_back_in = Signal(str)
    #: Tells that words of a former run are shown again where they were (the field's label).
    came_back = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[DraftKey, Draft] = {}
        self._writing: list[Draft] = []
        self._closed = False
        #: Where what no clock writes is safe from the end of the program.
        self.kept: KeptWords | None = None
        #: Where True nothing can be written here: tables open no editor.
        self.locked = False
        self._told: tuple[State, list[str]] = (State.SAVED, [])
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    # --- for editors ---------------------------------------------------------------------------

    def hold(
        self,
        key: DraftKey,
        words: Any,
        write: Callable[[Any], object],
        label: str,
        *,
        begun: bool = False,
        before: str = "",
    ) -> None:
        """Let words wait for their record: `write(words)` is called soon, and may raise NotUnderstood or UserError.

        Words only `begun` are those of something new: no clock writes half of it, only a flush that ends it. `before` is
        what is stored there: words of a former run return to what they were typed over, and nowhere else.
        """
        if self._closed:
            return
        now = time.monotonic()
        draft = self._waiting.get(key)
        if begun:
            self._waiting[key] = Draft(words, write, label, now, inf, inf, begun=True)
        elif draft is None:
            self._waiting[key] = Draft(words, write, label, now, now + PAUSE, now + LIMIT, before=before)
        else:
            draft.words, draft.write, draft.last = words, write, now
            if draft.limit == inf:
                draft.limit = now + LIMIT
            draft.due = min(now + PAUSE, draft.limit)
            if isinstance(words, str) and words.endswith(_SENTENCE_ENDS):
                draft.due = now  # what is undone at once is a sentence
        self._tell()

    def find(self, key: DraftKey) -> Draft | None:
        """Return the words that wait for a key, None where none do."""
        return self._waiting.get(key)

    def write(self, key: DraftKey) -> bool:
        """Write at once what waits for a key; tell whether nothing waits there any more."""
        self._try(key, quiet=False)
        self._tell()
        self._say(key)
        return key not in self._waiting

    def drop(self, key: DraftKey) -> None:
        """Forget what waits for a key."""
        if self._waiting.pop(key, None) is not None:
            self._tell()

    def take_back(self, key: DraftKey, before: str | None = None) -> Any:
        """Return the words a former run left for a key, to be shown and held; None where there are none."""
        return self.kept.take_back(key, before) if self.kept is not None and not self.locked else None

    def put_back(self, key: DraftKey, words: Any, write: Callable[[Any], object], label: str) -> None:
        """Store what stood there before as a step of its own: undoing it brings back what was typed since."""
        self.parted.emit()
        self.hold(key, words, write, label)
        if self.write(key):
            self.parted.emit()
            self.put_back_in.emit(label)

    def give_up(self, key: DraftKey) -> None:
        """Forget what waits for a key and have what is stored shown in its place."""
        self.drop(key)
        self.given_up.emit(key)

    # --- for the window ------------------------------------------------------------------------

    def flush(self, *, said: bool = True, ending: bool = True) -> bool:
        """Write at once all that waits; tell whether nothing waits any more.

        Why something could not be written is told once, or by the caller where it is not `said`. Not `ending`, it leaves what is begun
        to whoever is typing it.
        """
        for key, draft in list(self._waiting.items()):
            if ending or not draft.begun:
                self._try(key, quiet=False)
        self._tell()
        if said:
            self._say(*self._waiting)
        else:
            for draft in self._waiting.values():
                draft.told = draft.refused  # the question that the caller asks takes the keyboard away: no box over it
        return not self._waiting

    def waiting(self) -> bool:
        """Tell whether anything typed is not on the disk yet."""
        return bool(self._waiting)

    def state(self) -> State:
        """Return how far the words typed are from the disk, the worst first."""
        drafts = self._waiting.values()
        if any(draft.refused for draft in drafts):
            return State.REFUSED
        if any(draft.wrong for draft in drafts):
            return State.NOT_UNDERSTOOD
        return State.TYPING if drafts else State.SAVED

    def labels(self) -> list[str]:
        """Return the names of the fields whose words wait, in the order they were typed."""
        return list(dict.fromkeys(draft.label for draft in self._waiting.values()))

    def stuck(self) -> dict[DraftKey, Draft]:
        """Return what waits because it is not understood, or because the disk refuses it, in the order it was typed."""
        return {key: draft for key, draft in self._waiting.items() if draft.wrong or draft.refused}

    def editors(self, key: DraftKey) -> list[QWidget]:
        """Return the widgets that show what waits for a key."""
        found: list[QWidget] = []
        self.sought.emit(key, found)
        return found

    def with_keyboard(self) -> DraftKey | None:
        """Return whose waiting words stand where the keyboard is, None where it is elsewhere."""
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        for key in self._waiting:
            if any(editor is focused or editor.isAncestorOf(focused) for editor in self.editors(key)):
                return key
        return None

    def close(self) -> None:
        """Forget what waits: the dossier is being closed. What could not be written is kept for its next opening."""
        self._closed = True
        if self.kept is not None:
            self.kept.finish()
            self.kept = None
        self._waiting.clear()
        self._tell()

    # --- for services run while words are written ------------------------------------------------

    def take(self, sentence: str, *, understood: bool = True) -> bool:
        """Take the sentence of a service that refuses the words being written; False where none are."""
        if not self._writing:
            return False
        draft = self._writing[-1]
        if understood:
            draft.refused = sentence
        else:
            draft.wrong = sentence
        return True

    def refusing(self) -> bool:
        """Tell whether the words being written were refused."""
        return bool(self._writing) and bool(self._writing[-1].refused or self._writing[-1].wrong)

    # --- inside ------------------------------------------------------------------------------------

    def _try(self, key: DraftKey, *, quiet: bool) -> None:
        """Write what waits for a key; it goes on waiting where it cannot be written."""
        draft = self._waiting.pop(key, None)
        if draft is None:
            return
        refused_before, wrong_before = draft.refused, draft.wrong
        draft.refused = draft.wrong = ""
        self._writing.append(draft)
        try:
            draft.write(draft.words)
        except NotUnderstood as error:
            draft.wrong = error.sentence
        except UserError as error:
            draft.refused = error.sentence
        finally:
            self._writing.pop()
        now = time.monotonic()
        if draft.wrong or draft.refused:
            self._waiting[key] = draft
        if draft.refused:
            draft.due = draft.limit = now + RETRY
        elif draft.wrong and quiet:
            # Half a date is no mistake while somebody goes on typing: it is looked at again when the keys stop.
            draft.wrong, draft.due, draft.limit = wrong_before, draft.last + PAUSE, inf
        elif draft.wrong:
            draft.due = draft.limit = inf
        if bool(draft.wrong) != bool(wrong_before):
            self.marked.emit(key)
        if draft.refused and draft.refused != refused_before:
            self.noted.emit(draft.refused)

    def _on_time(self) -> None:
        now = time.monotonic()
        due = [(key, draft) for key, draft in self._waiting.items() if draft.due <= now + 0.002]
        for key, draft in due:
            self._try(key, quiet=now < draft.last + PAUSE - 0.002)
        self._tell()

    def _tell(self) -> None:
        """Wait for what is due next, and tell that something may have changed."""
        due = min((draft.due for draft in self._waiting.values()), default=inf)
        if due == inf:
            self._timer.stop()
        else:
            self._timer.start(max(0, int((due - time.monotonic()) * 1000) + 1))
        if self.kept is not None:
            self.kept.follow(self._waiting.items())
        told = (self.state(), [draft.label for draft in self.stuck().values()])
        if told != self._told:
            self._told = told
            self.changed.emit()

    def _say(self, *keys: DraftKey) -> None:
        """Say why the words of these keys were refused, each sentence once."""
        sentences: list[str] = []
        for key in keys:
            draft = self._waiting.get(key)
            sentence = "" if draft is None else draft.refused
            if draft is not None and sentence != draft.told:
                draft.told = sentence
                sentences.append(sentence)
        for sentence in dict.fromkeys(filter(None, sentences)):
            self.refused.emit(sentence)

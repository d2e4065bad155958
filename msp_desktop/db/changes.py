"""Change sets: what one named action changed, row by row; and the history that undoes and redoes them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.db.held import Held

#: Typing on in one field within this many seconds stays one step of the history. Somebody who never stops for a second
#: is written at most every three: a second without keys, two after the next one.
MERGE_SECONDS = 3.2

#: Somebody who never stops is undone sentence by sentence: a step this old, in seconds, ends with the sentence that was
#: written last, and at the latest after LONGEST_STEP.
SENTENCE_SECONDS, LONGEST_STEP = 5.0, 60.0
_ENDS = (".", "!", "?", "…", ":", ";", "\n")

#: How much memory the steps of a history may hold, in bytes.
MOST_BYTES = 20_000_000


class RowChange(Struct, frozen=True):
    """A record before and after a change; `before` is None for an insertion, `after` for a deletion."""

    record: type[Any]
    id: int
    before: Any
    after: Any

    def inverted(self) -> RowChange:
        """Return the change that takes this one back."""
        return RowChange(self.record, self.id, self.after, self.before)

    def touched(self) -> frozenset[str]:
        """Return the names of the fields an update changed, of those an insertion filled; empty for a deletion."""
        if self.after is None:
            return frozenset()
        names = self.record.__struct_fields__
        if self.before is None:
            return frozenset(name for name in names if getattr(self.after, name))
        return frozenset(name for name in names if getattr(self.before, name) != getattr(self.after, name))


class ChangeSet(Struct, frozen=True):
    """The changes of one transaction, labelled in the user's words.

    `at` is a monotonic time in seconds, `begun` that of the first of those it was joined of.
    """

    label: str
    changes: tuple[RowChange, ...]
    at: float = 0.0
    merges: bool = False
    begun: float | None = None

    def records(self) -> frozenset[type[Any]]:
        """Return the kinds of records touched."""
        return frozenset(change.record for change in self.changes)

    def inverted(self) -> ChangeSet:
        """Return the change set that takes this one back."""
        return ChangeSet(self.label, tuple(change.inverted() for change in reversed(self.changes)), self.at)

    def merged_with(self, later: ChangeSet) -> ChangeSet | None:
        """Return one change set for both where `later` types on in what this one touched, else None.

        What a first key does besides (a row inserted, the day a finding was noted, a name that follows elsewhere) is
        part of the step: one undo takes it all back.
        """
        if not (self.merges and later.merges) or later.at - self.at > MERGE_SECONDS:
            return None
        begun = self.at if self.begun is None else self.begun
        if later.at - begun > (SENTENCE_SECONDS if self._ends_a_sentence() else LONGEST_STEP):
            return None
        ours = {(change.record, change.id): change for change in self.changes}
        theirs = {(change.record, change.id): change for change in later.changes}
        if len(ours) != len(self.changes):
            return None  # an id was given twice in this step
        for key, change in theirs.items():
            if key not in ours or change.before is None or change.after is None:
                return None
            if not change.touched() <= ours[key].touched():
                return None
        joined = (
            RowChange(change.record, change.id, change.before, theirs[key].after) if key in theirs else change
            for key, change in ours.items()
        )
        return ChangeSet(later.label, tuple(joined), later.at, merges=True, begun=begun)

    def _ends_a_sentence(self) -> bool:
        """Tell whether a text this step changed stands at the end of a sentence, or of a line."""
        texts = (
            getattr(change.after, name)
            for change in self.changes
            for name in change.touched()
            if isinstance(getattr(change.after, name), str)
        )
        return any(text.rstrip(" ").endswith(_ENDS) for text in texts if text)


class History:
    """The named steps taken since the dossier was opened, as many as MOST_BYTES hold; the last one always."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._done: deque[ChangeSet] = deque()
        self._undone: list[ChangeSet] = []
        self._parted = False
        self._held = Held()
        self._latest: dict[tuple[type[Any], int], Any] = {}
        #: The monotonic time of the oldest step kept, where older ones were let go; else None.
        self.cut: float | None = None

    @property
    def bytes(self) -> int:
        """Return about how much memory the steps hold."""
        return self._held.bytes

    def part(self) -> None:
        """Let the next step stand alone, even where it types on in what the last one touched."""
        self._parted = True

    def add(self, change: ChangeSet) -> None:
        """Remember a step; what was undone can no longer be redone, what is too old no longer undone."""
        while self._undone:
            self._let_go(self._undone.pop())
        change = self._sharing(change)
        merged = self._done[-1].merged_with(change) if self._done and not self._parted else None
        self._parted = False
        if merged is not None:
            self._let_go(self._done.pop())
        self._done.append(merged or change)
        self._held.take(_records(self._done[-1]))
        self._follow(change)
        while self._held.bytes > self._most and len(self._done) > 1:
            self._let_go(self._done.popleft())
            self.cut = self._done[0].at

    def undo_label(self) -> str | None:
        """Return the name of the step Ctrl+Z would take back, None where there is none."""
        return self._done[-1].label if self._done else None

    def redo_label(self) -> str | None:
        """Return the name of the step Ctrl+Y would do again, None where there is none."""
        return self._undone[-1].label if self._undone else None

    def to_undo(self) -> ChangeSet:
        """Return the change set that takes the last step back; IndexError where there is none."""
        return self._done[-1].inverted()

    def to_redo(self) -> ChangeSet:
        """Return the change set that does the last undone step again; IndexError where there is none."""
        return self._undone[-1]

    def undone(self) -> None:
        """Record that the last step was taken back."""
        self._undone.append(self._done.pop())
        self._follow(self._undone[-1].inverted())

    def redone(self) -> None:
        """Record that the last undone step was done again."""
        self._done.append(self._undone.pop())
        self._follow(self._done[-1])

    def forget_undo(self) -> None:
        """Drop a step that can no longer be taken back."""
        self._let_go(self._done.pop())

    def forget_redo(self) -> None:
        """Drop a step that can no longer be done again."""
        self._let_go(self._undone.pop())

    def clear(self) -> None:
        """Forget every step, after an import or a restoration."""
        for step in (*self._done, *self._undone):
            self._let_go(step)
        self._done.clear()
        self._undone.clear()
        self.cut = None

    def _sharing(self, change: ChangeSet) -> ChangeSet:
        """Return the step with the very records that the steps before it hold: what was read anew has texts of its own."""
        return replace(change, changes=tuple(self._sharing_row(row) for row in change.changes))

    def _sharing_row(self, row: RowChange) -> RowChange:
        latest = self._latest.get((row.record, row.id))
        if latest is None or latest != row.before:
            return row
        if row.after is None:
            return replace(row, before=latest)
        names = row.record.__struct_fields__
        same = {name: getattr(latest, name) for name in names if getattr(row.after, name) is getattr(row.before, name)}
        return replace(row, before=latest, after=replace(row.after, **same))

    def _follow(self, change: ChangeSet) -> None:
        for row in change.changes:
            self._latest[row.record, row.id] = row.after

    def _let_go(self, change: ChangeSet) -> None:
        self._held.let_go(_records(change))
        for row in change.changes:
            latest = self._latest.get((row.record, row.id))
            if latest is row.before or latest is row.after:
                self._latest.pop((row.record, row.id), None)


def _records(change: ChangeSet) -> Iterator[Any]:
    for row in change.changes:
        yield row.before
        yield row.after

"""Change sets: what one named action changed, row by row; and the history that undoes and redoes them."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

#: Typing on in one field within this many seconds stays one step of the history. Somebody who never stops for a second
#: is written at most every three: a second without keys, two after the next one.
MERGE_SECONDS = 3.2


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
    """The changes of one transaction, labelled in the user's words; `at` is a monotonic time in seconds."""

    label: str
    changes: tuple[RowChange, ...]
    at: float = 0.0
    merges: bool = False

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
        return ChangeSet(later.label, tuple(joined), later.at, merges=True)


class History:
    """The named steps taken since the dossier was opened."""

    def __init__(self) -> None:
        self._done: list[ChangeSet] = []
        self._undone: list[ChangeSet] = []
        self._parted = False

    def part(self) -> None:
        """Let the next step stand alone, even where it types on in what the last one touched."""
        self._parted = True

    def add(self, change: ChangeSet) -> None:
        """Remember a step; what was undone can no longer be redone."""
        self._undone.clear()
        merged = self._done[-1].merged_with(change) if self._done and not self._parted else None
        self._parted = False
        if merged is not None:
            self._done[-1] = merged
        else:
            self._done.append(change)

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

    def redone(self) -> None:
        """Record that the last undone step was done again."""
        self._done.append(self._undone.pop())

    def forget_undo(self) -> None:
        """Drop a step that can no longer be taken back."""
        self._done.pop()

    def forget_redo(self) -> None:
        """Drop a step that can no longer be done again."""
        self._undone.pop()

    def clear(self) -> None:
        """Forget every step, after an import or a restoration."""
        self._done.clear()
        self._undone.clear()

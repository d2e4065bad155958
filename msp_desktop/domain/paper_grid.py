"""The inventory's grid on paper: the same numbers, in the same order, where one writes and where one types it in."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class PaperQuestion(Struct, frozen=True):
    """A numbered question; `answer` is what is in the dossier."""

    number: int
    finding_id: int
    theme: str
    text: str
    answer: str


class PaperField(Struct, frozen=True):
    """One box of a line; `share` is how wide it is beside the others of its line.

    `choices` are pairs of a value and its words; where `numbered`, one writes their number in the box, elsewhere one
    may write other words than theirs. With `tick` each has a box to tick: none ticked, nobody has answered.
    """

    name: str
    title: str
    share: float
    choices: tuple[tuple[Any, str], ...] = ()
    numbered: bool = False
    tick: bool = False

    def legend(self) -> str:
        """Return what the numbers stand for, empty where there are none: « Force : 1 = signalé ; 2 = fréquent. »."""
        if not self.numbered:
            return ""
        words = "\u202f; ".join(
            f"{number}\u00a0=\u00a0{words}" for number, (_value, words) in enumerate(self.choices, 1)
        )
        return f"{self.title}\u00a0: {words}."


class PaperRow(Struct, frozen=True):
    """A line already in the dossier: its values by the names of its fields."""

    id: int
    values: dict[str, Any]


class PaperRegister(Struct, frozen=True):
    """A register: its letter, its fields, its lines so far, and how many empty ones the paper offers."""

    letter: str
    key: str
    title: str
    hint: str
    fields: tuple[PaperField, ...]
    rows: tuple[PaperRow, ...]
    empty_lines: int

    def label(self, index: int) -> str:
        """Return the number of a line, counted from 0: « B3 »."""
        return f"{self.letter}{index + 1}"

    def legends(self) -> tuple[str, ...]:
        """Return what the numbers to write stand for, and the hint."""
        return tuple(filter(None, (*(entry.legend() for entry in self.fields), self.hint)))


class PaperGrid(Struct, frozen=True):
    """The whole grid."""

    questions: tuple[PaperQuestion, ...]
    registers: tuple[PaperRegister, ...]

"""The inventory's grid on paper: the same numbers, in the same order, where one writes and where one types it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """Hold a question under its number; `answer` is what is in the dossier."""

    number: int
    finding_id: int
    theme: str
    text: str
    answer: str


@dataclass(frozen=True, slots=True)
class PaperField:
    """Hold one box of a line, `width` in millimetres.

    `choices` are pairs of a value and its words; where `numbered`, one writes their number in the box, elsewhere one
    may write other words than theirs. `tick` is a box to tick.
    """

    name: str
    title: str
    width: float
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


@dataclass(frozen=True, slots=True)
class PaperRow:
    """Hold a line already in the dossier, by its fields' names."""

    id: int
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PaperRegister:
    """Hold a register: its letter, its fields, the lines there are, and how many empty ones the paper offers."""

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


@dataclass(frozen=True, slots=True)
class PaperGrid:
    """Hold the whole grid."""

    questions: tuple[PaperQuestion, ...]
    registers: tuple[PaperRegister, ...]

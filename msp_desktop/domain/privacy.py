"""What is said to people of the data kept of them: pages of questions and answers, ready to be drawn."""

from __future__ import annotations

from msgspec import Struct


class Answer(Struct, frozen=True):
    """One question and what is answered; `blanks` are lines to fill in, `ticks` boxes to tick, both by hand."""

    question: str
    text: str = ""
    bullets: tuple[str, ...] = ()
    strong: str = ""
    blanks: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()


class PrivacySheet(Struct, frozen=True):
    """A page of questions and answers, the question in the margin."""

    title: str
    subtitle: str
    foot: str
    answers: tuple[Answer, ...]

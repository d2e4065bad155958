"""What a federation sends back: lines that the commune accepts one by one, nothing that writes by itself."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal

from msgspec import Meta

from msp_desktop.domain.carried.texts import Code, Insee, Moment, Text, Told, Uid, Words

Format = Literal["sante-100-jours/reponse"]
#: What the file is called inside a PDF, and beside it.
NAME = "reponse.json"
VERSION = 1
#: What tells a line of an answer from all others, for ever: accepted once, it is not offered again.
Key = Annotated[str, Meta(pattern=r"^[a-z0-9-]{1,36}$(?!\n)")]


class DateProposed(Told, frozen=True, kw_only=True, tag_field="kind", tag="date"):
    """A day proposed for a meeting, by its uid, or for a new one where there is none."""

    key: Key
    meeting: Words = ""
    title: Words = ""
    day: date
    starts_at: time | None = None
    place: Words = ""
    words: Words = ""


class Advice(Told, frozen=True, kw_only=True, tag_field="kind", tag="advice"):
    """Advice on an action of the kit, by its code, or on the whole."""

    key: Key
    action: Code | None = None
    words: Text


class AgendaNote(Told, frozen=True, kw_only=True, tag_field="kind", tag="agenda"):
    """A note on an item of a meeting's agenda, by the item's title and its position (from 1)."""

    key: Key
    meeting: Words
    position: Annotated[int, Meta(ge=1, le=100)]
    title: Words = ""
    words: Text


class StepProposed(Told, frozen=True, kw_only=True, tag_field="kind", tag="step"):
    """Something to do, with a day or without."""

    key: Key
    words: Words
    due_on: date | None = None


#: The fields of an entry that a line may correct, in the order they are read.
ENTRY_FIELDS = ("name", "phone", "email", "website", "address", "contact")


class EntryCorrected(Told, frozen=True, kw_only=True, tag_field="kind", tag="entry"):
    """An entry of the directory of federations, by its code, corrected: what is empty is left as it is."""

    key: Key
    federation: Code
    name: Words = ""
    phone: Words = ""
    email: Words = ""
    website: Words = ""
    address: Text = ""
    contact: Words = ""


class CallToAnswer(Told, frozen=True, kw_only=True, tag_field="kind", tag="call"):
    """A call for projects to answer: who funds, what, until when."""

    key: Key
    title: Words
    funder: Words = ""
    closes_on: date | None = None
    words: Text = ""


Line = DateProposed | Advice | AgendaNote | StepProposed | EntryCorrected | CallToAnswer


class Reply(Told, frozen=True, kw_only=True):
    """An answer; `answers` is the content (`content_id`) it was written for, `signed` who signs.

    ValueError where two lines have one key: one of them would never be offered.
    """

    format: Format
    version: Literal[1]
    made_at: Moment
    insee: Insee
    dossier: Uid
    answers: Uid
    signed: Words = ""
    lines: Annotated[tuple[Line, ...], Meta(max_length=100)]

    def __post_init__(self) -> None:
        if len({line.key for line in self.lines}) != len(self.lines):
            raise ValueError("two lines with one key")

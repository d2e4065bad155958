"""What was written and what was sent: the documents produced, and the messages prepared for the post."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References


class Way(StrEnum):
    """By which way a message leaves; « auto » takes the first one that works here."""

    AUTO = "auto"
    MAPI = "mapi"
    THUNDERBIRD = "thunderbird"
    OUTLOOK = "outlook"
    DRAFT = "draft"
    WEBMAIL = "webmail"


class ProducedDocument(Struct, frozen=True, kw_only=True):
    """One file the application wrote from this dossier.

    `key` names the document, `about` what it was made from in words, `path` where it lies. `meeting_uid` and
    `person_id` are 0 or empty where it is about no meeting or guest; they refer to nothing in the database, since
    a paper outlives what it speaks of. `sources` are the reads it was made of (JSON), `digest` their SHA-256;
    `file_digest` is the SHA-256 of the file as it was written.
    """

    id: int = 0
    key: str
    title: str
    about: str = ""
    path: str
    made_at: Annotated[datetime, Meta(tz=False)]
    meeting_uid: str = ""
    person_id: int = 0
    sources: Note = ""
    digest: str = ""
    file_digest: str = ""


class Sending(Struct, frozen=True, kw_only=True):
    """One message prepared at `sent_at`; `left_on` is the day somebody said it left, which is no proof.

    `named_people` where it named professionals.
    """

    id: int = 0
    document_id: Annotated[int | None, References("produced_document", on_delete="null")] = None
    title: str
    sent_at: Annotated[datetime, Meta(tz=False)]
    recipients: Note = ""
    subject: str = ""
    way: Way = Way.DRAFT
    named_people: bool = False
    left_on: date | None = None


class Message(Struct, frozen=True):
    """A message ready to leave: addresses, words, files. Addresses are plain (« nom@exemple.fr »)."""

    to: tuple[str, ...]
    subject: str
    body: str
    attachments: tuple[Path, ...] = ()
    bcc: tuple[str, ...] = ()


class MessageModel(Struct, frozen=True):
    """The words of a kind of message; words in braces are filled in for each one."""

    subject: str
    body: str

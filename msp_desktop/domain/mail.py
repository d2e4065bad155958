"""What was written and what was sent: the documents produced, and the messages prepared for the post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from msp_desktop.domain.markers import references


class Way(StrEnum):
    """By which way a message leaves; « auto » takes the first one that works here."""

    AUTO = "auto"
    MAPI = "mapi"
    THUNDERBIRD = "thunderbird"
    OUTLOOK = "outlook"
    DRAFT = "draft"
    WEBMAIL = "webmail"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProducedDocument:
    """Hold one file the application wrote from this dossier.

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
    made_at: datetime
    meeting_uid: str = ""
    person_id: int = 0
    sources: str = ""
    digest: str = ""
    file_digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """Hold one message prepared: declared, not proven. `named_people` tells that names of professionals left."""

    id: int = 0
    document_id: int | None = references("produced_document", on_delete="null", optional=True)
    title: str
    sent_at: datetime
    recipients: str = ""
    subject: str = ""
    way: Way = Way.DRAFT
    named_people: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """Hold a message ready to leave: addresses, words, files. Addresses are plain (« nom@exemple.fr »)."""

    to: tuple[str, ...]
    subject: str
    body: str
    attachments: tuple[Path, ...] = ()
    bcc: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageModel:
    """Hold the words of a kind of message, with words in braces that are filled in for each."""

    subject: str
    body: str

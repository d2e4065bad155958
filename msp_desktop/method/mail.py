"""The messages that go with the documents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from msp_desktop.method.reading import load, unique_codes

#: Who a message is for, as the file may say it.
ADDRESSEES = ("federation", "guests", "silent", "guest", "town_hall", "nobody")
#: The model of the papers no other model names.
GENERAL = "report"


@dataclass(frozen=True, slots=True)
class MailModel:
    """Hold the words of a kind of message, paragraph by paragraph, the papers it goes with, and for whom it is."""

    code: str
    papers: tuple[str, ...]
    to: str
    subject: str
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MailKit:
    """Hold every model."""

    models: tuple[MailModel, ...]

    def __post_init__(self) -> None:
        unique_codes(self.models, "mail.toml")
        for model in self.models:
            if model.to not in ADDRESSEES:
                raise ValueError(f"mail.toml: unknown addressee « {model.to} »")

    def model_for(self, paper: str) -> MailModel:
        """Return the model that goes with a paper."""
        for model in self.models:
            if paper in model.papers:
                return model
        return next(model for model in self.models if model.code == GENERAL)


@cache
def kit_mail() -> MailKit:
    """Return the messages of the method."""
    return load(MailKit, "mail")

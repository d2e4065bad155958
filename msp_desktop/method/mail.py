"""The messages that go with the documents."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, MethodError, load, unique_codes

#: Who a message is for, as the file may say it.
ADDRESSEES = ("federation", "guests", "silent", "guest", "town_hall", "nobody")
#: The model of the papers no other model names.
GENERAL = "report"


class MailModel(Content, frozen=True):
    """The words of a kind of message, paragraph by paragraph; the papers it goes with, and whom it is for."""

    code: str
    papers: tuple[str, ...]
    to: str
    subject: str
    body: tuple[str, ...]


class MailKit(Content, frozen=True):
    """Every model."""

    models: tuple[MailModel, ...]

    def model_for(self, paper: str) -> MailModel:
        """Return the model that goes with a paper."""
        for model in self.models:
            if paper in model.papers:
                return model
        return next(model for model in self.models if model.code == GENERAL)


@cache
def kit_mail() -> MailKit:
    """Load and check resources/method/mail.toml."""
    kit = load(MailKit, "mail")
    unique_codes(kit.models, "mail.toml")
    for model in kit.models:
        if model.to not in ADDRESSEES:
            raise MethodError(f"mail.toml: {model.code}: unknown addressee « {model.to} »")
    return kit

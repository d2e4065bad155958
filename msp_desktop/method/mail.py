"""The messages that go with the documents."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, MethodError, load, unique_codes

#: Who a message is for, as the file may say it.
ADDRESSEES = ("federation", "guests", "silent", "participants", "council", "guest", "town_hall", "nobody")
#: What may leave with a document: the agenda of the meeting, its date for a diary.
PIECES = ("agenda", "dates")
#: The model of the papers no other model names.
GENERAL = "report"


class MailModel(Content, frozen=True):
    """The words of a kind of message, paragraph by paragraph; the papers it goes with, and whom it is for.

    `main` names the document in a sentence, `encloses` what leaves with it where there is anything to say (PIECES).
    """

    code: str
    papers: tuple[str, ...]
    to: str
    subject: str
    body: tuple[str, ...]
    main: str = ""
    encloses: tuple[str, ...] = ()


class MailKit(Content, frozen=True):
    """Every model; `pieces` names in a sentence what may leave with a document."""

    pieces: dict[str, str]
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
        if not set(model.encloses) <= set(PIECES):
            raise MethodError(f"mail.toml: {model.code}: encloses what is none of {', '.join(PIECES)}")
    if set(kit.pieces) != set(PIECES):
        raise MethodError(f"mail.toml: pieces are {', '.join(PIECES)}")
    return kit

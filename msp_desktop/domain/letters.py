"""A letter of invitation in words, ready to be drawn."""

from __future__ import annotations

from msgspec import Struct


class InvitationText(Struct, frozen=True):
    """The words of one letter, filled in; `name` is what a bundle calls it.

    `answer_…` are the words of its slip, which it has only with an `answer_name`; `notice` tells of the data kept.
    """

    name: str
    addressee: tuple[str, ...]
    place_and_date: str
    subject: str
    enclosures: str
    greeting: str
    before: tuple[str, ...]
    when: str
    where: tuple[str, ...]
    after: tuple[str, ...]
    closing: str
    answer_name: str
    answer_to: str
    answer_by: str
    answer_where: str
    notice: str

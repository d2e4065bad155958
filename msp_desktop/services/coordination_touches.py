"""What a person or body has to do with the coordination of a CLS: the post, the diagnosis, what they told of needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msp_desktop.db.reader import Reader
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.coordination import CoordinationOption, CoordinatorPost
from msp_desktop.domain.diagnosis import Diagnosis, DiagnosisSource, DiagnosisStep, WatchNote
from msp_desktop.domain.directory import Touch, Touching
from msp_desktop.formats.french.case import uncapital
from msp_desktop.i18n import _

#: What the card is made from.
MADE_FROM = (CoordinationOption, CoordinatorPost, Diagnosis, DiagnosisStep, DiagnosisSource, WatchNote)


def coordination_touches(reader: Reader, person_id: int) -> Iterator[Touch]:
    """Yield what they employ, hold, sign, lead, see to, hand over or told, in the order of the pages."""
    links = reader.all(Assignment, order="id", person_id=person_id)
    post = (("post_holder_id", _("holds the coordination post")), ("post_contact_id", _("tells more of the coordination post")),
            ("post_signer_id", _("signs the coordination post")))  # fmt: skip
    for link in links:
        if link.coordination_option_id is not None:
            option = reader.one(CoordinationOption, link.coordination_option_id)
            words = _("would employ: {what}").format(what=uncapital(option.title))
            yield _touch(f"option {option.id}", words, "people", "post", option.id)
        for name, words in post:
            if getattr(link, name) is not None:
                yield _touch(name, words, "people", "post", None)
        if link.diagnosis_id is not None:
            yield _touch("diagnosis", _("leads the local diagnosis"), "inventory", "diagnosis", None)
        yield from _of_the_diagnosis(reader, link)


def _of_the_diagnosis(reader: Reader, link: Assignment) -> Iterator[Touch]:
    if link.diagnosis_step_id is not None:
        step = reader.one(DiagnosisStep, link.diagnosis_step_id)
        words = (_("done: {what}") if step.done_on else _("to do: {what}")).format(what=uncapital(step.title))
        yield _touch(f"diagnosis step {step.id}", words, "check", "diagnosis", (DiagnosisStep.__name__, step.id))
    if link.diagnosis_source_id is not None:
        source = reader.one(DiagnosisSource, link.diagnosis_source_id)
        words = _("has for the diagnosis: {what}").format(what=uncapital(source.title))
        yield _touch(f"source {source.id}", words, "document", "diagnosis", (DiagnosisSource.__name__, source.id))
    if link.watch_note_id is not None:
        note = reader.one(WatchNote, link.watch_note_id)
        words = _("told of a need: {what}").format(what=uncapital(note.title))
        yield _touch(f"watch {note.id}", words, "inventory", "diagnosis", (WatchNote.__name__, note.id))


def _touch(key: str, words: str, glyph: str, page: str, own: Any) -> Touch:
    return Touch(Touching.PROJECT, key, words, glyph, "project", (page, own))

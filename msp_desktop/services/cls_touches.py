"""What a person has a part in of the life of a CLS: where they sit, what they lead, which calls they answer."""

from __future__ import annotations

from collections.abc import Iterator

from msp_desktop.db.reader import Reader
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.calls import Call
from msp_desktop.domain.directory import Touch, Touching
from msp_desktop.domain.evaluation import EvaluationQuestion
from msp_desktop.domain.instances import Instance, InstanceMember
from msp_desktop.formats.french.case import uncapital
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _

#: What these touches are made from, beside people and what links them.
CLS_MADE_FROM = (Instance, InstanceMember, Call, EvaluationQuestion)


def cls_touches(reader: Reader, person_id: int) -> Iterator[Touch]:
    """Yield the instances a person sits in or leads, the calls they answer, the questions they see to."""
    for member in reader.all(InstanceMember, order="instance_id", person_id=person_id):
        instance = reader.one(Instance, member.instance_id)
        words = _("sits in: {name}").format(name=one_line(instance.name))
        if member.capacity:
            words = f"{words} ({one_line(member.capacity)})"
        yield _touch(f"member {member.id}", words, "people", "instances", instance.id)
    for link in reader.all(Assignment, order="id", person_id=person_id):
        if link.instance_id is not None:
            words = _("leads: {name}").format(name=one_line(reader.one(Instance, link.instance_id).name))
            yield _touch(f"instance {link.id}", words, "star", "instances", link.instance_id)
        elif link.call_id is not None:
            words = _("answers a call: {subject}").format(subject=one_line(reader.one(Call, link.call_id).subject))
            yield _touch(f"call {link.id}", words, "clock", "calls", link.call_id)
        elif link.evaluation_question_id is not None:
            row = reader.one(EvaluationQuestion, link.evaluation_question_id)
            words = _("evaluates: {question}").format(question=uncapital(one_line(row.question)))
            yield _touch(f"question {link.id}", words, "search", "evaluation", row.id)


def _touch(key: str, words: str, icon: str, page: str, target: int) -> Touch:
    return Touch(Touching.PROJECT, key, words, icon, "project", (page, target))

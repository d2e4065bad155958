"""The conditions for success as a paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msp_desktop.db.reader import Reader
from msp_desktop.i18n import _
from msp_desktop.method.conditions import kit_conditions
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.conditions import ConditionsView, conditions, group_tally, review_tally
from msp_desktop.services.letterhead import letterhead

if TYPE_CHECKING:
    from msp_desktop.documents.conditions import Sheet


def _nothing_rated(reader: Reader, _context: Context) -> str | None:
    if conditions(reader).is_begun():
        return None
    return _("No line of the conditions is rated yet: rate those you know first.")


def _about_people(reader: Reader, _context: Context) -> tuple[str, ...]:
    if any(line.next_step.strip() and line.person for line in conditions(reader).lines()):
        return (_("This paper names who sees to the next steps: it is for those who work on the project."),)
    return ()


def _sheet(view: ConditionsView, today: date) -> Sheet:
    from msp_desktop.documents.conditions import Part, Point, Review, Sheet, Step

    before = view.before(today)
    parts = tuple(
        Part(
            group.kit,
            tuple(
                Point(line.line.title, line.rating, before.rating(line.id) if before else None, line.evidence.strip())
                for line in group.lines
            ),
        )
        for group in view.groups
    )
    past = [review for review in reversed(view.reviews) if review.held_on < today]
    reviews = [Review(review.held_on, review_tally(review, view.groups)) for review in past]
    steps = [Step(line.due_on, line.next_step.strip(), line.person) for line in view.lines() if line.next_step.strip()]
    steps.sort(key=lambda step: (step.due is None, step.due or date.min))
    return Sheet(parts, (*reviews, Review(today, group_tally(view.groups))), tuple(steps), kit_conditions())


def _make(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.conditions import write_conditions

    result = write_conditions(path, letterhead(reader), _sheet(conditions(reader), context.today), context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


CONDITIONS = Paper(
    "conditions", "Conditions de réussite", "conditions-de-reussite", tab="project", make=_make, missing=_nothing_rated,
    remarks=_about_people, names_people=True,
)  # fmt: skip

"""The conditions of a local health project, line by line: how the town rates each, what shows it, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.conditions import ConditionMark, ConditionRating, ConditionReview, Rating, Tally, tally
from msp_desktop.domain.schedule import phase_of_date
from msp_desktop.errors import UserError
from msp_desktop.formats.dates import short_date
from msp_desktop.i18n import _, language
from msp_desktop.method.conditions import Condition, ConditionLine, kit_conditions
from msp_desktop.services.who import as_shown, copy_who, who_in, write_change

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: What these pages are made from.
MADE_FROM: tuple[type[Any], ...] = (ConditionRating, ConditionReview, ConditionMark)


class LineView(Struct, frozen=True):
    """A line with the method's words and what the dossier keeps of it; a record's fields, its `code` for its id."""

    id: str
    line: ConditionLine
    rating: Rating
    rated_on: date | None
    evidence: str
    next_step: str
    due_on: date | None
    person: str
    action_id: int | None


class GroupView(Struct, frozen=True):
    """A condition, or the seven traits, with its lines."""

    kit: Condition
    lines: tuple[LineView, ...]

    def tally(self) -> Tally:
        """Return how many of its lines are met."""
        return tally([line.rating for line in self.lines])

    def is_met(self) -> bool:
        """Tell whether all its lines are met."""
        return self.tally().done == len(self.lines)


class ReviewView(Struct, frozen=True):
    """A dated review: what each line was rated then, by its code; a line nobody had rated is not there."""

    id: int
    held_on: date
    marks: dict[str, Rating]

    def rating(self, code: str) -> Rating:
        """Return what a line was rated then."""
        return self.marks.get(code, Rating.NONE)


class ConditionsView(Struct, frozen=True):
    """All lines as rated today, and the reviews kept, the latest first."""

    traits: GroupView
    conditions: tuple[GroupView, ...]
    reviews: tuple[ReviewView, ...]

    @property
    def groups(self) -> tuple[GroupView, ...]:
        """Return the traits, then the conditions."""
        return (self.traits, *self.conditions)

    def lines(self) -> tuple[LineView, ...]:
        """Return every line."""
        return tuple(line for group in self.groups for line in group.lines)

    def line(self, code: str) -> LineView | None:
        """Return a line by its code, None where the method has none."""
        return next((line for line in self.lines() if line.id == code), None)

    def group_of(self, code: str) -> GroupView | None:
        """Return the group of a line."""
        return next((group for group in self.groups if any(line.id == code for line in group.lines)), None)

    def is_begun(self) -> bool:
        """Tell whether anything is rated."""
        return any(line.rating is not Rating.NONE for line in self.lines())

    def before(self, today: date) -> ReviewView | None:
        """Return the last review of another day: what today is compared with."""
        return next((review for review in self.reviews if review.held_on < today), None)


# --- reading -------------------------------------------------------------------------------------


def conditions(reader: Reader) -> ConditionsView:
    """Return all lines and reviews; a line of which nothing is kept is not rated."""
    kept = {row.code: row for row in as_shown(reader, ConditionRating, reader.all(ConditionRating))}
    kit = kit_conditions()

    def group(condition: Condition) -> GroupView:
        return GroupView(condition, tuple(_view(line, kept.get(line.code)) for line in condition.lines))

    return ConditionsView(group(kit.traits), tuple(map(group, kit.conditions)), _reviews(reader))


def condition_words(row: ConditionRating) -> str:
    """Return what the line of a rating is called."""
    line = kit_conditions().line(row.code)
    return line.text if line is not None else row.code


def rating_words(rating: Rating) -> str:
    """Return « en partie »; « à voir » of a line that nobody has rated."""
    return kit_conditions().ratings.get(rating.value, "à voir")


def group_tally(groups: Sequence[GroupView]) -> Tally:
    """Return how many lines of several groups are met."""
    return tally([line.rating for group in groups for line in group.lines])


def review_tally(review: ReviewView, groups: Sequence[GroupView]) -> Tally:
    """Return how many lines of several groups were met at a review."""
    return tally([review.rating(line.id) for group in groups for line in group.lines])


def _view(line: ConditionLine, row: ConditionRating | None) -> LineView:
    row = row or ConditionRating(code=line.code)
    return LineView(
        line.code, line, row.rating, row.rated_on, row.evidence, row.next_step, row.due_on, row.person, row.action_id
    )


def _reviews(reader: Reader) -> tuple[ReviewView, ...]:
    marks: dict[int, dict[str, Rating]] = {}
    for mark in reader.all(ConditionMark):
        marks.setdefault(mark.review_id, {})[mark.code] = mark.rating
    rows = reader.all(ConditionReview, order="held_on DESC, id DESC")
    return tuple(ReviewView(row.id, row.held_on, marks.get(row.id, {})) for row in rows)


# --- writing -------------------------------------------------------------------------------------


def rate(store: Store, code: str, rating: Rating, today: date) -> None:
    """Say how far a line is met, from today on; rated the same, nothing is written."""
    line = _line(code)
    row = store.reader.find(ConditionRating, code=code)
    if (row.rating if row is not None else Rating.NONE) is rating:
        return
    label = _("Rated: « {line} », {rating}").format(line=line.text, rating=rating_words(rating))
    with store.write(label) as transaction:
        kept = _kept(transaction, code)
        rated_on = None if rating is Rating.NONE else today
        transaction.update(kept.id, Change(ConditionRating, rating=rating, rated_on=rated_on))


def update_line(store: Store, code: str, change: Change[ConditionRating]) -> None:
    """Change what shows a line, or its next step; `person` is what is typed."""
    line = _line(code)
    who = who_in(store.reader, change)
    with store.write(_("Condition: {line}").format(line=line.title), merges=True) as transaction:
        write_change(transaction, _kept(transaction, code).id, change, who)


def date_review(store: Store, today: date) -> ConditionReview:
    """Keep what all lines are rated today; a review of the same day gives way to it."""
    rated = [row for row in store.reader.all(ConditionRating) if row.rating is not Rating.NONE]
    if not rated:
        raise UserError(_("Rate a line first: an empty review says nothing."))
    with store.write(_("Review of {day}").format(day=short_date(today, language()))) as transaction:
        review = transaction.find(ConditionReview, held_on=today) or transaction.insert(ConditionReview(held_on=today))
        for mark in transaction.all(ConditionMark, review_id=review.id):
            transaction.delete(ConditionMark, mark.id)
        for row in rated:
            transaction.insert(ConditionMark(review_id=review.id, code=row.code, rating=row.rating))
        return review


def move_review(store: Store, review_id: int, change: Change[ConditionReview]) -> None:
    """Give a review the day on which it was held; two are never on one day."""
    day = change.values["held_on"]
    if day is None:
        raise UserError(_("Write the day of this review."))
    other = store.reader.find(ConditionReview, held_on=day)
    if other is not None and other.id != review_id:
        raise UserError(_("There is already a review of {day}.").format(day=short_date(day, language())))
    with store.write(_("Day of a review")) as transaction:
        transaction.update(review_id, change)


def delete_review(store: Store, review_id: int) -> None:
    """Take a review out, with what it kept."""
    day = store.reader.one(ConditionReview, review_id).held_on
    with store.write(_("Review of {day} taken out").format(day=short_date(day, language()))) as transaction:
        transaction.delete(ConditionReview, review_id)


def make_action(store: Store, code: str) -> Action:
    """Make an action of the town's own of a line's next step, with its day and who sees to it."""
    row = store.reader.find(ConditionRating, code=code)
    step = row.next_step.strip() if row is not None else ""
    if row is None or not step:
        raise UserError(_("Write the next step first: it becomes the title of the action."))
    if row.action_id is not None:
        return store.reader.one(Action, row.action_id)
    phase = phase_of_date(row.due_on, store.reader.one(Commune, 1).day_zero)
    with store.write(_("New action: {title}").format(title=step)) as transaction:
        action = transaction.insert(
            Action(
                phase=phase,
                position=transaction.next_position(Action, phase=phase),
                title=step,
                planned_start=row.due_on,
                planned_on=row.due_on,
            )
        )
        copy_who(transaction, ConditionRating, row.id, Action, action.id)
        transaction.update(row.id, Change(ConditionRating, action_id=action.id))
        return transaction.one(Action, action.id)


def _line(code: str) -> ConditionLine:
    line = kit_conditions().line(code)
    if line is None:
        raise UserError(_("No line of the conditions is called « {code} ».").format(code=code))
    return line


def _kept(transaction: Transaction, code: str) -> ConditionRating:
    return transaction.find(ConditionRating, code=code) or transaction.insert(ConditionRating(code=code))

"""Beside the conditions: the picture of all of them, then the line chosen, how to get there and who can help."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.actions import Action
from msp_desktop.domain.conditions import RATINGS, ConditionRating, ConditionReview, Rating
from msp_desktop.formats.quick import short_date
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _, language
from msp_desktop.method.conditions import kit_conditions
from msp_desktop.services import conditions as service
from msp_desktop.services.conditions import ConditionsView, GroupView, LineView, ReviewView, group_tally, rating_words
from msp_desktop.services.search_words import choice_words
from msp_desktop.ui.forms.field import Field, day, line, note, person
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.tabs.project.condition_squares import SquareRow, Squares, SquaresView
from msp_desktop.ui.tabs.project.condition_words import finding
from msp_desktop.ui.widgets.buttons import LinkButton, PlainButton
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import TITLE, Label, divider, hint
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.segments import Segments
from msp_desktop.ui.workspace import Workspace


class ConditionPanel(QWidget):
    """Show the picture and the line chosen; emit `request_rating(rating)` for its segments."""

    request_rating = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._line: LineView | None = None
        self._finding = Label("", factor=TITLE, bold=True, wrap=True)
        self._under = Label("", tone="soft", wrap=True)
        self._picture = SquaresView()
        self._title = Label("", bold=True, wrap=True)
        self._detail = Label("", tone="soft", wrap=True)
        self._ratings = Segments(_("Where we are"), [(rating, rating_words(rating)) for rating in RATINGS])
        self._form = Form(
            workspace,
            ConditionRating,
            service.update_line,
            [
                Field("evidence", _("What shows it"), note()),
                Field("next_step", _("Next step"), line()),
                (Field("person", _("Who"), person()), Field("due_on", _("For when"), day(), width=150)),
            ],
        )
        self._to_action = PlainButton(_("Make it an action"), "plus")
        self._action = LinkButton("", "calendar")
        self._leads = LinkButton("", "arrow")
        self._how = _Bullets(_("How"))
        self._resources = _Bullets(_("Who can help"))
        self._reviews: KeyedRows[ReviewView, _ReviewRow] = KeyedRows(
            lambda review: review.id,
            lambda _review: _ReviewRow(workspace),
            lambda widget, review: widget.show_review(review),
        )
        self._build()
        self._wire()

    def show_view(self, view: ConditionsView, groups: tuple[GroupView, ...], code: str | None, today: date) -> None:
        """Show the picture of some groups, and a line of them; None where none is chosen."""
        before = view.before(today)
        words = finding(group_tally(groups))
        self._finding.setText(words)
        self._under.setText(_under(before, today))
        self._picture.show_squares(_squares(groups, before, today), words, _said(groups, before))
        self._reviews.show_values(view.reviews)
        self._reviews_part.setVisible(bool(view.reviews))
        found = view.line(code) if code else None
        self._line = found
        self._card.setVisible(found is not None)
        if found is not None:
            self._show_line(found, view.group_of(found.id))

    def focus_first(self) -> None:
        """Put the keyboard in what shows the line."""
        self._form.focus_first()

    # --- making ------------------------------------------------------------------------------

    def _build(self) -> None:
        acts = Folding(row(self._to_action, self._action, -1), row(self._leads, -1), apart=False)
        self._card = holder(
            column(
                divider(), 2, self._title, self._detail, 2, self._ratings, hint(_keys_words()), 2, self._form, acts, 6,
                self._how, self._resources, spacing=6,
            )
        )  # fmt: skip
        self._reviews_part = holder(column(6, Label(_("Dated reviews"), bold=True), self._reviews, spacing=4))
        kit = kit_conditions()
        about = holder(
            column(
                6, Label(_("What these lines are for"), bold=True), hint(kit.introduction), hint(kit.reading), spacing=4
            )
        )
        page = column(
            self._finding, self._under, 4, self._picture, self._card, self._reviews_part, about, -1,
            margins=(24, 16, 16, 16), spacing=6,
        )  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(scrolled(holder(page, "scrolled"), _("The line chosen")))

    def _wire(self) -> None:
        self._ratings.chosen.connect(self.request_rating)
        self._to_action.clicked.connect(self._on_action)
        self._action.clicked.connect(self._on_see_action)
        self._leads.clicked.connect(self._on_leads)
        lock(self._workspace, self._ratings, self._to_action)

    # --- showing -----------------------------------------------------------------------------

    def _show_line(self, found: LineView, group: GroupView | None) -> None:
        self._title.setText(found.line.text)
        self._detail.setText(found.line.detail)
        self._ratings.show_value(found.rating if found.rating is not Rating.NONE else None)
        self._form.show_record(found)
        action = self._workspace.reader.find(Action, id=found.action_id) if found.action_id else None
        self._to_action.setVisible(action is None)
        self._action.setVisible(action is not None)
        if action is not None:
            self._action.setText(_("See the action ({state})").format(state=choice_words(action.state)))
        leads = found.line.leads
        self._leads.setVisible(leads is not None)
        if leads is not None:
            self._leads.setText(leads.label)
        kit = group.kit if group is not None else None
        self._how.show_lines(kit.how if kit else ())
        self._resources.show_lines(kit.resources if kit else ())

    # --- acting ------------------------------------------------------------------------------

    def _on_action(self) -> None:
        if self._line is not None:
            self._workspace.flush()
            self._workspace.attempt(service.make_action, self._line.id)

    def _on_see_action(self) -> None:
        if self._line is not None:
            self._workspace.request_tab.emit("timeline", self._line.action_id)

    def _on_leads(self) -> None:
        leads = self._line.line.leads if self._line is not None else None
        if leads is not None:
            self._workspace.request_tab.emit(leads.tab, leads.page or None)


class _Bullets(QWidget):
    """A heading and the method's lines under it; hidden where there are none."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._rows: KeyedRows[str, Label] = KeyedRows(
            lambda words: words,
            lambda _words: Label("", wrap=True),
            lambda label, words: label.setText(f"– {words}"),
            spacing=3,
        )
        self.setLayout(column(Label(heading, bold=True), self._rows, spacing=3))

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show these lines."""
        self._rows.show_values(lines)
        self.setVisible(bool(lines))


class _ReviewRow(QWidget):
    """A review: its day, which can be another, what it found, and a way to take it out."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._review = workspace, 0
        label = _("Day of the review")
        self._form = Form(
            workspace,
            ConditionReview,
            service.move_review,
            [Field("held_on", label, day(toward=Toward.BEHIND, needed=True), width=150, bare=True)],
        )
        self._words = Label("", tone="soft", wrap=True)
        remove = LinkButton(_("Take this review out"), "trash")
        remove.clicked.connect(lambda: workspace.attempt(service.delete_review, self._review))
        lock(workspace, remove)
        self.setLayout(column(self._words, Folding(row(self._form), row(remove, -1), apart=False), spacing=2))

    def show_review(self, review: ReviewView) -> None:
        """Show a review."""
        self._review = review.id
        self._form.show_record(review)
        marks = list(review.marks.values())
        parts = [f"{marks.count(rating)} {rating_words(rating)}" for rating in reversed(RATINGS)]
        self._words.setText(", ".join(parts))


def _keys_words() -> str:
    return _("In the list: 1 not yet, 2 partly, 3 met; Del takes the rating away.")


def _under(before: ReviewView | None, today: date) -> str:
    if before is None:
        return _("One square a line, today")
    return _("One square a line, today and on {day}").format(day=_short(before.held_on, today))


def _short(day_: date, today: date) -> str:
    words = short_date(day_, language())
    return words if day_.year == today.year else f"{words} {day_.year}"


def _sorted(ratings: list[Rating]) -> tuple[Rating, ...]:
    order = (*reversed(RATINGS), Rating.NONE)
    return tuple(sorted(ratings, key=order.index))


def _squares(groups: tuple[GroupView, ...], before: ReviewView | None, today: date) -> Squares:
    rows = tuple(
        SquareRow(
            group.kit.short,
            _sorted([found.rating for found in group.lines]),
            _sorted([before.rating(found.id) for found in group.lines]) if before is not None else (),
        )
        for group in groups
    )
    there = {rating for one in rows for rating in (*one.now, *one.before)}
    legend = tuple((rating, rating_words(rating)) for rating in (*reversed(RATINGS), Rating.NONE) if rating in there)
    return Squares(_short(today, today), _short(before.held_on, today) if before else "", rows, legend)


def _said(groups: tuple[GroupView, ...], before: ReviewView | None) -> list[str]:
    """Return each row in words."""

    def counts(ratings: list[Rating]) -> str:
        shown = [(ratings.count(rating), rating_words(rating)) for rating in (*reversed(RATINGS), Rating.NONE)]
        return ", ".join(f"{count} {words}" for count, words in shown if count)

    found = []
    for group in groups:
        words = f"{group.kit.title}\u00a0: {counts([one.rating for one in group.lines])}"
        if before is not None:
            words += f"\u202f; {_('before')}\u00a0: {counts([before.rating(one.id) for one in group.lines])}"
        found.append(words)
    return found

"""The words of an exchange on the screen: by what means, how far its next step is, when it was."""

from __future__ import annotations

from datetime import date

from msp_desktop.domain.exchanges import Channel
from msp_desktop.domain.follow_ups import FollowUp, Owed, Source, owed
from msp_desktop.domain.journal import Entry, StepState
from msp_desktop.formats.quick import near_date
from msp_desktop.i18n import _, language, ngettext

#: The icon and the colour token of what is owed.
MARKS = {
    Owed.LATE: ("late", "late"),
    Owed.TODAY: ("clock", "accent"),
    Owed.NEXT: ("todo", "ink2"),
    Owed.UNDATED: ("todo", "ink2"),
}


def channels() -> list[tuple[Channel, str]]:
    """Return the means of an exchange, in the order one chooses among them."""
    return [
        (Channel.PHONE, _("telephone")),
        (Channel.EMAIL, _("e-mail")),
        (Channel.MEETING, _("met")),
        (Channel.LETTER, _("letter")),
        (Channel.VISIT, _("visit")),
    ]


def day_words(day: date, today: date) -> str:
    """Return « aujourd’hui », else « lundi 27 avril », with the year where it is another."""
    return _("today") if day == today else near_date(day, today, language())


def what_words(one: FollowUp, today: date) -> str:
    """Return what is owed: the next step; of a call, what it is about and when it closes."""
    if one.source is not Source.CALL:
        return one.what or _("to follow up")
    if one.closes_on is None:
        return _("{subject} (call)").format(subject=one.what)
    words = _("{subject} (closed on {day})") if one.closes_on < today else _("{subject} (closes on {day})")
    return words.format(subject=one.what, day=near_date(one.closes_on, today, language()))


def due_words(one: FollowUp, today: date) -> str:
    """Return when something owed is due: « 8 jours de retard », « aujourd’hui », « mardi 5 mai », « sans date »."""
    if one.state is Owed.LATE:
        return ngettext("{count} day late", "{count} days late", one.days_late).format(count=one.days_late)
    return day_words(one.due, today) if one.due is not None else _("no date")


def step_words(entry: Entry, today: date) -> str:
    """Return how far an exchange's next step is: « brouillon », « mardi 5 mai », « fait le jeudi 23 avril », « – »."""
    if entry.exchange.draft:
        return _("draft")
    if entry.step is StepState.NONE:
        return "–"
    if entry.step is StepState.DONE and entry.done_on is not None:
        if entry.done_on == today:
            return _("done today")
        return _("done on {day}").format(day=near_date(entry.done_on, today, language()))
    due = entry.exchange.next_step_on
    return day_words(due, today) if due is not None else _("to do, no date")


def step_mark(entry: Entry, today: date) -> tuple[str, str]:
    """Return the icon and the colour token of an exchange's next step; empty where there is none."""
    if entry.exchange.draft:
        return "pencil", "accent"
    if entry.step is StepState.NONE:
        return "", "ink2"
    if entry.step is StepState.DONE:
        return "done", "done"
    return MARKS[owed(entry.exchange.next_step_on, today)[0]]


def whom_words(entry: Entry) -> str:
    """Return whom an exchange was with: « Mme Roux, Dr Petit », « Mme Roux et 8 autres »; the words typed where nobody is known."""
    names = [*entry.names, *filter(None, (part.strip() for part in entry.exchange.with_whom.split(",")))]
    if len(names) <= _NAMED:
        return ", ".join(names)
    others = len(names) - 1
    return ngettext("{name} and {count} other", "{name} and {count} others", others).format(name=names[0], count=others)


#: Names shown in one cell.
_NAMED = 2

"""The watch on calls for projects, candidates and interest: what closes, who answers, what is brought back to mind.

Nothing here needs SQLAlchemy to be read: the header counts what is due before it is loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import LARGE, Store
from msp_desktop.domain.calendar import working_day_before
from msp_desktop.domain.calls import AHEAD, Call, CallKind, CallState, by_closing, days_left, due_day
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.follow_ups import FollowUp, Source, by_due_day, owed, week_later
from msp_desktop.errors import UserError
from msp_desktop.formats.quick import day_date, near_date
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import N_, _, language, ngettext
from msp_desktop.method.funders import KitFunder
from msp_desktop.services.schemes import cls_is_carried
from msp_desktop.services.who import as_shown, who_in, write_change

#: What each kind is called, its letters spelled out, and how far an answer may be (to be translated).
KINDS = {
    CallKind.PROJECTS: N_("call for projects (AAP)"),
    CallKind.CANDIDATES: N_("call for candidates (AAC)"),
    CallKind.INTEREST: N_("call for expressions of interest (AMI)"),
    CallKind.GRANT: N_("grant or other funding"),
}
STATES = {
    CallState.WATCHED: N_("watched"),
    CallState.ANSWERING: N_("being answered"),
    CallState.SENT: N_("sent"),
    CallState.WON: N_("obtained"),
    CallState.LOST: N_("refused"),
    CallState.LEFT: N_("left aside"),
}

# --- reading -------------------------------------------------------------------------------------


def calls(reader: Reader) -> list[Call]:
    """Return the calls: those to answer by closing day, then the others, with the names of those who answer."""
    return by_closing(as_shown(reader, Call, reader.all(Call, order="id")))


def open_count(reader: Reader) -> int:
    """Return how many calls are still to be answered."""
    return sum(call.is_open for call in reader.all(Call))


def reminders(reader: Reader, today: date) -> list[FollowUp]:
    """Return what is to be brought back to mind of the calls that are still to be answered, by day.

    Nothing where the town neither carries nor joins a CLS any more: their page is not there.
    """
    if not cls_is_carried(reader):
        return []
    found = []
    for call in as_shown(reader, Call, reader.all(Call, order="id")):
        due = due_day(call)
        if due is None:
            continue
        state, late = owed(due, today)
        words = one_line(call.subject)
        found.append(
            FollowUp(
                call.id,
                due,
                due,
                words,
                one_line(call.funder),
                call.answered_by,
                state,
                late,
                Source.CALL,
                call.closes_on,
            )
        )
    return by_due_day(found)


# --- writing -------------------------------------------------------------------------------------


def add_call(store: Store, subject: str, funder: KitFunder | None = None) -> Call:
    """Add a call to watch; of a funder of the list, it comes with its name, its kind and where to look."""
    words = subject.strip()
    if not words:
        raise UserError(_("Write what the call is about first."))
    with store.write(_("Call: {subject}").format(subject=words)) as transaction:
        if funder is None:
            return transaction.insert(Call(subject=words))
        return transaction.insert(
            Call(subject=words, kind=funder.call, funder=funder.name, kit_code=funder.code, where=funder.where)
        )


def update_call(store: Store, call_id: int, change: Change[Call], today: date) -> None:
    """Change a call; `answered_by` is what is typed of who answers.

    A closing day brings a reminder with it, three weeks before, unless one is chosen; a call that is sent was so today
    unless its day is said.
    """
    values = dict(change.values)
    if "subject" in values and not values["subject"].strip():
        raise UserError(_("Write what the call is about first."))
    if any((values.get(name) or 0) < 0 for name in ("asked", "obtained")):
        raise UserError(_("An amount is not below 0."))
    before = store.reader.one(Call, call_id)
    if "closes_on" in values and "reminded_on" not in values:
        values["reminded_on"] = reminder_for(store.reader, values["closes_on"], today)
    if values.get("state") is CallState.SENT and "sent_on" not in values:
        values["sent_on"] = before.sent_on or today
    change = Change(Call, **values)
    who = who_in(store.reader, change)
    with store.write(_("Calls"), merges="state" not in values) as transaction:
        write_change(transaction, call_id, change, who)


def reminder_for(reader: Reader, closes_on: date | None, today: date) -> date | None:
    """Return the worked day three weeks before a closing day, today where that has passed; None once it is closed."""
    if closes_on is None or closes_on <= today:
        return None
    department = reader.one(Commune, 1).department_code
    return max(today, working_day_before(closes_on - timedelta(AHEAD), department))


def delete_calls(store: Store, ids: Sequence[int]) -> None:
    """Take calls off the watch."""
    with store.write(_("Call taken out"), large=len(ids) >= LARGE) as transaction:
        for call_id in ids:
            transaction.delete(Call, call_id)


def seen(store: Store, call_id: int, today: date) -> None:
    """Say that a call was brought to mind: it comes back on its closing day; once that has come, it is left aside."""
    before = store.reader.one(Call, call_id)
    ahead = before.closes_on is not None and before.closes_on > today and before.reminded_on is not None
    change = Change(Call, reminded_on=None) if ahead else Change(Call, state=CallState.LEFT, reminded_on=None)
    words = _("Done: {title}") if ahead else _("Left aside: {title}")
    with store.write(words.format(title=one_line(before.subject))) as transaction:
        transaction.update(call_id, change)


def put_off(store: Store, call_id: int, today: date) -> date:
    """Put the reminder of a call off by a week, to a worked day, the day before it closes at the latest; return that day.

    UserError where no day is left before it closes.
    """
    before = store.reader.one(Call, call_id)
    department = store.reader.one(Commune, 1).department_code
    due = due_day(before)
    later = week_later(due, today, department)
    if before.closes_on is not None and later >= before.closes_on:
        later = working_day_before(before.closes_on - timedelta(1), department)
        if later <= max(today, due or today):
            day = day_date(before.closes_on, language())
            raise UserError(_("This call closes on {day}: say whether it is answered or left.").format(day=day))
    words = _("Put off to {day}: {title}").format(
        day=near_date(later, today, language()), title=one_line(before.subject)
    )
    with store.write(words) as transaction:
        transaction.update(call_id, Change(Call, reminded_on=later))
    return later


# --- words ---------------------------------------------------------------------------------------


def kind_words() -> list[tuple[CallKind, str]]:
    """Return the kinds of calls, each with its letters spelled out."""
    return [(kind, _(words)) for kind, words in KINDS.items()]


def state_words() -> list[tuple[CallState, str]]:
    """Return how far an answer may be."""
    return [(state, _(words)) for state, words in STATES.items()]


def closing_words(call: Call, today: date) -> str:
    """Return « dans 12 jours », « aujourd'hui », « close depuis 3 jours »; nothing once it is answered or left."""
    left = days_left(call, today) if call.is_open else None
    if left is None:
        return ""
    if left == 0:
        return _("today")
    if left > 0:
        return ngettext("in {count} day", "in {count} days", left).format(count=left)
    return ngettext("closed for {count} day", "closed for {count} days", -left).format(count=-left)

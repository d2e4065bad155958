"""The journal of exchanges, from its first key to what is owed after it.

Nothing here needs SQLAlchemy to be read: the header counts what is due before it is loaded.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import LARGE, Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment, Who, who_words
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.follow_ups import FollowUp, Owed, by_due_day, owed, week_later
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.journal import Asked, Begin, Entry, Sheet, StepState, says_something
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Category, Person, display_name
from msp_desktop.domain.scope import Scope
from msp_desktop.errors import UserError
from msp_desktop.formats.quick import near_date
from msp_desktop.formats.text import fold, one_line
from msp_desktop.formats.typed import LATEST
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.services.federations import federation_named, own_federation
from msp_desktop.services.journal_book import entries_of, links_of, people_of, whole_book
from msp_desktop.services.who import known_labels, label_of, who_in, who_is, write_change, write_who

#: The kit's action whose exchanges are with the federation, even where nobody of it is named.
FEDERATION_ACTION = "contact-federation"
#: What tells who an exchange was with.
_PEOPLE = (Assignment, Person, HealthProfessional)


# --- reading -------------------------------------------------------------------------------------


def entries(reader: Reader) -> list[Entry]:
    """Return the whole journal, the latest first, drafts included."""
    return list(reader.renewed("journal", (Exchange, *_PEOPLE), lambda before: whole_book(reader, before)).entries)


def entry(reader: Reader, exchange_id: int) -> Entry:
    """Return one exchange; RecordGoneError where there is none."""
    return entries_of(reader, [reader.one(Exchange, exchange_id)])[0]


def entries_about(reader: Reader, *, action_id: int) -> list[Entry]:
    """Return the exchanges about an action, the latest first."""
    return entries_of(reader, reader.all(Exchange, action_id=action_id))


def found(reader: Reader, asked: Asked) -> list[Entry]:
    """Return the entries that hold every word asked, of the period and the person, accents and case ignored."""
    words = _plain(asked.text).split()
    if asked == Asked():
        return entries(reader)
    return [
        one
        for one in entries(reader)
        if (asked.since is None or one.exchange.held_on >= asked.since)
        and (asked.until is None or one.exchange.held_on <= asked.until)
        and (asked.person_id is None or asked.person_id in one.person_ids)
        and (not words or _holds(one, words))
    ]


def first_day(reader: Reader) -> date:
    """Return the day the journal begins: day 0, or that of an earlier exchange."""
    days = [row.held_on for row in reader.all(Exchange, draft=False)]
    return min((reader.one(Commune, 1).day_zero, *days))


def people_of_the_journal(reader: Reader) -> list[tuple[int, str]]:
    """Return those of the directory with whom an exchange is noted, by name."""

    def people() -> list[tuple[int, str]]:
        labels = known_labels(reader)
        there = {key for keys in links_of(reader, "exchange_id").values() for key in keys}
        return sorted(((key, labels.get(key, "")) for key in there), key=lambda pair: fold(pair[1]))

    return reader.kept("people of the journal", _PEOPLE, people)


def sheet(reader: Reader, scope: Scope, today: date) -> Sheet:
    """Return the journal of a period and a person, without what is being typed still."""
    since, until = scope.since or first_day(reader), scope.until or today
    person = reader.find(Person, id=scope.person_id) if scope.person_id is not None else None
    told = [
        one
        for one in entries_of(reader, reader.all(Exchange, draft=False))
        if since <= one.exchange.held_on <= until and (scope.person_id is None or scope.person_id in one.person_ids)
    ]
    return Sheet(tuple(told), since, until, display_name(person) if person is not None else "")


def follow_ups(reader: Reader, today: date) -> list[FollowUp]:
    """Return what is owed after exchanges, the most late first, then what comes, then what has no day.

    What a draft says is owed once the draft is finished.
    """
    question = ("follow-ups", today)
    return list(reader.renewed(question, (Exchange, *_PEOPLE), lambda before: _owing(reader, today, before)).listed)


def follow_ups_due(reader: Reader, today: date) -> list[FollowUp]:
    """Return what is owed today or late."""
    return [one for one in follow_ups(reader, today) if one.state in (Owed.LATE, Owed.TODAY)]


def drafts(reader: Reader) -> list[Exchange]:
    """Return the exchanges begun and not finished, the latest first."""
    return reader.all(Exchange, order="held_on DESC, id DESC", draft=True)


def answerable(reader: Reader, exchange: Exchange, today: date) -> FollowUp | None:
    """Return the follow-up that an exchange may answer: of the same people, the most late; the one it answers already.

    Of one that is not in the journal yet, `with_whom` is what is typed.
    """
    if exchange.answers_id is not None and reader.find(Exchange, id=exchange.answers_id) is not None:
        before = entry(reader, exchange.answers_id)
        return _follow_up(before, today)
    who = who_is(reader, exchange.with_whom)
    people = {*people_of(reader, exchange.id), *who.person_ids}
    words = {fold(word) for word in who.text.split(",") if word.strip()}
    if not people and not words:
        return None
    by_id = {one.id: one for one in entries(reader)}
    for one in follow_ups(reader, today):
        asked = by_id[one.id]
        if one.id == exchange.id or one.held_on > exchange.held_on:
            continue
        typed = {fold(word) for word in asked.exchange.with_whom.split(",") if word.strip()}
        if not people.isdisjoint(asked.person_ids) or words & typed:
            return one
    return None


def blank(reader: Reader, begin: Begin, today: date) -> Exchange:
    """Return what an exchange to be noted begins with: today, and whom or what was in view."""
    people = [key for key in begin.person_ids if reader.find(Person, id=key) is not None]
    action = reader.find(Action, id=begin.action_id) if begin.action_id is not None else None
    meeting = reader.find(Meeting, id=begin.meeting_id) if begin.meeting_id is not None else None
    made = Exchange(
        held_on=today,
        with_whom=", ".join(label_of(reader, key) for key in people),
        action_id=action.id if action is not None else None,
    )
    if action is not None and action.kit_code == FEDERATION_ACTION:
        made = replace(made, category=Category.FEDERATION)
    if begin.federation:
        named = federation_named(reader, begin.federation).name
        made = replace(made, with_whom=named, category=Category.FEDERATION)
    if meeting is not None:
        made = replace(made, subject=one_line(meeting.title))
    return made


# --- writing -------------------------------------------------------------------------------------


def begin_exchange(store: Store, exchange: Exchange) -> Exchange:
    """Put an exchange in the journal as a draft, from the first words of it; `with_whom` and `next_step_by` as typed."""
    label = _("Draft kept: « {title} »").format(title=_title(exchange))
    return _add(store, replace(exchange, draft=True), label, merges=True)


def note_exchange(store: Store, exchange: Exchange) -> Exchange:
    """Note an exchange in full at once; UserError where it says nothing."""
    if not says_something(exchange):
        raise UserError(_("Write with whom, or what it was about, first."))
    return _add(store, exchange, _("Exchange noted: {title}").format(title=_title(exchange)), merges=False)


def update_exchange(store: Store, exchange_id: int, change: Change[Exchange]) -> Exchange:
    """Change what the journal says of an exchange; `with_whom` and `next_step_by` are what is typed."""
    who = who_in(store.reader, change)
    if "with_whom" in who:
        category = _category(store.reader, who["with_whom"])
        if category is not None:
            change = Change(Exchange, **change.values, category=category)
    shown = change.applied_to(store.reader.one(Exchange, exchange_id))
    label = _("Draft kept: « {title} »") if shown.draft else _("Exchange changed: {title}")
    with store.write(label.format(title=_title(shown)), merges=True) as transaction:
        return write_change(transaction, exchange_id, change, who)


def finish(store: Store, exchange_id: int) -> Exchange:
    """Say that an exchange is noted in full: it is no draft any more, and what it answers is done."""
    before = store.reader.one(Exchange, exchange_id)
    if not says_something(entry_words(store.reader, exchange_id)):
        raise UserError(_("Write with whom, or what it was about, first."))
    with store.write(_("Exchange noted: {title}").format(title=_title(before))) as transaction:
        return transaction.update(exchange_id, Change(Exchange, draft=False))


def entry_words(reader: Reader, exchange_id: int) -> Exchange:
    """Return an exchange as its form shows it: the names of the directory before what is typed of the others."""
    one = entry(reader, exchange_id)
    whom = who_words(one.names, one.exchange.with_whom)
    return replace(one.exchange, with_whom=whom, next_step_by=one.by)


def throw_away(store: Store, *exchange_ids: int) -> None:
    """Take exchanges out of the journal, all at once."""
    kept = [store.reader.one(Exchange, key) for key in exchange_ids]
    label = ngettext("Exchange thrown away: {title}", "{count} exchanges thrown away", len(kept))
    words = label.format(title=_title(kept[0]) if kept else "", count=len(kept))
    with store.write(words, large=len(kept) >= LARGE) as transaction:
        for exchange in kept:
            transaction.delete(Exchange, exchange.id)


def answer(store: Store, exchange_id: int, follow_up_id: int | None) -> None:
    """Say which exchange's next step this one is, or that it is none's: done as soon as this one is no draft."""
    if follow_up_id == exchange_id:
        raise UserError(_("An exchange does not answer itself."))
    with store.write(_("Answers a follow-up")) as transaction:
        transaction.update(exchange_id, Change(Exchange, answers_id=follow_up_id))


def mark_done(store: Store, exchange_id: int, today: date) -> None:
    """Say that what was owed after an exchange is done today."""
    what = _what(store.reader.one(Exchange, exchange_id))
    with store.write(_("Done: {title}").format(title=what or _("to follow up"))) as transaction:
        transaction.update(exchange_id, Change(Exchange, next_step_done_on=today))


def put_off(store: Store, exchange_id: int, today: date) -> date:
    """Put off what is owed by a week, to a working day of the commune, and return that day.

    From today where its day has passed. UserError where no date goes so far.
    """
    before = store.reader.one(Exchange, exchange_id)
    department = store.reader.one(Commune, 1).department_code
    later = week_later(before.next_step_on, today, department)
    if later > LATEST:
        raise UserError(_("No date goes further: choose another day in the exchange."))
    words = _("Put off to {day}: {title}").format(
        day=near_date(later, today, language()), title=_what(before) or _("to follow up")
    )
    with store.write(words) as transaction:
        transaction.update(exchange_id, Change(Exchange, next_step_on=later))
    return later


# --- inside --------------------------------------------------------------------------------------


def _add(store: Store, exchange: Exchange, label: str, *, merges: bool) -> Exchange:
    reader = store.reader
    whom, by = who_is(reader, exchange.with_whom), who_is(reader, exchange.next_step_by)
    category = _category(reader, whom) or exchange.category
    with store.write(label, merges=merges) as transaction:
        added = transaction.insert(replace(exchange, category=category))
        write_who(transaction, Exchange, added.id, whom)
        write_who(transaction, Exchange, added.id, by, "next_step_by")
        return transaction.one(Exchange, added.id)


class _Owing(Struct, frozen=True):
    """What is owed, by the entry it is owed after."""

    of: dict[int, tuple[Entry, FollowUp]]
    listed: list[FollowUp]


def _owing(reader: Reader, today: date, before: _Owing | None) -> _Owing:
    """Return what is owed, that of an entry that has not changed being the same object as before."""
    known = before.of if before is not None else {}
    found: dict[int, tuple[Entry, FollowUp]] = {}
    for one in entries(reader):
        if one.step is StepState.OWED and not one.exchange.draft:
            old = known.get(one.exchange.id)
            found[one.exchange.id] = old if old is not None and old[0] is one else (one, _follow_up(one, today))
    return _Owing(found, by_due_day([follow_up for _entry, follow_up in found.values()]))


def _follow_up(one: Entry, today: date) -> FollowUp:
    row = one.exchange
    state, late = owed(row.next_step_on, today)
    return FollowUp(
        id=row.id,
        held_on=row.held_on,
        due=row.next_step_on,
        what=_what(row),
        whom=who_words(one.names, row.with_whom),
        by=one.by,
        state=state,
        days_late=late,
    )


def _what(exchange: Exchange) -> str:
    """Return what is owed in words, the exchange's subject where there are none; empty where it has none either."""
    return one_line(exchange.next_step).strip() or one_line(exchange.subject).strip()


def _title(exchange: Exchange) -> str:
    """Return what an exchange is called in a step: its subject, whom it was with, what was said."""
    texts = (exchange.subject, exchange.with_whom, exchange.said, exchange.next_step)
    words = next((one_line(text).strip() for text in texts if text.strip()), "") or _("no subject yet")
    return words if len(words) <= _TITLE else f"{words[: _TITLE - 1]}…"


#: Letters of a subject in the name of a step.
_TITLE = 80


def _holds(one: Entry, words: list[str]) -> bool:
    row = one.exchange
    text = _plain(" ".join((*one.names, row.with_whom, row.subject, row.said, row.next_step, one.by)))
    return all(word in text for word in words)


def _plain(text: str) -> str:
    """Return a text as it is looked for: « lhay » finds « L’Haÿ »."""
    return fold(text.replace("’", "").replace("'", ""))


def _names_federation(reader: Reader, words: str) -> bool:
    """Tell whether words mean the town's federation: « la fédération », « Mme Roux, FEMAGE », « FemasAURA »."""
    federation, said = own_federation(reader), fold(words)
    names = {name.strip() for name in (federation.name, federation.full_name, federation.deduced)}
    # What people say of « FMPS Centre-Val de Loire » is its first word, where that is an acronym.
    first = {name.replace("&", " ").split()[0] for name in names if name}
    names |= {word for word in first if sum(letter.isupper() for letter in word) > 1}
    return "federation" in said or any(name and f" {fold(name)} " in f" {said} " for name in names)


def _category(reader: Reader, who: Who) -> Category | None:
    """Return what those meant by a line are for the town: the federation where one is of it; None where it tells nothing."""
    people = [reader.one(Person, key) for key in who.person_ids]
    bodies = [reader.one(Person, person.body_id) for person in people if person.body_id is not None]
    known = [person.category for person in (*people, *bodies)]
    if Category.FEDERATION in known or _names_federation(reader, who.text):
        return Category.FEDERATION
    return known[0] if len(people) == 1 else None

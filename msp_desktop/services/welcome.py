"""How newcomers are received: what is ready for them, by kind, and the checklist."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Person
from msp_desktop.domain.welcome import Moment, WelcomeEntry, WelcomeKind, WelcomeStep
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.method.welcome import KitWelcomeStep, kit_welcome
from msp_desktop.services.bodies import as_reached
from msp_desktop.services.who import as_shown, label_of, who_in, write_change

_KINDS = list(WelcomeKind)
_MOMENTS = list(Moment)


class ToCall(Struct, frozen=True):
    """Whom to call about an entry: their name, their telephone and their e-mail as they are reached."""

    name: str
    phone: str = ""
    email: str = ""


class PrintedEntry(Struct, frozen=True):
    """An entry as it stands on the page given to who comes."""

    entry: WelcomeEntry
    people: tuple[ToCall, ...]


# --- reading -------------------------------------------------------------------------------------


def entries(reader: Reader) -> list[WelcomeEntry]:
    """Return what is ready and who comes, by kind, with the names of those concerned."""
    rows = as_shown(reader, WelcomeEntry, reader.all(WelcomeEntry, order="position, id"))
    return sorted(
        rows, key=lambda row: (_KINDS.index(row.kind), row.from_on or date.min if _arrives(row) else date.min)
    )


def steps(reader: Reader) -> list[WelcomeStep]:
    """Return the checklist in its order: before, the first day, afterwards; with the names of those who see to it."""
    rows = as_shown(reader, WelcomeStep, reader.all(WelcomeStep, order="position, id"))
    return sorted(rows, key=lambda row: _MOMENTS.index(row.moment))


def entry_words(entry: WelcomeEntry) -> str:
    """Return what an entry is called: its title, else its kind."""
    return entry.title or kit_welcome().kind(entry.kind).title


def step_words(step: WelcomeStep) -> str:
    """Return the words of a line of the checklist: the town's, else the method's."""
    kit = kit_welcome().step(step.kit_code)
    return step.title or (kit.title if kit else "")


def steps_to_propose(reader: Reader) -> tuple[KitWelcomeStep, ...]:
    """Return the lines proposed that the checklist has not."""
    present = {row.kit_code for row in reader.all(WelcomeStep)}
    return tuple(step for step in kit_welcome().steps if step.code not in present)


def is_late(step: WelcomeStep, today: date) -> bool:
    """Tell whether a line should have been done."""
    return step.done_on is None and step.due_on is not None and step.due_on < today


def printed(reader: Reader) -> tuple[PrintedEntry, ...]:
    """Return what stands on the page given to who comes."""
    rows = [row for row in entries(reader) if row.on_page and kit_welcome().kind(row.kind).printed]
    return tuple(PrintedEntry(row, _to_call(reader, row)) for row in rows)


def shown_entries(reader: Reader, kind: WelcomeKind) -> tuple[PrintedEntry, ...]:
    """Return the entries of one kind, with whom to call."""
    return tuple(PrintedEntry(row, _to_call(reader, row)) for row in entries(reader) if row.kind is kind)


def nothing_to_print(reader: Reader) -> bool:
    """Tell whether the page given to who comes would be empty."""
    kit = kit_welcome()
    return not any(row.on_page and kit.kind(row.kind).printed for row in reader.all(WelcomeEntry))


def _arrives(row: WelcomeEntry) -> bool:
    return row.kind is WelcomeKind.ARRIVAL


def _to_call(reader: Reader, entry: WelcomeEntry) -> tuple[ToCall, ...]:
    """Return the people of an entry with how they are reached, then who is nobody's entry, in words."""
    kept = reader.one(WelcomeEntry, entry.id)
    found = []
    for link in reader.all(Assignment, order="position, id", welcome_entry_id=entry.id):
        reached = as_reached(reader, reader.one(Person, link.person_id))
        found.append(ToCall(label_of(reader, link.person_id), reached.phone or "", reached.email or ""))
    return (*found, *([ToCall(kept.person)] if kept.person else ()))


# --- writing -------------------------------------------------------------------------------------


def add_entry(store: Store, kind: WelcomeKind) -> WelcomeEntry:
    """Add an entry of a kind, to be filled in."""
    with store.write(_("Welcome: {kind}").format(kind=kit_welcome().kind(kind).title)) as transaction:
        return transaction.insert(
            WelcomeEntry(
                position=transaction.next_position(WelcomeEntry), kind=kind, on_page=kit_welcome().kind(kind).printed
            )
        )


def update_entry(store: Store, entry_id: int, change: Change[WelcomeEntry]) -> None:
    """Change an entry; who is concerned is what is typed: those of the directory become references."""
    before = store.reader.one(WelcomeEntry, entry_id)
    after = change.applied_to(before)
    if after.from_on and after.until_on and after.until_on < after.from_on:
        raise UserError(_("The second date comes before the first: correct one of them."))
    who = who_in(store.reader, change)
    with store.write(_("Welcome"), merges=True) as transaction:
        write_change(transaction, entry_id, change, who)


def delete_entries(store: Store, ids: Sequence[int]) -> None:
    """Take entries out."""
    with store.write(_("Welcome: entry taken out")) as transaction:
        for entry_id in ids:
            transaction.delete(WelcomeEntry, entry_id)


def propose_steps(store: Store) -> None:
    """Put in the checklist the lines proposed that it has not."""
    wanted = steps_to_propose(store.reader)
    if not wanted:
        raise UserError(_("The whole list proposed is in the checklist already."))
    with store.write(_("Checklist of the welcome")) as transaction:
        for step in wanted:
            transaction.insert(
                WelcomeStep(
                    position=transaction.next_position(WelcomeStep), kit_code=step.code, moment=step.moment,
                    for_whom=step.newcomer,
                )
            )  # fmt: skip


def add_step(store: Store, title: str) -> WelcomeStep:
    """Add a line of the town's own to the checklist."""
    words = title.strip()
    if not words:
        raise UserError(_("Write what is to be done first."))
    with store.write(_("Checklist: {title}").format(title=words)) as transaction:
        return transaction.insert(WelcomeStep(position=transaction.next_position(WelcomeStep), title=words))


def update_step(store: Store, step_id: int, change: Change[WelcomeStep]) -> None:
    """Change a line of the checklist; without words, the method's come back, and one of the town's own is refused."""
    values = dict(change.values)
    if "title" in values:
        kit = kit_welcome().step(store.reader.one(WelcomeStep, step_id).kit_code)
        values["title"] = values["title"].strip()
        if not values["title"] and kit is None:
            raise UserError(_("Write what is to be done first."))
        if kit is not None and values["title"] == kit.title:
            values["title"] = ""
    change = Change(WelcomeStep, **values)
    who = who_in(store.reader, change)
    with store.write(_("Checklist of the welcome"), merges=True) as transaction:
        write_change(transaction, step_id, change, who)


def tick_step(store: Store, step_id: int, done: bool, today: date) -> None:
    """Say that a line is done today, or that it is to be done again."""
    row = store.reader.one(WelcomeStep, step_id)
    label = _("Done: {title}") if done else _("To be done again: {title}")
    with store.write(label.format(title=step_words(row))) as transaction:
        transaction.update(step_id, Change(WelcomeStep, done_on=today if done else None))


def begin_again(store: Store) -> None:
    """Empty the boxes and the dates of the checklist, for somebody else who comes."""
    rows = [row for row in store.reader.all(WelcomeStep) if row.done_on or row.due_on]
    if not rows:
        raise UserError(_("No box is ticked: the checklist is ready for the next arrival."))
    with store.write(_("Checklist begun again")) as transaction:
        for row in rows:
            transaction.update(row.id, Change(WelcomeStep, done_on=None, due_on=None))


def delete_steps(store: Store, ids: Sequence[int]) -> None:
    """Take lines out of the checklist."""
    with store.write(_("Checklist: line taken out")) as transaction:
        for step_id in ids:
            transaction.delete(WelcomeStep, step_id)

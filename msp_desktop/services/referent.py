"""The référent santé: the sheet, the missions, who is told what, the terms one after the other."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.acts import is_woman
from msp_desktop.domain.change import Change
from msp_desktop.domain.missions import Sheet
from msp_desktop.domain.people import Category, Person, display_name
from msp_desktop.domain.referent import Briefing, Referent, ReferentKind, ReferentSheet, TermView
from msp_desktop.errors import UserError
from msp_desktop.formats.french.people import agreed
from msp_desktop.formats.numbers import listed
from msp_desktop.i18n import _
from msp_desktop.method.referent import KitCommitment, kit_appointment, kit_referent
from msp_desktop.services.letterhead import current_referent
from msp_desktop.services.meeting_words import led_by
from msp_desktop.services.missions import commitments, mission_groups, seed_missions

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction


# --- reading -------------------------------------------------------------------------------------


def referent_sheet(reader: Reader) -> ReferentSheet:
    """Return the référent's sheet."""
    term = current_referent(reader)
    first = reader.find(Person, id=term.person_id) if term and term.person_id else None
    second = reader.find(Person, id=term.second_id) if term and term.second_id else None
    feminine = bool(first and is_woman(first.civility, first.function))
    pair = bool(term and term.kind is ReferentKind.PAIR)
    return ReferentSheet(
        term=term,
        first=first,
        second=second if pair else None,
        feminine=feminine,
        groups=mission_groups(reader, Sheet.REFERENT, feminine and not pair),
        briefings=tuple(reader.all(Briefing, order="position, id")),
        commitments=tuple(
            replace(row, audience=led_by(reader, row.audience)) for row in commitments(reader, Sheet.REFERENT)
        ),
        history=_history(reader),
        missing=tuple(_missing(term, first, second)),
    )


def _history(reader: Reader) -> tuple[TermView, ...]:
    terms = [term for term in reader.all(Referent, order="id DESC") if term.until is not None]
    return tuple(
        TermView(
            term.id,
            listed(_names(reader, term)) or "–",
            term.kind,
            term.since,
            term.until,
        )
        for term in terms
    )


def _names(reader: Reader, term: Referent) -> list[str]:
    found = (reader.find(Person, id=key) for key in (term.person_id, term.second_id) if key is not None)
    return [display_name(person) for person in found if person is not None]


def _missing(term: Referent | None, first: Person | None, second: Person | None) -> list[str]:
    found = []
    if first is None or not first.last_name.strip():
        found.append("le nom")
    if first is not None and not first.function.strip():
        found.append("la fonction")
    if first is not None and not (first.phone.strip() or first.email.strip()):
        found.append("un téléphone ou un courriel")
    if term is None or term.since is None:
        found.append("la date de début")
    if term and term.kind is ReferentKind.PAIR and (second is None or not second.last_name.strip()):
        found.append("le nom de l’agent du binôme")
    return found


# --- writing -------------------------------------------------------------------------------------


def seed_referent(transaction: Transaction) -> None:
    """Insert the kit's missions and « ce qui est dit à qui » into a new dossier."""
    kit = kit_referent()
    seed_missions(transaction, Sheet.REFERENT)
    for position, row in enumerate(kit.briefings, 1):
        transaction.insert(
            Briefing(position=position, audience=row.audience, message=agreed(row.message, False), means=row.means)
        )


def set_kind(store: Store, kind: ReferentKind) -> None:
    """Say whether the référent is an élu, an agent, or both."""
    labels = {
        ReferentKind.ELECTED: _("Référent: an elected person"),
        ReferentKind.STAFF: _("Référent: a member of staff"),
        ReferentKind.PAIR: _("Référent: an elected person and a member of staff"),
    }
    with store.write(labels[kind]) as transaction:
        term = _term(transaction)
        transaction.update(term.id, Change(Referent, kind=kind))
        if term.person_id:
            _follow_category(transaction, term.person_id, kind)


def update_term(store: Store, change: Change[Referent]) -> None:
    """Change what the sheet says of the term: since, hours per month, means, delegation…

    Who says that functions are delegated is proposed functions to delegate, where none are written yet.
    """
    with store.write(_("Référent's sheet"), merges=True) as transaction:
        term = _term(transaction)
        if change.values.get("delegated") and not term.functions.strip() and "functions" not in change.values:
            change = Change(Referent, **change.values, functions="\n".join(kit_appointment().decree.functions))
        transaction.update(term.id, change)


def propose_functions(store: Store) -> None:
    """Propose functions to delegate, where none are written."""
    with store.write(_("Functions proposed")) as transaction:
        term = _term(transaction)
        if not term.functions.strip():
            transaction.update(term.id, Change(Referent, functions="\n".join(kit_appointment().decree.functions)))


def update_referent_person(store: Store, second: bool, change: Change[Person]) -> None:
    """Store what is typed about the référent (or the second of a pair); the person joins the directory."""
    with store.write(_("Référent: who"), merges=True) as transaction:
        term = _term(transaction)
        key = term.second_id if second else term.person_id
        if key is None:
            if not any(str(value).strip() for value in change.values.values()):
                return
            staff = second or term.kind is ReferentKind.STAFF
            person = transaction.insert(
                change.applied_to(Person(category=Category.STAFF if staff else Category.ELECTED))
            )
            transaction.update(term.id, Change(Referent, **{"second_id" if second else "person_id": person.id}))
        else:
            transaction.update(key, change)


def change_referent(store: Store, last_day: date) -> None:
    """End the present term on a day and begin a new, empty one the day after; the history keeps the first."""
    with store.write(_("New référent")) as transaction:
        term = _term(transaction)
        if term.since and last_day < term.since:
            raise UserError(_("The term cannot end before it began."))
        transaction.update(term.id, Change(Referent, until=last_day))
        transaction.insert(Referent(kind=term.kind, since=last_day + timedelta(1)))


def update_briefing(store: Store, briefing_id: int, change: Change[Briefing]) -> None:
    """Change a row of « ce qui est dit à qui »."""
    with store.write(_("Who is told what"), merges=True) as transaction:
        transaction.update(briefing_id, change)


def add_briefing(store: Store) -> Briefing:
    """Add an empty row to « ce qui est dit à qui »."""
    with store.write(_("Who is told what")) as transaction:
        return transaction.insert(Briefing(position=transaction.next_position(Briefing), audience=""))


def delete_briefing(store: Store, *briefing_ids: int) -> None:
    """Delete rows of « ce qui est dit à qui », in one step."""
    with store.write(_("Who is told what: row deleted")) as transaction:
        for briefing_id in briefing_ids:
            transaction.delete(Briefing, briefing_id)


def proposed_commitments(reader: Reader) -> tuple[KitCommitment, ...]:
    """Return the commitments that may still be added: ours, none of them the kit's, none on the sheet unless chosen.

    They name the mayor as the sheet does (« La maire »).
    """
    taken = {led_by(reader, row.audience) for row in commitments(reader, Sheet.REFERENT)}
    proposals = (replace(one, to=led_by(reader, one.to)) for one in kit_referent().commitments)
    return tuple(proposal for proposal in proposals if proposal.to not in taken)


def _term(transaction: Transaction) -> Referent:
    return current_referent(transaction) or transaction.insert(Referent())


def _follow_category(transaction: Transaction, person_id: int, kind: ReferentKind) -> None:
    category = Category.STAFF if kind is ReferentKind.STAFF else Category.ELECTED
    transaction.update(person_id, Change(Person, category=category))

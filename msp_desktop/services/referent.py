"""The référent santé: the sheet, the missions, who is told what, the terms one after the other."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.acts import is_woman
from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Category, Person, display_name
from msp_desktop.domain.referent import (
    Briefing,
    Commitment,
    Mission,
    MissionGroup,
    MissionView,
    Referent,
    ReferentKind,
    ReferentSheet,
    TermView,
)
from msp_desktop.errors import UserError
from msp_desktop.formats.french.people import agreed
from msp_desktop.formats.numbers import listed
from msp_desktop.i18n import _
from msp_desktop.method.referent import KitCommitment, kit_appointment, kit_referent
from msp_desktop.services.letterhead import current_referent
from msp_desktop.services.meeting_words import led_by

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: Theme of the town's own missions.
OWN = "propre"
OWN_TITLE = "Propre à la commune"


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
        groups=_groups(reader, feminine and not pair),
        briefings=tuple(reader.all(Briefing, order="position, id")),
        commitments=tuple(
            replace(row, audience=led_by(reader, row.audience)) for row in reader.all(Commitment, order="position, id")
        ),
        history=_history(reader),
        missing=tuple(_missing(term, first, second)),
    )


def mission_text(mission: Mission, feminine: bool) -> str:
    """Return a mission's words: the town's own, else the method's."""
    kit = kit_referent().mission(mission.kit_code)
    return mission.text or (agreed(kit.text, feminine) if kit else "")


def _groups(reader: Reader, feminine: bool) -> tuple[MissionGroup, ...]:
    missions = reader.all(Mission, order="position, id")
    titles = {theme.code: theme.title for theme in kit_referent().themes} | {OWN: OWN_TITLE}
    groups = []
    for code, title in titles.items():
        views = tuple(
            MissionView(m.id, code, mission_text(m, feminine), m.kept, bool(m.text and m.kit_code), m.kit_code is None)
            for m in missions
            if m.theme == code
        )
        if views or code != OWN:
            groups.append(MissionGroup(code, title, views))
    return tuple(groups)


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
    for position, mission in enumerate(kit.missions, 1):
        transaction.insert(Mission(kit_code=mission.code, theme=mission.theme, position=position))
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


def keep_mission(store: Store, mission_id: int, kept: bool) -> None:
    """Keep a mission on the sheet, or set it aside."""
    mission = store.reader.one(Mission, mission_id)
    label = _("Mission kept: « {text} »") if kept else _("Mission set aside: « {text} »")
    with store.write(label.format(text=mission_text(mission, False))) as transaction:
        transaction.update(mission_id, Change(Mission, kept=kept))


def reword_mission(store: Store, mission_id: int, text: str) -> None:
    """Give a mission the town's words; empty ones, or the method's, bring the method's back."""
    mission = store.reader.one(Mission, mission_id)
    kit = kit_referent().mission(mission.kit_code)
    words = text.strip()
    if kit and words in (agreed(kit.text, False), agreed(kit.text, True)):
        words = ""
    if kit is None and not words:
        raise UserError(_("A mission needs words: delete it instead."))
    label = _("Mission reworded: « {text} »").format(text=words or (kit.text if kit else ""))
    with store.write(label, merges=True) as transaction:
        transaction.update(mission_id, Change(Mission, text=words))


def add_mission(store: Store, text: str, theme: str = OWN) -> Mission:
    """Add a mission of the town's own."""
    if not text.strip():
        raise UserError(_("Write the mission first."))
    with store.write(_("Mission added: « {text} »").format(text=text.strip())) as transaction:
        return transaction.insert(Mission(theme=theme, position=transaction.next_position(Mission), text=text.strip()))


def delete_mission(store: Store, mission_id: int) -> None:
    """Delete a mission of the town's own; one of the method is set aside instead."""
    mission = store.reader.one(Mission, mission_id)
    if mission.kit_code:
        keep_mission(store, mission_id, False)
        return
    with store.write(_("Mission deleted: « {text} »").format(text=mission.text)) as transaction:
        transaction.delete(Mission, mission_id)


def move_mission(store: Store, mission_id: int, by: int) -> None:
    """Move a mission up or down among those of its theme."""
    mission = store.reader.one(Mission, mission_id)
    row = store.reader.all(Mission, order="position, id", theme=mission.theme)
    index = [m.id for m in row].index(mission_id)
    other = index + by
    if not 0 <= other < len(row):
        return
    with store.write(_("Mission moved")) as transaction:
        transaction.update(mission_id, Change(Mission, position=row[other].position))
        transaction.update(row[other].id, Change(Mission, position=mission.position))


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
    taken = {led_by(reader, row.audience) for row in reader.all(Commitment)}
    proposals = (replace(one, to=led_by(reader, one.to)) for one in kit_referent().commitments)
    return tuple(proposal for proposal in proposals if proposal.to not in taken)


def add_commitment(store: Store, audience: str = "", how: str = "") -> Commitment:
    """Add a line to « à qui il rend compte »: a proposal the town has chosen, or its own words."""
    with store.write(_("Whom the référent reports to")) as transaction:
        return transaction.insert(
            Commitment(position=transaction.next_position(Commitment), audience=audience, how=how)
        )


def update_commitment(store: Store, commitment_id: int, change: Change[Commitment]) -> None:
    """Change a line of « à qui il rend compte »."""
    with store.write(_("Whom the référent reports to"), merges=True) as transaction:
        transaction.update(commitment_id, change)


def delete_commitment(store: Store, *commitment_ids: int) -> None:
    """Take lines off « à qui il rend compte », in one step."""
    with store.write(_("Whom the référent reports to: line deleted")) as transaction:
        for commitment_id in commitment_ids:
            transaction.delete(Commitment, commitment_id)


def _term(transaction: Transaction) -> Referent:
    return current_referent(transaction) or transaction.insert(Referent())


def _follow_category(transaction: Transaction, person_id: int, kind: ReferentKind) -> None:
    category = Category.STAFF if kind is ReferentKind.STAFF else Category.ELECTED
    transaction.update(person_id, Change(Person, category=category))

"""The table of roles: responsibilities and parties that come, go and move, and what each party does for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.assignments import Who
from msp_desktop.domain.change import Change
from msp_desktop.domain.roles import EMPTY, Cell, PartyView, Role, RoleParty, RoleRow, RoleShare, RoleTable, Share
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.method.followup import kit_followup
from msp_desktop.method.guidance import kit_roles
from msp_desktop.services.who import as_shown, who_is, write_who

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

_ORDER = "position, id"


def role_table(reader: Reader) -> RoleTable:
    """Return the table, its parties and its responsibilities in the town's order."""
    parties = reader.all(RoleParty, order=_ORDER)
    cells = {
        (row.role_id, row.party_id): Cell(row.share, row.who)
        for row in as_shown(reader, RoleShare, reader.all(RoleShare))
    }
    return RoleTable(
        tuple(PartyView(party.id, party_name(party), party.kit_code) for party in parties),
        tuple(
            RoleRow(role.id, role.responsibility, role.note, tuple(cells.get((role.id, p.id), EMPTY) for p in parties))
            for role in reader.all(Role, order=_ORDER)
        ),
    )


def role(reader: Reader, role_id: int) -> Role:
    """Return one responsibility; RecordGoneError where there is none."""
    return reader.one(Role, role_id)


def party_name(party: RoleParty) -> str:
    """Return what a party is called: by the town, else by the method."""
    return party.name or kit_followup().parties.get(party.kit_code, "")


def share_words(share: Share) -> str:
    """Return what a party does, the same word on the screen and on paper: « mène »; « – » for nothing."""
    return kit_followup().shares[share] if share else "–"


def propose_roles(store: Store) -> None:
    """Fill an empty table with the method's responsibilities."""
    if store.reader.all(Role):
        return
    with store.write(_("Responsibilities of the method")) as transaction:
        _with_parties(transaction)
        for position, text in enumerate(kit_roles().responsibilities, 1):
            transaction.insert(Role(position=position, responsibility=text))


def add_role(store: Store, responsibility: str) -> Role:
    """Add a responsibility to share out."""
    words = _needed(responsibility, _("Write the responsibility first."))
    with store.write(_("Responsibility: {title}").format(title=words)) as transaction:
        _with_parties(transaction)
        return transaction.insert(Role(position=transaction.next_position(Role), responsibility=words))


def add_party(store: Store, name: str) -> RoleParty:
    """Add a column to the table."""
    words = _needed(name, _("Write who it is first."))
    with store.write(_("Column: {name}").format(name=words)) as transaction:
        _with_parties(transaction)
        return transaction.insert(RoleParty(position=transaction.next_position(RoleParty), name=words))


def update_role(store: Store, role_id: int, change: Change[Role]) -> None:
    """Reword a responsibility, or what is noted of it."""
    if "responsibility" in change.values:
        _needed(change.values["responsibility"], _("Write the responsibility first."))
    with store.write(_("Roles"), merges=True) as transaction:
        transaction.update(role_id, change)


def rename_party(store: Store, party_id: int, name: str) -> None:
    """Call a party otherwise; the method's own name is not kept as the town's."""
    words = _needed(name, _("Write who it is first."))
    with store.write(_("Column: {name}").format(name=words)) as transaction:
        party = transaction.one(RoleParty, party_id)
        given = kit_followup().parties.get(party.kit_code, "")
        transaction.update(party_id, Change(RoleParty, name="" if words == given else words))


def delete_roles(store: Store, role_ids: Sequence[int]) -> None:
    """Take responsibilities out of the table."""
    with store.write(_("Responsibility taken out")) as transaction:
        for role_id in role_ids:
            transaction.delete(Role, role_id)


def delete_party(store: Store, party_id: int) -> None:
    """Take a column out of the table, with what it said; the last one stays."""
    if len(store.reader.all(RoleParty)) < 2:
        raise UserError(_("The table needs a column at least: rename this one instead."))
    name = party_name(store.reader.one(RoleParty, party_id))
    with store.write(_("Column taken out: {name}").format(name=name)) as transaction:
        transaction.delete(RoleParty, party_id)


def move_role(store: Store, role_id: int, by: int) -> None:
    """Move a responsibility up (-1) or down (1)."""
    _move(store, Role, role_id, by, _("Responsibility moved"))


def move_party(store: Store, party_id: int, by: int) -> None:
    """Move a column to the left (-1) or to the right (1)."""
    _move(store, RoleParty, party_id, by, _("Column moved"))


def set_share(store: Store, role_id: int, party_id: int, share: Share) -> None:
    """Say what a party does for a responsibility; nothing takes away who as well."""
    reader = store.reader
    label = _("Noted: {responsibility}, {party}: {share}").format(
        responsibility=reader.one(Role, role_id).responsibility,
        party=party_name(reader.one(RoleParty, party_id)),
        share=share_words(share),
    )
    with store.write(label) as transaction:
        row = transaction.find(RoleShare, role_id=role_id, party_id=party_id)
        if share is Share.NONE:
            if row is not None:
                transaction.delete(RoleShare, row.id)
        elif row is None:
            transaction.insert(RoleShare(role_id=role_id, party_id=party_id, share=share))
        else:
            transaction.update(row.id, Change(RoleShare, share=share))


def set_who(store: Store, role_id: int, party_id: int, typed: str) -> None:
    """Say who it is, by name; those of the directory become references."""
    who = who_is(store.reader, typed)
    with store.write(_("Who, by name"), merges=True) as transaction:
        row = transaction.find(RoleShare, role_id=role_id, party_id=party_id)
        if row is None:
            if who == Who():
                return
            row = transaction.insert(RoleShare(role_id=role_id, party_id=party_id))
        write_who(transaction, RoleShare, row.id, who)
        if who == Who() and row.share is Share.NONE:
            transaction.delete(RoleShare, row.id)


def _needed(typed: str, sentence: str) -> str:
    words = typed.strip()
    if not words:
        raise UserError(sentence)
    return words


def _with_parties(transaction: Transaction) -> None:
    """Give a table that has no column yet those of the method."""
    if not transaction.all(RoleParty):
        for position, code in enumerate(kit_followup().parties, 1):
            transaction.insert(RoleParty(position=position, kit_code=code))


def _move(store: Store, record: type[Any], row_id: int, by: int, label: str) -> None:
    """Exchange a row with its neighbour; at the edge it stays."""
    rows = store.reader.all(record, order=_ORDER)
    ids = [row.id for row in rows]
    place = ids.index(row_id)
    other = place + by
    if not 0 <= other < len(ids):
        return
    ids[place], ids[other] = ids[other], ids[place]
    known = {row.id: row.position for row in rows}
    with store.write(label) as transaction:
        for position, moved in enumerate(ids, 1):
            if known[moved] != position:
                transaction.update(moved, Change(record, position=position))

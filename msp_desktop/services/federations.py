"""The directory of federations: the application's entries, corrected by the dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from msp_desktop import fleet
from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.federations import NATIONAL, OWN, FederationCorrection, FederationView
from msp_desktop.formats.phones import phone
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _
from msp_desktop.method.federations import KitFederation, federation_for, kit_federations

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: What may be written in place of an entry: its name, and how it is reached.
_NAMES, _WAYS, _ADDED = ("name", "full_name"), ("phone", "email", "website"), ("address", "contact")


def own_federation(reader: Reader) -> FederationView:
    """Return the federation of the commune's region, as the town knows it."""
    return federation_named(reader, own_code(reader.one(Commune, 1)))


def federations(reader: Reader) -> tuple[FederationView, ...]:
    """Return every federation: the town's own, the national contact, then the others by region."""
    own = own_code(reader.one(Commune, 1))
    others = sorted(kit_federations().federations, key=lambda entry: fold(entry.region))
    codes = dict.fromkeys((own, NATIONAL, *(entry.code for entry in others)))
    return tuple(federation_named(reader, code) for code in codes)


def federation_named(reader: Reader, code: str) -> FederationView:
    """Return the entry with this code as the town knows it."""
    commune = reader.one(Commune, 1)
    own = own_code(commune)
    view = _corrected(_base(reader, code), reader.find(FederationCorrection, code=code))
    if code not in (NATIONAL, *(entry.code for entry in kit_federations().federations)):
        view = replace(view, region=commune.region)
    view = replace(view, code=code, own=code == own, is_national=view.is_national or code == NATIONAL)
    return _decided(view) if view.own and not commune.is_sample else view


def own_code(commune: Commune) -> str:
    """Return the code of the entry of a commune's region: its own where no federation is listed there."""
    listed = federation_for(commune.region_code)
    return listed.code if listed.code != NATIONAL else commune.region_code or OWN


def correct_federation(store: Store, code: str, change: Change[FederationView]) -> None:
    """Write the town's words in place of an entry's; what is as the directory says is no correction."""
    label = _("Directory of federations: {name}").format(name=federation_named(store.reader, code).name)
    with store.write(label, merges=True) as transaction:
        write_correction(transaction, code, change)


def write_correction(transaction: Transaction, code: str, change: Change[FederationView]) -> None:
    """Write the town's words in place of an entry's, within a transaction."""
    base = _base(transaction, code)
    present = transaction.find(FederationCorrection, code=code)
    before = present or FederationCorrection(code=code)
    values = {name: _kept(base, name, value.strip()) for name, value in change.values.items()}
    after = Change(FederationCorrection, **values).applied_to(before)
    nothing = after == FederationCorrection(id=after.id, code=code)
    if present is None and not nothing:
        transaction.insert(after)
    elif present is not None and nothing:
        transaction.delete(FederationCorrection, present.id)
    elif present is not None:
        transaction.update(present.id, Change(FederationCorrection, **values))


def confirm_federation(store: Store, code: str) -> None:
    """Say that the entry is right: its name is the town's word from now on."""
    base = _base(store.reader, code)
    with store.write(_("Confirmed: {name}").format(name=base.name)) as transaction:
        present = transaction.find(FederationCorrection, code=code)
        if present is None:
            transaction.insert(FederationCorrection(code=code, name=base.name, full_name=base.full_name))
        else:
            transaction.update(present.id, Change(FederationCorrection, name=base.name, full_name=base.full_name))


def restore_federation(store: Store, code: str) -> None:
    """Take an entry's corrections away: it is the directory's again."""
    present = store.reader.find(FederationCorrection, code=code)
    if present is not None:
        label = _("As the directory says: {name}").format(name=_base(store.reader, code).name)
        with store.write(label) as transaction:
            transaction.delete(FederationCorrection, present.id)


def listed_federation(region_code: str) -> FederationView:
    """Return what the directory, or the IT service, says of a region's federation.

    No paper prints a short name that is deduced.
    """
    return _decided(_listed(federation_for(region_code)))


def federation_remarks(federation: FederationView) -> tuple[str, ...]:
    """Return what whoever writes to the federation should know of its entry: to confirm, deduced, being built."""
    remarks = [f"{federation.remark}."] if federation.remark else []
    if federation.to_confirm:
        yours = _("{name}: that it is your region's federation is deduced, to be confirmed.")
        theirs = _("{name}: that it is this region's federation is deduced, to be confirmed.")
        remarks.append((yours if federation.own else theirs).format(name=federation.name))
    if federation.deduced:
        remarks.append(_("Short name deduced from its address: {name}.").format(name=federation.deduced))
    if federation.is_national and federation.code != NATIONAL:
        remarks.append(_("No regional federation is listed here: the national contact answers."))
    return tuple(remarks)


def decided_words(federation: FederationView) -> str:
    """Return what of an entry an IT service decided, empty where nothing."""
    parts = [
        words for name, words in (("name", _("its name")), ("email", _("its address"))) if name in federation.decided
    ]
    return _("Set by your IT service: {what}.").format(what=", ".join(parts)) if parts else ""


def _base(reader: Reader, code: str) -> FederationView:
    """Return what an entry is without its own corrections; of a region that has none, the national contact's."""
    kit = kit_federations()
    if code == NATIONAL:
        return _listed(kit.national)
    listed = next((entry for entry in kit.federations if entry.code == code), None)
    return _listed(listed) if listed is not None else federation_named(reader, NATIONAL)


def _listed(entry: KitFederation) -> FederationView:
    deduced = entry.name if entry.named == "deduced" else ""
    return FederationView(
        name=entry.full_name if deduced or entry.remark else entry.name,
        full_name=entry.full_name,
        phone=phone(entry.phone),
        email=entry.email,
        website=entry.website,
        to_confirm=entry.to_confirm,
        is_national=entry.code == NATIONAL,
        deduced=deduced,
        remark=f"{entry.name}, {entry.remark}" if entry.remark else "",
        code=entry.code,
        region=entry.region,
    )


def _corrected(base: FederationView, row: FederationCorrection | None) -> FederationView:
    if row is None:
        return replace(base, corrected=())
    named = bool(row.name or row.full_name)
    ways = {name: getattr(base, name) if getattr(row, name) is None else getattr(row, name) for name in _WAYS}
    written = [name for name in (*_NAMES, *_ADDED) if getattr(row, name)]
    return replace(
        base,
        **ways | {"phone": phone(ways["phone"])},
        name=row.name or base.name,
        full_name=row.full_name or row.name or base.full_name,
        address=row.address or base.address,
        contact=row.contact or base.contact,
        to_confirm=base.to_confirm and not (named or row.email),
        is_national=base.is_national and not row.name,
        deduced="" if named else base.deduced,
        remark="" if named else base.remark,
        corrected=(*written, *(name for name in _WAYS if getattr(row, name) is not None)),
    )


def _decided(view: FederationView) -> FederationView:
    """Return the federation of the town's region with what an IT service decided for its towns in place of the rest."""
    name, address = fleet.present().text("FederationName"), fleet.present().text("FederationEmail")
    if name:
        view = replace(view, name=name, full_name=name, deduced="", remark="", is_national=False)
    if address:
        view = replace(view, email=address)
    fields = (*(("name", "full_name") if name else ()), *(("email",) if address else ()))
    return replace(view, to_confirm=view.to_confirm and not fields, decided=fields)


def _kept(base: FederationView, name: str, typed: str) -> Any:
    """Return what to keep of what is typed in a field: what the directory says already is not kept."""
    listed = getattr(base, name)
    same = phone(typed) == listed if name == "phone" else typed == listed
    if same:
        return None if name in _WAYS else ""
    return typed

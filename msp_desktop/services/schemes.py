"""The territorial schemes there are around the town: ticked, by whom carried, and how its project fits in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.schemes import CLS, TAKING_PART, Scheme, Standing
from msp_desktop.errors import UserError
from msp_desktop.formats.french.case import uncapital
from msp_desktop.i18n import _
from msp_desktop.method.schemes import KitScheme, kit_schemes
from msp_desktop.method.texts import KitText, text_behind
from msp_desktop.services.who import as_shown, who_in, write_change

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: A scheme as pages ask for it: the method's by its code, one of the town's own by its number.
Key = str | int


class SchemeView(Struct, frozen=True):
    """A scheme with its words and what the dossier keeps of it; a record's fields, its `Key` for its id.

    `acronym` is what it is called in short, `name` spelled out (the town's own is called one way only).
    """

    id: Key
    kit: KitScheme | None
    acronym: str
    name: str
    standing: Standing
    carried_by: str
    contact: str
    perimeter: str
    starts_on: date | None
    ends_on: date | None
    fit: str

    @property
    def title(self) -> str:
        """Return « CLS, contrat local de santé »."""
        return f"{self.acronym}, {uncapital(self.name)}" if self.acronym else self.name

    @property
    def short(self) -> str:
        """Return « CLS », or the name of one of the town's own."""
        return self.acronym or self.name

    @property
    def ticked(self) -> bool:
        """Tell whether it is there."""
        return self.standing is not Standing.NONE

    def text(self) -> KitText | None:
        """Return the law behind it."""
        return text_behind(self.kit.code) if self.kit is not None else None


# --- reading -------------------------------------------------------------------------------------


def schemes(reader: Reader) -> tuple[SchemeView, ...]:
    """Return the method's schemes in their order, then the town's own."""
    rows = as_shown(reader, Scheme, reader.all(Scheme, order="position, id"))
    kept = {row.kit_code: row for row in rows if row.kit_code}
    views = [_view(kit, kept.get(kit.code) or Scheme(position=0, kit_code=kit.code)) for kit in kit_schemes().schemes]
    return (*views, *(_view(None, row) for row in rows if not row.kit_code))


def ticked_schemes(reader: Reader) -> tuple[SchemeView, ...]:
    """Return the schemes that are there."""
    return tuple(view for view in schemes(reader) if view.ticked)


def ticked_count(reader: Reader) -> int:
    """Return how many schemes are there: what the head of the page shows."""
    return sum(row.standing is not Standing.NONE for row in reader.all(Scheme))


def cls_is_carried(reader: Reader) -> bool:
    """Tell whether the town carries or joins a CLS: the pages of its coordination then open."""
    row = reader.find(Scheme, kit_code=CLS)
    return row is not None and row.standing in TAKING_PART


def scheme_words(row: Scheme) -> str:
    """Return what a scheme is called, spelled out."""
    kit = kit_schemes().scheme(row.kit_code)
    return f"{kit.term}, {uncapital(kit.word().expanded)}" if kit is not None else row.name


def standing_words(standing: Standing) -> str:
    """Return « rejoint »; « pas coché » of a scheme that is not ticked."""
    return kit_schemes().standings.get(standing.value, "pas coché")


def is_over(view: SchemeView, today: date) -> bool:
    """Tell whether a scheme has come to its end."""
    return view.ends_on is not None and view.ends_on < today


def _view(kit: KitScheme | None, row: Scheme) -> SchemeView:
    word = kit.word() if kit is not None else None
    return SchemeView(
        kit.code if kit is not None else row.id, kit, word.term if word else "", word.expanded if word else row.name,
        row.standing, row.carried_by, row.contact, row.perimeter, row.starts_on, row.ends_on, row.fit,
    )  # fmt: skip


# --- writing -------------------------------------------------------------------------------------


def set_standing(store: Store, key: Key, standing: Standing) -> None:
    """Say what the town is for a scheme; what was noted of it stays whatever it is."""
    view = _one(store.reader, key)
    if view.standing is standing:
        return
    label = _("{scheme}: {standing}").format(scheme=view.short, standing=standing_words(standing))
    with store.write(label) as transaction:
        transaction.update(_kept(transaction, key).id, Change(Scheme, standing=standing))


def update_scheme(store: Store, key: Key, change: Change[Scheme]) -> None:
    """Change what is noted of a scheme; who is typed becomes references. An end before its start is refused."""
    view = _one(store.reader, key)
    values: dict[str, Any] = {"starts_on": view.starts_on, "ends_on": view.ends_on} | dict(change.values)
    if "name" in values and not values["name"].strip():
        raise UserError(_("Write what this scheme is called."))
    if values["starts_on"] and values["ends_on"] and values["ends_on"] < values["starts_on"]:
        raise UserError(_("It would end before it begins: change one of the two dates."))
    who = who_in(store.reader, change)
    with store.write(_("Scheme: {scheme}").format(scheme=view.short), merges=True) as transaction:
        write_change(transaction, _kept(transaction, key).id, change, who)


def add_scheme(store: Store, name: str) -> Scheme:
    """Add a scheme of the town's own, that exists here."""
    if not name.strip():
        raise UserError(_("Write what this scheme is called."))
    with store.write(_("New scheme: {scheme}").format(scheme=name.strip())) as transaction:
        position = transaction.next_position(Scheme)
        return transaction.insert(Scheme(position=position, name=name.strip(), standing=Standing.EXISTS))


def delete_scheme(store: Store, key: Key) -> None:
    """Take out a scheme of the town's own; the method's are only ticked or not."""
    view = _one(store.reader, key)
    if view.kit is not None:
        raise UserError(_("A scheme of the method is not deleted: untick it."))
    with store.write(_("Scheme taken out: {scheme}").format(scheme=view.short)) as transaction:
        transaction.delete(Scheme, _kept(transaction, key).id)


def _one(reader: Reader, key: Key) -> SchemeView:
    found = next((view for view in schemes(reader) if view.id == key), None)
    if found is None:
        raise UserError(_("This scheme is not here any more."))
    return found


def _kept(transaction: Transaction, key: Key) -> Scheme:
    if isinstance(key, int):
        return transaction.one(Scheme, key)
    found = transaction.find(Scheme, kit_code=key)
    return found or transaction.insert(Scheme(position=transaction.next_position(Scheme), kit_code=key))

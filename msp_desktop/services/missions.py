"""The missions of the référent's and of the coordinator's sheets: kept, reworded, added, moved; whom they report to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.missions import Commitment, Mission, MissionGroup, MissionView, Sheet
from msp_desktop.errors import UserError
from msp_desktop.formats.french.people import agreed
from msp_desktop.i18n import _
from msp_desktop.method.cls import kit_cls
from msp_desktop.method.referent import KitMissions, kit_referent

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: Theme of the town's own missions.
OWN = "propre"


def kit_of(sheet: Sheet) -> KitMissions:
    """Return the method's missions of a sheet, their themes, and the title of those of the town's own."""
    kits = {
        Sheet.REFERENT: lambda: kit_referent().sheet(),
        Sheet.COORDINATOR: lambda: kit_cls().sheet(),
        Sheet.PROFILE: lambda: kit_cls().profile,
    }
    return kits[sheet]()


def theme_titles(sheet: Sheet) -> dict[str, str]:
    """Return the titles of the themes of a sheet by their codes, that of the town's own last."""
    kit = kit_of(sheet)
    return {theme.code: theme.title for theme in kit.themes} | {OWN: kit.own}


def mission_text(mission: Mission, feminine: bool) -> str:
    """Return a mission's words: the town's own, else the method's."""
    kit = kit_of(mission.sheet).mission(mission.kit_code)
    return mission.text or (agreed(kit.text, feminine) if kit else "")


def mission_groups(reader: Reader, sheet: Sheet, feminine: bool) -> tuple[MissionGroup, ...]:
    """Return the missions of a sheet by theme; that of the town's own is there where it has some."""
    missions = reader.all(Mission, order="position, id", sheet=sheet)
    groups = []
    for code, title in theme_titles(sheet).items():
        views = tuple(
            MissionView(m.id, code, mission_text(m, feminine), m.kept, bool(m.text and m.kit_code), m.kit_code is None)
            for m in missions
            if m.theme == code
        )
        if views or code != OWN:
            groups.append(MissionGroup(code, title, views))
    return tuple(groups)


def seed_missions(transaction: Transaction, sheet: Sheet) -> None:
    """Insert the method's missions of a sheet."""
    for position, mission in enumerate(kit_of(sheet).missions, 1):
        transaction.insert(Mission(kit_code=mission.code, theme=mission.theme, position=position, sheet=sheet))


def keep_mission(store: Store, mission_id: int, kept: bool) -> None:
    """Keep a mission on the sheet, or set it aside."""
    mission = store.reader.one(Mission, mission_id)
    label = _("Mission kept: « {text} »") if kept else _("Mission set aside: « {text} »")
    with store.write(label.format(text=mission_text(mission, False))) as transaction:
        transaction.update(mission_id, Change(Mission, kept=kept))


def reword_mission(store: Store, mission_id: int, text: str) -> None:
    """Give a mission the town's words; empty ones, or the method's, bring the method's back."""
    mission = store.reader.one(Mission, mission_id)
    kit = kit_of(mission.sheet).mission(mission.kit_code)
    words = text.strip()
    if kit and words in (agreed(kit.text, False), agreed(kit.text, True)):
        words = ""
    if kit is None and not words:
        raise UserError(_("A mission needs words: delete it instead."))
    label = _("Mission reworded: « {text} »").format(text=words or (kit.text if kit else ""))
    with store.write(label, merges=True) as transaction:
        transaction.update(mission_id, Change(Mission, text=words))


def add_mission(store: Store, text: str, theme: str = OWN, sheet: Sheet = Sheet.REFERENT) -> Mission:
    """Add a mission of the town's own."""
    if not text.strip():
        raise UserError(_("Write the mission first."))
    with store.write(_("Mission added: « {text} »").format(text=text.strip())) as transaction:
        position = transaction.next_position(Mission)
        return transaction.insert(Mission(theme=theme, position=position, text=text.strip(), sheet=sheet))


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
    row = store.reader.all(Mission, order="position, id", theme=mission.theme, sheet=mission.sheet)
    index = [m.id for m in row].index(mission_id)
    other = index + by
    if not 0 <= other < len(row):
        return
    with store.write(_("Mission moved")) as transaction:
        transaction.update(mission_id, Change(Mission, position=row[other].position))
        transaction.update(row[other].id, Change(Mission, position=mission.position))


# --- whom they report to -------------------------------------------------------------------------


def commitments(reader: Reader, sheet: Sheet) -> list[Commitment]:
    """Return the lines of « à qui il rend compte » of a sheet, as they are kept."""
    return reader.all(Commitment, order="position, id", sheet=sheet)


def add_commitment(store: Store, audience: str = "", how: str = "", sheet: Sheet = Sheet.REFERENT) -> Commitment:
    """Add a line to « à qui il rend compte »: a proposal the town has chosen, or its own words."""
    with store.write(_reports(sheet)) as transaction:
        position = transaction.next_position(Commitment)
        return transaction.insert(Commitment(position=position, audience=audience, how=how, sheet=sheet))


def update_commitment(store: Store, commitment_id: int, change: Change[Commitment]) -> None:
    """Change a line of « à qui il rend compte »."""
    with store.write(_reports(store.reader.one(Commitment, commitment_id).sheet), merges=True) as transaction:
        transaction.update(commitment_id, change)


def delete_commitment(store: Store, *commitment_ids: int) -> None:
    """Take lines off « à qui il rend compte », in one step."""
    sheets = {store.reader.one(Commitment, commitment_id).sheet for commitment_id in commitment_ids}
    of_referent = sheets <= {Sheet.REFERENT}
    label = _("Whom the référent reports to: line deleted") if of_referent else _("Reports: line deleted")
    with store.write(label) as transaction:
        for commitment_id in commitment_ids:
            transaction.delete(Commitment, commitment_id)


def _reports(sheet: Sheet) -> str:
    return _("Whom the référent reports to") if sheet is Sheet.REFERENT else _("Whom the coordinator reports to")

"""Premises before any are decided: what the town supposes, and what the figures say of it, once the team is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.forecast import possible_span, within
from msp_desktop.domain.inventory import HealthProfessional, Inventory, Tri
from msp_desktop.domain.premises import Premises, PremisesNeed
from msp_desktop.domain.stages import ProjectStage, StageState
from msp_desktop.domain.walls import Case, WallsBalance, is_empty, lacking, walls_balance
from msp_desktop.domain.walls_charts import CaseWords
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.walls import kit_walls
from msp_desktop.services.stages import team_words
from msp_desktop.services.vigilance_facts import team_is_there

#: Whoever leaves within so many years is not sure to come: premises take as long.
YEARS = 5


class WallsView(Struct, frozen=True):
    """What the page shows: why it is closed ("" where it is open), whether the ARS has validated, what is supposed.

    `balance` is None while something is `lacking`.
    """

    closed: str
    approved: bool
    premises: Premises
    needs: tuple[PremisesNeed, ...]
    lacking: tuple[str, ...]
    balance: WallsBalance | None

    @property
    def empty(self) -> bool:
        """Tell whether nobody has written anything yet."""
        return is_empty(self.premises, self.needs)


# --- reading -------------------------------------------------------------------------------------


def walls_view(reader: Reader) -> WallsView:
    """Return what is supposed of premises and what it gives."""
    kept, needs = premises(reader), tuple(reader.all(PremisesNeed, order="position, id"))
    missing = lacking(kept, needs)
    stage = reader.find(ProjectStage, code="validation")
    return WallsView(
        closed="" if team_is_there(reader) else f"{kit_walls().closed} {team_words(reader)}",
        approved=stage is not None and stage.state is StageState.DONE,
        premises=kept,
        needs=needs,
        lacking=missing,
        balance=None if missing else walls_balance(kept, needs),
    )


def premises(reader: Reader) -> Premises:
    """Return what is supposed of the building, empty where nothing is."""
    return reader.find(Premises, id=1) or Premises()


def profession_words(need: PremisesNeed) -> str:
    """Return what a need is called: its profession, else what was noted of it."""
    if not need.profession:
        return need.note
    return kit_inventory().profession(need.profession).masculine


def case_words() -> tuple[CaseWords, ...]:
    """Return the three cases in the method's words."""
    return tuple(CaseWords(case.code, case.title, case.text) for case in map(kit_walls().case, Case))


# --- writing -------------------------------------------------------------------------------------


def update_premises(store: Store, _key: int, change: Change[Premises]) -> None:
    """Change what is supposed of the building."""
    with store.write(_("Premises: figures"), merges=True) as transaction:
        if transaction.find(Premises, id=1) is None:
            transaction.insert(change.applied_to(Premises()))
        else:
            transaction.update(1, change)


def take_from_inventory(store: Store, today: date) -> int:
    """Add an office for each professional ready to commit, by profession; return how many professions were added.

    Professions already in the table stay as they are. UserError where nobody is ready, or all are there.
    """
    reader = store.reader
    present = {need.profession for need in reader.all(PremisesNeed)}
    ready = [row for row in reader.all(HealthProfessional, order="id") if row.ready is Tri.YES]
    counts = Counter(row.profession for row in ready)
    staying = [row for row in ready if not within(row, YEARS, today)]
    sure = Counter(row.profession for row in staying)
    age = (reader.find(Inventory, id=1) or Inventory()).retirement_age
    leaving = Counter(row.profession for row in staying if possible_span(row, age, today))
    kit = kit_inventory()
    wanted = sorted(set(counts) - present, key=lambda code: (kit.order_of(code), code))
    if not counts:
        raise UserError(_("In the inventory, nobody is noted as ready to commit: write the professions here instead."))
    if not wanted:
        raise UserError(_("The professions ready to commit are all in the table already."))
    with store.write(_("Needs taken from the inventory")) as transaction:
        for code in wanted:
            transaction.insert(
                PremisesNeed(
                    position=transaction.next_position(PremisesNeed), profession=code, offices=counts[code],
                    sure=sure[code], expected=counts[code], leaving=leaving[code],
                )
            )  # fmt: skip
    return len(wanted)


def add_need(store: Store) -> PremisesNeed:
    """Add a line to the table of needs, to be filled in."""
    with store.write(_("Need of premises added")) as transaction:
        return transaction.insert(PremisesNeed(position=transaction.next_position(PremisesNeed)))


def update_need(store: Store, need_id: int, change: Change[PremisesNeed]) -> None:
    """Change a need."""
    with store.write(_("Needs of premises"), merges=True) as transaction:
        transaction.update(need_id, change)


def delete_needs(store: Store, ids: Sequence[int]) -> None:
    """Take needs out of the table."""
    with store.write(_("Need of premises taken out")) as transaction:
        for need_id in ids:
            transaction.delete(PremisesNeed, need_id)

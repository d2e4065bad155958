"""The inventory: questions and findings, the registers behind them, the drafts they give."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, cast

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import LARGE, Store
from msp_desktop.domain import findings as drafts
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.forecast import within
from msp_desktop.domain.inventory import (
    OTHER,
    RETIREMENT_AGES,
    AgeBand,
    Dynamic,
    Finding,
    HealthProfessional,
    Inventory,
    Need,
    Offer,
    Opportunity,
    Proximity,
)
from msp_desktop.domain.inventory_views import (
    DepartureSpan,
    FindingView,
    InventoryView,
    ProfessionalView,
    ProfessionCount,
    ThemeView,
    Trait,
    how_many,
)
from msp_desktop.domain.people import Category, Person, display_name
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.bodies import follow_body, write_person
from msp_desktop.services.public_figures import figure_views
from msp_desktop.services.register import departure_spans, register

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: Professions whose absence in the commune is worth saying in a draft.
EXPECTED = ("medecin", "infirmier", "pharmacien", "masseur-kinesitherapeute", "sage-femme", "chirurgien-dentiste")


# --- reading -------------------------------------------------------------------------------------


def inventory_view(reader: Reader, today: date) -> InventoryView:
    """Return the inventory as of a day."""
    inventory = reader.find(Inventory, id=1) or Inventory()
    known = register(reader)
    counts = profession_counts(known.tally)
    departures = departure_spans(reader, inventory.retirement_age, today)
    offers = tuple(reader.all(Offer, order="position, id"))
    dynamics = tuple(reader.all(Dynamic, order="position, id"))
    needs = tuple(reader.all(Need, order="position, id"))
    opportunities = tuple(reader.all(Opportunity, order="position, id"))
    commune = reader.one(Commune, 1)
    written = _drafts(known.tally, counts, departures, dynamics, needs, opportunities, commune.name, today)
    return InventoryView(
        today=today,
        inventory=inventory,
        themes=_themes(reader, written),
        professionals=known.views,
        offers=offers,
        dynamics=dynamics,
        needs=needs,
        opportunities=opportunities,
        counts=counts,
        ages=tuple((band, how_many(known.tally, age_band=band)) for band in AgeBand),
        departures=departures,
        figures=figure_views(reader),
    )


def professional_views(reader: Reader) -> tuple[ProfessionalView, ...]:
    """Return the professionals, by profession in the method's order, the commune's first, then by name."""
    return register(reader).views


def profession_counts(tally: Mapping[Trait, int]) -> tuple[ProfessionCount, ...]:
    """Count the professionals by profession, here and nearby, the most numerous first."""
    kit = kit_inventory()
    counts = []
    for code in sorted({trait.profession for trait in tally}, key=lambda code: (kit.order_of(code), code)):
        here = how_many(tally, profession=code, place=Proximity.HERE)
        nearby = how_many(tally, profession=code, place=Proximity.NEARBY)
        counts.append(ProfessionCount(code, kit.profession(code).counted(here + nearby), here, nearby))
    return tuple(sorted(counts, key=lambda count: -(count.here + count.nearby)))


def departures_by_horizon(view: InventoryView) -> dict[str, int]:
    """Count the known departures within two and five years, and those age makes possible within ten."""
    rows = [professional.row for professional in view.professionals]
    return {
        "within_2_years": sum(within(row, 2, view.today) for row in rows),
        "within_5_years": sum(within(row, 5, view.today) for row in rows),
        "possible_within_10_years": sum(span.possible for span in view.departures),
    }


def _themes(reader: Reader, written: dict[str, str]) -> tuple[ThemeView, ...]:
    kit = kit_inventory()
    rows = reader.all(Finding, order="position, id")
    themes = []
    for theme in kit.themes:
        views = []
        for row in rows:
            if row.theme != theme.code:
                continue
            question = kit.question(row.kit_code)
            text = row.question or (question.text if question else "")
            draft = written.get(row.kit_code or "", "")
            views.append(
                FindingView(row.id, row.kit_code, theme.code, text, row.answer, draft, row.noted_on, not row.kit_code)
            )
        themes.append(ThemeView(theme.code, theme.title, theme.short_title, tuple(views)))
    return tuple(themes)


def _drafts(
    tally: Mapping[Trait, int],
    counts: tuple[ProfessionCount, ...],
    departures: tuple[DepartureSpan, ...],
    dynamics: tuple[Dynamic, ...],
    needs: tuple[Need, ...],
    opportunities: tuple[Opportunity, ...],
    commune: str,
    today: date,
) -> dict[str, str]:
    kit = kit_inventory()
    expected = [(code, kit.profession(code).masculine) for code in EXPECTED]
    return {
        "combien": drafts.professionals_sentence(tally, commune),
        "metiers": drafts.professions_sentence(counts, expected),
        "departs": drafts.departures_sentence(departures, today.year + 2),
        "isoles": drafts.alone_sentence(tally),
        "difficultes": drafts.needs_sentence(needs),
        "publics": drafts.publics_sentence(needs),
        "motives": drafts.ready_sentence(tally),
        "dynamiques": drafts.dynamics_sentence(dynamics, opportunities),
    }


# --- writing -------------------------------------------------------------------------------------


def seed_inventory(transaction: Transaction) -> None:
    """Insert the method's eight questions into a new dossier."""
    transaction.insert(Inventory())
    for position, question in enumerate(kit_inventory().questions, 1):
        transaction.insert(Finding(kit_code=question.code, theme=question.theme, position=position))


def update_inventory(store: Store, change: Change[Inventory]) -> None:
    """Change what concerns the inventory as a whole: made with the federation, when, retirement age."""
    age = change.values.get("retirement_age")
    least, most = RETIREMENT_AGES
    if age is not None and not least <= age <= most:
        raise UserError(_("The retirement age must be between 55 and 80."))
    with store.write(_("Inventory: how it was made"), merges=True) as transaction:
        transaction.update(1, change)


def write_finding(store: Store, finding_id: int, answer: str, today: date, *, drafted: bool = False) -> None:
    """Write a finding; `drafted` when a proposal is taken as it is."""
    before = store.reader.one(Finding, finding_id)
    noted = today if answer.strip() else None
    label = (
        _("Finding taken: « {text} »").format(text=answer)
        if drafted
        else _("Finding: {question}").format(question=_question(before))
    )
    with store.write(label, merges=not drafted) as transaction:
        transaction.update(
            finding_id, Change(Finding, answer=answer, noted_on=before.noted_on if before.noted_on and noted else noted)
        )


def add_question(store: Store, theme: str, question: str) -> Finding:
    """Add a question of the town's own."""
    if not question.strip():
        raise UserError(_("Write the question first."))
    with store.write(_("Question added: {question}").format(question=question.strip())) as transaction:
        return transaction.insert(
            Finding(theme=theme, position=transaction.next_position(Finding), question=question.strip())
        )


def reword_question(store: Store, finding_id: int, question: str) -> None:
    """Change a question's words; empty ones bring the method's back."""
    before = store.reader.one(Finding, finding_id)
    kit = kit_inventory().question(before.kit_code)
    words = question.strip()
    if kit and words == kit.text:
        words = ""
    if kit is None and not words:
        raise UserError(_("A question needs words: delete it instead."))
    with store.write(_("Question reworded"), merges=True) as transaction:
        transaction.update(finding_id, Change(Finding, question=words))


def delete_question(store: Store, finding_id: int) -> None:
    """Delete a question of the town's own, with its finding."""
    row = store.reader.one(Finding, finding_id)
    if row.kit_code:
        raise UserError(_("A question of the method is not deleted: leave it empty."))
    with store.write(_("Question deleted: {question}").format(question=row.question)) as transaction:
        transaction.delete(Finding, finding_id)


def add_professional(store: Store, person: Person, row_values: dict[str, Any]) -> HealthProfessional:
    """Add a professional to the directory and the register at once."""
    if not (person.last_name.strip() or person.first_name.strip() or person.organisation.strip()):
        raise UserError(_("Write at least the professional's name."))
    with store.write(_("Professional added: {name}").format(name=display_name(person))) as transaction:
        added = insert_professional(transaction, person, row_values)
        follow_body(transaction, None, transaction.one(Person, added.person_id))
        return added


def insert_professional(transaction: Transaction, person: Person, row_values: dict[str, Any]) -> HealthProfessional:
    """Insert a professional within a transaction: the person, then the register's row."""
    kept = transaction.insert(person)
    transaction.update(kept.id, Change(Person, category=Category.PROFESSIONAL))
    return transaction.insert(HealthProfessional(person_id=kept.id, **row_values))


def update_professional(
    store: Store, professional_id: int, *parts: Change[Person] | Change[HealthProfessional]
) -> None:
    """Change a professional, in the directory and in the register alike."""
    row = store.reader.one(HealthProfessional, professional_id)
    name = display_name(store.reader.one(Person, row.person_id))
    with store.write(_("Professional: {name}").format(name=name), merges=True) as transaction:
        for part in parts:
            if part.record is Person:
                write_person(transaction, row.person_id, part)
            else:
                transaction.update(professional_id, cast(Change[HealthProfessional], part))


def write_professional(
    store: Store, professional_id: int, today: date, *parts: Change[Person] | Change[HealthProfessional]
) -> None:
    """Change fields of a professional as they are known today: an age band is stored with the date.

    A day noted before the band was known stays; an age that is unknown again has none.
    """
    band = next((part.values["age_band"] for part in parts if "age_band" in part.values), None)
    if band is not None:
        row = store.reader.one(HealthProfessional, professional_id)
        noted_before = row.age_noted_on if row.age_band is AgeBand.UNKNOWN else None
        noted_on = None if band is AgeBand.UNKNOWN else noted_before or today
        parts = (*parts, Change(HealthProfessional, age_noted_on=noted_on))
    update_professional(store, professional_id, *parts)


def delete_professionals(store: Store, ids: list[int]) -> None:
    """Delete professionals everywhere, in one step: register, directory, guests."""
    from msp_desktop.services.people import delete_people

    delete_people(store, [store.reader.one(HealthProfessional, key).person_id for key in ids])


R = TypeVar("R", bound=Struct)

REGISTERS: dict[str, type[Any]] = {"offers": Offer, "dynamics": Dynamic, "needs": Need, "opportunities": Opportunity}


def add_row(store: Store, first: Change[R]) -> R:
    """Add a row that begins with these values to the register of offers, dynamics, needs or opportunities."""
    with store.write(_register_label(_register_of(first.record), _("added"))) as transaction:
        return transaction.insert(first.record(position=transaction.next_position(first.record), **first.values))


def update_row(store: Store, row_id: int, change: Change[Any]) -> None:
    """Change a row of a register."""
    with store.write(_register_label(_register_of(change.record), _("changed")), merges=True) as transaction:
        transaction.update(row_id, change)


def delete_rows(store: Store, register: str, ids: list[int]) -> None:
    """Delete rows of a register, in one step."""
    with store.write(_register_label(register, _("deleted")), large=len(ids) >= LARGE) as transaction:
        for row_id in ids:
            transaction.delete(REGISTERS[register], row_id)


def _register_of(record: type[Any]) -> str:
    return next(register for register, kept in REGISTERS.items() if kept is record)


def drop_blank_row(store: Store, register: str, row_id: int) -> None:
    """Take a row back in which nothing was written: the step that added it where it is the last."""
    row = store.reader.find(REGISTERS[register], id=row_id)
    if row is None or says_something(row):
        return
    if store.history.undo_label() == _register_label(register, _("added")):
        store.undo()
    else:
        delete_rows(store, register, [row_id])


def says_something(row: Any) -> bool:
    """Tell whether a row but a professional's has words, or a kind: a strength alone is no need."""
    words = ("name", "title", "who", "said_by", "public", "details", "town")
    return any(getattr(row, name, "") for name in words) or getattr(row, "kind", OTHER) not in ("", OTHER)


def _register_label(register: str, what: str) -> str:
    names = {
        "offers": _("Offer of care: {what}"),
        "dynamics": _("Dynamic: {what}"),
        "needs": _("Need: {what}"),
        "opportunities": _("Opportunity: {what}"),
    }
    return names[register].format(what=what)


def _question(row: Finding) -> str:
    kit = kit_inventory().question(row.kit_code)
    return row.question or (kit.text if kit else "")

"""The inventory: questions and findings, the registers behind them, the drafts they give."""

from __future__ import annotations

from collections import Counter
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain import findings as drafts
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.forecast import known_span, possible_span, within
from msp_desktop.domain.inventory import (
    RETIREMENT_AGES,
    AgeBand,
    Departure,
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
)
from msp_desktop.domain.people import Category, Person, display_name
from msp_desktop.errors import UserError
from msp_desktop.formats.dates import month_name
from msp_desktop.formats.names import gendered
from msp_desktop.formats.numbers import decimal
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: Professions whose absence in the commune is worth saying in a draft.
EXPECTED = ("medecin", "infirmier", "pharmacien", "masseur-kinesitherapeute", "sage-femme", "chirurgien-dentiste")


#: What the register is made from.
_REGISTER = (HealthProfessional, Person)
#: The departure of each professional by id, None where there is none, with the view it was computed from.
_Spans = dict[int, tuple[ProfessionalView, DepartureSpan | None]]


#: What the kind of a row is until somebody chooses.
OTHER = "autre"


_DEPARTURES = {
    Departure.WITHIN_2: "d’ici 2 ans",
    Departure.FROM_3_TO_5: "dans 3 à 5 ans",
    Departure.NONE_KNOWN: "aucun connu",
}


# --- reading -------------------------------------------------------------------------------------


def inventory_view(reader: Reader, today: date) -> InventoryView:
    """Return the inventory as of a day."""
    inventory = reader.find(Inventory, id=1) or Inventory()
    professionals = professional_views(reader)
    counts = profession_counts(professionals)
    departures = departure_spans(reader, inventory.retirement_age, today)
    offers = tuple(reader.all(Offer, order="position, id"))
    dynamics = tuple(reader.all(Dynamic, order="position, id"))
    needs = tuple(reader.all(Need, order="position, id"))
    opportunities = tuple(reader.all(Opportunity, order="position, id"))
    commune = reader.one(Commune, 1)
    written = _drafts(professionals, counts, departures, dynamics, needs, opportunities, commune.name, today)
    bands = Counter(view.row.age_band for view in professionals)
    return InventoryView(
        today=today,
        inventory=inventory,
        themes=_themes(reader, written),
        professionals=professionals,
        offers=offers,
        dynamics=dynamics,
        needs=needs,
        opportunities=opportunities,
        counts=counts,
        ages=tuple((band, bands.get(band, 0)) for band in AgeBand),
        departures=departures,
    )


def professional_views(reader: Reader) -> tuple[ProfessionalView, ...]:
    """Return the professionals, by profession in the method's order, the commune's first, then by name.

    The view of a professional who has not changed is the same object as before.
    """
    return tuple(
        entry.view for entry in reader.renewed("register", _REGISTER, lambda before: _entries(reader, before)).values()
    )


class _Entry(Struct, frozen=True):
    """A professional's view and the place it has in the register."""

    view: ProfessionalView
    place: tuple[Any, ...]


def _entries(reader: Reader, before: dict[int, _Entry] | None) -> dict[int, _Entry]:
    """Return the register's entries in their order, those of `before` whose records are the same objects kept."""
    before = before or {}
    found = {}
    for row, person in professionals_and_people(reader):
        entry = before.get(row.id)
        if entry is None or entry.view.row is not row or entry.view.person is not person:
            entry = _entry(row, person)
        found[row.id] = entry
    # Nearly in order to begin with: sorting then takes one look at each.
    entries = [found[key] for key in before if key in found]
    entries += [entry for key, entry in found.items() if key not in before]
    return {entry.view.id: entry for entry in sorted(entries, key=attrgetter("place"))}


def _entry(row: HealthProfessional, person: Person) -> _Entry:
    place = (
        kit_inventory().order_of(row.profession),
        row.place is not Proximity.HERE,
        fold(person.last_name),
        fold(person.first_name),
        row.id,
    )
    return _Entry(_professional_view(row, person), place)


def professionals_and_people(reader: Reader) -> list[tuple[HealthProfessional, Person]]:
    """Return the register's rows, each with the person it is about."""
    return reader.each_with(HealthProfessional, Person, "person_id")


def profession_counts(professionals: tuple[ProfessionalView, ...]) -> tuple[ProfessionCount, ...]:
    """Count the professionals by profession, here and nearby, the most numerous first."""
    numbers = Counter((v.row.profession, v.row.place) for v in professionals)
    kit = kit_inventory()
    counts = []
    for code in dict.fromkeys(code for code, _place in numbers):
        here, nearby = numbers[code, Proximity.HERE], numbers[code, Proximity.NEARBY]
        counts.append(ProfessionCount(code, kit.profession(code).counted(here + nearby), here, nearby))
    return tuple(sorted(counts, key=lambda count: -(count.here + count.nearby)))


def departure_spans(reader: Reader, retirement_age: int, today: date) -> tuple[DepartureSpan, ...]:
    """Return the departures to come: known ones by date, then those that age makes possible."""

    def again(before: _Spans | None) -> _Spans:
        known = before or {}
        return {
            view.id: kept
            if (kept := known.get(view.id)) and kept[0] is view
            else (view, _departure_span(view.row, retirement_age, today))
            for view in professional_views(reader)
        }

    made = reader.renewed(("departures", retirement_age, today), _REGISTER, again)
    spans = [span for _view, span in made.values() if span is not None]
    spans.sort(key=attrgetter("end"))
    spans.sort(key=attrgetter("possible"))
    return tuple(spans)


def _departure_span(row: HealthProfessional, retirement_age: int, today: date) -> DepartureSpan | None:
    label = kit_inventory().profession(row.profession).masculine
    known = known_span(row, today)
    if known:
        return DepartureSpan(label, departure_words(row), known[0], known[1], False, row.place)
    possible = possible_span(row, retirement_age, today)
    return DepartureSpan(label, "possible", possible[0], possible[1], True, row.place) if possible else None


def departure_words(row: HealthProfessional) -> str:
    """Return « annoncé, fin 2027 », « d'ici 2 ans », « dans 3 à 5 ans », « aucun connu », « – »."""
    if row.departure is Departure.ANNOUNCED:
        if row.departure_on is None:
            return "annoncé"
        late = row.departure_on.month >= 10
        when = (
            f"fin {row.departure_on.year}" if late else f"{month_name(row.departure_on.month)} {row.departure_on.year}"
        )
        return f"annoncé, {when}"
    return _DEPARTURES.get(row.departure, "–")


def departures_by_horizon(view: InventoryView) -> dict[str, int]:
    """Count the known departures within two and five years, and those age makes possible within ten."""
    rows = [professional.row for professional in view.professionals]
    return {
        "within_2_years": sum(within(row, 2, view.today) for row in rows),
        "within_5_years": sum(within(row, 5, view.today) for row in rows),
        "possible_within_10_years": sum(span.possible for span in view.departures),
    }


def _professional_view(row: HealthProfessional, person: Person) -> ProfessionalView:
    kit = kit_inventory().profession(row.profession)
    where = "commune" if row.place is Proximity.HERE else row.town or "à proximité"
    if row.place is Proximity.NEARBY and row.distance_km:
        where += f", {decimal(row.distance_km)}\u00a0km"
    label = gendered(person.civility, kit.masculine, kit.feminine)
    return ProfessionalView(row.id, display_name(person), label, where, person, row)


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
    professionals: tuple[ProfessionalView, ...],
    counts: tuple[ProfessionCount, ...],
    departures: tuple[DepartureSpan, ...],
    dynamics: tuple[Dynamic, ...],
    needs: tuple[Need, ...],
    opportunities: tuple[Opportunity, ...],
    commune: str,
    today: date,
) -> dict[str, str]:
    here = sum(view.row.place is Proximity.HERE for view in professionals)
    kit = kit_inventory()
    expected = [(code, kit.profession(code).masculine) for code in EXPECTED]
    return {
        "combien": drafts.professionals_sentence(professionals, here, commune),
        "metiers": drafts.professions_sentence(counts, expected),
        "departs": drafts.departures_sentence(departures, today.year + 2),
        "isoles": drafts.alone_sentence(professionals),
        "difficultes": drafts.needs_sentence(needs),
        "publics": drafts.publics_sentence(needs),
        "motives": drafts.ready_sentence(professionals),
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
        return insert_professional(transaction, person, row_values)


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
                transaction.update(row.person_id, part)
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
    with store.write(_register_label(register, _("deleted"))) as transaction:
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

"""Who does, says or attends something: people of the directory by reference, and words for anybody else.

What a record keeps in words is in one of its text fields (`PARTS`); whoever reads it asks here for the names shown.
Nothing here needs SQLAlchemy: the first screen shows who does what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.db.reader import GIVEN, Reader
from msp_desktop.domain.action_sheets import ActionSheet, SheetFunding, SheetStep
from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment, Who, who_typed, who_words
from msp_desktop.domain.calls import Call
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune, mayor_name
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.conditions import ConditionRating
from msp_desktop.domain.coordination import CoordinationOption, CoordinatorPost
from msp_desktop.domain.diagnosis import Diagnosis, DiagnosisSource, DiagnosisStep, WatchNote
from msp_desktop.domain.evaluation import EvaluationQuestion
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.instances import Instance
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.meetings import NextStep
from msp_desktop.domain.neighbours import NeighbourTown
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Category, Person, display_name, plain_name, sorting_name
from msp_desktop.domain.roles import RoleShare
from msp_desktop.domain.schemes import Scheme
from msp_desktop.domain.stages import RoadStep
from msp_desktop.domain.town_hall import is_mayor
from msp_desktop.domain.welcome import WelcomeEntry, WelcomeStep
from msp_desktop.errors import UserError
from msp_desktop.formats.french.civility import as_written
from msp_desktop.formats.french.people import is_feminine, mayor_words
from msp_desktop.formats.french.trades import trade
from msp_desktop.formats.text import fold, quoted
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.federations import own_federation
from msp_desktop.services.letterhead import current_referent

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

R = TypeVar("R", bound=Struct)


class Part(Struct, frozen=True):
    """One way people have a part in a record: the field for who is nobody's entry, and the reference of an `Assignment`."""

    record: type[Any]
    words: str
    reference: str


PARTS = (
    Part(Action, "assignee", "action_id"),
    Part(Objective, "person", "objective_id"),
    Part(Communication, "person", "communication_id"),
    Part(NextStep, "person", "next_step_id"),
    Part(Exchange, "with_whom", "exchange_id"),
    Part(Exchange, "next_step_by", "follow_up_id"),
    Part(RoleShare, "who", "role_share_id"),
    Part(WelcomeEntry, "person", "welcome_entry_id"),
    Part(WelcomeStep, "person", "welcome_step_id"),
    Part(ActionSheet, "lead", "sheet_lead_id"),
    Part(ActionSheet, "elected", "sheet_elected_id"),
    Part(ActionSheet, "partners", "sheet_partner_id"),
    Part(SheetStep, "who", "sheet_step_id"),
    Part(SheetFunding, "funder", "funding_id"),
    Part(RoadStep, "person", "road_step_id"),
    Part(NeighbourTown, "contact", "neighbour_town_id"),
    Part(ConditionRating, "person", "condition_rating_id"),
    Part(Scheme, "carried_by", "scheme_id"),
    Part(Scheme, "contact", "scheme_contact_id"),
    Part(CoordinationOption, "employer", "coordination_option_id"),
    Part(CoordinatorPost, "holder", "post_holder_id"),
    Part(CoordinatorPost, "contact", "post_contact_id"),
    Part(CoordinatorPost, "signer", "post_signer_id"),
    Part(Diagnosis, "led_by", "diagnosis_id"),
    Part(DiagnosisStep, "who", "diagnosis_step_id"),
    Part(DiagnosisSource, "holder", "diagnosis_source_id"),
    Part(WatchNote, "said_by", "watch_note_id"),
    Part(Instance, "led_by", "instance_id"),
    Part(Call, "answered_by", "call_id"),
    Part(EvaluationQuestion, "seen_to_by", "evaluation_question_id"),
)


# --- reading -------------------------------------------------------------------------------------


def as_shown(reader: Reader, record: type[R], rows: Iterable[Any], *, few: bool = False) -> list[R]:
    """Return records of one kind with, in the field of their words, the names of those linked to them first.

    `few` asks for the links of these rows alone, one by one, for what must not change with the others.
    """
    shown = list(rows)
    for part in parts_of(record):
        if few:
            names = {row.id: found for row in shown for found in names_of(reader, record, row.id, part.words).values()}
        else:
            names = names_of(reader, record, words=part.words)
        shown = [
            replace(row, **{part.words: who_words(names[row.id], getattr(row, part.words))}) if row.id in names else row
            for row in shown
        ]
    return shown


def one_shown(reader: Reader, record: type[R], row_id: int) -> R:
    """Return one record as `as_shown` does; RecordGoneError where there is none."""
    return as_shown(reader, record, [reader.one(record, row_id)], few=True)[0]


def parts_of(record: type[Any]) -> tuple[Part, ...]:
    """Return the ways people have a part in a record, the first one first."""
    return tuple(part for part in PARTS if part.record is record)


def known_labels(reader: Reader) -> dict[int, str]:
    """Return the label of everybody, as `label_of` says it, from one look at the whole directory."""
    return _labels(reader)


def names_of(
    reader: Reader,
    record: type[Any],
    row_id: int | None = None,
    words: str = "",
    naming: Callable[[Reader, int], str] | None = None,
) -> dict[int, tuple[str, ...]]:
    """Return the names of the people linked, by the ids of the records; of one record where its id is given.

    `words` is the field of the others, where a record has several; `naming` says somebody's name, `label_of` if not given.
    """
    naming = naming or label_of
    column = _part(record, words).reference
    equals: dict[str, Any] = {column: GIVEN if row_id is None else row_id}
    found: dict[int, tuple[str, ...]] = {}
    labels: dict[int, str] = {}
    for link in reader.all(Assignment, order="position, id", **equals):
        label = labels.get(link.person_id) or labels.setdefault(link.person_id, naming(reader, link.person_id))
        row = getattr(link, column)
        found[row] = (*found.get(row, ()), label)
    return found


def label_of(reader: Reader, person_id: int) -> str:
    """Return the name that means this person alone: with what they are where another entry bears it too."""
    person = reader.one(Person, person_id)
    # The few who share it are asked for, not the whole directory: what a paper was made from must not change with
    # strangers.
    body = {} if person.first_name or person.last_name else {"organisation": person.organisation}
    alike = reader.all(Person, order="id", limit=None, first_name=person.first_name, last_name=person.last_name, **body)
    same = [other for other in alike if display_name(other) == display_name(person)]
    if len(same) < 2:
        return display_name(person)
    return _told_apart(same, {other.id: _detail(reader, other) for other in same})[person_id]


def short_label_of(reader: Reader, person_id: int) -> str:
    """Return « Mme Roche », the label of `label_of` for those of whom that is not enough."""
    person = reader.one(Person, person_id)
    if not (person.civility and person.last_name):
        return label_of(reader, person_id)
    same = reader.all(Person, order="id", limit=2, civility=person.civility, last_name=person.last_name)
    return label_of(reader, person_id) if len(same) > 1 else f"{as_written(person.civility)} {person.last_name}"


def detail_of(person: Person, professional: HealthProfessional | None) -> str:
    """Return what a person is: profession and town for a professional, else function or body."""
    if professional is None:
        return person.function or (person.organisation if person.last_name else "")
    kit = kit_inventory().profession(professional.profession)
    woman = is_feminine(person.civility)
    word = trade(kit.feminine if woman else kit.masculine, professional.speciality, feminine=woman)
    return ", ".join(filter(None, (word, professional.town)))


def names_for_who(reader: Reader) -> list[str]:
    """Return the directory, each told apart, and the mayor: who may be chosen where one says who does something."""
    names = list(_labels(reader).values())
    mayor = mayor_name(reader.one(Commune, 1))
    return names if not mayor or who_is(reader, mayor).person_ids else [*names, mayor]


def names_to_propose(reader: Reader) -> list[str]:
    """Return the mayor and the référent, by what they are until they have a name, then the others of `names_for_who`.

    The region's federation ends them where the directory has none yet.
    """
    commune, labels, names = reader.one(Commune, 1), _labels(reader), names_for_who(reader)
    term = current_referent(reader)
    named = mayor_name(commune)
    mayors = reader.kept("mayors", (Commune, Person, HealthProfessional), lambda: _mayors(reader))
    appointed = [labels[key] for key in (term.person_id, term.second_id) if key in labels] if term else []
    first = dict.fromkeys(
        (
            *(mayors or [named if named in names else mayor_words(commune.mayor_civility)["le_maire"]]),
            *(appointed or [UNNAMED_REFERENT]),
        )
    )
    federation = (
        []
        if not commune.region_code or reader.all(Person, category=Category.FEDERATION)
        else [own_federation(reader).name]
    )
    return [*first, *(name for name in names if name not in first), *federation]


#: Who sees to something for as long as no référent is known.
UNNAMED_REFERENT = "le référent santé"


def who_is(reader: Reader, typed: str) -> Who:
    """Return whom a line means: « Mme Roux, le secrétariat »."""
    exact, folded = _bearers(reader)

    def person_named(name: str) -> int | None:
        return exact.get(name) or folded.get(" ".join(fold(name).split()))

    return who_typed(typed, person_named)


def names_in(reader: Reader, typed: str) -> tuple[tuple[str, ...], str]:
    """Return the names of those of the directory whom a line means, and its words for whoever is no entry there."""
    if not typed.strip():
        return (), ""
    who, labels = who_is(reader, typed), _labels(reader)
    return tuple(labels[key] for key in who.person_ids), who.text


def person_named(reader: Reader, typed: str) -> int:
    """Return the person or body of the directory meant by a name, a number, or a part of a name that is theirs alone.

    UserError where nobody or several are meant: of those who bear one name, none is it more than the others.
    """
    words = fold(typed).split()
    labels = _labels(reader)
    same = [
        person.id
        for person in reader.all(Person)
        if words and words in (fold(display_name(person)).split(), fold(plain_name(person)).split())
    ]
    if len(same) > 1:
        raise UserError(several(reader, typed, same))
    if typed.strip() in map(str, labels):
        return int(typed)
    known = who_is(reader, typed).person_ids
    meant = known or [key for key, label in labels.items() if words and all(word in fold(label) for word in words)]
    if len(meant) == 1:
        return meant[0]
    if not meant:
        raise UserError(_("Nobody is called « {name} » in the directory.").format(name=quoted(typed)))
    names = ", ".join(labels[key] for key in list(meant)[:_MEANT])
    raise UserError(_("« {name} » may be several people: {names}.").format(name=quoted(typed), names=names))


def several(reader: Reader, typed: str, ids: Iterable[int]) -> str:
    """Return the sentence that says whom a name may mean, each with what tells them apart and the number to give."""
    labels = _labels(reader)
    these = ", ".join(f"{key} {labels.get(key, '')}".strip() for key in ids)
    return _("Several people are called « {name} »: give the number of one ({these}).").format(
        name=quoted(typed), these=these
    )


def _mayors(reader: Reader) -> list[str]:
    commune, labels = reader.one(Commune, 1), _labels(reader)
    return [labels[person.id] for person in reader.all(Person) if person.id in labels and is_mayor(commune, person)]


#: People named where a name may be several's.
_MEANT = 5


def _labels(reader: Reader) -> dict[int, str]:
    """Return the label of each person, the professionals first, then by name."""
    return reader.kept("labels", (Person, HealthProfessional), lambda: _make_labels(reader))


def _make_labels(reader: Reader) -> dict[int, str]:
    listed = {row.person_id: row for row in reader.all(HealthProfessional)}
    people = sorted(reader.all(Person), key=lambda p: (p.id not in listed, *map(fold, sorting_name(p))))
    by_name: dict[str, list[Person]] = {}
    for person in people:
        by_name.setdefault(display_name(person), []).append(person)
    labels: dict[int, str] = {}
    for name, same in by_name.items():
        if len(same) > 1:
            labels |= _told_apart(same, {p.id: detail_of(p, listed.get(p.id)) for p in same})
        elif name:
            labels[same[0].id] = name
    return {person.id: labels[person.id] for person in people if labels.get(person.id)}


def _bearers(reader: Reader) -> tuple[dict[str, int], dict[str, int]]:
    """Return who alone bears each name as it is written, and without accents and case."""
    return reader.kept("bearers", (Person, HealthProfessional), lambda: _make_bearers(reader))


def _make_bearers(reader: Reader) -> tuple[dict[str, int], dict[str, int]]:
    labels = _labels(reader)
    exact: dict[str, set[int]] = {}
    folded: dict[str, set[int]] = {}
    for person in reader.all(Person):
        for name in filter(None, (display_name(person), plain_name(person))):
            exact.setdefault(name, set()).add(person.id)
            folded.setdefault(" ".join(fold(name).split()), set()).add(person.id)
    alone = {name: next(iter(ids)) for name, ids in exact.items() if len(ids) == 1}
    alone |= {label: person for person, label in labels.items()}
    return alone, {name: next(iter(ids)) for name, ids in folded.items() if len(ids) == 1}


def _told_apart(same: list[Person], details: dict[int, str]) -> dict[int, str]:
    """Return « Jean Martin (kinésithérapeute) », or « Jean Martin (2) » where nothing else tells them apart."""
    found = {}
    for person in sorted(same, key=lambda p: p.id):
        twins = [other.id for other in sorted(same, key=lambda p: p.id) if details[other.id] == details[person.id]]
        number = str(twins.index(person.id) + 1) if len(twins) > 1 else ""
        words = " ".join(filter(None, (details[person.id], number)))
        found[person.id] = f"{display_name(person)} ({words})" if words else display_name(person)
    return found


def _detail(reader: Reader, person: Person) -> str:
    return detail_of(person, reader.find(HealthProfessional, person_id=person.id))


def _part(record: type[Any], words: str = "") -> Part:
    """Return the part of a record kept under a field, its first where none is named."""
    return next(part for part in parts_of(record) if words in ("", part.words))


# --- writing -------------------------------------------------------------------------------------


def write_who(transaction: Transaction, record: type[Any], row_id: int, who: Who, words: str = "") -> None:
    """Link a record to these people, in their order, and keep the words for the others in the field `words` (the first)."""
    part = _part(record, words)
    equals: dict[str, Any] = {part.reference: row_id}
    present = transaction.all(Assignment, order="position, id", **equals)
    if tuple(link.person_id for link in present) != who.person_ids:
        wanted = dict.fromkeys(who.person_ids)
        for link in present:
            if link.person_id not in wanted:
                transaction.delete(Assignment, link.id)
        kept = {link.person_id: link for link in present if link.person_id in wanted}
        for position, person_id in enumerate(who.person_ids, 1):
            if person_id not in kept:
                transaction.insert(Assignment(person_id=person_id, position=position, **equals))
            elif kept[person_id].position != position:
                transaction.update(kept[person_id].id, Change(Assignment, position=position))
    transaction.update(row_id, Change(record, **{part.words: who.text}))


def who_in(reader: Reader, change: Change[Any]) -> dict[str, Who]:
    """Return whom a change means by what is typed of who, by the field it is typed in."""
    return {
        part.words: who_is(reader, change.values[part.words])
        for part in parts_of(change.record)
        if change.values.get(part.words) is not None
    }


def write_change(transaction: Transaction, row_id: int, change: Change[R], who: Mapping[str, Who]) -> R:
    """Change a record, and whom it is linked to where the change said it (`who_in`)."""
    for words, meant in who.items():
        write_who(transaction, change.record, row_id, meant, words)
    rest = {name: value for name, value in change.values.items() if name not in who}
    return transaction.update(row_id, Change(change.record, **rest))


def copy_who(transaction: Transaction, record: type[Any], row_id: int, other: type[Any], other_id: int) -> None:
    """Link a record to the people another one is linked to, words included."""
    part = _part(record)
    equals: dict[str, Any] = {part.reference: row_id}
    people = tuple(link.person_id for link in transaction.all(Assignment, order="position, id", **equals))
    text = getattr(transaction.one(record, row_id), part.words)
    write_who(transaction, other, other_id, Who(people, text))

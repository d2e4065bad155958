"""How the coordination of a CLS is chosen, and the coordinator's post."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.coordination import CoordinationOption, CoordinatorPost, OptionView, PostSheet
from msp_desktop.domain.missions import Mission, Sheet
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.formats.french.case import uncapital
from msp_desktop.formats.french.people import all_feminine
from msp_desktop.formats.french.towns import town_hall
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _
from msp_desktop.method.cls import KitOption, kit_cls
from msp_desktop.method.guidance import glossary
from msp_desktop.method.referent import KitCommitment
from msp_desktop.services.missions import commitments, mission_groups, seed_missions
from msp_desktop.services.who import as_shown, one_shown, who_in, write_change

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: The most a figure of a way may be: hundredths of full time, euros a year.
_FIGURES = {"share": 100, "yearly_cost": 100_000_000, "ars_part": 100_000_000}


# --- reading -------------------------------------------------------------------------------------


def post_sheet(reader: Reader) -> PostSheet:
    """Return the ways of doing the coordination, the post, its missions and its profile."""
    kept = reader.find(CoordinatorPost, id=1) is not None
    post = one_shown(reader, CoordinatorPost, 1) if kept else CoordinatorPost()
    holders = _linked(reader, post_holder_id=1)
    rows = options(reader)
    feminine = all_feminine([person.civility for person in holders])
    return PostSheet(
        options=rows,
        post=post,
        begun=bool(reader.all(Mission, limit=1, sheet=Sheet.COORDINATOR)),
        groups=mission_groups(reader, Sheet.COORDINATOR, feminine),
        profile=mission_groups(reader, Sheet.PROFILE, feminine),
        commitments=tuple(commitments(reader, Sheet.COORDINATOR)),
        employer=next(iter(_linked(reader, coordination_option_id=post.option_id)), None) if post.option_id else None,
        holders=holders,
        feminine=feminine,
        employed_by_town=_is_the_town(reader, next((row.employer for row in rows if row.chosen), "")),
    )


def options(reader: Reader) -> tuple[OptionView, ...]:
    """Return the ways of doing the coordination that are compared, in their order."""
    post = reader.find(CoordinatorPost, id=1)
    rows = as_shown(reader, CoordinationOption, reader.all(CoordinationOption, order="position, id"))
    return tuple(
        OptionView(
            row.id, row.title, row.employer, row.share, row.yearly_cost, row.ars_part, row.left_to_pay(), row.in_favour,
            row.against, chosen=post is not None and post.option_id == row.id,
        )
        for row in rows
    )  # fmt: skip


def proposed_options(reader: Reader) -> tuple[KitOption, ...]:
    """Return the ways that may still be added to the comparison: ours, none of them the kit's."""
    there = {row.title for row in reader.all(CoordinationOption)}
    return tuple(option for option in kit_cls().options if option.title not in there)


def proposed_reports(reader: Reader) -> tuple[KitCommitment, ...]:
    """Return the lines that may be added to whom the coordinator reports to: ours, none of them the kit's."""
    there = {row.audience for row in commitments(reader, Sheet.COORDINATOR)}
    return tuple(line for line in kit_cls().commitments if line.to not in there)


def acronyms(sheet: PostSheet) -> tuple[tuple[str, str], ...]:
    """Return the acronyms that the sheet's missions say, each with what it stands for, in their order."""
    said = " ".join(line.text for group in (*sheet.kept(), *sheet.kept_profile()) for line in group.missions)
    words = dict.fromkeys(re.findall(r"\b[A-Z][A-Za-z]*[A-Z]\b", said))
    found = ((word, glossary().find(word)) for word in sorted(words))
    return tuple((word, uncapital(term.expanded)) for word, term in found if term is not None and term.expanded)


def _is_the_town(reader: Reader, words: str) -> bool:
    """Tell whether the words for who employs mean the town itself: « la commune », « mairie », its name."""
    commune = reader.one(Commune, 1).name
    own = {"commune", "la commune", "mairie", "la mairie", commune, town_hall(commune), f"commune {commune}"}
    return fold(words.strip()) in {fold(name) for name in own if name}


def _linked(reader: Reader, **equals: Any) -> tuple[Person, ...]:
    links = reader.all(Assignment, order="position, id", **equals)
    return tuple(reader.one(Person, link.person_id) for link in links)


# --- choosing how it is done ---------------------------------------------------------------------


def add_option(store: Store, title: str, in_favour: str = "", against: str = "") -> CoordinationOption:
    """Add a way of doing the coordination to the comparison."""
    words = title.strip()
    if not words:
        raise UserError(_("Write what this way of doing it is first."))
    with store.write(_("Coordination: « {title} » to compare").format(title=words)) as transaction:
        position = transaction.next_position(CoordinationOption)
        return transaction.insert(
            CoordinationOption(position=position, title=words, in_favour=in_favour, against=against)
        )


def propose_options(store: Store) -> None:
    """Put the ways we know in the comparison, without figures: the town finds and writes its own."""
    proposals = proposed_options(store.reader)
    if not proposals:
        return
    with store.write(_("Coordination: ways to compare")) as transaction:
        for option in proposals:
            position = transaction.next_position(CoordinationOption)
            transaction.insert(
                CoordinationOption(
                    position=position, title=option.title, in_favour=option.in_favour, against=option.against
                )
            )


def update_option(store: Store, option_id: int, change: Change[CoordinationOption]) -> None:
    """Change a way of doing the coordination; what the ARS pays is a part of the cost, not more."""
    row = store.reader.one(CoordinationOption, option_id)
    if "title" in change.values and not change.values["title"].strip():
        raise UserError(_("Write what this way of doing it is first."))
    if not all(0 <= (change.values.get(name) or 0) <= most for name, most in _FIGURES.items()):
        raise UserError(_("A share of time goes from 0 to 100 %, an amount from 0 € up: check what is typed."))
    cost = change.values.get("yearly_cost", row.yearly_cost)
    ars = change.values.get("ars_part", row.ars_part)
    if cost is not None and ars is not None and ars > cost:
        raise UserError(_("The ARS cannot pay more than the whole costs: check both amounts."))
    who = who_in(store.reader, change)
    with store.write(_("Coordination: « {title} »").format(title=row.title), merges=True) as transaction:
        write_change(transaction, option_id, change, who)


def delete_options(store: Store, *option_ids: int) -> None:
    """Take ways out of the comparison, in one step; the one chosen is then no longer chosen."""
    with store.write(_("Coordination: taken out of the comparison")) as transaction:
        for option_id in option_ids:
            post = transaction.find(CoordinatorPost, id=1)
            if post is not None and post.option_id == option_id:
                transaction.update(1, Change(CoordinatorPost, option_id=None, decided_on=None))
            transaction.delete(CoordinationOption, option_id)


def choose_option(store: Store, option_id: int | None, today: date) -> None:
    """Choose how the coordination is done, today unless its day is kept; None takes the choice back."""
    title = store.reader.one(CoordinationOption, option_id).title if option_id is not None else ""
    label = _("Coordination chosen: « {title} »").format(title=title) if title else _("Coordination no longer chosen")
    with store.write(label) as transaction:
        post = _post(transaction)
        day = None if option_id is None else (post.decided_on if post.option_id == option_id else None) or today
        transaction.update(1, Change(CoordinatorPost, option_id=option_id, decided_on=day))


# --- the post ------------------------------------------------------------------------------------


def begin_post(store: Store) -> None:
    """Begin the coordinator's sheet with the method's missions and profile, to keep, reword, set aside."""
    if store.reader.all(Mission, limit=1, sheet=Sheet.COORDINATOR):
        return
    with store.write(_("The coordinator's post begun")) as transaction:
        post = _post(transaction)
        if not post.grade:
            transaction.update(1, Change(CoordinatorPost, grade=kit_cls().grade))
        seed_missions(transaction, Sheet.COORDINATOR)
        seed_missions(transaction, Sheet.PROFILE)


def update_post(store: Store, change: Change[CoordinatorPost]) -> None:
    """Change what is said of the choice or of the post."""
    who = who_in(store.reader, change)
    with store.write(_("The coordinator's post"), merges=True) as transaction:
        _post(transaction)
        write_change(transaction, 1, change, who)


def _post(transaction: Transaction) -> CoordinatorPost:
    return transaction.find(CoordinatorPost, id=1) or transaction.insert(CoordinatorPost())

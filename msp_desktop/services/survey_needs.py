"""What the sheets say turned into needs of the inventory: proposed, never written before somebody agrees."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.inventory import Need
from msp_desktop.domain.survey_results import QuestionResult, printed
from msp_desktop.errors import UserError
from msp_desktop.formats.numbers import counted
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _, ngettext
from msp_desktop.method.questionnaire import KitBox, kit_questionnaire
from msp_desktop.services.survey_results import results

#: From which part of the sheets a need is pressing, then frequent; below, it is told of. Ours, and to be judged.
_PRESSING, _FREQUENT = 0.5, 0.2


class NeedProposal(Struct, frozen=True):
    """A need the sheets point to; `noted` where the inventory already has one of that title.

    `own` marks a box of the town's own, of which nobody has said that it tells of a need. `key` is its title, folded.
    """

    key: str
    title: str
    count: int
    sheets: int
    strength: int
    profession: str = ""
    public: str = ""
    own: bool = False
    noted: bool = False


def need_proposals(reader: Reader) -> tuple[NeedProposal, ...]:
    """Return the needs the sheets point to, those named most often first.

    Only counts that may be printed are used: a need is read by everybody who reads the inventory. One that several boxes
    point to bears the greatest of their counts, since one sheet may have them all.
    """
    noted = {fold(need.title) for need in reader.all(Need)}
    found: dict[str, NeedProposal] = {}
    for result in results(reader):
        for made in _of(result, noted):
            before = found.get(made.key)
            if before is None or made.count > before.count:
                found[made.key] = made
    return tuple(sorted(found.values(), key=lambda one: (one.own, -one.count)))


def accept_needs(store: Store, keys: Sequence[str]) -> None:
    """Write the needs chosen among those proposed in the inventory, as one step; those already there stay as they are."""
    chosen = [one for one in need_proposals(store.reader) if one.key in keys and not one.noted]
    if not chosen:
        raise UserError(_("Tick a need that the inventory does not have yet."))
    words = ngettext("{count} need from the questionnaire", "{count} needs from the questionnaire", len(chosen)).format(
        count=len(chosen)
    )
    with store.write(words) as transaction:
        for one in chosen:
            transaction.insert(
                Need(
                    position=transaction.next_position(Need), title=one.title, said_by=kit_questionnaire().said_by,
                    public=one.public, strength=one.strength, profession=one.profession, details=details(one),
                )
            )  # fmt: skip


def details(proposal: NeedProposal) -> str:
    """Return « 23 réponses sur 62 feuilles. »."""
    return f"{counted(proposal.count, 'réponse')} sur {counted(proposal.sheets, 'feuille')}."


def _of(result: QuestionResult, noted: set[str]) -> list[NeedProposal]:
    kit = kit_questionnaire().question(result.kit_code)
    codes = {box.choice_id: box.kit_code for box in result.boxes}
    found = []
    for shown in printed(result).boxes:
        if not shown.count or not shown.choice_id:
            continue
        box = kit.box(codes[shown.choice_id]) if kit is not None else None
        if box is not None and not box.need:
            continue
        entry = box or KitBox(code="", label=shown.label)
        title = entry.need or f"{result.asked} {shown.label}"
        found.append(
            NeedProposal(
                fold(title), title, shown.count, result.sheets, _strength(shown.count, result.sheets),
                entry.profession, entry.public, box is None, fold(title) in noted,
            )
        )  # fmt: skip
    return found


def _strength(count: int, sheets: int) -> int:
    part = count / sheets
    return 3 if part >= _PRESSING else 2 if part >= _FREQUENT else 1

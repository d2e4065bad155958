"""One point d'étape of a basin: what comes in all its communes, by day, and the needs that several share."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from msgspec import Struct

from msp_desktop.domain.carried.data import NeedData
from msp_desktop.domain.federated.basin import Basin
from msp_desktop.domain.federated.doubles import Entry, doubles
from msp_desktop.formats.text import fold


class Coming(Struct, frozen=True):
    """A meeting (its kind) or a step (its code, or words) to come, in one commune or in several, by their positions."""

    day: date | None
    meeting: str
    code: str
    text: str
    members: tuple[int, ...]


class SharedNeed(Struct, frozen=True):
    """A need as it is told, each wording once, by one commune or several; `strength` is the strongest."""

    titles: tuple[str, ...]
    profession: str
    strength: int
    members: tuple[int, ...]


def coming(basin: Basin, today: date) -> tuple[Coming, ...]:
    """Return the meetings planned from a day on and the next steps, by day, what has no day last; the same of several is one."""
    found: dict[tuple[date, str, str, str], set[int]] = defaultdict(set)
    texts: dict[tuple[date, str, str, str], str] = {}
    for number, data in enumerate(basin.members):
        told: list[tuple[date | None, str, str, str]] = [
            (meeting.held_on, meeting.kind, "", "")
            for meeting in data.meetings
            if meeting.state == "planned" and meeting.held_on is not None and meeting.held_on >= today
        ]
        told += [(step.due_on, "", step.code or "", step.text) for step in data.next_steps if step.code or step.text]
        for day, kind, code, text in told:
            key = (day or date.max, kind, code, fold(text))
            found[key].add(number)
            texts[key] = min(text, texts.get(key, text))
    return tuple(
        Coming(None if key[0] == date.max else key[0], key[1], key[2], texts[key], tuple(sorted(found[key])))
        for key in sorted(found)
    )


def needs(basin: Basin) -> tuple[SharedNeed, ...]:
    """Return the needs, those of most communes first, then the strongest; of one profession, or near titles, they are one."""
    told = [(number, need) for number, data in enumerate(basin.members) for need in data.needs]
    by_trade: dict[str, list[tuple[int, NeedData]]] = defaultdict(list)
    others: list[tuple[int, NeedData]] = []
    for number, need in told:
        if need.profession:
            by_trade[need.profession].append((number, need))
        elif need.title:
            others.append((number, need))
    entries = [Entry("", "basin", need.title, "", number) for number, need in others]
    groups = [*by_trade.values(), *([others[place] for place in group] for group in doubles(entries).groups)]
    found = [
        SharedNeed(
            tuple(
                sorted({need.title for _number, need in group if need.title}, key=lambda title: (fold(title), title))
            ),
            group[0][1].profession or "",
            max(need.strength for _number, need in group),
            tuple(sorted({number for number, _need in group})),
        )
        for group in groups
    ]
    return tuple(
        sorted(found, key=lambda one: (-len(one.members), -one.strength, fold(" ".join(one.titles)), one.profession))
    )

"""What a dossier holds, in people's words: « 43 personnes, 6 réunions », and what one entry is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msp_desktop.domain.action_sheets import ActionSheet
from msp_desktop.domain.actions import Action, ActionStep
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Finding, HealthProfessional
from msp_desktop.domain.mail import ProducedDocument, Sending
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting, NextStep
from msp_desktop.domain.missions import Mission
from msp_desktop.domain.neighbours import NeighbourTown
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Person, display_name
from msp_desktop.domain.records import RECORDS
from msp_desktop.domain.stages import RoadStep
from msp_desktop.formats.numbers import number
from msp_desktop.i18n import _, ngettext

#: What tells one dossier from another to whoever works on it, in the order in which it is told.
TELLING: tuple[type[Any], ...] = (Person, HealthProfessional, Action, Meeting, Exchange)


def counted(kind: type[Any] | None, count: int) -> str:
    """Return « 43 personnes »; of kinds that have no word of their own (None), « 12 autres lignes »."""
    words: dict[type[Any], str] = {
        Person: ngettext("{count} person", "{count} people", count),
        HealthProfessional: ngettext("{count} health professional", "{count} health professionals", count),
        Action: ngettext("{count} action", "{count} actions", count),
        ActionStep: ngettext("{count} thing to do", "{count} things to do", count),
        Meeting: ngettext("{count} meeting", "{count} meetings", count),
        AgendaItem: ngettext("{count} point of an agenda", "{count} points of agendas", count),
        Attendance: ngettext("{count} guest of a meeting", "{count} guests of meetings", count),
        NextStep: ngettext("{count} decision to follow", "{count} decisions to follow", count),
        Exchange: ngettext("{count} exchange", "{count} exchanges", count),
        Objective: ngettext("{count} objective", "{count} objectives", count),
        RoadStep: ngettext("{count} step of the road", "{count} steps of the road", count),
        NeighbourTown: ngettext("{count} neighbouring town", "{count} neighbouring towns", count),
        Communication: ngettext("{count} message", "{count} messages", count),
        Finding: ngettext("{count} finding", "{count} findings", count),
        Mission: ngettext("{count} mission", "{count} missions", count),
        ActionSheet: ngettext("{count} action sheet", "{count} action sheets", count),
        ProducedDocument: ngettext("{count} document noted", "{count} documents noted", count),
        Sending: ngettext("{count} sending noted", "{count} sendings noted", count),
    }
    found = words.get(kind) if kind is not None else None
    return (found or ngettext("{count} other line", "{count} other lines", count)).format(count=number(count))


def counts_words(counts: Mapping[type[Any], int], wholes: Mapping[type[Any], int] | None = None) -> list[str]:
    """Return what there is of each kind, the kinds without a word together: « 41 personnes sur 43 » where some are missing."""
    named = [kind for kind in RECORDS if counted(kind, 1) != counted(None, 1)]
    others = [kind for kind in RECORDS if kind not in named]
    wholes = wholes or counts
    found = []
    for kind in sorted(named, key=lambda kind: TELLING.index(kind) if kind in TELLING else len(TELLING)):
        found.append(_of(kind, counts.get(kind, 0), wholes.get(kind, 0)))
    found.append(_of(None, sum(counts.get(kind, 0) for kind in others), sum(wholes.get(kind, 0) for kind in others)))
    return [words for words in found if words]


def label(record: Any) -> str:
    """Return what one entry is called: a name, a title, a subject; its beginning where it is long."""
    if isinstance(record, Person):
        return display_name(record)
    names = ("title", "subject", "name", "last_name", "text", "summary", "words", "town", "question")
    words = next((str(value) for name in names if (value := getattr(record, name, ""))), "")
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"


def _of(kind: type[Any] | None, count: int, whole: int) -> str:
    if count < whole:
        return _("{found} of {whole}").format(found=counted(kind, count), whole=number(whole))
    return counted(kind, count) if count else ""

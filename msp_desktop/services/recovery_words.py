"""What became of a damaged dossier, in people's words: what was found, taken from the copy, lost, to be read again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct

from msp_desktop.domain.schedule import LAST_DAY
from msp_desktop.formats.hours import clock
from msp_desktop.formats.quick import long_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.services.content_words import TELLING, counted, counts_words, label
from msp_desktop.services.recovery import GoodCopy, Recovered

#: Names told before « and 12 others ».
_MOST = 8


class Told(Struct, frozen=True):
    """One thing to know: a few words, then what they are about."""

    title: str
    words: str


def moment_words(moment: datetime | None) -> str:
    """Return « mardi 12 mai 2026, 14 h 32 »; nothing where a copy does not say when it was made."""
    return f"{long_date(moment.date(), language())}, {clock(moment.time())}" if moment else ""


def copy_words(copy: GoodCopy) -> str:
    """Return what a copy holds: « Saint-Exemple, jour 37 sur 100 : 43 personnes, 6 réunions, 12 échanges »."""
    held = {kind: copy.counts.get(kind, 0) for kind in TELLING}
    day = _("day {day} of 100") if 0 <= copy.day <= LAST_DAY else _("day {day}")
    return _("{commune}, {day}: {counts}").format(
        commune=copy.commune, day=day.format(day=copy.day), counts=", ".join(counts_words(held))
    )


def told(found: Recovered) -> list[Told]:
    """Return what a person must know of a recovery, the most important first."""
    there = {kind: len(rows) for kind, rows in found.records.items()}
    read = {kind: count - len(found.from_copy.get(kind, ())) for kind, count in there.items()}
    lost = {kind: max(0, whole - there[kind]) for kind, whole in found.wholes.items()}
    lines = [Told(_("Found again"), ", ".join(counts_words(read, found.wholes)))]
    if any(lost.values()):
        lines.append(Told(_("Lost"), ", ".join(counts_words(lost))))
    if found.commune_unknown:
        lines.append(
            Told(_("To fill in"), _("the commune’s name, day 0 and the mandate’s start, which no file tells any more"))
        )
    if any(found.from_copy.values()):
        moment = moment_words(found.copy.made_at) if found.copy else ""
        title = (
            _("Taken from the safe copy of {moment}").format(moment=moment) if moment else _("Taken from the safe copy")
        )
        lines.append(Told(title, _named(found.records, found.from_copy)))
    if any(found.altered.values()):
        lines.append(Told(_("To read again, as a value was lost"), _named(found.records, found.altered)))
    unsure = [kind for kind in found.unsure if there[kind]]
    if unsure:
        kinds = ", ".join(counted(kind, there[kind]) for kind in unsure)
        lines.append(
            Told(
                _("To look through"),
                _("{kinds}: one value is not what was typed, and which cannot be told").format(kinds=kinds),
            )
        )
    mended = sum(map(len, found.proved.values()))
    if mended:
        words = ngettext(
            "{count} line, proved to be exactly as it was typed",
            "{count} lines, proved to be exactly as they were typed",
            mended,
        )
        lines.append(Told(_("Mended"), words.format(count=mended)))
    lines += _newer(found)
    if not any(lost.values()) and not found.unsure and not found.altered and not any(found.from_copy.values()):
        lines.append(Told(_("Nothing is lost"), _("everything that was in the dossier is in it again")))
    return lines


def as_text(found: Recovered) -> str:
    """Return the same as lines of text, to keep."""
    return "\n".join(f"{line.title} : {line.words}" for line in told(found)) + "\n"


def _newer(found: Recovered) -> list[Told]:
    if found.copy is None:
        return []
    lines = []
    for title, ids in ((_("Newer than the safe copy"), found.added), (_("Changed since the safe copy"), found.changed)):
        if words := counts_words({kind: len(keys) for kind, keys in ids.items()}):
            lines.append(Told(title, ", ".join(words)))
    return lines


def _named(records: Mapping[type[Any], dict[int, Any]], ids: Mapping[type[Any], set[int]]) -> str:
    """Return what these entries are called, those without a name counted."""
    names, nameless = [], {}
    for kind, keys in ids.items():
        called = [name for key in sorted(keys) if key in records[kind] and (name := label(records[kind][key]))]
        names += [f"« {name} »" for name in called]
        nameless[kind] = len(keys) - len(called)
    told_of, rest = names[:_MOST], len(names) - _MOST
    if rest > 0:
        told_of.append(ngettext("{count} other", "{count} others", rest).format(count=rest))
    return ", ".join([*told_of, *counts_words(nameless)])

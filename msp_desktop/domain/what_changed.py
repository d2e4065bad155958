"""What changed between two official files: as it is shown at the town hall, and as it may go round the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from msp_desktop.domain.inventory import Proximity
from msp_desktop.domain.inventory_views import ProfessionalView
from msp_desktop.domain.official import FileKind, MovementKind, OfficialFile
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.numbers import counted, listed
from msp_desktop.formats.text import fold

KINDS = {
    MovementKind.ARRIVED: ("arrivée", "arrivées"),
    MovementKind.LEFT: ("départ", "départs"),
    MovementKind.MOVED: ("déménagement", "déménagements"),
}
#: What a file is called where its source is named, and whose it is.
SOURCES = {
    FileKind.RPPS: "Annuaire santé (RPPS), Agence du numérique en santé",
    FileKind.FINESS: "FINESS, ministère chargé de la santé",
    FileKind.FINESS_CSV: "FINESS, ministère chargé de la santé",
}
LICENCE = "Licence Ouverte 2.0"


class ChangeView(Struct, frozen=True, kw_only=True, gc=False):
    """A movement with the entry it tells of: `entry_id` is the professional's or the offer's, `person_id` 0 for an offer.

    `profession` is the method's code, "" for an offer. `what` is the profession's or the offer's words, which agree with the
    person; `neutral` those that agree with nobody.
    """

    id: int
    kind: MovementKind
    source: FileKind
    entry_id: int
    person_id: int = 0
    name: str
    what: str
    neutral: str
    profession: str = ""
    place: Proximity = Proximity.HERE
    town: str = ""
    town_before: str = ""
    since: date | None = None
    until: date | None = None


class WhatChanged(Struct, frozen=True):
    """The movements, the latest first, and the official files that were read, the latest first."""

    changes: tuple[ChangeView, ...] = ()
    files: tuple[OfficialFile, ...] = ()


#: Where no official file was read.
NOTHING_CHANGED = WhatChanged()


class Told(Struct, frozen=True):
    """So many movements of one kind, as the table may read it: `what` and `town` are empty where they would name somebody."""

    kind: MovementKind
    what: str
    town: str
    count: int


def latest(changes: Iterable[ChangeView]) -> tuple[ChangeView, ...]:
    """Return the movements that the last file of each source told."""
    found = tuple(changes)
    last: dict[FileKind, date] = {}
    for change in found:
        last[change.source] = max(last.get(change.source, date.min), change.until or date.min)
    return tuple(change for change in found if (change.until or date.min) == last[change.source])


def told(changes: Iterable[ChangeView], professionals: Iterable[ProfessionalView], nearby: str) -> tuple[Told, ...]:
    """Return movements counted without naming anybody; `nearby` stands for a town that would designate somebody.

    A profession that one person alone has, here or nearby, is not said; nor is a town in which one person alone has it.
    """
    counts = Counter((view.row.profession, view.row.place, "") for view in professionals)
    counts += Counter(
        (view.row.profession, view.row.place, fold(view.row.town)) for view in professionals if view.row.town
    )
    found: Counter[tuple[MovementKind, str, str]] = Counter()
    for change in changes:
        what, town = change.neutral, change.town
        if change.profession:
            if counts[change.profession, change.place, ""] < 2:
                what = ""
            if change.place is Proximity.NEARBY and counts[change.profession, change.place, fold(town)] < 2:
                town = nearby
        found[change.kind, what, town] += 1
    order = list(MovementKind)
    return tuple(
        Told(kind, what, town, count)
        for (kind, what, town), count in sorted(
            found.items(), key=lambda item: (order.index(item[0][0]), fold(item[0][2]), fold(item[0][1]))
        )
    )


def counts_words(changes: Iterable[ChangeView]) -> str:
    """Return « 2 arrivées, 1 départ et 1 déménagement », nothing for none."""
    kinds = Counter(change.kind for change in changes)
    return listed([counted(kinds[kind], *words) for kind, words in KINDS.items() if kinds[kind]])


def between(since: date | None, until: date | None) -> str:
    """Return « entre le 14 avril 2025 et le 14 avril 2026 », what is known of it, nothing where neither day is."""
    if since and until:
        return f"entre le {medium_date(since)} et le {medium_date(until)}"
    if until:
        return f"au {medium_date(until)}"
    return f"depuis le {medium_date(since)}" if since else ""


def sources_words(changes: Iterable[ChangeView]) -> tuple[str, ...]:
    """Return a line a source: whose it is, its licence, and the days of the two files compared."""
    lines: dict[str, None] = {}
    for change in changes:
        days = between(change.since, change.until)
        lines[", ".join(filter(None, (SOURCES[change.source], LICENCE, days)))] = None
    return tuple(lines)


def named_words(change: ChangeView) -> str:
    """Return « Arrivée : Mme Inès Carpentier, orthophoniste, Valbourg », for a paper that may name people."""
    before = f"auparavant {change.town_before}" if change.kind is MovementKind.MOVED and change.town_before else ""
    return f"{capital(KINDS[change.kind][0])}\u00a0: {', '.join(filter(None, (change.name, change.what, change.town, before)))}"


def told_sentence(changes: Iterable[ChangeView]) -> str:
    """Return a sentence a source on what it tells changed, with its days, naming nobody; nothing for no movement."""
    by_source: dict[FileKind, list[ChangeView]] = {}
    for change in changes:
        by_source.setdefault(change.source, []).append(change)
    said = []
    for source, theirs in by_source.items():
        whom = "chez les professionnels" if source is FileKind.RPPS else "parmi les établissements"
        days = between(theirs[0].since, theirs[0].until)
        name = SOURCES[source].split(",")[0]
        said.append(f"{capital(counts_words(theirs))} {whom} {days}".rstrip() + f" ({name}).")
    return " ".join(said)


def files_words(files: Iterable[OfficialFile]) -> str:
    """Return the last file of each source with its day, nothing where none was read."""
    last: dict[str, OfficialFile] = {}
    for file in files:
        last.setdefault(SOURCES[file.kind], file)
    said = [
        f"{name}, fichier du {medium_date(file.dated_on)}" if file.dated_on else name for name, file in last.items()
    ]
    return "\u202f; ".join((*said, LICENCE)) if said else ""

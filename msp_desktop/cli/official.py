"""The part of the command `import` that takes official files (RPPS, FINESS) into the inventory."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from msp_desktop.db.store import Store
from msp_desktop.domain.commune import Commune, CommuneEntry
from msp_desktop.domain.official import FileFound, Proposal, Review, ReviewLine
from msp_desktop.errors import UserError
from msp_desktop.i18n import N_, _, ngettext

Say = Callable[[str], None]

#: Headings of the lines by what is proposed, in the order of the report.
_HEADINGS = {
    Proposal.NEW: N_("New"),
    Proposal.CHANGED: N_("Changed"),
    Proposal.GONE: N_("No longer told"),
    Proposal.TO_CONFIRM: N_("To confirm"),
    Proposal.EXISTING: N_("Already there"),
    Proposal.SET_ASIDE: N_("Not counted"),
}


def are_official(options: argparse.Namespace) -> bool:
    """Tell whether the sources are official files, by what is in them.

    UserError where only some are, or where none is and the command says what goes with official files alone.
    """
    from msp_desktop.exchange.open_data.errors import NotOfficialError
    from msp_desktop.exchange.open_data.recognise import kind_of

    refused: list[NotOfficialError] = []
    for source in options.sources:
        try:
            kind_of(source)
        except NotOfficialError as error:
            refused.append(error)
    if not refused:
        return True
    if len(refused) < len(options.sources):
        raise UserError(_("Official files and other files do not go together: import them one after the other."))
    if options.communes or options.epci or options.accept:
        raise refused[0]
    return False


def import_official(options: argparse.Namespace, say: Say, now: datetime, today: date) -> None:
    """Compare official files with the inventory, tell what each line is, and write what is accepted."""
    from msp_desktop.cli.commands import opened
    from msp_desktop.cli.imports import copied
    from msp_desktop.services.dossiers import safe_copy
    from msp_desktop.services.open_data.ground import ground
    from msp_desktop.services.open_data.plan import accepting, plan_import
    from msp_desktop.services.open_data.values import as_values
    from msp_desktop.services.open_data.writing import write_review

    with (copied if options.dry_run else opened)(options.file) as store:
        communes = _communes(store, options)
        founds = _read(options.sources, communes)
        review = plan_import(ground(store.reader), founds, communes, today)
        if options.accept:
            review = accepting(review, options.accept)
        if not options.dry_run:
            if not store.read_only:  # what comes is somebody else's: what is there is copied first
                safe_copy(store, now)
            write_review(store, review, now)
    if options.json:
        say(json.dumps(as_values(review), ensure_ascii=False, indent=2))
        return
    for line in _report(review, communes):
        say(line)
    say("")
    taken = sum(line.ticked for line in review.lines)
    done = ngettext("{count} line taken in", "{count} lines taken in", taken).format(count=taken)
    say(_("Nothing was written: this was a try.") if options.dry_run else f"{done}.")


def _communes(store: Store, options: argparse.Namespace) -> list[CommuneEntry]:
    """Return the communes to look for: those said, else the dossier's; with the others of their EPCI where that is asked."""
    from msp_desktop.exchange.communes import by_insee, members_of
    from msp_desktop.exchange.open_data.sought import sought_of

    commune = store.reader.one(Commune, 1)
    codes: Sequence[str] = options.communes or [commune.insee]
    if not any(codes):
        raise UserError(_("The dossier's commune has no INSEE code: say for which communes with --communes."))
    entries = [by_insee(code) for code in sought_of(codes).communes]
    if options.epci:
        wanted = [commune.epci_code] if commune.epci_code else [entry.epci_code for entry in entries if entry]
        entries += [by_insee(member) for code in filter(None, wanted) for member in members_of(code)]
    return list({entry.insee: entry for entry in entries if entry is not None}.values())


def _read(sources: Sequence[Path], communes: Sequence[CommuneEntry]) -> list[FileFound]:
    from msp_desktop.exchange.open_data.recognise import read_official
    from msp_desktop.exchange.open_data.sought import sought_of

    sought = sought_of([entry.insee for entry in communes])
    return [read_official(source, sought) for source in sources]


def _report(review: Review, communes: Sequence[CommuneEntry]) -> list[str]:
    """Return the files and every line, by what is proposed: a text to keep."""
    from msp_desktop.services.open_data.words import credit, not_covered_words

    lines = []
    for file in review.files:
        kept = ngettext("{count} line kept", "{count} lines kept", file.kept).format(count=file.kept)
        words = f"{file.name}\u00a0: {credit(file)}, {kept}"
        cut = _("Its end is missing: nobody is told to be gone.") if file.incomplete else ""
        lines.append(f"{words}. {cut}" if cut else words)
    if beside := not_covered_words(review.files, review.communes):
        lines.append(beside)
    lines.append(", ".join(entry.name for entry in communes))
    for proposal, heading in _HEADINGS.items():
        found = review.of(proposal)
        if found:
            lines += ["", f"{_(heading)} ({len(found)})", *map(_line_words, found)]
    return lines


def _line_words(line: ReviewLine) -> str:
    what = ", ".join(filter(None, (line.name, line.what, line.town)))
    words = f"{what}\u00a0: {line.said}" if line.said else what
    return f"{'+' if line.ticked else '–'} {words}"

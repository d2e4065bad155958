"""Premises before any are decided, as a page for the council."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.i18n import _
from msp_desktop.method.walls import kit_walls
from msp_desktop.papers.named import names_said
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.walls import case_words, profession_words, walls_view


def _not_yet(reader: Reader, _context: Context) -> str | None:
    view = walls_view(reader)
    if view.closed:
        return view.closed
    if view.balance is None:
        return _("Premises cannot be counted yet: fill in « Avant les murs » first.")
    return None


def _remarks(reader: Reader, _context: Context) -> tuple[str, ...]:
    view = walls_view(reader)
    found = [] if view.approved else [kit_walls().not_approved]
    lone = [need for need in view.needs if 1 in (need.sure, need.leaving)]
    if lone:
        names = ", ".join(filter(None, map(profession_words, lone)))
        found.append(_("These lines count one person, whom they may designate: {names}.").format(names=names))
    return (*found, *names_said(reader, (need.note for need in view.needs)))


def _make(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.before_walls import WallsSheet, write_before_walls

    kit, view = kit_walls(), walls_view(reader)
    assert view.balance is not None  # else it is missing
    sheet = WallsSheet(
        premises=view.premises,
        balance=view.balance,
        names=tuple(map(profession_words, view.needs)),
        cases=case_words(),
        title=kit.title,
        subtitle=kit.principle.rstrip("."),
        caution="" if view.approved else kit.not_approved,
        assumptions=kit.assumptions,
        questions=kit.questions,
    )
    result = write_before_walls(path, letterhead(reader), sheet, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


BEFORE_WALLS = Paper(
    "before-walls", "Avant les murs", "avant-les-murs", tab="project", make=_make, missing=_not_yet, remarks=_remarks
)

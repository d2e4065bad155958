"""The models put before the council."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.domain.council import CouncilAct
from msp_desktop.method.council import kit_council
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.council import agreement, deliberation, no_place, remarks
from msp_desktop.services.letterhead import letterhead


def _deliberation(reader: Reader, context: Context, path: Target) -> Made:
    return _written(reader, context, path, deliberation(reader, context.today))


def _agreement(reader: Reader, context: Context, path: Target) -> Made:
    return _written(reader, context, path, agreement(reader))


def _written(reader: Reader, context: Context, path: Target, act: CouncilAct) -> Made:
    from msp_desktop.documents.council import write_council_act

    result = write_council_act(path, letterhead(reader), act, kit_council(), context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _about_deliberation(reader: Reader, _context: Context) -> tuple[str, ...]:
    return remarks(reader, room=no_place(reader) is None)


def _about_agreement(reader: Reader, _context: Context) -> tuple[str, ...]:
    return remarks(reader, room=True)


DELIBERATION = Paper(
    "deliberation", "Modèle de délibération", "deliberation", tab="actors", editable=True, make=_deliberation,
    remarks=_about_deliberation,
)  # fmt: skip
AGREEMENT = Paper(
    "room-agreement", "Convention de prêt de salle", "convention-salle", tab="actors", editable=True, make=_agreement,
    missing=lambda reader, _context: no_place(reader), remarks=_about_agreement,
)  # fmt: skip

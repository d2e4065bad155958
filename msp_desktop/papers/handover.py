"""The handover, for whoever takes over the matter."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.i18n import _
from msp_desktop.method.handover import kit_handover
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.handover import handover
from msp_desktop.services.letterhead import letterhead


def make_handover(reader: Reader, context: Context, path: Target) -> Made:
    """Write the handover."""
    from msp_desktop.documents.handover import write_handover

    told = handover(reader, context.today)
    result = write_handover(path, letterhead(reader), told, kit_handover(), context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def about_handover(_reader: Reader, _context: Context) -> tuple[str, ...]:
    """Return what to know before it is handed over."""
    return (_("It names people and holds your own notes: hand it to whoever takes over, and to nobody else."),)


HANDOVER = Paper(
    "handover", "Passation", "passation", tab="actors", make=make_handover, remarks=about_handover, names_people=True
)

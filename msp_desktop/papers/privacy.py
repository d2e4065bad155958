"""The papers on the data kept of people: the notice, the sheet of the register."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.domain.privacy import PrivacySheet
from msp_desktop.papers.paper import Context, Made, Target
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.privacy import missing_words, notice_sheet, register_sheet


def make_notice(reader: Reader, context: Context, path: Target) -> Made:
    """Write the notice of articles 13 and 14."""
    return _made(reader, context, path, notice_sheet(reader))


def make_register(reader: Reader, context: Context, path: Target) -> Made:
    """Write the sheet of the register of article 30."""
    return _made(reader, context, path, register_sheet(reader, context.today))


def about_privacy(reader: Reader, _context: Context) -> tuple[str, ...]:
    """Return what to know before they are printed: what is left to write, what to check."""
    return missing_words(reader)


def _made(reader: Reader, context: Context, path: Target, sheet: PrivacySheet) -> Made:
    from msp_desktop.documents.privacy import write_privacy_sheet

    result = write_privacy_sheet(path, letterhead(reader), sheet, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)

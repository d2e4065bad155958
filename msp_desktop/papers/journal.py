"""The journal of exchanges as a paper, for a period and a person."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.i18n import _
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.journal import sheet
from msp_desktop.services.letterhead import letterhead


def _no_exchange(reader: Reader, context: Context) -> str | None:
    if sheet(reader, context.scope, context.today).entries:
        return None
    if context.scope.is_whole:
        return _("The journal is empty: note an exchange first.")
    return _("No exchange is noted for this period and this person: choose other ones.")


def _about_journal(_reader: Reader, _context: Context) -> tuple[str, ...]:
    return (_("The journal names people and says what they said: it stays at the town hall."),)


def _make_journal(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.journal import write_journal

    told = sheet(reader, context.scope, context.today)
    result = write_journal(path, letterhead(reader), told, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


JOURNAL = Paper(
    "journal", "Journal des échanges", "journal-des-echanges", tab="actors", make=_make_journal, missing=_no_exchange,
    remarks=_about_journal, names_people=True, scoped=True, of_person=True,
)  # fmt: skip

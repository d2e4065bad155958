"""The table of roles as a paper."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.i18n import _
from msp_desktop.method.followup import kit_followup
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.roles import role_table


def _no_roles(reader: Reader, _context: Context) -> str | None:
    if role_table(reader).rows:
        return None
    return _("The table of roles is empty: begin with the responsibilities proposed, or add a line.")


def _about_roles(reader: Reader, _context: Context) -> tuple[str, ...]:
    if any(cell.who for row in role_table(reader).rows for cell in row.cells):
        return (_("This table names people: it is for those who are in it."),)
    return ()


def _make_roles(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.roles import write_roles

    result = write_roles(path, letterhead(reader), role_table(reader), kit_followup().shares, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


ROLES = Paper(
    "roles", "Tableau des rôles", "tableau-des-roles", tab="actors", make=_make_roles, missing=_no_roles,
    remarks=_about_roles, names_people=True,
)  # fmt: skip

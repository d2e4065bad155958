"""The page of the week: it belongs to no dossier, since it is about all of them."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

from msp_desktop.domain.week import Week
from msp_desktop.errors import UserError
from msp_desktop.files import free_path
from msp_desktop.i18n import _
from msp_desktop.paths import make_folder


def week_pages(week: Week, now: datetime) -> bytes:
    """Return the page as a PDF, in memory; UserError where no dossier could be read."""
    from msp_desktop.documents.week import write_week

    _refuse_nothing(week)
    content = BytesIO()
    write_week(content, week, now)
    return content.getvalue()


def week_file(week: Week, folder: Path, now: datetime, *, replace: bool = False) -> Path:
    """Write the page into a folder, named after its Monday, and return its path; UserError where it cannot be."""
    from msp_desktop.db.faults import explained
    from msp_desktop.documents.week import write_week

    _refuse_nothing(week)
    with explained():
        path = make_folder(folder) / f"{week.monday:%Y-%m-%d}_cette-semaine.pdf"
    path = path if replace else free_path(path)
    write_week(path, week, now)
    return path


def _refuse_nothing(week: Week) -> None:
    """Raise UserError where there is no dossier to tell of: the sentence of the one there is, where it is one."""
    if not week.towns:
        raise UserError(_("No dossier is known on this computer yet: open one first, or name its file."))
    if all(town.problem for town in week.towns):
        if len(week.towns) == 1:
            raise UserError(week.towns[0].problem)
        raise UserError(_("None of these dossiers can be read: open each of them to see why."))

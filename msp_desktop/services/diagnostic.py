"""The diagnostic for support: versions, sizes and the end of the log; no name, no path."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import func, select

from msp_desktop import __date__, __version__, log
from msp_desktop.db.engine import SCHEMA_VERSION
from msp_desktop.db.reader import Reader
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.records import RECORDS
from msp_desktop.errors import UserError
from msp_desktop.i18n import _, language
from msp_desktop.paths import APP_NAME, data_folder, dossiers_folder
from msp_desktop.places import kind_of
from msp_desktop.services.bundled_packages import package_version
from msp_desktop.services.fleet_settings import fleet_words

#: Packages whose version helps to understand a fault.
PACKAGES = (
    "PySide6_Essentials",
    "PySide6_Pdf",
    "SQLAlchemy",
    "reportlab",
    "Pillow",
    "pypdf",
    "openpyxl",
    "python-docx",
    "icalendar",
)
#: How much of the log goes with it.
LINES = 40


def diagnostic(now: datetime, screen: Sequence[str], dossier: Path | None, reader: Reader | None) -> str:
    """Return the diagnostic, ready to paste; `screen` describes the window and its screens."""
    lines = [
        f"Santé 100 jours {__version__} ({__date__}), {now:%Y-%m-%d %H:%M}",
        _("System: {words}").format(words=log.system_words()),
        f"Python {log.python_words()}, SQLite {sqlite3.sqlite_version}",
        ", ".join(f"{name} {version}" for name in PACKAGES if (version := package_version(name))),
        *screen,
        _("Language: {words}").format(words=language()),
        _("Dossiers' format: {number}").format(number=SCHEMA_VERSION),
        _data_words(),
        *fleet_words(),
        *_dossier_words(dossier, reader),
        "",
        _("Last lines of the log:"),
        *(log.last_lines(LINES) or ["–"]),
    ]
    return "\n".join(lines) + "\n"


def _data_words() -> str:
    """Describe the data folder without saying where it is."""
    try:
        free = shutil.disk_usage(data_folder()).free / 1e9
        dossiers = len(list(dossiers_folder().glob("*.msp100")))
        writes = os.access(data_folder(), os.W_OK)
    except (OSError, UserError) as error:
        return _("Data folder: cannot be read ({kind})").format(kind=type(error.__cause__ or error).__name__)
    place = _("usual") if data_folder() == user_data_path(APP_NAME, appauthor=False) else _("chosen")
    return _("Data folder: {place}, {free} GB free, {writes}, {count} dossiers").format(
        place=place, free=f"{free:.1f}", writes=_("can be written") if writes else _("read only"), count=dossiers
    )


def _dossier_words(path: Path | None, reader: Reader | None) -> list[str]:
    if path is None or reader is None:
        return [_("No dossier open")]
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    place = _("synchronised or shared folder") if kind_of(path) else _("local folder")
    counts = ", ".join(
        f"{record.__name__} {reader.value(select(func.count()).select_from(TABLES[record]))}" for record in RECORDS
    )
    return [_("Dossier open: {size} kB, {place}").format(size=size // 1000, place=place), counts]

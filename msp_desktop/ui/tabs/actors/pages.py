"""The pages of the tab « Acteurs et suivi », left to right."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.people import Person
from msp_desktop.i18n import N_
from msp_desktop.ui.paged.entries import PageEntry, Pages


def _people(reader: Reader) -> int:
    return len(reader.all(Person))


def _exchanges(reader: Reader) -> int:
    return sum(not row.draft for row in reader.all(Exchange))


PAGES = Pages(
    "msp_desktop.ui.tabs.actors",
    (
        PageEntry("directory", N_("Directory"), _people),
        PageEntry("journal", N_("Journal"), _exchanges),
        PageEntry("roles", N_("Roles")),
        PageEntry("communication", N_("Communication")),
    ),
)

"""The pages of the tab, left to right: the one list from which its heads are made.

By a page's key goes its module, `<key>_page.py`, which has `make(workspace)`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.people import Person
from msp_desktop.i18n import N_
from msp_desktop.ui.tabs.actors.page import Page
from msp_desktop.ui.workspace import Workspace


class PageEntry(Struct, frozen=True):
    """One page: its key, its head (to be translated), and how many things it holds, None where nobody counts them."""

    key: str
    title: str
    count: Callable[[Reader], int] | None = None


def _people(reader: Reader) -> int:
    return len(reader.all(Person))


def _exchanges(reader: Reader) -> int:
    return sum(not row.draft for row in reader.all(Exchange))


PAGES = (
    PageEntry("directory", N_("Directory"), _people),
    PageEntry("journal", N_("Journal"), _exchanges),
    PageEntry("roles", N_("Roles")),
    PageEntry("communication", N_("Communication")),
)
PAGE_KEYS = tuple(page.key for page in PAGES)


def make_page(key: str, workspace: Workspace) -> Page:
    """Return a new page, its module imported only now."""
    made: Page = import_module(f"msp_desktop.ui.tabs.actors.{key}_page").make(workspace)
    return made

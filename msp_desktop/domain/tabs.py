"""The window's tabs, left to right: the one list from which everything that names a tab is made.

By a tab's key go its package in `ui/tabs` and its documents in `papers`.
"""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.i18n import N_


class TabEntry(Struct, frozen=True):
    """One tab: its key, its title (to be translated), its icon, its page in `resources/help`."""

    key: str
    title: str
    icon: str
    help_page: str


TABS = (
    TabEntry("timeline", N_("100 days"), "calendar", "100-jours"),
    TabEntry("referent", N_("Health référent"), "referent", "referent"),
    TabEntry("inventory", N_("State of care"), "inventory", "etat-des-lieux"),
    TabEntry("meetings", N_("Meetings"), "people", "reunions"),
    TabEntry("actors", N_("People and follow-up"), "actors", "acteurs"),
    TabEntry("project", N_("Health project"), "project", "projet"),
)

TAB_KEYS = tuple(tab.key for tab in TABS)


def tab_entry(key: str) -> TabEntry:
    """Return the tab with this key; KeyError where there is none."""
    return TABS[tab_index(key)]


def tab_index(key: str) -> int:
    """Return a tab's index from the left, 0 for the first; KeyError where there is none."""
    if key not in TAB_KEYS:
        raise KeyError(key)
    return TAB_KEYS.index(key)

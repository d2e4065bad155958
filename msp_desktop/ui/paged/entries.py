"""The pages of a tab, left to right: the one list from which its heads are made."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.workspace import Workspace


class PageEntry(Struct, frozen=True):
    """One page: its key, its head (to be translated), and how many things it holds, None where nobody counts them.

    `group` is the head under which it stands with the others of its group, its own where it is empty. Where `shown` is
    given, the page is there only while that says so, or while somebody is on it.
    """

    key: str
    title: str
    count: Callable[[Reader], int] | None = None
    group: str = ""
    shown: Callable[[Reader], bool] | None = None

    def head(self) -> str:
        """Return the head of its group, to be translated."""
        return self.group or self.title


class Pages(Struct, frozen=True):
    """The pages of one tab; by a page's key goes its module in `package`, `<key>_page.py`, which has `make(workspace)`."""

    package: str
    entries: tuple[PageEntry, ...]

    def names(self) -> tuple[str, ...]:
        """Return the keys of all pages."""
        return tuple(entry.key for entry in self.entries)

    def there(self, reader: Reader, current: str) -> tuple[PageEntry, ...]:
        """Return the pages there are now, with all those beside the one in view."""
        here = next((entry.head() for entry in self.entries if entry.key == current), "")
        return tuple(
            entry for entry in self.entries if entry.shown is None or entry.head() == here or entry.shown(reader)
        )

    def make(self, key: str, workspace: Workspace) -> Page:
        """Return a new page, its module imported only now."""
        made: Page = import_module(f"{self.package}.{key}_page").make(workspace)
        return made

"""The list of all documents, in menu order."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.errors import UserError
from msp_desktop.formats.text import quoted
from msp_desktop.i18n import _
from msp_desktop.papers.paper import Paper


@cache
def papers() -> tuple[Paper, ...]:
    """Return every document."""
    found: list[Paper] = []
    for key in TAB_KEYS:
        found += import_module(f"msp_desktop.papers.{key}").PAPERS
    return tuple(found)


def paper(key: str) -> Paper:
    """Return the document with this key; UserError where there is none."""
    for candidate in papers():
        if candidate.key == key:
            return candidate
    raise UserError(
        _("There is no document « {key} ». Documents: {keys}.").format(
            key=quoted(key), keys=", ".join(candidate.key for candidate in papers())
        )
    )


def papers_of_tab(tab: str) -> tuple[Paper, ...]:
    """Return the documents that belong to a tab."""
    return tuple(candidate for candidate in papers() if candidate.tab == tab)

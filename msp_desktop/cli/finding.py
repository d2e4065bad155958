"""`find`: every text of a dossier in which words stand."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.search import terms
from msp_desktop.errors import UserError
from msp_desktop.formats.text import quoted
from msp_desktop.i18n import _
from msp_desktop.services.search import DossierIndex
from msp_desktop.services.search_places import KINDS
from msp_desktop.services.search_results import result_row


def find_words(store: Store, options: argparse.Namespace, today: date, say: Callable[[str], object]) -> None:
    """Say what is found, kind by kind: the words around the match, and where they stand.

    UserError where nothing that can be looked for is asked.
    """
    query = " ".join(options.words)
    asked = terms(query)
    if not asked:
        raise UserError(_("Nothing to look for is written in « {words} »: give a word.").format(words=quoted(query)))
    index = DossierIndex(lambda: store.reader)
    while index.step():
        pass
    found = index.find(query)
    for kind in KINDS:
        rows = found.rows[kind.key]
        if rows:
            say(_("{words}: {count}").format(words=_(kind.title), count=len(rows)))
        for place in rows:
            row = result_row(store.reader, place, asked, today)
            if row is not None:
                say(f"  {row.words} ({row.where})")
    if not found.count:
        say(_("Nothing for « {words} ». Try a shorter word.").format(words=quoted(query)))

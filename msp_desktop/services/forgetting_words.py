"""What deleting somebody everywhere will touch, and what was done, in words."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.people import Person, PersonRole
from msp_desktop.domain.referent import Referent
from msp_desktop.formats.dates import medium_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.services.content_words import counted, label
from msp_desktop.services.forgetting import Forgotten
from msp_desktop.services.person_file import called
from msp_desktop.services.traces import Traces

#: Entries named in one line, and excerpts shown of texts.
_NAMED, _SHOWN = 4, 5


class Touched(Struct, frozen=True):
    """What deleting people touches, line by line; `alone` counts the exchanges that would go with them.

    `texts` and `last_names` are the words around a name, `files` where the papers made of them lie.
    """

    lines: tuple[str, ...]
    alone: int
    texts: tuple[str, ...]
    last_names: tuple[str, ...]
    files: tuple[str, ...]


def touched(found: Sequence[Traces]) -> Touched:
    """Return what deleting these people touches."""
    about: dict[type[Any], dict[int, Any]] = {}
    for one in found:
        for link in one.links:
            about.setdefault(type(link.about), {})[link.about.id] = link.about
    files = {row.path: None for one in found for row in one.documents if os.path.isfile(row.path)}
    return Touched(
        tuple(_line(kind, list(rows.values())) for kind, rows in about.items()),
        sum(len(one.alone) for one in found),
        tuple(mention.words for one in found for mention in one.mentions),
        tuple(mention.words for one in found for mention in one.last_name),
        tuple(files),
    )


def some(lines: Sequence[str], most: int = _SHOWN) -> list[str]:
    """Return the first lines, and how many others there are."""
    if len(lines) <= most:
        return list(lines)
    count = len(lines) - most + 1
    return [*lines[: most - 1], ngettext("and {count} other", "and {count} others", count).format(count=count)]


def done_words(name: str, done: Forgotten) -> list[str]:
    """Return what was done, and of which copies it could not be."""
    said = [_("{name}: deleted from the dossier.").format(name=name)]
    if done.rewritten:
        words = ngettext(
            "{count} safe copy held this name: it is rewritten without it, and read back.",
            "{count} safe copies held this name: they are rewritten without it, and read back.",
            done.rewritten,
        )
        said.append(words.format(count=done.rewritten))
    if done.left:
        said.append(_("These still hold it, until you delete the file or try again once it can be read:"))
        said += done.left
    return said


def _line(kind: type[Any], rows: list[Any]) -> str:
    if kind is HealthProfessional:
        return _("Their line in the inventory")
    if kind is PersonRole:
        return _("What they are for the town")
    if kind is Referent:
        return _("Référent santé: the term stays, without a name")
    if kind is Person:
        return _("Those who speak for this body, who stay: {names}").format(names=", ".join(map(label, rows)))
    names = [words for words in map(_named, rows) if words]
    what = counted(kind, len(rows))
    return _("{what}: {names}").format(what=what, names=", ".join(some(names, _NAMED))) if names else what


def _named(row: Any) -> str:
    words = called(row)
    day = getattr(row, "held_on", None)
    told = medium_date(day, language()) if isinstance(day, date) else ""
    return f"{words} ({told})" if words and told else words or told

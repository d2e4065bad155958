"""What tells a dossier apart from another of the same commune, wherever its name is shown: its file's own words."""

from __future__ import annotations

import re

from msp_desktop.formats.text import one_line, slug
from msp_desktop.i18n import _

#: A commune's name, words in brackets, the number a second file of that name was given.
_PARTS = re.compile(r"(.+?)(?: ?\((.+)\))?(?:_(\d{1,3}))?", re.DOTALL)


def mark_of(commune: str, stem: str) -> str:
    """Return what a dossier's file says beside its commune's name; nothing where it is only that name.

    `stem` is the file's name without its ending: of « gueret (copie du 12 mai 2026) », « copie du 12 mai 2026 »; of
    « gueret », nothing; of « gueret_2 », « n° 2 »; of « essai pour le conseil », all of it.
    """
    words = one_line(stem).strip()
    if slug(words) == slug(commune):
        return ""
    found = _PARTS.fullmatch(words)
    if found is None or slug(found[1]) != slug(commune):
        return words
    number = _("no. {number}").format(number=found[3]) if found[3] else ""
    return ", ".join(filter(None, ((found[2] or "").replace(") (", ", "), number)))

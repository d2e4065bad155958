"""Passwords of protected copies: what makes a good one, and one to propose. None is ever kept."""

from __future__ import annotations

import secrets
import unicodedata

from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.paths import resource

#: Letters at least, and bytes at most: what a PDF does not look at any further (ISO 32000-2, 7.6.4.3.3).
LEAST, MOST = 10, 127
#: Words of a proposed one: with the number after them, more than 40 bits, and easy to say on the telephone.
WORDS = 4


def propose() -> str:
    """Return a new password: French words without accents, and a number."""
    words = resource("passwords", "words.txt").read_text(encoding="ascii").split()
    chosen = (secrets.choice(words) for _word in range(WORDS))
    return "-".join((*chosen, str(10 + secrets.randbelow(90))))


def checked(password: str) -> str:
    """Return a password as it is used everywhere; UserError for one that is too short, too long or cannot be typed."""
    plain = unicodedata.normalize("NFC", password)
    if len(plain) < LEAST:
        raise UserError(
            _("This password is too short: take at least {count} letters, or a few words.").format(count=LEAST)
        )
    if len(plain.encode("utf-8", "surrogatepass")) > MOST:
        raise UserError(_("This password is too long: {count} letters are enough.").format(count=40))
    if plain != plain.strip() or not plain.isprintable():
        raise UserError(
            _("This password begins or ends with a blank, or holds a sign that cannot be typed: change it.")
        )
    return plain

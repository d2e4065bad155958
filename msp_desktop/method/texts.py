"""The law or the official guide that stands behind a step: an action, a stage of the road, a scheme."""

from __future__ import annotations

from datetime import date
from functools import cache

from msp_desktop.method.reading import Content, MethodError, load, unique_codes


class KitText(Content, frozen=True):
    """A text: its name, a shorter one, what it says in one sentence; `behind` are the codes of the steps it stands behind.

    `as_of` is the day it was looked at, `read_in` where; `to_confirm` tells that the text in force could not be read.
    """

    code: str
    name: str
    short: str
    says: str
    behind: tuple[str, ...]
    as_of: date
    read_in: str = ""
    to_confirm: bool = False


class KitTexts(Content, frozen=True):
    """Every text of the method; `not_confirmed` is said of one that could not be checked."""

    not_confirmed: str
    texts: tuple[KitText, ...]


@cache
def kit_texts() -> KitTexts:
    """Load and check resources/method/texts.toml."""
    kit = load(KitTexts, "texts")
    unique_codes(kit.texts, "texts.toml")
    seen: set[str] = set()
    for text in kit.texts:
        for code in text.behind:
            if code in seen:
                raise MethodError(f"texts.toml: two texts stand behind « {code} »")
            seen.add(code)
        if not text.to_confirm and not text.read_in:
            raise MethodError(f"texts.toml: {text.code}: say where it was read, or that it is to be confirmed")
    return kit


def text_behind(code: str | None) -> KitText | None:
    """Return the text behind an action, a stage or a scheme, by its code; None where there is none."""
    return next((text for text in kit_texts().texts if code in text.behind), None)

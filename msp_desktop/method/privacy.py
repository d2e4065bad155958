"""What the town hall says of the data it keeps: the notice, its short forms, the sheet of the register."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, load, unique_codes


class KitAnswer(Content, frozen=True):
    """One question and what is answered; `blanks` are lines to fill in, `ticks` boxes to tick, both by hand."""

    code: str
    question: str
    text: str = ""
    bullets: tuple[str, ...] = ()
    strong: str = ""
    blanks: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()


class KitSheet(Content, frozen=True):
    """A page of questions and answers."""

    title: str
    subtitle: str
    foot: str
    rows: tuple[KitAnswer, ...]


class KitShort(Content, frozen=True):
    """The short forms: of the attendance sheet, of a letter, of the inventory; `source` and `dpo` are parts of them."""

    attendance: str
    invitation: str
    inventory: str
    dpo: str
    source_of: str


class KitPrivacy(Content, frozen=True):
    """The sheets, the short forms, and the rule proposed for how long data are kept."""

    retention: str
    notice: KitSheet
    short: KitShort
    register: KitSheet


@cache
def kit_privacy() -> KitPrivacy:
    """Load and check resources/method/privacy.toml."""
    kit = load(KitPrivacy, "privacy")
    unique_codes(kit.notice.rows, "privacy.toml")
    unique_codes(kit.register.rows, "privacy.toml")
    return kit

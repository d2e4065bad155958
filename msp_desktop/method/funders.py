"""Who regularly calls for projects: the list that comes with the application, or a federation's own file."""

from __future__ import annotations

from datetime import date
from functools import cache

from msp_desktop.domain.calls import CallKind
from msp_desktop.method.reading import Content, checked, load, unique_codes


class KitFunder(Content, frozen=True):
    """A funder: what it usually calls for, when, where to look; `to_confirm` where no source could be read."""

    code: str
    name: str
    call: CallKind
    subject: str
    period: str
    where: str
    text: str = ""
    to_confirm: bool = True


class KitFunders(Content, frozen=True):
    """A list of funders and the day it was stated."""

    title: str
    stated_on: date
    funders: tuple[KitFunder, ...]

    def funder(self, code: str) -> KitFunder | None:
        """Return the funder with this code, None where it is not in the list."""
        return next((one for one in self.funders if one.code == code), None)


@cache
def kit_funders() -> KitFunders:
    """Load and check resources/method/funders.toml."""
    kit = load(KitFunders, "funders")
    unique_codes(kit.funders, "funders.toml")
    return kit


def funders_of(source: bytes, name: str) -> KitFunders:
    """Return the list a file holds; MethodError says where it is wrong."""
    kit = checked(KitFunders, name, source)
    unique_codes(kit.funders, name)
    return kit

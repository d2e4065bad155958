"""The sample's health project: one module a part of the tab, each with its data in `resources/sample/project`."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from msp_desktop.paths import resource
from msp_desktop.services.sample_project import conditions, coordination, instances, questionnaire, road, sheets, walls

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

OnDay = Callable[[int | None], date | None]

#: By the name of its data, what fills each part, in the order in which they may refer to one another.
FILLS: dict[str, Callable[[Transaction, dict[str, Any], OnDay], None]] = {
    "road": road.fill,
    "questionnaire": questionnaire.fill,
    "sheets": sheets.fill,
    "conditions": conditions.fill,
    "coordination": coordination.fill,
    "walls": walls.fill,
    "instances": instances.fill,
}


def fill_project(transaction: Transaction, on: OnDay, told: Callable[[Any], Any]) -> None:
    """Fill the health project; `told` writes the days its texts tell."""
    for name, fill in FILLS.items():
        data = told(tomllib.loads(resource("sample", "project", f"{name}.toml").read_text(encoding="utf-8")))
        fill(transaction, data, on)

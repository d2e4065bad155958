"""The columns of what each profession would need, in which one writes."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from msp_desktop.domain.change import Change
from msp_desktop.domain.limits import limits_of
from msp_desktop.domain.premises import PremisesNeed
from msp_desktop.domain.walls import OfficeCost
from msp_desktop.formats.numbers import euros, number
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services import walls as service
from msp_desktop.ui.models.rows import NOTHING, Column
from msp_desktop.ui.workspace import Workspace

#: What goes where the page is narrow: what they need, what may leave.
NARROW_HIDES = (5, 7)


class NeedRow(Struct, frozen=True):
    """A line: what is needed, and what one office costs once it can be counted."""

    id: int
    need: PremisesNeed
    cost: OfficeCost | None


def need_columns(workspace: Workspace) -> list[Column]:
    """Return the columns: profession, offices, square metres, sure, expected, who may leave, rent, what they need."""

    def update(row: NeedRow, **values: Any) -> None:
        workspace.attempt(service.update_need, row.id, Change(PremisesNeed, **values))

    def counted(attribute: str, title: str, width: int) -> Column:
        most = int(limits_of(PremisesNeed)[attribute].most)
        optional = attribute == "area"

        def write(row: NeedRow, text: str) -> None:
            def keep(value: int | None) -> None:
                update(row, **{attribute: value if optional else value or 0})

            workspace.with_whole(text, keep, most)

        def text(row: NeedRow) -> str:
            value = getattr(row.need, attribute)
            return NOTHING if value is None else number(value)

        return Column(title, text, write, right=True, width=width)

    professions = [("", NOTHING), *((entry.code, entry.masculine) for entry in kit_inventory().professions)]
    name = PremisesNeed.__name__
    return [
        Column(_("Profession"), lambda row: _profession(row), lambda row, code: update(row, profession=code),
               choices=lambda: professions, value=lambda row: row.need.profession, width=190,
               shows=((name, "profession"),)),
        counted("offices", _("Offices"), 84),
        counted("area", _("m² each"), 88),
        counted("sure", _("Sure"), 66),
        counted("expected", _("Expected"), 88),
        counted("leaving", _("May leave"), 110),
        Column(_("A month"), _monthly, right=True, width=96),
        Column(_("What they need"), lambda row: row.need.note, lambda row, words: update(row, note=words), width=170,
               shows=((name, "note"),)),
    ]  # fmt: skip


def _profession(row: NeedRow) -> str:
    code = row.need.profession
    return kit_inventory().profession(code).masculine if code else NOTHING


def _monthly(row: NeedRow) -> str:
    return euros(row.cost.monthly) if row.cost is not None else NOTHING

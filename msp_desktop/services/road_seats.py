"""The three seats of the core, and who else would do, with names: for the town hall's screen alone."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.domain.core import DOCTORS, Core, Part
from msp_desktop.domain.inventory import Proximity
from msp_desktop.domain.inventory_views import ProfessionalView
from msp_desktop.domain.inventory_watch import short_name
from msp_desktop.domain.inventory_words import departure_words
from msp_desktop.domain.people import display_name
from msp_desktop.domain.vigilance.doctors import DOCTOR
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.people import gendered
from msp_desktop.formats.french.trades import trade
from msp_desktop.formats.numbers import decimal
from msp_desktop.i18n import _, ngettext
from msp_desktop.method.inventory import kit_inventory

#: Of each part, most names proposed.
_MOST = 6


class Seat(Struct, frozen=True):
    """A seat of the core: what it is for, who has it or « to be found », a line more; `view` is who has it."""

    key: str
    part: Part
    kind: str
    name: str
    detail: str
    view: ProfessionalView | None = None

    @property
    def filled(self) -> bool:
        """Tell whether somebody has it."""
        return self.view is not None


class Hopeful(Struct, frozen=True):
    """Who else would do, or why not: the professional, their name and place, what is known; `leaves` for who goes before."""

    view: ProfessionalView
    words: str
    why: str
    leaves: bool = False


def seats(core: Core) -> tuple[Seat, ...]:
    """Return the seats that recognition asks for, in their order; the last of each kind says how many more there are."""
    kinds = (
        (Part.DOCTOR, _("A general practitioner"), 0),
        (Part.DOCTOR, _("A second general practitioner"), 1),
        (Part.PARAMEDICAL, _("Another professional"), 0),
    )
    return tuple(_seat(core, part, kind, place) for part, kind, place in kinds)


def hopefuls(core: Core, part: Part) -> tuple[Hopeful, ...]:
    """Return who would do for a part: those nobody has asked, from near to far, then those who leave too early."""
    asked = core.doctors_to_ask if part is Part.DOCTOR else core.paramedicals_to_ask
    found = [
        Hopeful(view, _who(view), _("{trade}, wishes not noted.").format(trade=capital(_trade(view))))
        for view in asked[:_MOST]
    ]
    leaving = [view for view in core.leaving if (view.row.profession == DOCTOR) == (part is Part.DOCTOR)]
    for view in leaving[:_MOST]:
        why = _("Would commit, but is known to leave: {when}.").format(when=departure_words(view.row))
        found.append(Hopeful(view, _who(view), why, leaves=True))
    return tuple(found)


def _seat(core: Core, part: Part, kind: str, place: int) -> Seat:
    there = core.doctors if part is Part.DOCTOR else core.paramedicals
    key = f"{part}{place + 1}"
    if place < len(there):
        view = there[place]
        last = place == (DOCTORS - 1 if part is Part.DOCTOR else 0)
        more = len(there) - place - 1 if last else 0
        detail = ", ".join(
            filter(None, (_("would commit"), _trade(view) if part is Part.PARAMEDICAL else "", view.row.town))
        )
        if more:
            detail += " " + ngettext("(and {count} other)", "(and {count} others)", more).format(count=more)
        return Seat(key, part, kind, display_name(view.person) or short_name(view), detail, view)
    return Seat(key, part, kind, _("to be found"), _hint(core, part, place - len(there)))


def _hint(core: Core, part: Part, place: int) -> str:
    """Return who might take an empty seat: « Dr Perrin, à interroger »."""
    found = hopefuls(core, part)
    if place >= len(found):
        return _("nobody in the inventory yet")
    one = found[place]
    words = _("{name}, leaves too early") if one.leaves else _("{name}, to be asked")
    return words.format(name=short_name(one.view))


def _trade(view: ProfessionalView) -> str:
    kit = kit_inventory().profession(view.row.profession)
    feminine = gendered(view.person.civility, "", "f") == "f"
    return trade(kit.feminine if feminine else kit.masculine, view.row.speciality, feminine=feminine)


def _who(view: ProfessionalView) -> str:
    row = view.row
    far = (
        f"{decimal(row.distance_km)}\u00a0km" if row.place is not Proximity.HERE and row.distance_km is not None else ""
    )
    return ", ".join(filter(None, (display_name(view.person) or short_name(view), row.town, far)))

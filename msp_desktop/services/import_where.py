"""Where the cells of a row say that something is: in the commune or nearby, in which town, at which address."""

from __future__ import annotations

import re
from typing import Any

from msp_desktop.domain.inventory import Proximity
from msp_desktop.domain.town_words import (
    Here,
    Town,
    is_here,
    is_no_town,
    is_only_here,
    read_postcode,
    read_town,
    town_of_address,
)
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _
from msp_desktop.services.import_cells import LONGEST, read_cell
from msp_desktop.services.import_reading import Reading


def read_where(row: Reading) -> None:
    """Read where: said as such, or by a town other than the commune, an address, a distance."""
    place = read_cell("place", row.cells["place"], row.today) if "place" in row.cells else None
    said = row.cells.get("town", "") or (row.cells.get("place", "") if place is None else "")
    if len(said) > LONGEST:
        row.doubt("town" if "town" in row.cells else "place")
        said = ""
    elif place is None and "place" in row.cells and "town" in row.cells:
        row.doubt("place")
    as_choice = read_cell("place", said, row.today) if said else None
    if not as_choice and is_no_town(said):
        _no_town(row, said)
        said = ""
    town = Town() if as_choice else read_town(one_line(said))
    _address(row, town)
    if not town.name and not as_choice:
        town = town_of_address(row.values.get("address", "")) or town
    if "distance_km" in row.cells:
        row.plain("distance_km", row.cells["distance_km"])
    if town.name:
        here = is_here(town.name, row.here)
        row.values["town"] = row.here.name if here else town.name
        place = place or (Proximity.HERE if here else Proximity.NEARBY)
        if here and not is_only_here(town.name, row.here):
            several = re.search(r"[/;,+&]|\bet\b", town.name)
            why = _("several towns") if several else _("more than the name of a town")
            row.doubt("town" if "town" in row.cells else "address", why)
        if place is Proximity.HERE and not here:
            row.doubt(
                "town" if "town" in row.cells else "address",
                _("not the commune, yet said to be in it"),
                kept=False,
            )
    place = place or as_choice or _by_distance(row, town)
    if place is not None:
        row.values["place"] = place


def _no_town(row: Reading, said: str) -> None:
    """Read words in place of a town as the distance they are (« à 5 km »), else tell them: « à domicile »."""
    far = read_cell("distance_km", said, row.today)
    if isinstance(far, float) and "distance_km" not in row.cells:
        row.values["distance_km"] = far
    else:
        row.doubt("town" if row.cells.get("town", "") else "place")


def placed(values: dict[str, Any], here: Here) -> dict[str, Any]:
    """Return the values with what a town or a distance says of the place."""
    if "place" in values:
        return values
    if town := read_town(str(values.get("town", ""))).name:
        in_it = is_here(town, here)
        return {**values, "town": here.name if in_it else town, "place": Proximity.HERE if in_it else Proximity.NEARBY}
    if "distance_km" in values:
        return {**values, "place": Proximity.NEARBY if values["distance_km"] > 0 else Proximity.HERE}
    return values


def _by_distance(row: Reading, town: Town) -> Proximity | None:
    distance = row.values.get("distance_km")
    if distance is not None:
        return Proximity.NEARBY if distance > 0 else Proximity.HERE
    postcode = town.postcode or read_postcode(row.cells.get("postcode", ""))
    elsewhere = postcode and row.here.postcode and postcode[:2] != row.here.postcode[:2]
    return Proximity.NEARBY if elsewhere else None


def _address(row: Reading, town: Town) -> None:
    """Keep the address, with the postcode and the town that stand in columns of their own."""
    address = row.cells.get("address", "").strip("\n")
    street = " ".join(row.cells.get("street", "").split())
    if street and street not in address:
        address = "\n".join(filter(None, (street, address)))
    postcode = read_postcode(row.cells.get("postcode", "")) or town.postcode
    if row.cells.get("postcode", "").strip() and not read_postcode(row.cells["postcode"]):
        row.doubt("postcode")
    if postcode and postcode not in address and (address or "postcode" in row.cells):
        name = row.here.name if is_only_here(town.name, row.here) else town.name
        address = "\n".join(filter(None, (address, f"{postcode} {name}".strip())))
    if address.strip():
        row.values["address"] = address

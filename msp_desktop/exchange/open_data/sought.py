"""The communes sought, by every code and postcode an official file may have for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from msp_desktop.errors import UserError
from msp_desktop.i18n import _


class Sought(Struct, frozen=True, kw_only=True):
    """What is looked for; it holds all that a reader needs, and crosses to another process as it is.

    `communes` are today's INSEE codes. `codes` leads each code a file may have (today's, former, of an arrondissement) to
    today's. `postcodes` leads each postcode of theirs to the communes that have it, those sought first. `names` are the
    names of all these communes.
    """

    communes: tuple[str, ...]
    codes: dict[str, str]
    postcodes: dict[str, tuple[str, ...]]
    names: dict[str, str]


def sought_of(communes: Sequence[str]) -> Sought:
    """Return what to look for of these communes, in their order, each once; UserError for a code that no commune has."""
    from msp_desktop.exchange import communes as national  # nothing that the process that reads the files needs

    entries = []
    for code in communes:
        entry = national.by_insee(code)
        if entry is None:
            raise UserError(_("No commune has the INSEE code « {code} »: check it.").format(code=code))
        entries.append(entry)
    ours = tuple(dict.fromkeys(entry.insee for entry in entries))
    names = {entry.insee: entry.name for entry in entries}
    postcodes: dict[str, tuple[str, ...]] = {}
    for postcode in dict.fromkeys(postcode for entry in entries for postcode in entry.postcodes):
        sharing = national.of_postcode(postcode)
        names.update((entry.insee, entry.name) for entry in sharing)
        postcodes[postcode] = _first(ours, [entry.insee for entry in sharing])
    return Sought(
        communes=ours,
        codes={code: insee for insee in ours for code in national.codes_of(insee)},
        postcodes=postcodes,
        names=names,
    )


def _first(ours: Iterable[str], sharing: list[str]) -> tuple[str, ...]:
    wanted = set(ours)
    return tuple(sorted(sharing, key=lambda insee: insee not in wanted))

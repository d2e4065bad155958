"""What the codes of the RPPS mean here: professions, specialities, how one practises, what is counted."""

from __future__ import annotations

from functools import cache, lru_cache

from msp_desktop.domain.inventory import Mode
from msp_desktop.formats.text import fold
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.reading import Content, load


class KitRpps(Content, frozen=True):
    """The codes of the file that mean something here, and how its specialities begin."""

    general: tuple[str, ...]
    replacing: tuple[str, ...]
    not_care: tuple[str, ...]
    counted_others: tuple[str, ...]
    modes: dict[str, Mode]
    specialities: dict[str, tuple[str, ...]]


@cache
def kit_rpps() -> KitRpps:
    """Load and check resources/method/rpps.toml."""
    return load(KitRpps, "rpps")


@cache
def professions_by_rpps() -> dict[str, str]:
    """Return the method's code of a profession by its code in the register."""
    return {entry.rpps: entry.code for entry in kit_inventory().professions if entry.rpps}


@lru_cache(maxsize=256)
def is_counted_other(words: str) -> bool:
    """Tell whether a profession that the method does not list is counted among the others, by its name."""
    return any(fold(words).startswith(fold(name)) for name in kit_rpps().counted_others)


@lru_cache(maxsize=256)
def speciality_said(words: str) -> str:
    """Return a speciality of the register as it is said here: « Cardiologie et maladies vasculaires » is « cardiologie »."""
    folded = fold(words)
    fits = (
        (len(begins), said)
        for said, names in kit_rpps().specialities.items()
        for begins in map(fold, names)
        if f"{folded} ".startswith(f"{begins} ")
    )
    own = words if words[:2].isupper() else words[:1].lower() + words[1:]
    return max(fits, default=(0, own))[1]

"""What a rule finds, in figures: the sentence is the method's."""

from __future__ import annotations

from msgspec import Struct

WALLS_BEFORE_TEAM = "murs-avant-equipe"
DOCTORS_ONLY = "medecin-seul"
NO_DIAGNOSIS = "sans-diagnostic"
WAITING_FOR_OTHERS = "attendre-autrui"
ALONE = "seul"

#: In the order in which the method lists them.
CODES = (WALLS_BEFORE_TEAM, DOCTORS_ONLY, NO_DIAGNOSIS, WAITING_FOR_OTHERS, ALONE)


class Signal(Struct, frozen=True):
    """A point de vigilance that the dossier shows: its code, and the figures of the sentence that says so.

    `cases` are the parts of the sentence that apply, `count` of `total` what is counted, `names` what is quoted.
    """

    code: str
    cases: tuple[str, ...] = ()
    count: int = 0
    total: int = 0
    names: tuple[str, ...] = ()

"""« Lancer un projet immobilier sans équipe »."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.domain.vigilance.signals import WALLS_BEFORE_TEAM, Signal

#: The subject of an action that is about premises.
TOPIC = "immobilier"
#: How many professions make a team, at the least (contenu-metier, section 2).
TEAM = 2


class Walls(Struct, frozen=True, kw_only=True):
    """What the dossier says of premises and of the team.

    `building` tells that the stage of the building is under way, or over; `actions` are the titles of the actions about
    premises that are in progress; `professions` are those of which somebody is ready, or came to a meeting held; `team`
    tells that the town says the team is there, `approved` that the ARS has validated its project.
    """

    building: bool = False
    actions: tuple[str, ...] = ()
    professions: frozenset[str] = frozenset()
    team: bool = False
    approved: bool = False


def there_is_a_team(walls: Walls) -> bool:
    """Tell whether the stage of the team is reached: two professions at least, or the town says so."""
    return walls.team or len(walls.professions) >= TEAM


def walls_before_team(walls: Walls) -> Signal | None:
    """Return the signal where premises are under way before the team is there, or before the ARS has validated its project."""
    if not (walls.building or walls.actions):
        return None
    begun = "building" if walls.building else "actions"
    lacking = []
    if not there_is_a_team(walls):
        lacking.append("one_profession" if walls.professions else "nobody")
    if not walls.approved:
        lacking.append("approval")
    if not lacking:
        return None
    return Signal(WALLS_BEFORE_TEAM, (begun, *lacking), len(walls.professions), TEAM, walls.actions)

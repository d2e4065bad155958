"""How the coordination of a CLS is done, and the coordinator's post."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References
from msp_desktop.domain.missions import Commitment, MissionGroup, kept_groups, mission_counts
from msp_desktop.domain.people import Person


class CoordinationOption(Struct, frozen=True, kw_only=True):
    """One way of doing the coordination, to compare with others.

    `employer` is who is nobody's entry of the directory: the others are linked by an `Assignment`. `share` is the part
    of full time in hundredths, `yearly_cost` and `ars_part` are euros a year, the second part of the first.
    """

    id: int = 0
    position: int
    title: str
    employer: str = ""
    share: int | None = None
    yearly_cost: int | None = None
    ars_part: int | None = None
    in_favour: Note = ""
    against: Note = ""

    def left_to_pay(self) -> int | None:
        """Return what is left to pay a year once the ARS has paid its part, None where the cost is not known."""
        return None if self.yearly_cost is None else max(0, self.yearly_cost - (self.ars_part or 0))


class CoordinatorPost(Struct, frozen=True, kw_only=True):
    """The coordination chosen and the coordinator's post: one a dossier.

    `option_id` is the way chosen, on `decided_on`, by `decided_by`, because of `reasons`. `holder` has the post, `contact`
    answers those who ask about it, `signer` signs for the employer; each is words beside those an `Assignment` links.
    """

    id: int = 1
    option_id: Annotated[int | None, References("coordination_option", on_delete="null")] = None
    decided_on: date | None = None
    decided_by: str = ""
    reasons: Note = ""
    starts_on: date | None = None
    contract: str = ""
    grade: str = ""
    works_at: str = ""
    travels: str = ""
    placed: Note = ""
    works_with: Note = ""
    means: Note = ""
    holder: str = ""
    answer_by: date | None = None
    answer_to: str = ""
    contact: str = ""
    signer_title: str = ""
    signer: str = ""


class OptionView(Struct, frozen=True):
    """A way of doing the coordination as it is shown: the names of who employs, whether it is the one chosen."""

    id: int
    title: str
    employer: str
    share: int | None
    yearly_cost: int | None
    ars_part: int | None
    left: int | None
    in_favour: str
    against: str
    chosen: bool


class PostSheet(Struct, frozen=True):
    """The whole of the page: the ways compared, the post, its missions and its profile.

    `begun` tells whether the sheet was begun; `holders` are those of the directory who have the post, `feminine` whether
    all of them are women; `employer` is the entry of the directory that employs, where it is one, `employed_by_town` tells
    that it is the town itself.
    """

    options: tuple[OptionView, ...]
    post: CoordinatorPost
    begun: bool
    groups: tuple[MissionGroup, ...]
    profile: tuple[MissionGroup, ...]
    commitments: tuple[Commitment, ...]
    employer: Person | None
    holders: tuple[Person, ...]
    feminine: bool
    employed_by_town: bool = False

    @property
    def chosen(self) -> OptionView | None:
        """Return the way chosen, None before."""
        return next((option for option in self.options if option.chosen), None)

    def kept(self) -> tuple[MissionGroup, ...]:
        """Return the missions kept, by theme."""
        return kept_groups(self.groups)

    def kept_profile(self) -> tuple[MissionGroup, ...]:
        """Return the lines of the profile that are kept, by theme."""
        return kept_groups(self.profile)

    def counts(self) -> tuple[int, int, int]:
        """Return how many missions are kept, reworded among them, and set aside."""
        return mission_counts(self.groups)

"""Who does, says or attends what: references to the directory, and words for who is nobody's entry there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from msgspec import Struct

from msp_desktop.domain.markers import References


class Assignment(Struct, frozen=True, kw_only=True):
    """One person of the directory and what they have a part in: one of the references below is set.

    `position` orders the people of one action, objective, message, next step, exchange or share of a role; `follow_up_id`
    is the exchange whose next step they see to, `scheme_id` what they carry, `scheme_contact_id` what they are called for.
    """

    id: int = 0
    person_id: Annotated[int, References("person", on_delete="cascade")]
    position: int
    action_id: Annotated[int | None, References("action", on_delete="cascade")] = None
    objective_id: Annotated[int | None, References("objective", on_delete="cascade")] = None
    communication_id: Annotated[int | None, References("communication", on_delete="cascade")] = None
    next_step_id: Annotated[int | None, References("next_step", on_delete="cascade")] = None
    exchange_id: Annotated[int | None, References("exchange", on_delete="cascade")] = None
    follow_up_id: Annotated[int | None, References("exchange", on_delete="cascade")] = None
    role_share_id: Annotated[int | None, References("role_share", on_delete="cascade")] = None
    # Of r7, in the order in which it adds them.
    road_step_id: Annotated[int | None, References("road_step", on_delete="cascade")] = None
    neighbour_town_id: Annotated[int | None, References("neighbour_town", on_delete="cascade")] = None
    condition_rating_id: Annotated[int | None, References("condition_rating", on_delete="cascade")] = None
    scheme_id: Annotated[int | None, References("scheme", on_delete="cascade")] = None
    scheme_contact_id: Annotated[int | None, References("scheme", on_delete="cascade")] = None
    coordination_option_id: Annotated[int | None, References("coordination_option", on_delete="cascade")] = None
    post_holder_id: Annotated[int | None, References("coordinator_post", on_delete="cascade")] = None
    post_contact_id: Annotated[int | None, References("coordinator_post", on_delete="cascade")] = None
    post_signer_id: Annotated[int | None, References("coordinator_post", on_delete="cascade")] = None
    diagnosis_id: Annotated[int | None, References("diagnosis", on_delete="cascade")] = None
    diagnosis_step_id: Annotated[int | None, References("diagnosis_step", on_delete="cascade")] = None
    diagnosis_source_id: Annotated[int | None, References("diagnosis_source", on_delete="cascade")] = None
    watch_note_id: Annotated[int | None, References("watch_note", on_delete="cascade")] = None
    sheet_lead_id: Annotated[int | None, References("action_sheet", on_delete="cascade")] = None
    sheet_elected_id: Annotated[int | None, References("action_sheet", on_delete="cascade")] = None
    sheet_partner_id: Annotated[int | None, References("action_sheet", on_delete="cascade")] = None
    sheet_step_id: Annotated[int | None, References("sheet_step", on_delete="cascade")] = None
    funding_id: Annotated[int | None, References("sheet_funding", on_delete="cascade")] = None
    instance_id: Annotated[int | None, References("instance", on_delete="cascade")] = None
    call_id: Annotated[int | None, References("call", on_delete="cascade")] = None
    evaluation_question_id: Annotated[int | None, References("evaluation_question", on_delete="cascade")] = None
    welcome_entry_id: Annotated[int | None, References("welcome_entry", on_delete="cascade")] = None
    welcome_step_id: Annotated[int | None, References("welcome_step", on_delete="cascade")] = None


class Who(Struct, frozen=True):
    """People of the directory, by their ids, then who is nobody's entry there, in words."""

    person_ids: tuple[int, ...] = ()
    text: str = ""


#: Most names looked for in one line, and most commas and one in a name: a page pasted there is kept as words.
MOST_NAMES, MOST_PARTS = 200, 12


def who_typed(typed: str, person_named: Callable[[str], int | None]) -> Who:
    """Return whom a line means: names separated by commas, of which those of one person alone are references.

    A name with a comma in it (« CPTS du Val, antenne nord ») is found whole.
    """
    parts = typed.split(",", MOST_NAMES)
    people: dict[int, None] = {}
    words: list[str] = []
    begin = 0
    while begin < len(parts):
        for end in range(min(len(parts), begin + MOST_PARTS), begin, -1):
            person = person_named(",".join(parts[begin:end]).strip())
            if person is not None:
                people[person] = None
                begin = end
                break
        else:
            words.append(parts[begin].strip())
            begin += 1
    return Who(tuple(people), ", ".join(filter(None, words)))


def who_words(names: tuple[str, ...], text: str) -> str:
    """Return « Mme Roux, le secrétariat »: the names of people of the directory, then the words."""
    return ", ".join(filter(None, (*names, text)))

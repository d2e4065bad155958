"""Who has a part in what goes on of the health project: somebody at work there is not looked at again for their data."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.domain.action_plan import OVER
from msp_desktop.domain.action_sheets import ActionSheet, SheetFunding, SheetStep
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.calls import Call
from msp_desktop.domain.conditions import ConditionRating, Rating
from msp_desktop.domain.coordination import CoordinatorPost
from msp_desktop.domain.diagnosis import DiagnosisStep
from msp_desktop.domain.evaluation import EvaluationQuestion
from msp_desktop.domain.instances import InstanceMember
from msp_desktop.domain.schemes import Scheme, Standing
from msp_desktop.domain.stages import RoadStep, StageState

#: What somebody has for as long as it is written: the post, the diagnosis, an instance.
_HELD = ("post_holder_id", "post_contact_id", "post_signer_id", "diagnosis_id", "instance_id")


def at_work(reader: Reader) -> set[int]:
    """Return who leads, sees to, answers or pays for something not over yet, or sits in an instance."""
    post = reader.find(CoordinatorPost, id=1)
    sheets = {row.id for row in reader.all(ActionSheet) if row.state not in OVER}
    schemes = {row.id for row in reader.all(Scheme) if row.standing is not Standing.NONE}
    going_on: dict[str, set[int]] = {
        "road_step_id": {row.id for row in reader.all(RoadStep) if row.state is not StageState.DONE},
        "sheet_lead_id": sheets,
        "sheet_elected_id": sheets,
        "sheet_partner_id": sheets,
        "sheet_step_id": {row.id for row in reader.all(SheetStep) if row.sheet_id in sheets and row.done_on is None},
        "funding_id": {row.id for row in reader.all(SheetFunding) if row.sheet_id in sheets},
        "condition_rating_id": {
            row.id for row in reader.all(ConditionRating) if row.next_step.strip() and row.rating is not Rating.DONE
        },
        "scheme_id": schemes,
        "scheme_contact_id": schemes,
        "coordination_option_id": {post.option_id} if post is not None and post.option_id is not None else set(),
        "diagnosis_step_id": {row.id for row in reader.all(DiagnosisStep) if row.done_on is None},
        "call_id": {row.id for row in reader.all(Call) if row.is_open},
        "evaluation_question_id": {row.id for row in reader.all(EvaluationQuestion) if not row.is_answered},
    }
    return {row.person_id for row in reader.all(InstanceMember)} | {
        link.person_id
        for link in reader.all(Assignment)
        if any(getattr(link, name) is not None for name in _HELD)
        or any(getattr(link, name) in rows for name, rows in going_on.items())
    }

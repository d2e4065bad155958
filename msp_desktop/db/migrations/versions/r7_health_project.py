"""The long road after day 100, and the town that carries or joins a CLS."""

import sqlalchemy as sa
from alembic import op

revision = "r7"
down_revision = "r6"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what 1.5 keeps."""
    _add_road()
    _add_conditions()
    _add_coordination()
    _add_sheets()
    _add_instances()
    _add_walls()
    _add_questionnaire()


def _add_road() -> None:
    """Add the road: planned dates of the stages, their own steps, what neighbouring towns lived."""


def _add_conditions() -> None:
    """Add how far the conditions for success are, and the schemes the territory has."""


def _add_coordination() -> None:
    """Add how a CLS is coordinated, the coordinator's post, the local diagnosis."""


def _add_sheets() -> None:
    """Add priority axes, objectives, action sheets and what they cost."""


def _add_instances() -> None:
    """Add the bodies that steer, the calls watched, the evaluation."""


def _add_walls() -> None:
    """Add what a building would cost, and how newcomers are welcomed."""


def _add_questionnaire() -> None:
    """Add the residents' questionnaire and what they answered."""

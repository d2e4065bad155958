"""What letters, legal acts, diaries and lists need to hold for any commune."""

import sqlalchemy as sa  # noqa: F401
from alembic import op  # noqa: F401

revision = "r5"
down_revision = "r4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what 1.3 keeps."""

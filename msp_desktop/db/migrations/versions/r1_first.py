"""The first tables: made whole by db.dossier when a dossier is created, so there is nothing to do here."""

revision = "r1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Leave the tables as they were created."""

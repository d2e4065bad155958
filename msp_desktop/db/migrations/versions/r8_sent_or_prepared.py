"""What was prepared and what left are two things, each guest's invitation and each message on its own."""

import sqlalchemy as sa
from alembic import op

from msp_desktop.db.rebuilt import rebuilt

revision = "r8"
down_revision = "r7"
branch_labels = None
depends_on = None

#: Until now a meeting knew one day for all. Where no letter left by e-mail, it was typed for those on paper: for all guests.
_ON_PAPER = """
UPDATE attendance SET invited_on = (SELECT m.invitations_sent_on FROM meeting m WHERE m.id = attendance.meeting_id)
WHERE meeting_id IN (
    SELECT m.id FROM meeting m WHERE m.invitations_sent_on IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM produced_document d JOIN sending s ON s.document_id = d.id
        WHERE d.key = 'invitations' AND d.meeting_uid = m.uid))
"""

#: By webmail somebody said « C’est envoyé »; by the other ways the message was prepared, and nobody knows more.
_SAID_SENT = "UPDATE sending SET left_on = date(sent_at) WHERE way = 'webmail'"
_INVITED_BY_WEBMAIL = """
UPDATE attendance SET invited_on = (
    SELECT min(s.left_on) FROM sending s JOIN produced_document d ON s.document_id = d.id
    JOIN meeting m ON d.meeting_uid = m.uid
    WHERE d.key = 'invitations' AND m.id = attendance.meeting_id AND d.person_id = attendance.person_id)
WHERE invited_on IS NULL
"""


def upgrade() -> None:
    """Add the day each invitation and each message was said to have left."""
    with rebuilt("attendance") as table:
        table.add_column(sa.Column("invited_on", sa.Date(), nullable=True))
    with rebuilt("sending") as table:
        table.add_column(sa.Column("left_on", sa.Date(), nullable=True))
    for statement in (_ON_PAPER, _SAID_SENT, _INVITED_BY_WEBMAIL):
        op.execute(sa.text(statement))

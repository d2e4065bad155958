"""The sample dossier, and what its documents are made for."""

from __future__ import annotations

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.papers.paper import Context
from tests.conftest import NOW, TODAY


@pytest.fixture
def meeting(sample: Store) -> Meeting:
    """The meeting to come."""
    return next(row for row in sample.reader.all(Meeting) if row.state is MeetingState.PLANNED)


@pytest.fixture
def context(meeting: Meeting) -> Context:
    return Context(TODAY, NOW, meeting.id)

"""The sample dossier, and what its documents are made for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.papers.paper import Context
from msp_desktop.services.sample import make_sample
from tests.conftest import NOW, TODAY


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Store]:
    opened = make_sample(tmp_path, TODAY)
    yield opened
    close_dossier(opened)


@pytest.fixture
def meeting(sample: Store) -> Meeting:
    """The meeting to come."""
    return next(row for row in sample.reader.all(Meeting) if row.state is MeetingState.PLANNED)


@pytest.fixture
def context(meeting: Meeting) -> Context:
    return Context(TODAY, NOW, meeting.id)

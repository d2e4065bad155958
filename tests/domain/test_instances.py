"""What an instance still lacks of its year, and how often it met."""

from __future__ import annotations

from datetime import date

from msp_desktop.domain.instances import Instance, InstanceView, Sitting
from msp_desktop.domain.meetings import MeetingState


def sitting(number: int, state: MeetingState) -> Sitting:
    return Sitting(number, 1, "COPIL", "copil", "Comité", date(2026, number, 3), None, state)


def view(per_year: int, *states: MeetingState) -> InstanceView:
    instance = Instance(id=1, position=1, kind="copil", name="COPIL", per_year=per_year)
    return InstanceView(instance, "Comité", (), tuple(sitting(n, state) for n, state in enumerate(states, 1)))


def test_what_is_missing_of_the_year_counts_no_meeting_that_was_cancelled() -> None:
    held, planned, gone = MeetingState.HELD, MeetingState.PLANNED, MeetingState.CANCELLED
    assert view(4).missing == 4
    assert view(4, held, planned, gone).missing == 2
    assert view(1, held, planned).missing == 0
    assert view(0).missing == 0
    assert (view(4, held, planned, gone).held, view(0).held) == (1, 0)

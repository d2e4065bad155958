"""Names at the left of a strip: whole, cut into lines at spaces."""

from __future__ import annotations

from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.strip_names import MOST_LINES, name_lines
from tests.domain.build import action_view


def measure(text: str, bold: bool) -> float:
    return (1.2 if bold else 1.0) * len(text)


def test_a_title_is_cut_at_spaces_and_nothing_of_it_is_lost() -> None:
    action = action_view(
        number=7, title="Valoriser ce qui existe et communiquer une première fois", assignee="Nadia Roche"
    )
    lines = name_lines(action, 30, measure)
    assert " ".join(line.text for line in lines if not line.second) == f"7. {action.title}"
    assert all(measure(line.text, line.bold) <= 30 for line in lines)
    assert [line.text for line in lines if line.second] == ["Nadia Roche"]


def test_what_is_done_is_not_bold_and_who_does_it_may_be_left_out() -> None:
    action = action_view(state=ActionState.DONE, assignee="Nadia Roche")
    assert [(line.text, line.bold) for line in name_lines(action, 99, measure, who=False)] == [("Action 1", False)]


def test_a_title_without_end_is_cut_and_says_so() -> None:
    lines = name_lines(action_view(title="mot " * 3000), 30, measure)
    assert len(lines) == MOST_LINES
    assert lines[-1].text.endswith("…")

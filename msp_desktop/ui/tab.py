"""What the window asks of a tab."""

from __future__ import annotations

from typing import Any, Protocol


class Tab(Protocol):
    """A page of the window: it reads through services, writes through the workspace, knows no other tab."""

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read again what these records concern (an empty set: everything) and show it."""

    def flush(self) -> None:
        """Write at once what is typed in this tab's fields."""

    def show_target(self, target: Any) -> None:
        """Show one thing of this tab: an id or a code the tab understands, None for its first view."""

    def paper(self) -> tuple[str, int | None]:
        """Return the document Ctrl+P prints here: its key, and the meeting's id for a meeting's paper."""

    def focus_main(self) -> None:
        """Put the keyboard where work starts in this tab."""

"""The names at the left of a strip: an action's whole title, cut into lines at spaces, and who does it under it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from msp_desktop.domain.schedule import ActionView

#: Lines of a title beyond which it is cut: a table gives it whole.
MOST_LINES = 4


class NameLine(Struct, frozen=True):
    """One line of a name; `second` for who does it."""

    text: str
    bold: bool = False
    second: bool = False


def name_lines(
    action: ActionView, room: float, measure: Callable[[str, bool], float], *, who: bool = True
) -> tuple[NameLine, ...]:
    """Return the lines of an action's title that hold in some room, then who does it where asked."""
    title = f"{action.number}. {action.title}" if action.number else action.title
    bold = action.is_open
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or measure(longer, bold) <= room:
            lines[-1] = longer
        elif len(lines) < MOST_LINES:
            lines.append(word)
        else:
            lines[-1] += "…"
            break
    found = [NameLine(line, bold) for line in lines]
    if who and action.assignee:
        found.append(NameLine(action.assignee, second=True))
    return tuple(found)

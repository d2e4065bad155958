"""What a screen reader is given of every scene, as text, and what is wrong with it.

`python -m tests.heard.walk [KEY…]` walks and shows it; `python -m tests.heard.walk --approve` writes `approved.txt`, which is
looked at before it is committed.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import IO, cast

from msp_desktop import __version__
from tests.heard.reader import Node, Reader
from tests.heard.session import session

APPROVED = Path(__file__).with_name("approved.txt")
#: Rows of a list or of a table that are written down; of the rest, how many there are.
ROWS = 3
#: What only holds or serves others: told where it has a name.
_HOLDERS = {
    "filler",
    "panel",
    "split pane",
    "scroll pane",
    "viewport",
    "layered pane",
    "unknown",
    "label",
    "scroll bar",
    "separator",
}
_ROWS = {"list item", "table cell", "tree item"}
#: What one acts on: it has a name, of its own in its group.
_CONTROLS = {
    "button", "check box", "combo box", "entry", "list", "password text", "radio button", "spin button", "table", "text", "button menu",
    "page tab list", "toggle button", "slider",
}  # fmt: skip
_TELLING = ("checked", "selected", "expanded", "modal")


Box = tuple[int, int, int, int]
#: Where Tab leaves the order of reading on purpose: from what is typed it goes on, not to the way out.
_ON_PURPOSE = ("dialog/paper-grid",)


class Heard:
    """What is told of one scene."""

    def __init__(self, key: str, title: str, root: Node, page: Node) -> None:
        self.key, self.title, self.root = key, title, root
        self.lines = list(_lines(page))
        self.faults = [
            f"{key}: {fault}"
            for fault in (*_unnamed(root), *_doubled(root), *(_out_of_order(page) if key not in _ON_PURPOSE else ()))
        ]


def heard(
    folder: Path, environment: Mapping[str, str], keys: Sequence[str] = (), missing: list[str] | None = None
) -> Iterator[Heard]:
    """Walk the scenes and give what is told of each; those that do not open are `missing`."""
    last = "the beginning"
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.heard.subject", str(folder), *keys]
    subject = subprocess.Popen(
        command, env=dict(environment), stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", bufsize=1
    )
    said, answer = cast("IO[str]", subject.stdout), cast("IO[str]", subject.stdin)
    try:
        with Reader(environment) as reader:
            for line in said:
                key, _tab, title = line.rstrip("\n").partition("\t")
                last = key
                if title.startswith("not found"):
                    assert missing is not None, line
                    missing.append(f"{key}: {title}")
                    answer.write("\n")
                    answer.flush()
                    continue
                root = reader.wait(lambda title=title: _window(reader, title), f"« {title} »")
                whole = key in ("timeline", "start/new")
                yield Heard(key, title, root, root if whole or root.role == "dialog" else _page(root))
                answer.write("\n")
                answer.flush()
        code = subject.wait(60)
        if code and missing is not None:
            missing.append(f"the window ended with {code} after {last}")
        assert not code or missing is not None, f"the window ended with {code} after {last}"
    finally:
        if subject.poll() is None:
            subject.kill()
            subject.wait()
        said.close()
        answer.close()


def _window(reader: Reader, title: str) -> Node | None:
    found = [one for one in reader.tops() if one.name.startswith(title)]
    return reader.whole(found[-1]) if found else None


def _page(root: Node) -> Node:
    """Return what stands under the tabs: the header and the tabs themselves are told once."""
    for one in root.walk():
        if any(child.role == "layered pane" for child in one.children):
            return one
    return root


def _lines(node: Node, depth: int = 0) -> Iterator[str]:
    if not node.showing:
        return
    told = bool(node.name) or node.role not in _HOLDERS
    if told and node.role not in ("scroll bar", "separator"):
        states = [state for state in _TELLING if state in node.states]
        if "sensitive" not in node.states:
            states.append("disabled")
        words = f"{'  ' * depth}{node.role} « {node.name} »" + "".join(f", {state}" for state in states)
        yield words + (f" ({node.description})" if node.description and node.description != node.name else "")
        depth += 1
    rows = 0
    for child, after in pairwise([*node.children, None]):
        if child is None or (after is not None and child.role == "label" and child.name == after.name):
            continue  # a label is told as the name of its field
        if child.role in _ROWS:
            rows += 1
            if rows > ROWS * (_across(node) if node.role == "table" else 1):
                continue
        yield from _lines(child, depth)
    if rows > ROWS * (_across(node) if node.role == "table" else 1):
        yield f"{'  ' * depth}… {rows} in all"


def _across(table: Node) -> int:
    return max(1, sum(child.role == "column header" for child in table.children))


def controls(
    root: Node, under: tuple[str, ...] = (), room: Box | None = None
) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Give what one acts on and that shows, as it is told, with the names of the groups it stands in.

    `scrolled` is set on what is out of sight in the pane that scrolls it.
    """
    room = _common(room, root.box)
    for child in root.children:
        if not child.showing or child.role in ("menu bar", "popup menu"):
            continue
        if child.role in _CONTROLS and "focusable" in child.states:
            child.scrolled = _common(room, child.box)[3] <= 0
            yield child, under
        # What is in a field is Qt's own.
        if child.role not in _CONTROLS or child.role in ("list", "page tab list"):
            named = child.role in ("grouping", "filler", "panel") and child.name
            yield from controls(child, (*under, child.name) if named else under, room)


def _unnamed(root: Node) -> Iterator[str]:
    for one, under in controls(root):
        if not one.name.strip():
            yield f"a {one.role} has no name, under {under}"


def _doubled(root: Node) -> Iterator[str]:
    seen: dict[tuple[str, str, tuple[str, ...]], int] = {}
    for one, under in controls(root):
        what = (one.role, one.name, under)
        seen[what] = seen.get(what, 0) + 1
    for (role, name, under), count in seen.items():
        if count > 1 and name:
            yield f"{count} times {role} « {name} », under {under}"


def _out_of_order(root: Node) -> Iterator[str]:
    before: Node | None = None
    for one, _under in controls(root):
        compared = before is not None and before.scrolled is one.scrolled and 0 not in (*one.box[2:], *before.box[2:])
        if compared and before is not None and goes_back(before.box, one.box):
            yield f"« {one.name} » is told after « {before.name} », and stands before it"
        before = one


def _common(room: Box | None, box: Box) -> Box:
    """Return what two boxes have in common; nothing is high where they do not meet."""
    if room is None:
        return box
    left, top = max(room[0], box[0]), max(room[1], box[1])
    return left, top, min(room[0] + room[2], box[0] + box[2]) - left, min(room[1] + room[3], box[1] + box[3]) - top


def goes_back(before: Sequence[int], after: Sequence[int]) -> bool:
    """Tell whether one box stands over another in the same column, or left of it on the same line."""
    (x, y, width, height), (left, top, wide, high) = before, after
    beside = min(x + width, left + wide) > max(x, left)
    level = min(y + height, top + high) - max(y, top) > min(height, high) / 2
    return (top + high <= y and beside) or (level and left + wide <= x)


def text_of(found: Sequence[Heard], folder: Path) -> str:
    """Return what is told of all scenes, the same on any machine and at any time."""
    parts = []
    for one in found:
        parts.append("\n".join([f"# {one.key}", *one.lines]))
    text = "\n\n".join(parts) + "\n"
    text = text.replace(str(folder), "…")
    text = re.sub(rf"(ersion |« ){re.escape(__version__)}(, [^»]*(?= »))?", r"\1…", text)
    return re.sub(r"\d{1,2}\u00a0h\u00a0\d\d\)", "hh h mm)", text).replace("\u00a0", " ").replace("\u202f", " ")


def main() -> int:
    """Walk, then show or approve."""
    approve, keys = "--approve" in sys.argv, [word for word in sys.argv[1:] if word != "--approve"]
    missing: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        places = {"SANTE100JOURS_DATA": str(folder / "data"), "SANTE100JOURS_DOCUMENTS": str(folder / "documents")}
        with session(home=folder / "home", **places) as environment:
            found = []
            for one in heard(folder, environment, keys, missing):
                found.append(one)
                sys.stderr.write("".join(f"{fault}\n" for fault in one.faults) or f"{one.key}\n")
                sys.stderr.flush()
        text = text_of(found, folder)
    if approve:
        APPROVED.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    faults = missing + [fault for one in found for fault in one.faults]
    sys.stderr.write("\n".join(faults) + f"\n{len(found)} scenes, {len(faults)} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""Somebody before the window: keys and clicks through X, things found by what a screen reader would say of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from tests.heard.reader import Node, Reader

T = TypeVar("T")
Box = tuple[int, int, int, int]

#: Longest wait, in seconds, for what a step leads to: the machine may be busy.
PATIENCE = 30.0
#: What a step of a screen reader's own walk is listened to for.
MOMENT = 0.12
FIELDS = ("text", "entry", "combo box", "spin button", "password text")
#: What one presses or fills, the likeliest first: the same words are often a label beside it.
ACTED_ON = ("button", "button menu", "check box", "radio button", "toggle button", "page tab", "menu item", "check menu item",
            "link", "list item", *FIELDS)  # fmt: skip
TABLES = ("table", "tree table")
DIALOGS = ("dialog", "alert")
POPUPS = ("popup menu", "menu", "window", "list", "tool tip")
#: What hides the part of its children that does not fit in it.
PANES = (
    "frame",
    "dialog",
    "alert",
    "scroll pane",
    "viewport",
    "layered pane",
    "list",
    "table",
    "tree",
    "filler",
    "panel",
)


class DeadEndError(AssertionError):
    """What the secretary looks for is not there: a dead end, told with what she sees."""


class Secretary:
    """The hands and eyes of one person: `clicks` and `keys` count what she did, `heard` is what a reader told her.

    `unnamed` is what got the keyboard and would be heard as nothing.
    """

    def __init__(self, environment: Mapping[str, str], reader: Reader) -> None:
        self.environment, self.reader = environment, reader
        self.clicks = self.keys = 0
        self.heard: list[str] = []
        self.announced: list[str] = []
        self.unnamed: list[str] = []
        self.focus: Node | None = None
        self._around: dict[int, Node] = {}

    # What she sees.

    def windows(self, *closed: str) -> list[Node]:
        """Return the windows that show, the last opened last, without what is in the roles left `closed`."""
        shown = self.reader.windows(*closed)
        self._around = {id(child): node for window in shown for node in window.walk() for child in node.children}
        return shown

    def top(self) -> Node:
        """Return the window one can act on: the dialog over all others, else the main window."""
        shown = self._until(lambda: self.windows(*TABLES), "a window")
        return ([one for one in shown if one.role in DIALOGS] or shown)[-1]

    def see(self, words: str, *roles: str, within: str = "", nth: int = 0, enabled: bool = True) -> Node:
        """Return what is called so once it shows and can be used: whole names first, then beginnings, then parts."""
        asked = f"« {words} » {' '.join(roles)} {within}".strip()
        return self._until(lambda: self._named(words, roles or ACTED_ON, within, nth, enabled), asked)

    def sees(self, words: str, *roles: str) -> bool:
        """Tell whether it shows at this moment."""
        return self._named(words, roles, "", 0, False) is not None

    def reads(self, words: str) -> None:
        """Wait for a sentence, wherever it is written."""
        plain = words.replace("\xa0", " ")
        self._until(lambda: any(plain in line for line in self.lines()), f"the sentence « {words} »")

    def lines(self) -> list[str]:
        """Return all that can be read at this moment."""
        shown = [node for window in self.windows() for node in window.walk() if node.showing]
        return [part.replace("\xa0", " ") for node in shown for part in (node.name, node.description) if part]

    # What she does.

    def click(self, words: str, *roles: str, within: str = "", nth: int = 0, twice: bool = False) -> None:
        """Press what is called so, once one can; scroll it into view before, as one does."""
        x, y = self._in_view(lambda: self.see(words, *roles, within=within, nth=nth))
        self._point(x, y, *(("--repeat", 2, "--delay", 60) if twice else ()), 1)
        self.clicks += 1
        self.listen()

    def choose(self, menu: str, entry: str) -> None:
        """Choose an entry of a menu: with the mouse where there is a bar, by keys where the menus are in a button."""
        self.see("Rechercher dans le dossier", *FIELDS)
        if self.sees(menu, "menu item"):
            self.click(menu, "menu item")
            self.click(entry, "menu item")
            return
        self.press("F10")
        self.go_to(menu, "Down", 12)
        self.press("Right")
        if self.focus is None or entry not in self.focus.name:
            self.go_to(entry, "Down", 60)
        self.press("Return")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, as xdotool names them (`ctrl+p`)."""
        for key in keys:
            self._x("key", "--clearmodifiers", key)
            self.keys += 1
            self.listen()

    def type(self, words: str) -> None:
        """Type into what has the keyboard."""
        self._x("type", "--delay", 20, "--", words)
        self.keys += len(words)
        self.listen()

    def fill(self, field: str, words: str, within: str = "", nth: int = 0) -> None:
        """Click into a field, and write over what it holds."""
        self.click(field, *FIELDS, within=within, nth=nth)
        self.press("ctrl+a")
        self.type(words)

    def go_to(self, words: str, key: str = "Tab", most: int = 80) -> Node:
        """Go from one thing to the next until the keyboard is on what is called so: without a mouse, the only way."""
        for _step in range(most):
            self.press(key)
            if self.focus is not None and words in self.focus.name:
                return self.focus
        raise DeadEndError(f"{most} times {key} do not lead to « {words} »; heard: {self.heard[-most:]}")

    def leaves(self) -> None:
        """Wait until the last window is closed."""
        self._until(lambda: not self.windows(*TABLES), "the end of the program")

    def wait_for(self, found: Callable[[], T | None], what: str) -> T:
        """Wait for what a step leads to, a file for example."""
        return self._until(found, what)

    # What she hears.

    def listen(self, seconds: float = MOMENT) -> None:
        """Take in what a screen reader says after a step: what has the keyboard, what is announced."""
        told = self.reader.announced(seconds)
        self.announced += told
        self.heard += [f"! {one}" for one in told]
        node = self.reader.focused()
        if node is None or (self.focus is not None and (node.bus, node.path) == (self.focus.bus, self.focus.path)):
            return
        self.focus = node
        self.heard.append(f"{node.role} {node.name}")
        if node.showing and not node.name.strip():
            self.unnamed.append(f"{node.role} at {node.box} after {self.heard[-4:-1]}")

    def is_at(self, words: str) -> None:
        """Wait until the keyboard is on what is called so, without going there oneself."""

        def there() -> bool:
            self.listen()
            return self.focus is not None and words in self.focus.name

        self._until(there, f"the keyboard on « {words} »")

    def hears(self, words: str) -> None:
        """Wait until words were announced, wherever the keyboard is."""

        def told() -> bool:
            self.listen()
            return any(words in one for one in self.announced)

        self._until(told, f"an announcement of « {words} »")

    # How.

    def _named(self, words: str, roles: tuple[str, ...], within: str, nth: int, enabled: bool) -> Node | None:
        shown = self.windows(*(() if "table cell" in roles or not roles else TABLES))
        dialogs = [one for one in shown if one.role in DIALOGS]
        popups = [one for one in shown if one.role in POPUPS]
        fit = [
            node
            for window in [*reversed(popups), *(dialogs[-1:] or shown)]
            for node in window.walk()
            if node.showing
            and (not roles or node.role in roles)
            and (not enabled or "sensitive" in node.states)
            and (not within or any(within in one.name for one in self._above(node)))
        ]
        wanted = words.replace("\xa0", " ")
        for holds in (str.__eq__, str.startswith, str.__contains__):
            found = [node for node in fit if holds(node.name.replace("\xa0", " "), wanted)]
            if len(found) > nth:
                return sorted(found, key=lambda node: roles.index(node.role) if node.role in roles else 0)[nth]
        return None

    def _above(self, node: Node) -> Iterator[Node]:
        while (above := self._around.get(id(node))) is not None:
            yield above
            node = above

    def _in_view(self, found: Callable[[], Node]) -> tuple[int, int]:
        """Turn the wheel until the middle of a thing is in view; return that place."""
        for _turn in range(120):
            node = found()
            x, y = node.middle
            if node.role in ("list item", "table cell", "check box", "radio button"):
                x = node.box[0] + min(node.box[2] // 2, 60)
            around = [one for one in self._above(node) if one.role in PANES and one.box[2]]
            hiding = next((one for one in around if not _holds(one.box, x, y)), None)
            if hiding is None:
                return x, y
            left, top, width, height = _common([hiding, *around[around.index(hiding) :]])
            self._point(left + width // 2, top + height // 2, 5 if y >= top + height else 4)
            time.sleep(0.05)
        raise DeadEndError(f"out of reach: {node.role} « {node.name} » at {node.box}")

    def _until(self, looked: Callable[[], T | None], what: str) -> T:
        end = time.monotonic() + PATIENCE
        while not (found := looked()):
            if time.monotonic() > end:
                raise DeadEndError(f"waited for {what}\nheard: {self.heard[-8:]}\n" + "\n".join(self.page()[:70]))
            self.listen(0.1)
        return found

    def page(self) -> list[str]:
        """Return what can be acted on or read in the window on top, a line each."""
        told = (*ACTED_ON, "label")
        nodes = [node for node in self.top().walk() if node.showing and node.name and node.role in told]
        return [
            f"{node.role} « {node.name} » {node.box} {'' if 'sensitive' in node.states else 'off'}" for node in nodes
        ]

    def _point(self, x: int, y: int, *click: object) -> None:
        """Click at a place told in Qt's own pixels, of which the screen has more where it is scaled."""
        scale = float(self.environment.get("QT_SCALE_FACTOR", "1"))
        self._x("mousemove", round(x * scale), round(y * scale), "click", *click)

    def _x(self, *words: object) -> None:
        command = [shutil.which("xdotool") or "", *map(str, words)]
        subprocess.run(command, env=dict(self.environment), check=True, capture_output=True)


def _holds(box: Box, x: int, y: int) -> bool:
    return box[0] <= x < box[0] + box[2] and box[1] <= y < box[1] + box[3]


def _common(nodes: list[Node]) -> Box:
    """Return the part of the screen that all of them share."""
    left, top = max(one.box[0] for one in nodes), max(one.box[1] for one in nodes)
    right = min(one.box[0] + one.box[2] for one in nodes)
    bottom = min(one.box[1] + one.box[3] for one in nodes)
    return left, top, max(0, right - left), max(0, bottom - top)


@contextmanager
def before_the_window(environment: Mapping[str, str], reader: Reader, *words: str) -> Iterator[Secretary]:
    """Start the installed command, and sit down before its window; it may tell of no fault, and ends when it is told to."""
    command = [str(Path(sys.executable).with_name("msp-desktop")), *words]
    with tempfile.TemporaryFile("w+") as said:
        program = subprocess.Popen(command, env=dict(environment), stdout=said, stderr=said)
        try:
            yield Secretary(environment, reader)
        finally:
            program.terminate()
            program.wait(timeout=30)
        said.seek(0)
        assert "Traceback" not in (told := said.read()), told

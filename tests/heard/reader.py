"""A small reader of AT-SPI: the tree of what is on the screen, and what is announced, from outside the program.

    with Reader(environment) as reader:
        window = reader.window("Santé 100 jours")
        for node in window.walk(): print(node.role, node.name, node.states, node.box)
        reader.focused()          # what has the keyboard
        reader.announced()        # what was announced since the last call

The protocol is D-Bus' (`jeepney`, only for tests); roles and states are the numbers of AT-SPI 2 (atspi-constants.h).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_SPACE = "org.a11y.atspi."
_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_PROPERTIES = "org.freedesktop.DBus.Properties"

#: AtspiRole, those that Qt says.
ROLES = {
    0: "invalid", 2: "alert", 4: "arrow", 5: "calendar", 6: "canvas", 7: "check box", 8: "check menu item", 11: "combo box",
    16: "dialog", 20: "filler", 23: "frame", 26: "icon", 27: "image", 29: "label", 30: "layered pane", 31: "list", 32: "list item", 33: "menu",
    34: "menu bar", 35: "menu item", 37: "page tab", 38: "page tab list", 39: "panel", 40: "password text",
    41: "popup menu", 42: "progress bar", 43: "button", 44: "radio button", 45: "radio menu item", 48: "scroll bar",
    49: "scroll pane", 50: "separator", 51: "slider", 52: "spin button", 53: "split pane", 54: "status bar", 55: "table",
    56: "table cell", 57: "column header", 58: "row header", 61: "text", 62: "toggle button", 63: "tool bar",
    64: "tool tip", 65: "tree", 66: "tree table", 67: "unknown", 68: "viewport", 69: "window", 73: "paragraph",
    75: "application", 79: "entry", 83: "heading", 84: "page", 85: "section", 88: "link", 91: "tree item",
    98: "grouping", 101: "notification", 116: "static", 129: "button menu",
}  # fmt: skip
#: AtspiStateType, those that say something.
STATES = {
    4: "checked", 7: "editable", 8: "enabled", 9: "expandable", 10: "expanded", 11: "focusable", 12: "focused",
    16: "modal", 20: "pressed", 22: "selectable", 23: "selected", 24: "sensitive", 25: "showing", 30: "visible",
    32: "indeterminate", 41: "checkable", 42: "has popup", 43: "read only",
}  # fmt: skip


@dataclass(eq=False)
class Node:
    """One thing that assistive tools are told of; `box` is x, y, width, height on the screen, in its own pixels."""

    reader: Reader
    bus: str
    path: str
    role: str = ""
    name: str = ""
    description: str = ""
    states: frozenset[str] = frozenset()
    box: tuple[int, int, int, int] = (0, 0, 0, 0)
    children: list[Node] = field(default_factory=list)
    scrolled: bool = False

    def walk(self) -> Iterator[Node]:
        """Yield it and all that is in it, as they are read."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, name: str, role: str = "") -> Node:
        """Return the first that shows of this name and role; AssertionError where there is none."""
        found = [one for one in self.walk() if one.name == name and role in ("", one.role) and one.showing]
        assert found, f"nothing is named « {name} » ({role or 'any role'})"
        return found[0]

    @property
    def showing(self) -> bool:
        """Whether it is on the screen."""
        return "showing" in self.states

    @property
    def middle(self) -> tuple[int, int]:
        """Where to press it, in pixels of the screen."""
        x, y, width, height = self.box
        return x + width // 2, y + height // 2

    def text(self) -> str:
        """Return what is written in a field."""
        return str(self.reader.ask(self.bus, self.path, "Text", "GetText", "ii", (0, -1)))


class Reader:
    """Read what a program of a session (`tests.heard.session`) tells assistive tools."""

    def __init__(self, environment: Mapping[str, str], patience: float = 30) -> None:
        self.patience = patience
        with open_dbus_connection(environment["DBUS_SESSION_BUS_ADDRESS"]) as session:
            address = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            bus = session.send_and_get_reply(new_method_call(address, "GetAddress"), timeout=patience).body[0]
        self._connection: DBusConnection = open_dbus_connection(bus.partition(",guid=")[0])
        self._heard: list[str] = []
        self._focus: tuple[str, str] | None = None
        for member in ("Announcement", "StateChanged"):
            rule = MatchRule(type="signal", interface=f"{_SPACE}Event.Object", member=member)
            self._connection.send_and_get_reply(message_bus.AddMatch(rule))
            self.ask(_ROOT[0], "/org/a11y/atspi/registry", "Registry", "RegisterEvent", "s", (f"object:{member}",))

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_exc: object) -> None:
        self._connection.close()

    # --- what people ask -------------------------------------------------------------------------

    def tops(self) -> list[Node]:
        """Return the windows that show, of every program, what is in them not read yet, the last opened last."""
        found = [Node(self, *window) for program in self._children(*_ROOT) for window in self._children(*program)]
        self._read(found)
        return [one for one in found if one.showing]

    def windows(self, *closed: str) -> list[Node]:
        """Return the windows that show, the last opened last.

        The tree of each is read whole, but for what is in the roles that are left `closed`: cells cost the most.
        """
        return [self.whole(one, *closed) for one in self.tops()]

    def window(self, words: str) -> Node:
        """Wait for a window with these words in its title, and return it read whole."""
        found = self.wait(lambda: [one for one in self.tops() if words in one.name], f"a window « {words} »")
        return self.whole(found[0])

    def wait(self, look: Callable[[], Any], what: str = "it") -> Any:
        """Look until something is seen, and return it; AssertionError when patience has an end."""
        end = time.monotonic() + self.patience
        while not (found := look()):
            assert time.monotonic() < end, f"waited {self.patience} s for {what}"
            self.listen(0.1)
        return found

    def whole(self, node: Node, *closed: str) -> Node:
        """Read a thing and all that shows in it anew, level by level; what does not show is told without what is in it."""
        level = [node]
        while level:
            self._read(level)
            open_ = (one for one in level if one.showing and one.role not in closed)
            level = [child for one in open_ for child in one.children]
        return node

    def focused(self) -> Node | None:
        """Return what has the keyboard, as the last event said; None before the first.

        The states alone do not tell: Qt says « focused » of the current row of every list, and of the tab in view.
        """
        self.listen(0.05)
        if self._focus is None:
            return None
        node = Node(self, *self._focus)
        self._read([node])
        return node

    def announced(self, seconds: float = 0.3) -> list[str]:
        """Return what was announced since the last call, listening so long first."""
        self.listen(seconds)
        said, self._heard = self._heard, []
        return said

    def listen(self, seconds: float) -> None:
        """Take in the events of so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                self._take(self._connection.receive(timeout=left))
            except TimeoutError:
                return

    # --- the protocol ----------------------------------------------------------------------------

    def ask(
        self, bus: str, path: str, interface: str, method: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> Any:
        """Call one method and return its first value, None where it is refused."""
        return self._asked([(bus, path, interface, method, signature, body)])[0]

    def _children(self, bus: str, path: str) -> list[tuple[str, str]]:
        return cast("list[tuple[str, str]]", self.ask(bus, path, "Accessible", "GetChildren") or [])

    def _read(self, nodes: Iterable[Node]) -> None:
        nodes = list(nodes)
        calls: list[tuple[str, str, str, str, str, tuple[Any, ...]]] = []
        for one in nodes:
            name = (f"{_SPACE}Accessible", "Name")
            description = (f"{_SPACE}Accessible", "Description")
            calls += [
                (one.bus, one.path, _PROPERTIES, "Get", "ss", name),
                (one.bus, one.path, _PROPERTIES, "Get", "ss", description),
                (one.bus, one.path, "Accessible", "GetRole", "", ()),
                (one.bus, one.path, "Accessible", "GetState", "", ()),
                (one.bus, one.path, "Component", "GetExtents", "u", (0,)),
                (one.bus, one.path, "Accessible", "GetChildren", "", ()),
            ]
        answers = iter(self._asked(calls))
        for one in nodes:
            name_, words, role, states, box, children = (next(answers) for _ in range(6))
            one.name = name_[1] if name_ else ""
            one.description = words[1] if words else ""
            one.role = ROLES.get(role, f"role {role}")
            bits = states[0] | states[1] << 32 if states else 0
            one.states = frozenset(word for bit, word in STATES.items() if bits >> bit & 1)
            one.box = tuple(box) if box else (0, 0, 0, 0)
            one.children = [Node(self, *child) for child in children or []]

    def _asked(self, calls: list[tuple[str, str, str, str, str, tuple[Any, ...]]]) -> list[Any]:
        """Send all, then wait for all: a call at a time would take a turn of the program's loop each."""
        serials = []
        for bus, path, interface, method, signature, body in calls:
            whole = interface if interface.startswith("org.") else _SPACE + interface
            message = new_method_call(DBusAddress(path, bus, whole), method, signature or None, body)
            serial = next(self._connection.outgoing_serial)
            self._connection.send(message, serial=serial)
            serials.append(serial)
        answers: dict[int, Any] = {}
        missing = set(serials)
        while missing:
            message = self._connection.receive(timeout=self.patience)
            serial = message.header.fields.get(HeaderFields.reply_serial, 0)
            if serial in missing:
                missing.discard(serial)
                answered = message.header.message_type is MessageType.method_return
                answers[serial] = message.body[0] if answered and message.body else None
            else:
                self._take(message)
        return [answers[serial] for serial in serials]

    def _take(self, message: Message) -> None:
        fields = message.header.fields
        if message.header.message_type is not MessageType.signal:
            return
        kind = fields.get(HeaderFields.member)
        if kind == "Announcement":
            self._heard.append(str(message.body[3][1]))
        elif kind == "StateChanged" and message.body[:2] == ("focused", 1):
            self._focus = (str(fields[HeaderFields.sender]), str(fields[HeaderFields.path]))

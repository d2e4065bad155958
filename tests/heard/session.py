"""A screen, a session bus and the bus of assistive tools of our own: nothing of whoever runs the tests is touched."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

#: The programs a session is made of; `needs(*PROGRAMS)` on what uses one. The bus of assistive tools comes with at-spi2-core.
PROGRAMS = ("Xvfb", "openbox", "dbus-daemon")


@contextmanager
def session(size: str = "1366x768", home: Path | None = None, **more: str) -> Iterator[dict[str, str]]:
    """Start a screen of this size with a window manager and its buses; give the environment of the programs to run on it.

    `more` is put into that environment; assistive tools are said to be there, so that Qt tells them of everything.
    """
    with _started(
        ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-dpi", "96"]
    ) as screen:
        environment = {
            name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "AT_SPI_BUS_ADDRESS")
        }
        environment["DISPLAY"] = f":{_first_line(screen)}"
        if home is not None:
            environment["HOME"] = environment["XDG_CONFIG_HOME"] = environment["XDG_CACHE_HOME"] = str(home)
        with _started(["dbus-daemon", "--session", "--nofork", "--print-address"], environment) as bus:
            environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(bus)
            # A window that shows before its manager is ready never gets the keys.
            with _started(["openbox", "--sm-disable", "--startup", "echo ready"], environment) as manager:
                _first_line(manager)
                yield environment | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1"} | more


@contextmanager
def _started(command: list[str], environment: dict[str, str] | None = None) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env=environment,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        cast("IO[str]", process.stdout).close()


def _first_line(process: subprocess.Popen[str]) -> str:
    line = cast("IO[str]", process.stdout).readline().strip()
    assert line, f"{process.args!r} did not start"
    return line

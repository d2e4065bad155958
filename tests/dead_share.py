"""A folder of a server that no longer answers: whoever asks anything of it waits; who asks in the window's thread is told."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

#: What asks the disk something of a path.
_ASKING = ("stat", "lstat", "mkdir", "open", "scandir", "listdir", "unlink", "rename", "replace", "readlink", "access")


class DeadShare:
    """What was asked of the folder in the window's thread: it would have frozen."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.frozen: list[str] = []
        self.answers = threading.Event()

    def wait_if_there(self, name: str, path: Any) -> None:
        """Wait as a server makes one wait, then fail; in the window's thread, remember it and fail at once."""
        if isinstance(path, int) or not Path(os.fsdecode(path)).is_relative_to(self.folder) or self.answers.is_set():
            return
        if threading.current_thread() is threading.main_thread():
            self.frozen.append(f"{name} {path}")
        elif self.answers.wait(30):
            return
        raise FileNotFoundError(2, "The network path was not found", os.fsdecode(path))


@contextmanager
def dead_share(folder: Path) -> Iterator[DeadShare]:
    """Have a folder answer nothing until the block ends."""
    share = DeadShare(folder)

    def asking(name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def ask(path: Any = ".", *more: Any, **named: Any) -> Any:
            share.wait_if_there(name, path)
            return act(path, *more, **named)

        return ask

    with (
        mock.patch.multiple(os, **{name: asking(name, getattr(os, name)) for name in _ASKING}),
        mock.patch.object(io, "open", asking("open", io.open)),
        mock.patch("builtins.open", asking("open", io.open)),
    ):
        yield share
        share.answers.set()

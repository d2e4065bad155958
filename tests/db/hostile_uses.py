"""What is done with a dossier received, in a process of its own whose time and memory are bounded.

python -m tests.db.hostile_uses DOSSIER FOLDER [PAPER…]    prints one line a use: its name, « done » or the sentence of a refusal
"""

from __future__ import annotations

import io
import os
import resource
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime
from pathlib import Path

#: In bytes of memory that is written to (the PDF viewer reserves far more addresses than it uses).
MEMORY = 3 * 1024**3
#: In seconds of processor, whatever else the machine does meanwhile.
TIME = 240
NOW = datetime(2026, 4, 28, 14, 32)


def command(*arguments: str) -> Callable[[], str]:
    def run() -> str:
        from msp_desktop.app import run as main

        out = io.StringIO()
        with redirect_stdout(out), redirect_stderr(out):
            code = main(list(arguments))
        if code not in (0, 2):
            raise AssertionError(f"{arguments[0]}: {code}: {out.getvalue()[-800:]}")
        return "done" if code == 0 else f"refused {out.getvalue().strip()}"

    return run


def edit_and_undo(path: Path) -> str:
    from msp_desktop.db.dossier import close_dossier, open_dossier
    from msp_desktop.domain.actions import Action
    from msp_desktop.domain.change import Change
    from msp_desktop.errors import UserError
    from msp_desktop.services.timeline import update_action

    try:
        store = open_dossier(path)
    except UserError as error:
        return f"refused {error}"
    try:
        action = store.reader.all(Action)[0]
        update_action(store, action.id, Change(Action, topic="essai"))
        assert store.reader.one(Action, action.id).topic == "essai"
        store.undo()
        assert store.reader.one(Action, action.id) == action
    except UserError as error:
        return f"refused {error}"
    finally:
        close_dossier(store)
    return "done"


def window(path: Path) -> str:
    from msp_desktop.domain.tabs import TAB_KEYS
    from msp_desktop.ui.start import make_application, make_window

    app = make_application([])
    opened = make_window(path, NOW)
    opened.show()
    opened.load_the_rest()
    if opened.workspace is None:
        return "refused"
    for key in TAB_KEYS:
        opened.go_to(key)
        app.processEvents()
    opened.close()
    app.processEvents()
    return "done"


def main(path: Path, folder: Path, *papers: str) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (TIME, TIME))
    failed: list[object] = []
    sys.excepthook = lambda *args: failed.append(args[1])
    uses = {
        "check": command("check", str(path)),
        "show": command("show", str(path), "--today", "2026-04-28"),
        "export": command("export", str(path), *(papers or ("all",)), "--into", str(folder), "--today", "2026-04-28"),
        "edit": lambda: edit_and_undo(path),
        "window": lambda: window(path),
    }
    for name, use in uses.items():
        print(name, " ".join(use().split()), flush=True)
        if failed:
            raise AssertionError(f"{name}: {failed[0]!r}")
    print("megabytes", _peak(), flush=True)
    os._exit(0)


def _peak() -> int:
    """Return the most memory this process had, in megabytes; `ru_maxrss` would be its parent's, where that had more."""
    (line,) = (
        line for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM:")
    )
    return int(line.split()[1]) // 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])

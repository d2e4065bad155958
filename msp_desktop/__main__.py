"""`python -m msp_desktop` and the `msp-desktop` command."""

from __future__ import annotations

import sys
from _thread import interrupt_main
from threading import Timer


def main() -> int:
    """Run the command line's words and return the exit code."""
    sys.unraisablehook = _unraisable
    try:
        from msp_desktop.app import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 2  # before or after anything of ours was begun: nothing to say


def _unraisable(failed: sys.UnraisableHookArgs) -> None:
    """Ask again for the stop that came while Python was tidying up: it would tell the terminal so, and go on."""
    if failed.exc_type is KeyboardInterrupt:
        again = Timer(0.01, interrupt_main)  # a moment later: at once, it would be heard here
        again.daemon = True
        again.start()
    else:
        sys.__unraisablehook__(failed)


if __name__ == "__main__":
    sys.exit(main())

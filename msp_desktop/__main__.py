"""`python -m msp_desktop` and the `msp-desktop` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line's words and return the exit code."""
    sys.unraisablehook = _unraisable
    try:
        from msp_desktop.app import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 2  # before or after anything of ours was begun: nothing to say


def _unraisable(failed: sys.UnraisableHookArgs) -> None:
    """Keep quiet about a stop heard where Python lets go of an object: it goes on as if it had not been asked, which is no fault."""
    if failed.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(failed)


if __name__ == "__main__":
    sys.exit(main())

"""`python -m msp_desktop` and the `msp-desktop` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line's words and return the exit code."""
    try:
        from msp_desktop.app import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 2  # before or after anything of ours was begun: nothing to say


if __name__ == "__main__":
    sys.exit(main())

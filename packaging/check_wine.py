"""Install, run, upgrade and remove what build.py made, under Wine:

    .venv/bin/python packaging/check_wine.py --built dist/windows --out dist/windows/checks

Every check is made; none is skipped. The last line counts them. The steps are in `checks/`, listed in `checks/steps.py`.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from checks.run import Run
from checks.steps import STEPS, Step, chosen
from winbuild import names
from winbuild.screen import screen
from winbuild.steps import BuildError
from winbuild.wine import make_prefix


def main() -> int:
    options = _options()
    out: Path = options.out.resolve()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    begun = time.monotonic()
    with screen() as display, tempfile.TemporaryDirectory(prefix="msp-wine-") as place:
        print("-- a fresh prefix", flush=True)
        prefix = make_prefix(Path(place, "prefix"), display=display, stand_ins=True)
        run = Run(options.built.resolve(), out, prefix, names.version())
        took = [("a fresh prefix", time.monotonic() - begun)]
        try:
            took += [(step.name, _made(step, run)) for step in chosen(options.only)]
        finally:
            prefix.end()
    print("".join(f"{seconds:6.0f} s  {name}\n" for name, seconds in took), end="")
    print(f"{time.monotonic() - begun:6.0f} s  in all")
    for what in run.failed:
        print(f"FAILED: {what}")
    print(f"{run.passed} passed, {len(run.failed)} failed")
    return 1 if run.failed else 0


def _made(step: Step, run: Run) -> float:
    """Make one step; return the seconds it took."""
    print(f"-- {step.title}", flush=True)
    begun = time.monotonic()
    step.make(run)
    print(f"   {time.monotonic() - begun:.0f} s", flush=True)
    return time.monotonic() - begun


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Check the Windows installers under Wine.")
    parser.add_argument("--built", type=Path, required=True, metavar="DIR", help="what build.py --out wrote")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="pictures, reports, documents")
    parser.add_argument(
        "--only", nargs="+", metavar="STEP", choices=[step.name for step in STEPS],
        help="some steps, with those they need, while one of them is being mended",
    )  # fmt: skip
    return parser.parse_args()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BuildError as error:
        print(f"FAILED: {error}\n0 passed, 1 failed")
        sys.exit(1)

"""Build the setup and the MSI of a version before this one, of the same program with a file more, to be upgraded from:

.venv/bin/python packaging/previous.py --built dist/windows --out dist/windows/previous
"""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path

from checks.run import PREVIOUS, STALE
from winbuild.installers import build_msi, build_setup

parser = argparse.ArgumentParser(description="Build a former version of what build.py made.")
parser.add_argument("--built", type=Path, required=True, metavar="DIR", help="what build.py --out wrote")
parser.add_argument("--out", type=Path, required=True, metavar="DIR")
options = parser.parse_args()
out: Path = options.out.resolve()
shutil.rmtree(out, ignore_errors=True)
work = out / "work"
work.mkdir(parents=True)
stage = work / "stage"
shutil.copytree(options.built.resolve() / "work" / "stage", stage, copy_function=os.link)
(stage / STALE).write_text("# no longer in the program\n", encoding="utf-8")
for made in (
    build_setup(stage, work, out, PREVIOUS, None, fast=True),
    build_msi(stage, work, out, PREVIOUS, None),
):
    print(made)
shutil.rmtree(work)

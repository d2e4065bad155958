"""Write packaging/locks/windows.txt again, after constraints.txt changed:  .venv/bin/python packaging/lock.py"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from winbuild.lock import LOCK, needed_on_windows, pinned
from winbuild.names import PYTHON
from winbuild.steps import sha256

HEAD = """\
# The win_amd64 wheels of the bundle, written by packaging/lock.py from constraints.txt. pip checks the hashes.
"""


def main() -> int:
    versions = pinned()
    lines = [HEAD]
    with tempfile.TemporaryDirectory() as place:
        for name in sorted(needed_on_windows()):
            folder = Path(place, name)
            subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "pip",
                    "download",
                    "--quiet",
                    "--disable-pip-version-check",
                    "--no-deps",
                    "--platform",
                    "win_amd64",
                    "--python-version",
                    PYTHON,
                    "--only-binary=:all:",
                    "--dest",
                    str(folder),
                    f"{name}=={versions[name]}",
                ],
                check=True,
            )
            (wheel,) = folder.iterdir()
            lines.append(f"{name}=={versions[name]} \\\n    --hash=sha256:{sha256(wheel)}\n")
    LOCK.write_text("".join(lines), encoding="utf-8")
    print(f"{LOCK.name}: {len(lines) - 1} wheels")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What reading opens, runs and speaks to, as the system sees it, on all that strangers may send."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exchange.carried import hostile
from tests.test_watch import ROOT, SETTINGS, SYSTEM, opened_files, whole

READ = (
    "import sys\n"
    "from datetime import datetime\n"
    "from pathlib import Path\n"
    "from msp_desktop.exchange.carried.farm import read_files\n"
    "print(len(list(read_files([Path(sys.argv[1])], now=datetime(2026, 5, 4), processes=1))))"
)


@pytest.mark.needs("strace")
def test_reading_opens_nothing_else_speaks_to_nobody_and_runs_nothing(tmp_path: Path) -> None:
    given, home, trace = (tmp_path / part for part in ("donné", "maison", "appels.txt"))
    given.mkdir()
    home.mkdir()
    for suffix, kind in {**hostile.KINDS, "r.pdf": hostile.READABLE}.items():
        for number, (name, make) in enumerate(kind.items()):
            if name not in hostile.LONG:
                (given / f"{number}.{suffix}").write_bytes(make())
    watched = "trace=execve,socket,connect,open,openat,openat2,creat,unlink,unlinkat,rename,renameat,renameat2"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-s", "400", "-e", watched, "-o", str(trace), sys.executable, "-c", READ, str(given)],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(home), "TMPDIR": str(home),
             "SANTE100JOURS_DATA": str(home / "donnees"), "LC_ALL": "C.UTF-8"},
        capture_output=True, encoding="utf-8", timeout=240, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 100
    calls = whole(trace.read_text(encoding="utf-8", errors="replace").splitlines())
    assert [call for call in calls if "AF_INET" in call or " connect(" in call] == []
    run = {found[1] for call in calls if (found := re.search(r'execve\("([^"]*)".* = 0', call))}
    assert {Path(program).resolve() for program in run} == {Path(sys.executable).resolve()}
    opened = opened_files(calls)
    assert len({path for path, _writes in opened if path.is_relative_to(given)}) > 100, "the trace was read"
    own = (Path(sys.prefix), Path(sys.base_prefix), ROOT, given)
    strangers = {path for path, _writes in opened if not path.is_relative_to(home) and not _is_usual(path, own)}
    assert strangers == set()
    written = {path for path, writes in opened if writes and path != Path("/dev/null")}
    assert all(path.is_relative_to(home / "donnees") for path in written)
    assert [path.name for path in (home / "donnees").rglob("*.msp100")] == []


def _is_usual(path: Path, own: tuple[Path, ...]) -> bool:
    return any(map(path.is_relative_to, own)) or str(path).startswith(SYSTEM) or bool(SETTINGS.match(str(path)))

"""What the program opens and whom it speaks to, as the system sees it, on a dossier full of what nobody should type."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import fields

from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.change import Change
from msp_desktop.domain.records import RECORDS
from tests.conftest import TODAY
from tests.dossiers import open_sample

ROOT = Path(__file__).parents[1]
#: The rest of the system that any Python or Qt program reads: libraries, time zones, fonts, its own processes; the
#: programs it runs (xdg-mime is asked which one opens messages).
SYSTEM = (
    "/usr/bin/",
    "/bin/",
    "/usr/lib",
    "/lib",
    "/usr/share",
    "/usr/local/lib",
    "/usr/local/share",
    "/proc/",
    "/sys/",
    "/dev/",
    "/run/",
    "/var/cache/fontconfig/",
)
#: Files of /etc that the C library and Qt look at whatever is displayed (passwd: who runs the program).
SETTINGS = re.compile(
    r"/etc/(passwd|ld\.so|localtime|timezone|fonts|nsswitch\.conf|locale\.alias|ssl/openssl\.cnf|xdg|mime\.types|os-release"
    r"|machine-id|gtk|vulkan|glvnd|egl|drirc|debian_version|host\.conf|gai\.conf|mime|X11|alternatives)"
)
#: Kept words of the method: they are keys, not what people type.
KEYS = {"uid", "code", "kit_code", "theme", "kind", "profession", "topic", "media_type", "region_code", "department_code"}  # fmt: skip


@pytest.fixture
def bait(tmp_path: Path) -> Path:
    """A picture that a document could be made to show, in a folder that is nobody's business."""
    bait = tmp_path / "secret" / "appat.png"
    bait.parent.mkdir()
    bait.write_bytes(b"\x89PNG\r\n\x1a\n")
    return bait


@pytest.fixture
def hostile(tmp_path: Path, bait: Path) -> Path:
    """The sample, every free text naming the bait in markup, and a computer of the network."""
    words = f'<img src="{bait}"/><img src="file://{bait}"/> <a href="http://192.0.2.7/x">x</a> \\\\192.0.2.7\\p\\x.png'
    store = open_sample(tmp_path / "dossier")
    with store.write("hostile") as tx:
        for record in RECORDS:
            for row in tx.all(record):
                typed: dict[str, Any] = {
                    field.name: words
                    for field in fields(record)
                    if type(getattr(row, field.name)) is str and field.name not in KEYS and getattr(row, field.name)
                }
                if typed:
                    tx.update(row.id, Change(record, **typed))
    path = Path(store.path)
    close_dossier(store)
    return path


COMMANDS = {
    "export": lambda dossier, into: ["export", str(dossier), "all", "--into", str(into), "--word", "--today", str(TODAY)],
    "window": lambda dossier, into: ["--auto-test", str(into / "rapport.json"), str(dossier)],
    "picture": lambda dossier, into: ["picture", str(dossier), "inventory", "--out", str(into / "x.png")],
}  # fmt: skip


@pytest.mark.needs("strace")
@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_is_opened_outside_its_folders_and_no_computer_is_spoken_to(
    tmp_path: Path, hostile: Path, bait: Path, name: str
) -> None:
    into, trace = tmp_path / "sortie", tmp_path / "appels.txt"
    into.mkdir()
    command = [sys.executable, "-m", "msp_desktop", *COMMANDS[name](hostile, into)]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(tmp_path / "maison"), "TMPDIR": str(into)}
    # Linux's print service is asked for its printers: through a local socket, as where it is installed.
    environment["CUPS_SERVER"] = str(tmp_path / "cups.sock")
    traced = [
        "strace",
        "-f",
        "-qq",
        "-s",
        "400",
        "-e",
        "trace=socket,connect,sendto,open,openat,creat",
        "-o",
        str(trace),
    ]
    done = subprocess.run([*traced, *command], env=environment, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    calls = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    assert [call for call in calls if "AF_INET" in call] == []
    opened = opened_files(calls)
    assert len(opened) > 100, "the trace was read"
    assert hostile in {path for path, _writes in opened}
    assert bait not in {path for path, _writes in opened}
    own = (Path(sys.prefix), Path(sys.base_prefix), ROOT, tmp_path)
    strangers = {
        path
        for path, writes in opened
        if not any(path.is_relative_to(folder) for folder in own)
        and (writes or (not str(path).startswith(SYSTEM) and not SETTINGS.match(str(path))))
        and path not in (Path("/dev/null"), Path("/dev/tty"), Path("/dev/shm"))
    }
    assert strangers == set()
    written = {path for path, writes in opened if writes and path.is_relative_to(ROOT)}
    assert written == set(), "the program's own folder is only read"


def opened_files(calls: list[str]) -> set[tuple[Path, bool]]:
    """Return the files that were really opened, and whether they were to be written."""
    opened = set()
    for call in calls:
        found = re.search(r'(?:open|openat|creat)\((?:AT_FDCWD, )?"(/[^"]*)"(.*) = \d+', call)
        if found:
            # strace writes what is not ASCII in octal.
            path = re.sub(rb"\\(\d{3})", lambda octal: bytes([int(octal[1], 8)]), found[1].encode()).decode()
            writes = bool(re.search("O_WRONLY|O_RDWR|O_CREAT", found[2]))
            opened.add((Path(os.path.normpath(path)), writes))
    return opened

"""What the program opens and whom it speaks to, as the system sees it, on a dossier full of what nobody should type."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from msgspec.structs import fields

from msp_desktop.db.copies import back_up
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Person
from msp_desktop.domain.records import RECORDS
from tests.conftest import NOW, TODAY
from tests.dossiers import open_sample

ROOT = Path(__file__).parents[1]
PASSWORD = "tilleul-marche-17"
#: The system's usual one: what is made without care is readable by all.
UMASK = 0o022
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
    "/var/lib/dbus/machine-id",
)
#: Files of /etc that the C library and Qt look at whatever is displayed (passwd: who runs the program).
SETTINGS = re.compile(
    r"/etc/(passwd|ld\.so|localtime|timezone|fonts|nsswitch\.conf|locale\.alias|ssl/openssl\.cnf|xdg|mime\.types|os-release"
    r"|machine-id|magic|gtk|vulkan|glvnd|egl|drirc|debian_version|host\.conf|gai\.conf|mime|X11|alternatives)"
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
                if isinstance(row, Person):
                    # Else all would be the mayor, who writes to nobody, and no message could be addressed.
                    typed["last_name"], typed["email"] = f"{words} {row.id}", f"p{row.id}@exemple.invalid"
                    typed.pop("civility", None)
                    typed.pop("first_name", None)
                if typed:
                    tx.update(row.id, Change(record, **typed))
    path = Path(store.path)
    close_dossier(store)
    return path


def _export(*more: str) -> Callable[[Path, Path], list[str]]:
    return lambda dossier, into: ["export", str(dossier), "all", "--into", str(into), "--today", str(TODAY), *more]


COMMANDS: dict[str, Callable[[Path, Path], list[str]]] = {
    "export": _export(),
    "export --word": _export("--word"),
    "export --password-stdin": _export("--password-stdin"),
    "draft": lambda dossier, into: ["draft", str(dossier), "invitations", "--out", str(into / "x.eml")],
    "calendar": lambda dossier, into: ["calendar", str(dossier), "--out", str(into / "x.ics")],
    "show": lambda dossier, _into: ["show", str(dossier), "--today", str(TODAY)],
    "check": lambda dossier, _into: ["check", str(dossier)],
    "backup": lambda dossier, into: ["backup", str(dossier), "--into", str(into / "copies")],
    "restore": lambda dossier, into: ["restore", str(copied(dossier)), "--into", str(into / "rendu" / "x.msp100")],
    "new": lambda _dossier, into: ["new", str(into / "x.msp100"), "--commune", "23096", "--mandate-start", "2026-03-22"],
    "demo": lambda _dossier, into: ["demo", "--no-window", "--into", str(into / "exemple")],
    # A base in a file; a server's address, the only one ever asked, has to be typed.
    "consolidate": lambda dossier, into: ["consolidate", str(dossier), "--into", str(into / "communes.db")],
    "window": lambda dossier, into: ["--auto-test", str(into / "rapport.json"), str(dossier)],
    "picture": lambda dossier, into: ["picture", str(dossier), "inventory", "--out", str(into / "x.png")],
}  # fmt: skip
#: Not a command: the whole window, everything in it but printing.
JOURNEY = "journey"
#: The system's own, that libraries make for every program: not ours, and nothing of ours in them.
THEIRS = (".cache/fontconfig", ".cache/mesa_shader_cache", ".cache/qtshadercache", ".config/dconf")


class Watched(NamedTuple):
    """What a command did, as the system saw it: its calls, the folders it was given."""

    calls: list[str]
    home: Path
    into: Path
    temporary: Path


def copied(dossier: Path) -> Path:
    """Return a safe copy of a dossier."""
    store = open_dossier(dossier)
    try:
        return back_up(store.connection, dossier.parent / "copies", "x", NOW)
    finally:
        close_dossier(store)


def watch(name: str, dossier: Path, tmp_path: Path, *, printers: bool = False) -> Watched:
    """Run a command under strace, files open to all by the system's own usage (umask 022)."""
    home, into, temporary, trace = (tmp_path / part for part in ("maison", "sortie", "temporaire", "appels.txt"))
    for folder in (home, into, temporary):
        folder.mkdir()
    arguments = ["-m", "tests.watched", str(dossier), str(into)]
    if name != JOURNEY:
        arguments = ["-m", "msp_desktop", *COMMANDS[name](dossier, into)]
    environment = {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(home),
        "TMPDIR": str(temporary),
        "SANTE100JOURS_DATA": str(home / "donnees"),
        "SANTE100JOURS_DOCUMENTS": str(home / "Documents"),
    }
    if printers:
        # Linux's print service is asked for its printers: through a local socket, as where it is installed.
        environment["CUPS_SERVER"] = str(tmp_path / "cups.sock")
    else:
        environment.pop("CUPS_SERVER", None)
    watched = "trace=socket,connect,bind,sendto,open,openat,openat2,creat,mkdir,mkdirat,umask"
    strace = ["strace", "-f", "-qq", "-s", "400", "-e", watched, "-o", str(trace)]
    done = subprocess.run(
        [*strace, sys.executable, *arguments],
        env=environment, input=f"{PASSWORD}\n", capture_output=True, encoding="utf-8", timeout=240, cwd=ROOT, umask=UMASK,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return Watched(whole(trace.read_text(encoding="utf-8", errors="replace").splitlines()), home, into, temporary)


def whole(lines: list[str]) -> list[str]:
    """Return the calls on one line each, in the order they began.

    strace cuts a call in two where another thread calls meanwhile; what was asked is in the first half, what came of it
    in the second.
    """
    calls: list[str] = []
    begun: dict[str, int] = {}
    for line in lines:
        if cut := re.fullmatch(r"(\d+) (.*?) <unfinished \.\.\.>", line):
            begun[cut[1]] = len(calls)
            calls.append(line.removesuffix(" <unfinished ...>"))
        elif (rest := re.fullmatch(r"(\d+) <\.\.\. \w+ resumed>(.*)", line)) and rest[1] in begun:
            calls[begun.pop(rest[1])] += rest[2]
        else:
            calls.append(line)
    return calls


@pytest.mark.needs("strace")
@pytest.mark.parametrize("name", [*COMMANDS, JOURNEY])
def test_nothing_is_opened_outside_its_folders_and_no_computer_is_spoken_to(
    tmp_path: Path, hostile: Path, bait: Path, name: str
) -> None:
    """Printers are asked for by the self-test alone, which tells how many there are."""
    seen = watch(name, hostile, tmp_path, printers=name == "window")
    assert [call for call in seen.calls if "AF_INET" in call] == []
    opened = opened_files(seen.calls)
    assert len(opened) > 100, "the trace was read"
    assert hostile in {path for path, _writes in opened} or name in ("new", "demo", "restore")
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
    assert [path for path, writes in opened if writes and path.is_relative_to(seen.temporary)] == []
    assert list(seen.temporary.iterdir()) == []
    assert open_to_others(seen) == []
    assert [path for path in made_open(seen.calls) if not is_theirs(path, seen)] == []


def open_to_others(seen: Watched) -> list[str]:
    """Return what was made and that others of this computer may read, list or enter."""
    found = [path for folder in (seen.home, seen.into) for path in folder.rglob("*") if not is_theirs(path, seen)]
    assert found or seen.into.exists()
    return [f"{path} {path.lstat().st_mode & 0o777:o}" for path in found if path.lstat().st_mode & 0o077]


def made_open(calls: list[str]) -> list[Path]:
    """Return what was open to others at the moment it was made, be it gone or closed to them since."""
    made, known, umask = [], set(), UMASK
    for call in calls:
        if changed := re.search(r" umask\((\d+)\)", call):
            umask = int(changed[1], 8)
        found = re.search(r'(?:open|openat|creat|mkdir|mkdirat)\((?:AT_FDCWD, )?"(/[^"]*)"(.*) = \d+', call)
        if found is None:
            continue
        path = Path(_unquoted(found[1]))
        mode = re.search(r", 0(\d+)\)\s*$", found[2])
        # What is opened again to be written is not made again: the mode asked for says nothing then.
        if mode and path not in known and not path.is_relative_to("/dev") and int(mode[1], 8) & ~umask & 0o077:
            made.append(path)
        known.add(path)
    return made


def is_theirs(path: Path, seen: Watched) -> bool:
    """Tell whether it is what libraries keep for every program, or a folder that holds only that."""
    inside = str(path.relative_to(seen.home)) if path.is_relative_to(seen.home) else ""
    return any(inside and (inside.startswith(name) or name.startswith(inside)) for name in THEIRS)


def opened_files(calls: list[str]) -> set[tuple[Path, bool]]:
    """Return the files that were really opened, and whether they were to be written."""
    opened = set()
    for call in calls:
        found = re.search(r'(?:open|openat|creat)\((?:AT_FDCWD, )?"(/[^"]*)"(.*) = \d+', call)
        if found:
            path = _unquoted(found[1])
            writes = bool(re.search("O_WRONLY|O_RDWR|O_CREAT", found[2]))
            opened.add((Path(os.path.normpath(path)), writes))
    return opened


def _unquoted(text: str) -> str:
    """Return a path as it is: strace writes what is not ASCII in octal."""
    return re.sub(rb"\\(\d{3})", lambda octal: bytes([int(octal[1], 8)]), text.encode()).decode()


def test_a_call_cut_in_two_by_another_thread_is_read_whole() -> None:
    lines = [
        '7 openat(AT_FDCWD, "/x/brouillon", O_RDWR|O_CREAT|O_EXCL, 0600 <unfinished ...>',
        '8 openat(AT_FDCWD, "/x/ouvert", O_WRONLY|O_CREAT, 0666 <unfinished ...>',
        "7 <... openat resumed>)             = 3",
        "8 <... openat resumed>)             = 4",
        '7 openat(AT_FDCWD, "/x/brouillon", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 3',
        "9 exit_group(0 <unfinished ...>",
    ]
    calls = whole(lines)
    assert opened_files(calls) == {(Path("/x/brouillon"), True), (Path("/x/ouvert"), True)}
    assert made_open(calls) == [Path("/x/ouvert")]
    assert made_open(lines) == [Path("/x/brouillon")], "cut, the draft seemed open and the open file was not seen"


def test_what_is_made_open_to_others_is_seen() -> None:
    calls = [
        '7 openat(AT_FDCWD, "/x/secret", O_RDWR|O_CREAT|O_EXCL, 0600) = 3',
        '7 openat(AT_FDCWD, "/x/secret", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 3',
        '7 openat(AT_FDCWD, "/x/lu", O_RDONLY|O_CLOEXEC) = 3',
        '7 openat(AT_FDCWD, "/x/refus\\303\\251", O_RDWR|O_CREAT, 0666) = -1 EACCES (Permission denied)',
        "7 umask(077)                       = 022",
        '7 openat(AT_FDCWD, "/x/verrou", O_RDWR|O_CREAT|O_EXCL, 0666) = 3',
        "7 umask(022)                       = 077",
        '7 openat(AT_FDCWD, "/x/ouvert", O_RDWR|O_CREAT, 0666) = 3',
        '7 mkdir("/x/dossier", 0777)              = 0',
        '7 mkdir("/x/prive", 0700)                = 0',
    ]
    assert made_open(calls) == [Path("/x/ouvert"), Path("/x/dossier")]

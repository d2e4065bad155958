"""Hundreds of commands as nobody should type them: each is done, or refused in one French sentence."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from msp_desktop.app import OK, USER_ERROR, run
from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.tabs import TAB_KEYS
from tests.dossiers import open_sample

# On Windows there is always a screen, and « open » would open a window on it.
pytestmark = pytest.mark.posix("no screen")

Capture = pytest.CaptureFixture[str]

#: Words of argparse, of Python and of SQLite that no sentence of ours holds.
ENGLISH = re.compile(
    r"Traceback|Error\b|\b(arguments?|expected|invalid|unrecognized|required|choose|from|usage|ambiguous|match|"
    r"allowed|the|file|not|must|malformed|disk image)\b"
)

COMMANDS = (
    "open", "demo", "new", "show", "export", "draft", "calendar", "picture", "check", "backup", "restore", "week", "person",
    "find",
)  # fmt: skip
DAYS = (
    "9999-12-31", "0001-01-01", "1899-12-31", "2200-01-01", "2026-02-30", "2026-13-01", "26-04-28", "28/04/2026", "",
    " ", "aujourd’hui", "2026-W10-1", "٢٠٢٦-٠٤-٢٨", "2026-04-28T12:00", "-1", "9" * 5000, "2026-04-28\n", "nan",
)  # fmt: skip
SIZES = (
    "0x0", "-1x5", "1366", "x", "1366x", "x768", "axb", "9" * 5000 + "x5", "99999x99999", "1e3x1e3", "٣x٣", "1366X768",
    "1366 x 768", "", "10001x1", "²x²",
)  # fmt: skip
MEETINGS = ("", "0", "-1", "99", "9" * 5000, "prochaine", "٣", "1.5", "1;2", "all all", "\n", "²", "NEXT")
PATHS = (
    "", " ", "\0", "a\0b", "x" * 300, "x" * 5000, "/" * 300, "absent.msp100", "absent/absent.msp100", ".", "/", "..",
    "/dev/null/x", "\udcff.msp100", "\ud800", "*.msp100", "-", "--", "a\nb.msp100", "~", "«\u00a0»", "con", "CON.msp100",
)  # fmt: skip
INSEE = (
    "",
    "0",
    "99999",
    "2a247",
    "2A 247",
    "Guéret",
    "23096.0",
    "9" * 5000,
    "\n",
    "-1",
    "23096\0",
    "٢٣٠٩٦",
    "%s",
    "{}",
)
ADDRESSES = ("", ",", "a", "a@", "@b", "a@b@c", "é@b.fr", "a@b.fr\nBcc: c@d.fr", "x" * 5000 + "@b.fr", "a b c")
KEYS = ("", "tout", "ALL", "../agenda", "agenda\0", "x" * 5000, "agenda.pdf", "--", "«", "\n", "-x", "%s")
TEXTS = ("", "0", "-5", "99", "201", "1e3", "cent", "9" * 5000, "100.5", "١٠٠", "nan", "inf", "%", "²")

#: What each command needs besides its dossier, {out} and {into} being free places.
NEEDS = {
    "new": ["--commune", "23096", "--mandate-start", "2026-03-22"],
    "export": ["agenda", "--into", "{into}"],
    "draft": ["agenda", "--out", "{out}.eml"],
    "calendar": ["--out", "{out}.ics"],
    "picture": ["timeline", "--out", "{out}.png"],
    "backup": ["--into", "{into}"],
    "restore": ["--into", "{out}.msp100"],
    "week": ["--into", "{into}"],
    "person": ["Léa Fontanel", "--into", "{into}"],
    "find": ["mairie"],
}
DATED = ("show", "export", "draft", "calendar", "picture", "week", "person", "find")
NAMES = (
    "",
    " ",
    "\0",
    "\n",
    "Inconnue",
    "0",
    "99",
    "-1",
    "9" * 5000,
    "{}",
    "%s",
    "\x1b[31m",
    "Fontanel, Roche",
    "\udcff",
)


def odd_commands() -> Iterator[tuple[str, ...]]:
    """Yield commands in which {file} is a dossier, {into} and {out} places where something may be written."""
    yield from ((), ("",), ("--",), ("-",), ("-h", "x"), ("--lang",), ("--lang", "de"), ("--lang=",), ("--lan=fr", "x"))
    yield from (
        (word,) for word in ("Show", "montre", "show check", "\0", "é", "x" * 5000, "--nothing", "-x", "@fichier")
    )
    yield from (
        (command, *more) for command in COMMANDS if command != "demo" for more in ((), ("--help",), ("--nothing",))
    )
    yield from (("--lang", "fr", command, "--into") for command in COMMANDS)
    yield from ((command, "{file}", "{file}", "{file}", "{file}") for command in COMMANDS if command != "demo")
    yield from ((command, path, *NEEDS.get(command, ())) for command, path in product(COMMANDS[2:], PATHS))
    yield from ((command, "{file}", *NEEDS.get(command, ()), f"--today={day}") for command, day in product(DATED, DAYS))
    yield from (("demo", "--no-window", "--into", "{into}", "--today", day) for day in DAYS)
    yield from (("new", "{out}", "--commune", "23096", "--mandate-start", day) for day in DAYS)
    yield from (("new", "{out}", f"--commune={code}", "--mandate-start", "2026-03-22") for code in INSEE)
    yield from (
        (command, "{file}", *NEEDS[command], f"--meeting={choice}")
        for command, choice in product(("export", "draft", "calendar"), MEETINGS)
    )
    yield from (("picture", "{file}", "timeline", "--out", "{out}.png", f"--size={size}") for size in SIZES)
    yield from (("picture", "{file}", "timeline", "--out", "{out}.png", f"--text={text}") for text in TEXTS)
    yield from (
        ("picture", "{file}", tab, "--out", "{out}.png", "--theme", "rose") for tab in (*TAB_KEYS, "x", "", "\0")
    )
    yield from (("draft", "{file}", "agenda", "--out", "{out}.eml", f"--to={address}") for address in ADDRESSES)
    yield from (("export", "{file}", key, "--into", "{into}", *word) for key in KEYS for word in ((), ("--word",)))
    yield from (("draft", "{file}", key, "--out", "{out}.eml") for key in KEYS)
    yield from (("export", "{file}", "agenda", "--into", path) for path in PATHS)
    yield from (
        (command, "{file}", *needed, f"{option}={day}")
        for command, *needed in (
            ("export", "journal", "--into", "{into}"),
            ("draft", "progress-report", "--out", "{out}.eml"),
        )
        for option, day in product(("--since", "--until"), DAYS)
    )
    yield from (("export", "{file}", "journal", "--into", "{into}", f"--person={name}") for name in NAMES)
    yield from (("export", "{file}", "progress-report", "--into", "{into}", f"--for={word}") for word in KEYS)
    yield from (("person", "{file}", "--into", "{into}", "--", name) for name in NAMES)
    yield from (("find", "{file}", "--", name) for name in NAMES)
    yield from (
        (command, "{file}", *rest, path)
        for command, *rest in (("week", "--into"), ("person", "Roche", "--into"))
        for path in PATHS
    )
    yield from (("backup", "{file}", "--into", path) for path in PATHS)
    yield from (("restore", "{file}", "--into", path) for path in PATHS)
    yield from (("draft", "{file}", "agenda", "--out", path) for path in PATHS)
    yield from (("calendar", "{file}", "--out", path) for path in PATHS)
    yield from (("--auto-test", path) for path in ("", "/", "\0", "absent/x.json", "x" * 300))
    yield from (("--auto-test", "{out}", "a", "b"), ("--auto-test",))
    yield from (("mapi-send", path) for path in (*PATHS, "{file}", "{garbage}", "{deep}"))
    yield from (
        (command, place, *NEEDS.get(command, ())) for command in COMMANDS[2:] for place in ("{garbage}", "{folder}")
    )
    yield from (("restore", "{garbage}", "--into", "{out}.msp100"), ("restore", "{file}", "--into", "{folder}"))


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample dossier, never changed by what is refused."""
    store = open_sample(tmp_path_factory.mktemp("exemple"))
    close_dossier(store)
    return store.path


@pytest.fixture
def places(dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    work = tmp_path / "ici"
    work.mkdir()
    monkeypatch.chdir(work)
    (tmp_path / "folder.msp100").mkdir()
    (tmp_path / "garbage.msp100").write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 64)
    (tmp_path / "deep.json").write_bytes(b"[" * 100_000)
    return {
        "file": str(shutil.copy(dossier, tmp_path / "copie.msp100")),
        "out": str(work / "sortie"),
        "into": str(work / "dossier"),
        "garbage": str(tmp_path / "garbage.msp100"),
        "deep": str(tmp_path / "deep.json"),
        "folder": str(tmp_path / "folder.msp100"),
    }


ODD = list(odd_commands())


def test_there_are_hundreds_of_them() -> None:
    assert len(set(ODD)) > 500


@pytest.mark.parametrize("command", ODD, ids=[str(number) for number in range(len(ODD))])
def test_an_odd_command_is_done_or_refused_in_one_french_sentence(
    command: tuple[str, ...], places: dict[str, str], capsys: Capture
) -> None:
    words = [re.sub(r"\{(\w+)\}", lambda found: places[found[1]], word) for word in command]
    code = run(words)
    said = capsys.readouterr()
    assert code in (OK, USER_ERROR), said.err
    assert len(said.err.splitlines()) == (1 if code else 0), said.err
    assert len(said.err) < 1500
    ours = re.sub(r"«\u00a0[^»]*»", "", said.err)
    for word in sorted(filter(None, {*words, *places.values()}), key=len, reverse=True):
        ours = ours.replace(word, "") if len(word) > 2 else ours
    assert not ENGLISH.search(ours), said.err


#: The stop is heard where a connection is given back, then where an object is let go, whence nothing can be raised.
STOPPED_WHILE_TIDYING = """
import sys
from msp_desktop import __main__, app

def connection_given_back(arguments):
    from sqlalchemy import create_engine, event
    engine = create_engine("sqlite://")
    @event.listens_for(engine, "reset")
    def reset(*given):
        raise KeyboardInterrupt
    engine.connect().close()

class LetGo:
    def __del__(self):
        raise KeyboardInterrupt

def object_let_go(arguments):
    LetGo()
    return 0

app._run = globals()[sys.argv[1]]
sys.exit(__main__.main())
"""


@pytest.mark.parametrize(
    ("where", "code", "says"),
    [("connection_given_back", USER_ERROR, "Arrêté avant la fin"), ("object_let_go", OK, "")],
)
def test_ctrl_c_heard_while_something_is_tidied_up_shows_no_traceback(where: str, code: int, says: str) -> None:
    """The moment is made here: sent from outside, it falls there once in some thousand times."""
    command = [sys.executable, "-c", STOPPED_WHILE_TIDYING, where]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == code, done.stderr
    assert len(done.stderr.splitlines()) == (1 if says else 0), done.stderr
    assert done.stderr.startswith(says)


def test_ctrl_c_leaves_nothing_half_written(tmp_path: Path) -> None:
    """A real one, sent while the documents of the sample are being made."""
    into = tmp_path / "exemple"
    command = [sys.executable, "-m", "msp_desktop", "demo", "--no-window", "--into", str(into)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    end = time.monotonic() + 60
    while not list(into.glob("Documents/*.pdf")):
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _out, said = process.communicate(timeout=60)
    if process.returncode == OK:  # a machine busy enough: it was done before it heard
        assert (into / "Documents").is_dir()
        assert said == ""
    else:
        assert process.returncode == USER_ERROR, said
        assert len(said.splitlines()) == 1
        assert said.startswith("Arrêté avant la fin")
    for path in into.rglob("*"):
        assert path.is_dir() or path.suffix in (".pdf", ".msp100"), path
        assert path.suffix != ".pdf" or path.read_bytes().rstrip().endswith(b"%%EOF")

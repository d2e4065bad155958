"""A second start hands its file to the window that is open: tried with real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from msp_desktop import log
from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.commune import Commune
from msp_desktop.paths import data_folder
from msp_desktop.services.dossiers import new_dossier
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.listener import Listener
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.one_window import LOCK, server_name, take_seat
from msp_desktop.ui.shell.arrivals import arrive
from msp_desktop.ui.start import begin
from tests.conftest import NOW

COMMAND = [sys.executable, "-m", "msp_desktop"]


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start the application as a process of its own; whatever still runs is stopped at the end."""
    started: list[subprocess.Popen[bytes]] = []

    def start_one(*words: str) -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen([*COMMAND, *words], env={**os.environ}, stderr=subprocess.DEVNULL))
        return started[-1]

    yield start_one
    for process in started:
        process.kill()
        process.wait()
    QLocalServer.removeServer(server_name())


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "Saint-Été d’en haut.msp100"
    town = Commune(name="Saint-Été", mandate_start=date(2026, 3, 22), day_zero=date(2026, 3, 22))
    close_dossier(new_dossier(path, town))
    return path


def listens() -> bool:
    socket = QLocalSocket()
    socket.connectToServer(server_name())
    return socket.waitForConnected(100)


def wait(done: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def note_of(dossier: Path) -> Path:
    return dossier.with_name(f"~${dossier.name}")


def test_a_second_start_opens_its_dossier_in_the_first_window(
    start: Callable[..., subprocess.Popen[bytes]], dossier: Path
) -> None:
    first = start()
    wait(listens)
    assert start(str(dossier)).wait(20) == 0
    wait(note_of(dossier).exists)
    assert start(str(dossier)).wait(20) == 0, "the same one again asks nothing"
    assert start().wait(20) == 0
    assert start("open", str(dossier)).wait(20) == 0
    assert first.poll() is None


def test_two_starts_at_the_same_time_make_one_window(
    start: Callable[..., subprocess.Popen[bytes]], dossier: Path
) -> None:
    both = [start(str(dossier)), start(str(dossier))]
    wait(lambda: any(process.poll() is not None for process in both))
    wait(note_of(dossier).exists)
    assert sorted(process.poll() is None for process in both) == [False, True]
    assert 0 in [process.poll() for process in both]


def test_after_a_crash_the_next_start_takes_the_seat(start: Callable[..., subprocess.Popen[bytes]]) -> None:
    first = start()
    wait(listens)
    first.kill()
    first.wait()
    assert (data_folder() / LOCK).exists()
    second = start()
    wait(listens)
    assert second.poll() is None


@pytest.mark.posix("signals")
def test_a_window_that_hangs_does_not_keep_the_next_one_from_opening(
    start: Callable[..., subprocess.Popen[bytes]], dossier: Path
) -> None:
    first = start()
    wait(listens)
    first.send_signal(signal.SIGSTOP)
    second = start(str(dossier))
    wait(note_of(dossier).exists)
    assert second.poll() is None


def test_commands_do_without_the_seat(start: Callable[..., subprocess.Popen[bytes]], dossier: Path) -> None:
    seat = take_seat()
    assert seat is not None
    assert seat.isLocked()
    assert start("check", str(dossier)).wait(20) == 0
    report = dossier.with_name("rapport.json")
    assert start("--auto-test", str(report), str(dossier)).wait(60) == 0
    assert report.exists()
    seat.unlock()


@pytest.mark.posix("/proc")
def test_the_window_has_no_socket_of_the_network(start: Callable[..., subprocess.Popen[bytes]], dossier: Path) -> None:
    first = start()
    wait(listens)
    assert start(str(dossier)).wait(20) == 0
    wait(note_of(dossier).exists)
    ours = {os.readlink(path) for path in Path(f"/proc/{first.pid}/fd").iterdir()}
    network = {
        f"socket:[{line.split()[9]}]"
        for kind in ("tcp", "tcp6", "udp", "udp6")
        for line in Path(f"/proc/{first.pid}/net/{kind}").read_text(encoding="ascii").splitlines()[1:]
    }
    assert any(name.startswith("socket:") for name in ours), "the local one"
    assert not ours & network


def test_a_window_without_the_seat_takes_it_when_it_falls_free(qtbot: QtBot) -> None:
    first, second = take_seat(), take_seat()
    assert first is not None
    assert second is not None
    listener = Listener(second)
    assert not listener.listen()
    first.unlock()
    assert listener.listen()
    listener.stop()


@pytest.mark.parametrize(
    "words",
    [
        b"GET / HTTP/1.1\n", b"{}\n", b'{"open": 3}\n', b"x" * 80_000, b'{"open": "a\\u0000b"}\n', b"[" * 60_000 + b"\n",
        b'{"open": "\\ud800"}\n', b"\xff\xfe\n", b"\n", b'{"open": "x", "open": null}\n',
    ],
    ids=lambda words: repr(words[:20]),
)  # fmt: skip
def test_other_words_are_not_answered(qtbot: QtBot, words: bytes) -> None:
    seat = take_seat()
    assert seat is not None
    listener = Listener(seat)
    heard: list[str] = []
    listener.arrived.connect(heard.append)
    assert listener.listen()
    socket = QLocalSocket()
    socket.connectToServer(server_name())
    assert socket.waitForConnected(1000)
    socket.write(words)
    socket.flush()
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert heard == []
    listener.stop()


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


NOBODYS: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "noise": lambda path: path.write_bytes(bytes(range(256)) * 4),
    "large": lambda path: path.write_bytes(b"x" * 1_000_000),
    "another computer": lambda path: path.write_text(f"{os.getpid()}\npython3.11\nautre-poste\nx\ny\n", "utf-8"),
    "no process": lambda path: path.write_text("-1\na\nb\n", "utf-8"),
    "folder": lambda path: path.mkdir(),
    "folder with something": lambda path: (path / "dedans").mkdir(parents=True),
    "pipe": make_pipe,
    "link to nowhere": lambda path: path.symlink_to("nulle-part"),
}
POSIX = {
    "pipe": pytest.mark.posix("a named pipe"),
    "link to nowhere": pytest.mark.posix("symbolic links that anybody may make"),
}


@pytest.mark.parametrize("kind", [pytest.param(kind, marks=POSIX.get(kind, ())) for kind in NOBODYS])
def test_a_lock_that_is_nobody_s_is_taken_away_at_once(kind: str) -> None:
    path = data_folder() / LOCK
    NOBODYS[kind](path)
    began = time.monotonic()
    seat = take_seat()
    assert seat is not None
    assert seat.isLocked()
    assert time.monotonic() - began < 0.5
    other = take_seat()  # and the window is one again
    assert other is not None
    assert not other.isLocked()
    seat.unlock()


def test_a_data_folder_that_cannot_be_made_keeps_no_seat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fichier").write_text("", encoding="utf-8")
    for folder in (tmp_path / "fichier", tmp_path / "fichier" / "dedans"):
        monkeypatch.setenv("SANTE100JOURS_DATA", str(folder))
        assert take_seat() is None


def test_a_caller_that_says_nothing_is_not_waited_for(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msp_desktop.ui.listener.SILENCE", 100)
    seat = take_seat()
    assert seat is not None
    listener = Listener(seat)
    assert listener.listen()
    callers = [QLocalSocket() for _caller in range(20)]
    for caller in callers:
        caller.connectToServer(server_name())
    qtbot.waitUntil(lambda: all(c.state() == QLocalSocket.LocalSocketState.UnconnectedState for c in callers))
    listener.stop()


def test_a_socket_left_by_a_crash_is_cleaned(qtbot: QtBot) -> None:
    left = QLocalServer()
    assert left.listen(server_name())
    seat = take_seat()
    assert seat is not None
    listener = Listener(seat)
    assert listener.listen()
    listener.stop()
    left.close()


def test_the_window_comes_out_of_the_task_bar(qtbot: QtBot, dossier: Path) -> None:
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    window.show_start()
    window.showMinimized()
    arrive(window, str(dossier))
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert window.workspace is not None
    opened = window.workspace
    arrive(window, str(dossier))
    assert window.workspace is opened
    window.close_dossier()


def test_an_open_box_is_not_pulled_from_under_the_user(qtbot: QtBot, dossier: Path) -> None:
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    window.show_start()
    window.show()
    box = QDialog(window)
    seen: list[bool] = []

    def meanwhile() -> None:
        arrive(window, str(dossier))
        seen.append(window.workspace is None)
        box.reject()

    QTimer.singleShot(0, meanwhile)
    box.exec()
    assert seen == [True]
    qtbot.waitUntil(lambda: window.workspace is not None)
    window.close_dossier()


def test_a_start_while_the_closed_window_waits_for_its_copies_has_a_window_of_its_own(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    window.show_start()
    seat = take_seat()
    assert seat is not None
    heard = begin(window, seat)
    qtbot.waitUntil(lambda: bool(heard))
    arrived: list[bool] = []

    def meanwhile() -> None:
        later = take_seat()
        arrived.append(later is not None and later.isLocked())
        assert later is not None
        later.unlock()

    monkeypatch.setattr(window, "wait_for_copies", meanwhile)
    window.close()
    assert arrived == [True]


@pytest.mark.posix("signals")
def test_a_crash_is_told_once_in_the_status_line(start: Callable[..., subprocess.Popen[bytes]]) -> None:
    first = start()
    wait(listens)
    first.send_signal(signal.SIGSEGV)
    first.wait()
    second = start()
    wait(listens)
    wait(lambda: "the last run crashed" in (log.folder() / log.NAME).read_text(encoding="utf-8"))
    assert len(list(log.folder().glob("rapport_*.txt"))) == 1
    second.kill()

"""What hears, in the first window, that the application was started again."""

from __future__ import annotations

import msgspec
from msgspec import Struct
from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from msp_desktop.ui.one_window import ANSWER, server_name

#: Longest message heard, in bytes: a path and little more.
LONGEST = 70_000
#: How long a caller may take to say what it wants, in milliseconds.
SILENCE = 5000
#: How often a window without the seat looks whether it is free by now, in milliseconds.
AGAIN = 5000


class Listener(QObject):
    """The seat of the one window; emits `arrived(path)` for each later start, with an empty path where there is none."""

    arrived = Signal(str)

    def __init__(self, seat: QLockFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._again = QTimer(self)
        self._again.setInterval(AGAIN)
        self._again.timeout.connect(self.listen)

    def listen(self) -> bool:
        """Listen where the seat is ours, else try again later; tell whether it listens."""
        if not self._seat.isLocked() and not self._seat.tryLock(0):
            self._again.start()
            return False
        self._again.stop()
        QLocalServer.removeServer(server_name())  # what a crash left: nobody else has the seat
        return self._server.listen(server_name())

    def stop(self) -> None:
        """Stop listening and leave the seat."""
        self._again.stop()
        self._server.close()
        self._seat.unlock()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            QTimer.singleShot(SILENCE, socket, socket.abort)
            socket.readyRead.connect(lambda socket=socket: self._on_words(socket))
            self._on_words(socket)

    def _on_words(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > LONGEST:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        path = _asked(bytes(socket.readLine().data()))
        if path is None:
            socket.abort()
            return
        socket.write(ANSWER)
        socket.flush()
        socket.disconnectFromServer()
        # The second start ends now; opening may take longer, and may ask something.
        QTimer.singleShot(0, self, lambda: self.arrived.emit(path))


class _Asked(Struct, frozen=True):
    """What a later start asks of the first window: the path to open, empty for none."""

    open: str


def _asked(line: bytes) -> str | None:
    try:
        path = msgspec.json.decode(line, type=_Asked).open
    except (msgspec.DecodeError, RecursionError):
        return None
    return None if "\0" in path else path

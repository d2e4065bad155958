"""Official files read in a process of its own (`msp_desktop/apart.py`), while the window goes on."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import msgspec
from msgspec import Struct

from msp_desktop import i18n
from msp_desktop.apart import Tell
from msp_desktop.apart.followed import Followed
from msp_desktop.domain.official import FileFound
from msp_desktop.errors import UserError
from msp_desktop.exchange.open_data.gathering import Gathered, Piece
from msp_desktop.exchange.open_data.recognise import read_pieces
from msp_desktop.exchange.open_data.sought import Sought, sought_of
from msp_desktop.i18n import _

#: The hidden word of the command line that app.py gives to `read_apart`.
WORD = "read-official"
#: Seconds between two words of progress.
EVERY = 0.1
#: Rows told at once: the worker keeps no more, and each message is taken in a millisecond or two, between which the window is painted.
PIECES = 100
#: Seconds before a rate says anything.
SURE = 0.5


class Refused(Struct, frozen=True):
    """A file that could not be read: its name, and one sentence why."""

    name: str
    sentence: str


class Progress(Struct, frozen=True):
    """How far reading is: bytes of all the files, and seconds left, None while they are not known."""

    done: int = 0
    total: int = 0
    seconds_left: int | None = None


class _Request(Struct, frozen=True):
    paths: tuple[str, ...]
    sought: Sought


class _Read(Struct, frozen=True, tag=True):
    """Bytes of the file at hand that are read."""

    done: int


class _Pieces(Struct, frozen=True, tag=True):
    """What some rows of the file at hand tell."""

    some: tuple[Piece, ...]


class _Whole(Struct, frozen=True, tag=True):
    """A file is read: its pieces came before."""

    read: FileFound


class _No(Struct, frozen=True, tag=True):
    sentence: str


_Message = _Read | _Pieces | _Whole | _No


class Reading(Followed):
    """Official files being read for some communes (INSEE codes): asked now and then how far it is, it never waits."""

    def __init__(self, paths: Sequence[Path], communes: Sequence[str], command: Sequence[str] = ()) -> None:
        """Start reading; `command` is the start of the worker's command line, this application's own by default."""
        super().__init__()
        self._paths = tuple(path.absolute() for path in paths)
        self._communes = tuple(communes)
        self._command = tuple(command)
        self._results: list[FileFound | Refused] = []
        self._progress = Progress()
        self.begin()

    @property
    def progress(self) -> Progress:
        """Return how far it is."""
        return self._progress

    @property
    def results(self) -> tuple[FileFound | Refused, ...]:
        """Return what each file gave, in the order of the files: of as many as are read so far."""
        return tuple(self._results)

    def _read(self) -> None:
        why = _("Reading stopped before the end of this file, of which nothing was kept. Try again; where it stops again, "
                "close other programs or restart the computer: memory may be short.")  # fmt: skip
        try:
            self._follow()
        except UserError as error:
            why = error.sentence
        except (OSError, msgspec.DecodeError):
            pass  # the process could not start, or something else spoke for it
        if not self._cancelled:
            self._results += [Refused(path.name, why) for path in self._paths[len(self._results) :]]

    def _follow(self) -> None:
        pace = _Pace([_size(path) for path in self._paths])
        request = _Request(tuple(map(str, self._paths)), sought_of(self._communes))
        words = (WORD, "--lang", i18n.language())
        decode = msgspec.msgpack.Decoder(_Message).decode
        gathered = Gathered()
        with closing(self._messages(words, msgspec.msgpack.encode(request), self._command)) as messages:
            for message in map(decode, messages):
                match message:
                    case _Read(done):
                        self._progress = pace.at(len(self._results), done)
                    case _Pieces(some):
                        for piece in some:
                            gathered.take(piece)
                    case _Whole(read):
                        self._results.append(gathered.whole(read))
                    case _No(sentence):
                        self._results.append(Refused(self._paths[len(self._results)].name, sentence))
                if isinstance(message, _Whole | _No):
                    self._progress = pace.at(len(self._results))
                    gathered = Gathered()


class _Pace:
    """What is left of files to read, from what was read and how long it took."""

    def __init__(self, sizes: list[int]) -> None:
        self._sizes = sizes
        self._began = time.monotonic()

    def at(self, whole: int, done: int = 0) -> Progress:
        """Return how far reading is, after so many whole files and so many bytes of the next."""
        total = sum(self._sizes)
        now = min(sum(self._sizes[:whole]) + done, total)
        elapsed = time.monotonic() - self._began
        left = math.ceil((total - now) * elapsed / now) if now and elapsed > SURE else None
        return Progress(now, total, left)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # the worker says why it cannot be read


def read_apart(content: bytes, tell: Tell) -> None:
    """Read the files that are asked for, one after another, and tell what they hold: the worker's whole work."""
    request = msgspec.msgpack.decode(content, type=_Request)

    def say(message: _Message) -> None:
        tell(msgspec.msgpack.encode(message))

    some: list[Piece] = []

    def give(piece: Piece) -> None:
        some.append(piece)
        if len(some) == PIECES:
            say(_Pieces(tuple(some)))
            some.clear()

    for name in request.paths:
        try:
            read = read_pieces(Path(name), request.sought, give, _ticking(say))
        except (UserError, OSError) as error:
            some.clear()
            say(_No(_sentence(error)))
            continue
        say(_Pieces(tuple(some)))
        some.clear()
        say(_Whole(read))


def _sentence(error: UserError | OSError) -> str:
    if isinstance(error, UserError):
        return error.sentence
    from msp_desktop.db.faults import sentence_for  # which loads SQLite: a megabyte

    sentence = sentence_for(error)
    if sentence is None:
        raise error
    return sentence


def _ticking(say: Callable[[_Message], None]) -> Callable[[int], None]:
    """Return what is told of each block read: it says so now and then."""
    said = [time.monotonic()]

    def tick(done: int) -> None:
        now = time.monotonic()
        if now - said[0] >= EVERY:
            said[0] = now
            say(_Read(done))

    return tick

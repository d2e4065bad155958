"""Files made from a dossier: PDF, Word, drafts, calendars, spreadsheets; the old one stays until the new one is whole."""

from __future__ import annotations

import email
import zipfile
from collections.abc import Callable, Iterator
from email import policy
from pathlib import Path

from msp_desktop.db.dossier import close_dossier
from msp_desktop.errors import UserError
from msp_desktop.exchange.spreadsheets import read_table, write_table
from tests.dossiers import open_sample
from tests.faults.child import Ack, Outcome
from tests.faults.looks import opened
from tests.faults.scenarios.scenario import Scenario, command

DAY = ("--today", "2026-04-28")
DOSSIER = Path("d") / "saint-exemple.msp100"
OLD = b"what was there before\n" * 400


def pdf_is_whole(path: Path) -> bool:
    """Tell whether a PDF has its head, its end, and its table where it says."""
    content = path.read_bytes()
    end = content.rpartition(b"startxref")[2].split()
    return content.startswith(b"%PDF") and content.rstrip().endswith(b"%%EOF") and int(end[0]) < len(content)


def zip_is_whole(path: Path) -> bool:
    """Tell whether all that a Word or Excel file holds can be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    except zipfile.BadZipFile:
        return False


def draft_is_whole(path: Path) -> bool:
    """Tell whether a draft has its words and its whole attachment."""
    message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    attached = [part.get_content() for part in message.iter_attachments()]
    return bool(attached) and attached[0].rstrip().endswith(b"%%EOF")


def calendar_is_whole(path: Path) -> bool:
    """Tell whether a calendar has its end."""
    return path.read_bytes().rstrip().endswith(b"END:VCALENDAR")


def table_is_whole(path: Path) -> bool:
    """Tell whether a spreadsheet has all its rows."""
    try:
        return len(read_table(path).rows) == len(ROWS)
    except UserError:
        return False


ROWS = [[f"Nom {number}", "Médecin généraliste"] for number in range(200)]
WHOLE: dict[str, Callable[[Path], bool]] = {
    ".pdf": pdf_is_whole,
    ".docx": zip_is_whole,
    ".eml": draft_is_whole,
    ".ics": calendar_is_whole,
    ".xlsx": table_is_whole,
    ".csv": table_is_whole,
}


class Paper(Scenario):
    """A file made by a command, over an old one where it is to be replaced."""

    def __init__(self, name: str, words: Callable[[Path], tuple[object, ...]], *, replaces: bool) -> None:
        self.name = name + ("-replace" if replaces else "")
        self.words, self.replaces = words, replaces
        self.made: list[str] = []

    def make(self, place: Path) -> None:
        """Put the sample, and old files under the names to come."""
        close_dossier(open_sample(place / "d"))
        (place / "out").mkdir()
        if self.replaces:
            for name in self.made:
                (place / "out" / name).write_bytes(OLD)

    def act(self, place: Path, ack: Ack) -> None:
        """Run the command."""
        words = self.words(place)
        command(*words, *(("--replace",) if self.replaces else ()))
        ack("made")

    def learn(self, place: Path) -> None:
        """Note the names of what is made."""
        self.made = sorted(path.name for path in (place / "out").iterdir())

    def judge(self, place: Path, outcome: Outcome) -> Iterator[str]:
        """Yield where a file is half made, an old one is lost, or one said to be made is not."""
        if (place / DOSSIER).exists():
            yield from opened(place / DOSSIER)[1]
        there = {path.name: path for path in (place / "out").iterdir() if not path.name.startswith(".")}
        for name, path in there.items():
            if path.read_bytes() == OLD:
                if outcome.acks:
                    yield f"« done », and {name} is the old one"
            elif not WHOLE[path.suffix](path):
                yield f"{name} is half made: {path.stat().st_size} bytes"
            elif outcome.ending == "refused" and len(self.made) == 1:
                yield f"it was refused, and {name} is there"
        if self.replaces or outcome.acks:
            yield from (f"{name} is not there" for name in self.made if name not in there)
        if self.replaces:
            yield from (f"{name} is one too many" for name in there if name not in self.made)


class Table(Paper):
    """A spreadsheet written over an old one."""

    def __init__(self, suffix: str) -> None:
        super().__init__(suffix.lstrip("."), lambda place: (place / "out" / f"liste{suffix}",), replaces=True)

    def make(self, place: Path) -> None:
        """Put an old file."""
        (place / "out").mkdir(parents=True)
        for name in self.made:
            (place / "out" / name).write_bytes(OLD)

    def act(self, place: Path, ack: Ack) -> None:
        """Write the table."""
        (path,) = self.words(place)
        write_table(Path(str(path)), ["Nom", "Profession"], ROWS)
        ack("made")


def _export(place: Path) -> tuple[object, ...]:
    return ("export", place / DOSSIER, "agenda", "--into", place / "out", *DAY)


def _word(place: Path) -> tuple[object, ...]:
    return (*_export(place), "--word")


def _draft(place: Path) -> tuple[object, ...]:
    return ("draft", place / DOSSIER, "agenda", "--out", place / "out" / "message.eml", *DAY)


def _calendar(place: Path) -> tuple[object, ...]:
    return ("calendar", place / DOSSIER, "--out", place / "out" / "dates.ics", *DAY)


PAPERS: tuple[Scenario, ...] = (
    Paper("pdf", _export, replaces=False),
    Paper("pdf", _export, replaces=True),
    Paper("word", _word, replaces=True),
    Paper("draft", _draft, replaces=True),
    Paper("calendar", _calendar, replaces=True),
    Table(".xlsx"),
    Table(".csv"),
)

"""Tables written as text: which alphabet of bytes, which separator, and where it stops being a table."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from msp_desktop.errors import UserError
from msp_desktop.exchange.tables.kinds import MOST_COLUMNS, MOST_ROWS, Table, too_large
from msp_desktop.i18n import _

#: The longest field, and the longest line, in characters: a note of three hundred pages.
LONGEST = 1_000_000
#: How much of a file tells its alphabet and its separator, and how many of its lines.
_SAMPLE, _LINES = 200_000, 200
#: A line that is read alone where every quote before it is closed.
_LAST = "\ufdd0"
#: What divides the cells of a line; the first of two equals is taken.
_SEPARATORS = ";\t|,"
_STATED = re.compile(r'\A"?sep=(.)"?[;,\t|]*(?:\r\n|\r|\n)', re.IGNORECASE)
#: What French is written with beside ASCII, and how much each tells: capitals and signs stand for other letters in the
#: other alphabets.
_LETTERS, _CAPITALS, _SIGNS = "éèêëàâäçîïôöûüùœæÿ", "ÉÈÊËÀÂÇÎÏÔÛÙŒÆ", "’«»°€–—…\u00a0"
_TELLS = {**dict.fromkeys(_LETTERS, 1.0), **dict.fromkeys(_CAPITALS, 0.6), **dict.fromkeys(_SIGNS, 0.5)}
#: Alphabets of one byte a character, the likeliest first: Windows, DOS, old Macintoshes.
_OF_ONE_BYTE = ("cp1252", "cp850", "mac_roman")


def read_csv(data: bytes) -> Table:
    """Return the cells of a text; UserError for what is no regular table, or larger than a register."""
    text = decoded(data)
    stated = _STATED.match(text)  # a line for Excel alone, which does not show it
    if stated:
        text = text[stated.end() :]
    delimiter = stated[1] if stated and stated[1] in _SEPARATORS else separator(text)
    limit = csv.field_size_limit(LONGEST)
    try:
        rows = _cells(csv.reader(_lines(text), delimiter=delimiter, strict=True))
    except csv.Error:
        rows = _loose_cells(text, delimiter)
    finally:
        csv.field_size_limit(limit)
    if rows and all(len(row) < 2 for row in rows) and any(delimiter in "".join(row) for row in rows[:_LINES]):
        # Each line was quoted as one cell by a program that knew another separator.
        return _cells(next(csv.reader(["".join(row)], delimiter=delimiter), []) for row in rows)
    return rows


def _loose_cells(text: str, delimiter: str) -> Table:
    """Return the cells where some quotes are words (« "Le Pont" cabinet »); UserError where one is never closed."""
    try:
        rows = _cells(csv.reader(chain(_lines(text.rstrip("\r\n") + "\n"), (_LAST,)), delimiter=delimiter))
    except csv.Error:
        rows = []
    if not rows or rows[-1] != [_LAST]:
        raise UserError(
            _("This file is not a regular table (a quote may not be closed). Save it again as .xlsx, then try again.")
        )
    return rows[:-1]


def separator(text: str) -> str:
    """Return what divides the first lines of a text most regularly: a title above them has none of it."""
    lines = [line for line in text[:_SAMPLE].splitlines()[:_LINES] if line.strip()]
    best, most = _SEPARATORS[0], 0
    for character in _SEPARATORS:
        counts = Counter(line.count(character) for line in lines)
        counts.pop(0, None)
        points = max((count * lines_so for count, lines_so in counts.items()), default=0)
        if points > most:
            best, most = character, points
    return best


def _cells(records: Iterable[list[str]]) -> Table:
    rows: Table = []
    for row in records:
        rows.append(row[:MOST_COLUMNS])
        if len(rows) > MOST_ROWS:
            raise too_large()
    return rows


def decoded(data: bytes) -> str:
    """Return the text of a file: UTF-16 where it is seen, UTF-8 strictly, else the likeliest alphabet for French.

    UserError for what is not text.
    """
    noise = UserError(_("This file is not a table of text. Save it as .xlsx or .csv, then try again."))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise noise from error
    sample = data[:_SAMPLE]
    for alphabet, zeros in (
        ("utf-16-le", sample[1::2]),
        ("utf-16-be", sample[::2]),
    ):  # no mark, as some databases write
        if len(zeros) > 1 and zeros.count(0) > 0.8 * len(zeros) and not len(data) % 2:
            return data.decode(alphabet, errors="replace")
    control = sum(byte < 32 and byte not in (9, 10, 13) for byte in sample)
    if control > len(sample) / 500:
        raise noise
    try:
        return _once(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        likeliest = max(_OF_ONE_BYTE, key=lambda alphabet: _likeliness(sample, alphabet))
        return data.decode(likeliest, errors="replace")


def _once(text: str) -> str:
    """Return a text that a program encoded twice (« MÃ©tier ») as it was; any other as it is."""
    if "Ã" not in text[:_SAMPLE]:
        return text
    try:
        return text.encode("cp1252").decode("utf-8-sig")
    except UnicodeError:
        return text


def _likeliness(sample: bytes, alphabet: str) -> float:
    """Return how much a text looks like French when its bytes are read so; the first of two equals is taken."""
    text = sample.decode(alphabet, errors="replace")
    beyond = [character for character in text if character > "\x7f"]
    return sum(_TELLS.get(character, -1.0) for character in beyond)


def _lines(text: str) -> Iterator[str]:
    for line in io.StringIO(text, newline=""):
        if len(line) > LONGEST:
            raise too_large()
        yield line

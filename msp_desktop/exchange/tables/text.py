"""Tables written as text: which alphabet of bytes, which separator, and where it stops being a table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from msp_desktop.errors import UserError
from msp_desktop.exchange.tables.kinds import MOST_COLUMNS, MOST_ROWS, Table, too_large
from msp_desktop.i18n import _

#: The longest field, and the longest line, in characters: a note of three hundred pages.
LONGEST = 1_000_000
#: How much of a file tells its alphabet.
_SAMPLE = 200_000
#: What French is written with beside ASCII, and how much each tells: capitals and signs stand for other letters in the
#: other alphabets.
_LETTERS, _CAPITALS, _SIGNS = "éèêëàâäçîïôöûüùœæÿ", "ÉÈÊËÀÂÇÎÏÔÛÙŒÆ", "’«»°€–—…\u00a0"
_TELLS = {**dict.fromkeys(_LETTERS, 1.0), **dict.fromkeys(_CAPITALS, 0.6), **dict.fromkeys(_SIGNS, 0.5)}
#: Alphabets of one byte a character, the likeliest first: Windows, DOS, old Macintoshes.
_OF_ONE_BYTE = ("cp1252", "cp850", "mac_roman")


def read_csv(data: bytes) -> Table:
    """Return the cells of a text; UserError for what is no regular table, or larger than a register."""
    text = re.sub(
        r'\A"?sep=[;,\t]"?[;,\t]*(?:\r\n|\r|\n)', "", decoded(data), flags=re.IGNORECASE
    )  # a line for Excel alone
    first = text[:LONGEST].partition("\n")[0]
    delimiter = max(";\t,", key=first.count)
    limit = csv.field_size_limit(LONGEST)
    try:
        rows = []
        for row in csv.reader(_lines(text), delimiter=delimiter, strict=True):
            rows.append(row[:MOST_COLUMNS])
            if len(rows) > MOST_ROWS:
                raise too_large()
    except csv.Error as error:
        raise UserError(
            _("This file is not a regular table (a quote may not be closed). Save it again as .xlsx, then try again.")
        ) from error
    finally:
        csv.field_size_limit(limit)
    return rows


def decoded(data: bytes) -> str:
    """Return the text of a file: UTF-16 where it is marked, UTF-8 strictly, else the likeliest alphabet for French.

    UserError for what is not text.
    """
    noise = UserError(_("This file is not a table of text. Save it as .xlsx or .csv, then try again."))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise noise from error
    sample = data[:_SAMPLE]
    control = sum(byte < 32 and byte not in (9, 10, 13) for byte in sample)
    if control > len(sample) / 500:
        raise noise
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        likeliest = max(_OF_ONE_BYTE, key=lambda alphabet: _likeliness(sample, alphabet))
        return data.decode(likeliest, errors="replace")


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

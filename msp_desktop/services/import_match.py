"""Which field each column of a file is taken for: proposed by its name, changed by hand, remembered for the next file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

from msgspec.structs import replace

from msp_desktop.domain.column_words import field_named
from msp_desktop.domain.imports import FileColumn, Match
from msp_desktop.domain.inventory_columns import NAMING, ONCE, REGISTER_COLUMNS, column_names
from msp_desktop.domain.read_table import ReadTable, column_letter, column_name
from msp_desktop.domain.typed import clean_text
from msp_desktop.errors import UserError
from msp_desktop.formats.text import one_line, quoted
from msp_desktop.i18n import _
from msp_desktop.services.import_cells import column_score, plain
from msp_desktop.services.preferences import MOST_MATCHES

#: What is chosen for a column of which nothing is taken.
LEFT = "ne pas reprendre"
#: First values shown of a column, and how many letters of each.
SAMPLES, LETTERS = 3, 40
#: Rows among which the first values are looked for.
_LOOKED_AT = 200


def proposed_match(table: ReadTable, register: str) -> Match:
    """Return the field of each column by its name: « Tél. » is the telephone, « Pointure » nothing."""
    fields = [field_of(name, register) for name in table.columns]
    if "profession" not in fields and "function" in fields:
        fields[fields.index("function")] = "profession"  # « Fonction : infirmière »
    return _once(fields)


def field_of(name: str, register: str) -> str:
    """Return the field a column's name says, "" where it says none of the register."""
    if register == "professionals":
        return field_named(name)
    wanted = plain(name)
    for field, ours, others in REGISTER_COLUMNS[register]:
        if wanted and (wanted == plain(ours) or wanted in others):
            return field
    return ""


def score_of(register: str) -> Callable[[str], int]:
    """Return what tells a column's name from somebody's words, by which the header of a file is found."""
    if register == "professionals":
        return column_score
    return lambda text: int(bool(field_of(text, register)))


def with_column(match: Match, number: int, field: str) -> Match:
    """Return the match with a column (from 1) taken for a field; what can be kept once leaves the column it had."""
    fields = list(match)
    if field in ONCE:
        fields = ["" if taken == field else taken for taken in fields]
    fields[number - 1] = field
    return tuple(fields)


def said_match(match: Match, table: ReadTable, register: str, pairs: Sequence[str]) -> Match:
    """Return the match with what « Column=field » pairs say; UserError with the fields there are where one is unknown.

    A column is told by its name, its number or its letter, a field by its key or its name in French; no field leaves it aside.
    """
    for pair in pairs:
        name, equals, wanted = pair.rpartition("=")
        if not equals or not name.strip():
            raise UserError(_('« {pair} » is not a match: write --match "Column=field".').format(pair=quoted(pair)))
        numbers = _numbers(table, name)
        if not numbers:
            raise UserError(
                _("There is no column « {name} » in this file. Columns: {names}.").format(
                    name=quoted(name.strip()), names=", ".join(table.columns)
                )
            )
        field = _field_said(wanted, register)
        for number in numbers:
            match = with_column(match, number, field)
    return match


def has_column(table: ReadTable, pair: str) -> bool:
    """Tell whether a « Column=field » pair is about a column of this file."""
    return bool(_numbers(table, pair.rpartition("=")[0]))


def is_enough(match: Match, register: str) -> bool:
    """Tell whether a row can be an entry: some column names it."""
    return any(field in match for field in NAMING[register])


def what_is_needed(register: str) -> str:
    """Return the sentence that says which columns a register cannot do without."""
    names = column_names(register)
    needed = [f"«\u00a0{names[field]}\u00a0»" for field in NAMING[register]]
    return _("No column names the rows: choose one for {names}.").format(names=_(" or ").join(needed))


def file_columns(table: ReadTable, match: Match) -> tuple[FileColumn, ...]:
    """Return the columns of a file, each with its first values."""
    looked = table.rows[:_LOOKED_AT]
    found = []
    for number, field in enumerate(match, 1):
        samples: list[str] = []
        for row in looked:
            cell = one_line(row[number - 1]).strip()[:LETTERS] if number <= len(row) else ""
            if cell and cell not in samples:
                samples.append(cell)
            if len(samples) == SAMPLES:
                break
        if not samples:  # what is filled in later is still something
            samples = [
                row[number - 1].strip()[:LETTERS] for row in table.rows if "".join(row[number - 1 : number]).strip()
            ][:1]
        found.append(FileColumn(number, one_line(table.columns[number - 1]), tuple(samples), field))
    return tuple(found)


def memory_key(table: ReadTable, register: str) -> str:
    """Return under what the match of files with these columns is remembered: no word of the file can be read in it."""
    words = "\x1f".join([register, *map(plain, table.columns)])
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def remembered(fields: Sequence[str] | None, table: ReadTable, register: str) -> Match | None:
    """Return a match that was remembered, None where it fits this file no more."""
    known = {"", *column_names(register)}
    if fields is None or len(fields) != len(table.columns) or not known.issuperset(fields):
        return None
    return tuple(fields)


def _numbers(table: ReadTable, name: str) -> list[int]:
    """Return the numbers of the columns called so; else of the one with this number or letter."""
    wanted = plain(name)
    called = [number for number, header in enumerate(table.columns, 1) if wanted and plain(header) == wanted]
    placed = name.strip().upper()
    return called or [
        number for number in range(1, len(table.columns) + 1) if placed in (str(number), column_letter(number - 1))
    ]


def _once(fields: list[str]) -> Match:
    return tuple("" if field in ONCE and field in fields[:place] else field for place, field in enumerate(fields))


def _field_said(wanted: str, register: str) -> str:
    names = column_names(register)
    words = wanted.strip()
    if not plain(words) or plain(words) in (plain(LEFT), "left aside"):
        return ""
    if words in names:
        return words
    found = next((field for field, name in names.items() if plain(name) == plain(words)), "") or field_of(
        words, register
    )
    if not found:
        raise UserError(
            _("« {field} » is not a field of this register. Fields: {fields}.").format(
                field=quoted(words), fields=", ".join(f"{key} ({name})" for key, name in names.items())
            )
        )
    return found


def remember(matches: dict[str, list[str]], key: str, match: Match, proposed: Match) -> None:
    """Keep a match made by hand for the next file with these columns; what their names say needs no memory."""
    matches.pop(key, None)
    if match != proposed:
        matches[key] = list(match)
    while len(matches) > MOST_MATCHES:
        del matches[next(iter(matches))]


def with_header(table: ReadTable, named: bool) -> ReadTable:
    """Return a table whose first line names its columns, or is a row as the others, whatever was taken for true."""
    if named == bool(table.header_line) or (named and not table.rows):
        return table
    if named:
        return replace(
            table,
            columns=tuple(column_name(number, name) for number, name in enumerate(table.rows[0])),
            rows=table.rows[1:],
            lines=table.lines[1:],
            header_line=table.lines[0],
        )
    letters = tuple(column_name(number) for number in range(len(table.columns)))
    first = tuple("" if name == letter else name for name, letter in zip(table.columns, letters, strict=True))
    return replace(
        table, columns=letters, rows=(first, *table.rows), lines=(table.header_line, *table.lines), header_line=0
    )


def pasted_table(cells: Sequence[Sequence[str]], register: str) -> ReadTable:
    """Return cells copied from a spreadsheet as a table: the first row names the columns where it knows some names."""
    width = max(map(len, cells), default=0)
    padded = [(*map(clean_text, row), *[""] * (width - len(row))) for row in cells]
    named = bool(padded) and any(field_of(name, register) for name in padded[0])
    names = padded[0] if named else ("",) * width
    rows = padded[1:] if named else padded
    kept = [(number, row) for number, row in enumerate(rows, 2 if named else 1) if any(cell.strip() for cell in row)]
    return ReadTable(
        columns=tuple(column_name(number, name) for number, name in enumerate(names)),
        rows=tuple(row for _number, row in kept),
        lines=tuple(number for number, _row in kept),
        header_line=1 if named else 0,
    )

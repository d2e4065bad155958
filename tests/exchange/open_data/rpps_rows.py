"""Rows of a small RPPS file, of people who do not exist, with the exact header."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msp_desktop.domain.official import FileFound, FoundProfessional
from msp_desktop.exchange.open_data.recognise import read_official
from msp_desktop.exchange.open_data.sought import sought_of
from tools.make_national_files import HEADER

COLUMNS = HEADER.split("|")
#: A nurse of Guéret; a test says what is otherwise, by the beginning of the column's name.
USUAL = {
    "Type d'identifiant PP": "8", "Identifiant PP": "10000000001", "Identification nationale PP": "810000000001",
    "Code civilité": "MME", "Libellé civilité": "Madame", "Nom d'exercice": "PETIT", "Prénom d'exercice": "Anne",
    "Code profession": "60", "Libellé profession": "Infirmier", "Code mode exercice": "L",
    "Code postal (coord. structure)": "23000", "Code commune (coord. structure)": "23096",
    "Libellé commune (coord. structure)": "Guéret", "Code pays (coord. structure)": "99000",
    "Libellé pays (coord. structure)": "France", "Code Département (structure)": "23",
    "Code secteur d'activité": "SA07", "Code genre activité": "GENR01",
}  # fmt: skip


def row(number: int = 1, **others: str) -> str:
    """Return a line; `others` are columns by the beginning of their names, with « _ » for what stands between words."""
    values = USUAL | {"Identifiant PP": f"1{number:010}", "Identification nationale PP": f"81{number:010}"}
    for key, value in others.items():
        values[column(key)] = value
    return "|".join(values.get(name, "") for name in COLUMNS)


def column(key: str) -> str:
    """Return the name of a column by the beginning of it."""
    begins = key.replace("_", " ")
    plain = [name.replace("'", " ").replace("-", " ") for name in COLUMNS]
    if begins in plain:
        return COLUMNS[plain.index(begins)]
    return next(name for name, bare in zip(COLUMNS, plain, strict=True) if bare.startswith(begins))


def nowhere(**others: str) -> dict[str, str]:
    """Return the columns of a row that tells no commune."""
    told = {"Code_commune": "", "Libellé_commune": "", "Code_pays": "", "Libellé_pays": "", "Code_postal": ""}
    return told | others


def text_of(lines: Sequence[str], header: str = HEADER, ending: str = "\n", last: bool = True) -> bytes:
    """Return the bytes of a file."""
    return (ending.join((header, *lines)) + (ending if last else "")).encode()


def put(folder: Path, content: bytes, name: str = "PS_LibreAcces_Personne_activite_202604140812.txt") -> Path:
    """Write a file, and return where."""
    path = folder / name
    path.write_bytes(content)
    return path


def read_lines(folder: Path, *lines: str, communes: Sequence[str] = ("23096",)) -> FileFound:
    """Return what a file of these lines tells of the communes."""
    return read_official(put(folder, text_of(lines)), sought_of(communes))


def one(folder: Path, *lines: str, communes: Sequence[str] = ("23096",)) -> FoundProfessional:
    """Return the only professional that a file of these lines tells of."""
    (found,) = read_lines(folder, *lines, communes=communes).found
    assert isinstance(found, FoundProfessional)
    return found

"""Tables as text: any bytes are cells or one sentence, in little time and memory."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from msp_desktop.errors import UserError
from msp_desktop.exchange.tables.kinds import MOST_BYTES, MOST_COLUMNS, MOST_ROWS
from msp_desktop.exchange.tables.text import decoded, read_csv

FRENCH = (
    "Nom;Prénom;Métier;Remarques\nLefèvre;Hélène;kinésithérapeute;« à côté de l’école »\nNoël;François;médecin;où ?\n"
)


@pytest.mark.parametrize("alphabet", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp850", "mac_roman"])
def test_the_alphabet_is_found_out(alphabet: str) -> None:
    text = FRENCH.replace("’", "'") if alphabet == "cp850" else FRENCH
    assert decoded(text.encode(alphabet)) == text


def test_a_text_encoded_twice_is_read_once() -> None:
    assert decoded("Métier;Hélène".encode().decode("cp1252").encode()) == "Métier;Hélène"
    assert decoded("SÃO PAULO".encode()) == "SÃO PAULO"


@pytest.mark.parametrize("word", ["Hélène", "É", "ça", "où", "Noël", "maïs", "ÉLÈVE", "Ève", "sœur"])
def test_windows_own_is_the_likeliest(word: str) -> None:
    assert decoded(word.encode("cp1252")) == word


@pytest.mark.parametrize("line", ["sep=;", '"sep=;"', "SEP=;;;", "sep=;\r"])
def test_the_line_that_excel_hides_is_no_row(line: str) -> None:
    assert read_csv(f"{line}\nNom;Métier\nDurand;médecin\n".encode())[0] == ["Nom", "Métier"]


def test_quotes_that_are_words_are_read_beside_lines_that_are_quoted() -> None:
    rows = read_csv(b'a;"b ""c"" ; d\ne"\nf;"Le Pont" cabinet\n')
    assert rows == [["a", 'b "c" ; d\ne'], ["f", "Le Pont cabinet"]]
    with pytest.raises(UserError, match="guillemet"):
        read_csv(b'a;"Le Pont" cabinet\nb;"c\nd;e\n')


def test_lines_that_were_quoted_whole_have_their_cells() -> None:
    assert read_csv('"Nom;Métier"\n"Durand;""médecin"""\n'.encode()) == [["Nom", "Métier"], ["Durand", "médecin"]]


@given(st.binary())
@example(b"\x00;\x00\n" * 3)
@example(b'a;"b\nc')
@example(b'"' * 10_001)
@example(b"\xff\xfe\x00")
@example(b"\x81\x8d\x8f\x90\x9d;\n")
@example(b"a\rb\r\nc\x1a")
@example(b"a;b\n" + b"x" * 1_100_000)
@example(b'a;b\n"' + b"x\n" * 600_000 + b'"')
def test_any_bytes_are_a_table_or_a_sentence(data: bytes) -> None:
    try:
        rows = read_csv(data)
    except UserError:
        return
    assert all(len(row) <= MOST_COLUMNS for row in rows)


@pytest.mark.parametrize(
    "data",
    [b";" * MOST_BYTES, b";\n" * (MOST_BYTES // 2), (b";" * 900_000 + b"\n") * 20, b"\n" * MOST_BYTES],
    ids=["one line", "many lines", "wide lines", "empty lines"],
)
def test_millions_of_cells_take_little_memory(data: bytes) -> None:
    tracemalloc.start()
    try:
        read_csv(data)
    except UserError:
        pass
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 160_000_000


def test_more_rows_than_a_register_are_refused() -> None:
    with pytest.raises(UserError, match="trop gros"):
        read_csv(b"a;b\n" * (MOST_ROWS + 2))

"""The table of roles: each cell, its heads both ways, many parties, many lines, and who leads nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from msp_desktop.documents.roles import unled, write_roles
from msp_desktop.domain.roles import Cell, PartyView, RoleRow, RoleTable, Share
from msp_desktop.method.followup import kit_followup
from tests import pdf
from tests.documents.values import MADE_AT, head, read

L, P, A, N = Share.LEADS, Share.TAKES_PART, Share.INFORMED, Share.NONE


def table(parties: int = 3, rows: int = 2) -> RoleTable:
    cells = tuple(Cell((P, A, N)[place % 3] if place else L) for place in range(parties))
    return RoleTable(
        tuple(PartyView(n + 1, f"Partie {n + 1}") for n in range(parties)),
        tuple(RoleRow(n + 1, f"Ligne {n + 1}", "", cells) for n in range(rows)),
    )


def row(key: int, words: str, *cells: Cell, note: str = "") -> RoleRow:
    return RoleRow(key, words, note, cells)


def written(tmp_path: Path, made: RoleTable) -> Path:
    path = tmp_path / "x.pdf"
    write_roles(path, head(), made, kit_followup().shares, MADE_AT)
    return path


def test_each_cell_says_its_word_and_the_name_under_it(tmp_path: Path) -> None:
    parties = (PartyView(1, "Commune"), PartyView(2, "CCAS & <Cie>"))
    made = RoleTable(
        parties,
        (
            row(1, "Offrir un lieu", Cell(L, "Mme Nadia Roche"), Cell(P), note="Décidé le 16 avril"),
            row(2, "Informer", Cell(A), Cell(L)),
            row(3, "Réfléchir aux <locaux>", Cell(N, "M. Faure"), Cell()),
        ),
    )
    text = read(written(tmp_path, made))
    for words in (
        "Commune", "CCAS & <Cie>", "Offrir un lieu", "mène Mme Nadia Roche", "participe", "Décidé le 16 avril", "au courant",
        "Réfléchir aux <locaux>", "M. Faure", "Une ligne reste sans responsable : « Réfléchir aux <locaux> ».",
        "répond du résultat, un seul par ligne", "apporte temps, idées ou moyens",
    ):  # fmt: skip
        assert words in text
    assert text.count("à décider : qui mène") == 1


def test_the_table_has_heads_both_ways_on_a_wide_page(tmp_path: Path) -> None:
    path = written(tmp_path, table())
    data = path.read_bytes()
    pdf.assert_accessible(data)
    box = PdfReader(path).pages[0].mediabox
    assert box.width > box.height
    heads = pdf.tagged(data, "TH")
    scopes = [str(part["/Scope"]) for node in heads for part in node["/A"] if "/Scope" in part]
    assert scopes.count("/Column") == 4
    assert scopes.count("/Row") == 2
    assert len(pdf.tagged(data, "Table")) == 1


def test_more_parties_than_a_page_holds_make_several_tables(tmp_path: Path) -> None:
    path = written(tmp_path, table(parties=13))
    data = path.read_bytes()
    assert len(pdf.tagged(data, "Table")) == 3
    text = read(path)
    assert all(f"Partie {n}" in text for n in range(1, 14))
    assert text.count("Ligne 2 ") == 3


@pytest.mark.parametrize("parties", [1, 5, 6, 8])
def test_forty_lines_with_long_names_are_all_there(tmp_path: Path, parties: int) -> None:
    name = "Mme Marie-Christine Lavergne-Fontaine de La Rochefoucauld, M. Jean-Pierre Dubreuil-Lachaud"
    body = "Communauté d’agglomération du Grand-Bourg-en-Bresse et des Hauts-Plateaux-du-Haut-Jura"
    cells = tuple(Cell(P, name) for _n in range(parties))
    made = RoleTable(
        tuple(PartyView(n + 1, f"{body} {n}") for n in range(parties)),
        tuple(row(n, f"Responsabilité {n} " + "très longue " * 12 + "fin", *cells) for n in range(40)),
    )
    path = written(tmp_path, made)
    pdf.assert_accessible(path.read_bytes())
    text = read(path)
    assert all(f"Responsabilité {n} " in text for n in range(40))
    assert text.count("à décider : qui mène") == 40 * (1 if parties <= 6 else 2)
    assert "40 lignes restent sans responsable" in text
    assert "et 34 autres." in text


def test_a_word_without_end_in_a_table_set_several_times_is_all_there(tmp_path: Path) -> None:
    """The table is set anew with less air where it is high: its cells have then been broken into lines once already."""
    rows = [row(n, f"{n} ☐ " + "é" * 90, *[Cell(who="👩‍👧 " + "é" * 90)] * 3, note="mot " * 20) for n in range(1, 11)]
    made = RoleTable(parties=table().parties, rows=tuple(rows))
    assert pdf.text(written(tmp_path, made)).replace("\n", "").count("é" * 30) >= 10


def test_a_word_of_a_thousand_letters_breaks_and_is_all_there(tmp_path: Path) -> None:
    made = RoleTable((PartyView(1, "x" * 300),), (row(1, "y" * 1000, Cell(L, "z" * 1000)),))
    text = pdf.squeezed(read(written(tmp_path, made))).replace(" ", "")
    assert text.count("y") >= 1000
    assert text.count("z") >= 1000


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ([(L,), (L,)], ["Chaque ligne a son responsable."]),
        ([(L,), (P,)], ["Une ligne reste sans responsable\u00a0: «\u00a0L1\u00a0»."]),
        ([(N,), (P,)], ["2\u00a0lignes restent sans responsable\u00a0: «\u00a0L0\u00a0», «\u00a0L1\u00a0»."]),
        ([(L, L), (L, P)], ["Plusieurs mènent une même ligne\u00a0: «\u00a0L0\u00a0»."]),
        ([], []),
    ],
)
def test_the_foot_says_which_lines_nobody_or_several_lead(cells: list[tuple[Share, ...]], said: list[str]) -> None:
    rows = tuple(row(n, f"L{n}", *map(Cell, shares)) for n, shares in enumerate(cells))
    parties = tuple(PartyView(n, str(n)) for n in range(max((len(shares) for shares in cells), default=0)))
    assert unled(RoleTable(parties, rows)) == said

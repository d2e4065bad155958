"""What leaves the federation holds no name and no count that tells of somebody, and runs nothing."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from msp_desktop.domain.carried.data import ByDeparture, CommuneData, Horizon, Person, ReferentData, Sender, Town
from msp_desktop.domain.federated.communes import View
from msp_desktop.domain.federated.files import ReadFile
from msp_desktop.errors import UserError
from msp_desktop.federation.base.connect import connect
from msp_desktop.federation.base.take import take
from msp_desktop.federation.export import KINDS, export
from msp_desktop.federation.lines import lines
from tests.federation.made_up import TODAY, base_of, commune
from tests.pdf import text

NOW = datetime(2026, 4, 28, 14, 32)


def test_what_a_commune_typed_is_text_in_each_file(tmp_path: Path) -> None:
    base = base_of(tmp_path, [commune("55001", "=HYPERLINK(1)"), commune("55002", "<b>Bourg</b> & co")])
    for kind in KINDS:
        export(base, View(), tmp_path / f"t{kind}", TODAY, NOW)
    base.close()
    book = load_workbook(tmp_path / "t.xlsx")
    assert book.sheetnames == ["Communes", "Bilan"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert all(cell.data_type == ("n" if isinstance(cell.value, int) else "s") for cell in cells)
    names = [cell.value for cell in book["Communes"][1]]
    first = dict(zip(names, (cell.value for cell in book["Communes"][2]), strict=True))
    assert isinstance(first["Actions faites"], int)  # which Excel adds up, 0 included
    assert first["Code INSEE"] in ("55001", "55002")
    assert isinstance(book["Bilan"]["C2"].value, int)
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert {row[0] for row in rows} == {"Commune", "'=HYPERLINK(1)", "<b>Bourg</b> & co"}
    assert "<b>Bourg</b> & co" in text(tmp_path / "t.pdf")


def test_neither_names_nor_who_leaves_where_go_out(tmp_path: Path) -> None:
    data = CommuneData(
        format="sante-100-jours/donnees",
        version=1,
        made_at=datetime(2026, 4, 27, 9, tzinfo=UTC),
        sender=Sender(dossier="0" * 32),
        commune=Town(insee="55001", name="Bourg", department="55"),
        day_zero=TODAY,
        referent=ReferentData(kind="elected", identity="Camille Référente"),
        departures=(ByDeparture(profession="medecin", departure=Horizon.WITHIN_2, n=7),),
        people=(Person(name="Dominique Médecin", profession="medecin"),),
    )
    base = connect(tmp_path / "federation.sqlite")
    take(base, [ReadFile(name="a.pdf", sha256="1" * 64, data=data)], NOW.astimezone(), "somebody")
    assert lines(base, View(), TODAY)[0].leaving == 7  # the federation's own screen
    for kind in KINDS:
        export(base, View(), tmp_path / f"t{kind}", TODAY, NOW)
    base.close()
    sheets = load_workbook(tmp_path / "t.xlsx")
    said = [str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row]
    said += [(tmp_path / "t.csv").read_text(encoding="utf-8-sig"), text(tmp_path / "t.pdf")]
    for words in ("Camille", "Dominique", "Référente"):
        assert not any(words in part for part in said), words
    assert "7" not in said
    assert "Médecins, d’ici deux ans" in said
    assert "–" in said


def test_an_ending_that_is_none_of_ours_is_said(tmp_path: Path) -> None:
    base = base_of(tmp_path, [])
    with pytest.raises(UserError):
        export(base, View(), tmp_path / "t.docx", TODAY, NOW)
    base.close()

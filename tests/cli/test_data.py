"""The data alone, as programs want them: a file like any other document, and no more in it than asked for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from msp_desktop.cli.commands import export_documents
from msp_desktop.cli.parser import parser
from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.envelope import decoded_data
from msp_desktop.domain.inventory import Finding
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.services.inventory import write_finding
from tests.conftest import NOW, TODAY
from tests.dossiers import open_sample

NAME = "2026-04-28_donnees_saint-exemple.json"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    store = open_sample(tmp_path)
    person = next(row for row in store.reader.all(Person) if row.first_name and row.last_name)
    named = f"{person.first_name} {person.last_name} part en juin."
    write_finding(store, store.reader.all(Finding)[0].id, named, TODAY)
    path = store.path
    close_dossier(store)
    return path


def exported(dossier: Path, *options: str, now: datetime = NOW) -> list[str]:
    said: list[str] = []
    words = ["export", str(dossier), *options, "--into", str(dossier.parent / "out"), "--today", "2026-04-28"]
    export_documents(parser().parse_args(words), said.append, now)
    return said


def data(path: str) -> CommuneData:
    return decoded_data(Path(path).read_bytes())


def test_the_data_are_a_file_named_like_the_others_and_kept_unless_replaced(dossier: Path) -> None:
    first, second = exported(dossier, "data")[0], exported(dossier, "data")[0]
    assert (Path(first).name, Path(second).name) == (NAME, NAME.replace(".json", "_2.json"))
    assert exported(dossier, "data", "--replace")[0] == first
    assert data(first) == data(second)


def test_names_and_the_crossed_table_leave_where_they_are_asked_for_and_findings_unless_they_are_not(
    dossier: Path,
) -> None:
    plain, *told = exported(dossier, "data")
    assert "nomme" in " ".join(told) or "names" in " ".join(told)
    usual = data(plain)
    assert (usual.people, usual.crossed) == ((), ())
    assert usual.findings
    asked, *nothing = exported(dossier, "data", "--with-names", "--with-crossing")
    assert nothing == []
    assert data(asked).people
    assert data(asked).crossed
    least = data(exported(dossier, "data", "--without-findings")[0])
    assert least.findings == ()


def test_documents_go_with_the_data_and_carry_them(dossier: Path) -> None:
    said = exported(dossier, "data", "referent", "--without-findings")
    assert [line.split(" ")[0].rpartition(".")[2] for line in said if not line.startswith("  ")] == ["json", "pdf"]


@pytest.mark.parametrize("option", ["--word", "--password-stdin"])
def test_an_option_for_documents_is_refused_before_anything_is_written(dossier: Path, option: str) -> None:
    with pytest.raises(UserError):
        exported(dossier, "data", option)
    assert not (dossier.parent / "out").exists()

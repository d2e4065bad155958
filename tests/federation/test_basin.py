"""A basin made from what communes really send: papers of the product, and their data alone."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.carried.envelope import encoded
from msp_desktop.domain.carried.refusals import Why
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.federated.basin import joined
from msp_desktop.domain.inventory import HealthProfessional, Offer
from msp_desktop.domain.people import Category, Person
from msp_desktop.federation.basin import basin_file, basin_values, found_in, refused_values
from msp_desktop.papers.export import export
from msp_desktop.papers.paper import Context
from tests.basins import TODAY, basin_of
from tests.conftest import NOW
from tests.dossiers import open_new


def _inventory(folder: Path, insee: str, name: str, uid: str) -> None:
    store = open_new(folder / insee)
    with store.write("x") as tx:
        tx.update(1, Change(Commune, insee=insee, name=name, uid=uid))
        person = tx.insert(Person(last_name="Roche", first_name="Anne", category=Category.PROFESSIONAL))
        tx.insert(HealthProfessional(person_id=person.id, profession="infirmier"))
        tx.insert(Offer(position=1, kind="pharmacie", name="Pharmacie du Centre", finess="230000001"))
    export(store.reader, "inventory", folder / "papers", Context(NOW.date(), NOW))
    close_dossier(store)


def test_the_inventories_of_two_communes_make_one_without_doubles(tmp_path: Path) -> None:
    _inventory(tmp_path, "23002", "Ajain", "1" * 32)
    _inventory(tmp_path, "23003", "Alleyrat", "2" * 32)
    (tmp_path / "papers" / "autre.pdf").write_bytes(b"%PDF-1.4 cut")
    found = found_in([tmp_path / "papers"], NOW)
    basin = joined(found.datas)
    assert basin.names == ("Ajain", "Alleyrat")
    assert [(row.code, row.total) for row in basin.professions] == [("infirmier", 2)]
    assert [(place.name, place.listed_by) for place in basin.places] == [("Pharmacie du Centre", (0, 1))]
    assert [(one["file"], one["why"]) for one in refused_values(found.refused)] == [
        ("papers › autre.pdf", Why.DAMAGED.value)
    ]


def test_the_document_bears_the_name_of_the_basin_and_is_kept_unless_replaced(tmp_path: Path) -> None:
    basin = joined(basin_of(2))
    first = basin_file(basin, "Bassin de Bellefond", tmp_path / "out", TODAY, NOW)
    assert first.name == "2026-04-20_bassin-de-bellefond.pdf"
    assert basin_file(basin, "Bassin de Bellefond", tmp_path / "out", TODAY, NOW) != first
    assert basin_file(basin, "Bassin de Bellefond", tmp_path / "out", TODAY, NOW, replace=True) == first
    assert basin_file(basin, "", tmp_path / "out", TODAY, NOW, word=True).name == "2026-04-20_bassin-de-vie.docx"


def test_a_program_reads_communes_by_their_codes(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.json" for number in range(3)]
    for path, data in zip(files, basin_of(3), strict=True):
        path.write_bytes(encoded(data))
    values = basin_values(joined(found_in(files, NOW).datas), "Bassin", TODAY)
    assert [one["insee"] for one in values["communes"]] == ["23090", "23091", "23092"]
    (kine,) = [row for row in values["professions"] if row["code"] == "masseur-kinesitherapeute"]
    assert kine["cells"] == {"23090": 1, "23091": 2, "23092": 0}
    assert values["needs"][0]["members"] == ["23090", "23091", "23092"]

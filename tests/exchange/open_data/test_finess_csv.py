from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from msp_desktop.domain.official import FileFound, FileKind, FoundOffer, Standing, WhyAside
from msp_desktop.exchange.open_data import finess_csv
from msp_desktop.exchange.open_data.finess_csv import FIELDS
from msp_desktop.exchange.open_data.gathering import Gathered
from msp_desktop.exchange.open_data.recognise import kind_of, read_official
from msp_desktop.exchange.open_data.sought import Sought, sought_of
from msp_desktop.exchange.open_data.streams import BLOCK, opened
from tests.exchange.open_data.finess_files import SOUGHT, TOWN, packed

TITLE = "finess;etalab;95;2026-05-12"


def line(number: str = "230000001", **more: str) -> dict[str, str]:
    """Return the fields of a line: an open pharmacy of the town."""
    told = {
        "structureet": "structureet",
        "nofinesset": number,
        "rs": "PHARMACIE DU LAVOIR",
        "rslongue": "PHARMACIE DU LAVOIR",
        "numvoie": "3",
        "typvoie": "R",
        "voie": "DU PONT",
        "commune": "095",
        "departement": "23",
        "ligneacheminement": "23240 LE GRAND BOURG",
        "telephone": "0555000001",
        "categetab": "620",
        "libcategetab": "Pharmacie d'Officine",
        "dateouv": "2001-02-03",
        "maj": "2026-03-01",
    }
    return {**told, **more}


def written(lines: list[dict[str, str]], ending: str = "\r\n", title: str = TITLE) -> str:
    rows = [title] if title else []
    rows += [";".join(told.get(name, "") for name in FIELDS) for told in lines]
    return "".join(row + ending for row in rows)


def read(folder: Path, text: str | bytes, sought: Sought = SOUGHT, size: int = BLOCK) -> FileFound:
    path = folder / "finess.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with opened(path, finess_csv.recognises) as stream:
        gathered = Gathered()
        return gathered.whole(finess_csv.read(stream, sought, gathered.take, size))


def one(found: FileFound) -> FoundOffer:
    (entry,) = found.found
    assert isinstance(entry, FoundOffer)
    return entry


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("alphabet", ["utf-8", "utf-8-sig", "cp1252"])
def test_an_establishment_is_read_in_either_alphabet(tmp_path: Path, ending: str, alphabet: str) -> None:
    told = [line(rslongue="Pharmacie de l’Étang"), line("2", commune="096")]
    path = tmp_path / "any.name"
    path.write_bytes(packed(written(told, ending).encode(alphabet)))
    assert kind_of(path) is FileKind.FINESS_CSV
    found = read_official(path, SOUGHT)
    assert (found.file.dated_on, found.file.lines, found.file.kept) == (date(2026, 5, 12), 2, 1)
    assert not found.file.incomplete
    assert one(found) == FoundOffer(
        finess="230000001",
        name="Pharmacie de l’Étang",
        kind="pharmacie",
        category="620",
        category_words="pharmacie",
        insee=TOWN,
        postcode="23240",
        town="Le Grand-Bourg",
        phone="05\u00a055\u00a000\u00a000\u00a001",
        address="3 rue du Pont",
        opened_on=date(2001, 2, 3),
        updated_on=date(2026, 3, 1),
    )


@pytest.mark.parametrize(
    ("department", "commune", "insee"),
    [
        ("01", "004", "01004"),
        ("1", "4", "01004"),
        ("2A", "004", "2A004"),
        ("2b", "033", "2B033"),
        ("9A", "105", "97105"),
        ("9B", "209", "97209"),
        ("9C", "302", "97302"),
        ("9D", "411", "97411"),
        ("9E", "502", "97502"),
        ("9F", "608", "97608"),
        ("974", "411", "97411"),
        ("974", "11", "97411"),
        ("75", "112", "75056"),
        ("69", "383", "69123"),
        ("13", "201", "13055"),
        ("49", "006", "49023"),
        ("", "23095", "23095"),
        ("23", "23095", "23095"),
    ],
)
def test_a_department_and_three_figures_are_a_commune(
    tmp_path: Path, department: str, commune: str, insee: str
) -> None:
    sought = sought_of([insee])
    assert one(read(tmp_path, written([line(departement=department, commune=commune)]), sought)).insee == insee


def test_a_quote_is_a_letter_and_other_lines_are_passed_over(tmp_path: Path) -> None:
    told = [line("1", rslongue='MAISON "LE CLOS'), line("2", rs='"A'), line("3", structureet="geolocalisation")]
    found = read(tmp_path, written(told) + "geolocalisation;230000001;600000.1;6500000.2;x;2026\r\n")
    assert [entry.finess for entry in found.found] == ["1", "2"]
    assert not found.file.incomplete


@pytest.mark.parametrize(
    "header",
    [
        "nofinesset;rs;rslongue;commune;departement;ligneacheminement;categetab",
        "NoFinessEt;RaisonSociale;RaisonSocialeLongue;Commune;Departement;LigneAcheminement;CategorieEtablissement",
        '"nofinesset";"rs";"rslongue";"commune";"departement";"ligneacheminement";"categetab"',
        "finess_et,rs,rslongue,com_code,dep_code,ligneacheminement,categ_code",
        "Numéro FINESS ET;Raison sociale;Raison sociale longue;Code commune;Code département;Ligne acheminement;Catégorie",
    ],
)
@pytest.mark.parametrize("title", [TITLE, ""])
def test_columns_with_names_are_found_by_them(tmp_path: Path, header: str, title: str) -> None:
    separator = "," if "," in header else ";"
    quote = '"' if header.startswith('"') else ""
    cells = [
        "230000001",
        "A",
        f"PHARMACIE{separator if quote else ''} DU LAVOIR",
        "095",
        "23",
        "23240 LE GRAND BOURG",
        "620",
    ]
    row = separator.join(f"{quote}{cell}{quote}" for cell in cells)
    found = read(tmp_path, f"{title}\n{header}\n{row}\n" if title else f"{header}\n{row}\n")
    assert one(found).insee == TOWN
    assert one(found).name.lower().replace(";", "") == "pharmacie du lavoir"
    assert found.file.dated_on == (date(2026, 5, 12) if title else None)
    assert found.file.lines == 1


def test_without_title_or_names_lines_are_recognised(tmp_path: Path) -> None:
    assert one(read(tmp_path, written([line()], title=""))).finess == "230000001"


def test_no_care_is_set_aside_and_no_commune_is_to_be_confirmed(tmp_path: Path) -> None:
    told = [
        line("1", categetab="246", libcategetab="ETABLISSEMENT ET SERVICE D'AIDE PAR LE TRAVAIL"),
        line("2", commune=""),
        line("3", commune="", ligneacheminement="75001 PARIS CEDEX 01"),
        line("2"),
    ]
    found = read(tmp_path, written(told))
    assert [(entry.finess, entry.standing, entry.why) for entry in found.found] == [
        ("1", Standing.SET_ASIDE, WhyAside.NOT_CARE),
        ("2", Standing.TO_CONFIRM, None),
    ]
    first = found.found[0]
    assert isinstance(first, FoundOffer)
    assert first.category_words == "etablissement et service d'aide par le travail"


def test_a_last_line_cut_short_is_told(tmp_path: Path) -> None:
    text = written([line("1"), line("2")])
    assert read(tmp_path, text[:-60]).file.incomplete
    assert not read(tmp_path, text.rstrip()).file.incomplete


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(
        st.text(st.characters(codec="cp1252", exclude_characters=';\r\n"'), max_size=20), min_size=1, max_size=9
    ),
    size=st.integers(1, 300),
    alphabet=st.sampled_from(["utf-8", "cp1252"]),
)
def test_the_answer_is_the_same_whatever_the_block(tmp_path: Path, names: list[str], size: int, alphabet: str) -> None:
    content = written([line(str(number), rs=name) for number, name in enumerate(names)]).encode(alphabet)
    found = read(tmp_path, content, size=size)
    assert [entry.finess for entry in found.found] == [str(number) for number in range(len(names))]
    assert found == read(tmp_path, content)


@pytest.mark.parametrize(
    "head",
    [b"", b";;;\n", b"a;b;c\n1;2;3\n", b"finess;autre;1\n", b"Code|Code commune|x\n", b"\x00\x01\x02", b'"' * 500],
)
def test_another_file_is_not_recognised(head: bytes) -> None:
    assert not finess_csv.recognises(head)

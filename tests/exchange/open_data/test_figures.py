"""Files of public figures are told by their columns, read in bounded memory, and refused in one sentence where they are none."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from msp_desktop.domain.official import FileFound, FileKind, FoundFigure
from msp_desktop.errors import UserError
from msp_desktop.exchange.open_data.recognise import kind_of, read_official
from tests.exchange.open_data.figure_files import sought, write_apl, write_zoning
from tests.hostile import WORDS

GENERAL = ("Code commune INSEE", "Commune", "APL aux médecins généralistes", "APL aux médecins généralistes de 65 ans et moins ",
           "APL aux médecins généralistes de 60 ans et moins", "Population standardisée 2022 pour la médecine générale")  # fmt: skip
LEVELS = ("1_ZIP", "3_intermediaire", "2_Sous_dotee", "NC_hors_zone", "5b_Sur_dotee", "")


def read(path: Path) -> FileFound:
    return read_official(path, sought())


def values(path: Path) -> dict[str, float | str | None]:
    return {figure.code: figure.words or figure.value for figure in read(path).figures}


def test_a_file_is_known_by_its_columns_whatever_its_name(tmp_path: Path) -> None:
    path = write_zoning(tmp_path / "facture.pdf", {"23095": LEVELS})
    assert kind_of(path) is FileKind.FIGURES
    found = read(path)
    assert found.file.kind is FileKind.FIGURES
    assert (found.file.name, found.file.lines, found.file.kept) == ("facture.pdf", 1, 4)
    assert found.found == ()


@pytest.mark.parametrize("packing", ["plain", "gz", "zip", "bom", "cp1252", "utf-16", "crlf", "semicolons"])
def test_the_same_table_is_read_however_it_is_written(packing: str, tmp_path: Path) -> None:
    whole = write_zoning(tmp_path / "a", {"23095": LEVELS}).read_text(encoding="utf-8")
    path = tmp_path / "b"
    if packing == "gz":
        path.write_bytes(gzip.compress(whole.encode()))
    elif packing == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("lisez-moi.txt", "Zonage, AtlaSanté.")
            archive.writestr("dossier/image.png", b"\x89PNG\0\0")
            archive.writestr("dossier/zonages-com.csv", whole)
    else:
        changed = whole.replace('","', '";"') if packing == "semicolons" else whole
        changed = changed.replace("\n", "\r\n") if packing == "crlf" else changed
        alphabet = {"bom": "utf-8-sig", "cp1252": "cp1252", "utf-16": "utf-16"}.get(packing, "utf-8")
        path.write_bytes(changed.encode(alphabet))
    assert values(path) == {
        "zone-medecin": "zone d’intervention prioritaire (ZIP)",
        "zone-dentiste": "intermédiaire",
        "zone-infirmier": "sous-dotée",
        "zone-sage-femme": "sur-dotée",
    }


def test_the_newest_year_of_a_workbook_is_read_whatever_the_order_of_its_sheets(tmp_path: Path) -> None:
    years = {f"APL {year}": [("23095", "Le Grand-Bourg", value, 1, 1, 900)] for year, value in
             ((2024, 2.4), (2022, 2.2), (2023, 2.3))}  # fmt: skip
    found = read(write_apl(tmp_path / "a.xlsx", GENERAL, years)).figures
    assert found[0] == FoundFigure(code="apl-medecin", area="23095", value=2.4, year=2024)
    assert [figure.code for figure in found] == ["apl-medecin", "apl-medecin-65"]


def test_a_file_that_says_nothing_of_these_communes_is_read_all_the_same(tmp_path: Path) -> None:
    assert read(write_zoning(tmp_path / "a", {"59350": LEVELS})).figures == ()


@pytest.mark.parametrize(
    "content", [b"", b"nom;prenom\nA;B\n", b"\0" * 3000, b"PK\x05\x06" + b"\0" * 18, b"CODGEO;LIBGEO\n23095;x\n"]
)
def test_what_holds_no_public_figure_is_refused_in_one_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "zonages-com.csv"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"fichier officiel|est vide|abîmé"):
        read(path)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    packed = gzip.compress(write_zoning(tmp_path / "a", {str(10000 + i): LEVELS for i in range(9000)}).read_bytes())
    book = write_apl(tmp_path / "b", GENERAL, {"APL 2024": [("23095", "x", 1, 1, 1, 1)]}).read_bytes()
    for content in (packed[: len(packed) // 2], book[: len(book) // 2], b"PK\x03\x04" + b"\xff" * 500, b"\x1f\x8b\x08"):
        (tmp_path / "c").write_bytes(content)
        with pytest.raises(UserError, match="abîmé"):
            read(tmp_path / "c")


def test_what_no_such_file_holds_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    head = write_zoning(path, {"23095": LEVELS}).read_bytes()
    for tail in (b'"' + b"x" * 300_000, b"x" * 2_000_000, b"1,2\n" * 500_000):
        path.write_bytes(gzip.compress(head + tail))
        with pytest.raises(UserError):
            read(path)


def test_a_workbook_that_lies_about_its_size_is_read_by_what_it_holds(tmp_path: Path) -> None:
    path = write_apl(tmp_path / "a", GENERAL, {"APL 2024": [("23095", "x", 1.5, 1, 1, 1)]})
    whole = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(whole, "w") as new:
        for part in old.infolist():
            data = old.read(part).replace(b'<dimension ref="A1:F12"', b'<dimension ref="A1:XFD1048576"')
            new.writestr(part, data)
    path.write_bytes(whole.getvalue())
    assert values(path)["apl-medecin"] == 1.5


def test_no_word_of_a_stranger_goes_into_the_figures(tmp_path: Path) -> None:
    """A level that is not of the method's list is no level."""
    usual = {str(number): LEVELS for number in range(10000, 10030)}
    for number, word in enumerate(WORDS):
        cleaned = "".join(word.encode(errors="replace").decode().replace('"', "").replace("\0", "").split())[:60]
        path = write_zoning(tmp_path / str(number), {**usual, "23095": (cleaned,) * 6})
        assert read(path).figures == ()


def test_reading_says_how_far_it_is_and_can_be_given_up(tmp_path: Path) -> None:
    path = write_zoning(tmp_path / "a", {str(10000 + i): LEVELS for i in range(9000)})
    told: list[int] = []
    read_official(path, sought(), told.append)
    assert told == sorted(told)
    assert told[-1] == path.stat().st_size

    class GivenUpError(Exception):
        pass

    def give_up(_done: int) -> None:
        raise GivenUpError

    with pytest.raises(GivenUpError):
        read_official(path, sought(), give_up)


def test_a_workbook_with_a_text_of_codes_as_numbers_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["CODGEO", "P22_POP", "P22_POP0014", "P22_POP7589", "P22_POP90P"])
    sheet.append([1001, "772,5", 100, 60.0, 5])
    book.save(tmp_path / "a")
    found = read_official(tmp_path / "a", sought({"01001": "01001"})).figures
    assert {figure.code: round(figure.value or 0, 2) for figure in found} == {
        "population": 772.5, "part-75": 8.41, "part-moins-15": 12.94,
    }  # fmt: skip


def test_a_register_of_one_s_own_is_no_public_figure(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Commune", "Nom", "Métier"])
    book.save(tmp_path / "registre.xlsx")
    with pytest.raises(UserError, match="fichier officiel"):
        kind_of(tmp_path / "registre.xlsx")
    with pytest.raises(UserError, match="fichier officiel"):
        read(tmp_path / "registre.xlsx")
    assert kind_of(write_apl(tmp_path / "a", GENERAL, {"APL 2024": []})) is FileKind.FIGURES

"""Lists as people really have them, from the file to the register: each was once read wrong."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.imports import ImportPreview, State
from msp_desktop.domain.inventory import Departure, HealthProfessional, Proximity
from msp_desktop.domain.people import Person
from msp_desktop.exchange.spreadsheets import read_table, write_table
from msp_desktop.services.import_cells import column_score
from msp_desktop.services.import_words import assumed, report
from msp_desktop.services.inventory import professional_views
from msp_desktop.services.inventory_export import export_rows
from msp_desktop.services.inventory_import import write_import
from tests.conftest import TODAY
from tests.services.tables import preview_import


@pytest.fixture
def gueret(store: Store) -> Store:
    from msp_desktop.domain.change import Change
    from msp_desktop.domain.commune import Commune

    with store.write("Guéret") as transaction:
        transaction.update(1, Change(Commune, name="Guéret", insee="23096", postcode="23000"))
    return store


def text(tmp_path: Path, words: str, alphabet: str = "utf-8", name: str = "liste.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(words.encode(alphabet))
    return path


def workbook(tmp_path: Path, *rows: list[Any], merged: tuple[str, ...] = ()) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for area in merged:
        book.active.merge_cells(area)
    book.save(tmp_path / "liste.xlsx")
    return tmp_path / "liste.xlsx"


def looked_at(store: Store, path: Path) -> ImportPreview:
    return preview_import(store.reader, read_table(path, column_score), TODAY)


def imported(store: Store, path: Path) -> list[tuple[Person, HealthProfessional]]:
    write_import(store, looked_at(store, path))
    return [(view.person, view.row) for view in sorted(professional_views(store.reader), key=lambda view: view.id)]


def test_a_departure_in_words_stops_nothing(gueret: Store, tmp_path: Path) -> None:
    path = text(tmp_path, "Nom;Prénom;Métier;Départ;Date de départ\nDurand;Paul;médecin;annoncé;fin 2027\n"
                "Petit;Anne;infirmière;annoncé;juin 2028\nMoreau;Luc;dentiste;annoncé;2027\n"
                "Roux;Eva;sage-femme;annoncé;à voir\n", "utf-8-sig")  # fmt: skip
    told = looked_at(gueret, path).told
    assert [(one.line, one.column, one.value) for one in told] == [
        (4, "Date de départ", "2027"),
        (5, "Date de départ", "à voir"),
    ]
    rows = imported(gueret, path)
    assert [row.departure_on for _person, row in rows] == [date(2027, 12, 31), date(2028, 6, 30), None, None]
    assert {row.departure for _person, row in rows} == {Departure.ANNOUNCED}
    assert rows[3][0].notes == "Date de départ\u00a0: à voir"


@pytest.mark.parametrize("words", ["juil-28", "07/2028", "juillet 2028", "7/28"])
def test_a_month_is_its_month(gueret: Store, tmp_path: Path, words: str) -> None:
    ((_person, row),) = imported(gueret, text(tmp_path, f"Nom;Métier;Date de départ\nDurand;médecin;{words}\n"))
    assert (row.departure, row.departure_on) == (Departure.ANNOUNCED, date(2028, 7, 31))


def test_days_that_a_workbook_counts(gueret: Store, tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ["Nom", "Métier", "Départ", "Date de départ", "Vérifié le"],
        ["Durand", "médecin", "annoncé", datetime(2027, 12, 31), datetime(2026, 3, 2, 14, 30)],
        ["Petit", "infirmière", "annoncé", 46752, "2026-03-02 00:00:00"],
    )
    for _person, row in imported(gueret, path):
        assert (row.departure_on, row.checked_on) == (date(2027, 12, 31), date(2026, 3, 2))


def test_a_number_has_its_zero_again(gueret: Store, tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Nom", "Prénom", "Métier", "Téléphone"], ["Durand", "Paul", "médecin", 555000001])
    assert imported(gueret, path)[0][0].phone == "0555000001"


def test_our_own_export_saved_by_a_spreadsheet_has_its_zero_and_its_plus(gueret: Store, tmp_path: Path) -> None:
    imported(gueret, text(tmp_path, "Nom;Métier;Tél\nDurand;médecin;0555000001\nPetit;infirmière;+33555000002\n"))
    path = tmp_path / "export.csv"
    write_table(path, *export_rows(gueret.reader, "professionals"))
    saved = path.read_text("utf-8-sig").replace("0555000001", "555000001").replace("+33555000002", "33555000002")
    gueret.undo()
    people = imported(gueret, text(tmp_path, saved))
    assert [person.phone for person, _row in people] == ["0555000001", "+33555000002"]


def test_two_columns_of_telephones(gueret: Store, tmp_path: Path) -> None:
    path = text(tmp_path, "Nom;Métier;Téléphone;Portable\nDurand;médecin;05 55 00 00 01;\n"
                "Petit;infirmière;;06 00 00 00 02\nRoux;dentiste;05 55 00 00 03;06 00 00 00 03\n")  # fmt: skip
    people = imported(gueret, path)
    assert [person.phone for person, _row in people] == ["05 55 00 00 01", "06 00 00 00 02", "05 55 00 00 03"]
    assert people[2][0].notes == "Portable\u00a0: 06 00 00 00 03"


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;"])
def test_the_line_that_excel_hides(gueret: Store, tmp_path: Path, first: str) -> None:
    ((person, row),) = imported(
        gueret, text(tmp_path, f"\ufeff{first}\r\nNom;Prénom;Métier\r\nDurand;Paul;médecin\r\n")
    )
    assert (person.last_name, person.first_name, row.profession) == ("Durand", "Paul", "medecin")


def test_another_town_is_nearby(gueret: Store, tmp_path: Path) -> None:
    path = text(tmp_path, "Nom;Prénom;Libellé profession;Libellé commune\nDurand;Paul;Médecin;Guéret\n"
                "Petit;Anne;Infirmier;La Souterraine\nRoux;Eva;Sage-Femme;GUERET\n")  # fmt: skip
    rows = imported(gueret, path)
    assert [(row.place, row.town) for _person, row in rows] == [
        (Proximity.HERE, "Guéret"), (Proximity.NEARBY, "La Souterraine"), (Proximity.HERE, "Guéret"),
    ]  # fmt: skip


def test_a_distance_without_a_town_is_not_the_commune(gueret: Store, tmp_path: Path) -> None:
    path = text(
        tmp_path, "Civilité;Nom;Métier;Distance\r\nDr;Lefèvre;Médecin généraliste;12,5\r\nM.;Noël;kiné;3\r\n", "cp1252"
    )
    assert [(row.place, row.distance_km) for _person, row in imported(gueret, path)] == [
        (Proximity.NEARBY, 12.5), (Proximity.NEARBY, 3.0),
    ]  # fmt: skip


DIRECTORY = (
    "Type d'identifiant PP|Identifiant PP|Nom d'exercice|Prénom d'exercice|Libellé profession|Libellé savoir-faire|"
    "Libellé mode exercice|Raison sociale site|Code postal (coord. structure)|Libellé commune (coord. structure)|"
    "Téléphone (coord. structure)|Adresse e-mail (coord. structure)\n"
    "8|10000000001|DURAND|PAUL|Médecin|Médecine Générale|Libéral, indépendant|CABINET DU DR DURAND|23000|Guéret|0555000001|\n"
)


def test_an_extract_of_the_national_directory(gueret: Store, tmp_path: Path) -> None:
    path = text(tmp_path, DIRECTORY, name="annuaire.txt")
    assert looked_at(gueret, path).left_aside == ("Type d'identifiant PP",)
    ((person, row),) = imported(gueret, path)
    assert (person.last_name, person.first_name, person.phone) == ("Durand", "Paul", "0555000001")
    assert (row.profession, row.speciality, row.place, row.town) == (
        "medecin",
        "Médecine Générale",
        Proximity.HERE,
        "Guéret",
    )
    assert row.mode.value == "self_employed"
    assert person.organisation == "CABINET DU DR DURAND"


@pytest.mark.parametrize("count", [1, 3, 9])
def test_a_title_above_the_columns(gueret: Store, tmp_path: Path, count: int) -> None:
    path = workbook(
        tmp_path, ["Professionnels de santé du canton"], *[[]] * (count - 1), ["Nom", "Prénom", "Métier", "Téléphone"],
        ["Durand", "Paul", "médecin", "0555000001"], merged=("A1:D1",),
    )  # fmt: skip
    preview = looked_at(gueret, path)
    assert [(row.line, row.name) for row in preview.rows] == [(count + 2, "Paul Durand")]
    assert imported(gueret, path)[0][1].profession == "medecin"


def test_merged_cells_of_the_table(gueret: Store, tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ["Nom", "Prénom", "Métier"],
        ["Durand", "Paul", "infirmier"],
        ["Petit", "Anne", None],
        merged=("C2:C3",),
    )
    assert read_table(path, column_score).told == (
        "Cellules fusionnées, dont le contenu a été repris sur chaque ligne\u00a0: C2 à C3.",
    )
    assert [row.profession for _person, row in imported(gueret, path)] == ["infirmier", "infirmier"]


def test_a_profession_that_is_missing_is_told(gueret: Store, tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Nom", "Prénom", "Métier"], ["Durand", "Paul", "infirmier"], ["Petit", "Anne", None])
    assert [(told.line, told.column, bool(told.why)) for told in looked_at(gueret, path).told] == [(3, "Métier", True)]


def test_a_file_without_a_header_loses_no_row(gueret: Store, tmp_path: Path) -> None:
    table = read_table(
        text(tmp_path, "DURAND;Paul;médecin;0555000001\nPETIT;Anne;infirmière;0555000002\n"), column_score
    )
    assert table.columns == ("Colonne A", "Colonne B", "Colonne C", "Colonne D")
    assert table.header_line == 0
    found = preview_import(gueret.reader, table, TODAY, match=("last_name", "first_name", "profession", "phone"))
    assert [row.name for row in found.of(State.NEW)] == ["Paul Durand", "Anne Petit"]


def test_the_sheet_with_the_names_is_read_the_others_told_the_hidden_ones_not(gueret: Store, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Lisez-moi"
    book.active.append(["Cette liste est à jour."])
    book.active.append(["Merci."])
    old = book.create_sheet("Ancienne liste")
    old.sheet_state = "hidden"
    people = book.create_sheet("Liste 2026")
    for sheet in (old, people):
        sheet.append(["Nom", "Prénom", "Métier", "Tél."])
        sheet.append(["Durand", sheet.title, "médecin", 555000001])
    people.row_dimensions[2].hidden = True
    book.active = 1
    book.save(tmp_path / "liste.xlsx")
    table = read_table(tmp_path / "liste.xlsx", column_score)
    assert table.sheet == "Liste 2026"
    assert table.rows[0][1] == "Liste 2026"
    assert len(table.told) == 2
    assert "Lisez-moi" in table.told[0]
    assert "masquée" in table.told[1]


@pytest.mark.parametrize("alphabet", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp850", "mac_roman"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [";", "\t", ",", "|"])
def test_any_alphabet_line_end_and_separator(gueret: Store, tmp_path: Path, alphabet: str, end: str, mark: str) -> None:
    lines = [
        "Nom;Prénom;Métier;Tél",
        'Lefèvre;"Hélène";kinésithérapeute;0555000001',
        "Noël;Françoise;Infirmière;;;",
        "Ragot;Zoé",
    ]
    people = imported(gueret, text(tmp_path, end.join(lines).replace(";", mark) + end, alphabet))
    assert [(person.last_name, person.first_name, row.profession) for person, row in people] == [
        ("Lefèvre", "Hélène", "masseur-kinesitherapeute"), ("Noël", "Françoise", "infirmier"), ("Ragot", "Zoé", "autre"),
    ]  # fmt: skip


def test_headings_between_the_rows_say_the_profession(gueret: Store, tmp_path: Path) -> None:
    path = workbook(
        tmp_path, ["Nom", "Prénom", "Tél"], ["MÉDECINS"], ["Durand", "Paul", 555000001], ["INFIRMIERS"], ["Petit", "Anne"],
        ["Roux", "Eva", 555000002], ["Total", None, 3],
    )  # fmt: skip
    assert [(aside.line, aside.words) for aside in looked_at(gueret, path).set_aside] == [
        (2, "MÉDECINS"), (4, "INFIRMIERS"), (7, "Total ; 3"),
    ]  # fmt: skip
    rows = imported(gueret, path)
    assert [(person.last_name, row.profession) for person, row in rows] == [
        ("Durand", "medecin"), ("Petit", "infirmier"), ("Roux", "infirmier"),
    ]  # fmt: skip


def test_a_sheet_of_one_profession_says_it_and_the_others_are_told(gueret: Store, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Infirmiers"
    other = book.create_sheet("Médecins")
    for sheet, name in ((book.active, "Petit"), (other, "Durand")):
        sheet.append(["Nom", "Prénom", "Tél"])
        sheet.append([name, "Anne", 555000001])
    book.save(tmp_path / "liste.xlsx")
    assert "Médecins" in read_table(tmp_path / "liste.xlsx", column_score).told[0]
    assert [row.profession for _person, row in imported(gueret, tmp_path / "liste.xlsx")] == ["infirmier"]


def test_a_heading_that_says_no_profession_ends_the_one_above(gueret: Store, tmp_path: Path) -> None:
    words = "Nom;Prénom;Téléphone\nINFIRMIERS;;\nPetit;Anne;0555000001\nAUTRES;;\nVert;Luc;0555000002\n"
    rows = imported(gueret, text(tmp_path, words))
    assert [(person.last_name, row.profession) for person, row in rows] == [("Petit", "infirmier"), ("Vert", "autre")]


def test_cells_without_a_result_and_comments_are_told(gueret: Store, tmp_path: Path) -> None:
    from openpyxl.comments import Comment

    path = workbook(tmp_path, ["Nom", "Métier", "Ville"], ["Petit", "infirmière", "=B2"])
    book = openpyxl.load_workbook(path)
    book.active["A2"].comment = Comment("part en 2027", "mairie")
    book.save(path)
    table = read_table(path, column_score)
    assert table.told == (
        "Cellules calculées dont le résultat n’est pas dans le fichier, laissées vides\u00a0: C2. Pour les lire, ouvrez ce "
        "fichier dans votre tableur et enregistrez-le à nouveau.",
        "Les commentaires attachés à des cellules n’ont pas été lus.",
    )
    assert not read_table(workbook(tmp_path, ["Nom", "Métier"], ["Petit", "infirmière"]), column_score).told


def test_errors_written_as_words_are_empty_and_told(gueret: Store, tmp_path: Path) -> None:
    path = text(tmp_path, "Nom;Métier;Ville;Téléphone\nPetit;infirmière;#N/A;#VALEUR!\nRoux;kiné;Guéret;########\n")
    assert read_table(path, column_score).told == ("Cellules en erreur de calcul, laissées vides\u00a0: C2, D2, D3.",)
    assert [(row.town, person.phone) for person, row in imported(gueret, path)] == [("", ""), ("Guéret", "")]


def test_a_street_in_several_columns_is_one_line_of_the_address(gueret: Store, tmp_path: Path) -> None:
    words = (
        "Nom d'exercice|Profession|Numéro Voie (coord. structure)|Indice répétition voie (coord. structure)|"
        "Libellé type de voie (coord. structure)|Libellé Voie (coord. structure)|Code postal (coord. structure)|"
        "Libellé commune (coord. structure)\nDURAND|Médecin|12|bis|Rue|DU LAC|23000|Guéret\n"
        "PETIT|Infirmier||||LE BOURG|23000|Guéret\nROUX|Infirmier|||||23000|Guéret\n"
    )
    rows = imported(gueret, text(tmp_path, words, name="annuaire.txt"))
    assert [person.address for person, _row in rows] == [
        "12 bis Rue DU LAC\n23000 Guéret",
        "LE BOURG\n23000 Guéret",
        "23000 Guéret",
    ]


def test_idem_is_the_words_above(gueret: Store, tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Nom", "Prénom", "Métier"], ["Petit", "Anne", "médecin"], ["idem", "Luc", "Idem"],
                    ["Roux", "Léa", '"'])  # fmt: skip
    assert read_table(path, column_score).told == (
        "Cellules «\u00a0idem\u00a0», où les mots du dessus ont été repris\u00a0: A3, C3, C4.",
    )
    rows = imported(gueret, path)
    assert [(person.last_name, row.profession) for person, row in rows] == [
        ("Petit", "medecin"), ("Petit", "medecin"), ("Roux", "medecin"),
    ]  # fmt: skip


def test_a_dash_is_no_name(gueret: Store, tmp_path: Path) -> None:
    path = text(tmp_path, "Nom;Prénom;Métier\n-;Luc;MG\n–;;MG\n")
    assert [one.line for one in looked_at(gueret, path).set_aside] == [3]
    assert [(person.last_name, person.first_name) for person, _row in imported(gueret, path)] == [("", "Luc")]


def test_a_list_in_english_and_one_of_outlook(gueret: Store, tmp_path: Path) -> None:
    words = "Last name,First name,Job,City,Phone,Zip\nDurand,Paul,médecin,Guéret,0555000001,23000\n"
    ((person, row),) = imported(gueret, text(tmp_path, words))
    assert (person.last_name, person.first_name, person.phone) == ("Durand", "Paul", "0555000001")
    assert (row.profession, row.town, person.address) == ("medecin", "Guéret", "23000 Guéret")


def test_a_heading_ends_where_a_row_says_its_own_profession(gueret: Store, tmp_path: Path) -> None:
    path = text(tmp_path, "Métier;Nom\nMÉDECINS;\n;Durand\nInfirmier;Roux\n;Noir\n")
    assert [row.profession for _person, row in imported(gueret, path)] == ["medecin", "infirmier", "autre"]


def test_who_is_counted_in_the_commune_without_its_being_said_is_told(gueret: Store, tmp_path: Path) -> None:
    found = looked_at(
        gueret, text(tmp_path, "Nom;Métier;Ville\nDurand;médecin;\nPetit;kiné;Bonnat\nRoux;sage-femme;\n")
    )
    assert assumed(found) == "2 lignes ne disent pas où\u00a0: elles comptent dans la commune."
    assert assumed(found) in report(found, "liste.csv")


@pytest.mark.parametrize("cell", ['="0555000001"', '"=""0555000001"""', "'0555000001", "0555000001"])
def test_a_number_kept_as_text_for_a_spreadsheet(gueret: Store, tmp_path: Path, cell: str) -> None:
    ((person, _row),) = imported(gueret, text(tmp_path, f"Nom;Métier;Tél\nDurand;médecin;{cell}\n"))
    assert person.phone == "0555000001"

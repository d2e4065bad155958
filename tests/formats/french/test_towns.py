"""Towns take the article and the elision that INSEE gives each of them."""

from __future__ import annotations

import lzma

import pytest

from msp_desktop.formats import NBSP as NB
from msp_desktop.formats.french.towns import at_commune, of_commune, town_hall, town_words
from msp_desktop.paths import resource


@pytest.mark.parametrize(
    ("name", "of", "at"),
    [
        ("Évaux-les-Bains", "d’Évaux-les-Bains", f"à{NB}Évaux-les-Bains"),
        ("Le Havre", "du Havre", "au Havre"),
        ("Le Grand-Bourg", "du Grand-Bourg", "au Grand-Bourg"),
        ("Les Abymes", "des Abymes", "aux Abymes"),
        ("La Souterraine", "de La Souterraine", f"à{NB}La Souterraine"),
        ("L’Haÿ-les-Roses", "de L’Haÿ-les-Roses", f"à{NB}L’Haÿ-les-Roses"),
        ("Leers", "de Leers", f"à{NB}Leers"),
        ("Aux Marais", "des Marais", "aux Marais"),
        ("Los Masos", "de Los Masos", f"à{NB}Los Masos"),
        ("Hyères", "d’Hyères", f"à{NB}Hyères"),
        ("Haute-Goulaine", "de Haute-Goulaine", f"à{NB}Haute-Goulaine"),
        ("HAUTE GOULAINE", "de HAUTE GOULAINE", f"à{NB}HAUTE GOULAINE"),
        ("Haut-Clocher", "d’Haut-Clocher", f"à{NB}Haut-Clocher"),
        ("Y", "d’Y", f"à{NB}Y"),
        ("Yenne", "d’Yenne", f"à{NB}Yenne"),
        ("Hienghène", "de Hienghène", f"à{NB}Hienghène"),
        ("Œuf-en-Ternois", "d’Œuf-en-Ternois", f"à{NB}Œuf-en-Ternois"),
        ("le\u00a0Havre", "du Havre", "au Havre"),
        ("LES  ABYMES", "des ABYMES", "aux ABYMES"),
        ("", "de ", f"à{NB}"),
        ("Le", "de Le", f"à{NB}Le"),
    ],
)
def test_names_of_communes_take_their_article(name: str, of: str, at: str) -> None:
    assert of_commune(name) == of
    assert at_commune(name) == at


def test_a_name_said_two_ways_is_told_apart_by_its_code() -> None:
    assert of_commune("Hauteville", "02376") == "de Hauteville"
    assert of_commune("Hauteville", "51286") == "d’Hauteville"


def test_every_one_of_the_34_969_communes_is_as_insee_has_it() -> None:
    packed = resource("communes", "communes.tsv.xz").read_bytes()
    rows = lzma.decompress(packed).decode().split("#communes\n")[1].split("\n")
    assert len(rows) == 34_969
    wrong = []
    for row in rows:
        fields = row.split("\t")
        code, name, kind = fields[0], fields[1].replace("'", "’"), fields[-1]
        bare = name.partition(" ")[2]
        of = {"1": f"d’{name}", "2": f"du {bare}", "4": f"des {bare}", "6": f"des {bare}"}.get(kind, f"de {name}")
        at = {"2": f"au {bare}", "4": f"aux {bare}", "6": f"aux {bare}"}.get(kind, f"à{NB}{name}")
        if (of_commune(name, code), at_commune(name)) != (of, at):
            wrong.append((code, name, kind))
    assert wrong == []


def test_a_model_names_the_town_in_three_ways() -> None:
    words = {"commune": "Les Abymes", "de_commune": "des Abymes", "a_commune": "aux Abymes"}
    assert town_words("Les Abymes", "97101") == words


def test_the_town_hall_takes_its_article() -> None:
    assert town_hall("Le Mans") == "Mairie du Mans"
    assert town_hall("Hauteville", "02376") == f"Mairie {of_commune('Hauteville', '02376')}"

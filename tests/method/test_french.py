"""Every sentence of the method is French for any town, any federation, men and women, one and many."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import cycle, product
from typing import Any

import pytest

from msp_desktop.formats.french.bodies import federation_words
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.french.models import filled
from msp_desktop.formats.french.people import agreed, mayor_words
from msp_desktop.formats.french.towns import town_words
from msp_desktop.formats.typography import french
from msp_desktop.paths import resource
from tests.french import FEDERATIONS, TOWNS, faults

FILES = sorted(path.name for path in resource("method").glob("*.toml"))
#: What papers and messages put in braces besides the town, the federation and the mayor, as they write it.
OTHERS = {
    "Avec_la_federation": "Avec la Fédération d’exemple",
    "a_ville": "à Bourg-Témoin",
    "aide": "repérer des étapes réalistes",
    "appel": "Madame la Docteure",
    "avant": "avant le mardi 5 mai",
    "ce_soir": "ce matin",
    "civilite": "Mme",
    "courriel": "mairie@exemple.fr",
    "date": "le mardi 12 mai 2026",
    "depuis": "mardi 1er décembre 2026",
    "document": "Ordre du jour",
    "exerce": "Vous exercez à Bourg-Témoin, à proximité de Saint-Exemple.",
    "fonction": "deuxième adjointe",
    "heure": "18 h 30",
    "installation": "22 mars 2026",
    "interlocuteur": "Nadia Roche, référente santé, est votre interlocutrice à la mairie.",
    "lieu": "salle des associations",
    "nom": "Nadia Roche",
    "population": " (1 240 habitants)",
    "que_qui": "que Mme Nadia Roche, deuxième adjointe,",
    "qui": "Mme Nadia Roche, deuxième adjointe",
    "referent": "Mme Nadia Roche",
    "reunion": "première rencontre avec les professionnels de santé",
    "role": "référente santé",
    "signature": "La présente délégation ne comporte pas de signature",
}
#: Words in braces that are one thing in one file and another elsewhere.
IN_FILE = {
    "appointment.toml": {
        "charge": "chargée",
        "deliberation": "22 mars 2026",
        "du_departement": "de la Creuse",
        "prefet": "préfet de la Creuse",
        "election": "dimanche 22 mars 2026",
        "effet": "1er décembre 2026",
        "Le_secretaire": "La secrétaire générale de mairie",
        "nom_seul": "Nadia Roche",
        "numero": "2026-12",
        "superieur": "le secrétariat général de la mairie",
        "tribunal": "de Limoges",
    },
    "communication.toml": {
        "contact": "05 55 00 00 02",
        "Etapes": "Trois des onze",
        "fin": "mardi 30 juin 2026",
        "horaires": "mardi de 9 h à 12 h",
        "jour_rencontre": "jeudi 16 avril 2026",
        "metiers": "trois",
        "Professionnels": "Douze professionnels",
        "quand_publique": "le vendredi 12 juin 2026 à 18 h 30, salle des fêtes",
    },
    "letters.toml": {"contact": ", au 05 55 00 00 02"},
    "privacy.toml": {
        "delegue": "Centre de gestion, dpo@exemple.fr",
        "delegue_court": "Délégué à la protection des données : dpo@exemple.fr.",
        "duree": "Relu chaque année.",
        "joindre": "mairie@exemple.fr, 05 55 00 00 01",
        "joindre_court": "mairie@exemple.fr",
        "joindre_delegue": "dpo@exemple.fr",
        "jour": "mardi 28 avril 2026",
        "origine": "annuaire santé",
        "referent": "la référente santé",
        "relecture": "Personnes pas encore relues.",
        "responsable": "son maire, Claude Faure : 2, place de la Mairie, mairie@exemple.fr",
        "source": "",
    },
    "mail.toml": {
        "a_une_reunion": "à une première rencontre avec les professionnels de santé",
        "ci_joint": "votre lettre d’invitation et l’ordre du jour",
        "de_la_reunion": "de la première rencontre avec les professionnels de santé",
        "jour": ", mardi 12 mai",
        "la_reunion": "la première rencontre avec les professionnels de santé",
        "quand": "le mardi 12 mai 2026 à 18 h 30, salle des associations",
        "rendez_vous": ", le mardi 12 mai 2026 à 18 h 30, salle des associations",
    },
    "council.toml": {
        "acces": " Accès : par la cour.",
        "adresse": ", 2, place de la Mairie",
        "besoins": "un kinésithérapeute",
        "capacite": " Capacité : 20 personnes.",
        "cle": "le secrétariat",
        "constat": "quatorze professionnels",
        "contact": "Martine Lavergne",
        "creneau": "le mardi à partir de 18 h",
        "departement": "Département de la Creuse",
        "du_departement": "de la Creuse",
        "dynamiques": "une CPTS voisine",
        "e": "e",
        "maire_fonction": "maire",
        "numero": "2026-12",
        "opportunites": "une salle libre",
        "prefet": "préfet de la Creuse",
        "rencontre": "mardi 12 mai 2026",
        "representant": "Anne Faure",
        "trait": "____",
        "tribunal": "de Limoges",
    },
    "report.toml": {
        "aides": "repérer des étapes réalistes et connaître l’expérience de communes voisines",
        "fin": "mardi 30 juin 2026",
        "jour": "mardi 12 mai",
        "jour_reunion": "mardi 12 mai 2026",
        "la_reunion": "la première rencontre avec les professionnels de santé",
        "nombre": "Trois",
    },
    "vigilance.toml": {
        "begun": "La phase 2 a commencé",
        "count": "trois",
        "entries": "deux besoins",
        "lack": "l’état des lieux ne montre encore personne de prêt à s’engager",
        "names": "« Visite de la maison Petit » et « Devis du maçon »",
        "other": "l’ARS n’a pas encore validé le projet de santé",
        "total": "huit",
    },
}


def sentences(name: str) -> Iterator[tuple[str, str]]:
    """Yield each text of a file of the method and where it stands, set as the application reads it."""

    def walk(value: Any, where: str) -> Iterator[tuple[str, str]]:
        if isinstance(value, str):
            if not re.search(r"\.(?:code|kit_code|icon|email|website|phone|to|named|source)$", where):
                yield where, french(value)
        elif isinstance(value, dict):
            for key, inside in value.items():
                yield from walk(inside, f"{where}.{key}")
        elif isinstance(value, list):
            for number, inside in enumerate(value):
                yield from walk(inside, f"{where}[{number}]")

    yield from walk(tomllib.loads(resource("method", name).read_text(encoding="utf-8")), name)


@pytest.mark.parametrize("name", FILES)
def test_every_template_is_french_for_any_town_and_anybody(name: str) -> None:
    wrong: set[str] = set()
    texts = [(where, text) for where, text in sentences(name) if "{" in text]
    plain = [(where, text) for where, text in sentences(name) if "{" not in text]
    wrong |= {f"{where}: {fault}" for where, text in plain for fault in faults(text)}
    for (town, insee), federation in zip(TOWNS, cycle(FEDERATIONS), strict=False):
        for civility, woman, several, count in product(("M.", "Mme"), (False, True), (False, True), (1, 2)):
            words = (
                OTHERS
                | IN_FILE.get(name, {})
                | town_words(town, insee)
                | federation_words(federation)
                | mayor_words(civility)
            )
            words |= {"heures": f", à raison de {count} {agreeing(count, 'heure')} par mois environ"}
            for where, text in texts:
                # Who « le maire » and « le référent » are is known where the sentence can change with them.
                of_mayor = civility == "Mme" if re.search(r"\{[^}]*[Mm]aire", text) else None
                of_woman = True if woman and not several and "|" in text and of_mayor is None else None
                said = filled(agreed(text, woman if of_mayor is None else of_mayor, several), words)
                wrong |= {f"{where}: {fault}" for fault in faults(said, woman_mayor=of_mayor, woman=of_woman)}
    assert sorted(wrong) == []

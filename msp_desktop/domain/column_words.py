"""What the columns of other people's spreadsheets are called: the field each name says."""

from __future__ import annotations

import re
from functools import lru_cache

from msp_desktop.domain.inventory_columns import COLUMNS
from msp_desktop.formats.text import fold

#: The longest name of a column, in characters: a longer text is a note.
_LONGEST = 120
#: What is in brackets after a name, as in the national directory: « Téléphone (coord. structure) ».
_BRACKETS = re.compile(r"\((?!code|insee|id)[^()]{0,80}\)|\[[^\[\]]{0,80}\]", re.IGNORECASE)
#: Words of a name that say nothing of its field.
_SMALL = frozenset("a au aux d de des du en l la le les n no numero num libelle ou et sur 1 2 3 i ii".split())
#: Words beside the one that tells the field.
_WHOSE = frozenset(
    """
    ps praticien praticiens praticienne professionnel professionnels professionnelle professionnelles pro sante
    coord coordonnees contact exercice actuel actuelle principal principale secondaire autre complet complete
    exerce exercee exerces exercees pratique pratiquee
    """.split()
)
_PLACE = frozenset(["cabinet", "site", "structure", "lieu", "etablissement", "bureau", "secretariat", "standard", "perso", "personnel", "personnelle", "direct", "directe", "fixe", "portable", "mobile"])  # fmt: skip
#: Field, one of the words that tell it, words that may stand beside (with those of `_WHOSE`).
_RULES: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = (
    ("email", frozenset(["mail", "mails", "email", "emails", "courriel", "courriels", "mel"]), _PLACE | frozenset(("adresse", "e", "adresses"))),
    ("phone", frozenset(["tel", "tels", "telephone", "telephones", "portable", "mobile", "gsm", "tph"]), _PLACE | frozenset(("ligne",))),
    ("postcode", frozenset(("cp", "postal", "postcode")), _PLACE | frozenset(("code",))),
    ("town", frozenset(["ville", "villes", "commune", "communes", "localite"]), _PLACE | frozenset(("nom",))),
    ("address", frozenset(("adresse", "adresses")), _PLACE | frozenset(("postale", "complete"))),
    ("speciality", frozenset(["specialite", "specialites"]), frozenset(("medicale", "medicales"))),
    ("profession", frozenset(["profession", "professions", "metier", "metiers"]), frozenset(("categorie", "specialite", "type"))),
    ("distance_km", frozenset(("distance", "km", "kms", "kilometres")), frozenset(("mairie", "bourg", "commune"))),
    ("departure_on", frozenset(("date", "annee", "echeance")), frozenset(("depart", "retraite", "prevu", "prevue", "cessation",
                                                                "activite", "prevision", "annonce", "annoncee", "fin", "estimee"))),
    ("departure", frozenset(("depart", "departs", "retraite")), frozenset(("prevu", "prevus", "envisage", "envisages", "projet"))),
    ("age_band", frozenset(("age", "ages")), frozenset(("tranche", "ans"))),
    ("notes", frozenset(["note", "notes", "remarque", "remarques", "observation", "observations", "commentaire", "commentaires"]),
     frozenset(["divers", "diverses", "particulieres", "complementaires"])),
    ("civility", frozenset(("civilite", "titre", "civ")), frozenset()),
)  # fmt: skip


@lru_cache(maxsize=2000)
def field_named(name: str) -> str:
    """Return the field of a professional that a column's name says, "" where it says none.

    « full_name » is a last and a first name together, « postcode » a postal code.
    """
    if len(name) > _LONGEST:
        return ""
    for words in (fold(name), fold(_BRACKETS.sub(" ", name))):
        if words and words in _NAMES:
            return _NAMES[words]
    words = fold(_BRACKETS.sub(" ", name))
    parts = frozenset(words.split()) - _SMALL
    if {"nom", "prenom"} <= parts or {"noms", "prenoms"} <= parts:
        return "full_name" if parts <= {"nom", "prenom", "noms", "prenoms", "civilite", "titre"} | _WHOSE else ""
    if "nom" in parts and parts <= {"nom", "famille", "usuel", "usage"} | _WHOSE:
        return "last_name"
    if "prenom" in parts and parts <= {"prenom", "usuel", "usage"} | _WHOSE:
        return "first_name"
    for field, telling, beside in _RULES:
        if parts & telling and parts <= telling | beside | _WHOSE:
            if field == "departure_on" and not parts & {"depart", "retraite", "cessation"}:
                continue
            return field
    return ""


_NAMES = {fold(word): field for field, ours, others in COLUMNS for word in (*others, ours)}

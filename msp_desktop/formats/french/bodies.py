"""Names of federations and other bodies in a sentence: « avec la Fédération… », « de l’Association… », « du GIP… »."""

from __future__ import annotations

import re

from msp_desktop.formats import NBSP
from msp_desktop.formats.french.vowels import joined
from msp_desktop.formats.text import fold

#: First words of names of bodies, as search sees them, by the article they take; « l’ » comes from the vowel rule.
_FEMININE = frozenset(
    """
    adapei administration admr agence agglo agglomeration alliance amicale antenne ars assemblee assistance
    association assurance autorite banque bibliotheque ca caf caisse carsat cc cellule cgss chambre clinique cnam cnsa
    collaboration collectivite commission communaute commune compagnie concertation confederation cooperative
    coordination cpam cpts creche croix crsa cu dd ddass ddets ddt delegation direction distribution division
    docteure dre dreets drsm ecole eglise emsp entente entreprise equipe esp ess eurometropole exposition faculte
    famille fccis fecop federation feecoia femag femage femas femasaura femasco femasif fhf filiere fmps fondation
    formation gendarmerie gouvernance had halte has infirmerie initiative inspection instance institution
    intercommunalite ireps ligue mairie maison marpa mdph mds mediatheque metropole mission mjc msa msap msp
    mutualite mutuelle organisation paroisse permanence pharmacie plateforme pmi police polyclinique poste pre
    prefecture prevention professeure protection province pta recherche region representation residence rtps scic
    scm scop scp selarl sem sisa societe sous spl structure union unite universite urps ville
    """.split()
)
_MASCULINE = frozenset(
    """
    accueil atelier bureau bus cabinet camion camsp canton carrefour ccas ccoms cd cdoi cdom cegidd centre cercle ch
    chr chru chu cias cic cidff cinema clic cls clsm club cluster cmp cmpp cnr codes collectif college comite
    commissariat congres conseil conservatoire consortium contrat copil cotech cpias creai creps cres crom csapa cts
    dac departement dispositif district docteur dr ehpad epci epsm esat espace etablissement etat festival fonds
    forum foyer gcs gcsms gem ght gie gip groupama groupe groupement hopital hospice ime institut jardin lab
    laboratoire lien lieu living local lycee magasin marche ministere mouvement musee observatoire office ordre parc
    pays petr plie pole pr professeur programme projet prs ptsm quartier rassemblement rectorat relais reseau rotary
    salon samsah samu savs sdis secours secretariat senat service sessad siege sivom sivu smur spasad ssiad syndicat
    territoire theatre tiers tribunal village
    """.split()
)
#: Plurals that are not the singular and one letter.
_PLURAL = frozenset(("hopitaux", "reseaux", "locaux", "hcl"))
_PEOPLE = frozenset(
    """
    adjoint aidant aide ami amie benevole commune conseiller dentiste docteur elu etudiant famille generaliste
    habitant infirmier infirmiere interne jeune kine kinesitherapeute maire medecin orthophoniste parent patient
    pharmacie pharmacien pompier praticien professionnel resto sage sapeur senior soignant usager voisin
    """.split()
)
_SINGULAR_IN_S = frozenset(
    "ars codes cls cpts cres cress creps ess femas fonds gcs has ireps pays prs rtps savs secours urps".split()
)
#: What may stand before the noun.
_BEFORE = frozenset("haut haute grand grande petit petite nouveau nouvelle jeune premier premiere".split())
_TYPED = re.compile(r"(?i)(?:(le|la|les) |(l)['’])(?=\S)")


def article_of(name: str) -> tuple[str, str]:
    """Return the article a body's name takes in a sentence, « la », « le », « l’ », « les » or none, and the name without it.

    The first noun tells; an acronym that nothing is known of takes « la » where it begins like « Fédération », « l’ »
    before a vowel; a proper name none: « avec AVECsanté Bretagne ». An article typed stays.
    """
    if typed := _TYPED.match(name):
        return (typed[1].lower() if typed[1] else "l’"), name[typed.end() :]
    words = fold(name).split()
    first = next((noun for noun in words if noun not in _BEFORE), "")
    word = re.split(r"[\s’'\-–,(]", name.strip(), maxsplit=1)[0]
    if first in _PLURAL or (first.endswith("s") and first not in _SINGULAR_IN_S and _known(first[:-1])):
        return "les", name
    if first in _FEMININE or first in _MASCULINE:
        return "l’" if joined(name) else "la" if first in _FEMININE else "le", name
    if word.isalpha() and word.isupper() and len(word) > 2 and word[0] in "AEÉIOUF" and not word.startswith("AVECSANT"):
        return "la" if word[0] == "F" else "l’", name
    return "", name


def the_body(name: str) -> str:
    """Return « la Fédération corse… », « l’ARS », « AVECsanté Bretagne »."""
    article, rest = article_of(name)
    return rest if not article else f"l’{rest}" if article == "l’" else f"{article} {rest}"


def of_body(name: str) -> str:
    """Return « de la Fédération corse… », « du GIP… », « des Maisons… », « de l’ARS », « d’AVECsanté Bretagne »."""
    article, rest = article_of(name)
    if article in ("le", "les"):
        return f"{'du' if article == 'le' else 'des'} {rest}"
    whole = the_body(name)
    return f"d’{rest}" if not article and joined(rest) else f"de {whole}"


def at_body(name: str) -> str:
    """Return « à la Fédération corse… », « au GIP… », « aux Maisons… », « à l’ARS », « à AVECsanté Bretagne »."""
    article, rest = article_of(name)
    if article in ("le", "les"):
        return f"{'au' if article == 'le' else 'aux'} {rest}"
    return f"à {the_body(name)}" if article else f"à{NBSP}{rest}"


def with_body(name: str) -> str:
    """Return « avec la Fédération corse… », « avec AVECsanté Bretagne »."""
    return f"avec {the_body(name)}"


def federation_words(name: str) -> dict[str, str]:
    """Return what a model may name of a federation: `federation`, and `la_ de_la_ a_la_ avec_la_federation`.

    Where no name is known, it is « la fédération régionale ».
    """
    name = name or "fédération régionale"
    return {
        "federation": name,
        "la_federation": the_body(name),
        "de_la_federation": of_body(name),
        "a_la_federation": at_body(name),
        "avec_la_federation": with_body(name),
    }


def _known(word: str) -> bool:
    return word in _FEMININE or word in _MASCULINE or word in _PEOPLE

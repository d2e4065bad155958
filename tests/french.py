"""Faults of French that a machine can see: articles, elision, number, gender, capitals, spaces, braces left."""

from __future__ import annotations

import re

#: Ten towns: every kind of article and elision, an overseas one, the longest names.
TOWNS = (
    ("Le Grand-Bourg", "23095"),
    ("Les Abymes", "97101"),
    ("Aubusson", "23008"),
    ("La Souterraine", "23176"),
    ("L’Haÿ-les-Roses", "94038"),
    ("Haute-Goulaine", "44071"),
    ("Hyères", "83069"),
    ("Yssingeaux", "43268"),
    ("Porto-Vecchio", "2A247"),
    ("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "51513"),
)
#: Federations: a feminine noun, an elided one, a masculine one, proper names, an acronym of each kind.
FEDERATIONS = (
    "Fédération de l’exercice coordonné et des maisons de santé du Grand Est",
    "Association pour le développement de l’exercice coordonné en Pays de la Loire",
    "Groupement des équipes",
    "AVECsanté Nouvelle-Aquitaine",
    "FEMAGE",
    "APMSL",
)
_SAME_IN_BOTH = "mois|fois|temps|cours|avis|accès|pas|sous|plus|sans|dans|ans?|jours ouvrés"
_VOWEL = "AEIOUYÀÂÉÈÊËÎÏÔÖÛŒaeiouyàâéèêëîïôöûœ"
_FAULTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("braces left", re.compile(r"[{}|]")),
    ("« de Le », « à Les »", re.compile(r"\b(?:[Dd]e|[Àà])[ \u00a0]Les?[ \u00a0](?=[A-ZÉ])")),
    ("no elision", re.compile(rf"(?<![-\w])(?:[DdLlJj]e|[Qq]ue)[ \u00a0](?=[{_VOWEL}])(?!onz|oui|yaourt|[Yy][aeo]\b|État\b)")),
    ("an elision too many", re.compile(r"\b[DdLl]’(?=[bcdfgjklmnpqrstvwxzBCDFGJKLMNPQRSTVWXZ])")),
    ("a plural after one", re.compile(rf"(?<![\d,.\u00a0\u202f–-])[01][ \u00a0](?!(?:{_SAME_IN_BOTH})\b)[a-zé]+s\b")),
    ("two spaces", re.compile(r"[ \u00a0\u202f]{2}")),
    ("an acronym with a small letter", re.compile(r"\b[a-zé](?=[A-Z]{2})(?!M)")),
    ("no article before a body", re.compile(r"\b(?:[Aa]vec|[Pp]ar|[Dd]e|[Dd]’|à|pour)[ \u00a0]?(?:Fédération|Association|Groupement|Union)\b")),
    ("a space too many", re.compile(r" [,.)]|\( ")),
    ("two stops", re.compile(r"(?<!\.)\.\.(?!\.)|,,|,\.|\. \.")),
    ("nothing between marks", re.compile(r"\(\)|«[ \u00a0]*»|\bNone\b")),
    ("a capital after a semicolon", re.compile(r";[ \u00a0](?:[A-Z][a-zéè]+er|Les?|La|Un|Une|Des) ")),
)  # fmt: skip
_ABOUT_THE_MAYOR = re.compile(r"\b(?:[Ll]e|[Dd]u|[Aa]u) [Mm]aire\b")
_ABOUT_A_WOMAN = re.compile(
    r"\b(?:[Ll]e|[Dd]u|[Aa]u|[Uu]n) (?:référent|adjoint|conseiller|infirmier|pharmacien)\b|\b(?:référent santé|excusé|adjoint au maire)\b(?!e)"
)
#: What the law says of any mayor, and what names nobody.
_OF_ANY_MAYOR = re.compile(
    r"élection du maire et des adjoints|adjoints au maire|que le maire peut déléguer|responsabilité du maire|autorité du maire|nom du maire|Déroulé du maire|fonctions du maire|pouvoirs du maire"
)


def faults(text: str, *, woman_mayor: bool | None = None, woman: bool | None = None) -> list[str]:
    """Return the faults of a text, each with the words around it.

    With a woman as mayor, or as the référent, words in the masculine are faults; with a man, « la maire » is one.
    """
    found = [(what, match) for what, pattern in _FAULTS for match in pattern.finditer(text)]
    bare = _OF_ANY_MAYOR.sub(lambda match: "x" * len(match[0]), text)
    if woman_mayor:
        found += [("masculine of a woman mayor", match) for match in _ABOUT_THE_MAYOR.finditer(bare)]
    elif woman_mayor is False:
        found += [("feminine of a man mayor", match) for match in re.finditer(r"\b[Ll]a [Mm]aire\b", text)]
    if woman:
        found += [("masculine of a woman", match) for match in _ABOUT_A_WOMAN.finditer(text)]
    return [f"{what}: …{text[max(0, match.start() - 30) : match.end() + 30]}…" for what, match in found]

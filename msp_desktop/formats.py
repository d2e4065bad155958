"""French dates, hours, numbers, names and typography: one module for screen and paper. Standard library only."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time

NBSP, NNBSP = "\u00a0", "\u202f"

_DAYS = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
        "septembre", "octobre", "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December",
    ),
}  # fmt: skip
_WORDS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
)  # fmt: skip
_ARTICLES = {"le ": ("du ", "au "), "les ": ("des ", "aux ")}
_VOWELS = "aeiouyàâäéèêëîïôöùûüœæh"
_FEMININE = ("mme", "madame", "mlle", "mademoiselle", "dre", "docteure", "pre", "professeure")
#: Names a file may not bear on Windows, whatever its ending.
_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"com{n}" for n in range(1, 10)),
    *(f"lpt{n}" for n in range(1, 10)),
}


# --- dates and hours ---------------------------------------------------------------------------


def month_name(number: int, lang: str = "fr") -> str:
    """Return the name of a month, 1 to 12."""
    return _MONTHS[lang][number - 1]


def weekday_name(day: date, lang: str = "fr") -> str:
    """Return the name of the day of the week."""
    return _DAYS[lang][day.weekday()]


def short_date(day: date, lang: str = "fr") -> str:
    """Return « 12 mai », « 1er mai »."""
    number = "1er" if day.day == 1 and lang == "fr" else str(day.day)
    return f"{number}{NBSP}{month_name(day.month, lang)}"


def medium_date(day: date, lang: str = "fr") -> str:
    """Return « 12 mai 2026 »."""
    return f"{short_date(day, lang)} {day.year}"


def day_date(day: date, lang: str = "fr") -> str:
    """Return « mardi 12 mai »."""
    return f"{weekday_name(day, lang)}{NBSP}{short_date(day, lang)}"


def long_date(day: date, lang: str = "fr") -> str:
    """Return « mardi 12 mai 2026 »."""
    return f"{day_date(day, lang)} {day.year}"


def near_date(day: date, today: date, lang: str = "fr") -> str:
    """Return « mardi 12 mai », with the year where it is not this one's."""
    return day_date(day, lang) if day.year == today.year else long_date(day, lang)


def clock(moment: time) -> str:
    """Return « 18 h 30 », « 18 h »."""
    return f"{moment.hour}{NBSP}h" + (f"{NBSP}{moment.minute:02d}" if moment.minute else "")


def duration(minutes: int) -> str:
    """Return « 1 h 25 », « 1 h », « 45 min » of a number of minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}{NBSP}min"
    return f"{hours}{NBSP}h" + (f"{NBSP}{rest:02d}" if rest else "")


def parse_date(text: str, today: date) -> date | None:
    """Return the date people type: « 12/5/26 », « 12 mai », « 1er mai 2026 », « 2026-05-12 »; None where empty.

    Without a year, the one nearest to `today` is meant. Raise ValueError for what is no date (« 31/02 »).
    """
    words = fold(text).split()
    if not words:
        return None
    if words[0] == "le":
        words = words[1:]
    if words and words[0] in {fold(name) for name in _DAYS["fr"]}:
        words = words[1:]
    if len(words) == 3 and len(words[0]) == 4 and words[0].isdecimal():
        words.reverse()
    if not 2 <= len(words) <= 3 or any(len(word) > 9 for word in words):
        raise ValueError(text)
    day = int(re.sub(r"^1er$", "1", words[0]))
    month = int(words[1]) if words[1].isdecimal() else _month_number(words[1])
    if len(words) == 3:
        year = int(words[2])
        return date(year + 2000 if year < 100 else year, month, day)
    candidates = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            candidates.append(date(year, month, day))
        except ValueError:
            continue
    if not candidates:
        raise ValueError(text)
    return min(candidates, key=lambda candidate: abs((candidate - today).days))


def parse_clock(text: str) -> time | None:
    """Return the hour people type: « 18h30 », « 18:30 », « 18 h », « 1830 »; None where empty. Raise ValueError."""
    if not text.strip():
        return None
    matched = re.fullmatch(r"(\d{1,2})(?:\s*(?:h|:|\.|heures?)\s*(\d{1,2})?|(\d{2}))?", fold_spaces(text).lower())
    if not matched:
        raise ValueError(text)
    return time(int(matched[1]), int(matched[2] or matched[3] or 0))


def parse_minutes(text: str) -> int | None:
    """Return the minutes people type: « 25 », « 25 min », « 1 h 10 »; None where empty. Raise ValueError."""
    spaced = fold_spaces(text).lower()
    if not spaced:
        return None
    matched = re.fullmatch(r"(?:(\d{1,2})\s*h\s*(\d{1,2})?|(\d{1,3})\s*(?:min(?:utes?)?|mn)?\.?)", spaced)
    if not matched:
        raise ValueError(text)
    if matched[3]:
        return int(matched[3])
    return int(matched[1]) * 60 + int(matched[2] or 0)


# --- numbers, telephones ------------------------------------------------------------------------


def number(value: int) -> str:
    """Return « 1 250 »."""
    return f"{value:,}".replace(",", NNBSP)


def decimal(value: float) -> str:
    """Return « 6 », « 2,5 »: at most two decimals, none where they are zero."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def inhabitants(count: int | None) -> str:
    """Return « 1 250 habitants », « 1 habitant », or nothing where the number is not known."""
    if count is None:
        return ""
    return f"{number(count)}{NBSP}habitant{'s' if count > 1 else ''}"


def in_letters(count: int, *, feminine: bool = False) -> str:
    """Return « trois », « une »: in letters up to sixteen, in figures beyond."""
    if count == 1 and feminine:
        return "une"
    return _WORDS[count] if 0 <= count < len(_WORDS) else number(count)


def counted(count: int, singular: str, plural: str | None = None) -> str:
    """Return « 3 actions », « 1 action », « 0 action » (French: plural from two on)."""
    word = (plural or singular + "s") if count > 1 else singular
    return f"{number(count)}{NBSP}{word}"


def phone(text: str) -> str:
    """Return a French number in pairs, « 01 99 00 12 34 », « +262 2 62 … » kept; anything else as typed."""
    digits = re.sub(r"[\s.\-/()\u00a0\u202f]", "", text.replace("(0)", ""))
    if re.fullmatch(r"(?:\+33|0033)\d{9}", digits):
        digits = "0" + digits[-9:]
    if re.fullmatch(r"0\d{9}", digits):
        return NBSP.join(digits[i : i + 2] for i in range(0, 10, 2))
    if re.fullmatch(r"\+(?:262|590|594|596)\d{9}", digits):
        rest = digits[4:]
        return NBSP.join([digits[:4], rest[0], *(rest[i : i + 2] for i in range(1, 9, 2))])
    return text.strip()


# --- names of communes and people ---------------------------------------------------------------


def elide(word: str, name: str) -> str:
    """Return « d’Évaux », « de Guéret » for word « de » (also « le », « que »…)."""
    if name[:1].lower() in _VOWELS and name[:1]:
        return f"{word[:-1]}’{name}"
    return f"{word} {name}"


def of_commune(name: str) -> str:
    """Return « de Guéret », « d’Évaux », « du Havre », « des Abymes », « de La Rochelle »."""
    for article, (of, _at) in _ARTICLES.items():
        if name.lower().startswith(article):
            return of + name[len(article) :]
    return elide("de", name)


def at_commune(name: str) -> str:
    """Return « à Guéret », « au Havre », « aux Abymes »."""
    for article, (_of, at) in _ARTICLES.items():
        if name.lower().startswith(article):
            return at + name[len(article) :]
    return f"à{NBSP}{name}"


def is_feminine(civility: str) -> bool:
    """Tell whether a civility typed is feminine; without one, words stay in the masculine form."""
    return fold(civility).partition(" ")[0] in _FEMININE


def gendered(civility: str, masculine: str, feminine: str) -> str:
    """Return the form that goes with a civility typed."""
    return feminine if is_feminine(civility) else masculine


# --- typography ---------------------------------------------------------------------------------

_KEPT = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[A-Za-z]:\\\S*")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\w)['\u02bc](?=\w)"), "’"),
    (re.compile(r"[ \u00a0\u202f]+([;!?])"), NNBSP + r"\1"),
    (re.compile(r"(?<=[\w)»])([;!?]+)(?=\s|$)"), NNBSP + r"\1"),
    (re.compile(r"(?<=[^\s:/\d\u00a0\u202f])[ \u00a0\u202f]+:(?=\s|$)"), NBSP + ":"),
    (re.compile(r"(?<=\d)[ \u00a0\u202f]+:(?=\s|$)"), NBSP + ":"),
    (re.compile(r"«[ \u00a0\u202f]*"), "«" + NBSP),
    (re.compile(r"[ \u00a0\u202f]*»"), NBSP + "»"),
    (re.compile(rf"\b(\d{{1,2}}|1er) ({'|'.join(_MONTHS['fr'])})\b"), r"\1" + NBSP + r"\2"),
    (re.compile(r"\b(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?=\d)", re.IGNORECASE), r"\1" + NBSP),
    (re.compile(r"\b(\d{1,2}) h (\d{2})\b"), r"\1" + NBSP + "h" + NBSP + r"\2"),
    (re.compile(r"\b(\d{1,2}) h\b"), r"\1" + NBSP + "h"),
    (re.compile(r"(?<=\d) (?=(?:km|cm|mm|m|min|minutes?|heures?|jours?|mois|ans?|habitants?|Mo)\b|[%€])"), NBSP),
    (re.compile(r"(?<![\d\u202f])(\d{1,3}) (?=\d{3}(?:\D|$))"), r"\1" + NNBSP),
    (re.compile(r"\b(M\.|Mme|Mmes|MM\.|Dr|Dre|Pr) (?=[A-ZÀ-Ý])"), r"\1" + NBSP),
    (re.compile(r"\b(à|À) (?=\d)"), r"\1" + NBSP),
    (re.compile(r"(\b(?:[LRD]|art|p)\.|\bn°) (?=\d)"), r"\1" + NBSP),
)  # fmt: skip


def french(text: str) -> str:
    """Return the text with French typography, once for all; addresses of mail and web are left alone."""
    pieces, last = [], 0
    for kept in _KEPT.finditer(text):
        pieces += [_typeset(text[last : kept.start()]), kept.group()]
        last = kept.end()
    return "".join([*pieces, _typeset(text[last:])])


def _typeset(text: str) -> str:
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


# --- search and file names ----------------------------------------------------------------------

_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "’": " ", "'": " ", "-": " ", "\u2011": " "}
)


def fold(text: str) -> str:
    """Return the text as search sees it: no accents, case, punctuation, ligatures; single spaces."""
    flat = unicodedata.normalize("NFKD", text).translate(_LIGATURES).casefold()
    return " ".join(
        "".join(char if char.isalnum() else " " for char in flat if not unicodedata.combining(char)).split()
    )


def fold_spaces(text: str) -> str:
    """Return the text with every run of spaces, unbreakable ones too, made one plain space."""
    return " ".join(text.split())


def slug(text: str, most: int = 60) -> str:
    """Return a name safe in a file on any system: « saint-exemple »; « dossier » where nothing is left."""
    name = "-".join(re.findall(r"[a-z0-9]+", fold(text)))[:most].strip("-")
    if not name:
        return "dossier"
    return f"{name}-dossier" if name in _RESERVED else name


def _month_number(word: str) -> int:
    matches = [index for index, name in enumerate(_MONTHS["fr"], 1) if fold(name).startswith(word.rstrip("."))]
    if len(word) < 3 or len(matches) != 1:
        raise ValueError(word)
    return matches[0]

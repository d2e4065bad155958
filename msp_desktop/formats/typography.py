"""French typography: curly apostrophes, the right no-break spaces."""

from __future__ import annotations

import re

from msp_desktop.formats import NBSP, NNBSP
from msp_desktop.formats.quick import MONTHS

_KEPT = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[A-Za-z]:\\\S*")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\w)['\u02bc](?=\w)"), "’"),
    (re.compile(r"[ \u00a0\u202f]+([;!?])"), NNBSP + r"\1"),
    (re.compile(r"(?<=[\w)»])([;!?]+)(?=\s|$)"), NNBSP + r"\1"),
    (re.compile(r"(?<=[^\s:/\d\u00a0\u202f])[ \u00a0\u202f]+:(?=\s|$)"), NBSP + ":"),
    (re.compile(r"(?<=\d)[ \u00a0\u202f]+:(?=\s|$)"), NBSP + ":"),
    (re.compile(r"«[ \u00a0\u202f]*"), "«" + NBSP),
    (re.compile(r"[ \u00a0\u202f]*»"), NBSP + "»"),
    (re.compile(rf"\b(\d{{1,2}}|1er) ({'|'.join(MONTHS['fr'])})\b"), r"\1" + NBSP + r"\2"),
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

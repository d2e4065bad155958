"""E-mail addresses, read out of what people type and paste, and written as a header takes them."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from msgspec import Struct

from msp_desktop.formats.text import fold, quoted
from msp_desktop.i18n import _

#: Octets before the @, and of the whole address (RFC 5321, 4.5.3.1; the path's own 256 count its angle brackets).
_LOCAL, _WHOLE = 64, 254
#: How many wrong addresses one sentence names.
_NAMED = 3
#: A mailbox's name without quotes (RFC 5322, atext); the quoted kind is one nobody has.
_BEFORE = re.compile(r"[\w!#$%&'*+=?^`{}~-]+(?:\.[\w!#$%&'*+=?^`{}~-]+)*")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_AT = re.compile(
    r"\s*(?:\[\s*(?:at|arobase|à)\s*\]|\(\s*(?:at|arobase)\s*\)|\{\s*at\s*\}|\s(?:arobase|arrobase)\s)\s*", re.I
)
_DOT = re.compile(r"\s*(?:\[\s*(?:dot|point)\s*\]|\(\s*(?:dot|point)\s*\))\s*", re.I)
_BETWEEN = re.compile(r"[,;/|\n·•]+|\s+(?:ou|et|and|or|-|–|—)\s+", re.I)
_ANGLE = re.compile(r"<([^<>]*)>")
#: What stands beside an address: a link's beginning, a name between quotes, words between brackets.
_REMARK = re.compile(r"mailto ?: ?(?://)?|\([^()@]*\)|\"[^\"@]*\"|«[^«»@]*»", re.I)
#: What a link adds to an address: « ?subject=Bonjour ».
_QUERY = re.compile(r"\?(?:subject|body|cc|bcc)=[^<>\n]*", re.I)
#: An address between other brackets than « <> »: « Béa Roux [mailto:…] », « Béa Roux (…) ».
_BRACKETS = re.compile(r"\[([^\[\]()@]*@[^\[\]()@]*)\]|\(([^\[\]()@]*@[^\[\]()@]*)\)")
#: What may stand at the ends of an address without being part of it.
_ENDS = " .,;:<>\"'“”‘’«»()[]"
#: What may be said before an address: « Courriel : », « e-mail : », « secrétariat : ».
_SAID_BEFORE = re.compile(r"^[^@:]{0,60}:\s+")
#: What stands as it is in an address of a link (RFC 6068, 2).
_IN_A_LINK = "@!$'*+"
#: Letters that the codec would write as others, and so send elsewhere (RFC 5894, 7.2).
_CHANGED = set("ßẞς")


class Wrong(Struct, frozen=True):
    """Words that are no address; `accents` where only a letter before the @ stands in the way."""

    text: str
    accents: bool = False


class Emails(Struct, frozen=True):
    """What was found in somebody's words, in their order, each once.

    `addresses` are ASCII, as headers take them (`hôpital-exemple.fr` is `xn--hpital-exemple-0ob.fr`); `shown` are the same as people
    write them; `wrong` is what is no address.
    """

    addresses: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    wrong: tuple[Wrong, ...] = ()

    @property
    def kept(self) -> str:
        """Return the addresses as a field keeps and shows them."""
        return ", ".join(self.shown)


def read_emails(text: str) -> Emails:
    """Return the addresses in what is typed: names around them, « mailto: », two in one field, « [at] »."""
    words = _plain(text)
    found: dict[str, tuple[str, str]] = {}
    wrong: list[Wrong] = []
    for piece in _pieces(words):
        address = _address(piece)
        if isinstance(address, Wrong):
            wrong.append(address)
        else:
            found.setdefault(address[0].casefold(), address)
    if wrong and not found and words.count("@") <= 1:
        # One address typed wrong is quoted whole, not in the pieces that a comma for a dot makes of it.
        accents = len(wrong) == 1 and wrong[0].accents
        wrong = [Wrong(" ".join(text.split()), accents)]
    addresses, shown = [one[0] for one in found.values()], [one[1] for one in found.values()]
    return Emails(tuple(addresses), tuple(shown), tuple(dict.fromkeys(wrong)))


def headers_of(text: str) -> tuple[str, ...]:
    """Return what of a stored field may be written into a header; the rest of it is left out."""
    return read_emails(text).addresses


def in_a_link(address: str) -> str:
    """Return an address, or several, as a « mailto: » link has it."""
    return quote(address, safe=_IN_A_LINK)


def wrong_sentence(found: Emails) -> str:
    """Return in one sentence what is no address in what was typed, empty where all is."""
    texts = [quoted(wrong.text) for wrong in found.wrong]
    if not texts:
        return ""
    if len(texts) > 1:
        listed = ", ".join(f"«\u00a0{text}\u00a0»" for text in texts[:_NAMED]) + (" …" if texts[_NAMED:] else "")
        return _("These are not e-mail addresses: {listed}; check them, letter by letter.").format(listed=listed)
    if found.wrong[0].accents:
        return _("« {text} » is not an e-mail address: there are no accents before the @.").format(text=texts[0])
    return _("« {text} » is not an e-mail address: check it, letter by letter.").format(text=texts[0])


def _plain(text: str) -> str:
    """Return the words without what no address holds: look-alikes, invisible marks, « [at] », « mailto: », remarks."""
    shown = _spaced(unicodedata.normalize("NFC", text)).replace("＠", "@").replace("﹫", "@")
    shown = "".join(c for c in shown if c == "\n" or unicodedata.category(c) not in ("Cf", "Cc"))
    shown = _QUERY.sub("", _DOT.sub(".", _AT.sub("@", shown)))
    return _spaced(_REMARK.sub(" ", _BRACKETS.sub(lambda found: f" <{found[1] or found[2]}> ", shown)))


def _spaced(text: str) -> str:
    """Return the lines that hold something, one space between their words: long blanks make the patterns slow."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def _pieces(words: str) -> list[str]:
    """Return the parts that should each be an address, without the names around them."""
    found: list[str] = []
    rest = 0
    for angle in _ANGLE.finditer(words):
        found += _bare(words[rest : angle.start()], named=True)
        found += _bare(angle[1], named=False)
        rest = angle.end()
    return found + _bare(words[rest:], named=False)


def _bare(words: str, *, named: bool) -> list[str]:
    """Return what should be addresses in words without angle brackets; `named` ends with a name, which is dropped."""
    parts = [part.strip() for part in _BETWEEN.split(words)]
    parts = [part for part in parts if part.strip(_ENDS)]
    while named and parts and _is_name(parts[-1]):
        parts.pop()  # « Durand, Paul <…> »: a name may itself hold a comma
    found: list[str] = []
    for part in parts:
        part = _SAID_BEFORE.sub("", part)
        if part.count("@") == 1 and len(part.split()) > 1:
            part = _joined(part)
        tokens = part.split()
        if len(tokens) > 1 and all("@" in token for token in tokens):
            found += tokens
        elif part:
            found.append(part)
    return found


def _is_name(part: str) -> bool:
    return "@" not in part and not re.search(r"\d|\.\S", part)


def _joined(part: str) -> str:
    """Return « bea @ exemple.fr » in one word; two words before the @ stay two, since one may be missing a dot."""
    before, _at, after = part.partition("@")
    if len(before.split()) == 1 and len(after.split()) == 1:
        return f"{before.strip()}@{after.strip()}"
    return part


def _address(piece: str) -> tuple[str, str] | Wrong:
    """Return an address for headers and as people write it, or what is wrong."""
    bare = piece.rstrip(_ENDS + "?!*").lstrip(_ENDS.replace(".", ""))
    before, at, domain = bare.rpartition("@")
    given = " ".join(piece.split())
    if not at or "@" in before or len(bare) > _WHOLE or any(c.isspace() for c in bare):
        return Wrong(given)
    encoded = _domain(domain)
    if encoded is None or not _BEFORE.fullmatch(before):
        return Wrong(given)
    if not before.isascii():
        return Wrong(given, accents=True)
    if len(before) > _LOCAL or len(before) + 1 + len(encoded) > _WHOLE:
        return Wrong(given)
    return f"{before}@{encoded}", f"{before}@{_readable(encoded)}"


def _domain(domain: str) -> str | None:
    """Return a domain in small ASCII letters (RFC 3490, by Python's own codec: enough for accented letters)."""
    labels: list[str] = []
    if set(domain) & _CHANGED:
        return None
    for label in domain.split("."):
        try:
            encoded = label.encode("idna").decode() if label else ""
        except UnicodeError:
            return None
        encoded = encoded.lower()
        if not _LABEL.fullmatch(encoded) or len(encoded) > 63:
            return None
        labels.append(encoded)
    last = labels[-1]
    if len(labels) < 2 or len(last) < 2 or not (last.isalpha() or last.startswith("xn--")):
        return None
    return ".".join(labels)


def _readable(encoded: str) -> str:
    """Return a domain with its accents; one that only looks like another's letters stays as headers write it."""
    try:
        shown = ".".join(label.encode().decode("idna") for label in encoded.split("."))
        return shown if fold(shown).replace(" ", "").isascii() and _domain(shown) == encoded else encoded
    except UnicodeError:
        return encoded

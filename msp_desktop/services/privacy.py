"""What the town hall says of the data it keeps: the notice, its short forms, the sheet of the register, the rule of retention.

The law: règlement (UE) 2016/679 (RGPD), articles 13, 14 and 30; a commune has a data protection officer (article 37.1.a).
"""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune, Wording
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.people import Person
from msp_desktop.domain.privacy import Answer, PrivacySheet
from msp_desktop.domain.referent import ReferentKind
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.french.models import filled
from msp_desktop.formats.french.people import gendered
from msp_desktop.formats.phones import phone
from msp_desktop.i18n import _
from msp_desktop.method.privacy import KitAnswer, KitSheet, kit_privacy
from msp_desktop.services.letterhead import current_referent, letterhead

#: The town's own rule of retention, among its words in place of the method's.
RETENTION = "privacy.retention"
#: What is left to write by hand where the officer is not known.
_OFFICER_BLANKS = ("Nom", "Courriel, téléphone")


def notice_sheet(reader: Reader) -> PrivacySheet:
    """Return the notice of articles 13 and 14."""
    return _sheet(kit_privacy().notice, _words(reader))


def register_sheet(reader: Reader, today: date) -> PrivacySheet:
    """Return the sheet of the register of article 30; `today` is when it is brought up to date."""
    reviewed = reader.one(Commune, 1).privacy_reviewed_on
    said = f"Personnes relues le {long_date(reviewed)}." if reviewed else "Personnes pas encore relues."
    words = _words(reader) | {"jour": long_date(today), "relecture": said}
    return _sheet(kit_privacy().register, words)


def attendance_notice(reader: Reader) -> str:
    """Return what the sheet to sign says."""
    return _short(kit_privacy().short.attendance, _short_words(reader))


def inventory_notice(reader: Reader) -> str:
    """Return what the papers of the inventory say."""
    return _short(kit_privacy().short.inventory, _short_words(reader) | {"duree": retention(reader)})


def letter_notice(reader: Reader, person: Person) -> str:
    """Return what a letter says to whom it goes to, with where their data came from if that is noted (article 14.2.f)."""
    short, origin = kit_privacy().short, person.known_from.strip().rstrip(".")
    source = short.source_of.format(origine=origin) if origin else ""
    return _short(short.invitation, _short_words(reader) | {"source": source})


def retention(reader: Reader) -> str:
    """Return how long data are kept: the town's own rule, else the method's."""
    own = reader.find(Wording, code=RETENTION)
    return own.text if own else kit_privacy().retention


def keep_retention(store: Store, text: str) -> None:
    """Store the town's own rule of retention; nothing, or the method's words, brings the method's back."""
    text = text.strip()
    with store.write(_("How long data are kept"), merges=True) as transaction:
        present = transaction.find(Wording, code=RETENTION)
        if not text or text == kit_privacy().retention:
            if present is not None:
                transaction.delete(Wording, present.id)
        elif present is not None:
            transaction.update(present.id, Change(Wording, text=text))
        else:
            transaction.insert(Wording(code=RETENTION, text=text))


def where_to_write(reader: Reader) -> str:
    """Return the e-mail and the telephone by which somebody asks about their data."""
    return _short_words(reader)["joindre"]


def missing_words(reader: Reader) -> tuple[str, ...]:
    """Return what whoever prints the notice or the register should know: what is left to write by hand, what to check."""
    commune, head = reader.one(Commune, 1), letterhead(reader)
    said = []
    if not _officer(commune):
        said.append(
            _("Data protection officer not known: lines are left to write. A commune must have one; the form of the "
              "commune keeps it.")
        )  # fmt: skip
    if not (head.address and any(head.ways)):
        said.append(_("Where to write to the town hall is not complete: fill in the form of the commune."))
    said.append(_("If the town hall uses a mail or a storage outside the European Union, tell its officer first."))
    return tuple(said)


def _sheet(kit: KitSheet, words: dict[str, str]) -> PrivacySheet:
    return PrivacySheet(kit.title, kit.subtitle, kit.foot, tuple(_answer(row, words) for row in kit.rows))


def _answer(row: KitAnswer, words: dict[str, str]) -> Answer:
    if row.code == "dpo" and not words["delegue"]:
        return Answer(row.question, blanks=_OFFICER_BLANKS)
    text, bullets = filled(row.text, words).strip(), tuple(filled(line, words) for line in row.bullets)
    return Answer(row.question, text, bullets, row.strong, row.blanks, row.ticks)


def _short(text: str, words: dict[str, str]) -> str:
    return " ".join(part for part in filled(text, words).split(" ") if part)


def _words(reader: Reader) -> dict[str, str]:
    """Return what the pages name in braces."""
    commune, head = reader.one(Commune, 1), letterhead(reader)
    return _short_words(reader) | {
        "responsable": _controller(head),
        "referent": _referent(reader),
        "duree": retention(reader),
        "delegue": _officer(commune),
    }


def _short_words(reader: Reader) -> dict[str, str]:
    """Return what the short forms name: a paper is not out of date for what it does not say."""
    commune, head = reader.one(Commune, 1), letterhead(reader)
    telephone, email = head.ways
    officer = commune.dpo_email or phone(commune.dpo_phone) or commune.dpo_name.strip()
    return head.words() | {
        "joindre": ", ".join(filter(None, (email, telephone))) or "auprès de la mairie",
        "joindre_court": email or telephone or "auprès de la mairie",
        "delegue_court": kit_privacy().short.dpo.format(joindre_delegue=officer) if officer else "",
        "source": "",
    }


def _officer(commune: Commune) -> str:
    """Return « Centre de gestion, dpo@exemple.fr, 05 55 00 00 00 », as much of it as is known."""
    return ", ".join(filter(None, (commune.dpo_name.strip(), commune.dpo_email, phone(commune.dpo_phone))))


def _controller(head: Letterhead) -> str:
    """Return « son maire, Jean-Pierre Faure\u00a0: 2, place de la Mairie, mairie@exemple.fr »."""
    named = ", ".join(filter(None, (gendered(head.mayor_civility, "son maire", "sa maire"), head.mayor)))
    where = ", ".join(filter(None, (*head.address, head.email or head.phone)))
    return f"{named}\u00a0: {where}" if where else named


def _referent(reader: Reader) -> str:
    """Return what the référent is called without a name: « la référente santé », « le binôme référent santé »."""
    term = current_referent(reader)
    if term is not None and term.kind is ReferentKind.PAIR:
        return "le binôme référent santé"
    person = reader.find(Person, id=term.person_id) if term is not None and term.person_id else None
    return gendered(person.civility if person else "", "le référent santé", "la référente santé")

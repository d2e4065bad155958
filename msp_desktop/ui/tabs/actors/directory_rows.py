"""The rows of the directory: people and bodies under their families, federations under their regions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from msp_desktop.domain.directory import DirectoryLine, Family, FamilyLines
from msp_desktop.domain.federations import NATIONAL, FederationView
from msp_desktop.domain.follow_ups import FollowUp, Owed
from msp_desktop.domain.search import folded, stands_in, terms
from msp_desktop.formats.dates import near_date
from msp_desktop.formats.quick import short_near_date
from msp_desktop.i18n import N_, _, language, ngettext
from msp_desktop.ui.widgets.list_rows import EDGE, ListRow, Words

FAMILY_WORDS = {
    Family.TOWN_HALL: N_("Town hall"),
    Family.PROFESSIONALS: N_("Health professionals"),
    Family.INSTITUTIONS: N_("Federation and institutions"),
    Family.SOCIAL: N_("Social services, associations"),
    Family.OTHERS: N_("Others"),
}
#: Widths of the columns, in pixels at 100 %: wide, and where there is less room.
WIDE = {"detail": 232, "phone": 122, "last": 142, "due": 148}
MIDDLE = {"detail": 170, "phone": 122, "due": 140}
FEDERATIONS_WIDE = {"region": 190, "phone": 122, "email": 236}
FEDERATIONS_MIDDLE = {"region": 190, "phone": 122}


def people_rows(families: Sequence[FamilyLines], widths: dict[str, int], today: date) -> list[ListRow]:
    """Return the rows of everybody; without `widths` each row has two lines."""
    shape = tuple(widths.items())
    rows: list[ListRow] = []
    for held in families:
        words = _(FAMILY_WORDS[held.family])
        rows.append(ListRow(f"family {held.family}", words, 28, words, tail=_counted(held), band="wash"))
        rows += [_person(line, shape, today, language()) for line in held.lines]
    return rows


def people_titles(widths: dict[str, int]) -> tuple[str, list[tuple[str, int]]]:
    """Return the titles over the columns."""
    words = {
        "detail": _("Role or profession"),
        "phone": _("Telephone"),
        "last": _("Last exchange"),
        "due": _("Follow-up"),
    }
    return _("Name"), [(words[key], width) for key, width in widths.items()]


def answers(view: FederationView, text: str) -> bool:
    """Tell whether every word of a text stands in what is said of a federation."""
    said = (view.name, view.full_name, view.deduced, view.region, view.phone, view.email)
    return stands_in(folded(" ".join(said)), terms(text))


def federation_rows(views: Sequence[FederationView], widths: dict[str, int]) -> list[ListRow]:
    """Return the rows of the federations: the town's own, the national contact, the other regions."""
    own = [view for view in views if view.own]
    national = [view for view in views if view.code == NATIONAL and not view.own]
    others = [view for view in views if not view.own and view.code != NATIONAL]
    rows: list[ListRow] = []
    for key, words, held in (
        ("own", _("The federation of your region"), own),
        ("national", _("The national contact"), national),
        ("others", _("The other regions"), others),
    ):
        if held:
            rows.append(ListRow(f"heading {key}", words, 28, words, band="wash"))
            rows += [_federation(view, widths) for view in held]
    return rows


def federation_titles(widths: dict[str, int]) -> tuple[str, list[tuple[str, int]]]:
    """Return the titles over the columns of the federations."""
    words = {"region": _("Region"), "phone": _("Telephone"), "email": _("E-mail")}
    return _("Federation"), [(words[key], width) for key, width in widths.items()]


def due_words(owed: FollowUp, today: date) -> tuple[str, str, str]:
    """Return when what is owed is due: words, colour token, icon."""
    if owed.state is Owed.LATE:
        words = ngettext("{count} day late", "{count} days late", owed.days_late).format(count=owed.days_late)
        return words, "late", "late"
    if owed.state is Owed.TODAY:
        return _("today"), "accent", "clock"
    if owed.due is None:
        return _("without a date"), "ink2", "todo"
    return near_date(owed.due, today, language()), "ink2", "todo"


def _counted(held: FamilyLines) -> str:
    people = ngettext("{count} person", "{count} people", held.people).format(count=held.people)
    bodies = ngettext("{count} body", "{count} bodies", held.bodies).format(count=held.bodies)
    words = ", ".join(part for part, count in ((bodies, held.bodies), (people, held.people)) if count)
    if held.family is Family.PROFESSIONALS and held.here:
        return _("{people}, of whom {count} in the town").format(people=words, count=held.here)
    return words


# Kept, since after an edit all but one of hundreds of rows are what they were.
@lru_cache(maxsize=4096)
def _person(line: DirectoryLine, shape: tuple[tuple[str, int], ...], today: date, words_in: str) -> ListRow:
    widths = dict(shape)
    last = near_date(line.last_on, today, words_in) if line.last_on else "–"
    short = short_near_date(line.last_on, today, words_in) if line.last_on else ""
    owed = line.follow_up
    soon = owed is not None and owed.due is not None and owed.state not in (Owed.LATE, Owed.TODAY)
    due_short = short_near_date(owed.due, today, words_in) if owed is not None and owed.due is not None and soon else ""
    due = due_words(line.follow_up, today) if line.follow_up else ("", "ink2", "")
    texts = {
        "detail": Words(line.detail, width=widths.get("detail", 0)),
        "phone": Words(line.phone, width=widths.get("phone", 0)),
        "last": Words(last, "ink2", width=widths.get("last", 0), short=short),
        "due": Words(due[0], due[1], due[2], width=widths.get("due", 0), short=due_short),
    }
    spoken = (line.name, line.detail, line.phone, due[0] and _("follow-up: {when}").format(when=due[0]))
    under = ", ".join(filter(None, (line.detail, line.phone)))
    return ListRow(
        line.id,
        line.name,
        28 if widths else 48,
        ", ".join(filter(None, spoken)),
        lead=EDGE,
        second=None if widths else Words(under, "ink2", size=0.9),
        columns=tuple(texts[key] for key in widths)
        if widths
        else (Words(due[0], due[1], due[2], width=150, short=due_short),),
    )


def _federation(view: FederationView, widths: dict[str, int]) -> ListRow:
    name = view.deduced or view.name
    texts = {"region": view.region, "phone": view.phone, "email": view.email}
    under = ", ".join(filter(None, (view.region, view.phone)))
    return ListRow(
        f"federation:{view.code}",
        name,
        28 if widths else 48,
        ", ".join(filter(None, (name, view.region, view.phone, view.email))),
        lead=EDGE,
        second=None if widths else Words(under, "ink2", size=0.9),
        columns=tuple(Words(texts[key], width=width) for key, width in widths.items()),
    )

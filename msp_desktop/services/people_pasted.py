"""People pasted from a spreadsheet or a list: each cell is what it looks like, and nothing is guessed of who they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msp_desktop.db.store import LARGE, Store
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.person_names import is_body, split_name
from msp_desktop.errors import UserError
from msp_desktop.formats.emails import read_emails
from msp_desktop.formats.phones import read_phones
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.bodies import follow_body

#: Lines that may be pasted at once.
MOST = 2_000


def add_pasted(store: Store, cells: Sequence[Sequence[str]]) -> list[Person]:
    """Add a person for each line pasted, in one step; UserError where no line names anybody, or there are too many."""
    people = read_people(cells)
    if not people:
        raise UserError(_("Nothing pasted names anybody: copy one person a line, the name first."))
    if len(people) > MOST:
        raise UserError(_("This is too long to be pasted: {count} lines at most.").format(count=MOST))
    label = ngettext("{count} person pasted", "{count} people pasted", len(people)).format(count=len(people))
    with store.write(label, large=len(people) >= LARGE) as transaction:
        return [follow_body(transaction, None, transaction.insert(person)) for person in people]


def read_people(cells: Iterable[Sequence[str]]) -> list[Person]:
    """Return the people named, one a line: the first words are the name, then the function and the body.

    An address and a telephone are known wherever they stand. A line without a name is left out.
    """
    found = []
    for line in cells:
        email, phone, words = "", "", []
        for cell in (" ".join(cell.split()) for cell in line):
            if "@" in cell and not email and not read_emails(cell).wrong:
                email = read_emails(cell).kept
            elif cell and not phone and _is_phone(cell):
                phone = cell
            elif cell:
                words.append(cell)
        if words:
            found.append(_person(words, phone, email))
    return found


def _person(words: list[str], phone: str, email: str) -> Person:
    name, rest = words[0], words[1:]
    if is_body(name):
        return Person(organisation=name, function=", ".join(rest), phone=phone, email=email)
    split = split_name(name)
    return Person(
        category=Category.OTHER,
        civility=split.civility,
        first_name=split.first,
        last_name=split.last,
        function=rest[0] if rest else split.beside,
        organisation=", ".join(rest[1:]),
        phone=phone,
        email=email,
    )


def _is_phone(cell: str) -> bool:
    try:
        return bool(read_phones(cell))
    except ValueError:
        return False

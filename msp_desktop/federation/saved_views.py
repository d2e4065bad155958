"""The ways to look at the communes that a federation gave a name to."""

from __future__ import annotations

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from msp_desktop.domain.federated.communes import View
from msp_desktop.errors import UserError
from msp_desktop.federation.base.connect import Base
from msp_desktop.federation.base.models import SavedViewRow
from msp_desktop.formats.text import fold_spaces, one_line
from msp_desktop.i18n import N_, _

#: The longest name of a view, in characters.
LONGEST = 200
NO_NAME = N_("Give this view a name, so that you find it again.")


def saved_views(base: Base) -> tuple[View, ...]:
    """Return the views kept, by name; what a later version keeps and this one does not understand is left out."""
    with base.reading() as session:
        rows = session.execute(select(SavedViewRow.view).order_by(SavedViewRow.name)).scalars().all()
    return tuple(view for text in rows if (view := _read(text)) is not None)


def save_view(base: Base, view: View) -> View:
    """Keep a view under its name, in place of the one that had it, and return it as it is kept; UserError for no name."""
    name = fold_spaces(one_line(view.name))[:LONGEST].strip()
    if not name:
        raise UserError(_(NO_NAME))
    kept = msgspec.structs.replace(view, name=name)
    text = msgspec.json.encode(kept).decode()

    def write(session: Session) -> None:
        session.merge(SavedViewRow(name=name, view=text))

    base.write(write)
    return kept


def forget_view(base: Base, name: str) -> None:
    """Forget the view of this name, where there is one."""
    base.write(lambda session: session.execute(delete(SavedViewRow).where(SavedViewRow.name == name)) and None)


def _read(text: str) -> View | None:
    try:
        return msgspec.json.decode(text, type=View)
    except msgspec.DecodeError:
        return None

"""The communication plan: its messages, the four means they serve, and the texts that are ready."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct, structs

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Wording
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.method.followup import KitDraft, KitMeans, kit_communication
from msp_desktop.services.bulletin import message_from_dossier, text_from_dossier
from msp_desktop.services.who import as_shown, who_in, write_change

#: How the codes begin under which the town's words for one of the method's texts are kept.
_TEXT = "text."


class MeansView(Struct, frozen=True):
    """One of the four means: how many messages serve it, and how many of them are out."""

    means: KitMeans
    planned: int
    published: int


class TextView(Struct, frozen=True):
    """A text as it will be read; `adapted` where the words are the town's own, no longer those of the dossier.

    `limit` is how many characters it may have, 0 for any number.
    """

    title: str
    text: str
    limit: int
    adapted: bool

    @property
    def over(self) -> int:
        """Return how many characters are too many, 0 where it holds."""
        return max(0, len(self.text) - self.limit) if self.limit else 0


# --- reading -------------------------------------------------------------------------------------


def communications(reader: Reader) -> list[Communication]:
    """Return the messages by date, those without one last, with the names of those who see to them."""
    rows = as_shown(reader, Communication, reader.all(Communication, order="position, id"))
    return sorted(rows, key=lambda row: (day_of(row) is None, day_of(row) or date.min))


def day_of(message: Communication) -> date | None:
    """Return the day a message stands under: the one it came out, else the one it is planned for."""
    if message.state is CommunicationState.PUBLISHED and message.published_on:
        return message.published_on
    return message.due_on


def days_late(message: Communication, today: date) -> int:
    """Return for how many days a message should have been out, 0 where it is or its day is to come."""
    if message.state is CommunicationState.PUBLISHED or message.due_on is None:
        return 0
    return max(0, (today - message.due_on).days)


def means_views(messages: Sequence[Communication]) -> tuple[MeansView, ...]:
    """Return the four means with the messages that serve each."""
    return tuple(
        MeansView(
            means,
            sum(row.means == means.code for row in messages),
            sum(row.means == means.code and row.state is CommunicationState.PUBLISHED for row in messages),
        )
        for means in kit_communication().means
    )


def message_text(reader: Reader, message: Communication, today: date) -> TextView:
    """Return the text of a message: the town's, else the one the dossier has it say today."""
    text = message.text if message.adapted else message_from_dossier(reader, message, today)
    return TextView(message.message, text, message.longest, message.adapted)


def ready_text(reader: Reader, code: str, today: date) -> TextView:
    """Return one of the method's texts: in the town's words, else as the dossier has it say today."""
    model = kit_communication().text(code)
    assert model is not None, code
    kept = reader.find(Wording, code=_wording(code))
    text = kept.text if kept is not None else text_from_dossier(reader, code, today)
    return TextView(model.title, text, model.limit, kept is not None)


# --- writing -------------------------------------------------------------------------------------


def add_communication(store: Store, message: str, for_residents: bool = False, kit_code: str = "") -> Communication:
    """Add a message to the plan; one of the method's comes with its public, its channel and its means."""
    draft = kit_communication().draft(kit_code)
    words = message.strip() or (draft.title if draft else "")
    if not words:
        raise UserError(_("Write the message first."))
    with store.write(_("Message: {message}").format(message=words)) as transaction:
        position = transaction.next_position(Communication)
        if draft is not None:
            return transaction.insert(structs.replace(_of_draft(draft, position), message=words))
        return transaction.insert(Communication(position=position, message=words, for_residents=for_residents))


def propose_messages(store: Store) -> None:
    """Put the method's messages in an empty plan, without dates: the town chooses when."""
    if store.reader.all(Communication, limit=1):
        return
    with store.write(_("Messages of the method")) as transaction:
        for position, draft in enumerate(kit_communication().drafts, 1):
            transaction.insert(_of_draft(draft, position))


def update_communication(store: Store, message_id: int, change: Change[Communication], today: date) -> None:
    """Change a message; one that comes out does so today unless its day is said, and has none once it is not out."""
    values = dict(change.values)
    if "message" in values and not values["message"].strip():
        raise UserError(_("Write the message first."))
    if "state" in values and "published_on" not in values:
        before = store.reader.one(Communication, message_id)
        out = values["state"] is CommunicationState.PUBLISHED
        values["published_on"] = (before.published_on or today) if out else None
    if "text" in values:
        values["adapted"] = True
    change = Change(Communication, **values)
    who = who_in(store.reader, change)
    with store.write(_("Messages"), merges=True) as transaction:
        write_change(transaction, message_id, change, who)


def delete_communications(store: Store, ids: Sequence[int]) -> None:
    """Take messages out of the plan."""
    with store.write(_("Message taken out")) as transaction:
        for message_id in ids:
            transaction.delete(Communication, message_id)


def start_again(store: Store, message_id: int) -> None:
    """Give a message the text the dossier has it say, in place of the town's."""
    with store.write(_("Text from the dossier")) as transaction:
        transaction.update(message_id, Change(Communication, text="", adapted=False))


def keep_text(store: Store, code: str, text: str) -> None:
    """Keep the town's words for one of the method's texts."""
    with store.write(_("Text for residents"), merges=True) as transaction:
        kept = transaction.find(Wording, code=_wording(code))
        if kept is None:
            transaction.insert(Wording(code=_wording(code), text=text))
        else:
            transaction.update(kept.id, Change(Wording, text=text))


def forget_text(store: Store, code: str) -> None:
    """Give one of the method's texts the words of the dossier again."""
    with store.write(_("Text from the dossier")) as transaction:
        kept = transaction.find(Wording, code=_wording(code))
        if kept is not None:
            transaction.delete(Wording, kept.id)


def _of_draft(draft: KitDraft, position: int) -> Communication:
    return Communication(
        position=position, message=draft.title, audience=draft.audience, channel=draft.channel, means=draft.means,
        kit_code=draft.code, for_residents=True,
    )  # fmt: skip


def text_code(wording: str) -> str:
    """Return which of the method's texts some words of the town's own stand for, "" where they are another model's."""
    return wording.removeprefix(_TEXT) if wording.startswith(_TEXT) else ""


def _wording(code: str) -> str:
    return f"{_TEXT}{code}"

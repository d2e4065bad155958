"""A federation answers a commune: lines made from the newest it sent, written as a file of their own and as a page that carries it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import select

from msp_desktop.documents.federation_answer import write_federation_answer
from msp_desktop.domain.carried.data import YEARS, CommuneData
from msp_desktop.domain.carried.envelope import content_id, decoded_reply, encoded
from msp_desktop.domain.carried.refusals import RefusedError
from msp_desktop.domain.carried.reply import CallToAnswer, DateProposed, Line, Reply, StepProposed
from msp_desktop.errors import UserError
from msp_desktop.federation.base.connect import Base
from msp_desktop.federation.base.models import CommuneRow, VersionRow
from msp_desktop.federation.base.rows import unpacked
from msp_desktop.files import free_path, write_whole
from msp_desktop.formats.text import quoted, slug
from msp_desktop.i18n import _
from msp_desktop.paths import REPLY_SUFFIX, make_folder


def new_key() -> str:
    """Return a key that no other line has, for ever."""
    return str(uuid.uuid4())


def newest_data(base: Base, insee: str) -> CommuneData:
    """Return the newest that a commune sent; UserError where the base has nothing of it."""
    newest = select(VersionRow.body).join(CommuneRow, CommuneRow.insee == VersionRow.insee)
    asked = newest.where(CommuneRow.insee == insee, VersionRow.content == CommuneRow.content)
    with base.reading() as session:
        body = session.scalars(asked).first()
    if body is None:
        raise UserError(_("The base holds nothing of the commune of INSEE code {code}.").format(code=quoted(insee)))
    return unpacked(body)


def lines_in(content: bytes) -> tuple[Line, ...]:
    """Return the lines that a JSON list tells; one without a key gets one. UserError with the place of what is wrong."""
    try:
        told = msgspec.json.decode(content, type=list[dict[str, Any]])
        return msgspec.convert([{"key": new_key()} | line for line in told], tuple[Line, ...])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        where = str(error).rpartition(" - at `")[2].removesuffix("`") if " - at `" in str(error) else "$"
        words = _("The lines of the answer are not as they should be, at {place}: see docs/federation.md.")
        raise UserError(words.format(place=quoted(where))) from error


def composed(data: CommuneData, lines: Sequence[Line], signed: str, now: datetime) -> Reply:
    """Return the answer to what a commune sent; UserError for the sample, without a line, or where a line is too long."""
    if not data.commune.insee:
        raise UserError(_("The sample commune does not exist: nobody would open the answer."))
    if not lines:
        raise UserError(_("Write a line first."))
    for day in filter(None, map(_day, lines)):
        if day.year not in YEARS:
            words = _("No commune could accept the day {day}: change it.")
            raise UserError(words.format(day=day.isoformat()))
    try:
        reply = Reply(
            format="sante-100-jours/reponse",
            version=1,
            made_at=now.astimezone(UTC).replace(microsecond=0),
            insee=data.commune.insee,
            dossier=data.sender.dossier,
            answers=content_id(data),
            signed=signed.strip(),
            lines=tuple(lines),
        )
        return decoded_reply(encoded(reply))  # what leaves is what the commune will be able to read
    except (RefusedError, ValueError) as error:
        where = error.where if isinstance(error, RefusedError) else ""
        words = _("A line of the answer is too long, or holds what no file takes ({place}): shorten it.")
        raise UserError(words.format(place=quoted(where or "$.lines"))) from error


def _day(line: Line) -> date | None:
    match line:
        case DateProposed():
            return line.day
        case StepProposed():
            return line.due_on
        case CallToAnswer():
            return line.closes_on
    return None


def write_answer(reply: Reply, data: CommuneData, folder: Path, now: datetime) -> tuple[Path, Path]:
    """Write the answer's own file, which a double click opens, and the page that carries it, in a folder made if missing; return both."""
    name = f"reponse-{slug(data.commune.name)}-{now.date().isoformat()}"
    make_folder(folder)
    file, page = free_path(folder / f"{name}{REPLY_SUFFIX}"), free_path(folder / f"{name}.pdf")
    write_whole(file, encoded(reply))
    write_federation_answer(page, reply, data, now)
    return file, page

"""Answers of a federation, as tests and pictures open them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from msp_desktop.db.reader import Reader
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.reply import (
    Advice,
    AgendaNote,
    CallToAnswer,
    DateProposed,
    EntryCorrected,
    Line,
    Reply,
    StepProposed,
)
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.meetings import AgendaItem, Meeting
from msp_desktop.services.federations import own_code
from msp_desktop.services.sending import dossier_uid

WRITTEN = datetime(2026, 4, 27, 9, 30, tzinfo=UTC)


def answer(reader: Reader, lines: tuple[Line, ...], *, answers: str = "0" * 32) -> Reply:
    """Return an answer with these lines for a dossier."""
    commune = reader.one(Commune, 1)
    return Reply(
        format="sante-100-jours/reponse",
        version=1,
        made_at=WRITTEN,
        insee=commune.insee or "23096",
        dossier=dossier_uid(commune),
        answers=answers,
        signed="Claire Roux, chargée de mission",
        lines=lines,
    )


def each_kind(reader: Reader, meeting: Meeting) -> tuple[Line, ...]:
    """Return a line of each kind, about a meeting that is to be held."""
    first = reader.all(AgendaItem, order="position, id", meeting_id=meeting.id)[0]
    return _lines(meeting.uid, first.title, own_code(reader.one(Commune, 1)))


def each_kind_about(data: CommuneData) -> tuple[Line, ...]:
    """Return a line of each kind, about the first meeting that a commune sent."""
    meeting = data.meetings[0]
    return _lines(meeting.uid, meeting.agenda[0], data.commune.federation)


def _lines(meeting: str, item: str, federation: str) -> tuple[Line, ...]:
    return (
        DateProposed(
            key="d-1", meeting=meeting, day=date(2026, 5, 12), starts_at=time(18), place="Salle des fêtes",
            words="Le médecin coordonnateur sera là.",
        ),
        Advice(key="a-1", action="contact-federation", words="Rappelez <b>Mme Roux</b> avant le 5 mai."),
        AgendaNote(key="g-1", meeting=meeting, position=1, title=item, words="Dix minutes suffisent."),
        StepProposed(key="s-1", words="Envoyer le tableau des départs", due_on=date(2026, 5, 20)),
        EntryCorrected(key="e-1", federation=federation, phone="05 99 00 12 34"),
        CallToAnswer(key="c-1", title="Équipes de soins primaires", funder="ARS", closes_on=date(2026, 7, 31)),
    )  # fmt: skip

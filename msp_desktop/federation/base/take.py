"""Take what was read into the base: the newest of each commune is shown, all of it is kept, each file has its receipt."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any
from uuid import uuid4

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import delete, select, tuple_
from sqlalchemy.orm import Session

from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.envelope import content_id
from msp_desktop.domain.carried.refusals import Why
from msp_desktop.domain.federated.files import Outcome, ReadFile, Receipt, Verdict
from msp_desktop.federation.base.connect import Base
from msp_desktop.federation.base.models import CommuneRow, HeadcountRow, ReceiptRow, VersionRow
from msp_desktop.federation.base.rows import commune_row, headcount_rows, in_order, insert_into, packed

#: How many files one transaction takes: one file a transaction costs eight times as much.
BATCH = 200
#: How far a commune's clock may be ahead.
AHEAD = timedelta(days=1)
#: Figures of a content's identity that a paper says at its foot.
_FINGERPRINT = 8
#: What a later version of ours, or another day, may read: such a file is read again each time it is given.
_READ_AGAIN = (Why.NOT_OURS, Why.TOO_NEW, Why.TOO_SLOW, Why.CANNOT_READ, Why.FUTURE)


class _File(Struct, frozen=True, kw_only=True):
    """A file to take: `key` is that of its receipt; `content` is "" where nothing can be taken of it."""

    read: ReadFile
    key: str
    content: str = ""
    why: Why | None = None

    @property
    def data(self) -> CommuneData | None:
        return self.read.data if self.content else None


def take(base: Base, reads: Iterable[ReadFile], now: datetime, by: str, addition: str = "") -> Outcome:
    """Take files into the base and return what became of each; `now` has its zone, `by` says who adds them.

    `addition` is what they are taken back by, together.
    """
    return whole(taking(base, reads, now, by, addition))


def taking(base: Base, reads: Iterable[ReadFile], now: datetime, by: str, addition: str = "") -> Iterator[Outcome]:
    """Take files as they come, and yield what became of each batch once it is kept."""
    addition = addition or uuid4().hex
    source = iter(reads)
    while batch := list(islice(source, BATCH)):
        yield take_batch(base, batch, now, by, addition)


def take_batch(base: Base, batch: Sequence[ReadFile], now: datetime, by: str, addition: str) -> Outcome:
    """Take a few files in one transaction; `addition` tells which files are added together, to be taken back together."""
    files = [_file(read, now) for read in batch]
    return base.write(lambda session: _Batch(session, files, now.astimezone(UTC), by, addition).outcome())


def whole(parts: Iterable[Outcome]) -> Outcome:
    """Return several outcomes as one; the communes taken are in the order of their names."""
    taken: list[Receipt] = []
    unchanged: list[Receipt] = []
    refused: list[Receipt] = []
    for part in parts:
        taken += part.taken
        unchanged += part.unchanged
        refused += part.refused
    taken.sort(key=lambda receipt: (receipt.commune, receipt.insee, receipt.name))
    return Outcome(taken=tuple(taken), unchanged=tuple(unchanged), refused=tuple(refused))


class Seen:
    """The files that need not be read again, by their hash: those of the base as it is when it is asked first."""

    def __init__(self, base: Base) -> None:
        with base.reading() as session:
            found = session.scalars(
                select(ReceiptRow.file).where(ReceiptRow.why.not_in([why.value for why in _READ_AGAIN]))
            )
            self._hashes = frozenset(bytes.fromhex(key) for key in found if not key.startswith("-"))

    def __contains__(self, sha256: object) -> bool:
        return isinstance(sha256, str) and len(sha256) == 64 and bytes.fromhex(sha256) in self._hashes


def _file(read: ReadFile, now: datetime) -> _File:
    key = read.sha256 or "-" + hashlib.sha256(read.name.encode("utf-8", "surrogatepass")).hexdigest()
    if read.data is None:
        return _File(read=read, key=key, why=read.why)
    if not read.data.commune.insee:
        return _File(read=read, key=key, why=Why.SAMPLE)
    if read.data.made_at > now + AHEAD:
        return _File(read=read, key=key, why=Why.FUTURE)
    return _File(read=read, key=key, content=content_id(read.data))


class _Batch:
    """One transaction: what the base knows of these files is asked once, then all is written in the order of the keys."""

    def __init__(self, session: Session, files: Sequence[_File], now: datetime, by: str, addition: str) -> None:
        self._session, self._now, self._by, self._addition = session, now, by, addition
        self._seen = self._receipts({file.key for file in files})
        once: dict[str, _File] = {}
        self._again: list[_File] = []
        for file in files:
            if file.key in once or self._is_known(file):
                self._again.append(file)
            else:
                once[file.key] = file
        self._new = list(once.values())
        self._told: dict[str, Receipt] = {}

    def outcome(self) -> Outcome:
        told = [(file, file.data) for file in self._new]
        brought = [(file, data) for file, data in told if data is not None]
        places = in_order(data.commune.insee for _file, data in brought)
        before = self._shown(places)
        versions: set[tuple[str, str]] = set(
            self._session.execute(select(VersionRow.insee, VersionRow.content).where(VersionRow.insee.in_(places)))
        )
        right = {insee: dossier for insee, (dossier, _content) in before.items()}
        for _file, data in brought:
            right.setdefault(data.commune.insee, data.sender.dossier)
        newest = _newest([(f, d) for f, d in brought if d.sender.dossier == right[d.commune.insee]])
        changed = self._show(newest)
        now_shown = self._shown(places)  # another may have been first, with another dossier
        self._keep(brought, now_shown)
        write_counts(self._session, [data for _file, data in newest if data.commune.insee in changed])
        receipts = [self._receipt(file, before, versions, now_shown) for file in self._new]
        self._note(receipts)
        self._told = {row["file"]: _as_told(row) for row in receipts}
        return _sorted([*map(_as_told, receipts), *map(self._unchanged, self._again)])

    def _receipts(self, keys: set[str]) -> dict[str, ReceiptRow]:
        found = self._session.scalars(select(ReceiptRow).where(ReceiptRow.file.in_(in_order(keys))))
        return {row.file: row for row in found}

    def _is_known(self, file: _File) -> bool:
        """Tell whether there is nothing to do: it was taken, or its hash alone was looked at, or it is refused as before."""
        row = self._seen.get(file.key)
        if file.read.data is None and file.why is None:
            return True
        if row is None:
            return False
        return row.verdict != Verdict.REFUSED or row.why == (file.why or Why.OTHER_DOSSIER)

    def _shown(self, places: list[str]) -> dict[str, tuple[str, str]]:
        rows = select(CommuneRow.insee, CommuneRow.dossier, CommuneRow.content).where(CommuneRow.insee.in_(places))
        return {insee: (dossier, content) for insee, dossier, content in self._session.execute(rows)}

    def _show(self, newest: list[tuple[_File, CommuneData]]) -> set[str]:
        """Show the newest of each commune, unless something newer is there, or another dossier; return which changed."""
        if not newest:
            return set()
        upsert = insert_into(self._session, CommuneRow)
        fresh = upsert.excluded
        statement = upsert.on_conflict_do_update(
            index_elements=[CommuneRow.insee],
            set_={column.name: fresh[column.name] for column in CommuneRow.__table__.columns if column.name != "insee"},
            where=(CommuneRow.dossier == fresh.dossier)
            & (tuple_(CommuneRow.made_at, CommuneRow.content) < tuple_(fresh.made_at, fresh.content)),
        ).returning(CommuneRow.insee)
        rows = [commune_row(data, file.content, data.made_at) for file, data in newest]
        return set(self._session.scalars(statement, rows))

    def _keep(self, brought: list[tuple[_File, CommuneData]], shown: dict[str, tuple[str, str]]) -> None:
        """Keep each content once, at the last moment it was sent."""
        latest: dict[tuple[str, str], CommuneData] = {}
        for file, data in brought:
            key = (data.commune.insee, file.content)
            if key not in latest or latest[key].made_at < data.made_at:
                latest[key] = data
        if not latest:
            return
        history = insert_into(self._session, VersionRow)
        statement = history.on_conflict_do_update(
            index_elements=[VersionRow.insee, VersionRow.content],
            set_={"made_at": history.excluded.made_at},
            where=VersionRow.made_at < history.excluded.made_at,
        )
        rows = [
            {
                "insee": insee,
                "content": content,
                "made_at": data.made_at,
                "dossier": data.sender.dossier,
                "waits": insee in shown and data.sender.dossier != shown[insee][0],
                "body": packed(data),
            }
            for (insee, content), data in sorted(latest.items(), key=lambda item: item[0])
        ]
        self._session.execute(statement, rows)

    def _receipt(
        self,
        file: _File,
        before: dict[str, tuple[str, str]],
        versions: set[tuple[str, str]],
        shown: dict[str, tuple[str, str]],
    ) -> dict[str, Any]:
        data, why = file.data, file.why
        verdict = Verdict.REFUSED
        if data is not None:
            insee = data.commune.insee
            right, content = shown[insee]
            if data.sender.dossier != right:
                why = Why.OTHER_DOSSIER
            elif (insee, file.content) not in versions or (content == file.content != before[insee][1]):
                verdict = Verdict.TAKEN
                versions.add((insee, file.content))
                before[insee] = (right, file.content)
            else:
                verdict = Verdict.UNCHANGED
        read = file.read
        told = read.data
        return {
            "file": file.key,
            "name": read.name,
            "verdict": verdict.value,
            "why": why.value if why else "",
            "place": read.where,
            "insee": told.commune.insee if told else "",
            "commune": told.commune.name if told else "",
            "dossier": told.sender.dossier if told else "",
            "content": file.content,
            "made_at": told.made_at if told else None,
            "sent_by": read.sent_by,
            "sent_on": read.sent_on,
            "addition": self._addition,
            "added_at": self._now,
            "added_by": self._by,
        }

    def _note(self, receipts: list[dict[str, Any]]) -> None:
        if not receipts:
            return
        note = insert_into(self._session, ReceiptRow)
        fresh = note.excluded
        statement = note.on_conflict_do_update(
            index_elements=[ReceiptRow.file],
            set_={column.name: fresh[column.name] for column in ReceiptRow.__table__.columns if column.name != "file"},
            where=(ReceiptRow.verdict == Verdict.REFUSED.value) & (ReceiptRow.why != fresh.why),
        )
        self._session.execute(statement, sorted(receipts, key=lambda row: row["file"]))

    def _unchanged(self, file: _File) -> Receipt:
        """Return what is told of a file that was here before, or twice in this batch."""
        row = self._seen.get(file.key)
        told = self._told.get(file.key) or (receipt_of(row) if row is not None else None)
        if told is not None:
            verdict = Verdict.REFUSED if told.verdict is Verdict.REFUSED else Verdict.UNCHANGED
            return replace(told, name=file.read.name, verdict=verdict)
        told_of = file.read.data
        return Receipt(
            sha256=file.read.sha256,
            name=file.read.name,
            verdict=Verdict.REFUSED if file.why else Verdict.UNCHANGED,
            why=file.why,
            where=file.read.where,
            insee=told_of.commune.insee if told_of else "",
            commune=told_of.commune.name if told_of else "",
            fingerprint=file.content[:_FINGERPRINT],
            added_at=self._now,
            added_by=self._by,
        )


def write_counts(session: Session, again: list[CommuneData]) -> None:
    """Write the counts of communes in the place of those that are there."""
    places = in_order(data.commune.insee for data in again)
    if not places:
        return
    session.execute(delete(HeadcountRow).where(HeadcountRow.insee.in_(places)))
    rows = [row for data in sorted(again, key=lambda data: data.commune.insee) for row in headcount_rows(data)]
    if rows:
        session.execute(insert_into(session, HeadcountRow), rows)


def receipt_of(row: ReceiptRow) -> Receipt:
    """Return a receipt as it is told."""
    return _as_told({column.name: getattr(row, column.name) for column in ReceiptRow.__table__.columns})


def _as_told(row: dict[str, Any]) -> Receipt:
    return Receipt(
        sha256="" if row["file"].startswith("-") else row["file"],
        name=row["name"],
        verdict=Verdict(row["verdict"]),
        why=Why(row["why"]) if row["why"] else None,
        where=row["place"],
        insee=row["insee"],
        commune=row["commune"],
        fingerprint=row["content"][:_FINGERPRINT],
        sent_by=row["sent_by"],
        sent_on=row["sent_on"],
        added_at=row["added_at"],
        added_by=row["added_by"],
    )


def _sorted(receipts: list[Receipt]) -> Outcome:
    return whole(
        [
            Outcome(
                taken=tuple(receipt for receipt in receipts if receipt.verdict is Verdict.TAKEN),
                unchanged=tuple(receipt for receipt in receipts if receipt.verdict is Verdict.UNCHANGED),
                refused=tuple(receipt for receipt in receipts if receipt.verdict is Verdict.REFUSED),
            )
        ]
    )


def _newest(brought: list[tuple[_File, CommuneData]]) -> list[tuple[_File, CommuneData]]:
    """Return the newest of each commune, in the order of the codes: one statement may touch a row once only."""
    newest: dict[str, tuple[_File, CommuneData]] = {}
    for file, data in brought:
        there = newest.get(data.commune.insee)
        if there is None or (there[1].made_at, there[0].content) < (data.made_at, file.content):
            newest[data.commune.insee] = (file, data)
    return [newest[insee] for insee in sorted(newest)]

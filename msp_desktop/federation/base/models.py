"""The tables of a federation's base. A change to one is a migration beside them, and `migrate.REVISION` one more."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from msp_desktop.federation.base.moments import Moment

#: Texts that both bases sort alike, letter by letter.
SORTED = Text().with_variant(Text(collation="C"), "postgresql")


class Model(DeclarativeBase):
    """What each table is made from: constraints have names, so that a migration can change them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        }
    )
    type_annotation_map = {datetime: Moment, bytes: LargeBinary, str: Text}


class CommuneRow(Model):
    """What the table shows of a commune, from the newest of what it sent; vigilances are codes with spaces between.

    `calm` is minus how many there are: in the index by which the table opens, all goes the same way.
    `leaving` counts who leaves within five years, `referent` is the kind of référent, "" where none is designated.
    `searched` are the words by which it is found, its name first (`domain.federated.searched`): it is sorted by them too.
    """

    __tablename__ = "commune"
    insee: Mapped[str] = mapped_column(String(5), primary_key=True)
    name: Mapped[str]
    searched: Mapped[str] = mapped_column(SORTED)
    department: Mapped[str] = mapped_column(String(3), index=True)
    epci: Mapped[str] = mapped_column(String(9), index=True)
    federation: Mapped[str]
    population: Mapped[int | None]
    made_at: Mapped[datetime]
    content: Mapped[str] = mapped_column(String(32))
    dossier: Mapped[str] = mapped_column(String(32))
    day_zero: Mapped[date]
    done: Mapped[int]
    total: Mapped[int]
    late: Mapped[int]
    vigilances: Mapped[str]
    calm: Mapped[int]
    contacted: Mapped[bool]
    contacted_on: Mapped[date | None]
    referent: Mapped[str] = mapped_column(String(8))
    leaving: Mapped[int]
    __table_args__ = (Index(None, "calm", "searched", "insee"),)


class VersionRow(Model):
    """A content a commune sent, compressed: its story. `waits` while it comes from another dossier, until somebody decides."""

    __tablename__ = "version"
    insee: Mapped[str] = mapped_column(ForeignKey(CommuneRow.insee), primary_key=True)
    content: Mapped[str] = mapped_column(String(32), primary_key=True)
    made_at: Mapped[datetime]
    dossier: Mapped[str] = mapped_column(String(32))
    waits: Mapped[bool]
    body: Mapped[bytes]
    __table_args__ = (Index(None, "insee", "made_at"),)


class HeadcountRow(Model):
    """Professionals of the newest data only, so that totals never sort out versions.

    `list_name` is the list of `CommuneData` it comes from (places, departures or ages), `cell` what it counts there.
    `department` is the commune's: totals by department read the second index from end to end, and nothing else.
    """

    __tablename__ = "headcount"
    insee: Mapped[str] = mapped_column(ForeignKey(CommuneRow.insee), primary_key=True)
    list_name: Mapped[str] = mapped_column(String(10), primary_key=True)
    profession: Mapped[str] = mapped_column(String(40), primary_key=True)
    cell: Mapped[str] = mapped_column(String(16), primary_key=True)
    department: Mapped[str] = mapped_column(String(3))
    n: Mapped[int]
    __table_args__ = (
        Index("ix_headcount_totals", "list_name", "cell", "department", "profession", "n"),
        {"sqlite_with_rowid": False},
    )


class ReceiptRow(Model):
    """A file that was given, and what became of it: the same bytes are never read twice.

    `file` is the SHA-256 of its bytes, or of its name after « - » where they could not be read. `addition` tells files
    added together. Of what the file says, `insee`, `content` and `made_at` are enough to take it back.
    """

    __tablename__ = "receipt"
    file: Mapped[str] = mapped_column(String(65), primary_key=True)
    name: Mapped[str]
    verdict: Mapped[str] = mapped_column(String(10))
    why: Mapped[str] = mapped_column(String(20))
    place: Mapped[str]
    insee: Mapped[str] = mapped_column(String(5), index=True)
    commune: Mapped[str]
    dossier: Mapped[str] = mapped_column(String(32))
    content: Mapped[str] = mapped_column(String(32))
    made_at: Mapped[datetime | None]
    sent_by: Mapped[str]
    sent_on: Mapped[str]
    addition: Mapped[str] = mapped_column(String(32), index=True)
    added_at: Mapped[datetime] = mapped_column(index=True)
    added_by: Mapped[str]


class SavedViewRow(Model):
    """A way to look at the communes, under the name the federation gave it: the JSON of a `View`."""

    __tablename__ = "saved_view"
    name: Mapped[str] = mapped_column(String(200), primary_key=True)
    view: Mapped[str]

"""People by reference: who does, says or attends something is linked to the directory."""

import unicodedata

import sqlalchemy as sa
from alembic import op

from msp_desktop.db.rebuilt import rebuilt

revision = "r3"
down_revision = "r2"
branch_labels = None
depends_on = None

#: Where version 1.0.0 kept a name as text.
_NAMED = (
    ("action", "assignee"),
    ("objective", "person"),
    ("communication", "person"),
    ("next_step", "person"),
    ("exchange", "with_whom"),
)


def upgrade() -> None:
    """Add the links; a name that is exactly one person's becomes a link, any other stays in words."""
    connection = op.get_bind()
    bearers = _bearers(connection)
    linked = connection.execute(sa.text("SELECT id, person_id FROM exchange WHERE person_id IS NOT NULL")).all()
    op.drop_index("ix_exchange_person_id", "exchange")
    with rebuilt("exchange") as table:
        table.drop_constraint("fk_exchange_person_id", type_="foreignkey")
        table.drop_column("person_id")
    _create_links()
    by_reference = dict(map(tuple, linked))
    for table_name, column in _NAMED:
        rows = connection.execute(sa.text(f"SELECT id, {column} FROM {table_name} ORDER BY id")).all()
        for row_id, words in rows:
            named = bearers.get(_folded(words), set())
            known = by_reference.get(row_id) if table_name == "exchange" else None
            person = known or (next(iter(named)) if len(named) == 1 else None)
            if person is None:
                continue
            connection.execute(
                sa.text(f"INSERT INTO assignment (person_id, position, {table_name}_id) VALUES (:person, 1, :row)"),
                {"person": person, "row": row_id},
            )
            if person in named:
                connection.execute(sa.text(f"UPDATE {table_name} SET {column}='' WHERE id=:row"), {"row": row_id})


def _bearers(connection: sa.Connection) -> dict[str, set[int]]:
    """Return who bears each name, with the civility and without."""
    found: dict[str, set[int]] = {}
    people = sa.text("SELECT id, civility, first_name, last_name, organisation FROM person")
    for key, civility, first, last, organisation in connection.execute(people):
        if first or last:
            names = [" ".join(filter(None, (civility, first, last))), " ".join(filter(None, (first, last)))]
        else:
            names = [organisation or civility]
        for name in filter(None, map(_folded, names)):
            found.setdefault(name, set()).add(key)
    return found


def _folded(words: str) -> str:
    """Return a name without accents, case, curly apostrophes and repeated blanks."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "'"))
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).casefold().split())


def _create_links() -> None:
    kinds = ("action", "objective", "communication", "next_step", "exchange")
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *(sa.Column(f"{kind}_id", sa.Integer(), nullable=True) for kind in kinds),
        *(
            sa.ForeignKeyConstraint(
                [f"{kind}_id"], [f"{kind}.id"], name=f"fk_assignment_{kind}_id", ondelete="CASCADE"
            )
            for kind in ("person", *kinds)
        ),
        sa.PrimaryKeyConstraint("id", name="pk_assignment"),
    )
    for kind in ("person", *kinds):
        op.create_index(f"ix_assignment_{kind}_id", "assignment", [f"{kind}_id"])

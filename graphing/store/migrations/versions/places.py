"""Where the nodes of pictures stand, so that they stand there again when the program is started again."""

from __future__ import annotations

from alembic import op

revision = "9"
down_revision = "8"

UP = """
CREATE TABLE places (
    number BIGINT NOT NULL PRIMARY KEY, picture TEXT NOT NULL, around BIGINT REFERENCES entities (id) ON DELETE CASCADE,
    nodes {bytes} NOT NULL
);
CREATE INDEX places_by_picture ON places (picture, number);
CREATE INDEX places_by_around ON places (around)
"""


def upgrade() -> None:
    kind = "BLOB" if op.get_bind().dialect.name == "sqlite" else "BYTEA"
    for statement in UP.format(bytes=kind).split(";"):
        op.execute(statement)


def downgrade() -> None:
    """Pictures are laid out anew."""
    op.execute("DROP TABLE places")
    op.execute("DELETE FROM counters WHERE name = 'places'")

"""The business groups that somebody has put organisations into."""

from __future__ import annotations

import json

from alembic import op
from sqlalchemy import text

revision = "5"
down_revision = "4"

# Kinds of decisions that the program before knows nothing of.
FRESH = ("group", "together", "apart")


def upgrade() -> None:
    op.execute('ALTER TABLE entities ADD COLUMN "group" TEXT')


def downgrade() -> None:
    """What was decided about groups and tellings is lost, with what undoes it."""
    connection = op.get_bind()
    gone: set[int] = set()
    for row in connection.execute(text("SELECT id, what, subject FROM decisions ORDER BY id")).mappings().all():
        if row["what"] in FRESH or (row["what"] == "undo" and json.loads(row["subject"])["of"] in gone):
            gone.add(row["id"])
    for ident in sorted(gone):
        connection.execute(text("DELETE FROM decisions WHERE id = :ident"), {"ident": ident})
    op.execute('ALTER TABLE entities DROP COLUMN "group"')

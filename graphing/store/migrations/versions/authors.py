"""Who wrote an article."""

from __future__ import annotations

from alembic import op

revision = "6"
down_revision = "5"


def upgrade() -> None:
    op.execute("ALTER TABLE articles ADD COLUMN author TEXT")


def downgrade() -> None:
    """Authors are lost."""
    op.execute("ALTER TABLE articles DROP COLUMN author")

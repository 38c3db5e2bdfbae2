"""Articles are found by their address, and by what they came in under: a feed asks for every entry, every time it is looked at."""

from __future__ import annotations

from alembic import op

revision = "8"
down_revision = "7"


def upgrade() -> None:
    # An address may be longer than an entry of PostgreSQL's sorted indexes may be.
    kind = "" if op.get_bind().dialect.name == "sqlite" else "USING hash "
    for column in ("url", "source"):
        op.execute(f"CREATE INDEX articles_by_{column} ON articles {kind}({column})")


def downgrade() -> None:
    for column in ("url", "source"):
        op.execute(f"DROP INDEX articles_by_{column}")

"""The texts by their trigrams, so that words inside words are found: FTS5 on SQLite, pg_trgm on PostgreSQL.

PostgreSQL indexes Korean where its locale knows it (any but plain C); elsewhere, and where the extension may not be made, the
search reads all texts and finds the same.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "3"
down_revision = "2"

SQLITE = (
    "CREATE VIRTUAL TABLE texts_search USING fts5(text, content='texts', content_rowid='article', tokenize='trigram')",
    "CREATE TRIGGER texts_search_insert AFTER INSERT ON texts BEGIN "
    "INSERT INTO texts_search (rowid, text) VALUES (new.article, new.text); END",
    "CREATE TRIGGER texts_search_delete AFTER DELETE ON texts BEGIN "
    "INSERT INTO texts_search (texts_search, rowid, text) VALUES ('delete', old.article, old.text); END",
    "CREATE TRIGGER texts_search_update AFTER UPDATE OF text ON texts WHEN old.text <> new.text BEGIN "
    "INSERT INTO texts_search (texts_search, rowid, text) VALUES ('delete', old.article, old.text); "
    "INSERT INTO texts_search (rowid, text) VALUES (new.article, new.text); END",
    "INSERT INTO texts_search (rowid, text) SELECT article, text FROM texts",
)


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        for statement in SQLITE:
            op.execute(statement)
        return
    allowed = connection.execute(
        text(
            "SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm' AND "
            "(installed_version IS NOT NULL OR has_database_privilege(current_database(), 'CREATE'))"
        )
    ).scalar()
    if allowed:
        op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        op.execute("CREATE INDEX texts_search ON texts USING gin (text gin_trgm_ops)")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for name in ("insert", "delete", "update"):
            op.execute(f"DROP TRIGGER texts_search_{name}")
        op.execute("DROP TABLE texts_search")
    else:
        op.execute("DROP INDEX IF EXISTS texts_search")

"""Words of two letters, which have no trigram, are found through an index too.

On SQLite they are the beginnings of the trigrams that FTS5 keeps (fts5vocab lists those; it stores nothing), or stand at the end of a
text. On PostgreSQL, whose pg_trgm does not tell its trigrams, an index of its own holds the pairs of letters: under any locale.
"""

from __future__ import annotations

from alembic import op

revision = "7"
down_revision = "6"

SQLITE = (
    "CREATE VIRTUAL TABLE texts_search_terms USING fts5vocab('texts_search', 'instance')",
    "CREATE INDEX texts_search_end ON texts (substr(text, -2))",
)
POSTGRESQL = (
    # Letter by letter in one pass: substr() would count from the beginning each time.
    "CREATE FUNCTION texts_pairs(text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ "
    "SELECT coalesce(array_agg(DISTINCT letter || follower), '{}') FROM ("
    "SELECT letter, lead(letter) OVER (ORDER BY place) AS follower "
    "FROM unnest(string_to_array(lower($1), NULL)) WITH ORDINALITY AS letters (letter, place)) AS pairs WHERE follower IS NOT NULL $$",
    "CREATE INDEX texts_search_pairs ON texts USING gin (texts_pairs(text))",
)


def upgrade() -> None:
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP INDEX texts_search_end")
        op.execute("DROP TABLE texts_search_terms")
    else:
        op.execute("DROP INDEX texts_search_pairs")
        op.execute("DROP FUNCTION texts_pairs(text)")

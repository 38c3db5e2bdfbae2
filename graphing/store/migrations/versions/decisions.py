"""Decisions in place of judgements, readings beside what was made of them, and Alembic's own table in place of numbered steps."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from alembic import op
from sqlalchemy import text

revision = "2"
down_revision = "1"

UP = """
CREATE TABLE decisions (
    id BIGINT NOT NULL PRIMARY KEY, what VARCHAR NOT NULL, article VARCHAR NOT NULL, about TEXT NOT NULL, subject TEXT NOT NULL,
    value TEXT NOT NULL, "by" TEXT NOT NULL, why TEXT NOT NULL, decided TIMESTAMP NOT NULL
);
CREATE INDEX decisions_by_article ON decisions (article);
CREATE TABLE readings (
    article BIGINT NOT NULL PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, reading TEXT NOT NULL
);
ALTER TABLE meetings ADD COLUMN ordinal BIGINT NOT NULL DEFAULT 0;
ALTER TABLE meetings ADD COLUMN decided BIGINT;
ALTER TABLE entities ADD COLUMN english TEXT;
UPDATE meetings SET ordinal = id;
UPDATE counters SET name = 'decisions' WHERE name = 'judgements'
"""
JUDGEMENTS = """
CREATE TABLE judgements (
    id BIGINT NOT NULL PRIMARY KEY, kind VARCHAR NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, value VARCHAR NOT NULL,
    "by" TEXT NOT NULL, note TEXT NOT NULL, decided TIMESTAMP NOT NULL
);
CREATE INDEX judgements_by_a ON judgements (a);
CREATE INDEX judgements_by_b ON judgements (b);
CREATE TABLE migrations (number INTEGER NOT NULL PRIMARY KEY, applied TIMESTAMP NOT NULL)
"""


def upgrade() -> None:
    _run(UP)
    connection = op.get_bind()
    for row in connection.execute(text("SELECT * FROM judgements ORDER BY id")).mappings().all():
        subject = json.dumps({"a": [row["a"]], "b": [row["b"]]}, ensure_ascii=False)
        values = {"id": row["id"], "what": row["value"], "about": f"{row['a']} {row['b']}", "subject": subject, "by": row["by"]}
        statement = (
            'INSERT INTO decisions (id, what, article, about, subject, value, "by", why, decided) '
            "VALUES (:id, :what, '', :about, :subject, 'null', :by, :why, :decided)"
        )
        connection.execute(text(statement), {**values, "why": row["note"], "decided": row["decided"]})
    op.drop_table("judgements")
    op.execute("DROP TABLE IF EXISTS migrations")


def downgrade() -> None:
    """Back to the first release: judgements of single pairs are kept, all other decisions are lost, and rows stay as they were decided."""
    _run(JUDGEMENTS)
    connection = op.get_bind()
    pairs = text("SELECT * FROM decisions WHERE what IN ('same', 'different', 'unsure') ORDER BY id")
    for row in connection.execute(pairs).mappings().all():
        subject = json.loads(row["subject"])
        # Of a merge any one of its pairs says as much.
        if row["what"] != "same" and (len(subject["a"]) != 1 or len(subject["b"]) != 1):
            continue
        a, b = subject["a"][0], subject["b"][0]
        values = {"id": row["id"], "kind": a.split("/", 2)[1], "a": a, "b": b, "value": row["what"], "by": row["by"], "note": row["why"]}
        statement = (
            'INSERT INTO judgements (id, kind, a, b, value, "by", note, decided) VALUES (:id, :kind, :a, :b, :value, :by, :note, :decided)'
        )
        connection.execute(text(statement), {**values, "decided": row["decided"]})
    op.execute("UPDATE counters SET name = 'judgements' WHERE name = 'decisions'")
    for name in ("decisions", "readings"):
        op.drop_table(name)
    for table, column in (("meetings", "ordinal"), ("meetings", "decided"), ("entities", "english")):
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    now = datetime.now(UTC).replace(tzinfo=None).isoformat(sep=" ")
    connection.execute(text("INSERT INTO migrations (number, applied) VALUES (1, :now)"), {"now": now})


def _run(statements: str) -> None:
    for statement in statements.split(";"):
        op.execute(statement)

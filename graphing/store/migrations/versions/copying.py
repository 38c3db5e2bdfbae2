"""What tells copies of one text: families of articles and their meetings, and what columns of tables mean."""

from __future__ import annotations

from alembic import op

revision = "4"
down_revision = "3"

UP = """
ALTER TABLE articles ADD COLUMN copy_of BIGINT;
CREATE INDEX articles_by_copy ON articles (copy_of);
ALTER TABLE meetings ADD COLUMN same_as BIGINT;
CREATE INDEX meetings_by_same ON meetings (same_as);
CREATE TABLE bands (
    band VARCHAR NOT NULL, article BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, PRIMARY KEY (band, article)
);
CREATE INDEX bands_by_article ON bands (article);
CREATE TABLE table_columns (headers TEXT NOT NULL PRIMARY KEY, columns TEXT NOT NULL)
"""
DOWN = """
DROP TABLE table_columns;
DROP TABLE bands;
DROP INDEX meetings_by_same;
DROP INDEX articles_by_copy;
ALTER TABLE meetings DROP COLUMN same_as;
ALTER TABLE articles DROP COLUMN copy_of
"""


def upgrade() -> None:
    for statement in UP.split(";"):
        op.execute(statement)


def downgrade() -> None:
    for statement in DOWN.split(";"):
        op.execute(statement)

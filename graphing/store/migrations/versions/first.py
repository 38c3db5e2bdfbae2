"""The tables of the first release. A store that it made is at this revision (see ``migrations``)."""

from __future__ import annotations

from alembic import op

revision = "1"
down_revision = None

# Statements that both SQLite and PostgreSQL understand, separated by semicolons. BIGINT ids: SQLite stores any integer in 64 bits.
TABLES = """
CREATE TABLE counters (name VARCHAR NOT NULL PRIMARY KEY, value BIGINT NOT NULL);
CREATE TABLE articles (
    id BIGINT NOT NULL PRIMARY KEY, digest VARCHAR NOT NULL UNIQUE, fingerprint VARCHAR NOT NULL, version INTEGER NOT NULL,
    source TEXT NOT NULL, range_start INTEGER NOT NULL, range_end INTEGER NOT NULL, title TEXT, outlet TEXT, url TEXT, published DATE,
    day INTEGER NOT NULL, characters INTEGER NOT NULL, people INTEGER NOT NULL, organizations INTEGER NOT NULL, meetings INTEGER NOT NULL,
    added TIMESTAMP NOT NULL
);
CREATE INDEX articles_by_day ON articles (day, id);
CREATE INDEX articles_by_outlet ON articles (outlet);
CREATE TABLE texts (
    article BIGINT NOT NULL PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    text TEXT NOT NULL, runs TEXT NOT NULL, paragraphs TEXT NOT NULL
);
CREATE TABLE entities (
    id BIGINT NOT NULL PRIMARY KEY, kind VARCHAR NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, type VARCHAR,
    articles INTEGER NOT NULL, meetings INTEGER NOT NULL
);
CREATE INDEX entities_by_weight ON entities (meetings DESC, articles DESC, id);
CREATE TABLE profiles (
    id BIGINT NOT NULL PRIMARY KEY, kind VARCHAR NOT NULL, key TEXT NOT NULL, digest VARCHAR NOT NULL, profile TEXT NOT NULL,
    level INTEGER NOT NULL, shape VARCHAR NOT NULL, name TEXT NOT NULL, type VARCHAR,
    articles INTEGER NOT NULL, meetings INTEGER NOT NULL, entity BIGINT REFERENCES entities (id),
    UNIQUE (kind, digest)
);
CREATE INDEX profiles_by_key ON profiles (kind, key, level, shape, entity);
CREATE INDEX profiles_by_entity ON profiles (entity);
CREATE TABLE forms (
    profile BIGINT NOT NULL REFERENCES profiles (id) ON DELETE CASCADE, form TEXT NOT NULL, PRIMARY KEY (profile, form)
);
CREATE TABLE appearances (
    id BIGINT NOT NULL PRIMARY KEY, article BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, kind VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL, name TEXT NOT NULL, type VARCHAR, aliases TEXT NOT NULL, mentions TEXT NOT NULL, implied BOOLEAN NOT NULL,
    profile BIGINT NOT NULL REFERENCES profiles (id)
);
CREATE INDEX appearances_by_article ON appearances (article);
CREATE INDEX appearances_by_profile ON appearances (profile, article);
CREATE TABLE posts (
    id BIGINT NOT NULL PRIMARY KEY, article BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    person BIGINT NOT NULL REFERENCES appearances (id) ON DELETE CASCADE,
    organization BIGINT REFERENCES appearances (id) ON DELETE CASCADE,
    organization_name TEXT, title TEXT NOT NULL, former BOOLEAN NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE INDEX posts_by_article ON posts (article);
CREATE INDEX posts_by_person ON posts (person);
CREATE INDEX posts_by_organization ON posts (organization);
CREATE TABLE meetings (
    id BIGINT NOT NULL PRIMARY KEY, article BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, status VARCHAR NOT NULL,
    first_day DATE, last_day DATE, precision VARCHAR, place TEXT, topic TEXT, certainty DOUBLE PRECISION NOT NULL, reason TEXT NOT NULL,
    spans TEXT NOT NULL
);
CREATE INDEX meetings_by_article ON meetings (article);
CREATE INDEX meetings_by_day ON meetings (first_day, id);
CREATE TABLE attendances (
    meeting BIGINT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
    appearance BIGINT NOT NULL REFERENCES appearances (id) ON DELETE CASCADE, name TEXT NOT NULL, "start" INTEGER, "end" INTEGER,
    PRIMARY KEY (meeting, ordinal)
);
CREATE INDEX attendances_by_appearance ON attendances (appearance);
CREATE TABLE judgements (
    id BIGINT NOT NULL PRIMARY KEY, kind VARCHAR NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, value VARCHAR NOT NULL,
    "by" TEXT NOT NULL, note TEXT NOT NULL, decided TIMESTAMP NOT NULL
);
CREATE INDEX judgements_by_a ON judgements (a);
CREATE INDEX judgements_by_b ON judgements (b)
"""

NAMES = (
    "judgements", "attendances", "meetings", "posts", "appearances", "forms", "profiles", "entities", "texts", "articles", "counters",
)  # fmt: skip


def upgrade() -> None:
    for statement in TABLES.split(";"):
        op.execute(statement)


def downgrade() -> None:
    for name in NAMES:
        op.drop_table(name)
    op.execute("DROP TABLE IF EXISTS migrations")

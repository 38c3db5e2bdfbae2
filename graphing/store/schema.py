"""The tables as queries see them; ``migrations`` make them (a test compares the two).

Ids are given out by ``counters``, so that they never come twice and many rows go in at once. Offsets are characters of the
article's cleaned text. JSON columns hold what is only ever read whole.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

# One row a name: 'revision', and the last id given out for each table.
counters = Table("counters", metadata, Column("name", String, primary_key=True), Column("value", Integer, nullable=False))

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", String, nullable=False, unique=True),  # which article it is: outlet and text
    Column("fingerprint", String, nullable=False),  # what was understood of it: changes with every other extraction
    Column("version", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("range_start", Integer, nullable=False),
    Column("range_end", Integer, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("published", Date),
    Column("day", Integer, nullable=False),  # date.toordinal() of published, 0 where undated: what lists are ordered by
    Column("characters", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("organizations", Integer, nullable=False),
    Column("meetings", Integer, nullable=False),
    Column("added", DateTime, nullable=False),  # UTC
    Column("author", Text),
    Column("copy_of", Integer),  # the article that has told the same text first
)
Index("articles_by_day", articles.c.day, articles.c.id)
Index("articles_by_outlet", articles.c.outlet)
Index("articles_by_copy", articles.c.copy_of)
Index("articles_by_url", articles.c.url, postgresql_using="hash")
Index("articles_by_source", articles.c.source, postgresql_using="hash")

# What finds articles of one text (articles/likeness).
bands = Table(
    "bands",
    metadata,
    Column("band", String, primary_key=True),
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
)
Index("bands_by_article", bands.c.article)

# What somebody has said of the columns of a table of articles, by its headers.
table_columns = Table(
    "table_columns",
    metadata,
    Column("headers", Text, primary_key=True),  # JSON [header, …]
    Column("columns", Text, nullable=False),  # JSON {field: header, …}
)

# Apart from articles, so that lists of articles never page through their texts.
texts = Table(
    "texts",
    metadata,
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("runs", Text, nullable=False),  # JSON [[start, length, original_start, original_length], …]
    Column("paragraphs", Text, nullable=False),  # JSON [[start, end, kind], …]
)

entities = Table(
    "entities",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("type", String),
    Column("articles", Integer, nullable=False),
    Column("meetings", Integer, nullable=False),
    Column("english", Text),  # as somebody decided
    Column("group", Text),  # as somebody decided: the business group, '' for none
)
Index("entities_by_weight", entities.c.meetings.desc(), entities.c.articles.desc(), entities.c.id)

# What resolve.Profile holds. Appearances with equal profiles share one, and an entity is a set of profiles.
profiles = Table(
    "profiles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("key", Text, nullable=False),  # the name's key: entities never reach beyond it, except by judgement
    Column("digest", String, nullable=False),  # of Profile.id
    Column("profile", Text, nullable=False),  # JSON, see packing
    Column("level", Integer, nullable=False),  # of a person it tells 2 organisations, 1 titles, 0 the full name, -1 not even that
    Column("shape", String, nullable=False),  # of what it tells, wherever it was told
    Column("name", Text, nullable=False),
    Column("type", String),
    Column("articles", Integer, nullable=False),
    Column("meetings", Integer, nullable=False),
    Column("entity", ForeignKey("entities.id")),
    UniqueConstraint("kind", "digest"),
)
Index("profiles_by_key", profiles.c.kind, profiles.c.key, profiles.c.level, profiles.c.shape, profiles.c.entity)
Index("profiles_by_entity", profiles.c.entity)

# Every form under which a profile was met, for searching.
forms = Table(
    "forms",
    metadata,
    Column("profile", ForeignKey("profiles.id", ondelete="CASCADE"), primary_key=True),
    Column("form", Text, primary_key=True),
)

# A person or organisation of one article. Implied ones stand in posts and meetings only: the extraction lists no such entity.
appearances = Table(
    "appearances",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String, nullable=False),
    Column("ordinal", Integer, nullable=False),  # among the article's appearances of the kind
    Column("name", Text, nullable=False),
    Column("type", String),
    Column("aliases", Text, nullable=False),  # JSON [alias, …]
    Column("mentions", Text, nullable=False),  # JSON [[start, end], …]
    Column("implied", Boolean, nullable=False),
    Column("profile", ForeignKey("profiles.id"), nullable=False),
)
Index("appearances_by_article", appearances.c.article)
Index("appearances_by_profile", appearances.c.profile, appearances.c.article)

posts = Table(
    "posts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("person", ForeignKey("appearances.id", ondelete="CASCADE"), nullable=False),
    Column("organization", ForeignKey("appearances.id", ondelete="CASCADE")),
    Column("organization_name", Text),  # as the extraction has it
    Column("title", Text, nullable=False),
    Column("former", Boolean, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)
Index("posts_by_article", posts.c.article)
Index("posts_by_person", posts.c.person)
Index("posts_by_organization", posts.c.organization)

meetings = Table(
    "meetings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("status", String, nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("precision", String),
    Column("place", Text),
    Column("topic", Text),
    Column("certainty", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("spans", Text, nullable=False),  # JSON, see packing: evidence, cue, words of date, place and topic
    Column("ordinal", Integer, nullable=False),  # among the article's meetings
    Column("decided", Integer),  # the latest decision about it, where there is one
    Column("same_as", Integer),  # the meeting of an article of the same text that stands for this one
)
Index("meetings_by_article", meetings.c.article)
Index("meetings_by_day", meetings.c.first_day, meetings.c.id)
Index("meetings_by_same", meetings.c.same_as)

# Who was there: people with the words that put them there, and unnamed sides (organisations) without.
attendances = Table(
    "attendances",
    metadata,
    Column("meeting", ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("appearance", ForeignKey("appearances.id", ondelete="CASCADE"), nullable=False),
    Column("name", Text, nullable=False),  # as the extraction has it
    Column("start", Integer),
    Column("end", Integer),
)
Index("attendances_by_appearance", attendances.c.appearance)

# Decisions (graphing.decisions) are rows that nothing changes or deletes: an undo is a row, too.
decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("what", String, nullable=False),
    Column("article", String, nullable=False),  # its digest; '' where a decision is about no single article
    Column("about", Text, nullable=False),  # equal for decisions about the same thing
    Column("subject", Text, nullable=False),  # JSON
    Column("value", Text, nullable=False),  # JSON
    Column("by", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("decided", DateTime, nullable=False),  # UTC
)
Index("decisions_by_article", decisions.c.article)

# What the machine read of articles about which decisions stand; of all others the tables above hold just that.
readings = Table(
    "readings",
    metadata,
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("reading", Text, nullable=False),  # JSON, see packing
)

# Where the nodes of pictures stand, as readers were told: nothing hangs on it. The rows of one picture together tell all of its nodes.
places = Table(
    "places",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("picture", Text, nullable=False),
    Column("around", ForeignKey("entities.id", ondelete="CASCADE")),  # whom the picture is about, where it is about somebody
    Column("nodes", LargeBinary, nullable=False),  # see places
)
Index("places_by_picture", places.c.picture, places.c.number)
Index("places_by_around", places.c.around)

"""The store: what was extracted, kept in SQLite or PostgreSQL; the only place that knows SQL.

    with open_store() as store:                   # SQLite in the user's data directory; or open_store("postgresql://…")
        store.add(extractions)                    # -> Added(new, unchanged, replaced, articles)
        snapshot = store.snapshot()               # -> Snapshot(entities, affiliations, meetings, revision)
        store.evidence(meeting=7)                 # -> (Evidence, …)
    store.decide(decision, seen=store.latest())   # a correction by hand; undo(id, by) takes it back

Every save is one transaction; rows are frozen dataclasses (``rows``). Raises StoreError where the database cannot be reached or
is newer than the program, NotFoundError where an id names nothing.
"""

from graphing.store.copying import back_up, copy_store, restore
from graphing.store.naming import default_url
from graphing.store.rows import (
    Added,
    AffiliationRow,
    Appearance,
    ArticleOrder,
    ArticleRow,
    Counts,
    EntityRow,
    Evidence,
    Filters,
    Foreseen,
    Highlight,
    HighlightKind,
    Imported,
    MeetingRow,
    Places,
    Point,
    Shelf,
    Snapshot,
    StoredArticle,
)
from graphing.store.store import Store, open_store

__all__ = [
    "Added",
    "AffiliationRow",
    "Appearance",
    "ArticleOrder",
    "ArticleRow",
    "Counts",
    "EntityRow",
    "Evidence",
    "Filters",
    "Foreseen",
    "Highlight",
    "HighlightKind",
    "Imported",
    "MeetingRow",
    "Places",
    "Point",
    "Shelf",
    "Snapshot",
    "Store",
    "StoredArticle",
    "back_up",
    "copy_store",
    "default_url",
    "open_store",
    "restore",
]

"""The tables of a ledger: what is kept, and the index that is made from it.

Kept: `blob`, `capture`, `document`, `article`, `reading`, `failure`, `review`, `feed`. The index, which can be made
anew from these at any time: `publisher`, `statement`, `party`, `profile`, `entity`, `pairing`, `place`, `label`,
their links, `fingerprint`, `passage` and the words of statements (`search.word_index`). Integer keys are internal: the
outside world sees `article_id`, `statement_id`, `entity_id` and the id of a review.

Times of the clock are UTC, "2026-05-14T09:30:00Z". Times that articles tell are local wall time without an offset,
"2026-05-14T09:30", half-open [start, end), so that comparing text compares times.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects import postgresql

# text is compared by code points on both databases, whatever the server's locale
TEXT = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
# SQLite gives only a plain INTEGER key the fast path to a row
KEY = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _refers(table: str, *, optional: bool = False, index: bool = False, key: bool = False) -> Column[int]:
    """Return a column that holds the key of a row of `table` and is called like it."""
    target = ForeignKey(f"{table}.id")
    return Column(table, KEY, target, nullable=optional, index=index, primary_key=key)


blob = Table(
    "blob",
    metadata,
    Column("sha256", TEXT, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("packing", TEXT, nullable=False),  # "zlib", or "none" for what came packed
    Column("data", LargeBinary, nullable=False),
)

# what versions are versions of; its key is the canonical URL, else a digest of the place, else the article's id
document = Table(
    "document", metadata, Column("id", KEY, primary_key=True), Column("key", TEXT, nullable=False, unique=True)
)

publisher = Table(
    "publisher", metadata, Column("id", KEY, primary_key=True), Column("name", TEXT, nullable=False, unique=True)
)

# one version of a document; its text is kept exactly as extracted
article = Table(
    "article",
    metadata,
    Column("id", KEY, primary_key=True),
    Column("article_id", TEXT, nullable=False, unique=True),
    _refers("document", index=True),
    _refers("publisher", optional=True, index=True),
    Column("url", TEXT, index=True),
    Column("file", TEXT),
    Column("title", TEXT),
    Column("published_start", TEXT, index=True),
    Column("published_end", TEXT),
    Column("fetched", TEXT),
    Column("added_at", TEXT, nullable=False, index=True),
    Column("words", Integer, nullable=False),
    Column("text_sha256", TEXT, nullable=False),
    Column("reading", KEY),  # the current row of `reading`
    Column("text", TEXT, nullable=False),
)

# when and how bytes came in; without a blob where they only showed an article that is kept already
capture = Table(
    "capture",
    metadata,
    Column("id", KEY, primary_key=True),
    Column("key", TEXT, nullable=False, unique=True),
    _refers("article", index=True),
    Column("sha256", TEXT, nullable=False),
    Column("kept", Boolean, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("line", Integer),
    Column("form", TEXT, nullable=False),
    Column("place", TEXT),
    Column("url", TEXT, index=True),
    Column("file", TEXT),
    Column("content_type", TEXT),
    Column("headers", TEXT, nullable=False),  # JSON, [[name, value], …]
    Column("known", TEXT, nullable=False),  # JSON, what the caller said
    Column("fetched", TEXT),
    Column("added_at", TEXT, nullable=False),
)

# the whole Reading as the contract writes it, without the text, as JSON packed with zlib; the older ones are history
reading = Table(
    "reading",
    metadata,
    Column("id", KEY, primary_key=True),
    _refers("article"),
    Column("reader", TEXT, nullable=False),  # version of the program and of its models
    Column("read_at", TEXT, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    UniqueConstraint("article", "reader"),
)

statement = Table(
    "statement",
    metadata,
    Column("id", KEY, primary_key=True),
    Column("statement_id", TEXT, nullable=False, unique=True),
    _refers("article", index=True),
    Column("ordinal", Integer, nullable=False),
    _refers("publisher", optional=True),
    Column("kind", TEXT, nullable=False),
    Column("stance", TEXT, nullable=False),
    Column("reporter", TEXT, nullable=False),
    Column("voice", TEXT, nullable=False),  # "named", "unnamed", or "none" where the text names nobody
    Column("published_start", TEXT),
    Column("published_end", TEXT),
    Column("said_start", TEXT),
    Column("said_end", TEXT),
    Column("score", Float, nullable=False),
    Column("verdict", TEXT),  # "right" or "wrong" where a person has said so
    Column("reviewed", Boolean, nullable=False),
    Column("parent", TEXT),
    Column("denies", TEXT),
    Column("source", TEXT, nullable=False),
    Column("cue", TEXT, nullable=False),
    Column("content", TEXT, nullable=False),
    Index(None, "publisher", "published_start"),
    Index(None, "stance", "published_start"),
    Index(None, "kind", "published_start"),
    Index(None, "voice", "published_start"),
    Index(None, "reporter", "published_start"),
    Index(None, "published_start", "statement_id", "published_end"),
    Index(None, "said_start", "said_end"),
    Index(None, "score"),
    Index(None, "reviewed", "score", "statement_id"),  # the least certain first
)

# one person or body across the ledger
entity = Table(
    "entity",
    metadata,
    Column("id", KEY, primary_key=True),
    Column("entity_id", TEXT, nullable=False, unique=True),
    Column("key", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("role", TEXT),
    Column("affiliation", TEXT),
    Column("country", TEXT, index=True),
    Column("candidates", TEXT, nullable=False),  # JSON, entity ids that it may also be
    Column("undecided", Boolean, nullable=False),
    # the entity that stands for it, where it was merged into another by a person or by what else is known; else itself
    Column("stands", KEY, index=True),
    Column("taken_into", KEY),  # the entity that has taken it in by itself, null where it is one of its own
)

# a way in which articles give a source; absent values are empty text
profile = Table(
    "profile",
    metadata,
    Column("id", KEY, primary_key=True),
    Column("key", TEXT, nullable=False, unique=True),  # a digest of all that follows but the entity
    Column("name_key", TEXT, nullable=False, index=True),
    # where a source is known within its article only, that article's id and its own, as "5f1c0a9be3d24b6a/s2"
    Column("apart", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("role", TEXT, nullable=False),
    Column("affiliation", TEXT, nullable=False),
    Column("country", TEXT, nullable=False, index=True),
    _refers("entity", optional=True, index=True),  # null only while a profile is being put in
)

# the words of names, for finding what bears them (`search.name_index`)
name_word = Table(
    "name_word",
    metadata,
    Column("kind", TEXT, primary_key=True),  # "source", "role", "place", "publisher" or "label"
    Column("word", TEXT, primary_key=True),
    Column("bearer", KEY, primary_key=True),  # the key of a profile, place, publisher or label
    sqlite_with_rowid=False,
)

# an acronym and the full name that an article calls the same body by, as the names that sources are compared under
pairing = Table(
    "pairing",
    metadata,
    Column("short", TEXT, primary_key=True),
    Column("full", TEXT, primary_key=True, index=True),
    _refers("article", key=True, index=True),
)

# who has a part in a statement
party = Table(
    "party",
    metadata,
    _refers("statement", key=True),
    Column("role", TEXT, primary_key=True),  # "source", "against" or "chain"
    Column("ordinal", Integer, primary_key=True),
    _refers("profile"),
    Column("local", TEXT, nullable=False),  # the source's id within its article
    Column("answered", TEXT),  # "against": the id of the statement in which that one answers
    Index(None, "profile", "role", "statement"),
    sqlite_with_rowid=False,
)

place = Table(
    "place",
    metadata,
    Column("id", KEY, primary_key=True),
    Column("key", TEXT, nullable=False, unique=True),  # a digest of all that follows
    Column("geonameid", Integer, nullable=False, index=True),  # 0 where it has none
    Column("name", TEXT, nullable=False),
    Column("country", TEXT, nullable=False),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
)
statement_place = Table(
    "statement_place",
    metadata,
    _refers("statement", key=True),
    _refers("place", key=True, index=True),
    sqlite_with_rowid=False,
)

# what the outlet's own words call those who speak or are spoken against
label = Table("label", metadata, Column("id", KEY, primary_key=True), Column("term", TEXT, nullable=False, unique=True))
statement_label = Table(
    "statement_label",
    metadata,
    _refers("statement", key=True),
    _refers("label", key=True, index=True),
    sqlite_with_rowid=False,
)

fingerprint = Table(
    "fingerprint",
    metadata,
    Column("hash", BigInteger, primary_key=True),
    _refers("article", key=True, index=True),
    sqlite_with_rowid=False,
)

# text that two articles share; `one` is the article whose article_id is the lesser
passage = Table(
    "passage",
    metadata,
    Column("one", KEY, ForeignKey("article.id"), primary_key=True),
    Column("other", KEY, ForeignKey("article.id"), primary_key=True, index=True),
    Column("ordinal", Integer, primary_key=True),
    Column("same", Integer, nullable=False),  # words that both have
    Column("evidence", TEXT, nullable=False),  # JSON, where it stands in both
)

failure = Table(
    "failure",
    metadata,
    Column("id", KEY, primary_key=True),
    Column("key", TEXT, nullable=False, unique=True),
    Column("name", TEXT, nullable=False, index=True),
    Column("line", Integer),
    Column("reason", TEXT, nullable=False),
    Column("reader", TEXT, nullable=False),
    Column("sha256", TEXT),  # null where nothing came in at all
    Column("item", TEXT),  # JSON, what came with the bytes, for another try
    Column("first_at", TEXT, nullable=False),
    Column("last_at", TEXT, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("resolved_at", TEXT),
)

# a log that is only ever added to
review = Table(
    "review",
    metadata,
    Column("id", TEXT, primary_key=True),
    Column("at", TEXT, nullable=False),
    Column("who", TEXT, nullable=False),
    Column("why", TEXT),
    Column("verb", TEXT, nullable=False),
    Column("about", TEXT, nullable=False),  # "statement", "source", "entity", "article"
    Column("article_id", TEXT, index=True),
    Column("target", TEXT, nullable=False, index=True),
    Column("other", TEXT, index=True),  # of an entity: the one that it is merged into, or told from
    Column("value", TEXT, nullable=False),  # JSON
    Column("machine", TEXT, nullable=False),  # JSON, what the machine answered at that time
    Column("undoes", TEXT),
    Index(None, "about"),
    Index(None, "at", "id"),
)

feed = Table(
    "feed",
    metadata,
    Column("url", TEXT, primary_key=True),
    Column("etag", TEXT),
    Column("last_modified", TEXT),
    Column("checked_at", TEXT),
    Column("next_at", TEXT),
    Column("failures", Integer, nullable=False),
)

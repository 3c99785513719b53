CREATE TABLE blob (
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL,
    packing TEXT NOT NULL,
    data BLOB NOT NULL,
    CONSTRAINT pk_blob PRIMARY KEY (sha256)
);

CREATE TABLE document (
    id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    CONSTRAINT pk_document PRIMARY KEY (id),
    CONSTRAINT uq_document_key UNIQUE ("key")
);

CREATE TABLE entity (
    id INTEGER NOT NULL,
    entity_id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    role TEXT,
    affiliation TEXT,
    country TEXT,
    candidates TEXT NOT NULL,
    undecided BOOLEAN NOT NULL,
    stands INTEGER,
    taken_into INTEGER,
    CONSTRAINT pk_entity PRIMARY KEY (id),
    CONSTRAINT uq_entity_entity_id UNIQUE (entity_id)
);

CREATE INDEX ix_entity_country ON entity (country);

CREATE INDEX ix_entity_stands ON entity (stands);

CREATE TABLE failure (
    id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    line INTEGER,
    reason TEXT NOT NULL,
    reader TEXT NOT NULL,
    sha256 TEXT,
    item TEXT,
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    tries INTEGER NOT NULL,
    resolved_at TEXT,
    CONSTRAINT pk_failure PRIMARY KEY (id),
    CONSTRAINT uq_failure_key UNIQUE ("key")
);

CREATE INDEX ix_failure_name ON failure (name);

CREATE TABLE feed (
    url TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    checked_at TEXT,
    next_at TEXT,
    failures INTEGER NOT NULL,
    CONSTRAINT pk_feed PRIMARY KEY (url)
);

CREATE TABLE label (
    id INTEGER NOT NULL,
    term TEXT NOT NULL,
    CONSTRAINT pk_label PRIMARY KEY (id),
    CONSTRAINT uq_label_term UNIQUE (term)
);

CREATE TABLE name_word (
    kind TEXT NOT NULL,
    word TEXT NOT NULL,
    bearer INTEGER NOT NULL,
    CONSTRAINT pk_name_word PRIMARY KEY (kind, word, bearer)
)
 WITHOUT ROWID;

CREATE TABLE place (
    id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    geonameid INTEGER NOT NULL,
    name TEXT NOT NULL,
    country TEXT NOT NULL,
    lat FLOAT NOT NULL,
    lon FLOAT NOT NULL,
    CONSTRAINT pk_place PRIMARY KEY (id),
    CONSTRAINT uq_place_key UNIQUE ("key")
);

CREATE INDEX ix_place_geonameid ON place (geonameid);

CREATE TABLE publisher (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_publisher PRIMARY KEY (id),
    CONSTRAINT uq_publisher_name UNIQUE (name)
);

CREATE TABLE review (
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT,
    verb TEXT NOT NULL,
    about TEXT NOT NULL,
    article_id TEXT,
    target TEXT NOT NULL,
    other TEXT,
    value TEXT NOT NULL,
    machine TEXT NOT NULL,
    undoes TEXT,
    CONSTRAINT pk_review PRIMARY KEY (id)
);

CREATE INDEX ix_review_about ON review (about);

CREATE INDEX ix_review_article_id ON review (article_id);

CREATE INDEX ix_review_at_id ON review (at, id);

CREATE INDEX ix_review_other ON review (other);

CREATE INDEX ix_review_target ON review (target);

CREATE TABLE article (
    id INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    document INTEGER NOT NULL,
    publisher INTEGER,
    url TEXT,
    file TEXT,
    title TEXT,
    published_start TEXT,
    published_end TEXT,
    fetched TEXT,
    added_at TEXT NOT NULL,
    words INTEGER NOT NULL,
    text_sha256 TEXT NOT NULL,
    reading INTEGER,
    text TEXT NOT NULL,
    CONSTRAINT pk_article PRIMARY KEY (id),
    CONSTRAINT uq_article_article_id UNIQUE (article_id),
    CONSTRAINT fk_article_document FOREIGN KEY(document) REFERENCES document (id),
    CONSTRAINT fk_article_publisher FOREIGN KEY(publisher) REFERENCES publisher (id)
);

CREATE INDEX ix_article_added_at ON article (added_at);

CREATE INDEX ix_article_document ON article (document);

CREATE INDEX ix_article_published_start ON article (published_start);

CREATE INDEX ix_article_publisher ON article (publisher);

CREATE INDEX ix_article_url ON article (url);

CREATE TABLE profile (
    id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    name_key TEXT NOT NULL,
    apart TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    role TEXT NOT NULL,
    affiliation TEXT NOT NULL,
    country TEXT NOT NULL,
    entity INTEGER,
    CONSTRAINT pk_profile PRIMARY KEY (id),
    CONSTRAINT uq_profile_key UNIQUE ("key"),
    CONSTRAINT fk_profile_entity FOREIGN KEY(entity) REFERENCES entity (id)
);

CREATE INDEX ix_profile_country ON profile (country);

CREATE INDEX ix_profile_entity ON profile (entity);

CREATE INDEX ix_profile_name_key ON profile (name_key);

CREATE TABLE capture (
    id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    article INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    kept BOOLEAN NOT NULL,
    name TEXT NOT NULL,
    line INTEGER,
    form TEXT NOT NULL,
    place TEXT,
    url TEXT,
    file TEXT,
    content_type TEXT,
    headers TEXT NOT NULL,
    known TEXT NOT NULL,
    fetched TEXT,
    added_at TEXT NOT NULL,
    CONSTRAINT pk_capture PRIMARY KEY (id),
    CONSTRAINT uq_capture_key UNIQUE ("key"),
    CONSTRAINT fk_capture_article FOREIGN KEY(article) REFERENCES article (id)
);

CREATE INDEX ix_capture_article ON capture (article);

CREATE INDEX ix_capture_url ON capture (url);

CREATE TABLE fingerprint (
    hash BIGINT NOT NULL,
    article INTEGER NOT NULL,
    CONSTRAINT pk_fingerprint PRIMARY KEY (hash, article),
    CONSTRAINT fk_fingerprint_article FOREIGN KEY(article) REFERENCES article (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_fingerprint_article ON fingerprint (article);

CREATE TABLE pairing (
    short TEXT NOT NULL,
    "full" TEXT NOT NULL,
    article INTEGER NOT NULL,
    CONSTRAINT pk_pairing PRIMARY KEY (short, "full", article),
    CONSTRAINT fk_pairing_article FOREIGN KEY(article) REFERENCES article (id)
);

CREATE INDEX ix_pairing_article ON pairing (article);

CREATE INDEX ix_pairing_full ON pairing ("full");

CREATE TABLE passage (
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    same INTEGER NOT NULL,
    evidence TEXT NOT NULL,
    CONSTRAINT pk_passage PRIMARY KEY (one, other, ordinal),
    CONSTRAINT fk_passage_one FOREIGN KEY(one) REFERENCES article (id),
    CONSTRAINT fk_passage_other FOREIGN KEY(other) REFERENCES article (id)
);

CREATE INDEX ix_passage_other ON passage (other);

CREATE TABLE reading (
    id INTEGER NOT NULL,
    article INTEGER NOT NULL,
    reader TEXT NOT NULL,
    read_at TEXT NOT NULL,
    payload BLOB NOT NULL,
    CONSTRAINT pk_reading PRIMARY KEY (id),
    CONSTRAINT uq_reading_article_reader UNIQUE (article, reader),
    CONSTRAINT fk_reading_article FOREIGN KEY(article) REFERENCES article (id)
);

CREATE TABLE statement (
    id INTEGER NOT NULL,
    statement_id TEXT NOT NULL,
    article INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    publisher INTEGER,
    kind TEXT NOT NULL,
    stance TEXT NOT NULL,
    reporter TEXT NOT NULL,
    voice TEXT NOT NULL,
    published_start TEXT,
    published_end TEXT,
    said_start TEXT,
    said_end TEXT,
    score FLOAT NOT NULL,
    verdict TEXT,
    reviewed BOOLEAN NOT NULL,
    parent TEXT,
    denies TEXT,
    source TEXT NOT NULL,
    cue TEXT NOT NULL,
    content TEXT NOT NULL,
    CONSTRAINT pk_statement PRIMARY KEY (id),
    CONSTRAINT uq_statement_statement_id UNIQUE (statement_id),
    CONSTRAINT fk_statement_article FOREIGN KEY(article) REFERENCES article (id),
    CONSTRAINT fk_statement_publisher FOREIGN KEY(publisher) REFERENCES publisher (id)
);

CREATE INDEX ix_statement_article ON statement (article);

CREATE INDEX ix_statement_kind_published_start ON statement (kind, published_start);

CREATE INDEX ix_statement_published_start_statement_id_published_end ON statement (published_start, statement_id, published_end);

CREATE INDEX ix_statement_publisher_published_start ON statement (publisher, published_start);

CREATE INDEX ix_statement_reporter_published_start ON statement (reporter, published_start);

CREATE INDEX ix_statement_reviewed_score_statement_id ON statement (reviewed, score, statement_id);

CREATE INDEX ix_statement_said_start_said_end ON statement (said_start, said_end);

CREATE INDEX ix_statement_score ON statement (score);

CREATE INDEX ix_statement_stance_published_start ON statement (stance, published_start);

CREATE INDEX ix_statement_voice_published_start ON statement (voice, published_start);

CREATE TABLE party (
    statement INTEGER NOT NULL,
    role TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    profile INTEGER NOT NULL,
    local TEXT NOT NULL,
    answered TEXT,
    CONSTRAINT pk_party PRIMARY KEY (statement, role, ordinal),
    CONSTRAINT fk_party_statement FOREIGN KEY(statement) REFERENCES statement (id),
    CONSTRAINT fk_party_profile FOREIGN KEY(profile) REFERENCES profile (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_party_profile_role_statement ON party (profile, role, statement);

CREATE TABLE statement_label (
    statement INTEGER NOT NULL,
    label INTEGER NOT NULL,
    CONSTRAINT pk_statement_label PRIMARY KEY (statement, label),
    CONSTRAINT fk_statement_label_statement FOREIGN KEY(statement) REFERENCES statement (id),
    CONSTRAINT fk_statement_label_label FOREIGN KEY(label) REFERENCES label (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_statement_label_label ON statement_label (label);

CREATE TABLE statement_place (
    statement INTEGER NOT NULL,
    place INTEGER NOT NULL,
    CONSTRAINT pk_statement_place PRIMARY KEY (statement, place),
    CONSTRAINT fk_statement_place_statement FOREIGN KEY(statement) REFERENCES statement (id),
    CONSTRAINT fk_statement_place_place FOREIGN KEY(place) REFERENCES place (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_statement_place_place ON statement_place (place);

CREATE VIRTUAL TABLE words USING fts5(content, cue, source, tokenize = 'ascii', columnsize = 0);

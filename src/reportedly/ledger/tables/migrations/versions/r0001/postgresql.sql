CREATE TABLE blob (
    sha256 TEXT COLLATE "C" NOT NULL,
    size BIGINT NOT NULL,
    packing TEXT COLLATE "C" NOT NULL,
    data BYTEA NOT NULL,
    CONSTRAINT pk_blob PRIMARY KEY (sha256)
);

CREATE TABLE document (
    id BIGSERIAL NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    CONSTRAINT pk_document PRIMARY KEY (id),
    CONSTRAINT uq_document_key UNIQUE (key)
);

CREATE TABLE entity (
    id BIGSERIAL NOT NULL,
    entity_id TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C",
    affiliation TEXT COLLATE "C",
    country TEXT COLLATE "C",
    candidates TEXT COLLATE "C" NOT NULL,
    undecided BOOLEAN NOT NULL,
    stands BIGINT,
    taken_into BIGINT,
    CONSTRAINT pk_entity PRIMARY KEY (id),
    CONSTRAINT uq_entity_entity_id UNIQUE (entity_id)
);

CREATE INDEX ix_entity_country ON entity (country);

CREATE INDEX ix_entity_stands ON entity (stands);

CREATE TABLE failure (
    id BIGSERIAL NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    line INTEGER,
    reason TEXT COLLATE "C" NOT NULL,
    reader TEXT COLLATE "C" NOT NULL,
    sha256 TEXT COLLATE "C",
    item TEXT COLLATE "C",
    first_at TEXT COLLATE "C" NOT NULL,
    last_at TEXT COLLATE "C" NOT NULL,
    tries INTEGER NOT NULL,
    resolved_at TEXT COLLATE "C",
    CONSTRAINT pk_failure PRIMARY KEY (id),
    CONSTRAINT uq_failure_key UNIQUE (key)
);

CREATE INDEX ix_failure_name ON failure (name);

CREATE TABLE feed (
    url TEXT COLLATE "C" NOT NULL,
    etag TEXT COLLATE "C",
    last_modified TEXT COLLATE "C",
    checked_at TEXT COLLATE "C",
    next_at TEXT COLLATE "C",
    failures INTEGER NOT NULL,
    CONSTRAINT pk_feed PRIMARY KEY (url)
);

CREATE TABLE label (
    id BIGSERIAL NOT NULL,
    term TEXT COLLATE "C" NOT NULL,
    CONSTRAINT pk_label PRIMARY KEY (id),
    CONSTRAINT uq_label_term UNIQUE (term)
);

CREATE TABLE name_word (
    kind TEXT COLLATE "C" NOT NULL,
    word TEXT COLLATE "C" NOT NULL,
    bearer BIGINT NOT NULL,
    CONSTRAINT pk_name_word PRIMARY KEY (kind, word, bearer)
);

CREATE TABLE place (
    id BIGSERIAL NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    geonameid INTEGER NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    country TEXT COLLATE "C" NOT NULL,
    lat FLOAT NOT NULL,
    lon FLOAT NOT NULL,
    CONSTRAINT pk_place PRIMARY KEY (id),
    CONSTRAINT uq_place_key UNIQUE (key)
);

CREATE INDEX ix_place_geonameid ON place (geonameid);

CREATE TABLE publisher (
    id BIGSERIAL NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    CONSTRAINT pk_publisher PRIMARY KEY (id),
    CONSTRAINT uq_publisher_name UNIQUE (name)
);

CREATE TABLE review (
    id TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    who TEXT COLLATE "C" NOT NULL,
    why TEXT COLLATE "C",
    verb TEXT COLLATE "C" NOT NULL,
    about TEXT COLLATE "C" NOT NULL,
    article_id TEXT COLLATE "C",
    target TEXT COLLATE "C" NOT NULL,
    other TEXT COLLATE "C",
    value TEXT COLLATE "C" NOT NULL,
    machine TEXT COLLATE "C" NOT NULL,
    undoes TEXT COLLATE "C",
    CONSTRAINT pk_review PRIMARY KEY (id)
);

CREATE INDEX ix_review_about ON review (about);

CREATE INDEX ix_review_article_id ON review (article_id);

CREATE INDEX ix_review_at_id ON review (at, id);

CREATE INDEX ix_review_other ON review (other);

CREATE INDEX ix_review_target ON review (target);

CREATE TABLE article (
    id BIGSERIAL NOT NULL,
    article_id TEXT COLLATE "C" NOT NULL,
    document BIGINT NOT NULL,
    publisher BIGINT,
    url TEXT COLLATE "C",
    file TEXT COLLATE "C",
    title TEXT COLLATE "C",
    published_start TEXT COLLATE "C",
    published_end TEXT COLLATE "C",
    fetched TEXT COLLATE "C",
    added_at TEXT COLLATE "C" NOT NULL,
    words INTEGER NOT NULL,
    text_sha256 TEXT COLLATE "C" NOT NULL,
    reading BIGINT,
    text TEXT COLLATE "C" NOT NULL,
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
    id BIGSERIAL NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    apart TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    affiliation TEXT COLLATE "C" NOT NULL,
    country TEXT COLLATE "C" NOT NULL,
    entity BIGINT,
    CONSTRAINT pk_profile PRIMARY KEY (id),
    CONSTRAINT uq_profile_key UNIQUE (key),
    CONSTRAINT fk_profile_entity FOREIGN KEY(entity) REFERENCES entity (id)
);

CREATE INDEX ix_profile_country ON profile (country);

CREATE INDEX ix_profile_entity ON profile (entity);

CREATE INDEX ix_profile_name_key ON profile (name_key);

CREATE TABLE capture (
    id BIGSERIAL NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    article BIGINT NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    kept BOOLEAN NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    line INTEGER,
    form TEXT COLLATE "C" NOT NULL,
    place TEXT COLLATE "C",
    url TEXT COLLATE "C",
    file TEXT COLLATE "C",
    content_type TEXT COLLATE "C",
    headers TEXT COLLATE "C" NOT NULL,
    known TEXT COLLATE "C" NOT NULL,
    fetched TEXT COLLATE "C",
    added_at TEXT COLLATE "C" NOT NULL,
    CONSTRAINT pk_capture PRIMARY KEY (id),
    CONSTRAINT uq_capture_key UNIQUE (key),
    CONSTRAINT fk_capture_article FOREIGN KEY(article) REFERENCES article (id)
);

CREATE INDEX ix_capture_article ON capture (article);

CREATE INDEX ix_capture_url ON capture (url);

CREATE TABLE fingerprint (
    hash BIGINT NOT NULL,
    article BIGINT NOT NULL,
    CONSTRAINT pk_fingerprint PRIMARY KEY (hash, article),
    CONSTRAINT fk_fingerprint_article FOREIGN KEY(article) REFERENCES article (id)
);

CREATE INDEX ix_fingerprint_article ON fingerprint (article);

CREATE TABLE pairing (
    short TEXT COLLATE "C" NOT NULL,
    "full" TEXT COLLATE "C" NOT NULL,
    article BIGINT NOT NULL,
    CONSTRAINT pk_pairing PRIMARY KEY (short, "full", article),
    CONSTRAINT fk_pairing_article FOREIGN KEY(article) REFERENCES article (id)
);

CREATE INDEX ix_pairing_article ON pairing (article);

CREATE INDEX ix_pairing_full ON pairing ("full");

CREATE TABLE passage (
    one BIGINT NOT NULL,
    other BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    same INTEGER NOT NULL,
    evidence TEXT COLLATE "C" NOT NULL,
    CONSTRAINT pk_passage PRIMARY KEY (one, other, ordinal),
    CONSTRAINT fk_passage_one FOREIGN KEY(one) REFERENCES article (id),
    CONSTRAINT fk_passage_other FOREIGN KEY(other) REFERENCES article (id)
);

CREATE INDEX ix_passage_other ON passage (other);

CREATE TABLE reading (
    id BIGSERIAL NOT NULL,
    article BIGINT NOT NULL,
    reader TEXT COLLATE "C" NOT NULL,
    read_at TEXT COLLATE "C" NOT NULL,
    payload BYTEA NOT NULL,
    CONSTRAINT pk_reading PRIMARY KEY (id),
    CONSTRAINT uq_reading_article_reader UNIQUE (article, reader),
    CONSTRAINT fk_reading_article FOREIGN KEY(article) REFERENCES article (id)
);

CREATE TABLE statement (
    id BIGSERIAL NOT NULL,
    statement_id TEXT COLLATE "C" NOT NULL,
    article BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    publisher BIGINT,
    kind TEXT COLLATE "C" NOT NULL,
    stance TEXT COLLATE "C" NOT NULL,
    reporter TEXT COLLATE "C" NOT NULL,
    voice TEXT COLLATE "C" NOT NULL,
    published_start TEXT COLLATE "C",
    published_end TEXT COLLATE "C",
    said_start TEXT COLLATE "C",
    said_end TEXT COLLATE "C",
    score FLOAT NOT NULL,
    verdict TEXT COLLATE "C",
    reviewed BOOLEAN NOT NULL,
    parent TEXT COLLATE "C",
    denies TEXT COLLATE "C",
    source TEXT COLLATE "C" NOT NULL,
    cue TEXT COLLATE "C" NOT NULL,
    content TEXT COLLATE "C" NOT NULL,
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
    statement BIGINT NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    ordinal INTEGER NOT NULL,
    profile BIGINT NOT NULL,
    local TEXT COLLATE "C" NOT NULL,
    answered TEXT COLLATE "C",
    CONSTRAINT pk_party PRIMARY KEY (statement, role, ordinal),
    CONSTRAINT fk_party_statement FOREIGN KEY(statement) REFERENCES statement (id),
    CONSTRAINT fk_party_profile FOREIGN KEY(profile) REFERENCES profile (id)
);

CREATE INDEX ix_party_profile_role_statement ON party (profile, role, statement);

CREATE TABLE statement_label (
    statement BIGINT NOT NULL,
    label BIGINT NOT NULL,
    CONSTRAINT pk_statement_label PRIMARY KEY (statement, label),
    CONSTRAINT fk_statement_label_statement FOREIGN KEY(statement) REFERENCES statement (id),
    CONSTRAINT fk_statement_label_label FOREIGN KEY(label) REFERENCES label (id)
);

CREATE INDEX ix_statement_label_label ON statement_label (label);

CREATE TABLE statement_place (
    statement BIGINT NOT NULL,
    place BIGINT NOT NULL,
    CONSTRAINT pk_statement_place PRIMARY KEY (statement, place),
    CONSTRAINT fk_statement_place_statement FOREIGN KEY(statement) REFERENCES statement (id),
    CONSTRAINT fk_statement_place_place FOREIGN KEY(place) REFERENCES place (id)
);

CREATE INDEX ix_statement_place_place ON statement_place (place);

CREATE TABLE words (statement BIGINT PRIMARY KEY REFERENCES statement (id) ON DELETE CASCADE, words TSVECTOR NOT NULL);

CREATE INDEX ix_words_words ON words USING gin (words);

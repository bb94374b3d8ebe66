"""How a library's SQLite file is laid out."""

SCHEMA_VERSION = 9
SCHEMA = """
CREATE TABLE documents (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    path BLOB UNIQUE,
    title TEXT NOT NULL,
    source TEXT, byline TEXT, published TEXT, language TEXT, url TEXT,
    sha256 TEXT NOT NULL,
    collected TEXT NOT NULL,
    text TEXT NOT NULL,
    named TEXT
) STRICT;
CREATE INDEX documents_sha256 ON documents (sha256);
CREATE INDEX documents_published ON documents (published DESC, key);
CREATE TABLE passages (
    document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    line INTEGER NOT NULL,
    page INTEGER,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE names (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    surface TEXT NOT NULL,
    sure INTEGER NOT NULL,
    document INTEGER NOT NULL DEFAULT 0,
    ruled TEXT,
    entity TEXT,
    UNIQUE (name, type, surface, sure, document)
) STRICT;
CREATE INDEX names_entity ON names (entity);
CREATE INDEX names_mended ON names (key) WHERE entity IS NOT ruled;
CREATE INDEX names_apart ON names (document) WHERE document <> 0;
CREATE TABLE mentions (
    document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
    field TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    name INTEGER NOT NULL REFERENCES names (key),
    stands TEXT,
    PRIMARY KEY (document, field, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_name ON mentions (name, document);
CREATE TABLE quotes (
    document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
    field TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    named_start INTEGER, named_end INTEGER,
    speaker_field TEXT, speaker_start INTEGER,
    cue_start INTEGER, cue_end INTEGER,
    PRIMARY KEY (document, field, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE prints (
    document INTEGER PRIMARY KEY REFERENCES documents (key) ON DELETE CASCADE,
    prints BLOB NOT NULL
) STRICT;
CREATE TABLE entities (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    ruled TEXT,
    is_pinned INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX entities_mended ON entities (id) WHERE ruled IS NOT name OR is_pinned;
CREATE TABLE sketches (
    document INTEGER PRIMARY KEY REFERENCES documents (key) ON DELETE CASCADE,
    length INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    sample BLOB NOT NULL
) STRICT;
CREATE TABLE copies (
    document INTEGER PRIMARY KEY REFERENCES sketches (document) ON DELETE CASCADE,
    leader INTEGER NOT NULL
) STRICT;
CREATE INDEX copies_leader ON copies (leader);
CREATE TABLE dates (
    document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    first INTEGER,
    last INTEGER,
    granularity TEXT NOT NULL,
    PRIMARY KEY (document, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE votes (
    document INTEGER PRIMARY KEY REFERENCES documents (key) ON DELETE CASCADE,
    model TEXT NOT NULL,
    spans TEXT NOT NULL,
    trouble TEXT
) STRICT;
CREATE TABLE abroad (
    document INTEGER PRIMARY KEY REFERENCES documents (key) ON DELETE CASCADE
) STRICT;
CREATE TABLE established (
    words TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    is_short INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE files (
    path BLOB PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    document INTEGER REFERENCES documents (key) ON DELETE SET NULL,
    reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX files_document ON files (document);
CREATE TABLE skipped (path BLOB NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""

SUMMARY = "id, path, title, source, byline, published, language, url, sha256, collected"
"""The columns of a document's head, in the order of `index.model.Document`."""

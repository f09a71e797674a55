-- A timeline as version 1 of the schema had it: one event a statement, no corrections.
PRAGMA application_id = 1130918510;
PRAGMA user_version = 1;
BEGIN;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('created_at', '2025-03-20T10:00:00.000000+00:00');
INSERT INTO meta VALUES ('revised_at', '2025-03-20T11:00:00.000000+00:00');
INSERT INTO meta VALUES ('uuid', '0b5d8a52-93a2-4c1e-9a57-0123456789ab');
CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,           -- identity: stays when the text is edited
    content_hash TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    url TEXT,
    source TEXT NOT NULL,
    language TEXT NOT NULL,
    timezone TEXT NOT NULL,
    publication TEXT NOT NULL,          -- JSON
    published_on TEXT,                  -- ISO day
    body_start INTEGER NOT NULL,
    added_at TEXT NOT NULL,             -- UTC
    updated_at TEXT NOT NULL
);
CREATE INDEX articles_by_content ON articles (content_hash);
CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_by_title ON articles (title);
CREATE INDEX articles_by_source ON articles (source);
INSERT INTO articles VALUES (
    1, 'aaaaaaaaaaaaaaaa', 'h1', 'Sommet à Paris',
    'Sommet à Paris' || char(10, 10) || 'Le ministre est arrivé jeudi. Un sommet sur la sécurité de l''Ukraine réunira samedi à Paris trente chefs militaires.',
    NULL, 'a.txt', 'fr', 'Europe/Paris', '{"v":1,"rule":"option","on":"2025-03-20"}', '2025-03-20',
    16, '2025-03-20T10:00:00.000000+00:00', '2025-03-20T10:00:00.000000+00:00'
);
CREATE TABLE article_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    content_hash TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    publication TEXT NOT NULL,
    replaced_at TEXT NOT NULL
);
CREATE INDEX versions_by_article ON article_versions (article_id);
CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    resolution TEXT,
    earliest TEXT,
    latest TEXT,
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    sequence INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL
);
INSERT INTO events VALUES (
    1, '6d3b1f5e-0000-5000-8000-000000000001', 'Le ministre est arrivé jeudi',
    '{"v":1,"type":"DATE","value":"2025-03-20","days":["2025-03-20","2025-03-20"],"granularity":"day","edtf":"2025-03-20"}',
    '2025-03-20', '2025-03-20', 'past', 'event', 'c1', 0,
    '2025-03-20T10:00:00.000000+00:00', '2025-03-20T10:00:00.000000+00:00'
);
INSERT INTO events VALUES (
    2, '6d3b1f5e-0000-5000-8000-000000000002', 'Un sommet sur la sécurité de l''Ukraine réunira samedi à Paris trente chefs militaires',
    '{"v":1,"type":"DATE","value":"2025-03-22","days":["2025-03-22","2025-03-22"],"granularity":"day","edtf":"2025-03-22"}',
    '2025-03-22', '2025-03-22', 'planned', 'event', 'c2', 2,
    '2025-03-20T10:00:00.000000+00:00', '2025-03-20T11:00:00.000000+00:00'
);
CREATE TABLE statements (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    key TEXT NOT NULL UNIQUE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    quote TEXT NOT NULL,
    title TEXT NOT NULL,
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    basis TEXT NOT NULL,
    cue TEXT NOT NULL,
    resolution TEXT,
    timex TEXT,
    earliest TEXT,
    latest TEXT,
    event_id INTEGER NOT NULL REFERENCES events (id)
);
CREATE INDEX statements_by_article ON statements (article_id, ordinal);
INSERT INTO statements VALUES (
    1, 1, 'aaaaaaaaaaaaaaaa/1', 0, 16, 45, 'Le ministre est arrivé jeudi.',
    'Le ministre est arrivé jeudi', 'past', 'event', 'timex', '', '=',
    '{"v":1,"span":[39,44],"text":"jeudi","resolution":{"type":"DATE","value":"2025-03-20","days":["2025-03-20","2025-03-20"],"granularity":"day","edtf":"2025-03-20"}}',
    '2025-03-20', '2025-03-20', 1
);
INSERT INTO statements VALUES (
    2, 1, 'aaaaaaaaaaaaaaaa/2', 1, 46, 132, 'Un sommet sur la sécurité de l''Ukraine réunira samedi à Paris trente chefs militaires.',
    'Un sommet sur la sécurité de l''Ukraine réunira samedi à Paris trente chefs militaires', 'planned', 'event', 'timex', '', '=',
    '{"v":1,"span":[93,99],"text":"samedi","resolution":{"type":"DATE","value":"2025-03-22","days":["2025-03-22","2025-03-22"],"granularity":"day","edtf":"2025-03-22"}}',
    '2025-03-22', '2025-03-22', 2
);
COMMIT;

CREATE TABLE IF NOT EXISTS run (
  id          TEXT PRIMARY KEY,
  pack        TEXT NOT NULL,
  number      INTEGER NOT NULL,
  pack_file   TEXT NOT NULL,
  out         TEXT NOT NULL,
  plan_hash   TEXT NOT NULL,
  status      TEXT NOT NULL,
  snapshot    TEXT NOT NULL,
  summary     TEXT,
  started_at  INTEGER NOT NULL,
  finished_at INTEGER,
  UNIQUE (pack, number)
) STRICT;

CREATE TABLE IF NOT EXISTS asset (
  run      TEXT NOT NULL,
  position INTEGER NOT NULL,
  entry    TEXT NOT NULL,
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS step (
  run    TEXT NOT NULL,
  name   TEXT NOT NULL,
  output TEXT NOT NULL,
  PRIMARY KEY (run, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS call (
  id            TEXT PRIMARY KEY,
  run           TEXT NOT NULL,
  asset         TEXT NOT NULL,
  provider      TEXT NOT NULL,
  owner         TEXT NOT NULL,
  state         TEXT NOT NULL,
  estimated_usd REAL NOT NULL,
  usd           REAL,
  polls         INTEGER NOT NULL DEFAULT 0,
  attempts      INTEGER NOT NULL DEFAULT 1,
  ticket        TEXT,
  result        TEXT,
  error         TEXT,
  job           TEXT,
  claimed_at    INTEGER NOT NULL,
  submitted_at  INTEGER,
  finished_at   INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS call_by_run ON call (run, asset);
CREATE INDEX IF NOT EXISTS call_by_time ON call (claimed_at);

CREATE TABLE IF NOT EXISTS artifact (
  request_hash TEXT PRIMARY KEY,
  run          TEXT NOT NULL,
  made_at      INTEGER NOT NULL,
  entry        TEXT NOT NULL,
  files        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS vote (
  pack   TEXT NOT NULL,
  pair   TEXT NOT NULL,
  voter  TEXT NOT NULL,
  choice TEXT NOT NULL,
  at     INTEGER NOT NULL,
  PRIMARY KEY (pack, pair, voter)
) STRICT;

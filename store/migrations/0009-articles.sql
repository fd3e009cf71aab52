-- Texts people brought in to be read: beside each capture that is an article stand its descriptions (who published it, when,
-- by whom it was first: append only, the last of a capture holds, the earlier ones stay), the texts that extractors read out
-- of it, and how far its reading has come. What is said of an article is for those who may read its bytes: the policies ask
-- for a chunk, and row-level security answers for the chunk.

CREATE TABLE capture.article (
  programme text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  -- JSON text: domain/evidence/description.ts
  described text NOT NULL,
  received timestamptz NOT NULL,
  author uuid NOT NULL,
  PRIMARY KEY (programme, id)
);
CREATE INDEX article_digest ON capture.article (programme, digest, id);

-- Which text an extractor of a version read out of a capture. The text is a capture of its own, so its bytes are named by
-- their digest, kept, secured, erased and verified as all others; quotes anchor to it, and a later extractor adds a row.
CREATE TABLE capture.extraction (
  programme text COLLATE "C" NOT NULL,
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  extractor text NOT NULL,
  version text NOT NULL,
  text_digest bytea NOT NULL CHECK (octet_length(text_digest) = 32),
  -- Unicode code points of the text
  length integer NOT NULL,
  -- JSON text: where its lines stand on the pages of the capture; an empty list where it has none
  layout text NOT NULL,
  -- JSON text: the problems the extractor told
  notices text NOT NULL,
  made timestamptz NOT NULL,
  PRIMARY KEY (programme, digest, extractor, version)
);

-- How far a person's reading of an article has come; append only, the last one holds.
CREATE TABLE capture.reading (
  programme text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  state text NOT NULL CHECK (state IN ('reading', 'finished')),
  instant timestamptz NOT NULL,
  author uuid NOT NULL,
  PRIMARY KEY (programme, id)
);
CREATE INDEX reading_digest ON capture.reading (programme, digest, id);

-- The index of near-duplicates (domain/evidence/min-hash.ts): worked out from the texts, and made anew where it is missing.
CREATE TABLE capture.sketch (
  programme text COLLATE "C" NOT NULL,
  version smallint NOT NULL,
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  -- a short name for the bands
  n integer GENERATED ALWAYS AS IDENTITY,
  runs integer NOT NULL,
  places int8[] NOT NULL,
  PRIMARY KEY (programme, version, digest)
);
CREATE UNIQUE INDEX sketch_n ON capture.sketch (programme, version, n);
CREATE TABLE capture.band (
  programme text COLLATE "C" NOT NULL,
  version smallint NOT NULL,
  band int8 NOT NULL,
  n integer NOT NULL,
  PRIMARY KEY (programme, version, band, n)
);

ALTER TABLE capture.article ENABLE ROW LEVEL SECURITY;
ALTER TABLE capture.article FORCE ROW LEVEL SECURITY;
ALTER TABLE capture.extraction ENABLE ROW LEVEL SECURITY;
ALTER TABLE capture.extraction FORCE ROW LEVEL SECURITY;
ALTER TABLE capture.reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE capture.reading FORCE ROW LEVEL SECURITY;
ALTER TABLE capture.sketch ENABLE ROW LEVEL SECURITY;
ALTER TABLE capture.sketch FORCE ROW LEVEL SECURITY;
ALTER TABLE capture.band ENABLE ROW LEVEL SECURITY;
ALTER TABLE capture.band FORCE ROW LEVEL SECURITY;

CREATE POLICY of_programme ON capture.article AS RESTRICTIVE
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));
CREATE POLICY of_programme ON capture.extraction AS RESTRICTIVE
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));
CREATE POLICY of_programme ON capture.reading AS RESTRICTIVE
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));
CREATE POLICY of_programme ON capture.sketch
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));
CREATE POLICY of_programme ON capture.band
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));

CREATE POLICY entitled ON capture.article FOR SELECT
  USING (EXISTS (SELECT 1 FROM capture.file f JOIN capture.chunk c ON c.programme = f.programme AND c.upload = f.upload
    WHERE f.programme = article.programme AND f.digest = article.digest AND c.n = 0));
CREATE POLICY entitled ON capture.extraction FOR SELECT
  USING (EXISTS (SELECT 1 FROM capture.file f JOIN capture.chunk c ON c.programme = f.programme AND c.upload = f.upload
    WHERE f.programme = extraction.programme AND f.digest = extraction.digest AND c.n = 0));
CREATE POLICY entitled ON capture.reading FOR SELECT
  USING (EXISTS (SELECT 1 FROM capture.file f JOIN capture.chunk c ON c.programme = f.programme AND c.upload = f.upload
    WHERE f.programme = reading.programme AND f.digest = reading.digest AND c.n = 0));
CREATE POLICY entered ON capture.article FOR INSERT
  WITH CHECK (programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid
        AND r.role IN ('collector', 'reviewer', 'administrator')));
CREATE POLICY entered ON capture.extraction FOR INSERT
  WITH CHECK (programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid
        AND r.role IN ('collector', 'reviewer', 'administrator')));
CREATE POLICY entered ON capture.reading FOR INSERT
  WITH CHECK (programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid
        AND r.role IN ('collector', 'reviewer', 'administrator')));
-- a description may name people: administrators erase it with the bytes it is of
CREATE POLICY erased ON capture.article FOR DELETE
  USING (programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid AND r.role = 'administrator'));

-- backup and restore work as the tables' owner
CREATE POLICY whole ON capture.article TO tilth_migrate USING (true);
CREATE POLICY whole ON capture.extraction TO tilth_migrate USING (true);
CREATE POLICY whole ON capture.reading TO tilth_migrate USING (true);

GRANT SELECT, INSERT, DELETE ON capture.article TO tilth_server;
GRANT SELECT, INSERT ON capture.extraction, capture.reading TO tilth_server;
GRANT SELECT, INSERT, DELETE ON capture.sketch, capture.band TO tilth_server;

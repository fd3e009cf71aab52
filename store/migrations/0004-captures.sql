-- Captures: the bytes of sources as received, in chunks of at most 1 MiB, named by the SHA-256 of the whole. Never
-- altered; the bytes can be erased (law 9), the row with its hash stays. Chunks come in under an upload's id, each in a
-- transaction of its own, so that a slow upload holds no connection; the row in capture.file makes them a capture.

CREATE SCHEMA capture;
GRANT USAGE ON SCHEMA capture TO tilth_server;

CREATE TABLE capture.file (
  programme text COLLATE "C" NOT NULL,
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  upload uuid NOT NULL,
  bytes bigint NOT NULL,
  chunks integer NOT NULL,
  media_type text NOT NULL,
  name text NOT NULL,
  -- the highest of what is in it
  sensitivity text NOT NULL CHECK (sensitivity IN ('public', 'partner', 'restricted', 'personal')),
  received timestamptz NOT NULL,
  author uuid NOT NULL,
  PRIMARY KEY (programme, digest)
);

CREATE TABLE capture.chunk (
  programme text COLLATE "C" NOT NULL,
  upload uuid NOT NULL,
  n integer NOT NULL,
  -- the level stands here too, so that the policy needs no look at another table of this schema
  sensitivity text NOT NULL,
  author uuid NOT NULL,
  body bytea NOT NULL CHECK (octet_length(body) <= 1048576),
  PRIMARY KEY (programme, upload, n)
);
-- most captures are compressed already, or are read in pieces
ALTER TABLE capture.chunk ALTER COLUMN body SET STORAGE EXTERNAL;

ALTER TABLE capture.file ENABLE ROW LEVEL SECURITY;
ALTER TABLE capture.file FORCE ROW LEVEL SECURITY;
ALTER TABLE capture.chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE capture.chunk FORCE ROW LEVEL SECURITY;

CREATE POLICY of_programme ON capture.file AS RESTRICTIVE
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));
CREATE POLICY of_programme ON capture.chunk AS RESTRICTIVE
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));

-- That a capture exists, and its hash, is for all who may see the programme; its bytes are for those who may read them.
CREATE POLICY known ON capture.file USING (true);
CREATE POLICY entitled ON capture.chunk FOR SELECT
  USING (sensitivity = 'public'
    OR author = nullif(current_setting('tilth.person', true), '')::uuid
    OR programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid
        AND (r.role IN ('reviewer', 'administrator')
          OR chunk.sensitivity = 'partner'
          OR (r.role = 'collector' AND chunk.sensitivity = 'restricted'))));
CREATE POLICY entered ON capture.chunk FOR INSERT
  WITH CHECK (programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid
        AND r.role IN ('collector', 'reviewer', 'administrator')));
-- administrators erase; whoever uploads takes back what did not become a capture
CREATE POLICY erased ON capture.chunk FOR DELETE
  USING ((author = nullif(current_setting('tilth.person', true), '')::uuid
      AND NOT EXISTS (SELECT 1 FROM capture.file f WHERE f.programme = chunk.programme AND f.upload = chunk.upload))
    OR programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid
        AND r.role = 'administrator'));

-- backup and restore work as the tables' owner, for the programmes of their transaction
CREATE POLICY whole ON capture.chunk TO tilth_migrate USING (true);

GRANT SELECT, INSERT ON capture.file TO tilth_server;
GRANT SELECT, INSERT, DELETE ON capture.chunk TO tilth_server;

-- The room apart (law 9): personal values with their salts, columns no mapping names, each programme's secret, and the
-- record of what was erased. In the log stand only commitments, so erasing here changes no digest.
--
-- Rows are for the programmes of the transaction and for people with a role in them: tilth.person must be set. Personal
-- values are read by reviewers and administrators, and by whoever entered them; restricted columns by collectors too.

CREATE SCHEMA room;
GRANT USAGE ON SCHEMA room TO tilth_server;

CREATE TABLE room.personal (
  programme text COLLATE "C" NOT NULL,
  report uuid NOT NULL,
  -- place of the claim in the report's claims
  n integer NOT NULL,
  author uuid NOT NULL,
  -- 16 random bytes as hex
  salt text NOT NULL,
  -- canonical JSON of the value
  value text NOT NULL,
  PRIMARY KEY (programme, report, n)
);

CREATE TABLE room.kept (
  programme text COLLATE "C" NOT NULL,
  report uuid NOT NULL,
  author uuid NOT NULL,
  sensitivity text NOT NULL CHECK (sensitivity IN ('restricted', 'personal')),
  -- JSON object of column to text
  columns text NOT NULL,
  PRIMARY KEY (programme, report)
);

-- 32 bytes under which importers derive ids and row keys, so that those tell nothing about people
CREATE TABLE room.secret (
  programme text COLLATE "C" PRIMARY KEY,
  secret bytea NOT NULL CHECK (octet_length(secret) = 32)
);

CREATE TABLE room.erasure (
  programme text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  -- the report whose personal values were erased, or the digest of the capture
  report uuid,
  capture bytea,
  instant timestamptz NOT NULL,
  author uuid NOT NULL,
  reason text NOT NULL,
  -- how many values
  count integer NOT NULL,
  PRIMARY KEY (programme, id)
);

ALTER TABLE room.personal ENABLE ROW LEVEL SECURITY;
ALTER TABLE room.personal FORCE ROW LEVEL SECURITY;
ALTER TABLE room.kept ENABLE ROW LEVEL SECURITY;
ALTER TABLE room.kept FORCE ROW LEVEL SECURITY;
ALTER TABLE room.secret ENABLE ROW LEVEL SECURITY;
ALTER TABLE room.secret FORCE ROW LEVEL SECURITY;
ALTER TABLE room.erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE room.erasure FORCE ROW LEVEL SECURITY;

-- Every row first has to be of the programmes asked for; then somebody has to be entitled to it.
CREATE POLICY of_programme ON room.personal AS RESTRICTIVE
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));
CREATE POLICY of_programme ON room.kept AS RESTRICTIVE
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));
-- a key, not a record on people: the importer needs it before anybody reads
CREATE POLICY of_programme ON room.secret
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));
CREATE POLICY of_programme ON room.erasure AS RESTRICTIVE
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));

CREATE POLICY entitled ON room.personal FOR SELECT
  USING (author = nullif(current_setting('tilth.person', true), '')::uuid
    OR programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid
        AND r.role IN ('reviewer', 'administrator')));
CREATE POLICY entered ON room.personal FOR INSERT
  WITH CHECK (programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid
        AND r.role IN ('collector', 'reviewer', 'administrator')));
CREATE POLICY erased ON room.personal FOR DELETE
  USING (programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid
        AND r.role = 'administrator'));

CREATE POLICY entitled ON room.kept FOR SELECT
  USING (author = nullif(current_setting('tilth.person', true), '')::uuid
    OR programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid
        AND (r.role IN ('reviewer', 'administrator')
          OR (r.role = 'collector' AND kept.sensitivity = 'restricted'))));
CREATE POLICY entered ON room.kept FOR INSERT
  WITH CHECK (programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid
        AND r.role IN ('collector', 'reviewer', 'administrator')));
CREATE POLICY erased ON room.kept FOR DELETE
  USING (programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid
        AND r.role = 'administrator'));

CREATE POLICY entitled ON room.erasure
  USING (programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid
        AND r.role IN ('reviewer', 'administrator')));

-- backup and restore work as the tables' owner, for the programmes of their transaction
CREATE POLICY whole ON room.personal TO tilth_migrate USING (true);
CREATE POLICY whole ON room.kept TO tilth_migrate USING (true);
CREATE POLICY whole ON room.erasure TO tilth_migrate USING (true);

GRANT SELECT, INSERT, DELETE ON room.personal, room.kept TO tilth_server;
GRANT SELECT, INSERT ON room.secret, room.erasure TO tilth_server;

-- How an importer's rows are known again: digests under the programme's secret, which tell nothing about people by
-- themselves, but which row was whose must not be read by everybody. One row for each row of a source that has an
-- identity, or that a snapshot listed; `content` and `report` are of the last time it said something new.

CREATE TABLE room.row_key (
  programme text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  identity text COLLATE "C" NOT NULL,
  -- place among rows of one identity
  place integer NOT NULL,
  content text COLLATE "C" NOT NULL,
  report uuid NOT NULL,
  -- the row's own items: JSON list of {id, kind}
  items text NOT NULL,
  -- day of the last snapshot that lists it; null outside snapshots
  day text COLLATE "C",
  PRIMARY KEY (programme, source, identity, place)
);

-- Snapshots of a source that were read to their end.
CREATE TABLE room.snapshot (
  programme text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  day text COLLATE "C" NOT NULL,
  PRIMARY KEY (programme, source, day)
);

ALTER TABLE room.row_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE room.row_key FORCE ROW LEVEL SECURITY;
ALTER TABLE room.snapshot ENABLE ROW LEVEL SECURITY;
ALTER TABLE room.snapshot FORCE ROW LEVEL SECURITY;

CREATE POLICY of_programme ON room.row_key AS RESTRICTIVE
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));
CREATE POLICY of_programme ON room.snapshot AS RESTRICTIVE
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));

CREATE POLICY entitled ON room.row_key
  USING (programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid
        AND r.role IN ('collector', 'reviewer', 'administrator')));
CREATE POLICY entitled ON room.snapshot
  USING (programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid
        AND r.role IN ('collector', 'reviewer', 'administrator')));

GRANT SELECT, INSERT, UPDATE ON room.row_key TO tilth_server;
GRANT SELECT, INSERT ON room.snapshot TO tilth_server;

-- backup and restore
CREATE POLICY whole ON room.row_key TO tilth_migrate USING (true);
CREATE POLICY whole ON room.snapshot TO tilth_migrate USING (true);

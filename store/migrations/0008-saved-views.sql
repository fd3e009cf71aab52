-- Lists that people come back to: what they are narrowed by, their columns and order, under a name. A person's own, or shared
-- with all who have a role in the programme. No part of the record: nothing follows from them, and they may be dropped.
CREATE TABLE office.saved_view (
  programme text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  person uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  shared boolean NOT NULL,
  -- what the list's address says: JSON text
  asked text NOT NULL,
  PRIMARY KEY (programme, id)
);

ALTER TABLE office.saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE office.saved_view FORCE ROW LEVEL SECURITY;

CREATE POLICY of_programme ON office.saved_view AS RESTRICTIVE
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));

CREATE POLICY seen ON office.saved_view FOR SELECT
  USING (programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid)
    AND (shared OR person = nullif(current_setting('tilth.person', true), '')::uuid));
CREATE POLICY saved ON office.saved_view FOR INSERT
  WITH CHECK (person = nullif(current_setting('tilth.person', true), '')::uuid
    AND programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid));
-- one's own; what is shared also by administrators
CREATE POLICY changed ON office.saved_view FOR UPDATE
  USING (person = nullif(current_setting('tilth.person', true), '')::uuid
    OR (shared AND programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid AND r.role = 'administrator')));
CREATE POLICY dropped ON office.saved_view FOR DELETE
  USING (person = nullif(current_setting('tilth.person', true), '')::uuid
    OR (shared AND programme IN (SELECT r.programme FROM office.role r
      WHERE r.person = nullif(current_setting('tilth.person', true), '')::uuid AND r.role = 'administrator')));

-- backup and restore work as the tables' owner
CREATE POLICY whole ON office.saved_view TO tilth_migrate USING (true);

GRANT SELECT, INSERT, DELETE ON office.saved_view TO tilth_server;
GRANT UPDATE (kind, name, shared, asked) ON office.saved_view TO tilth_server;

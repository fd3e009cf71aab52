-- The office: who this copy of the log is, its programmes, people, roles, sign-in links and sessions.
-- These tables are the only ones whose key need not begin with the programme (reference tables on a distributed database).

CREATE SCHEMA office;
GRANT USAGE ON SCHEMA office TO tilth_server, tilth_fold, tilth_reader;

-- One row: every receipt, print and export names this office.
CREATE TABLE office.self (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  id uuid NOT NULL,
  name text NOT NULL
);

CREATE TABLE office.programme (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text NOT NULL,
  -- IANA time zone
  zone text NOT NULL,
  -- per kind or '*', up to which sensitivity it is public: JSON text
  public text NOT NULL DEFAULT '{}',
  -- sample data
  invented boolean NOT NULL DEFAULT false
);

-- Accounts. The name is what somebody signs in by, so it is unique; it says nothing about people in the record.
CREATE TABLE office.person (
  id uuid PRIMARY KEY,
  name text COLLATE "C" NOT NULL UNIQUE CHECK (name <> '')
);

CREATE TABLE office.role (
  programme text COLLATE "C" NOT NULL REFERENCES office.programme,
  person uuid NOT NULL REFERENCES office.person,
  role text NOT NULL CHECK (role IN ('viewer', 'collector', 'reviewer', 'administrator')),
  PRIMARY KEY (programme, person)
);
CREATE INDEX role_of_person ON office.role (person);

-- Only the SHA-256 of a token is kept, of links and sessions alike.
CREATE TABLE office.sign_in_link (
  token bytea PRIMARY KEY CHECK (octet_length(token) = 32),
  person uuid NOT NULL REFERENCES office.person,
  expires timestamptz NOT NULL,
  used timestamptz
);

CREATE TABLE office.session (
  token bytea PRIMARY KEY CHECK (octet_length(token) = 32),
  person uuid NOT NULL REFERENCES office.person,
  expires timestamptz NOT NULL
);

GRANT SELECT, INSERT ON office.self, office.person TO tilth_server;
GRANT SELECT, INSERT, UPDATE ON office.programme, office.role TO tilth_server;
GRANT SELECT, INSERT, UPDATE, DELETE ON office.sign_in_link, office.session TO tilth_server;
GRANT SELECT ON office.self, office.programme, office.role TO tilth_fold, tilth_reader;

-- The log: entries, the receipts this office gave them, what they mention, and the counter that numbers them.
-- Append only (law 1): the server's role has SELECT and INSERT, nothing else. No foreign keys between entries: an entry
-- may name one that has not arrived (design, The fold).
--
-- Row-level security, forced on the owner too: tilth.programmes is the set of programmes this transaction is for
-- (act-as.ts sets it); unset or empty means nothing. The expression stands in each policy in full, because functions
-- and their privileges do not travel to the workers of a distributed database by themselves.

CREATE SCHEMA log;
GRANT USAGE ON SCHEMA log TO tilth_server, tilth_fold;

CREATE TABLE log.entry (
  programme text COLLATE "C" NOT NULL,
  -- the receipt's number: how the office reads its log in order
  number bigint NOT NULL CHECK (number > 0),
  id uuid NOT NULL,
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  type text NOT NULL CHECK (type IN ('report', 'decision', 'rule')),
  author uuid NOT NULL,
  -- canonical JSON (RFC 8785): exactly the bytes that were digested
  body text NOT NULL,
  PRIMARY KEY (programme, number),
  -- not (programme, id): two offices may hold one id with two digests until a person decides
  UNIQUE (programme, id, digest)
);

-- rules are few and read often
CREATE INDEX entry_rule ON log.entry (programme, number) WHERE type = 'rule';

CREATE TABLE log.receipt (
  programme text COLLATE "C" NOT NULL,
  number bigint NOT NULL CHECK (number > 0),
  instant timestamptz NOT NULL,
  entry uuid NOT NULL,
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  previous bytea NOT NULL CHECK (octet_length(previous) = 32),
  receipt_digest bytea NOT NULL CHECK (octet_length(receipt_digest) = 32),
  PRIMARY KEY (programme, number)
);
-- From an instant to the last number received by then. Without the number in it: before the first ANALYZE a planner takes
-- such an index for one by number, and then reads all of it for each row.
CREATE INDEX receipt_instant ON log.receipt (programme, instant);

-- Which entries a thing's fold needs: target is an item, a report or another entry that entry `number` names.
CREATE TABLE log.mention (
  programme text COLLATE "C" NOT NULL,
  target uuid NOT NULL,
  number bigint NOT NULL,
  PRIMARY KEY (programme, target, number)
);
-- the other way: what an entry mentions
CREATE INDEX mention_number ON log.mention (programme, number);

-- Locked first by every append, so numbers have no gaps and become visible in order.
CREATE TABLE log.counter (
  programme text COLLATE "C" PRIMARY KEY,
  next bigint NOT NULL DEFAULT 1,
  last_instant timestamptz NOT NULL DEFAULT '-infinity',
  -- digest of the last receipt; 32 zero bytes before the first
  last_digest bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex') CHECK (octet_length(last_digest) = 32)
);

ALTER TABLE log.entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE log.entry FORCE ROW LEVEL SECURITY;
ALTER TABLE log.receipt ENABLE ROW LEVEL SECURITY;
ALTER TABLE log.receipt FORCE ROW LEVEL SECURITY;
ALTER TABLE log.mention ENABLE ROW LEVEL SECURITY;
ALTER TABLE log.mention FORCE ROW LEVEL SECURITY;
ALTER TABLE log.counter ENABLE ROW LEVEL SECURITY;
ALTER TABLE log.counter FORCE ROW LEVEL SECURITY;

CREATE POLICY of_programme ON log.entry
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));
CREATE POLICY of_programme ON log.receipt
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));
CREATE POLICY of_programme ON log.mention
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));
CREATE POLICY of_programme ON log.counter
  USING (programme = ANY ((SELECT string_to_array(current_setting('tilth.programmes', true), ','))::text[]));

GRANT SELECT, INSERT ON log.entry, log.receipt, log.mention, log.counter TO tilth_server;
GRANT UPDATE (next, last_instant, last_digest) ON log.counter TO tilth_server;
GRANT SELECT ON log.entry, log.receipt, log.mention, log.counter TO tilth_fold;

-- A receipt is found by its number first. While this index began with the programme, as the primary key does, the planner
-- took it for looking up a number as long as the table had no statistics, and read every receipt for each.
DROP INDEX log.receipt_instant;
CREATE INDEX receipt_instant ON log.receipt (instant, programme);

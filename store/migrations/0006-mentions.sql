-- What an entry mentions is found by its number first. While this index began with the programme, as the primary key does,
-- the planner took it for looking up a target as long as the table had no statistics, and read the whole programme.
DROP INDEX log.mention_number;
CREATE INDEX mention_number ON log.mention (number, programme);

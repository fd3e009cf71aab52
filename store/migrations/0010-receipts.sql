-- A receipt is found by its number, and an instant by halving the numbers, since instants never go back. While there was an
-- index of instants that began with the programme, as the primary key does, the planner took it for looking up a number as
-- long as the table had no statistics, and read every receipt for each.
DROP INDEX log.receipt_instant;

/**
 * What a text denies is no fact of the record: the fold counts every claim, so it may stand in words, or as a code that says
 * as much itself ("denied"), and never as a number, a day, a place or a yes. What holds under a condition may: most promises
 * do ("if they were not set off"), and their condition stands in the words kept beside them.
 */
import type { CodeList } from '../record/kind.ts';
import type { Value } from '../report/entry.ts';
import type { Certainty } from './certainty.ts';

/**
 * Whether the value would say as a fact what the text does not. A code is held to it where the list can say "denied": others,
 * such as a country, tell what is spoken of.
 */
export function wouldBeFact(value: Value, certainty: Certainty, list: CodeList | undefined): boolean {
  if (certainty !== 'denied') return false;
  if (value.type === 'member') return value.yes && wouldBeFact(value.of, certainty, list);
  if (value.type === 'code') return list?.codes.denied !== undefined && value.code !== 'denied';
  return value.type !== 'text' && value.type !== 'link' && value.type !== 'unknown';
}

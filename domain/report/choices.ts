/** Decisions on an item's properties: choices between claims, and decisions to lower. Contested ones do not count. */
import type { Day, Id } from './entry.ts';
import { type Choice, noChoice } from './folded.ts';
import { type Log, type Placed, read } from './gather.ts';
import type { Lowered } from './guarded.ts';
import { register } from './registers.ts';

/** The choice on a property of joined items: each may have one, and they must take the same claim. */
export function choiceOn(
  log: Log,
  members: readonly Id[],
  property: string,
  definition: string,
  contested: string[],
): Choice {
  const heads: Placed[] = [];
  let clash = false;
  for (const item of members) {
    if (!log.about.has(item)) continue;
    const name = register.choice(item, property, definition);
    const reading = read(log.registers.get(name));
    const other = heads[0];
    if (reading.contested || (other !== undefined && reading.sets !== '' && reading.sets !== other.sets)) {
      clash = true;
      contested.push(name);
    }
    if (reading.sets !== '') heads.push(...reading.heads);
  }
  return heads.length === 0 && !clash ? noChoice : { heads, contested: clash };
}

/** Decisions to lower a property of joined items, as far as they have begun at the day asked for (null: today). */
export function loweredOn(
  log: Log,
  members: readonly Id[],
  property: string,
  at: Day | null,
  contested: string[],
): readonly Lowered[] {
  const lowered: Lowered[] = [];
  for (const item of members) {
    if (!log.about.has(item)) continue;
    const name = register.guard(item, property);
    const reading = read(log.registers.get(name));
    if (reading.contested) contested.push(name);
    const decision = reading.heads[0]?.decision;
    if (reading.sets === '' || decision?.act !== 'lower') continue;
    // a lowering of unknown beginning never overrules anything: the claims it means are not known
    if (decision.when.from === null || (at !== null && decision.when.from > at)) continue;
    lowered.push({ item, value: decision.value, when: decision.when });
  }
  return lowered;
}

/** Which decisions on reports stand as heads of their registers: what a new decision has to come after. */
import type { Decision, Id, Ref } from '@tilth/domain/report/entry';
import { heads, registersOf } from '@tilth/domain/report/registers';
import type { Tx } from '../db.ts';
import { entriesMentioning } from '../read-log.ts';

export interface Made {
  readonly ref: Ref;
  readonly decision: Decision;
}

/** By register, the decisions that none other comes after, of all that concern these reports. */
export async function headsOn(
  tx: Tx,
  programme: string,
  reports: readonly Id[],
): Promise<ReadonlyMap<string, readonly Made[]>> {
  const made = new Map<string, Made[]>();
  for (const { ref, entry } of await entriesMentioning(tx, programme, reports, Number.MAX_SAFE_INTEGER)) {
    if (entry.type !== 'decision') continue;
    for (const name of registersOf(entry))
      made.set(name, [...(made.get(name) ?? []), { ref, decision: entry }]);
  }
  return new Map([...made].map(([name, sets]) => [name, heads(sets)]));
}

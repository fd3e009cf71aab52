/** Decisions on items are held against what is on record before they are taken (domain/report/check-act.ts). */
import { Refusal } from '@tilth/domain/problem';
import { checkAct } from '@tilth/domain/report/check-act';
import type { Decision, Entry, Id } from '@tilth/domain/report/entry';
import type { Tx } from '../db.ts';

/** Refuses `merge-kinds-differ`, `choice-not-seen`. */
export async function checkActs(
  tx: Tx,
  programme: string,
  entries: readonly { readonly entry: Entry }[],
): Promise<void> {
  const decisions = entries.flatMap(({ entry }): Decision[] =>
    entry.type === 'decision' && (entry.act === 'merge' || entry.act === 'choose') ? [entry] : [],
  );
  if (decisions.length === 0) return;
  const kinds = await kindsOf(
    tx,
    programme,
    decisions.flatMap((d) => (d.act === 'merge' ? d.pairs.flat() : [])),
  );
  for (const decision of decisions) {
    const wrong = checkAct(decision, (id) => kinds.get(id));
    if (wrong !== null) throw new Refusal(wrong);
  }
}

async function kindsOf(tx: Tx, programme: string, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: Id; kind: string }>(
    'SELECT id, kind FROM shown.item WHERE programme = $1 AND id = ANY ($2::uuid[])',
    [programme, ids],
  );
  return new Map(rows.map((r) => [r.id, r.kind]));
}

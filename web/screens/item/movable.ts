/** Which claims of which reports speak of an item now: what can be moved to another. */
import type { ClaimRef } from '@tilth/domain/report/entry';
import type { ItemView } from '@tilth/domain/report/view';
import type { Received } from '../../ask/answers.ts';
import type { Movable } from '../decide/move-form.tsx';

/** The last received first. */
export function movable(view: ItemView, entries: readonly Received[]): readonly Movable[] {
  const spoken = new Map<string, Set<number>>();
  const note = (c: ClaimRef) => spoken.set(c.report, (spoken.get(c.report) ?? new Set()).add(c.n));
  for (const p of view.properties) {
    if (p.claim) note(p.claim);
    for (const s of [...p.remaining, ...p.earlier]) note(s.claim);
    for (const m of p.members ?? []) note(m.claim);
  }
  return entries
    .flatMap(({ ref, number, entry }): Movable[] => {
      const claims = [...(spoken.get(ref.id) ?? [])].sort((a, b) => a - b);
      return entry.type === 'report' && claims.length > 0 ? [{ ref, number, report: entry, claims }] : [];
    })
    .toReversed();
}

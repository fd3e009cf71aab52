/** Reports that do not say what the record they speak of is called: its name is then asked of the record. */
import type { Queued } from '@tilth/domain/report/queue';
import type { Kind } from '../../ask/answers.ts';
import type { Wanted } from '../../ask/link-names.ts';

/** The first record of each report whose own claims hold no title, name or local id; by kind. */
export function namedByRecord(
  reports: readonly Pick<Queued, 'report'>[],
  kinds: ReadonlyMap<string, Pick<Kind, 'title'>>,
): readonly Wanted[] {
  const byKind = new Map<string, Set<string>>();
  for (const { report } of reports) {
    const [first] = report.items;
    const kind = first && kinds.get(first.kind);
    if (!first || !kind) continue;
    const names = new Set([kind.title, 'name', 'local_id']);
    if (report.claims.some((c) => c.on === 0 && names.has(c.property) && c.value.type !== 'personal'))
      continue;
    byKind.set(first.kind, (byKind.get(first.kind) ?? new Set()).add(first.id));
  }
  return [...byKind].map(([kind, ids]) => ({ to: [kind], ids: [...ids] }));
}

/** One report as it was received, for who has a role in its programme: to be corrected, or to learn that it arrived. */
import { mayRead } from '@tilth/domain/access/level';
import { redactEntry } from '@tilth/domain/access/redact';
import type { Entry, Id } from '@tilth/domain/report/entry';
import { personalOf } from '../personal.ts';
import { entriesById, entriesMentioning } from '../read-log.ts';
import type { Asker, ReportPage } from '../store.ts';
import { type Keeper, reading } from './keeper.ts';
import { levelIn, sceneOf } from './scene.ts';

/** Null when it has not arrived, or nothing of it is for this asker. */
export async function report(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  id: Id,
): Promise<ReportPage | null> {
  return reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, {});
    const [found] = (await entriesById(tx, programme, [id], scene.number)).filter(
      (e) => e.entry.type === 'report',
    );
    if (found?.entry.type !== 'report' || scene.role === undefined) return null;
    const level = (kind: string) => levelIn(scene, kind);
    const readable = found.entry.items.some((i) =>
      mayRead(level(i.kind), scene.model.kinds.get(i.kind)?.sensitivity ?? 'personal'),
    );
    const own = found.entry.by === asker.person;
    if (!readable && !own) return null;
    const kinds = new Set(found.entry.items.map((i) => i.kind));
    const [personal, about] = await Promise.all([
      personalOf(tx, programme, [id]),
      entriesMentioning(tx, programme, [id], scene.number),
    ]);
    const told = (entry: Entry) =>
      redactEntry(entry, scene.model, level, { live: new Set(), kinds: new Map([[entry.id, kinds]]) });
    return {
      ref: found.ref,
      number: found.number,
      instant: found.instant,
      // who wrote it may read it; personal values stand in it under seal for everybody
      report: own ? found.entry : told(found.entry),
      // the database gives them to their author and to those who may read them
      personal: personal.map(({ n, value }) => ({ n, value: JSON.parse(value) })),
      decisions: about.flatMap(({ entry }) => {
        if (entry.type !== 'decision') return [];
        const shown = told(entry);
        // words on several reports may name whom this one is not about
        const alone = !('reports' in entry) || entry.reports.length === 1;
        if (shown.type !== 'decision') return [];
        // why a report comes back is said to its author
        const { reason } = own && entry.act === 'return' ? entry : shown;
        return [{ act: shown.act, written: shown.written, reason: alone ? reason : '' }];
      }),
      corrected: about.flatMap(({ entry, ref }) =>
        entry.type === 'report' && entry.corrects?.some((r) => r.id === id) ? [ref] : [],
      ),
    };
  });
}

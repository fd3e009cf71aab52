/** Reports that wait for a person, first received first. Those that speak of what the asker may not see are left out. */
import { redactEntry } from '@tilth/domain/access/redact';
import type { Tx } from '../db.ts';
import type { Asker, QueueCounts, Queued, QueueFilter } from '../store.ts';
import { type Keeper, reading } from './keeper.ts';
import { entriesAt } from './load.ts';
import { type Waiting, waitingIn } from './queue-facts.ts';
import { levelIn, type Scene, sceneOf } from './scene.ts';

/**
 * `after` is the number of the last one of the page before; a page shorter than `limit` is the last. Only people of the programme have a queue; others
 * get none.
 */
export async function queue(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  query: {
    readonly limit: number;
    readonly after?: number;
    readonly offset?: number;
    readonly filter?: QueueFilter;
  },
): Promise<readonly Queued[]> {
  return reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, {});
    if (scene.role === undefined) return [];
    const { limit, after = 0, offset = 0, filter = {} } = query;
    const all = await waitingIn(keeper, tx, scene);
    const fits = fitting(filter, facetsAt(keeper, asker));
    const page = all.filter((w) => w.number > after && fits(w)).slice(offset, offset + limit);
    return shown(tx, scene, page);
  });
}

/** How many wait, how many of them the filter lets through, and how many each value of a facet would, given the others. */
export async function queueCounts(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  filter: QueueFilter,
): Promise<QueueCounts> {
  return reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, {});
    const { office, number } = scene.stamp;
    const all = scene.role === undefined ? [] : await waitingIn(keeper, tx, scene);
    return { office, number, ...countIn(all, filter, facetsAt(keeper, asker)) };
  });
}

function countIn(
  all: readonly Waiting[],
  filter: QueueFilter,
  facets: Facets,
): Omit<QueueCounts, 'office' | 'number'> {
  const counts: Record<string, Record<string, number>> = {};
  for (const name of counted) {
    const { [name]: _, ...others } = filter;
    const fits = fitting(others, facets);
    const of: Record<string, number> = {};
    for (const w of all) if (fits(w)) for (const value of facets[name](w)) of[value] = (of[value] ?? 0) + 1;
    counts[name] = of;
  }
  const fits = fitting(filter, facets);
  const sources = Object.fromEntries(all.map((w) => [w.source, w.source_name]));
  return { waiting: all.length, matched: all.filter(fits).length, counts, sources };
}

const counted = ['look', 'kind', 'source', 'step', 'standing', 'older'] as const;
const facetNames = [...counted, 'report'] as const;
type Facets = Readonly<Record<(typeof facetNames)[number], (w: Waiting) => readonly string[]>>;

/** Days after which a report has waited long enough to be asked for by itself. */
const AGES = [7, 30, 90] as const;
const DAY_MS = 86_400_000;

/** Which values of each facet a report has for this asker now. */
function facetsAt(keeper: Keeper, asker: Asker): Facets {
  const now = Date.parse(keeper.now());
  return {
    look: (w) => {
      const why = whySkipped(w, asker.person);
      const reasons = new Set([...w.looks, ...why]);
      return [...reasons, ...(w.repaired ? ['repaired'] : []), ...(reasons.size === 0 ? ['clean'] : [])];
    },
    kind: (w) => w.kinds,
    source: (w) => [w.source],
    step: (w) => (w.step === null ? [] : [w.step]),
    standing: (w) => [w.standing],
    report: (w) => [w.ref.id],
    older: (w) => AGES.filter((days) => now - Date.parse(w.received) >= days * DAY_MS).map(String),
  };
}

/** Why a report is not approved with many others: the looks it needs, its own author's release, or what it lacks. */
export function whySkipped(w: Waiting, person: string | null): readonly string[] {
  return [
    ...(w.looks.includes('land-off') && w.by === person ? ['own-release'] : []),
    ...w.looks,
    ...(w.lacking ? ['lacking'] : []),
    // somebody has looked at it and not agreed: to approve it now is to answer them
    ...(w.standing === 'pending' ? [] : ['decided']),
  ];
}

function fitting(filter: QueueFilter, facets: Facets): (w: Waiting) => boolean {
  const asked = facetNames.flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [{ of: facets[name], value }];
  });
  return (w) => asked.every(({ of, value }) => of(w).includes(value));
}

/** All that fit the filter, for who approves them. */
export async function fittingIn(
  keeper: Keeper,
  tx: Tx,
  scene: Scene,
  asker: Asker,
  filter: QueueFilter,
): Promise<readonly Waiting[]> {
  return (await waitingIn(keeper, tx, scene)).filter(fitting(filter, facetsAt(keeper, asker)));
}

/** A page, with its reports as the asker may read them. */
async function shown(tx: Tx, scene: Scene, page: readonly Waiting[]): Promise<readonly Queued[]> {
  const found = await entriesAt(
    tx,
    scene.programme,
    page.map((w) => w.number),
  );
  const entries = new Map(found.map((e) => [e.number, e]));
  return page.flatMap(({ number, standing, step, review, looks, lacking, received }) => {
    const logged = entries.get(number);
    if (logged === undefined) return [];
    const report = redactEntry(logged.entry, scene.model, (kind) => levelIn(scene, kind));
    if (report.type !== 'report') return [];
    const { ref } = logged;
    const waits = report.waits ?? null;
    return [{ report, ref, number, standing, waits, step, under: review.under, looks, lacking, received }];
  });
}

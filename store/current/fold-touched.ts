/**
 * After an append, in its transaction: works out the items that the new entries touch and writes their rows. What an append
 * costs depends on what hangs together with it, never on the size of the log.
 */

import type { Overlay } from '@tilth/domain/geometry/overlay';
import type { Id, Report, Rule } from '@tilth/domain/report/entry';
import { foldItems } from '@tilth/domain/report/fold';
import { closureOf, touchedBy } from '@tilth/domain/report/mentions';
import type { Tx } from '../db.ts';
import { entriesAt, LogReading, type Numbered, type Spoken } from './load.ts';
import { numbersMeantOtherwise } from './meant-otherwise.ts';
import { replaceRows } from './replace-rows.ts';
import { type AtNumber, modelAt } from './scene.ts';
import type { Schema } from './tables.ts';
import { walkLog } from './walk-log.ts';

/** Rules that change what a report may have meant before them: what claims on it is folded anew (meant-otherwise.ts). */
const changing: ReadonlySet<Rule['sets']> = new Set(['own-property', 'own-codes', 'code-map']);
/** How many entries that mean something else are folded at once. */
const AT_ONCE = 2_000;

/**
 * Folds what `fresh` touches. The transaction runs as the fold's role for this programme, holds its counter, and `fresh`
 * are the entries it has appended, in order of number and without gaps. `before`: model and rules without them, read in
 * the same transaction. `reading`: what `readAbout` gave for `fresh`, where the caller had it read before.
 */
export async function foldTouched(
  tx: Tx,
  programme: string,
  fresh: readonly Numbered[],
  overlay: Overlay,
  schema: Schema = 'current',
  before?: AtNumber,
  reading?: LogReading,
): Promise<void> {
  const last = fresh.at(-1)?.number;
  const newFrom = fresh[0]?.number;
  if (last === undefined || newFrom === undefined) return;
  const changed = fresh.some((e) => e.entry.type === 'rule');
  const { model, rules } = before && !changed ? before : await modelAt(tx, programme, last);
  const sets = new Set(fresh.map((e) => (e.entry.type === 'rule' ? e.entry.sets : null)));
  if (sets.has('review-steps') || (before === undefined && [...changing].some((s) => sets.has(s)))) {
    for await (const page of walkLog(tx, programme, last, rules, model, overlay)) {
      replaceRows(
        { tx, schema, programme, number: last, model, log: page.log, newFrom },
        page.items,
        page.entries,
        page.views,
      );
    }
    return;
  }
  if (before !== undefined && [...changing].some((s) => sets.has(s))) {
    const numbers = await numbersMeantOtherwise(tx, programme, before.model, model, newFrom - 1);
    for (let i = 0; i < numbers.length; i += AT_ONCE) {
      const found = await entriesAt(tx, programme, numbers.slice(i, i + AT_ONCE));
      const log = new LogReading(tx, programme, last);
      await foldAbout(found, log);
    }
  }
  const log = reading ?? (await readAbout(tx, programme, fresh));
  await foldAbout(fresh, log);

  async function foldAbout(found: readonly Numbered[], log: LogReading): Promise<void> {
    const touched = await touchedBy(found, log.load);
    const { items, entries } = await closureOf(touched, log.load);
    const views = foldItems([...rules, ...entries], items, null, model, overlay);
    const into = { tx, schema, programme, number: last ?? 0, model, log, newFrom: newFrom ?? 0 };
    replaceRows(into, new Set(items), entries, views);
  }
}

/**
 * What the log says already of what almost every entry needs, in one reading; `fresh` may not have been written yet.
 * `spoken`: of which ids it is known what speaks of them.
 */
export async function readAbout(
  tx: Tx,
  programme: string,
  fresh: readonly Numbered[],
  spoken?: Spoken,
): Promise<LogReading> {
  const log = new LogReading(tx, programme, fresh.at(-1)?.number ?? 0, fresh, spoken);
  await log.load(
    fresh.flatMap(({ entry }) => [entry.id, ...(entry.type === 'report' ? itemsOf(entry) : [])]),
  );
  return log;
}

function itemsOf(report: Report): readonly Id[] {
  return report.items.map((i) => i.id);
}

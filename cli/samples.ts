/** The two programmes that a fresh database begins with: an invented country, and what is publicly on record. */

import type { Shapes } from '@tilth/domain/geometry/geos';
import type { Instant } from '@tilth/domain/report/entry';
import { type Author, type Authors, authors, type Sample } from '@tilth/fixtures/batch';
import { samples } from '@tilth/fixtures/samples';
import type { Asker, Store } from '@tilth/store/store';
import type { Terminal } from './command.ts';

/**
 * Makes them when the database has no programme at all, and goes on with them when their making was cut short; a database
 * in use is never added to. Each batch gets its receipts as of the instant of the past it was received at, so that a
 * newcomer can ask what was known when; what is no invention was received here today, and says so. A machine whose clock
 * has not come to the end of a sample gets it up to today: nothing is on record before it happened.
 */
export async function addSamples(
  store: Store,
  shapes: Shapes,
  terminal: Terminal,
  now: Date = new Date(),
): Promise<void> {
  const there = new Set((await store.everyProgramme()).map((p) => p.id));
  const ours = new Set(samples.map((s) => s.programme.id));
  if (there.size === ours.size || [...there].some((id) => !ours.has(id))) return;
  for (const sample of samples) {
    terminal.err(`Making the sample ${sample.programme.name} …\n`);
    if (!there.has(sample.programme.id))
      await store.addProgramme({ ...sample.programme, public: { '*': 'restricted' } });
    await addSample(sample, store, shapes, terminal, now.toISOString());
  }
}

async function addSample(
  sample: Sample,
  store: Store,
  shapes: Shapes,
  terminal: Terminal,
  now: Instant,
): Promise<void> {
  const { id, name, invented } = sample.programme;
  const ids: Partial<Record<Author, string>> = {};
  const askers: Partial<Record<Author, Asker>> = {};
  for (const author of Object.keys(authors) as Author[]) {
    const person = await store.addPerson({ ...authors[author], programme: id });
    ids[author] = person;
    askers[author] = await store.asker(person);
  }
  // batches are the same every time and go in whole: as many entries as there are receipts are in already
  const done = (await store.stamp(askers.authority as Asker, id)).number;
  let entries = 0;
  let notYet: Instant | undefined;
  for (const batch of sample.batches(ids as Authors, await store.model(id), shapes)) {
    const { reports = [], decisions = [], rules = [], received } = batch;
    if (received > now) notYet = received;
    if (notYet !== undefined) continue;
    entries += reports.length + decisions.length + rules.length;
    if (entries <= done) continue;
    await store.append(
      askers[batch.by] as Asker,
      id,
      { reports, decisions, rules },
      invented ? { received } : {},
    );
    terminal.progress(`${name}: ${entries} entries`);
  }
  terminal.progress(null);
  terminal.err(`${name}: ${entries} entries.\n`);
  if (notYet !== undefined)
    terminal.err(
      `  It goes on to ${notYet.slice(0, 10)}, but this machine’s clock says ${now.slice(0, 10)}: it ends there. If the clock is wrong, set it and begin again with another --data.\n`,
    );
}

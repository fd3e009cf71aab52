/** The two programmes that a fresh database begins with: an invented country, and what is publicly on record. */

import type { Shapes } from '@tilth/domain/geometry/geos';
import { type Author, type Authors, authors } from '@tilth/fixtures/batch';
import { samples } from '@tilth/fixtures/samples';
import type { Asker, Store } from '@tilth/store/store';
import type { Terminal } from './command.ts';

/**
 * Makes them when the database has no programme at all; a database in use is never added to. Each batch gets its receipts
 * as of the instant of the past it was received at, so that a newcomer can ask what was known when;
 * what is no invention was received here today, and says so.
 */
export async function addSamples(store: Store, shapes: Shapes, terminal: Terminal): Promise<void> {
  if ((await store.everyProgramme()).length > 0) return;
  for (const sample of samples) {
    const { id, name } = sample.programme;
    terminal.err(`Making the sample ${name} …\n`);
    await store.addProgramme({ ...sample.programme, public: { '*': 'restricted' } });
    const ids: Partial<Record<Author, string>> = {};
    const askers: Partial<Record<Author, Asker>> = {};
    for (const author of Object.keys(authors) as Author[]) {
      const person = await store.addPerson({ ...authors[author], programme: id });
      ids[author] = person;
      askers[author] = await store.asker(person);
    }
    let entries = 0;
    for (const batch of sample.batches(ids as Authors, await store.model(id), shapes)) {
      const { reports = [], decisions = [], rules = [], received } = batch;
      await store.append(
        askers[batch.by] as Asker,
        id,
        { reports, decisions, rules },
        sample.programme.invented ? { received } : {},
      );
      entries += reports.length + decisions.length + rules.length;
      terminal.progress(`${name}: ${entries} entries`);
    }
    terminal.progress(null);
    terminal.err(`${name}: ${entries} entries.\n`);
  }
}

/** The two programmes that a fresh database begins with: an invented country, and what is publicly on record. */
import { type Author, type Authors, authors } from '@tilth/fixtures/batch';
import { samples } from '@tilth/fixtures/samples';
import type { Asker, Store } from '@tilth/store/store';
import type { Terminal } from './command.ts';

/**
 * Makes them when the database has no programme at all; a database in use is never added to. `clock.past` is set to the
 * instant each batch was received and to null at the end.
 */
export async function addSamples(
  store: Store,
  clock: { past: Date | null },
  terminal: Terminal,
): Promise<void> {
  if ((await store.everyProgramme()).length > 0) return;
  for (const sample of samples) {
    const { id, name } = sample.programme;
    await store.addProgramme({ ...sample.programme, public: { '*': 'restricted' } });
    const ids: Partial<Record<Author, string>> = {};
    const askers: Partial<Record<Author, Asker>> = {};
    for (const author of Object.keys(authors) as Author[]) {
      const person = await store.addPerson({ ...authors[author], programme: id });
      ids[author] = person;
      askers[author] = await store.asker(person);
    }
    let entries = 0;
    try {
      for (const batch of sample.batches(ids as Authors, await store.model(id))) {
        clock.past = new Date(batch.received);
        const { reports = [], decisions = [], rules = [] } = batch;
        await store.append(askers[batch.by] as Asker, id, { reports, decisions, rules });
        entries += reports.length + decisions.length + rules.length;
        terminal.progress(`${name}: ${entries} entries`);
      }
    } finally {
      clock.past = null;
      terminal.progress(null);
    }
    terminal.err(`${name}: ${entries} entries made.\n`);
  }
}

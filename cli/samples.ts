/** The two programmes that a fresh database begins with: an invented country, and what is publicly on record. */

import { samples } from '@tilth/fixtures/samples';
import type { Store } from '@tilth/store/store';
import type { Terminal } from './command.ts';
import { askerNamed } from './who.ts';

/** Makes them when the database has no programme at all; a database in use is never added to. */
export async function addSamples(store: Store, terminal: Terminal): Promise<void> {
  if ((await store.everyProgramme()).length > 0) return;
  for (const sample of samples) {
    await store.addProgramme({ ...sample.programme, public: { '*': 'restricted' } });
    const asker = await askerNamed(store, undefined);
    let entries = 0;
    for (const batch of sample.batches(asker.person ?? '')) {
      await store.append(asker, sample.programme.id, batch.entries, { received: batch.received });
      entries += (batch.entries.reports?.length ?? 0) + (batch.entries.decisions?.length ?? 0);
      terminal.progress(`${sample.programme.name}: ${entries} entries`);
    }
    terminal.progress(null);
    terminal.err(`${sample.programme.name}: ${entries} entries made.\n`);
  }
}

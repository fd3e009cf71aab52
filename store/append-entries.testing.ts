/** An append without checks and fold, for tests of the log alone: in the transaction of `tx`, as the server's role. */
import type { Instant } from '@tilth/domain/report/entry';
import type { Tx } from './db.ts';
import { type Appended, insertReceived, numberEntries, type Prepared } from './log.ts';

export async function appendEntries(
  tx: Tx,
  programme: string,
  entries: readonly Prepared[],
  now: Instant,
): Promise<Appended> {
  const { received, ...appended } = await numberEntries(tx, programme, entries, () => now);
  await insertReceived(tx, programme, received);
  return appended;
}

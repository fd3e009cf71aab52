/**
 * A process that appends, approves and imports without end, and says each receipt of what it appends as soon as it has it,
 * until it is killed. Run by kill.test.ts with `{"data"|"url", "people"}`, and `"cut"` when the power is to be cut: then it
 * writes to the log alone, through the watched files, with a checkpoint every megabyte.
 */
import path from 'node:path';
import type { RowDraft } from '@tilth/domain/report/draft';
import type { Id } from '@tilth/domain/report/entry';
import { appendEntries } from './append-entries.testing.ts';
import { prepare } from './log.ts';
import { openStore } from './open.ts';
import { testOverlay } from './overlay.testing.ts';
import { openPglite } from './pglite.ts';
import { approve, draft, PROGRAMME, refsOf, victimReport } from './samples.testing.ts';
import type { Receipt } from './store.ts';

interface Task {
  readonly data?: string;
  readonly url?: string;
  readonly people: { readonly collector: Id; readonly reviewer: Id };
  readonly cut?: boolean;
}

const task: Task = JSON.parse(process.argv[2] ?? '');
const { collector, reviewer } = task.people;
const say = (receipts: readonly Receipt[]) =>
  process.stdout.write(receipts.map((r) => `${r.entry.id} ${r.number}\n`).join(''));

if (task.cut && task.data !== undefined) {
  const watch = new URL('./power-cut.testing.ts', import.meta.url).href;
  const db = openPglite(path.join(task.data, 'database'), { watch, checkpointBytes: 1_000_000 });
  for (let n = 0; ; n++) {
    const entries = Array.from({ length: 1 + (n % 3) }, () => prepare(draft(collector, `cut ${n}`).report));
    const { receipts } = await db.transaction(
      { role: 'server', programmes: [PROGRAMME], person: collector },
      (tx) => appendEntries(tx, PROGRAMME, entries, new Date().toISOString()),
    );
    say(receipts);
  }
}

const place = task.url === undefined ? { data: task.data ?? '' } : { url: task.url };
const store = await openStore({ ...place, overlay: await testOverlay() });
const [asCollector, asReviewer] = [await store.asker(collector), await store.asker(reviewer)];
for (let n = 0; ; n++) {
  const drafts = Array.from({ length: 1 + (n % 3) }, () => {
    return victimReport(collector, [`killed ${n}`]);
  });
  say(await store.append(asCollector, PROGRAMME, { reports: drafts }));
  say(await store.append(asReviewer, PROGRAMME, { decisions: [approve(reviewer, refsOf(...drafts))] }));
  await store.intake(asReviewer, rows(n), {
    programme: PROGRAMME,
    source: 'a file',
    approve: true,
    dryRun: false,
  });
}

/** Some rows of a file: it says nothing of them until all are stored, and then they are there with their approvals. */
async function* rows(n: number): AsyncGenerator<RowDraft> {
  for (let row = 1; row <= 20; row++) {
    const { report } = draft(reviewer, `row ${row} of ${n}`);
    yield {
      row,
      key: { identity: '', content: report.id, place: 0 },
      drafts: [{ report, personal: [] }],
      repairs: [],
      notices: [],
    };
  }
}

/** Long work on a file of the desk: one thing at a time, told how far it is, ended when asked as long as nothing is written. */

import { problem, Refusal } from '@tilth/domain/problem';
import { lookAt } from '@tilth/formats/mapping/look';
import type { Mapping } from '@tilth/formats/mapping/mapping';
import { type OpenOptions, openTable } from '@tilth/formats/read/open';
import type { Asker } from '@tilth/store/store';
import { faultOf } from '../answer.ts';
import type { Context } from '../route.ts';
import { drawingRows } from './account.ts';
import type { Brought, Desk, Doing, Work } from './desk.ts';
import { type Bringing, takeFile } from './take-file.ts';

/** Refusal `import-busy`: something is at work on the file, or waits for its turn. */
export function mustBeFree({ work }: Brought): void {
  if (work !== null && !work.ended) throw new Refusal(problem('import-busy'));
}

/** Comes back at once; the work itself begins when its turn comes. Refusals `import-busy`, `import-not-all-here`. */
export function begin(
  file: Brought,
  desk: Desk,
  doing: Doing,
  context: Context,
  does: (work: Work) => Promise<void>,
): void {
  mustBeFree(file);
  if (file.received < file.size)
    throw new Refusal(problem('import-not-all-here', { received: file.received, size: file.size }));
  const work: Work = {
    doing,
    waiting: true,
    rows: 0,
    of: file.look?.rows ?? null,
    writing: false,
    ended: false,
    problem: null,
    stopped: false,
  };
  file.work = work;
  desk.turns.take(file.person, async () => {
    // it was stopped before its turn came
    if (work.ended) return;
    work.waiting = false;
    try {
      await does(work);
    } catch (error) {
      if (error instanceof Refusal) work.problem = error.problem;
      else {
        const fault = faultOf(error);
        context.log({ level: 'error', work: doing, ...fault });
        work.problem = problem('internal-fault', { reference: fault.reference });
      }
    } finally {
      work.ended = true;
      file.touched = Date.now();
    }
  });
}

function stopWhenAsked(work: Work): void {
  if (work.stopped) throw new Refusal(problem('import-stopped'));
}

/** Reads the whole file through for its columns, words and shapes. What was found by reading it another way is gone. */
export function beginLook(file: Brought, desk: Desk, context: Context, reading: OpenOptions): void {
  begin(file, desk, 'look', context, async (work) => {
    work.of = null;
    const table = await openTable(file.path, file.reading);
    file.look = await lookAt(table, (rows) => {
      work.rows = rows;
      stopWhenAsked(work);
    });
  });
  file.reading = reading;
  file.look = null;
  means(file, null);
}

/** Another mapping: what was tried or compared by the one before is gone. */
export function means(file: Brought, mapping: Mapping | null): void {
  file.mapping = mapping;
  file.tried = null;
  file.compared = null;
}

export function bringing(
  file: Brought,
  mapping: Mapping,
  desk: Desk,
  { store }: Context,
  asker: Asker,
  work: Work,
): Bringing {
  return {
    store,
    shapes: desk.shapes,
    asker,
    programme: file.programme,
    path: file.path,
    name: file.name,
    mapping,
    stop: () => stopWhenAsked(work),
    progress: (rows, of) => {
      work.rows = rows;
      work.of = of;
    },
  };
}

/** A try (nothing is stored) or the import itself; the file is left on the desk with its account. */
export function beginTaking(
  file: Brought,
  mapping: Mapping,
  desk: Desk,
  context: Context,
  asker: Asker,
  { approve, dryRun }: { readonly approve: boolean; readonly dryRun: boolean },
): void {
  begin(file, desk, dryRun ? 'try' : 'import', context, async (work) => {
    const { watch, drawn } = drawingRows();
    const taken = await takeFile(
      {
        ...bringing(file, mapping, desk, context, asker, work),
        progress: (rows, of) => {
          work.rows = rows;
          work.of = of;
          if (!dryRun && of !== null) work.writing = true;
        },
      },
      {
        approve,
        dryRun,
        watch: (row) => {
          // a row on its way to the store: from here on stopping would leave a part
          if (!dryRun) work.writing = true;
          watch(row);
        },
      },
    );
    if ('misfits' in taken) throw new Refusal(taken.misfits[0] ?? problem('mapping-missing'));
    const { number } = await context.store.stamp(asker, file.programme);
    const account = { ...taken, drawn, approved: approve, number };
    if (dryRun) file.tried = account;
    else file.imported = account;
  });
}

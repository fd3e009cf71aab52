/**
 * A process that imports a file with --approve and is meant to be killed: says `begun` when it is about to, and what
 * came of it when it comes to that. Run by soak-import.ts with a `Task` as JSON.
 */
import { startOverlay } from '@tilth/cli/start-overlay';
import { openStore } from '@tilth/store/open';
import { importInto, type Place } from './soak-office.ts';

export interface Task {
  readonly place: Place;
  readonly file: string;
  /** the power is to be cut: every file operation is watched */
  readonly cut: boolean;
}

const { place, file, cut }: Task = JSON.parse(process.argv[2] ?? '');
const watch = import.meta.resolve('@tilth/store/power-cut.testing');
const overlay = await startOverlay();
const trial = cut ? { trial: { watch, checkpointBytes: 4_000_000 } } : {};
const store = await openStore({ ...place, overlay, ...trial });
process.stdout.write('begun\n');
process.stdout.write(`${JSON.stringify(await importInto(store, overlay, file))}\n`);

import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from '@tilth/domain/problem';
import type { Command } from '../command.ts';
import { namingFile, unreadable } from '../unreadable.ts';

export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE',
  summary: 'a backup into an empty database',
  help: 'Works on the embedded database and on PostgreSQL, whichever the backup came from. A database that already holds a programme is refused, so that nothing can be mixed or overwritten.',
  options: {},
  begins: true,
  words: [1, 1],
  async run({ store, positionals, json, terminal }) {
    const file = resolve(terminal.cwd, positionals[0] ?? '');
    terminal.progress('restoring');
    await namingFile(file, () => store.restore(bytesOf(file)));
    terminal.progress(null);
    const programmes = (await store.everyProgramme()).map((p) => p.id);
    await terminal.out(
      json ? `${JSON.stringify({ programmes })}\n` : `Restored: ${programmes.join(', ')}.\n`,
    );
    return 0;
  },
};

/** Refusals `file-missing`, `file-unreadable`. */
async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  const chunks = createReadStream(file)[Symbol.asyncIterator]();
  for (;;) {
    let next: IteratorResult<Uint8Array>;
    try {
      next = await chunks.next();
    } catch (error) {
      throw new Refusal(unreadable(file, error), { cause: error });
    }
    if (next.done) return;
    yield next.value;
  }
}

import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { problem, Refusal } from '@tilth/domain/problem';
import type { Command } from '../command.ts';

export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE',
  summary: 'a backup into an empty database',
  help: 'Works on the embedded database and on PostgreSQL, whichever the backup came from. A database that already holds a programme is refused, so that nothing can be mixed or overwritten.',
  options: {},
  words: [1, 1],
  async run({ store, positionals, json, terminal }) {
    const file = resolve(terminal.cwd, positionals[0] ?? '');
    try {
      await access(file);
    } catch (error) {
      throw new Refusal(problem('file-missing', { file }), { cause: error });
    }
    terminal.progress('restoring');
    await store.restore(createReadStream(file));
    terminal.progress(null);
    const programmes = (await store.everyProgramme()).map((p) => p.id);
    await terminal.out(
      json ? `${JSON.stringify({ programmes })}\n` : `Restored: ${programmes.join(', ')}.\n`,
    );
    return 0;
  },
};

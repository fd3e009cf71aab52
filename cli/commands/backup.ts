import { open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { problem, Refusal } from '@tilth/domain/problem';
import type { Command } from '../command.ts';

export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE',
  summary: 'log, receipts, captures and personal values into one file',
  help: 'The file holds everything that cannot be worked out again, personal values too: keep it as you would keep the victims’ forms. It restores on the embedded database and on PostgreSQL alike.',
  options: {},
  words: [1, 1],
  async run({ store, positionals, json, terminal }) {
    const file = resolve(terminal.cwd, positionals[0] ?? '');
    const part = `${file}.part`;
    let bytes = 0;
    try {
      const handle = await open(part, 'w', 0o600);
      try {
        await store.backup(async (chunk) => {
          await handle.writeFile(chunk);
          bytes += chunk.length;
          terminal.progress(`${(bytes / 1e6).toFixed(1)} MB written`);
        });
        await handle.sync();
      } finally {
        await handle.close();
      }
      // a half-written backup must never be taken for a whole one
      await rename(part, file);
    } catch (error) {
      await rm(part, { force: true });
      if (error instanceof Refusal) throw error;
      throw new Refusal(problem('file-unwritable', { file, why: (error as Error).message }), {
        cause: error,
      });
    }
    terminal.progress(null);
    await terminal.out(json ? `${JSON.stringify({ file, bytes })}\n` : `${file}: ${bytes} bytes.\n`);
    return 0;
  },
};

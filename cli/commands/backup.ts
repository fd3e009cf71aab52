import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { problem, Refusal } from '@tilth/domain/problem';
import type { Command } from '../command.ts';
import { wholeFile } from '../whole-file.ts';

export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE',
  summary: 'log, receipts, captures and personal values into one file',
  help: 'The file holds everything that cannot be worked out again, personal values too: keep it as you would keep the victims’ forms. It restores on the embedded database and on PostgreSQL alike. A file that is there already is never written over. Its format: docs/backup.md.',
  options: {},
  words: [1, 1],
  async run({ store, positionals, json, terminal }) {
    const file = resolve(terminal.cwd, positionals[0] ?? '');
    // the backup of a wrong or empty directory must never take the place of a good one
    if (existsSync(file)) throw new Refusal(problem('file-exists', { file }));
    let written = 0;
    // for its owner only: it holds personal values
    const bytes = await wholeFile(file, 0o600, (put) =>
      store.backup(async (chunk) => {
        await put(chunk);
        written += chunk.length;
        terminal.progress(`${(written / 1e6).toFixed(1)} MB written`);
      }),
    );
    terminal.progress(null);
    await terminal.out(
      json
        ? `${JSON.stringify({ file, bytes })}\n`
        : `${file}: ${(bytes / 1e6).toFixed(1)} MB. It holds personal values: keep it as such.\n`,
    );
    return 0;
  },
};

import type { Command } from '../command.ts';

export const rebuild: Command = {
  name: 'rebuild',
  usage: 'rebuild',
  summary: 'make the current view anew from the log',
  help: 'The current view is worked out from the log and holds nothing of its own, so it can be dropped and made again at any time.',
  options: {},
  words: [0, 0],
  async run({ store, flags, json, terminal, programme }) {
    const only = typeof flags.programme === 'string' ? (await programme()).id : undefined;
    let entries = 0;
    await store.rebuild(only, (n) => {
      entries = n;
      terminal.progress(`${n} entries`);
    });
    terminal.progress(null);
    await terminal.out(
      json ? `${JSON.stringify({ entries })}\n` : `The current view is made anew from ${entries} entries.\n`,
    );
    return 0;
  },
};

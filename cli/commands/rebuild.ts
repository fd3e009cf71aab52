import type { Command } from '../command.ts';

export const rebuild: Command = {
  name: 'rebuild',
  usage: 'rebuild',
  summary: 'make the current view anew from the log',
  help: 'The current view is worked out from the log and holds nothing of its own, so it can be dropped and made again at any time. All programmes are made anew together; people go on reading and writing meanwhile.',
  options: {},
  words: [0, 0],
  async run({ store, flags, json, terminal, programme }) {
    // the tables are made anew for all programmes together; one that is named has to be there all the same
    if (typeof flags.programme === 'string') await programme();
    let entries = 0;
    await store.rebuild((n) => {
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

import type { Command } from '../command.ts';
import { sentenceOf } from '../sentence.ts';

export const verify: Command = {
  name: 'verify',
  usage: 'verify',
  summary: 'check digests, receipts, permissions, and that the kept view equals the fold',
  help: 'Reads the whole log: every digest and receipt is worked out again, the database is asked what its roles may do, and the current view is folded again and compared. Finding something is exit status 1.',
  options: {},
  words: [0, 0],
  async run({ store, flags, json, terminal, programme }) {
    const only = typeof flags.programme === 'string' ? (await programme()).id : undefined;
    let entries = 0;
    const findings = await store.verify(only, (n) => {
      entries = n;
      terminal.progress(`${n} entries checked`);
    });
    terminal.progress(null);
    if (json) await terminal.out(`${JSON.stringify({ findings })}\n`);
    else {
      for (const f of findings) {
        await terminal.out(`${f.number === undefined ? '' : `no. ${f.number}: `}${sentenceOf(f.problem)}\n`);
      }
      const found = findings.length === 0 ? 'Nothing found wrong' : `${findings.length} found`;
      await terminal.out(`${found}: ${entries} entries checked.\n`);
    }
    return findings.length === 0 ? 0 : 1;
  },
};

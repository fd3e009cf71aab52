import { problem } from '@tilth/domain/problem';
import { readAgain } from '@tilth/server/articles/read-again';
import type { Command } from '../command.ts';
import { sentenceOf } from '../sentence.ts';

const A_PAGE = 200;

export const evidenceCheck: Command = {
  name: 'evidence check',
  usage: 'evidence check',
  summary: 'read every article out of its bytes again, and hold it against the text kept',
  help: 'Quotes anchor to the text that was kept. Reading the same bytes with the same version of the same extractor gives that text again; finding another is exit status 1. What another version read is only counted: its text stays as it is, and bringing the file in again adds what is read now.',
  options: {},
  words: [0, 0],
  async run({ store, json, terminal, programme, asker }) {
    const { id } = await programme();
    const who = await asker();
    const counted = { same: 0, differs: 0, 'other-version': 0 };
    const differing: string[] = [];
    let after: string | undefined;
    for (;;) {
      const rows = await store.articles.list(who, id, {
        limit: A_PAGE,
        ...(after === undefined ? {} : { after }),
      });
      for (const { digest } of rows) {
        const page = await store.articles.page(who, id, digest);
        if (page === null) continue;
        const found = await readAgain(store, who, id, page);
        counted[found]++;
        if (found === 'differs') differing.push(digest);
        terminal.progress(`${counted.same + counted.differs + counted['other-version']} articles read`);
      }
      after = rows.at(-1)?.digest;
      if (rows.length < A_PAGE) break;
    }
    terminal.progress(null);
    const findings = differing.map((capture) => problem('article-text-differs', { capture }));
    if (json)
      await terminal.out(
        `${JSON.stringify({ same: counted.same, other_version: counted['other-version'], findings })}\n`,
      );
    else {
      for (const finding of findings) await terminal.out(`${sentenceOf(finding)}\n`);
      await terminal.out(
        `${counted.same} as they were read, ${counted.differs} not, ${counted['other-version']} read by another version.\n`,
      );
    }
    return findings.length === 0 ? 0 : 1;
  },
};

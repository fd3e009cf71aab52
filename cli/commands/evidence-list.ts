import type { ArticleListed } from '@tilth/store/articles/articles';
import type { Command } from '../command.ts';
import { harmless } from '../sentence.ts';

const A_PAGE = 200;

export const evidenceList: Command = {
  name: 'evidence list',
  usage: 'evidence list',
  summary: 'the articles brought in, the last received first',
  help: 'Each with the beginning of its digest, how far it is read (new, reading, finished), who published it and when, its title, and how many others tell the same in the same words. With --json one article a line.',
  options: {},
  words: [0, 0],
  async run({ store, json, terminal, programme, asker }) {
    const { id } = await programme();
    const who = await asker();
    let after: string | undefined;
    for (;;) {
      const rows = await store.articles.list(who, id, {
        limit: A_PAGE,
        ...(after === undefined ? {} : { after }),
      });
      for (const row of rows) await terminal.out(json ? asJson(row) : harmless(asText(row)));
      after = rows.at(-1)?.digest;
      if (rows.length < A_PAGE) return 0;
    }
  },
};

function asJson({ digest: capture, ...row }: ArticleListed): string {
  return `${JSON.stringify({ capture, ...row })}\n`;
}

function asText({ digest, state, publisher, published, title, copies }: ArticleListed): string {
  const told = copies === 0 ? '' : `  (${copies} alike)`;
  return `${digest.slice(0, 12)}  ${state.padEnd(8)}  ${published ?? 'undated   '}  ${publisher}: ${title ?? 'without a title'}${told}\n`;
}

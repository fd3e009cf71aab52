import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { problem, Refusal } from '@tilth/domain/problem';
import type { Sensitivity } from '@tilth/domain/record/kind';
import { ARTICLE_BYTES } from '@tilth/formats/article/extracted';
import { type Taken, takeArticle } from '@tilth/server/articles/take-article';
import type { Call, Command } from '../command.ts';
import { harmless, sentenceOf } from '../sentence.ts';
import { namingFile, unreadable } from '../unreadable.ts';

const levels: readonly Sensitivity[] = ['public', 'partner', 'restricted', 'personal'];

/** Found wrong with the article itself, so that whoever runs this in a script learns of it by the exit status. */
const WRONG: ReadonlySet<string> = new Set([
  'article-encoding-broken',
  'article-dates-differ',
  'article-date-to-come',
  'article-dates-later',
]);

export const evidenceAdd: Command = {
  name: 'evidence add',
  usage: 'evidence add FILE --publisher NAME [--published DATE] [--author NAME] …',
  summary: 'keep an article, and read its text out of it',
  help: 'FILE is plain text, HTML or PDF. Its bytes are kept as they are; the text in it is kept beside them, and positions of claims are characters of that text. Prints the digest that names the article. Doing it again adds nothing; with other particulars it adds those, and the last hold. What you do not say is taken from the text where it says so. Exit status 1: kept, but its dates or its letters do not fit together.',
  options: {
    publisher: {
      type: 'string',
      value: 'NAME',
      help: 'whose site, paper or programme it stands in (required)',
    },
    published: { type: 'string', value: 'DATE', help: 'the day it was published, YYYY-MM-DD' },
    title: { type: 'string', value: 'TEXT', help: 'its headline' },
    author: { type: 'string', value: 'NAME', help: 'as its by-line names them' },
    'date-line': { type: 'string', value: 'TEXT', help: 'place and day it gives as its own' },
    'original-publisher': { type: 'string', value: 'NAME', help: 'whose text it was first, as an agency’s' },
    relays: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      help: 'a further hand it came through; may be given several times',
    },
    language: { type: 'string', value: 'TAG', help: 'its language, as en or pt-BR' },
    address: { type: 'string', value: 'URL', help: 'where it stood' },
    sensitivity: {
      type: 'string',
      value: 'LEVEL',
      help: 'who may read it: public, partner, restricted (default) or personal',
    },
  },
  words: [1, 1],
  async run(call) {
    const { store, positionals, flags, json, terminal } = call;
    const [file = ''] = positionals;
    const text = (name: string) => {
      const given = flags[name];
      return typeof given === 'string' && given.trim() !== '' ? given.trim() : undefined;
    };
    const publisher = text('publisher');
    if (publisher === undefined)
      throw new Refusal(
        problem('arguments-wrong', { command: 'evidence add', why: 'It needs --publisher.' }),
      );
    const sensitivity = levels.find((l) => l === (text('sensitivity') ?? 'restricted'));
    if (sensitivity === undefined)
      throw new Refusal(problem('sensitivity-unknown', { value: String(flags.sensitivity) }));
    const { id } = await call.programme();
    const asker = await call.asker();
    const bytes = await bytesIn(call, file);
    const { at: today } = await store.stamp(asker, id);
    const relays = Array.isArray(flags.relays) ? flags.relays.map(String) : [];
    const said = {
      publisher,
      ...named('published', text('published')),
      ...named('title', text('title')),
      ...named('author', text('author')),
      ...named('date_line', text('date-line')),
      ...named('original_publisher', text('original-publisher')),
      ...named('language', text('language')),
      ...named('address', text('address')),
      ...(relays.length === 0 ? {} : { relays }),
    };
    const taken = await namingFile(file, () =>
      takeArticle(store, asker, id, { bytes, given: basename(file), sensitivity, said, today }),
    );
    const near = (await store.articles.page(asker, id, taken.digest))?.near_duplicates ?? [];
    if (json) {
      const { digest: capture, ...rest } = taken;
      await terminal.out(`${JSON.stringify({ capture, ...rest, near_duplicates: near })}\n`);
    } else {
      await terminal.out(asText(taken));
      for (const n of near)
        await terminal.out(
          harmless(
            `tells the same as ${n.digest.slice(0, 12)} (${n.publisher}, ${percent(n.alike)} alike)\n`,
          ),
        );
      for (const notice of taken.notices) terminal.err(`tilth: ${sentenceOf(notice)}\n`);
    }
    return taken.notices.some((n) => WRONG.has(n.code)) ? 1 : 0;
  },
};

const named = <K extends string>(key: K, value: string | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>;

const percent = (share: number) => `${Math.round(share * 100)} %`;

async function bytesIn({ terminal }: Call, typed: string): Promise<Uint8Array> {
  const file = resolve(terminal.cwd, typed);
  try {
    // what is far too large is not read to be refused
    if ((await stat(file)).size > ARTICLE_BYTES)
      throw new Refusal(problem('article-too-large', { limit: ARTICLE_BYTES, file: typed }));
    return await readFile(file);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(unreadable(typed, error), { cause: error });
  }
}

function asText({ digest, text_digest, described: d, length }: Taken): string {
  const lines = [
    digest,
    ...(d.title === null ? [] : [`“${d.title}”`]),
    [d.publisher, d.published ?? 'undated', d.language, `${length} characters`].join(', '),
    ...(d.original_publisher === null ? [] : [`first published by ${d.original_publisher}`]),
    ...(text_digest === digest ? [] : [`its text: ${text_digest}`]),
  ];
  return harmless(`${lines.join('\n')}\n`);
}

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Gold, type Score, score } from '@tilth/domain/evidence/score';
import { problem, Refusal } from '@tilth/domain/problem';
import { suggestedFor } from '@tilth/server/articles/suggested';
import type { Call, Command } from '../command.ts';
import { articleNamed } from '../evidence.ts';
import { sentenceOf } from '../sentence.ts';
import { unreadable } from '../unreadable.ts';

export const evidenceScore: Command = {
  name: 'evidence score',
  usage: 'evidence score CAPTURE --gold FILE.jsonl',
  summary: 'the suggestions for an article held against claims a person marked in it',
  help: 'Each line of the file is a claim as `evidence suggest --json` writes it, with start and end (characters of the extracted text) by themselves or in span. A suggestion finds a claim when their spans share at least half of the longer one. On what is found: how often speaker, kind of speaker, certainty, value with unit and date are right, wherever the marked claim says them; equal quantities are equal in any unit.',
  options: {
    gold: { type: 'string', value: 'FILE.jsonl', help: 'the claims a person marked (required)' },
  },
  words: [1, 1],
  async run(call) {
    const { positionals, flags, json, terminal } = call;
    if (typeof flags.gold !== 'string')
      throw new Refusal(problem('arguments-wrong', { command: 'evidence score', why: 'It needs --gold.' }));
    const page = await articleNamed(call, positionals[0] ?? '');
    const gold = await goldIn(call, flags.gold);
    const { suggestions, notices } = await suggestedFor(page, 'the command line');
    for (const notice of notices) terminal.err(`tilth: ${sentenceOf(notice)}\n`);
    const result = score(suggestions, gold);
    const counted = { gold: gold.length, suggested: suggestions.length };
    await terminal.out(json ? `${JSON.stringify({ ...result, ...counted })}\n` : asText(result, counted));
    return 0;
  },
};

/** Refusals `file-missing`, `file-unreadable`, `gold-unreadable` with the line. */
async function goldIn({ terminal }: Call, typed: string): Promise<readonly Gold[]> {
  let text: string;
  try {
    text = await readFile(resolve(terminal.cwd, typed), 'utf8');
  } catch (error) {
    throw new Refusal(unreadable(typed, error), { cause: error });
  }
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line, n) => {
      if (line.trim() === '') return [];
      const claim = claimIn(line);
      if (claim === null) throw new Refusal(problem('gold-unreadable', { line: n + 1, file: typed }));
      return [claim];
    });
}

function claimIn(line: string): Gold | null {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof read !== 'object' || read === null) return null;
  const place = 'span' in read && typeof read.span === 'object' && read.span !== null ? read.span : read;
  if (!('start' in place && 'end' in place)) return null;
  const { start, end } = place;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || Number(end) <= Number(start)) return null;
  return { ...read, start: Number(start), end: Number(end) };
}

const share = (n: number | null) => (n === null ? 'not marked' : n.toFixed(3));

function asText(
  { precision, recall, f1, matched, fields }: Score,
  { gold, suggested }: { readonly gold: number; readonly suggested: number },
): string {
  const rows = [
    ['marked', gold],
    ['suggested', suggested],
    ['matched', matched],
    ['precision', share(precision)],
    ['recall', share(recall)],
    ['F1', share(f1)],
    ...Object.entries(fields).map(([name, right]) => [name, share(right)]),
  ];
  return `${rows.map(([name, n]) => `${String(name).padEnd(13)} ${n}`).join('\n')}\n`;
}

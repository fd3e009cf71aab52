/**
 * Articles: how many go through `suggest` in a second of one core, and how long it takes to find the copies of a story among
 * 100,000 that are kept. The texts are made of our own marked articles (domain/evidence/gold), so that they read like news.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { bandsOf, sketchOf } from '@tilth/domain/evidence/min-hash';
import { suggest } from '@tilth/domain/evidence/suggest';
import { keepSketches, likeSketch } from '@tilth/store/articles/near';
import { makeDatabase } from '@tilth/store/databases.testing';
import type { Db } from '@tilth/store/db';
import { PROGRAMME } from '../office.ts';
import type { Engine, Result } from '../result.ts';
import type { Row } from '../row.ts';
import { median, quantile, seconds } from '../times.ts';

const KEPT = 100_000;
const A_BATCH = 500;
const SEARCHES = 200;
const ROUNDS = 5;
const ROUND_SECONDS = 2;

export const evidenceRow: Row = {
  name: 'evidence',
  about: 'articles read and compared',
  async run({ engine, scale, say }) {
    const texts = await articles();
    const read = engine === 'pglite' ? [asRead(texts, engine)] : [];
    const database = await makeDatabase(engine);
    const db = database.open();
    try {
      return [...read, await asCompared(db, texts, engine, Math.round(KEPT * scale), say)];
    } finally {
      await db.close();
      await database.remove();
    }
  },
};

async function articles(): Promise<readonly string[]> {
  const folder = new URL('../../domain/evidence/gold/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const found = await Promise.all(names.map(async (name) => readFile(new URL(name, folder), 'utf8')));
  return found.map((text) => (JSON.parse(text) as { readonly text: string }).text);
}

/** Seconds of a core, not of the clock: what else the machine does is no part of it. */
function asRead(texts: readonly string[], engine: Engine): Result {
  for (const text of texts) suggest(text);
  const all = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    let [n, spent] = [0, 0];
    while (spent < ROUND_SECONDS) {
      for (const text of texts) suggest(text);
      n += texts.length;
      const { user, system } = process.cpuUsage(before);
      spent = (user + system) / 1e6;
    }
    return n / spent;
  });
  const characters = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  return {
    row: 'evidence',
    engine,
    work: 'articles through suggest, on one core',
    unit: 'articles/s',
    ours: median(all),
    all,
    aim: { least: 200 },
    note: `${characters.toFixed(0)} characters an article in the mean`,
  };
}

/** As many articles as asked, each of sentences of ours in an order of its own, with words changed. */
function* made(texts: readonly string[], count: number): Generator<string> {
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s+/));
  let seed = 7171;
  const chance = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 0x1_0000_0000) * below);
  };
  for (let n = 0; n < count; n++) {
    const told = Array.from({ length: 20 }, () =>
      (sentences[chance(sentences.length)] ?? '')
        .split(' ')
        .map((word) => (chance(3) === 0 ? `w${chance(30_000)}` : word))
        .join(' '),
    );
    yield told.join(' ');
  }
}

async function asCompared(
  db: Db,
  texts: readonly string[],
  engine: Engine,
  count: number,
  say: (what: string) => void,
): Promise<Result> {
  const actor = { role: 'server', programmes: [PROGRAMME], person: null } as const;
  say(`filling the index with ${count} articles`);
  let batch: { digest: string; runs: number; places: readonly number[] }[] = [];
  const asked: string[] = [];
  let n = 0;
  for (const text of made(texts, count)) {
    const sketch = sketchOf(text);
    if (sketch === null) continue;
    if (n++ % Math.ceil(count / SEARCHES) === 0) asked.push(text);
    batch.push({ digest: createHash('sha256').update(text).digest('hex'), ...sketch });
    if (batch.length < A_BATCH && n < count) continue;
    const full = batch;
    await db.transaction(actor, (tx) => keepSketches(tx, PROGRAMME, full));
    batch = [];
  }
  await db.asOwner((tx) => tx.exec('ANALYZE capture.sketch; ANALYZE capture.band'));
  say('looking for copies');
  const all: number[] = [];
  let found = 0;
  for (const text of asked) {
    // a copy as another site has it: with a line of its own before it and a paragraph less
    const copy = `Another site writes: ${text.slice(0, Math.floor(text.length * 0.85))}`;
    const took = await seconds(async () => {
      const sketch = sketchOf(copy);
      if (sketch === null) return;
      const near = await db.read(actor, (tx) => likeSketch(tx, PROGRAMME, sketch, null));
      if (near.length > 0) found++;
    });
    all.push(1000 * took);
  }
  const sample = sketchOf(asked[0] ?? '');
  return {
    row: 'evidence',
    engine,
    work: `find the copies of an article among ${count}`,
    unit: 'ms',
    ours: median(all),
    all,
    aim: { most: 50 },
    note: `with working out its signature; 99th percentile ${quantile(all, 0.99).toFixed(1)} ms; ${found} of ${asked.length} copies found; ${sample === null ? 0 : bandsOf(sample).length} bands`,
  };
}

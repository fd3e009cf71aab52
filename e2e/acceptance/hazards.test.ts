/** Thousands of suspected areas with all the faults of a real file, taken in on both databases and counted. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Engine, engines } from '@tilth/store/databases.testing';
import { type Account, addsUp, isSecondRunOf, tally } from './account.ts';
import { exported, withoutIds } from './exports.ts';
import { cleanUp, PROGRAMME, servedOffice } from './office.ts';
import { mappingFile } from './shared-data.ts';
import { type SuspectAreas, suspectAreas } from './suspect-areas.ts';

interface Totals {
  readonly sum: number;
  readonly once: number;
  readonly items: number;
  readonly unmeasured: number;
  readonly to_locate: number;
  readonly stamp: { readonly number: number; readonly pending: number };
}

interface ToLocate {
  readonly values: { readonly to_locate: string; readonly map_sheet: string };
}

interface Seen {
  readonly first: Account;
  readonly again: Account;
  readonly before: Totals;
  readonly after: Totals;
  readonly toLocate: readonly ToLocate[];
  readonly pairs: readonly { readonly m2: number }[];
  readonly lines: readonly string[];
  readonly findings: readonly unknown[];
}

let file: SuspectAreas;
const seen = new Map<Engine, Seen>();

before(async () => {
  file = await suspectAreas();
  await Promise.all(engines.map(async (engine) => seen.set(engine, await look(engine))));
});
after(cleanUp);

/** Everything while a server holds the data, so that the commands go through it where the database is embedded. */
async function look(engine: Engine): Promise<Seen> {
  const { at, served } = await servedOffice(engine);
  const words = ['import', file.file, '--mapping', mappingFile('bih-suspect-areas'), '--approve'];
  try {
    const first = await at.json<Account>(0, ...words);
    const totals = async () => {
      const { totals } = await served.get<{ totals: Totals[] }>(`/api/totals?programme=${PROGRAMME}`);
      return totals[0]!;
    };
    const before = await totals();
    const { rows } = await served.get<{ rows: ToLocate[] }>('/api/to-locate');
    const { pairs } = await served.get<{ pairs: { m2: number }[] }>('/api/overlaps');
    const again = await at.json<Account>(0, ...words);
    const lines = withoutIds(await exported(at, 'hazardous-area'));
    const { findings } = await at.json<{ findings: unknown[] }>(0, 'verify');
    return { first, before, toLocate: rows, pairs, again, after: await totals(), lines, findings };
  } finally {
    await served.stop();
  }
}

for (const engine of engines) {
  const at = () => seen.get(engine)!;

  test(`every row has one outcome, and equal outlines are the same area (${engine})`, () => {
    const { first } = at();
    addsUp(first);
    assert.equal(first.read, file.read);
    assert.equal(first.same, file.same);
    assert.equal(first.refused, 0);
  });

  test(`every invalid outline is put right and says what, where and how much (${engine})`, () => {
    const { first } = at();
    const put_right = first.rows.filter((r) => r.code === 'outline-repaired');
    assert.equal(put_right.length, file.invalid);
    for (const { row, facts } of put_right) {
      const { reason, longitude, latitude, before_m2, after_m2 } = facts ?? {};
      assert.ok(typeof reason === 'string' && reason !== '', `row ${row} does not say what was wrong`);
      assert.ok(Number.isFinite(longitude) && Number.isFinite(latitude), `row ${row} does not say where`);
      assert.ok(Number(before_m2) >= 0 && Number(after_m2) >= 0, `row ${row} does not say how much`);
    }
  });

  test(`what changes much waits for a person and is drawn all the same (${engine})`, () => {
    const { first, before } = at();
    assert.ok(first.waiting > 0 && first.waiting <= first.repaired);
    assert.equal(before.stamp.pending, first.waiting);
    assert.equal(before.items, file.read - file.same, 'reported areas are counted as well');
  });

  test(`rows without an outline stand on the to-locate list by map sheet, none unlisted (${engine})`, () => {
    const { toLocate, before } = at();
    const missing = toLocate.filter((r) => r.values.to_locate === 'place-missing');
    assert.deepEqual(missing.map((r) => r.values.map_sheet).sort(), file.sheetsWithout);
    assert.equal(toLocate.length - missing.length, file.empty);
    assert.equal(before.to_locate, toLocate.length, 'counted beside the totals');
  });

  test(`the sum of outlines is that of the file, and land counted once is less (${engine})`, () => {
    const { sum, once } = at().before;
    const [least, most] = file.squareMetres;
    assert.ok(sum > least && sum < most, `${sum} m²`);
    assert.ok(once > 0 && once <= sum);
  });

  test(`pairs that share land are listed with how much (${engine})`, () => {
    const { pairs } = at();
    assert.ok(pairs.length >= file.overlapping, `${pairs.length} pairs`);
    assert.ok(pairs.every((p) => p.m2 > 0));
  });

  test(`the same file again changes nothing and adds no entry (${engine})`, () => {
    const { first, again, before, after } = at();
    isSecondRunOf(again, first);
    assert.deepEqual(after, before);
  });

  test(`verify finds nothing wrong (${engine})`, () => {
    assert.deepEqual(at().findings, []);
  });
}

test('both databases say and hold the same', () => {
  const [one, other] = engines.map((engine) => seen.get(engine)!);
  assert.deepEqual(one?.first, other?.first);
  assert.deepEqual(tally(one!.again), tally(other!.again));
  const figures = ({ stamp: _, ...rest }: Totals) => rest;
  assert.deepEqual(figures(one!.before), figures(other!.before));
  const shares = (s: Seen) => s.pairs.map((p) => p.m2).sort((a, b) => a - b);
  assert.deepEqual(shares(one!), shares(other!));
  assert.deepEqual(one?.lines, other?.lines);
});

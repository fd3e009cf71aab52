/** A whole table of people, published twice, five years apart: who is listed, who no longer is, and what was known when. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Engine, engines } from '@tilth/store/databases.testing';
import { type Account, addsUp } from './account.ts';
import { type Exported, exported, withoutIds } from './exports.ts';
import { cleanUp, servedOffice } from './office.ts';
import { mappingFile } from './shared-data.ts';
import { type Victims, victims } from './victims.ts';

interface Seen {
  readonly earlier: Account;
  readonly later: Account;
  readonly then: Exported;
  readonly now: Exported;
  /** asked for after the second import: as known before it */
  readonly asKnown: Exported;
  readonly accidents: Exported;
  readonly findings: readonly unknown[];
}

let file: Victims;
const seen = new Map<Engine, Seen>();

before(async () => {
  file = await victims();
  await Promise.all(engines.map(async (engine) => seen.set(engine, await look(engine))));
});
after(cleanUp);

async function look(engine: Engine): Promise<Seen> {
  const { at, served } = await servedOffice(engine);
  const take = (year: string, path: string) =>
    at.json<Account>(0, 'import', path, '--mapping', mappingFile(`colombia-victims-${year}`), '--approve');
  try {
    const earlier = await take('2017', file.earlier);
    const then = await exported(at, 'victim');
    const later = await take('2022', file.later);
    const { number = '', at: day = '' } = then.stamp;
    return {
      earlier,
      later,
      then,
      now: await exported(at, 'victim'),
      asKnown: await exported(at, 'victim', '--known', number, '--at', day),
      accidents: await exported(at, 'accident'),
      findings: (await at.json<{ findings: unknown[] }>(0, 'verify')).findings,
    };
  } finally {
    await served.stop();
  }
}

const published = ({ lines }: Exported): number =>
  lines.filter((l) => JSON.parse(l).properties.published === true).length;

for (const engine of engines) {
  const at = () => seen.get(engine)!;

  test(`every person counts, the look-alikes too (${engine})`, () => {
    const { earlier, then } = at();
    addsUp(earlier);
    const [people] = file.people;
    assert.deepEqual([earlier.read, earlier.same, earlier.refused, earlier.gone], [people, 0, 0, 0]);
    assert.deepEqual([then.lines.length, published(then)], [people, people]);
    const alike = then.lines.length - new Set(withoutIds(then)).size;
    assert.ok(alike >= file.lookAlikes, `${alike} people look like another and were kept`);
  });

  test(`a year typed with a thousands separator is read and named (${engine})`, () => {
    const { earlier } = at();
    const named = earlier.rows.filter((r) => r.code === 'number-thousands-separator');
    assert.equal(named.length, file.people[0]);
    for (const { row, facts } of named) {
      const { column, typed, read } = facts ?? {};
      assert.equal(column, 'ano');
      assert.equal(String(typed).replace(',', ''), String(read), `row ${row}`);
    }
  });

  test(`people no longer listed and people first listed explain the difference (${engine})`, () => {
    const { later, now } = at();
    addsUp(later);
    const [before, after] = file.people;
    assert.deepEqual(
      { read: later.read, gone: later.gone, first: later.accepted + later.repaired, refused: later.refused },
      { read: after, gone: file.gone, first: file.firstPublished, refused: 0 },
    );
    assert.equal(later.updated + later.unchanged, before - later.gone, 'the others were known');
    assert.equal(published(now), after);
    assert.equal(now.lines.length, after + later.gone, 'nobody gone is lost');
  });

  test(`no accident is made of victims (${engine})`, () => {
    assert.deepEqual(at().accidents.lines, []);
  });

  test(`as known before the second table the first picture comes back byte for byte (${engine})`, () => {
    const { then, asKnown, now } = at();
    assert.notDeepEqual(now.lines, then.lines);
    assert.deepEqual(asKnown.lines, then.lines);
    const { known: _, ...rest } = then.stamp;
    const { known: __, ...again } = asKnown.stamp;
    assert.deepEqual(again, rest, 'the stamps differ in what was asked only');
  });

  test(`verify finds nothing wrong (${engine})`, () => {
    assert.deepEqual(at().findings, []);
  });
}

test('both databases say and hold the same', () => {
  const [one, other] = engines.map((engine) => seen.get(engine)!);
  assert.deepEqual(one?.earlier, other?.earlier);
  assert.deepEqual(one?.later, other?.later);
  assert.deepEqual(withoutIds(one!.now), withoutIds(other!.now));
});

/** Thirty years of events, each what its code says it is, on both databases. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Engine, engines } from '@tilth/store/databases.testing';
import { type Account, addsUp, isSecondRunOf } from './account.ts';
import { type Events, events } from './events.ts';
import { exported, withoutIds } from './exports.ts';
import { cleanUp, office } from './office.ts';
import { mappingFile } from './shared-data.ts';

const kinds = ['accident', 'activity', 'find', 'hazard-report', 'hazardous-area', 'released-land'] as const;
type Kind = (typeof kinds)[number];

interface Item {
  readonly geometry: { readonly type: string } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

interface Waiting {
  readonly kind: string;
  readonly standing: string;
  readonly values: Readonly<Record<string, unknown>>;
}

interface Seen {
  readonly first: Account;
  readonly again: Account;
  readonly number: number;
  readonly later: number;
  readonly lines: ReadonlyMap<Kind, readonly string[]>;
  readonly toLocate: readonly Waiting[];
  readonly totals: { readonly sum: number; readonly items: number; readonly unmeasured: number };
}

let file: Events;
const seen = new Map<Engine, Seen>();

before(async () => {
  file = await events();
  await Promise.all(engines.map(async (engine) => seen.set(engine, await look(engine))));
});
after(cleanUp);

/** The first import with nobody else on the data, the rest beside a server. */
async function look(engine: Engine): Promise<Seen> {
  const at = await office(engine);
  const words = ['import', file.file, '--mapping', mappingFile('colombia-events'), '--approve'];
  const first = await at.json<Account>(0, ...words);
  const served = await at.serve();
  try {
    const stamp = async () => {
      const { stamps } = await served.get<{ stamps: { number: number }[] }>('/api/stamp');
      return stamps[0]?.number ?? 0;
    };
    const number = await stamp();
    const lines = new Map<Kind, readonly string[]>();
    for (const kind of kinds) lines.set(kind, withoutIds(await exported(at, kind)));
    const { rows } = await served.get<{ rows: Seen['toLocate'] }>('/api/to-locate');
    const { totals } = await served.get<{ totals: Seen['totals'][] }>('/api/totals');
    const again = await at.json<Account>(0, ...words);
    return { first, again, number, later: await stamp(), lines, toLocate: rows, totals: totals[0]! };
  } finally {
    await served.stop();
  }
}

for (const engine of engines) {
  const at = () => seen.get(engine)!;
  const items = (kind: Kind): Item[] => (at().lines.get(kind) ?? []).map((l) => JSON.parse(l));
  const codes = (...some: string[]) => some.reduce((n, code) => n + (file.byCode[code] ?? 0), 0);
  const counted = (kind: Kind, property: string) => {
    const found: Record<string, number> = {};
    for (const { properties } of items(kind)) {
      const word = String(properties[property]);
      found[word] = (found[word] ?? 0) + 1;
    }
    return found;
  };

  test(`every row is taken, none as the same as another (${engine})`, () => {
    const { first } = at();
    addsUp(first);
    assert.equal(first.read, codes(...Object.keys(file.byCode)));
    assert.equal(first.same + first.refused, 0);
  });

  test(`what a row is follows its code (${engine})`, () => {
    assert.deepEqual(counted('accident', 'accident_type'), { mine: codes('1'), 'uxo-axo': codes('2') });
    assert.deepEqual(counted('activity', 'activity_type'), { 'military-demining': codes('4') });
    assert.deepEqual(counted('find', 'context'), {
      seized: codes('5'),
      'stored-found': codes('3'),
      'workshop-found': codes('7'),
    });
    assert.equal(items('hazard-report').length, codes('6'));
  });

  test(`a suspected minefield is a suspected area of which only the position is known (${engine})`, () => {
    assert.deepEqual(counted('hazardous-area', 'hazard_class'), { sha: codes('8') });
    assert.ok(items('hazardous-area').every((i) => i.geometry?.type === 'Point'));
    const { sum, items: all, unmeasured } = at().totals;
    assert.deepEqual({ sum, all, unmeasured }, { sum: 0, all: codes('8'), unmeasured: codes('8') });
  });

  test(`demining events release nothing (${engine})`, () => {
    assert.deepEqual(items('released-land'), []);
  });

  test(`the one lost sign is named and waits for a person, unplaced (${engine})`, () => {
    const { first, toLocate } = at();
    const [slip, ...more] = first.rows.filter((r) => r.outcome === 'repaired');
    assert.deepEqual(more, []);
    assert.deepEqual([slip?.code, slip?.facts?.hint], ['outside-extent', 'sign-longitude']);
    assert.equal(first.waiting, 1);
    assert.equal(toLocate.length, 1);
    const [row] = toLocate;
    assert.deepEqual([row?.kind, row?.standing], ['activity', 'reported']);
    assert.equal(row?.values.to_locate, 'outside-extent');
  });

  test(`the same file again changes nothing and adds no entry (${engine})`, () => {
    const { first, again, number, later } = at();
    isSecondRunOf(again, first);
    assert.equal(later, number);
  });
}

test('both databases say and hold the same', () => {
  const [one, other] = engines.map((engine) => seen.get(engine)!);
  assert.deepEqual(one?.first, other?.first);
  assert.equal(one?.number, other?.number);
  for (const kind of kinds) assert.deepEqual(one?.lines.get(kind), other?.lines.get(kind), kind);
});

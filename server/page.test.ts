import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { get, idOf, kindOfLevels, modelOf, square, tried } from './app.testing.ts';

async function room(sizes: readonly number[]) {
  const all = tried(modelOf(kindOfLevels('area', 'public')));
  let n = 0;
  for (const [p, size] of sizes.entries()) {
    await all.store.addProgramme({ id: `p${p}`, name: `P${p}`, public: { '*': 'public' } });
    for (let i = 0; i < size; i++) {
      n += 1;
      all.store.things.push({
        id: idOf(n),
        programme: `p${p}`,
        kind: 'area',
        geometry: square(0, 0, 1),
        values: { size: (n * 7) % 5 },
      });
    }
  }
  return { ...all, count: n };
}

async function idsFrom(app: Parameters<typeof get>[0], first: string) {
  const ids: string[] = [];
  for (let url: string | null = first, pages = 0; url !== null; pages++) {
    assert.ok(pages < 100, 'paging ends');
    const answer: { rows: { id: string }[]; next: string | null; matched: number; returned: number } = (
      await get(app, url)
    ).json();
    assert.equal(answer.returned, answer.rows.length);
    ids.push(...answer.rows.map((r) => r.id));
    url = answer.next;
  }
  return ids;
}

test('following the pages gives every item of every programme once, however large a page is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(7), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('', '&sort=size', '&sort=-size'),
      async (sizes, limit, sort) => {
        const { app, count } = await room(sizes);
        const ids = await idsFrom(app, `/api/area?limit=${limit}${sort}`);
        assert.equal(ids.length, count);
        assert.equal(new Set(ids).size, count);
        await app.close();
      },
    ),
    { numRuns: 60 },
  );
});

test('starting at an offset gives what paging from the start gives there', async () => {
  const { app } = await room([5, 0, 4]);
  const all = await idsFrom(app, '/api/area?limit=2');
  for (let offset = 0; offset <= 9; offset++)
    assert.deepEqual(
      await idsFrom(app, `/api/area?limit=3&offset=${offset}`),
      all.slice(offset),
      String(offset),
    );
});

test('every answer says of each programme where it stands', async () => {
  const { app } = await room([1, 2]);
  const { stamps } = (await get(app, '/api/area?at=2020-05-01&known=7')).json();
  assert.deepEqual(
    stamps.map((s: { programme: string; at: string; known: number }) => [s.programme, s.at, s.known]),
    [
      ['p0', '2020-05-01', 7],
      ['p1', '2020-05-01', 7],
    ],
  );
});

test('what is asked wrongly is named', async () => {
  const { app } = await room([1]);
  const code = async (query: string) => (await get(app, `/api/area?${query}`)).json().code ?? 'fine';
  const wrong = [
    'limit=0',
    'limit=10001',
    'limit=1.5',
    'limit=1&limit=2',
    'at=2020-02-30',
    'at=yesterday',
    'known=-1',
    'known=2020-01-01',
    'known=99999999999999999999',
    'bbox=1,2,3',
    'bbox=0,9,1,8',
    'bbox=0,0,1,91',
    'bbox=a,b,c,d',
    'datetime=..',
    'datetime=../..',
    'datetime=2020-01-01/2019-01-01',
    'datetime=2020-13-01',
    'sort=nothing',
    'after=7',
    `after=${idOf(999)}`,
    'size=1&size=2',
  ];
  for (const query of wrong) assert.equal(await code(query), 'parameter-invalid', query);
  for (const query of ['colour=red', 'personal_text=x', '__proto__=x'])
    assert.equal(await code(query), 'parameter-unknown', query);
  for (const query of [
    'limit=10000',
    'bbox=170,-10,-170,10',
    'bbox=0,0,-5,1,1,5',
    'known=2020-01-01T00:00:00Z',
    'known=0',
    'datetime=2020-01-01T10:00:00Z/..',
    'size=3',
    'standing=live',
  ])
    assert.equal(await code(query), 'fine', query);
});

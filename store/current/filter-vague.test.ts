/** What is disputed or inexact falls out of no list: whatever one of its claims would meet, the item is listed for. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { askable, testsOf } from '@tilth/domain/filter/askable';
import { type Condition, valuesOf } from '@tilth/domain/filter/condition';
import { readFilter } from '@tilth/domain/filter/read';
import { writeFilter } from '@tilth/domain/filter/write';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Claim, Report, Value } from '@tilth/domain/report/entry';
import fc from 'fast-check';
import { engines, removeDatabases } from '../databases.testing.ts';
import { prepare } from '../log.ts';
import { approve, PROGRAMME, report } from '../samples.testing.ts';
import { list } from './list.ts';
import { makeViewOffice, type ViewOffice } from './view.testing.ts';

const code = (c: string): Value => ({ type: 'code', code: c });
const number = (n: number, more: object = {}): Value => ({ type: 'number', number: n, ...more });
const span = (from: string | null, to: string): Value => ({ type: 'date', span: { from, to } });
const text = (t: string): Value => ({ type: 'text', text: t });

/** claims that a property may hold, and what it may be asked about */
const said: Readonly<
  Record<string, { readonly claims: readonly Value[]; readonly asked: readonly string[] }>
> = {
  reported_area: {
    claims: [number(50_000), number(1_000), number(19_000, { precision: 5_000 })],
    asked: ['5 ha', '1000', '2 ha', '500', '14000'],
  },
  device_count: {
    claims: [{ type: 'number', min: 3, max: 7 }, number(12), { type: 'number', min: 20 }],
    asked: ['5', '12', '7', '30'],
  },
  hazard_status: { claims: [code('closed'), code('open')], asked: ['open', 'closed'] },
  identified_on: {
    claims: [span('2023-01-01', '2023-12-31'), span('2021-05-01', '2021-05-01')],
    asked: ['2021', '2023-06', '2022', '2021-05-01'],
  },
  models_named: { claims: [text('PMN'), text('None found')], asked: ['PM', 'none', 'None found'] },
};

for (const engine of engines) {
  describe(engine, { concurrency: false }, () => {
    let office: ViewOffice;
    /** items that two sources disagree about, with the items that say the one and the other alone */
    const pairs: { readonly both: string; readonly alone: readonly string[] }[] = [];

    test('opens', async () => {
      office = await makeViewOffice(engine);
      const by = office.people.reviewer;
      const all: Report[] = [];
      const area = (name: string, property: string, value: Value): Report => {
        const claims: Claim[] = [
          { on: 0, property: 'name', value: text(name) },
          { on: 0, property, value },
        ];
        const one = report(by, name, { claims });
        all.push(one);
        return one;
      };
      for (const [property, { claims }] of Object.entries(said)) {
        claims.forEach((value, i) => {
          area(`${property} ${i}`, property, value);
          claims.forEach((other, j) => {
            if (i === j) return;
            const both = `${property} ${i} or ${j}`;
            const { items } = area(both, property, value);
            all.push(
              report(by, both, {
                items,
                source: { name: 'another' },
                claims: [{ on: 0, property, value: other }],
              }),
            );
            pairs.push({ both, alone: [`${property} ${i}`, `${property} ${j}`] });
          });
        });
      }
      const refs = all.map((r) => prepare(r).ref);
      await office.take([...all, approve(by, refs)]);
    });
    after(() => office?.db.close());

    const names = async (filter: readonly Condition[], at?: string): Promise<readonly string[]> => {
      const query = { programme: PROGRAMME, kind: 'hazardous-area', limit: 1_000, filter };
      const page = await list(office.keeper, office.asker('administrator'), { ...query, ...(at && { at }) });
      return page.rows.map((r) => String(r.values.name)).sort();
    };
    const found = async (filter: string): Promise<readonly string[]> => {
      const read = readFilter(filter);
      assert.ok(!('code' in read), filter);
      return names(read);
    };

    test('two sources disagree about each of these', async () => {
      for (const property of Object.keys(said)) {
        const disputed = await found(`${property} is disputed`);
        const both = pairs.map((p) => p.both).filter((name) => name.startsWith(`${property} `));
        assert.deepEqual(disputed, both.sort(), property);
      }
    });

    test('a size that two disagree about is listed for either, whichever came last', async () => {
      for (const filter of ['reported_area > 2 ha', 'reported_area < 2000', 'reported_area is 1000']) {
        const listed = await found(filter);
        assert.ok(listed.includes('reported_area 0 or 1'), filter);
        assert.ok(listed.includes('reported_area 1 or 0'), filter);
      }
      assert.ok((await found('hazard_status is not closed')).includes('hazard_status 1 or 0'));
    });

    test('a number within bounds is listed for each it may be, and for the opposite too', async () => {
      for (const filter of ['device_count is 5', 'device_count is one of (1, 7)', 'device_count is not 5'])
        assert.ok((await found(filter)).includes('device_count 0'), filter);
      for (const filter of ['device_count is 8', 'device_count is one of (1, 2)'])
        assert.ok(!(await found(filter)).includes('device_count 0'), filter);
    });

    test('a number give or take its precision is listed for all that it may be', async () => {
      const inexact = 'reported_area 2';
      for (const filter of ['> 2 ha', '< 15000', 'is 24000', 'is not 19000', 'between 2.2 ha and 9 ha'])
        assert.ok((await found(`reported_area ${filter}`)).includes(inexact), filter);
      for (const filter of ['> 24000', '< 14000', 'is 24001'])
        assert.ok(!(await found(`reported_area ${filter}`)).includes(inexact), filter);
    });

    test('whichever claim of a disputed value meets a condition, the item is listed, now as at another day', async () => {
      const kind = builtIn.kinds.get('hazardous-area');
      assert.ok(kind);
      const condition = fc.constantFrom(...Object.entries(said)).chain(([property, { asked }]) => {
        const of = askable(kind, property);
        assert.ok(of);
        const tests = testsOf(of).filter((t) => valuesOf(t) !== 0);
        return fc.constantFrom(...tests).chain((t) => {
          const n = valuesOf(t);
          const [minLength, maxLength] = n === 'many' ? [1, 3] : [n, n];
          const values = fc.array(fc.constantFrom(...asked), { minLength, maxLength });
          return values.map((v): Condition => ({ property, test: t, values: v }));
        });
      });
      await fc.assert(
        fc.asyncProperty(condition, async (one) => {
          const listed = await names([one]);
          assert.deepEqual(await names([one], '2025-01-01'), listed, writeFilter([one]));
          for (const { both, alone } of pairs)
            if (alone.some((name) => listed.includes(name)))
              assert.ok(listed.includes(both), `${writeFilter([one])} lists ${both}`);
        }),
        { numRuns: 60 },
      );
    });
  });
}

after(removeDatabases);

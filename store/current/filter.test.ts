/** Filters and ground, sorting and long lists: the same from the tables as from the log, and as people mean them. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { askable, testsOf } from '@tilth/domain/filter/askable';
import { type Condition, valuesOf } from '@tilth/domain/filter/condition';
import { readGround } from '@tilth/domain/filter/ground';
import { readFilter } from '@tilth/domain/filter/read';
import { writeFilter } from '@tilth/domain/filter/write';
import { box } from '@tilth/domain/geometry/box.testing';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Claim, Report, Rule, Value } from '@tilth/domain/report/entry';
import fc from 'fast-check';
import { engines, removeDatabases } from '../databases.testing.ts';
import { prepare } from '../log.ts';
import { newId } from '../new-id.ts';
import { approve, PROGRAMME, report } from '../samples.testing.ts';
import type { Asker, ListQuery } from '../store.ts';
import { list } from './list.ts';
import { listExtent } from './list-extent.ts';
import { stream } from './stream.ts';
import { makeViewOffice, type ViewOffice } from './view.testing.ts';

const says = (property: string, value: Value): Claim => ({ on: 0, property, value });
const code = (property: string, c: string) => says(property, { type: 'code', code: c });
const text = (property: string, t: string) => says(property, { type: 'text', text: t });
const size = (number: number) => says('reported_area', { type: 'number', number });
const date = (property: string, from: string | null, to: string) =>
  says(property, { type: 'date', span: { from, to } });
const member = (property: string, c: string) =>
  says(property, { type: 'member', of: { type: 'code', code: c }, yes: true });
const square = (x: number, y: number) =>
  says('outline', {
    type: 'geometry',
    geometry: box(x, y, x + 0.01, y + 0.01),
  });

const conditions = (filter: string): readonly Condition[] => {
  const read = readFilter(filter);
  assert.ok(!('code' in read), filter);
  return read;
};
const ground = (text: string) => {
  const read = readGround(text);
  assert.ok(!('code' in read), text);
  return read;
};

for (const engine of engines) {
  describe(engine, { concurrency: false }, () => {
    let office: ViewOffice;
    let staff: Asker;
    test('opens', async () => {
      office = await makeViewOffice(engine);
      staff = office.asker('administrator');
      const by = office.people.reviewer;
      const area = (name: string, ...claims: readonly Claim[]): Report =>
        report(by, name, { claims: [text('name', name), ...claims] });
      const hill = area(
        'Hill',
        square(1, 1),
        code('hazard_class', 'cha'),
        size(23_000),
        date('identified_on', '2023-03-01', '2023-03-01'),
        text('models_named', 'ПМН and Type 72'),
        says('marked', { type: 'yesno', yes: true }),
      );
      const dale = area(
        'Dale',
        square(1.5, 1),
        code('hazard_class', 'sha'),
        says('reported_area', { type: 'number', min: 10_000 }),
        date('identified_on', '2022-06-01', '2023-05-31'),
        member('categories', 'anti-personnel-mine'),
      );
      const fen = area('Fen 10%', code('hazard_class', 'sha'), date('identified_on', null, '2021-12-31'));
      const moor = area('Moor', square(2, 1), code('hazard_class', 'sha'), size(500));
      const other = report(by, 'x', {
        items: hill.items,
        source: { name: 'another' },
        claims: [size(40_000)],
      });
      const all = [hill, dale, fen, other];
      await office.take([
        ...all,
        moor,
        approve(
          by,
          all.map((r) => prepare(r).ref),
        ),
      ]);
    });
    after(() => office?.db.close());

    const names = async (query: Partial<ListQuery>, asker = staff) => {
      const page = await list(office.keeper, asker, {
        programme: PROGRAMME,
        kind: 'hazardous-area',
        limit: 100,
        ...query,
      });
      assert.equal(page.matched, page.rows.length);
      return page.rows.map((r) => String(r.values.name));
    };
    /** the same now and as of another day */
    const found = async (query: Partial<ListQuery>) => {
      const now = (await names(query)).sort();
      assert.deepEqual((await names({ ...query, at: '2025-01-01' })).sort(), now, JSON.stringify(query));
      return now;
    };

    test('a filter finds what it says', async () => {
      const cases: readonly (readonly [string, readonly string[]])[] = [
        ['hazard_class is sha', ['Dale', 'Fen 10%', 'Moor']],
        ['hazard_class is not sha', ['Hill']],
        ['hazard_class is one of (cha, sha) and standing is reported', ['Moor']],
        ['standing is not reported', ['Dale', 'Fen 10%', 'Hill']],
        ['name contains "10%"', ['Fen 10%']],
        ['name contains HI', ['Hill']],
        ['models_named contains "пмн"', ['Hill']],
        ['models_named does not contain "пмн"', ['Dale', 'Fen 10%', 'Moor']],
        ['marked is yes', ['Hill']],
        ['marked is no', []],
        ['reported_area is disputed', ['Hill']],
        ['disputed is yes', ['Hill']],
        ['to_locate is yes', ['Fen 10%']],
        ['drawn_m2 > 1 ha', ['Dale', 'Hill', 'Moor']],
        ['drawn_m2 is empty', ['Fen 10%']],
        ['categories is empty', ['Fen 10%', 'Hill', 'Moor']],
        // of its two sizes neither is, yet which other claims there are the tables do not hold: it is listed all the same
        ['reported_area < 1000', ['Hill', 'Moor']],
      ];
      for (const [filter, expected] of cases)
        assert.deepEqual(await found({ filter: conditions(filter) }), expected, filter);
    });

    test('what is imprecise is found by every test that it may meet', async () => {
      const cases: readonly (readonly [string, readonly string[]])[] = [
        ['reported_area > 2 ha', ['Dale', 'Hill']],
        ['reported_area > 100 ha', ['Dale', 'Hill']],
        ['reported_area < 5000 m2', ['Hill', 'Moor']],
        ['reported_area is 3 ha', ['Dale', 'Hill']],
        ['reported_area is not 3 ha', ['Dale', 'Fen 10%', 'Hill', 'Moor']],
        ['reported_area is not empty', ['Dale', 'Hill', 'Moor']],
        ['identified_on is 2022', ['Dale']],
        ['identified_on is 2023', ['Dale', 'Hill']],
        ['identified_on before 2022-07', ['Dale', 'Fen 10%']],
        ['identified_on before 1990', ['Fen 10%']],
        ['identified_on after 2023-03', ['Dale']],
        ['identified_on between 2020 and 2021', ['Fen 10%']],
        ['identified_on is not 2023', ['Dale', 'Fen 10%', 'Moor']],
        ['identified_on is empty', ['Moor']],
      ];
      for (const [filter, expected] of cases)
        assert.deepEqual(await found({ filter: conditions(filter) }), expected, filter);
    });

    test('ground finds what lies on it, in part too, and never what has no place', async () => {
      assert.deepEqual(await found({ within: ground('1.005,1.005,1.7,2') }), ['Dale', 'Hill']);
      assert.deepEqual(await found({ within: ground('0.9 0.9,1.2 0.9,0.9 1.2') }), ['Hill']);
      assert.deepEqual(await found({ within: ground('179,-1,1.001,2') }), ['Hill']);
      assert.deepEqual(
        await found({ within: ground('0,0,3,3'), filter: conditions('hazard_class is sha') }),
        ['Dale', 'Moor'],
      );
    });

    test('the box around what is listed holds what is drawn of it', async () => {
      for (const times of [{}, { at: '2025-01-01' }]) {
        const extentOf = (filter: string) =>
          listExtent(office.keeper, staff, {
            programme: PROGRAMME,
            kind: 'hazardous-area',
            filter: conditions(filter),
            ...times,
          });
        const { placed, extent } = await extentOf('hazard_class is sha');
        assert.deepEqual([placed, extent], [2, [1.5, 1, 2.01, 1.01]]);
        assert.deepEqual((await extentOf('to_locate is yes')).extent, null);
      }
    });

    test('any filter gives the same from the tables as from the log', async () => {
      const kind = builtIn.kinds.get('hazardous-area');
      assert.ok(kind);
      const value = {
        text: fc.constantFrom('hill', 'Dale', '10%', 'ПМН', '_'),
        yesno: fc.constantFrom('yes', 'no'),
        number: fc.constantFrom('500', '2 ha', '23000', '1 km2'),
        date: fc.constantFrom('2021', '2022-06', '2023-03-01', '2024'),
      };
      const condition = fc
        .constantFrom(
          'name',
          'models_named',
          'hazard_class',
          'marked',
          'reported_area',
          'identified_on',
          'categories',
          'standing',
          'disputed',
          'to_locate',
          'drawn_m2',
        )
        .chain((property) => {
          const asked = askable(kind, property);
          assert.ok(asked);
          const { codes } = asked;
          const values =
            asked.type === 'code'
              ? fc.constantFrom(
                  ...(typeof codes === 'string'
                    ? Object.keys(builtIn.lists.get(codes)?.codes ?? {})
                    : (codes ?? [])),
                )
              : value[asked.type];
          return fc.constantFrom(...testsOf(asked)).chain((t) => {
            const n = valuesOf(t);
            const [minLength, maxLength] = n === 'many' ? [1, 3] : [n, n];
            return fc.array(values, { minLength, maxLength }).map((v) => ({ property, test: t, values: v }));
          });
        });
      await fc.assert(
        fc.asyncProperty(fc.array(condition, { minLength: 1, maxLength: 3 }), async (filter) => {
          const now = await names({ filter });
          assert.deepEqual(await names({ filter, at: '2025-01-01' }), now, writeFilter(filter));
          for (const one of filter) {
            const opposite = {
              'one-of': 'none-of',
              is: 'is-not',
              empty: 'filled',
              contains: 'lacks',
            } as const;
            const other = Object.entries(opposite).find(([t]) => t === one.test)?.[1];
            if (one.property === 'standing' || other === undefined || one.property === 'identified_on')
              continue;
            const [yes, no] = [
              await names({ filter: [one] }),
              await names({ filter: [{ ...one, test: other }] }),
            ];
            assert.deepEqual(
              [...new Set([...yes, ...no])].sort(),
              (await names({})).sort(),
              `${writeFilter([one])}, or not`,
            );
            // only what is disputed or inexact may be both
            const vague = one.property === 'reported_area' && one.test !== 'empty' ? ['Dale', 'Hill'] : [];
            assert.deepEqual(
              yes.filter((name) => no.includes(name) && !vague.includes(name)),
              [],
              `${writeFilter([one])}, and not`,
            );
          }
        }),
        { numRuns: 60 },
      );
    });

    test('a programme’s own properties are filtered by like any other, imprecise ones too', async () => {
      const p = await office.staffed();
      const by = office.people.reviewer;
      const asker = office.asker('administrator', p);
      const own = (key: string, value: object): Rule => ({
        type: 'rule',
        id: newId(),
        programme: p,
        by,
        written: '2024-01-01T00:00:00.000Z',
        reason: 'agreed',
        after: [],
        sets: 'own-property',
        key: `hazardous-area.${key}`,
        value: { label: key, ...value },
      });
      const area = (name: string, ...claims: readonly Claim[]): Report =>
        report(by, name, { programme: p, claims: [text('name', name), ...claims] });
      const areas = [
        area(
          'Near',
          says('fence_length', { type: 'number', number: 120 }),
          date('seen_on', '2023-01-01', '2023-12-31'),
        ),
        area(
          'Far',
          says('fence_length', { type: 'number', min: 500 }),
          says('lit', { type: 'yesno', yes: true }),
        ),
        area('Wood', says('signs', { type: 'member', of: { type: 'text', text: 'Red post' }, yes: true })),
      ];
      const rules = [
        own('fence_length', { type: 'number', unit: 'm' }),
        own('seen_on', { type: 'date' }),
        own('signs', { type: 'text', fold: 'set' }),
        own('lit', { type: 'yesno' }),
      ];
      const approved = approve(
        by,
        areas.map((r) => prepare(r).ref),
      );
      await office.take([...rules, ...areas, { ...approved, programme: p }], p);
      const cases: readonly (readonly [string, readonly string[]])[] = [
        ['fence_length > 0.1 km', ['Far', 'Near']],
        ['fence_length is empty', ['Wood']],
        ['seen_on is 2023-05', ['Near']],
        ['seen_on is not 2023', ['Far', 'Wood']],
        ['signs contains "red"', ['Wood']],
        ['signs is "Red post"', ['Wood']],
        ['lit is yes', ['Far']],
        ['lit is not yes', ['Near', 'Wood']],
      ];
      for (const [filter, expected] of cases)
        for (const times of [{}, { at: '2025-01-01' }]) {
          const query = { programme: p, filter: conditions(filter), ...times };
          assert.deepEqual(
            (await names(query, asker)).sort(),
            expected,
            `${filter} ${JSON.stringify(times)}`,
          );
        }
    });

    test('who may not read a property may not filter by it, nor by land where the place is not theirs', async () => {
      const viewer = office.asker('viewer');
      const refused = (filter: string, asker = viewer) => names({ filter: conditions(filter) }, asker);
      await assert.rejects(refused('laid_by contains force'), /filter-not-allowed/);
      await assert.rejects(refused('laid_by is disputed'), /filter-not-allowed/);
      await assert.rejects(refused('landowner is not empty', staff), /filter-not-allowed/);
      await assert.rejects(refused('colour is red', staff), /property-unknown/);
      const hidden = [...builtIn.kinds.values()].find(
        (k) => k.sensitivity === 'partner' && k.properties[k.place ?? '']?.sensitivity === 'restricted',
      );
      assert.ok(hidden);
      const place = { kind: hidden.name, filter: conditions('drawn_m2 > 1') };
      await assert.rejects(names(place, viewer), /filter-not-allowed/);
      assert.deepEqual(await names(place), []);
      assert.deepEqual(await names({ kind: hidden.name, within: ground('-180,-90,180,90') }, viewer), []);
    });

    test('a long list is the same in pages as whole, and an export keeps its order whatever comes meanwhile', async () => {
      const p = await office.staffed();
      const by = office.people.reviewer;
      const asker = office.asker('administrator', p);
      const many = report(by, 'many', {
        programme: p,
        items: Array.from({ length: 1_300 }, () => ({ id: crypto.randomUUID(), kind: 'hazardous-area' })),
        claims: Array.from({ length: 1_300 }, (_, on) => ({
          on,
          property: 'name',
          value: { type: 'text', text: `n${(on * 7919) % 1_300}` } as const,
        })),
      });
      await office.take([many], p);
      const query = {
        programme: p,
        kind: 'hazardous-area',
        sort: { property: 'name', descending: true },
      } as const;
      const whole = await list(office.keeper, asker, { ...query, limit: 10_000 });
      const named = whole.rows.map((r) => String(r.values.name));
      assert.deepEqual(named, [...named].sort().reverse());
      const ids = whole.rows.map((r) => r.id);
      const streamed = async (times: { at?: string }, meanwhile?: () => Promise<void>) => {
        const seen: string[] = [];
        for await (const row of stream(office.keeper, asker, { ...query, ...times })) {
          if (seen.length === 0) await meanwhile?.();
          seen.push(row.id);
        }
        return seen;
      };
      for (const times of [{}, { at: '2025-01-01' }]) {
        const far = await list(office.keeper, asker, { ...query, ...times, limit: 50, offset: 1_200 });
        assert.equal(far.matched, 1_300);
        assert.deepEqual(
          far.rows.map((r) => r.id),
          ids.slice(1_200, 1_250),
        );
        assert.deepEqual(await streamed(times), ids);
      }
      const last = { id: ids.at(-1) ?? '', kind: 'hazardous-area' };
      const renamed = () => office.take([report(by, 'zz', { programme: p, items: [last] })], p);
      assert.deepEqual(await streamed({}, renamed), ids);
      const then = await list(office.keeper, asker, { ...query, limit: 1 });
      assert.equal(then.rows[0]?.id, last.id, 'and now it stands first');
    });
  });
}

after(removeDatabases);

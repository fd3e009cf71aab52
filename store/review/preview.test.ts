/** What a decision would change is what it then changes; and what stands around an item: its history, links and disputes. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { box } from '@tilth/domain/geometry/box.testing';
import { Refusal } from '@tilth/domain/problem';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Act, Claim, Decision, Id, Report, Value } from '@tilth/domain/report/entry';
import type { ItemView } from '@tilth/domain/report/view';
import { changes } from '../current/changes.ts';
import { disputes } from '../current/disputes.ts';
import { item } from '../current/item.ts';
import { linked } from '../current/linked.ts';
import { makeViewOffice, type ViewOffice } from '../current/view.testing.ts';
import { engines, removeDatabases } from '../databases.testing.ts';
import { prepare } from '../log.ts';
import { newId } from '../new-id.ts';
import { approve, report } from '../samples.testing.ts';
import { preview, type Wish } from './preview.ts';
import { wouldBe } from './would-be.ts';

const link = (item: Id): Value => ({ type: 'link', item });
const member = (of: Exclude<Value, { type: 'member' }>): Value => ({ type: 'member', of, yes: true });
const text = (t: string): Value => ({ type: 'text', text: t });
const number = (n: number): Value => ({ type: 'number', number: n });
/** some 1.2 km² at the equator */
const square = (x: number): Value => ({
  type: 'geometry',
  geometry: box(x, 0, x + 0.01, 0.01),
});
const claim = (view: ItemView, property: string) => {
  const p = view.properties.find((one) => one.property === property);
  assert.ok(p?.claim);
  const saw = [p.claim, ...p.remaining.map((s) => s.claim)];
  return { p, saw };
};

for (const engine of engines) {
  describe(engine, { concurrency: false }, () => {
    let office: ViewOffice;
    let programme: string;
    after(() => office?.db.close());

    const says = (kind: string, claims: Readonly<Record<string, Value>>, more: Partial<Report> = {}) =>
      report(office.people.collector, '', {
        programme,
        date: '2024-05-01',
        when: { from: '2024-05-01', to: '2024-05-01' },
        items: [{ id: newId(), kind }],
        claims: Object.entries(claims).map(([property, value]): Claim => ({ on: 0, property, value })),
        ...more,
      });
    const live = async (...reports: readonly Report[]) => {
      const refs = reports.map((r) => prepare(r).ref);
      await office.take([...reports, { ...approve(office.people.reviewer, refs), programme }], programme);
      return reports.map((r) => r.items[0]?.id ?? '');
    };
    const decides = (act: Act): Decision => ({
      type: 'decision',
      id: newId(),
      programme,
      by: office.people.reviewer,
      written: new Date().toISOString(),
      reason: 'seen on the ground',
      after: [],
      ...act,
    });
    const would = (wish: Wish) =>
      preview(office.keeper, office.asker('reviewer', programme), programme, wish);
    const viewOf = async (id: Id) => {
      const page = await item(office.keeper, office.asker('reviewer', programme), programme, id);
      assert.ok(page);
      return page.view;
    };
    const plain = (views: readonly ItemView[]) => JSON.parse(JSON.stringify(views));
    /** previews, makes it, and holds what became of it against what was said */
    const carriedOut = async (wish: Wish) => {
      const said = await would(wish);
      await office.take(said.decisions, programme);
      for (const view of said.after) assert.deepEqual(plain([await viewOf(view.id)]), plain([view]));
      return said;
    };
    const refusedWith = (code: string) => (error: unknown) =>
      error instanceof Refusal && error.problem.code === code;

    test('opens', async () => {
      office = await makeViewOffice(engine);
    });

    test('a merge makes two areas one, draws both still, and taken back gives them back', async () => {
      programme = await office.staffed();
      const outline = (x: number) => ({
        outline: square(x),
        hazard_class: { type: 'code', code: 'sha' } as const,
      });
      const [a = '', b = ''] = await live(
        says('hazardous-area', outline(1)),
        says('hazardous-area', outline(1.005)),
      );
      const merged = await carriedOut({ decisions: [decides({ act: 'merge', pairs: [[a, b]] })] });
      assert.deepEqual([merged.before.length, merged.after.length], [2, 1]);
      assert.deepEqual([merged.gained, merged.lost], [null, null], 'no land comes or goes');
      const { before, after } = merged.figures;
      assert.deepEqual([before.hazards, after.hazards], [2, 1]);
      assert.ok(before.sum > after.sum && Math.abs(before.once - after.once) < 1);
      assert.equal(after.sha, after.sum);

      const [decision] = merged.decisions;
      assert.ok(decision);
      const back = await carriedOut({ reverse: decision.id });
      assert.deepEqual(back.after.map((v) => v.id).sort(), [a, b].sort());
      assert.deepEqual(back.lost, null);
      // and forth again: an un-merging can be taken back as well
      const again = await carriedOut({ reverse: back.decisions[0]?.id ?? '' });
      assert.equal(again.after.length, 1);
      await assert.rejects(would({ reverse: decision.id }), refusedWith('decision-followed'));
    });

    test('an outline moved to another item stays drawn where it was, no longer supported', async () => {
      programme = await office.staffed();
      const first = says('hazardous-area', { outline: square(1) });
      const [a = '', b = ''] = await live(first, says('hazardous-area', { name: text('another') }));
      const said = await carriedOut({
        decisions: [decides({ act: 'retarget', moves: [{ report: prepare(first).ref, from: a, to: b }] })],
      });
      assert.equal(said.lost, null);
      assert.equal(said.after.find((v) => v.id === a)?.standing, 'unsupported');
      assert.equal(said.figures.after.hazards, 2);
    });

    test('a report that waits and was moved is compared with the record it speaks of now', async () => {
      programme = await office.staffed();
      const [a = '', b = ''] = await live(
        says('hazardous-area', { name: text('one') }),
        says('hazardous-area', { name: text('another') }),
      );
      const waiting = says(
        'hazardous-area',
        { device_count: number(7) },
        { items: [{ id: a, kind: 'hazardous-area' }] },
      );
      await office.take([waiting], programme);
      await carriedOut({
        decisions: [decides({ act: 'retarget', moves: [{ report: prepare(waiting).ref, from: a, to: b }] })],
      });
      const change = await wouldBe(office.keeper, office.asker('reviewer', programme), programme, waiting.id);
      assert.equal(change?.items[0]?.after?.id, b);
      const says7 = change?.items[0]?.after?.properties.find((p) => p.property === 'device_count');
      assert.deepEqual(says7?.value, number(7));
    });

    test('a choice settles a dispute, and a void says what land it takes out', async () => {
      programme = await office.staffed();
      const area = says('hazardous-area', { outline: square(1), reported_area: number(100) });
      const [id = ''] = await live(area);
      await live(
        says(
          'hazardous-area',
          { reported_area: number(900) },
          { items: [{ id, kind: 'hazardous-area' }], said: { name: 'another voice' } },
        ),
      );
      const { p, saw } = claim(await viewOf(id), 'reported_area');
      assert.equal(p.state, 'disputed');
      const of = { item: id, property: 'reported_area', definition: p.definition };
      const takes = saw[1] ?? saw[0];
      assert.ok(takes);
      const chosen = await carriedOut({ decisions: [decides({ act: 'choose', ...of, saw, takes })] });
      assert.deepEqual([chosen.figures.before.disputed, chosen.figures.after.disputed], [1, 0]);
      await assert.rejects(
        would({ decisions: [decides({ act: 'choose', ...of, saw: [], takes })] }),
        refusedWith('choice-not-seen'),
      );
      const seen = area.claims.map((_, n) => ({ report: area.id, n }));
      const of2 = { item: id };
      const voided = await would({
        decisions: [decides({ act: 'void', of: of2, evidence: 'drawn twice', saw: seen })],
      });
      assert.equal(voided.waits_for_second, true);
      const [made] = voided.decisions;
      assert.ok(made?.act === 'void' && made.second === true, 'it asks for the second person it needs');
      assert.ok((voided.lost?.m2 ?? 0) > 1e6, 'and says what land goes once they confirm');
      assert.equal(voided.figures.after.once, 0);
      await office.take([made], programme);
      assert.equal((await viewOf(id)).standing, 'live', 'until then nothing goes');
    });

    test('a void says what mark goes with it, of a hazard or of another danger, and taken back what comes', async () => {
      programme = await office.staffed();
      const point: Value = { type: 'geometry', geometry: { type: 'Point', coordinates: [3, 2] } };
      for (const [kind, place] of [
        ['hazardous-area', 'outline'],
        ['hazard-report', 'position'],
        ['accident', 'position'],
      ] as const) {
        const said = says(kind, { [place]: point, name: text('seen here') });
        const [id = ''] = await live(said);
        const mark = { kind, item: id, geometry: { type: 'Point', coordinates: [3, 2] } };
        const saw = said.claims.map((_, n) => ({ report: said.id, n }));
        const voided = await would({
          decisions: [decides({ act: 'void', of: { item: id }, evidence: 'drawn twice', saw })],
        });
        assert.deepEqual([voided.gained, voided.lost], [null, null], 'a point has no land');
        assert.deepEqual([voided.gone, voided.come], [[mark], []], kind);
        const [made] = voided.decisions;
        assert.ok(made);
        const confirmed = {
          ...decides({ act: 'confirm', of: prepare(made).ref }),
          by: office.people.administrator,
        };
        await office.take([made, confirmed], programme);
        assert.equal((await viewOf(id)).standing, 'void');
        const back = await would({ reverse: made.id });
        assert.deepEqual([back.gone, back.come], [[], [mark]], kind);
      }
    });

    test('two points in one place merged leave the mark where it is', async () => {
      programme = await office.staffed();
      const point: Value = { type: 'geometry', geometry: { type: 'Point', coordinates: [3, 2] } };
      const [a = '', b = ''] = await live(
        says('hazardous-area', { outline: point }),
        says('hazardous-area', { outline: point }),
      );
      const merged = await would({ decisions: [decides({ act: 'merge', pairs: [[a, b]] })] });
      assert.deepEqual([merged.gone, merged.come], [[], []]);
    });

    test('a preview is for who may decide, and refuses what would be refused', async () => {
      programme = await office.staffed();
      const [a = '', b = ''] = await live(
        says('hazardous-area', { name: text('an area') }),
        says('accident', { name: text('an accident') }),
      );
      const wish = { decisions: [decides({ act: 'merge', pairs: [[a, b]] })] };
      await assert.rejects(would(wish), refusedWith('merge-kinds-differ'));
      await assert.rejects(
        preview(office.keeper, office.asker('collector', programme), programme, wish),
        refusedWith('may-not'),
      );
      await assert.rejects(would({ reverse: newId() }), refusedWith('decision-not-here'));
    });

    test('a history tells what each entry changed, as far as its reader may know', async () => {
      programme = await office.staffed();
      const first = says('hazardous-area', { name: text('an area'), laid_by: text('a unit') });
      const [id = ''] = await live(first);
      const told = async (role: 'viewer' | 'reviewer') => {
        const found = await changes(office.keeper, office.asker(role, programme), programme, id);
        return found?.changes.map((c) =>
          c.properties.map((p) => [p.property, p.before?.state, p.after?.state]),
        );
      };
      assert.deepEqual(await told('reviewer'), [
        [
          ['laid_by', undefined, 'pending'],
          ['name', undefined, 'pending'],
        ],
        [
          ['laid_by', 'pending', 'settled'],
          ['name', 'pending', 'settled'],
        ],
      ]);
      assert.ok(!JSON.stringify(await told('viewer')).includes('laid_by'));
      assert.equal(await changes(office.keeper, office.asker('viewer', programme), programme, newId()), null);
    });

    test('links are walked both ways, by id and by local id, from the tables as from the log', async () => {
      programme = await office.staffed();
      const [area = '', accident = ''] = await live(
        says('hazardous-area', { local_id: text('A-1') }),
        says('accident', { local_id: text('B-1') }),
      );
      const key = { kind: 'hazardous-area', id: 'A-1' };
      await live(
        says('accident', { hazard: link(area) }),
        says('activity', { hazards: member({ type: 'link', item: area }) }),
        says('find', { hazard: { type: 'link', key } }),
        says('victim', { accident: link(accident) }),
        says('find', { hazard: link(newId()) }),
      );
      const groups = async (id: Id, at?: string) => {
        const times = at === undefined ? {} : { at };
        const found = await linked(office.keeper, office.asker('reviewer', programme), programme, id, times);
        return found?.groups.map((g) => [g.way, g.kind, g.property, g.matched]).sort();
      };
      const around = [
        ['in', 'accident', 'hazard', 1],
        ['in', 'activity', 'hazards', 1],
        ['in', 'find', 'hazard', 1],
      ];
      for (const at of [undefined, '2025-01-01']) {
        assert.deepEqual(await groups(area, at), around);
        assert.deepEqual(await groups(accident, at), [['in', 'victim', 'accident', 1]]);
      }
      const other = await linked(office.keeper, office.asker('viewer', programme), programme, accident);
      assert.deepEqual(other?.groups, [], 'victims are not for everybody');
    });

    test('a link by a key or to an id that names nothing here is told as typed', async () => {
      programme = await office.staffed();
      const [area = ''] = await live(says('hazardous-area', { local_id: text('A-1') }));
      const nobody = newId();
      const [one = '', other = ''] = await live(
        says('find', { hazard: { type: 'link', key: { kind: 'hazardous-area', id: 'A-1' } } }),
        says('find', { hazard: link(nobody) }),
      );
      const of = (id: Id) => linked(office.keeper, office.asker('reviewer', programme), programme, id);
      assert.equal((await of(one))?.groups[0]?.rows[0]?.id, area);
      assert.deepEqual((await of(other))?.unfound, [{ property: 'hazard', key: nobody }]);
    });

    test('the board tells no size of land to who may not read where it lies', async () => {
      programme = await office.staffed();
      const id = newId();
      const items = [{ id, kind: 'hazardous-area' }];
      const classed = (code: string, more: Partial<Report> = {}) =>
        says(
          'hazardous-area',
          { outline: square(1), hazard_class: { type: 'code', code } },
          { items, ...more },
        );
      await live(classed('sha'), classed('cha', { said: { name: 'another voice' } }));
      const weighed = async () => {
        const { kinds } = await disputes(office.keeper, office.asker('viewer', programme), programme);
        const { weight, amount, properties } = kinds[0]?.rows[0] ?? {};
        assert.deepEqual([weight, properties], ['land', ['hazard_class']]);
        return amount ?? 0;
      };
      assert.ok((await weighed()) > 1e6, 'who reads the place reads how large it is');
      const outline = builtIn.kinds.get('hazardous-area')?.properties.outline;
      assert.ok(outline);
      const { type, label, description } = outline;
      await office.take(
        [
          {
            type: 'rule',
            id: newId(),
            programme,
            by: office.people.administrator,
            written: new Date().toISOString(),
            reason: 'where land lies is for staff',
            after: [],
            sets: 'own-property',
            key: 'hazardous-area.outline',
            value: { type, label, description, sensitivity: 'restricted' },
          },
        ],
        programme,
      );
      assert.equal(await weighed(), 0);
    });

    test('the board weighs each dispute and says since when it stands', async () => {
      programme = await office.staffed();
      const [id = ''] = await live(says('hazardous-area', { reported_area: number(100) }));
      await live(
        says(
          'hazardous-area',
          { reported_area: number(150) },
          { items: [{ id, kind: 'hazardous-area' }], said: { name: 'another voice' } },
        ),
      );
      for (const times of [{}, { at: '2025-01-01' }]) {
        const { kinds } = await disputes(office.keeper, office.asker('viewer', programme), programme, times);
        assert.deepEqual(
          kinds.map((k) => [k.kind, k.matched]),
          [['hazardous-area', 1]],
        );
        const [row] = kinds[0]?.rows ?? [];
        assert.deepEqual([row?.weight, row?.amount, row?.properties], ['figure', 50, ['reported_area']]);
        assert.match(row?.since ?? '', /^\d{4}-\d\d-\d\dT.*Z$/);
      }
    });
  });
}

after(removeDatabases);

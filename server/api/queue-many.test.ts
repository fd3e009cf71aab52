/** Many reports approved at once over the real store: what is clean goes, the rest is counted and left, and can be undone. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { Claim, Report } from '@tilth/domain/report/entry';
import { engines, quickest, removeDatabases } from '@tilth/store/databases.testing';
import { square } from '../app.testing.ts';
import { closeOffices, decisionBy, office, reportBy } from '../office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

const outline = (n: number): Claim => ({
  on: 0,
  property: 'outline',
  value: { type: 'geometry', geometry: square(10 + n / 10, 10, 0.01) },
});
const danger = (code: string): Claim => ({
  on: 0,
  property: 'hazard_class',
  value: { type: 'code', code },
});

for (const engine of engines) {
  test(`${engine}: clean reports are approved in batches, the rest is left with its reason, and all can be taken back`, {
    timeout: 180_000,
  }, async () => {
    const all = await office(engine, {});
    const collector = await all.signedIn('collector');
    const reviewer = await all.signedIn('reviewer');
    const make = (by: string, claims: readonly Claim[], more: Partial<Report> = {}) => ({
      report: { ...reportBy(by, [{ id: randomUUID(), kind: 'hazardous-area' }], claims), ...more },
      personal: [],
    });
    const release: Claim = {
      on: 0,
      property: 'releases',
      value: { type: 'release', method: 'cleared', land: square(10, 10, 0.005) },
    };
    const clean = Array.from({ length: 260 }, (_, n) => make(collector.id, [danger('sha'), outline(n % 50)]));
    const left = [
      make(collector.id, [release]),
      make(collector.id, [danger('sha')]),
      make(collector.id, [outline(1)], { waits: 'repair-waits', source: { name: 'Another' } }),
    ];
    await all.send('/api/reports', { reports: [...clean, ...left] }, collector);
    await all.send('/api/reports', { reports: [make(reviewer.id, [release])] }, reviewer);

    const see = async (query: string) =>
      (await all.see(`/api/queue?programme=orlia&${query}`, reviewer)).json();
    const seen = await see('limit=1');
    assert.equal(seen.waiting, 264);
    assert.equal(seen.counts.look.clean, 260);
    assert.equal(seen.counts.look['land-off'], 2);
    assert.equal(seen.counts.look['own-release'], 1);
    const [another] = Object.entries(seen.sources).find(([, name]) => name === 'Another') ?? [];
    assert.equal((await see(`source=${another}`)).matched, 1);
    const far = await see('look=clean&limit=5&offset=258');
    assert.deepEqual([far.reports.length, far.matched], [2, 260]);

    const ask = async (body: object, who = reviewer) =>
      all.tell('/api/queue/approve', { filter: {}, up_to: seen.number, ...body }, who);
    assert.equal((await ask({}, collector)).json().code, 'may-not');
    const plan = (await ask({})).json();
    assert.deepEqual(plan.skipped, { 'land-off': 1, 'own-release': 1, lacking: 1, waits: 1 });
    assert.deepEqual(
      plan.batches.map((b: { reports: number }) => b.reports),
      [250, 10],
    );
    assert.equal((await see('limit=1')).waiting, 264, 'saying what it would do writes nothing');

    const made: { id: string }[] = [];
    for (const { from, to } of plan.batches)
      made.push(...(await ask({ batch: { from, to } })).json().decisions);
    assert.equal((await see('limit=1')).waiting, 4);
    const [first] = plan.batches;
    const again = (await ask({ batch: { from: first.from, to: first.to } })).json();
    assert.deepEqual([again.reports, again.decisions], [0, []], 'asking twice approves nothing twice');

    const back = { decisions: made.map((d) => d.id), reason: 'Too early.' };
    const undone = await all.send('/api/queue/withdraw', back, reviewer);
    assert.equal(undone.length, made.length);
    assert.equal((await see('limit=1')).waiting, 264);
    assert.deepEqual(await all.send('/api/queue/withdraw', back, reviewer), [], 'taken back once');
    const anew = (await ask({ batch: { from: first.from, to: first.to } })).json();
    assert.equal(anew.reports, 250);
    assert.equal(
      (await see('limit=1')).waiting,
      14,
      'what was taken back can be approved again, uncontested',
    );
    await all.close();
  });
}

test('what a report would change is said before it does, in m², and what says no place takes a reason', {
  timeout: 120_000,
}, async () => {
  const all = await office(quickest, {});
  const [collector, reviewer] = [await all.signedIn('collector'), await all.signedIn('reviewer')];
  const area = { id: randomUUID(), kind: 'hazardous-area' };
  const send = async (claims: readonly Claim[], item = area, date = '2024-05-01') => {
    const when = { from: date, to: date };
    const report = { ...reportBy(collector.id, [item], claims), date, when };
    const [receipt] = await all.send('/api/reports', { reports: [{ report, personal: [] }] }, collector);
    assert.ok(receipt);
    return receipt.entry;
  };
  const approve = (ref: { id: string; digest: string }, reason: string) =>
    all.tell(
      '/api/decisions',
      { decisions: [decisionBy(reviewer.id, { act: 'approve', reports: [ref], step: 'review' }, reason)] },
      reviewer,
    );
  const change = async (ref: { id: string }) =>
    (await all.see(`/api/queue/change?programme=orlia&report=${ref.id}`, reviewer)).json();

  const first = await send([danger('sha'), outline(0)]);
  const drawn = await change(first);
  assert.equal(drawn.items[0].before, null);
  assert.ok(drawn.items[0].gained.m2 > 1000);
  assert.equal((await approve(first, '')).statusCode, 200);

  const accepted: Claim = {
    on: 0,
    property: 'releases',
    value: {
      type: 'release',
      method: 'cleared',
      process: 'clearance',
      accepted: 'inspection-passed',
      handed_over: '2024-06-01',
      depth_mm: 200,
      land: square(10, 10, 0.005),
    },
  };
  const release = await send([accepted], area, '2024-06-01');
  const off = await change(release);
  assert.equal(off.items[0].gained, null);
  assert.ok(off.items[0].lost.m2 > 0 && off.items[0].lost.m2 < drawn.items[0].gained.m2);

  const lost = await send([danger('cha')], { id: randomUUID(), kind: 'hazardous-area' });
  assert.equal((await approve(lost, ' ')).json().code, 'report-unplaced');
  assert.equal((await approve(lost, 'Heard of it from the district, place not known.')).statusCode, 200);
  await all.close();
});

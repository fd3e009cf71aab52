/** An operator's list beside the record: what differs, the sheet to send back, and reports only where rows are chosen. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { Claim, Value } from '@tilth/domain/report/entry';
import { engines, quickest, removeDatabases } from '@tilth/store/databases.testing';
import { square } from '../app.testing.ts';
import { asks, brings, settled } from '../import/desk.testing.ts';
import { closeOffices, decisionBy, type Office, office, type Person, reportBy } from '../office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

const LIST = `HA ID,Type,Area (ha),Devices,Date found
OP-1,SHA,1.5,12,2024
ha 2,CHA,2,5,05/05/2024
HA-3,SHA,1.004,,15/03/2024
NEW-1,SHA,3,,15/03/2024
`;

const claim = (property: string, value: Value): Claim => ({ on: 0, property, value });
const text = (t: string): Value => ({ type: 'text', text: t });
const number = (n: number): Value => ({ type: 'number', number: n });

async function onRecord(all: Office, reviewer: Person): Promise<readonly string[]> {
  const made = [
    [
      claim('local_id', text('HA-1')),
      claim('other_ids', {
        type: 'member',
        of: { type: 'identifier', id: 'OP-1', issuer: 'Operator' },
        yes: true,
      }),
      claim('hazard_class', { type: 'code', code: 'sha' }),
      claim('reported_area', number(15_000)),
      claim('device_count', number(12)),
      claim('identified_on', { type: 'date', span: { from: '2024-03-03', to: '2024-03-03' } }),
    ],
    [
      claim('local_id', text('HA 2')),
      claim('hazard_class', { type: 'code', code: 'sha' }),
      claim('reported_area', number(18_000)),
    ],
    [
      claim('local_id', text('HA-3')),
      claim('hazard_class', { type: 'code', code: 'sha' }),
      claim('reported_area', number(10_000)),
      claim('identified_on', { type: 'date', span: { from: '2024-03-01', to: '2024-03-31' } }),
    ],
    [claim('local_id', text('HA-4')), claim('hazard_class', { type: 'code', code: 'cha' })],
  ].map((claims, n) => ({
    report: reportBy(
      reviewer.id,
      [{ id: randomUUID(), kind: 'hazardous-area' }],
      [...claims, claim('outline', { type: 'geometry', geometry: square(10 + n, 10, 0.01) })],
    ),
    personal: [],
  }));
  const receipts = await all.send('/api/reports', { reports: made }, reviewer);
  const reports = receipts.map((r) => r.entry);
  await all.send(
    '/api/decisions',
    { decisions: [decisionBy(reviewer.id, { act: 'approve', reports, step: 'review' })] },
    reviewer,
  );
  return made.map((m) => m.report.items[0]?.id ?? '');
}

for (const engine of engines) {
  test(`${engine}: a list is held against the record, sent back as a sheet, and taken in only where rows are chosen`, {
    timeout: 180_000,
  }, async () => {
    const all = await office(engine, {});
    const reviewer = await all.signedIn('reviewer');
    const collector = await all.signedIn('collector');
    const [first, second] = await onRecord(all, reviewer);
    const before = (await all.see('/api/queue?programme=orlia&limit=10', reviewer)).json();
    const { id } = await brings(all, collector, 'operator.csv', LIST);
    const { mapping } = (await asks(all, collector, id, '/propose', { kind: 'hazardous-area' })).json;
    mapping.source = { name: 'Operator list', said: { name: 'Operator' } };
    mapping.snapshot = { compare: ['HA ID'] };
    await asks(all, collector, id, '/mapping', { mapping });
    const wish = { by: 'ids', tolerance_m2: 100 };
    assert.equal((await asks(all, collector, id, '/compare', wish)).status, 200);
    const done = await settled(all, collector, id);
    assert.equal(done.work?.problem, null);

    const found = (await all.see(`/api/imports/${id}/compared`, collector)).json();
    assert.deepEqual(found.states, { differs: 1, 'only-ours': 1, 'only-theirs': 1, unsure: 0, same: 2 });
    const [line] = found.lines;
    assert.equal(line.ours[0].id, second);
    assert.deepEqual(
      line.differences.map((d: { property: string; how: string }) => [d.property, d.how]).sort(),
      [
        ['device_count', 'only-theirs'],
        ['hazard_class', 'differs'],
        ['identified_on', 'only-theirs'],
        ['reported_area', 'differs'],
      ],
    );
    const by = (await all.see(`/api/imports/${id}/compared?state=differs&property=slope`, collector)).json();
    assert.equal(by.matched, 0);

    const sheet = await all.see(`/api/imports/${id}/differences?format=csv`, collector);
    assert.match(sheet.body, /reported_area,Area as stated,m2,18000,20000/u);
    assert.match(sheet.body, /at: \d{4}-\d{2}-\d{2} \| known: all received up to no\. 5/u);
    assert.match(sheet.body, /definitions: .*reported_area: area-as-stated/u);
    const book = await all.see(`/api/imports/${id}/differences?format=xlsx`, collector);
    assert.equal(book.rawPayload.subarray(0, 2).toString(), 'PK');

    const after = (await all.see('/api/queue?programme=orlia&limit=10', reviewer)).json();
    assert.equal(after.number, before.number, 'comparing stores nothing');

    const taken = found.lines
      .filter((l: { state: string }) => l.state === 'differs' || l.state === 'only-theirs')
      .map((l: { n: number }) => l.n);
    for (const stored of [2, 0]) {
      await asks(all, collector, id, '/take', { lines: taken });
      const { imported, work } = await settled(all, collector, id);
      assert.equal(work?.problem, null);
      assert.equal(imported?.accepted, stored, 'chosen again, a row adds nothing');
      assert.equal(imported?.gone, 0, 'rows not chosen are not gone');
    }
    const { reports } = (await all.see('/api/queue?programme=orlia&limit=10', reviewer)).json();
    assert.equal(reports.length, 2);
    assert.ok(
      reports.every((r: { report: { said: unknown; source: unknown; by: string } }) => {
        assert.deepEqual(r.report.said, { name: 'Operator' });
        return r.report.by === collector.id;
      }),
    );
    const items = reports.flatMap((r: { report: { items: { id: string }[] } }) =>
      r.report.items.map((i) => i.id),
    );
    assert.ok(items.includes(second), 'a differing row is a report on our item');
    assert.ok(!items.includes(first));
  });
}

test('an id that somebody else gave makes no pair, and no row of theirs goes to that item of ours', async () => {
  const all = await office(quickest, {});
  const reviewer = await all.signedIn('reviewer');
  const other: Value = { type: 'identifier', id: '12', issuer: 'UNMAS' };
  const report = reportBy(
    reviewer.id,
    [{ id: randomUUID(), kind: 'hazardous-area' }],
    [
      claim('local_id', text('HA-1')),
      claim('other_ids', { type: 'member', of: other, yes: true }),
      claim('outline', { type: 'geometry', geometry: square(10, 10, 0.01) }),
    ],
  );
  const receipts = await all.send('/api/reports', { reports: [{ report, personal: [] }] }, reviewer);
  const reports = receipts.map((r) => r.entry);
  const approve = decisionBy(reviewer.id, { act: 'approve', reports, step: 'review' });
  await all.send('/api/decisions', { decisions: [approve] }, reviewer);
  const { id } = await brings(all, reviewer, 'halo.csv', 'HA ID,Type\n12,SHA\n13,CHA\n');
  await asks(all, reviewer, id, '/propose', { kind: 'hazardous-area' });
  await asks(all, reviewer, id, '/compare', { by: 'ids', tolerance_m2: 0 });
  await settled(all, reviewer, id);
  const found = (await all.see(`/api/imports/${id}/compared`, reviewer)).json();
  assert.deepEqual(found.states, { differs: 0, 'only-ours': 0, 'only-theirs': 1, unsure: 1, same: 0 });
  const unsure = found.lines.find((l: { state: string }) => l.state === 'unsure');
  assert.deepEqual([unsure.ours.length, unsure.theirs.length], [1, 1]);
  await asks(all, reviewer, id, '/take', { lines: [unsure.n] });
  assert.equal((await settled(all, reviewer, id)).imported?.accepted, 0);
});

test('a comparison is gone once the file is read or understood another way', async () => {
  const all = await office(quickest, {});
  const who = await all.signedIn('collector');
  const { id } = await brings(all, who, 'x.csv', 'Hazards\nHA ID,Type\nA-1,SHA\nA-2,SHA\n');
  await asks(all, who, id, '/look', { header_row: 2 });
  await settled(all, who, id);
  const compares = async () => {
    await asks(all, who, id, '/propose', { kind: 'hazardous-area' });
    await asks(all, who, id, '/run', { dry_run: true });
    assert.ok((await settled(all, who, id)).tried);
    await asks(all, who, id, '/compare', { by: 'ids', tolerance_m2: 0 });
    assert.equal((await settled(all, who, id)).compared, true);
  };
  const gone = async () => {
    const file = await settled(all, who, id);
    assert.deepEqual([file.compared, file.tried], [false, null]);
    assert.equal((await asks(all, who, id, '/take', { lines: [0] })).json.code, 'import-not-compared');
  };
  await compares();
  await asks(all, who, id, '/propose', { kind: 'hazardous-area' });
  await gone();
  await compares();
  await asks(all, who, id, '/look', {});
  await gone();
});

test('while something is at work on a file, neither how it is read nor what it means is changed', async () => {
  const all = await office(quickest, {});
  const who = await all.signedIn('collector');
  const rows = Array.from({ length: 60_000 }, (_, n) => `${n},SHA`);
  const { id } = await brings(all, who, 'x.csv', `HA ID,Type\n${rows.join('\n')}\n`, 1_000_000);
  const { mapping } = (await asks(all, who, id, '/propose', { kind: 'hazardous-area' })).json;
  await asks(all, who, id, '/compare', { by: 'ids', tolerance_m2: 0 });
  for (const [path, body] of [
    ['/look', { header_row: 2 }],
    ['/propose', { kind: 'accident' }],
    ['/mapping', { mapping: { ...mapping, name: 'another' } }],
  ] as const)
    assert.equal((await asks(all, who, id, path, body)).json.code, 'import-busy', path);
  assert.deepEqual((await all.see(`/api/imports/${id}/look`, who)).json().reading, {});
  assert.equal((await all.see(`/api/imports/${id}/mapping`, who)).json().mapping.name, mapping.name);
  await asks(all, who, id, '/stop', {});
  // a quick machine has come to the end by then
  assert.equal((await settled(all, who, id)).work?.ended, true);
});

test('a comparison narrowed to some of ours finds the others too, and misses only those', async () => {
  const all = await office(quickest, {});
  const reviewer = await all.signedIn('reviewer');
  const [, second] = await onRecord(all, reviewer);
  // HA 2 is no CHA on record: it lies outside the filter
  const { id } = await brings(all, reviewer, 'x.csv', 'HA ID,Type\nHA 2,CHA\n');
  await asks(all, reviewer, id, '/propose', { kind: 'hazardous-area' });
  const wish = { by: 'ids', tolerance_m2: 0, where: { hazard_class: 'cha' } };
  await asks(all, reviewer, id, '/compare', wish);
  await settled(all, reviewer, id);
  const found = (await all.see(`/api/imports/${id}/compared`, reviewer)).json();
  assert.deepEqual(found.states, { differs: 1, 'only-ours': 1, 'only-theirs': 0, unsure: 0, same: 0 });
  assert.equal(found.lines[0].ours[0].id, second);
  assert.equal(found.lines[1].ours[0].title, 'HA-4');
});

test('a list is compared with what the reader may see, and a tolerance or a key that cannot be is said', async () => {
  const all = await office(quickest, {});
  const who = await all.signedIn('collector');
  const { id } = await brings(all, who, 'x.csv', 'Name,Type\nHill,SHA\n');
  await asks(all, who, id, '/propose', { kind: 'hazardous-area' });
  assert.equal((await asks(all, who, id, '/compare', { by: 'ids', tolerance_m2: -1 })).status, 400);
  await asks(all, who, id, '/compare', { by: 'ids', tolerance_m2: 0 });
  assert.equal((await settled(all, who, id)).work?.problem?.code, 'reconcile-no-key');
  await asks(all, who, id, '/compare', { by: 'name', tolerance_m2: 0 });
  assert.equal((await settled(all, who, id)).work?.problem, null);
  assert.equal((await asks(all, who, id, '/take', { lines: [99] })).status, 200);
});

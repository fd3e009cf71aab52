/** The import wizard over the real store: whose file it is, what its columns mean, a try that stores nothing, and the import. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { engines, quickest, removeDatabases } from '@tilth/store/databases.testing';
import { asks, brings, sendPiece, settled } from '../import/desk.testing.ts';
import { closeOffices, office } from '../office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

const LIST = `HA ID,Type,Area (ha),Longitude,Latitude,Survey date
A-1,SHA,"1,5",17.10,44.20,28/02/2024
A-2,Doubtful ground,"2,25",17.20,44.30,03/01/2024
A-3,CHA,not known,,,04/02/2024
A-4,SHA,1,17.3
A-5,SHA,1,17.3,44.1,04/02/2024,too,many
`;

for (const engine of engines) {
  test(`${engine}: a file becomes reports by steps, every row accounted for, and importing it again adds nothing`, {
    timeout: 180_000,
  }, async () => {
    const all = await office(engine, {});
    const collector = await all.signedIn('collector');
    const reviewer = await all.signedIn('reviewer');
    const file = await brings(all, collector, 'Operator list.csv', LIST, 70);
    assert.ok(file.looked);
    const { id } = file;

    const look = (await all.see(`/api/imports/${id}/look`, collector)).json();
    assert.equal(look.rows, 5);
    assert.equal(look.broken.rows, 1);
    const dates = look.columns.find((c: { name: string }) => c.name === 'Survey date');
    assert.deepEqual(
      dates.dates.map((g: { format: string }) => g.format),
      ['dd/MM/yyyy'],
    );

    const begun = await asks(all, collector, id, '/propose', { kind: 'hazardous-area' });
    assert.deepEqual(begun.json.problems, []);
    assert.deepEqual(begun.json.unmatched[0].words, [{ word: 'Doubtful ground', rows: 1 }]);
    const mapping = begun.json.mapping;
    mapping.source = { name: 'Operator list', said: { name: 'Operator' } };
    mapping.records[0].properties.hazard_class.codes = { 'Doubtful ground': 'sha' };
    const given = await asks(all, collector, id, '/mapping', { mapping });
    assert.deepEqual(given.json.unmatched, []);

    assert.equal((await asks(all, collector, id, '/run', { dry_run: true })).status, 200);
    const tried = await settled(all, collector, id);
    assert.deepEqual(
      [tried.tried?.read, tried.tried?.refused, tried.tried?.repaired, tried.tried?.accepted],
      [5, 1, 2, 2],
    );
    assert.equal((await all.store.stamp(await all.store.asker(collector.id), 'orlia')).number, 0);

    const account = (await all.see(`/api/imports/${id}/account?of=try`, collector)).json();
    assert.equal(account.groups[0].outcome, 'refused');
    assert.equal(account.groups[0].code, 'row-too-long');
    // what could not be approved with the others is told by its reason, whether or not the import approves
    assert.deepEqual(
      account.waiting.map((g: { code: string; rows: number }) => [g.code, g.rows]),
      [['row-unplaced', 1]],
    );
    const unplaced = (await all.see(`/api/imports/${id}/rows?waits=row-unplaced`, collector)).json();
    assert.equal(unplaced.matched, 1);
    assert.equal(unplaced.rows[0].waits.code, 'row-unplaced');
    const refused = (await all.see(`/api/imports/${id}/rows?outcome=refused`, collector)).json();
    assert.deepEqual(
      refused.rows.map((r: { row: number }) => r.row),
      [6],
    );
    const { shapes } = (await all.see(`/api/imports/${id}/shapes`, collector)).json();
    assert.deepEqual(shapes.map((s: { row: number }) => s.row).sort(), [2, 3]);
    const csv = (await all.see(`/api/imports/${id}/rows.csv`, collector)).body;
    assert.match(csv, /^\uFEFFsheet,row,outcome,code,column,reason\r\n/u);
    assert.equal(csv.split('\r\n').length, 7);
    assert.ok(!csv.includes('not known'), 'no cell is repeated in the account');

    const forbidden = await asks(all, collector, id, '/run', { dry_run: false, approve: true });
    assert.equal(forbidden.status, 403);
    await asks(all, collector, id, '/run', { dry_run: false });
    const done = await settled(all, collector, id);
    assert.equal(done.work?.problem, null);
    const counts = done.imported;
    assert.deepEqual(counts, { ...tried.tried, waiting: 0 });
    const queue = (await all.see('/api/queue?programme=orlia&limit=10', reviewer)).json();
    assert.equal(queue.waiting, 4);

    // the same list by a reviewer, who approves it: nothing is added, and what lacks a place waits for a person
    const again = await brings(all, reviewer, 'Operator list.csv', LIST);
    await asks(all, reviewer, again.id, '/mapping', { mapping });
    await asks(all, reviewer, again.id, '/run', { dry_run: false, approve: true });
    const second = await settled(all, reviewer, again.id);
    assert.equal(second.imported?.unchanged, 4);
    assert.equal(second.imported?.waiting, 1);
    const left = (await all.see('/api/queue?programme=orlia&limit=10', reviewer)).json();
    assert.equal(left.waiting, 1);
    assert.ok(left.reports.every((r: { lacking: boolean }) => r.lacking));
  });
}

test('rows that the mapping says state no place are approved with the others', {
  timeout: 180_000,
}, async () => {
  const all = await office(quickest, {});
  const reviewer = await all.signedIn('reviewer');
  const { id } = await brings(all, reviewer, 'x.csv', 'id,class,lon,lat\n1,SHA,17,44\n2,SHA,,\n');
  const mapping = {
    mapping: 1,
    name: 'x',
    version: '1',
    source: { name: 'X' },
    date: { by: '2024' },
    identity: ['id'],
    records: [
      {
        kind: 'hazardous-area',
        properties: {
          local_id: { column: 'id' },
          hazard_class: { column: 'class' },
          outline: { lon: 'lon', lat: 'lat', when_empty: 'not-stated' },
        },
      },
    ],
  };
  await asks(all, reviewer, id, '/mapping', { mapping });
  await asks(all, reviewer, id, '/run', { dry_run: false, approve: true });
  const done = await settled(all, reviewer, id);
  assert.equal(done.imported?.waiting, 0);
  const { rows } = (await all.see('/api/to-locate?programme=orlia', reviewer)).json();
  assert.equal(rows.length, 1);
});

test('a mapping is kept with the programme and offered to the next file that it fits', {
  timeout: 180_000,
}, async () => {
  const all = await office(quickest, {});
  const administrator = await all.signedIn('administrator');
  const collector = await all.signedIn('collector');
  const { id } = await brings(all, collector, 'list.csv', LIST);
  const { mapping } = (await asks(all, collector, id, '/propose', { kind: 'hazardous-area' })).json;
  const rule = {
    type: 'rule',
    id: crypto.randomUUID(),
    programme: 'orlia',
    by: administrator.id,
    written: '2024-05-02T10:00:00.000Z',
    reason: 'Comes every month.',
    after: [],
    sets: 'mapping',
    key: mapping.name,
    value: mapping,
  };
  assert.equal(
    (await all.tell('/api/rules', { rules: [{ ...rule, key: 'another' }] }, administrator)).statusCode,
    400,
  );
  await all.send('/api/rules', { rules: [rule] }, administrator);
  const { mappings } = (await all.see(`/api/imports/${id}/mappings`, collector)).json();
  assert.deepEqual(
    mappings.map((m: { name: string; from: string; missing: number }) => [m.name, m.from, m.missing]),
    [[mapping.name, 'programme', 0]],
  );
});

test('a file is seen by who brought it and by nobody else, and viewers and strangers bring none', async () => {
  const all = await office(quickest, { '*': 'partner' });
  const [one, other, viewer] = [
    await all.signedIn('collector'),
    await all.signedIn('administrator'),
    await all.signedIn('viewer'),
  ];
  const { id } = await brings(all, one, 'x.csv', 'a,b\n1,2\n');
  for (const path of [
    '',
    '/look',
    '/mapping',
    '/mappings',
    '/rows',
    '/account',
    '/rows.csv',
    '/shapes',
    '/compared',
  ])
    assert.equal((await all.see(`/api/imports/${id}${path}`, other)).statusCode, 404, path);
  assert.equal((await asks(all, other, id, '/run', { dry_run: true })).status, 404);
  assert.deepEqual((await all.see('/api/imports?programme=orlia', other)).json(), { files: [] });
  assert.equal((await all.tell('/api/imports', { name: 'x.csv', size: 1 }, viewer)).statusCode, 403);
  assert.equal((await all.tell('/api/imports', { name: 'x.csv', size: 1 })).statusCode, 403);
  assert.equal((await all.see(`/api/imports/${id}`)).statusCode, 403);
});

test('pieces out of step, a file too large, a mapping that cannot be, and a file that is no table are said', async () => {
  const all = await office(quickest, {});
  const who = await all.signedIn('collector');
  const large = await all.tell('/api/imports', { name: 'x.csv', size: 600_000_000 }, who);
  assert.equal(large.json().code, 'import-too-large');
  const { id } = (await all.tell('/api/imports', { name: 'x.csv', size: 10 }, who)).json();
  assert.equal((await sendPiece(all, who, id, 5, Buffer.from('abc'))).json().code, 'import-out-of-step');
  assert.equal((await asks(all, who, id, '/look', {})).json.code, 'import-not-all-here');
  assert.equal((await asks(all, who, id, '/mapping', { mapping: {} })).json.code, 'import-not-looked-at');
  const broken = await brings(all, who, 'x.xlsx', 'this is no workbook');
  assert.equal(broken.looked, false);
  assert.ok(broken.work?.problem);
  const table = await brings(all, who, 'x.csv', 'a,b\n1,2\n');
  const wrong = await asks(all, who, table.id, '/mapping', { mapping: { mapping: 1 } });
  assert.ok(wrong.json.problems.length > 0);
  assert.equal((await asks(all, who, table.id, '/run', { dry_run: true })).json.code, 'mapping-missing');
});

test('an import that is stopped while the file is still being read stores nothing, and can be begun again', async () => {
  const all = await office(quickest, {});
  const who = await all.signedIn('collector');
  const lines = Array.from({ length: 60_000 }, (_, n) => `${n},SHA`);
  const { id } = await brings(all, who, 'long.csv', `HA ID,Type\n${lines.join('\n')}\n`, 1_000_000);
  await asks(all, who, id, '/propose', { kind: 'hazardous-area' });
  await asks(all, who, id, '/run', { dry_run: false });
  assert.equal((await asks(all, who, id, '/run', { dry_run: true })).json.code, 'import-busy');
  await asks(all, who, id, '/stop', {});
  const stopped = await settled(all, who, id);
  assert.equal(stopped.work?.problem?.code, 'import-stopped');
  assert.equal(stopped.imported, null);
  assert.equal((await all.store.stamp(await all.store.asker(who.id), 'orlia')).number, 0);
  const shp = await all.tell('/api/imports', { name: 'areas.shp', size: 10 }, who);
  assert.equal(shp.json().code, 'import-shapefile-in-parts');
});

test('the last piece sent again is answered as done, and what was begun with it goes on', async () => {
  const all = await office(quickest, {});
  const who = await all.signedIn('collector');
  const { id } = await brings(all, who, 'x.csv', 'HA ID,Type\n1,SHA\n');
  const { json } = await asks(all, who, id, '/propose', { kind: 'hazardous-area' });
  const again = await sendPiece(all, who, id, 0, Buffer.from('HA ID,Type\n1,SHA\n'));
  assert.equal(again.statusCode, 200, again.body);
  assert.deepEqual([again.json().looked, again.json().mapping], [true, json.mapping.name]);
});

test('a reviewer who becomes a viewer no longer reaches what was compared', async () => {
  const all = await office(quickest, {});
  const who = await all.signedIn('reviewer');
  const { id } = await brings(all, who, 'x.csv', 'HA ID,Type\n1,SHA\n');
  await asks(all, who, id, '/propose', { kind: 'hazardous-area' });
  await asks(all, who, id, '/compare', { by: 'ids', tolerance_m2: 0 });
  assert.equal((await settled(all, who, id)).compared, true);
  const name = (await all.store.people('orlia')).find((p) => p.id === who.id)?.name ?? '';
  await all.store.addPerson({ name, role: 'viewer', programme: 'orlia' });
  for (const path of ['', '/compared', '/compared/shapes', '/differences?format=csv'])
    assert.equal((await all.see(`/api/imports/${id}${path}`, who)).statusCode, 404, path);
});

test('of several files of one person one is worked on and the others wait, and one that waits can be stopped', async () => {
  const all = await office(quickest, {});
  const who = await all.signedIn('collector');
  const long = Array.from({ length: 60_000 }, (_, n) => `${n},SHA`).join('\n');
  const first = await brings(all, who, 'long.csv', `HA ID,Type\n${long}\n`, 1_000_000);
  const second = await brings(all, who, 'x.csv', 'HA ID,Type\n1,SHA\n');
  for (const { id } of [first, second]) await asks(all, who, id, '/propose', { kind: 'hazardous-area' });
  await asks(all, who, first.id, '/run', { dry_run: true });
  const asked = (await asks(all, who, second.id, '/run', { dry_run: true })).json;
  assert.deepEqual([asked.work.waiting, asked.work.ended], [true, false]);
  const stopped = (await asks(all, who, second.id, '/stop', {})).json;
  assert.deepEqual([stopped.work.ended, stopped.work.problem.code], [true, 'import-stopped']);
  await asks(all, who, second.id, '/run', { dry_run: true });
  await asks(all, who, first.id, '/stop', {});
  assert.equal((await settled(all, who, second.id)).tried?.read, 1);
});

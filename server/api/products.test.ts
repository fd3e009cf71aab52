/** A weekly sheet is issued and stays as it was; next week each difference has its causes, and they add up to it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { SheetLine } from '@tilth/domain/products/sheet';
import type { Claim, Report } from '@tilth/domain/report/entry';
import { engines, quickest, removeDatabases } from '@tilth/store/databases.testing';
import type { LineChange } from '@tilth/store/figures';
import {
  closeOffices,
  decisionBy,
  type Office,
  office,
  type Person,
  reportBy,
  ruleBy,
} from '../office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

const WEEK = { from: '2024-04-29', to: '2024-05-05' };
const day = (property: string, on: string): Claim => ({
  on: 0,
  property,
  value: { type: 'date', span: { from: on, to: on } },
});
const count = (property: string, number: number): Claim => ({
  on: 0,
  property,
  value: { type: 'number', number },
});
const accident = (by: Person, on: string, ...claims: Claim[]): Report =>
  reportBy(
    by.id,
    [{ id: randomUUID(), kind: 'accident' }],
    [
      day('occurred', on),
      {
        on: 0,
        property: 'position',
        value: { type: 'geometry', geometry: { type: 'Point', coordinates: [10, 10] } },
      },
      ...claims,
    ],
  );

async function sends(all: Office, who: Person, ...reports: readonly Report[]) {
  const receipts = await all.send(
    '/api/reports',
    { reports: reports.map((report) => ({ report, personal: [] })) },
    who,
  );
  return receipts.map((r) => r.entry);
}

async function approves(all: Office, who: Person, reports: Awaited<ReturnType<typeof sends>>) {
  const decision = decisionBy(who.id, { act: 'approve', reports, step: 'review' });
  await all.send('/api/decisions', { decisions: [decision] }, who);
}

const found = <T extends { readonly figure: string; readonly by: string | null }>(
  lines: readonly T[],
  figure: string,
): T => {
  const line = lines.find((l) => l.figure === figure);
  assert.ok(line, figure);
  return line;
};

for (const engine of engines) {
  test(`${engine}: a sheet that was sent is explained next week, to the last one`, {
    timeout: 120_000,
  }, async () => {
    const all = await office(engine, {});
    const collector = await all.signedIn('collector');
    const reviewer = await all.signedIn('reviewer');
    const viewer = await all.signedIn('viewer');
    const administrator = await all.signedIn('administrator');
    await all.send(
      '/api/rules',
      { rules: [ruleBy(administrator.id, 'number-pattern', 'issued-product', 'SR-{year}-{number:3}')] },
      administrator,
    );

    const first = accident(collector, '2024-04-30', count('killed', 1), count('injured', 2));
    const waiting = accident(collector, '2024-05-01', count('killed', 1));
    const [firstRef] = await sends(all, collector, first);
    const waitingRefs = await sends(all, collector, waiting);
    assert.ok(firstRef);
    await approves(all, reviewer, [firstRef]);

    const issue = { definition: 'weekly', ...WEEK, recipient: 'The donors’ meeting' };
    assert.equal((await all.tell('/api/products', issue, collector)).statusCode, 403);
    const sent = (await all.tell('/api/products', issue, reviewer)).json();
    assert.match(sent.number, /^SR-\d{4}-001$/);

    const opened = async (who: Person) => (await all.see(`/api/products/${sent.id}`, who)).json();
    const before = await opened(viewer);
    const killed = found<SheetLine>(before.sheet.lines, 'casualties');
    assert.deepEqual([killed.value, killed.sources, killed.pending], [3, 1, 1]);
    assert.equal(before.sheet.at, WEEK.to);
    assert.ok(found<SheetLine>(before.sheet.lines, 'accidents').means, 'what it counts is kept with it');

    const late = accident(collector, '2024-05-02', count('injured', 4));
    const corrected: Report = {
      ...accident(collector, '2024-04-30', count('killed', 1), count('injured', 1)),
      items: first.items,
      corrects: [firstRef],
    };
    await approves(all, reviewer, [
      ...(await sends(all, collector, late)),
      ...(await sends(all, collector, corrected)),
    ]);
    await approves(all, reviewer, waitingRefs);

    const { lines } = (await all.see(`/api/products/${sent.id}/changes`, reviewer)).json();
    const casualties = found<LineChange>(lines, 'casualties');
    assert.deepEqual(casualties.total, {
      was: 3,
      now: 7,
      parts: [
        { cause: 'late', by: 4 },
        { cause: 'correction', by: -1 },
        { cause: 'approval', by: 1 },
      ],
    });
    const entries = (cause: string) =>
      casualties.behind
        .find((b) => b.cause === cause)
        ?.entries.map((e) => e.act)
        .sort();
    assert.deepEqual(entries('late'), ['approve', 'report']);
    assert.deepEqual(entries('approval'), ['approve']);
    assert.deepEqual(
      found<LineChange>(lines, 'accidents').total?.parts.map((p) => [p.cause, p.by]),
      [
        ['late', 1],
        ['approval', 1],
      ],
    );
    const run = (
      await all.see(`/api/products/run?definition=weekly&from=${WEEK.from}&to=${WEEK.to}`, reviewer)
    ).json();
    for (const line of lines as readonly LineChange[]) {
      const now = found<SheetLine>(run.lines, line.figure).value;
      assert.equal(line.total?.now, now, `${line.figure} says what a new run says`);
      const sum = line.total?.parts.reduce((s, p) => s + p.by, line.total.was);
      assert.equal(sum, line.total?.now);
    }
    assert.equal((await all.see(`/api/products/${sent.id}/changes`, viewer)).statusCode, 403);

    assert.deepEqual(await opened(viewer), before, 'what was sent stays as it was');
    const again = (
      await all.tell(
        '/api/products',
        { ...issue, replaces: { id: sent.id, reason: 'A late report and a correction.' } },
        reviewer,
      )
    ).json();
    assert.match(again.number, /-002$/);
    const withdrawn = await opened(reviewer);
    assert.deepEqual(withdrawn.sheet, before.sheet);
    assert.equal(withdrawn.digest, before.digest);
    assert.equal(withdrawn.replaced_by, again.id);
    assert.equal(withdrawn.values.withdrawn_why, 'A late report and a correction.');
    assert.equal(
      (await opened(viewer)).values.withdrawn_why,
      undefined,
      'free words are for who may read them',
    );

    const file = async (format: string) => all.see(`/api/products/${sent.id}/file?format=${format}`, viewer);
    const csv = (await file('csv')).body;
    assert.ok(csv.includes(before.digest) && csv.includes('SR-'));
    assert.ok((await file('xlsx')).body.startsWith('PK'));
    assert.deepEqual((await file('json')).json(), before.sheet);
    await all.close();
  });
}

test('a figure that may not be read is kept back, and who is no member reads none', {
  timeout: 120_000,
}, async () => {
  const all = await office(quickest, { accident: 'partner' });
  const viewer = await all.signedIn('viewer');
  const collector = await all.signedIn('collector');
  const asked = (figure: string, more = '') =>
    `/api/figures?programme=orlia&from=2024-01-01&to=2024-12-31&figure=${figure}${more}`;
  const line = async (url: string, who?: Person): Promise<SheetLine> => (await all.see(url, who)).json().line;
  await sends(all, collector, accident(collector, '2024-04-30', count('killed', 1)));
  assert.equal((await line(asked('victims'), viewer)).kept_back, 'rights');
  assert.equal((await line(asked('victims'), collector)).kept_back, 'none');
  const open = await line(asked('accidents', '&by=month'));
  assert.deepEqual(
    [open.kept_back, open.value, open.pending],
    ['none', 0, 1],
    'what waits is counted beside',
  );
  assert.equal((await line(asked('accidents', '&pcode=OL01'))).kept_back, 'none');
  assert.equal((await all.see(asked('accidents', '&by=sex'))).statusCode, 400);
  for (const wrong of ['casualties&pcode=OL01', 'hazards&pcode=OL01', 'victims&organisation=OL01'])
    assert.equal((await all.see(asked(wrong), collector)).json().code, 'filter-not-allowed', wrong);
  const run = '/api/products/run?programme=orlia&definition=weekly&from=2024-04-29&to=2024-05-05';
  assert.equal((await all.see(run)).statusCode, 403);
  assert.equal((await all.see(run.replace('weekly', 'daily'), viewer)).statusCode, 404);
  assert.equal((await all.see(run.replace('2024-05-05', '2024-04-05'), viewer)).statusCode, 400);
  await all.close();
});

test('nobody who only reports replaces, withdraws or issues a sheet; issuing twice by one id issues one', {
  timeout: 120_000,
}, async () => {
  const all = await office(quickest, {});
  const collector = await all.signedIn('collector');
  const reviewer = await all.signedIn('reviewer');
  const issue = { definition: 'weekly', ...WEEK, recipient: 'The donors’ meeting' };
  const id = randomUUID();
  const sent = (await all.tell('/api/products', { ...issue, id }, reviewer)).json();
  const again = (await all.tell('/api/products', { ...issue, id }, reviewer)).json();
  assert.deepEqual([again.id, again.number, again.digest], [id, sent.number, sent.digest]);
  const other = (await all.tell('/api/products', issue, reviewer)).json();
  assert.notEqual(other.number, sent.number);

  const forged = randomUUID();
  const link: Claim = { on: 0, property: 'replaces', value: { type: 'link', item: id } };
  const says = (item: string, ...claims: Claim[]) =>
    reportBy(collector.id, [{ id: item, kind: 'issued-product' }], claims);
  const hash: Claim = { on: 0, property: 'sha256', value: { type: 'text', text: sent.digest } };
  await sends(all, collector, says(forged, link, hash));
  await sends(all, collector, says(other.id, link), says(id, day('withdrawn_on', '2024-05-01')));
  const opened = (await all.see(`/api/products/${id}`, reviewer)).json();
  assert.equal(opened.replaced_by, null);
  assert.equal(opened.values.withdrawn_on, undefined);
  assert.equal((await all.see(`/api/products/${forged}`, reviewer)).json().code, 'item-unknown');
  await all.close();
});

test('a figure narrowed to a province counts what lies in its municipalities', {
  timeout: 120_000,
}, async () => {
  const all = await office(quickest, {});
  const collector = await all.signedIn('collector');
  const reviewer = await all.signedIn('reviewer');
  const text = (property: string, value: string): Claim => ({
    on: 0,
    property,
    value: { type: 'text', text: value },
  });
  const [province, municipality] = [randomUUID(), randomUUID()];
  const place = (id: string, code: string, ...claims: Claim[]) =>
    reportBy(collector.id, [{ id, kind: 'place' }], [text('pcode', code), ...claims]);
  const sent = await sends(
    all,
    collector,
    place(province, 'NORTH'),
    place(municipality, 'M7', { on: 0, property: 'parent', value: { type: 'link', item: province } }),
    accident(collector, '2024-04-30', text('pcode', 'M7')),
    accident(collector, '2024-04-30', text('pcode', 'M8')),
  );
  await approves(all, reviewer, sent);
  const asked = async (unit: string, more = '') =>
    (
      await all.see(
        `/api/figures?programme=orlia&from=2024-01-01&to=2024-12-31&figure=accidents&pcode=${unit}${more}`,
        reviewer,
      )
    ).json();
  const found = await asked('NORTH');
  assert.deepEqual([found.line.value, found.where.pcode], [1, ['M7', 'NORTH']]);
  assert.equal((await asked('NORTH', '&at=2024-05-02')).line.value, 1, 'at another day too');
  assert.equal((await asked('M8')).line.value, 1);
  await all.close();
});

test('an issued sheet withholds small numbers about people', { timeout: 120_000 }, async () => {
  const all = await office(quickest, {});
  const collector = await all.signedIn('collector');
  const reviewer = await all.signedIn('reviewer');
  const victim = (on: string, n: number) =>
    reportBy(
      collector.id,
      [{ id: randomUUID(), kind: 'victim' }],
      [
        day('accident_date', on),
        { on: 0, property: 'position', value: { type: 'unknown', why: 'not-stated' } },
        { on: 0, property: 'sex', value: { type: 'code', code: n < 2 ? 'female' : 'male' } },
        { on: 0, property: 'outcome', value: { type: 'code', code: n < 2 ? 'killed' : 'injured' } },
      ],
    );
  const victims = [
    ...Array.from({ length: 9 }, (_, n) => victim('2024-04-30', n)),
    // one woman and five men: the six in all would all but tell her
    ...Array.from({ length: 6 }, (_, n) => victim('2024-03-31', n + 1)),
  ];
  await approves(all, reviewer, await sends(all, collector, ...victims));
  const run = await all.see('/api/products/run?definition=monthly&from=2024-04-01&to=2024-04-30', reviewer);
  const bySex = run.json().lines.find((l: SheetLine) => l.figure === 'victims' && l.by === 'sex');
  assert.equal(bySex.kept_back, 'small');
  assert.deepEqual(
    [bySex.value, ...bySex.cells.map((c: { value: number | null }) => c.value)],
    [9, null, null],
  );
  const casualties = found<SheetLine>(run.json().lines, 'casualties');
  assert.deepEqual(
    [casualties.value, ...casualties.cells.map((c) => c.value)],
    [9, null, null],
    'casualties that are victim records are as small as they',
  );
  const march = await all.see('/api/products/run?definition=monthly&from=2024-03-01&to=2024-03-31', reviewer);
  const lines: readonly SheetLine[] = march.json().lines.filter((l: SheetLine) => l.figure === 'victims');
  assert.deepEqual(
    lines.map((l) => [l.value, l.sources]),
    [
      [null, null],
      [null, null],
    ],
    'a total that one breakdown withholds is not told by another',
  );
  await all.close();
});

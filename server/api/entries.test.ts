import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision, Report, Rule } from '@tilth/domain/report/entry';
import { BASE, HOST, idOf, person, tried, write } from '../app.testing.ts';

const digest = 'a'.repeat(64);
const written = '2026-01-01T00:00:00.000Z';

const reportBy = (by: string): Report => ({
  type: 'report',
  id: idOf(1),
  programme: 'orlia',
  form: 'hazard',
  form_version: '1',
  date: '2025-12-01',
  when: { from: null, to: '2025-12-01' },
  by,
  written,
  source: { name: 'Field report' },
  items: [{ id: idOf(2), kind: 'hazardous-area' }],
  claims: [
    { on: 0, property: 'hazard_class', value: { type: 'code', code: 'sha' } },
    {
      on: 0,
      property: 'outline',
      value: { type: 'geometry', geometry: { type: 'Point', coordinates: [1, 2] } },
    },
  ],
});
const decisionBy = (by: string): Decision => ({
  type: 'decision',
  id: idOf(3),
  programme: 'orlia',
  by,
  written,
  reason: 'Checked in the field.',
  after: [],
  act: 'approve',
  reports: [{ id: idOf(1), digest }],
  step: 'review',
});
const ruleBy = (by: string): Rule => ({
  type: 'rule',
  id: idOf(4),
  programme: 'orlia',
  by,
  written,
  reason: 'Agreed in the working group.',
  after: [],
  sets: 'limits',
  key: '',
  value: { repair_m2: 100 },
});

async function room() {
  const all = tried();
  await all.store.addProgramme({ id: 'orlia', name: 'Orlia' });
  return all;
}

const sends = (by: string): [string, object][] => [
  ['/api/reports', { programme: 'orlia', reports: [{ report: reportBy(by), personal: [] }] }],
  ['/api/decisions', { programme: 'orlia', decisions: [decisionBy(by)] }],
  ['/api/rules', { programme: 'orlia', rules: [ruleBy(by)] }],
];

test('reports, decisions and rules come with their receipts and stand as they were sent', async () => {
  const all = await room();
  const { id, cookie } = await person(all, 'administrator', 'orlia');
  for (const [n, [url, body]] of sends(id).entries()) {
    const answer = await write(all.app, 'POST', url, body, cookie);
    assert.equal(answer.statusCode, 200, answer.body);
    assert.equal(answer.json().receipts[0].number, n + 1);
  }
  assert.deepEqual(all.store.appended, [reportBy(id), decisionBy(id), ruleBy(id)]);
});

test('nobody writes without signing in, and each role writes only what it may', async () => {
  const all = await room();
  for (const [url, body] of sends(idOf(9)))
    assert.equal((await write(all.app, 'POST', url, body)).json().code, 'not-signed-in', url);
  const may = { viewer: 0, collector: 1, reviewer: 2, administrator: 3 } as const;
  for (const [role, most] of Object.entries(may)) {
    const { id, cookie } = await person(all, role as keyof typeof may, 'orlia');
    for (const [n, [url, body]] of sends(id).entries()) {
      const { code } = (await write(all.app, 'POST', url, body, cookie)).json();
      assert.equal(code, n < most ? undefined : 'may-not', `${role} ${url}`);
    }
  }
});

test('a role in one programme is none in another', async () => {
  const all = await room();
  await all.store.addProgramme({ id: 'other', name: 'Other' });
  const { id, cookie } = await person(all, 'administrator', 'other');
  for (const [url, body] of sends(id))
    assert.equal((await write(all.app, 'POST', url, body, cookie)).json().code, 'may-not', url);
});

test('nobody writes in the name of somebody else', async () => {
  const all = await room();
  const { cookie } = await person(all, 'administrator', 'orlia');
  for (const [url, body] of sends(idOf(77)))
    assert.equal((await write(all.app, 'POST', url, body, cookie)).json().code, 'not-your-entry', url);
  assert.deepEqual(all.store.appended, []);
});

test('an entry cannot carry what its shape does not know, for it would be kept for good', async () => {
  const all = await room();
  const { id, cookie } = await person(all, 'administrator', 'orlia');
  const good = reportBy(id);
  const bad: unknown[] = [
    { ...good, extra: 1 },
    { ...good, claims: [] },
    { ...good, items: [{ id: 'H-1', kind: 'hazardous-area' }] },
    { ...good, date: '2025-02-30' },
    { ...good, claims: [{ on: 0, property: 'x', value: { type: 'code', code: 'a', note: 'Secret' } }] },
    { ...good, claims: [{ on: 0, property: 'x', value: { type: 'number', number: '3' } }] },
    {
      ...good,
      claims: [
        {
          on: 0,
          property: 'x',
          value: { type: 'geometry', geometry: { type: 'Point', coordinates: [200, 0] } },
        },
      ],
    },
  ];
  for (const report of bad) {
    const body = { programme: 'orlia', reports: [{ report, personal: [] }] };
    const answer = await write(all.app, 'POST', '/api/reports', body, cookie);
    assert.equal(answer.json().code, 'body-invalid', JSON.stringify(report));
    assert.equal(answer.body.includes('Secret'), false);
  }
  assert.deepEqual(all.store.appended, []);
});

test('only reviewers see the queue', async () => {
  const all = await room();
  const collector = await person(all, 'collector', 'orlia');
  const reviewer = await person(all, 'reviewer', 'orlia');
  const report = reportBy(collector.id);
  all.store.waiting.push({
    report,
    ref: { id: report.id, digest },
    number: 1,
    standing: 'pending',
    waits: null,
    step: 'review',
    under: [],
    looks: [],
    lacking: false,
    received: '2024-05-02T10:00:00.000Z',
  });
  const ask = (cookie?: string) =>
    all.app.inject({
      url: '/api/queue?programme=orlia&limit=1',
      headers: { host: '127.0.0.1:7171', ...(cookie === undefined ? {} : { cookie }) },
    });
  assert.equal((await ask()).json().code, 'programme-unknown');
  assert.equal((await ask(collector.cookie)).json().code, 'may-not');
  const { reports, next } = (await ask(reviewer.cookie)).json();
  assert.deepEqual([reports.length, reports[0].ref.id, next], [1, report.id, 1]);
});

test('a stranger’s body is not even read', async () => {
  const all = await room();
  for (const url of ['/api/reports', '/api/decisions', '/api/rules', '/api/people']) {
    const answer = await all.app.inject({
      method: 'POST',
      url,
      headers: { host: HOST, origin: BASE, 'content-type': 'application/json' },
      payload: '{ not json',
    });
    assert.equal(answer.json().code, 'not-signed-in', url);
  }
});

test('one id is not sent twice in one body', async () => {
  const all = await room();
  const { id, cookie } = await person(all, 'collector', 'orlia');
  const draft = { report: reportBy(id), personal: [] };
  const body = { programme: 'orlia', reports: [draft, draft] };
  assert.equal((await write(all.app, 'POST', '/api/reports', body, cookie)).json().code, 'body-invalid');
});

test('a programme’s own property bears no name that an address or an answer has for something else', async () => {
  const all = await room();
  const { id, cookie } = await person(all, 'administrator', 'orlia');
  for (const name of ['limit', 'at', 'standing', 'programme', 'format']) {
    const rule = { ...ruleBy(id), sets: 'own-property', key: `hazardous-area.${name}` };
    const answer = await write(all.app, 'POST', '/api/rules', { programme: 'orlia', rules: [rule] }, cookie);
    assert.equal(answer.json().code, 'rule-unreadable', name);
  }
});

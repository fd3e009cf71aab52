/** What is said of transfers and promises, over the real store: by whom, for whom, as of when; and promises held against the record. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Claim, Report, Value } from '@tilth/domain/report/entry';
import { removeDatabases } from '@tilth/store/databases.testing';
import { square } from '../app.testing.ts';
import { closeOffices, decisionBy, type Office, office, type Person, reportBy } from '../office.testing.ts';

let all: Office;
let reviewer: Person;
let admin: Person;
const [transfer, promise, silent] = [randomUUID(), randomUUID(), randomUUID()];
const [within, beyond, vague] = [randomUUID(), randomUUID(), randomUUID()];
const [old, undrawn] = [randomUUID(), randomUUID()];

const code = (c: string): Value => ({ type: 'code', code: c });
const text = (words: string): Value => ({ type: 'text', text: words });
const on = (from: string | null, to = from ?? ''): Value => ({ type: 'date', span: { from, to } });
const link = (item: string): Value => ({ type: 'link', item });
const point = (lon: number, lat: number, accuracy?: number): Value => ({
  type: 'geometry',
  geometry: { type: 'Point', coordinates: [lon, lat] },
  ...(accuracy !== undefined && { accuracy }),
});

/** A report of that day. */
const as = (day: string): Partial<Report> => ({ date: day, when: { from: day, to: day } });

async function send(
  id: string,
  kind: string,
  values: Readonly<Record<string, Value>>,
  more: Partial<Report> = {},
): Promise<ReturnType<typeof decisionBy>> {
  const claims = Object.entries(values).map(([property, value]): Claim => ({ on: 0, property, value }));
  const report = { ...reportBy(reviewer.id, [{ id, kind }], claims), ...more };
  const [receipt] = await all.send('/api/reports', { reports: [{ report, personal: [] }] }, reviewer);
  assert.ok(receipt);
  return decisionBy(admin.id, { act: 'approve', reports: [receipt.entry], step: 'review' });
}

async function live(...given: Parameters<typeof send>): Promise<void> {
  await all.send('/api/decisions', { decisions: [await send(...given)] }, admin);
}

before(async () => {
  all = await office('postgres', { '*': 'partner' });
  reviewer = await all.signedIn('reviewer');
  admin = await all.signedIn('administrator');
  await live(
    transfer,
    'transfer',
    {
      name: text('Mines sent'),
      state: code('decided'),
      categories: { type: 'member', of: code('ap-mine'), yes: true },
    },
    {
      ...as('2023-11-23'),
      said: { name: 'An official' },
      sure: { source: 'C', doubt: 'not confirmed' },
    },
  );
  await live(
    transfer,
    'transfer',
    { state: code('announced') },
    { ...as('2023-11-25'), said: { name: 'A minister' } },
  );
  await live(
    promise,
    'assurance',
    {
      name: text('At home only'),
      given_on: on('2023-11-19'),
      territory: { type: 'geometry', geometry: square(30, 0, 1), accuracy: 100 },
      transfers: { type: 'member', of: link(transfer), yes: true },
    },
    as('2023-11-19'),
  );
  await live(silent, 'assurance', { name: text('Maps are kept'), assurance_type: code('recording') });
  await live(
    within,
    'use',
    {
      where: point(30.5, 0.5, 50),
      transfer: link(transfer),
      used_on: on('2024-01-01'),
    },
    as('2024-01-01'),
  );
  await live(
    beyond,
    'use',
    { where: point(40, 5, 50), transfer: link(transfer), used_on: on('2024-01-02') },
    as('2024-01-02'),
  );
  await live(vague, 'find', {
    position: point(30.01, 0.5),
    category: code('ap-mine'),
    found_on: on('2024-02-01'),
  });
  await live(old, 'use', {
    where: point(40, 5, 50),
    transfer: link(transfer),
    used_on: on('2022-01-01', '2022-12-31'),
  });
  await live(undrawn, 'hazardous-area', {
    hazard_class: code('sha'),
    categories: { type: 'member', of: code('ap-mine'), yes: true },
  });
});
after(async () => {
  await closeOffices();
  await removeDatabases();
});

interface Told {
  readonly property: string;
  readonly place: string;
  readonly value: { readonly code?: string };
  readonly said?: { readonly name: string };
  readonly sure?: { readonly doubt?: string };
}

async function states(who?: Person, more = ''): Promise<readonly Told[]> {
  const answer = await all.see(`/api/accountability?programme=orlia&kinds=transfer${more}`, who);
  assert.equal(answer.statusCode, 200, answer.body);
  const [item] = answer.json().items;
  return (item?.sayings ?? []).filter((s: Told) => s.property === 'state');
}
const brief = (told: readonly Told[]) => told.map((s) => [s.place, s.value.code, s.said?.name]);

test('each claim is answered with its speaker, the one in force too, and the earlier one stays', async () => {
  assert.deepEqual(brief(await states(reviewer)), [
    ['stands', 'announced', 'A minister'],
    ['earlier', 'decided', 'An official'],
  ]);
});

test('as of a day, and as known by a number, what came later is not there', async () => {
  assert.deepEqual(brief(await states(reviewer, '&at=2023-11-24')), [['stands', 'decided', 'An official']]);
  const { number } = (await all.see('/api/published?programme=orlia&day=2023-11-24', reviewer)).json();
  assert.deepEqual(brief(await states(reviewer, `&known=${number}`)), [['stands', 'decided', 'An official']]);
});

test('what nobody has approved is not said, and words of doubt are for those who may read them', async () => {
  const waits = await send(transfer, 'transfer', { state: code('stopped') }, { said: { name: 'Somebody' } });
  assert.ok(!brief(await states(reviewer)).some(([, state]) => state === 'stopped'));
  await all.send('/api/decisions', { decisions: [{ ...waits, act: 'reject' }] }, admin);
  const doubts = async (who?: Person) => (await states(who)).map((s) => s.sure?.doubt);
  assert.ok((await doubts(reviewer)).includes('not confirmed'));
  assert.ok((await doubts()).every((d) => d === undefined));
});

async function checked(who?: Person, more = '') {
  const answer = await all.see(`/api/promises?programme=orlia${more}`, who);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json().promises;
}

test('a promise with a territory is held against use, finds and hazards; one without is not', async () => {
  const [found, ...more] = await checked(reviewer);
  assert.deepEqual(more, []);
  assert.equal(found.id, promise);
  assert.deepEqual(found.counts, {
    transfer: { inside: 1, outside: 1, 'too-imprecise': 0 },
    model: { inside: 0, outside: 0, 'too-imprecise': 0 },
    category: { inside: 0, outside: 0, 'too-imprecise': 2 },
  });
  assert.equal(found.before, 1, 'the use of 2022');
  const outcomes = found.checks.map((c: { id: string; outcome: string; relation: string; why?: string }) => [
    c.id,
    c.outcome,
    c.relation,
    c.why,
  ]);
  assert.deepEqual(outcomes[0], [beyond, 'outside', 'transfer', undefined]);
  assert.deepEqual(outcomes[1], [within, 'inside', 'transfer', undefined]);
  const rest = new Map(outcomes.map((o: string[]) => [o[0], o]));
  assert.deepEqual(rest.get(vague), [vague, 'too-imprecise', 'category', 'near-the-line']);
  assert.deepEqual(rest.get(undrawn), [undrawn, 'too-imprecise', 'category', 'no-place']);
});

test('who may not see a territory or a place is told nothing of which side things lie on', async () => {
  const [found] = await checked();
  if (found === undefined) return;
  assert.equal(found.territory, false);
  for (const counts of Object.values<{ inside: number; outside: number }>(found.counts))
    assert.deepEqual([counts.inside, counts.outside], [0, 0]);
});

test('as of a day before a use, the use is not held against the promise', async () => {
  const [found] = await checked(reviewer, '&at=2024-01-01');
  assert.deepEqual(
    found.checks.map((c: { id: string }) => c.id),
    [within],
  );
});

test('any day can be asked for: the first and the last there are, and one that is none is refused', async () => {
  for (const day of ['0000-01-01', '0001-01-01', '9999-12-31']) {
    const answer = await all.see(`/api/published?programme=orlia&day=${day}`, reviewer);
    assert.equal(answer.statusCode, 200, `${day}: ${answer.body}`);
  }
  for (const day of ['2024-02-30', '2024-13-01', 'soon'])
    assert.equal((await all.see(`/api/published?programme=orlia&day=${day}`, reviewer)).statusCode, 400, day);
});

import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { ask, endSession, Refused } from './ask.ts';
import { type Marks, tabWith, thisTab } from './left.ts';

function browser(): Marks {
  const all = new Map<string, string>();
  return {
    get: (name) => all.get(name) ?? null,
    put: (name, text) => void (text === null ? all.delete(name) : all.set(name, text)),
  };
}

test('who signs out in one tab has left every tab that was open, and none that is opened afterwards', () => {
  const marks = browser();
  const [here, there] = [tabWith(marks), tabWith(marks)];
  const told: boolean[] = [];
  here.watch(() => told.push(here.isLeft()));
  assert.equal(there.isLeft(), false);
  here.leave('1');
  assert.ok(here.isLeft() && there.isLeft() && told.includes(true));
  const next = tabWith(marks);
  assert.equal(next.isLeft(), false);
  next.leave('2');
  assert.ok(next.isLeft() && there.isLeft());
});

test('that the server has to hear of it is known after the tab is closed, until it has', () => {
  const marks = browser();
  tabWith(marks).leave('1');
  const next = tabWith(marks);
  assert.equal(next.owes(), true);
  next.settle();
  assert.equal(tabWith(marks).owes(), false);
});

afterEach(() => {
  mock.restoreAll();
  thisTab.settle();
});

/** A server that is away as long as `away` says so, and what it was asked for. */
function server(state: { away: boolean }): string[] {
  const asked: string[] = [];
  mock.method(globalThis, 'fetch', async (address: string, init?: RequestInit) => {
    if (state.away) throw new TypeError('Failed to fetch');
    asked.push(`${init?.method ?? 'GET'} ${address}`);
    return init?.method === 'DELETE' ? new Response(null, { status: 204 }) : Response.json({});
  });
  return asked;
}

test('after signing out without the server nothing is asked with that session, and it ends when the server is back', async () => {
  const state = { away: true };
  const asked = server(state);
  thisTab.leave('1');
  await assert.rejects(endSession(), Refused);
  await assert.rejects(ask('/api/me'), Refused);
  assert.ok(thisTab.owes());
  state.away = false;
  await Promise.all([ask('/api/me'), ask('/api/programmes')]);
  assert.deepEqual(asked, ['DELETE /api/session', 'GET /api/me', 'GET /api/programmes']);
  assert.equal(thisTab.owes(), false);
});

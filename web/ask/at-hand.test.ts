import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Me } from './answers.ts';
import { Refused } from './ask.ts';
import { type Kept, nameless, orAtHand } from './at-hand.ts';

function store(): Kept & { readonly all: Map<string, unknown> } {
  const all = new Map<string, unknown>();
  return {
    all,
    get: async (name) => all.get(name),
    put: async (name, answer) => all.set(name, answer),
    clear: async () => all.clear(),
  };
}
const refused = (status: number, code: string) => async (): Promise<Me> => {
  throw new Refused({ code, facts: {}, sentence: null, status });
};
const somebody: Me = {
  person: { id: '01a00000-0000-7000-8000-000000000001', name: 'A name' },
  programmes: [{ programme: 'orlia', role: 'administrator', may: ['report'] }],
};

test('without the server it is known who was signed in and what they may do, but not their name', async () => {
  const kept = store();
  assert.equal((await orAtHand('me', async () => somebody, nameless, kept)).person?.name, 'A name');
  const later = await orAtHand('me', refused(0, 'web-unreachable'), nameless, kept);
  assert.deepEqual(later, { ...somebody, person: { id: somebody.person?.id, name: '' } });
  assert.equal(JSON.stringify([...kept.all]).includes('A name'), false);
});

test('a refusal is an answer and is not covered up by what is kept', async () => {
  const kept = store();
  await orAtHand('me', async () => somebody, nameless, kept);
  for (const status of [401, 403, 404, 500])
    await assert.rejects(orAtHand('me', refused(status, 'not-signed-in'), nameless, kept), Refused);
});

test('once nobody is signed in nothing is at hand any more', async () => {
  const kept = store();
  await orAtHand('me', async () => somebody, nameless, kept);
  await kept.put('programmes', ['orlia']);
  await orAtHand('me', async (): Promise<Me> => ({ person: null, programmes: [] }), nameless, kept);
  assert.equal(kept.all.size, 0);
  await assert.rejects(orAtHand('me', refused(0, 'web-unreachable'), nameless, kept), Refused);
});

/** An application over the real store, with one programme `orlia`, and people who ask it. For the tests of this shelf. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { overlayOf } from '@tilth/domain/geometry/geos';
import type { Act, Claim, Decision, Report, Rule } from '@tilth/domain/report/entry';
import { type Engine, makeDatabase } from '@tilth/store/databases.testing';
import { openStore } from '@tilth/store/open';
import type { Programme, Receipt, Role, Store } from '@tilth/store/store';
import words from '@tilth/words/en.json' with { type: 'json' };
import initGeosJs from 'geos-wasm';
import { BASE, get, write } from './app.testing.ts';
import { buildApp } from './app.ts';
import type { App } from './route.ts';

const overlay = overlayOf(await initGeosJs());

export interface Person {
  readonly id: string;
  readonly cookie: string;
}

export interface Office {
  readonly app: App;
  readonly store: Store;
  /** in `orlia`, or in another programme */
  signedIn(role: Role, programme?: string): Promise<Person>;
  see(url: string, who?: Person): ReturnType<typeof get>;
  /** POSTs for `orlia` */
  tell(url: string, body: object, who?: Person): ReturnType<typeof write>;
  /** as `tell`, and it must succeed */
  send(url: string, body: object, who: Person): Promise<readonly Receipt[]>;
  close(): Promise<void>;
}

const open: Office[] = [];

/** Closes whatever was opened and not closed, as by a test that failed: call it in `after`, before the databases go. */
export async function closeOffices(): Promise<void> {
  for (const one of open.splice(0)) await one.close();
}

export async function office(engine: Engine, opened: Programme['public']): Promise<Office> {
  const database = await makeDatabase(engine);
  const store = await openStore({ ...database.place, overlay });
  const app = buildApp({ store, words, base: BASE, imports: { shapes: overlay, ready: [] } });
  await store.addProgramme({ id: 'orlia', name: 'Orlia', public: opened });
  const tell: Office['tell'] = (url, body, who) =>
    write(app, 'POST', url, { programme: 'orlia', ...body }, who?.cookie);
  const made: Office = {
    app,
    store,
    async signedIn(role, programme = 'orlia') {
      const id = await store.addPerson({ name: `A ${role} ${randomUUID()}`, role, programme });
      const answer = await write(app, 'POST', '/api/session', { token: await store.makeSignInLink(id) });
      return { id, cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' };
    },
    see: (url, who) => get(app, url, who === undefined ? {} : { cookie: who.cookie }),
    tell,
    async send(url, body, who) {
      const answer = await tell(url, body, who);
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json().receipts;
    },
    async close() {
      if (open.includes(made)) open.splice(open.indexOf(made), 1);
      await app.close();
      await store.close();
    },
  };
  open.push(made);
  return made;
}

export function reportBy(by: string, items: Report['items'], claims: readonly Claim[]): Report {
  return {
    type: 'report',
    id: randomUUID(),
    programme: 'orlia',
    form: 'hazard',
    form_version: '1',
    date: '2024-05-01',
    when: { from: '2024-05-01', to: '2024-05-01' },
    by,
    written: '2024-05-01T10:00:00.000Z',
    source: { name: 'Field report' },
    items,
    claims,
  };
}

const act = { programme: 'orlia', written: '2024-05-02T10:00:00.000Z' } as const;

export function decisionBy(by: string, does: Act, reason = 'Seen on the ground.'): Decision {
  return { ...act, type: 'decision', id: randomUUID(), by, reason, after: [], ...does };
}

/** `after`: the receipts of the rules on the same key that its author saw. */
export function ruleBy(
  by: string,
  sets: Rule['sets'],
  key: string,
  value: unknown,
  after: readonly Receipt[] = [],
): Rule {
  const seen = after.map((r) => r.entry);
  return { ...act, type: 'rule', id: randomUUID(), by, reason: 'So agreed.', after: seen, sets, key, value };
}

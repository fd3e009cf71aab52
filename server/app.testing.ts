/** An application over a store in memory, and people who ask it. For the tests of this shelf. */
import { box } from '@tilth/domain/geometry/box.testing';
import type { Kind, Model, Property, Sensitivity } from '@tilth/domain/record/kind';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Role } from '@tilth/store/store';
import words from '@tilth/words/en.json' with { type: 'json' };
import { buildApp } from './app.ts';
import { type MemoryStore, memoryStore } from './memory-store.testing.ts';
import type { App } from './route.ts';

export const BASE = 'http://127.0.0.1:7171';
export const HOST = '127.0.0.1:7171';

export interface Tried {
  readonly app: App;
  readonly store: MemoryStore;
  readonly log: Readonly<Record<string, unknown>>[];
}

export function tried(
  model: Model = builtIn,
  options: { names?: string[]; base?: string; webRoot?: string } = {},
): Tried {
  const store = memoryStore(model);
  const log: Readonly<Record<string, unknown>>[] = [];
  const app = buildApp({ store, words, base: BASE, ...options, log: (line) => void log.push(line) });
  return { app, store, log };
}

/** A GET as a browser on this machine sends it. */
export function get(app: App, url: string, headers: Record<string, string> = {}) {
  return app.inject({ method: 'GET', url, headers: { host: HOST, ...headers } });
}

/** A write as our own page sends it. */
export function write(app: App, method: 'POST' | 'DELETE', url: string, body?: object, cookie?: string) {
  const headers = { host: HOST, origin: BASE, ...(cookie === undefined ? {} : { cookie }) };
  return app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) });
}

/** Adds a person, signs them in through their link, and gives their id and cookie. */
export async function person(
  { app, store }: Tried,
  role: Role,
  programme: string,
  name = `${role} of ${programme}`,
) {
  const id = await store.addPerson({ name, role, programme });
  const answer = await write(app, 'POST', '/api/session', { token: await store.makeSignInLink(id) });
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return { id, cookie };
}

export const levels: readonly Sensitivity[] = ['public', 'partner', 'restricted', 'personal'];

const property = (type: Property['type'], sensitivity: Sensitivity): Property => ({
  label: `A ${type} for ${sensitivity} eyes`,
  description: '',
  type,
  fold: 'latest',
  sensitivity,
});

/** A kind with one text for each level, and a place of the level given. */
export function kindOfLevels(name: string, place: Sensitivity): Kind {
  return {
    name,
    label: name,
    plural: `${name}s`,
    description: 'For tests.',
    sensitivity: 'public',
    standard: [],
    drawing: 'hazard',
    place: 'outline',
    properties: {
      ...Object.fromEntries(levels.map((level) => [`${level}_text`, property('text', level)])),
      size: property('number', 'public'),
      outline: property('geometry', place),
    },
  };
}

export const modelOf = (...kinds: Kind[]): Model => ({
  kinds: new Map(kinds.map((k) => [k.name, k])),
  lists: new Map(),
});

/** The nth id of a row of made-up ones. */
export const idOf = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const square = (west: number, south: number, side: number) =>
  box(west, south, west + side, south + side);

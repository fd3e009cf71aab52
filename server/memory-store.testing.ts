/**
 * A store in memory, for the tests of the HTTP shelf: programmes, people, sessions and ready-made rows, reduced to what an
 * asker may see by the same rules as the real one. It folds nothing: what is appended is only kept.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mayRead, readLevel } from '@tilth/domain/access/level';
import { boundsMeet, boundsOf } from '@tilth/domain/geometry/bounds';
import type { Kind, Model } from '@tilth/domain/record/kind';
import { limitsOf } from '@tilth/domain/record/settings';
import type { Entry, Geometry, Id } from '@tilth/domain/report/entry';
import type { ItemView } from '@tilth/domain/report/view';
import type {
  Asker,
  ListQuery,
  Programme,
  Queued,
  Receipt,
  Role,
  Row,
  Stamp,
  Store,
  Times,
} from '@tilth/store/store';

export interface Thing {
  readonly id: Id;
  readonly programme: string;
  readonly kind: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry | null;
  readonly standing?: Row['standing'];
  readonly disputed?: boolean;
  /** from, to: what `during` compares with */
  readonly span?: readonly [string, string | null];
}

export interface MemoryStore extends Store {
  readonly things: Thing[];
  readonly appended: Entry[];
  readonly captures: Map<string, Uint8Array>;
  readonly views: Map<Id, ItemView>;
  readonly waiting: Queued[];
  /** makes the next call of this method fail with the given error */
  failNext(method: string, error: Error): void;
}

export function memoryStore(model: Model): MemoryStore {
  const programmes = new Map<string, Programme>();
  const people = new Map<Id, { id: Id; name: string; roles: Map<string, Role> }>();
  const links = new Map<string, Id>();
  const sessions = new Map<string, Id>();
  const things: Thing[] = [];
  const appended: Entry[] = [];
  const captures = new Map<string, Uint8Array>();
  const views = new Map<Id, ItemView>();
  const waiting: Queued[] = [];
  const failing = new Map<string, Error>();

  const fails = (method: string) => {
    const error = failing.get(method);
    failing.delete(method);
    if (error !== undefined) throw error;
  };
  const absent = (): never => {
    throw new Error('not in the memory store');
  };
  const askerOf = (person: Id | null): Asker => ({
    person,
    roles: new Map(person === null ? [] : people.get(person)?.roles),
  });
  const levelOf = (asker: Asker, programme: string, kind: string) =>
    readLevel(asker.roles.get(programme), programmes.get(programme)?.public ?? {}, kind);
  const stampOf = (programme: string, times: Times = {}): Stamp => ({
    office: 'test-office',
    programme,
    number: appended.length,
    fold: 1,
    at: times.at ?? '2026-01-01',
    known: times.known ?? null,
    pending: waiting.length,
  });
  const seen = (asker: Asker, thing: Thing): Row | null => {
    const kind = model.kinds.get(thing.kind);
    const level = levelOf(asker, thing.programme, thing.kind);
    if (kind === undefined || !mayRead(level, kind.sensitivity)) return null;
    const open = (name: string) => mayRead(level, kind.properties[name]?.sensitivity ?? 'personal');
    const { id, programme, geometry, standing = 'live', disputed = false } = thing;
    return {
      id,
      programme,
      kind: thing.kind,
      standing,
      disputed,
      geometry: kind.place !== undefined && open(kind.place) ? geometry : null,
      reported: false,
      values: Object.fromEntries(
        Object.entries(thing.values).filter(
          ([name]) => open(name) && kind.properties[name]?.sensitivity !== 'personal',
        ),
      ),
    };
  };
  const matching = (asker: Asker, q: Omit<ListQuery, 'limit' | 'after' | 'offset'>): Row[] =>
    things
      .filter((t) => t.programme === q.programme && t.kind === q.kind)
      .filter((t) => meets(t, q.during))
      .flatMap((t) => seen(asker, t) ?? [])
      .filter(
        (r) => q.bbox === undefined || (r.geometry !== null && boundsMeet(boundsOf(r.geometry), q.bbox)),
      )
      .filter((r) =>
        Object.entries(q.where ?? {}).every(([name, value]) => {
          const own: Readonly<Record<string, unknown>> = {
            id: r.id,
            standing: r.standing,
            disputed: r.disputed,
          };
          return String(Object.hasOwn(own, name) ? own[name] : r.values[name]) === value;
        }),
      )
      .filter((r) => q.text === undefined || JSON.stringify(r.values).includes(q.text))
      .sort((a, b) => {
        const by = (r: Row) => String(q.sort === undefined ? '' : r.values[q.sort.property]);
        const turn = q.sort?.descending ? -1 : 1;
        if (by(a) !== by(b)) return by(a) < by(b) ? -turn : turn;
        return a.id < b.id ? -1 : 1;
      });

  return {
    engine: 'pglite',
    office: 'test-office',
    things,
    appended,
    captures,
    views,
    waiting,
    failNext: (method, error) => void failing.set(method, error),

    async addProgramme(p) {
      const { id, name, zone = 'UTC', invented = false } = p;
      programmes.set(id, { id, name, zone, public: p.public ?? {}, invented, extent: [-10, -10, 10, 10] });
    },
    async programmes(asker) {
      fails('programmes');
      return [...programmes.values()].filter(
        (p) => asker.roles.has(p.id) || Object.keys(p.public).length > 0,
      );
    },
    everyProgramme: async () => [...programmes.values()],
    model: async () => model,
    limits: async () => limitsOf([]),
    nextNumber: absent,
    async rules() {
      return appended.flatMap((rule, n) => {
        if (rule.type !== 'rule') return [];
        const digest = createHash('sha256').update(JSON.stringify(rule)).digest('hex');
        return [{ ref: { id: rule.id, digest }, number: n + 1, instant: '2026-01-01T00:00:00.000Z', rule }];
      });
    },
    savedMappings: async () => [],
    basemaps: async () => [],
    secret: absent,

    async addPerson({ name, role, programme }) {
      const known = [...people.values()].find((p) => p.name === name);
      const person = known ?? { id: randomUUID(), name, roles: new Map<string, Role>() };
      person.roles.set(programme, role);
      people.set(person.id, person);
      return person.id;
    },
    async people(programme) {
      return [...people.values()].flatMap(({ id, name, roles }) => {
        const role = roles.get(programme);
        return role === undefined ? [] : [{ id, name, role }];
      });
    },
    findPerson: async (name) => [...people.values()].find((p) => p.name === name)?.id ?? null,
    async asker(person) {
      fails('asker');
      return askerOf(person);
    },
    async makeSignInLink(person) {
      const token = randomBytes(24).toString('base64url');
      links.set(token, person);
      return token;
    },
    async signIn(token) {
      const person = links.get(token);
      links.delete(token);
      if (person === undefined) return null;
      const session = randomBytes(24).toString('base64url');
      sessions.set(session, person);
      return session;
    },
    async session(token) {
      const person = sessions.get(token);
      return person === undefined ? null : askerOf(person);
    },
    async signOut(token) {
      sessions.delete(token);
    },

    async append(_asker, _programme, { reports = [], decisions = [], rules = [] }) {
      fails('append');
      const entries: Entry[] = [...reports.map((r) => r.report), ...decisions, ...rules];
      return entries.map((entry): Receipt => {
        appended.push(entry);
        const digest = createHash('sha256').update(JSON.stringify(entry)).digest('hex');
        return {
          number: appended.length,
          instant: '2026-01-01T00:00:00.000Z',
          entry: { id: entry.id, digest },
          previous: digest,
          digest,
        };
      });
    },
    intake: absent,
    putCapture: absent,
    async *readCapture(_asker, _programme, digest) {
      fails('readCapture');
      const bytes = captures.get(digest);
      if (bytes !== undefined) yield bytes;
    },
    aboutCapture: absent,
    eraseCapture: absent,
    articles: { add: absent, list: absent, find: absent, page: absent, mark: absent },
    report: absent,
    erasePersonal: absent,

    stamp: async (_asker, programme, times) => stampOf(programme, times),
    async list(asker, q) {
      fails('list');
      const rows = matching(asker, q);
      const from = q.after === undefined ? (q.offset ?? 0) : rows.findIndex((r) => r.id === q.after) + 1;
      return { stamp: stampOf(q.programme, q), matched: rows.length, rows: rows.slice(from, from + q.limit) };
    },
    savedViews: absent,
    saveView: absent,
    dropView: absent,
    listExtent: absent,
    async *stream(asker, q) {
      fails('stream');
      yield* matching(asker, q);
    },
    async tileRows(asker, q) {
      return matching(asker, q).flatMap((r) => {
        if (r.geometry === null) return [];
        const { id, standing, disputed, geometry, values } = r;
        const coded: Record<string, string | null> = {};
        for (const name of ['hazard_class', 'hazard_status', 'work_status', 'method'])
          if (name in values) coded[name] = String(values[name]);
        return [{ id, standing, disputed, geometry, reported: standing === 'reported', values: coded }];
      });
    },
    async item(_asker, programme, id, times) {
      const view = views.get(id);
      if (view === undefined) return null;
      const entries = appended
        .filter((e) => e.type === 'report' && e.items.some((i) => i.id === id))
        .map((entry, n) => ({
          ref: { id: entry.id, digest: '0'.repeat(64) },
          number: n + 1,
          instant: '2026-01-01T00:00:00.000Z',
          entry,
        }));
      return { stamp: stampOf(programme, times), view, entries };
    },
    async locate(asker, ids) {
      const there = things.filter((t) => ids.includes(t.id) && seen(asker, t) !== null);
      return new Map(there.map((t) => [t.id, [t.programme]]));
    },
    changes: async (_asker, programme, id, times) =>
      views.has(id) ? { stamp: stampOf(programme, times), changes: [], untold: 0 } : null,
    linked: async (_asker, programme, id, times) =>
      views.has(id) ? { stamp: stampOf(programme, times), groups: [], unfound: [] } : null,
    async disputes(asker, programme, times) {
      const kinds = [...model.kinds.keys()].flatMap((kind) => {
        const rows = matching(asker, { programme, kind, where: { disputed: 'true' } });
        const told = rows.map((r) => ({
          ...r,
          weight: 'word' as const,
          amount: 2,
          properties: [],
          since: null,
        }));
        return rows.length === 0 ? [] : [{ kind, matched: rows.length, rows: told }];
      });
      return { stamp: stampOf(programme, times), kinds };
    },
    published: async () => ({ number: appended.length, instant: null, later: 0 }),
    promises: async (_asker, programme, times) => ({
      stamp: stampOf(programme, times),
      promises: [],
      not_all: [],
    }),
    sayings: async (_asker, programme, _kinds, times) => ({
      stamp: stampOf(programme, times),
      items: [],
      left_off: [],
    }),
    alignments: async (_asker, programme, times) => ({
      stamp: stampOf(programme, times),
      matched: 0,
      alignments: [],
      names: {},
    }),
    treatyRecord: async (_asker, programme, times) => ({
      stamp: stampOf(programme, times),
      pending: 0,
      treaties: [],
      acts: [],
      decisions: [],
    }),
    near: async (_asker, { programme, ...times }) => ({
      stamp: stampOf(programme, times),
      kinds: [],
      asked_m2: 0,
      surveyed_m2: 0,
      to_locate: 0,
    }),
    inside: async (_asker, { programme, ...times }) => ({
      stamp: stampOf(programme, times),
      ground_m2: 0,
      kinds: [],
      land: null,
      released: [],
      surveyed_m2: 0,
      to_locate: 0,
    }),
    async toLocate(asker, programme, times = {}) {
      const hazards = [...model.kinds.values()].filter((k: Kind) => k.drawing === 'hazard');
      const rows = hazards
        .flatMap((k) => matching(asker, { programme, kind: k.name }))
        .filter((r) => r.geometry === null);
      return { stamp: stampOf(programme, times), rows };
    },
    overlaps: async (_asker, programme, times = {}) => ({ stamp: stampOf(programme, times), pairs: [] }),
    async hazardTotals(_asker, programme, times) {
      const stamp = stampOf(programme, times);
      return {
        sum: 3,
        once: 2,
        sha: 1,
        cha: 1,
        range: {
          sum: { least: 3, most: 3 },
          once: { least: 2, most: 2 },
          sha: { least: 0, most: 1 },
          cha: { least: 1, most: 2 },
        },
        items: 2,
        unmeasured: 0,
        toLocate: 1,
        papersNotHeld: { items: 0, m2: 0 },
        stamp,
      };
    },
    figureLines: absent,
    reportSettings: absent,
    figureChanges: absent,
    today: async (_asker, programme, times) => ({
      stamp: stampOf(programme, times),
      sections: {},
      deadlines: null,
      review: null,
      returned: null,
    }),
    queue: async (_asker, _programme, { limit }) => waiting.slice(0, limit),
    queueCounts: async (_asker, programme) => ({
      office: 'test-office',
      number: stampOf(programme).number,
      waiting: waiting.length,
      matched: waiting.length,
      counts: {},
      sources: {},
    }),
    approveMany: absent,
    withdraw: absent,
    wouldBe: absent,
    preview: absent,

    verify: absent,
    rebuild: absent,
    backup: absent,
    restore: absent,
    close: async () => undefined,
  };
}

function meets({ span }: Thing, during: ListQuery['during']): boolean {
  if (during === undefined) return true;
  if (span === undefined) return false;
  const [from, to] = during;
  return (to === null || span[0] <= to) && (from === null || span[1] === null || span[1] >= from);
}

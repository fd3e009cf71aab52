/**
 * Opens the store: holds the data directory or connects to PostgreSQL, migrates, makes the current view where it is
 * missing or of another version, and puts the parts together. Each part is a file of functions; this only says which
 * transaction they run in.
 */
import path from 'node:path';
import { mayDo } from '@tilth/domain/access/may';
import type { Overlay } from '@tilth/domain/geometry/overlay';
import { problem, Refusal } from '@tilth/domain/problem';
import { definitionsOf } from '@tilth/domain/products/definition';
import { basemapsOf } from '@tilth/domain/record/basemap';
import { reviewOf } from '@tilth/domain/record/review';
import { limitsOf, mappingsOf, numberPattern } from '@tilth/domain/record/settings';
import type { Rule } from '@tilth/domain/report/entry';
import { append } from './append.ts';
import { articlesOf } from './articles/articles.ts';
import { ensureSketches } from './articles/near.ts';
import { backup } from './backup.ts';
import { aboutCapture, eraseCapture, putCapture, readCapture, sweepUploads } from './captures.ts';
import { alignments } from './current/alignments.ts';
import { changes } from './current/changes.ts';
import { disputes } from './current/disputes.ts';
import { figureChanges } from './current/figure-changes.ts';
import { figureLines } from './current/figure-lines.ts';
import { foldTouched } from './current/fold-touched.ts';
import { inside } from './current/inside.ts';
import { item, locate } from './current/item.ts';
import { makeKeeper, readerOf, reading } from './current/keeper.ts';
import { linked } from './current/linked.ts';
import { list } from './current/list.ts';
import { listExtent } from './current/list-extent.ts';
import { near } from './current/near.ts';
import { nextNumber } from './current/next-number.ts';
import { overlaps } from './current/overlaps.ts';
import { promises } from './current/promises.ts';
import { published } from './current/published.ts';
import { queue, queueCounts } from './current/queue.ts';
import { report } from './current/report.ts';
import { sayings } from './current/sayings.ts';
import { modelAt, sceneOf } from './current/scene.ts';
import { stream } from './current/stream.ts';
import { tileRows } from './current/tile-rows.ts';
import { toLocate } from './current/to-locate.ts';
import { today } from './current/today.ts';
import { hazardTotals } from './current/totals.ts';
import { treatyRecord } from './current/treaty-record.ts';
import type { Db, Tx } from './db.ts';
import { extentOf } from './extent.ts';
import { holdDirectory } from './holder.ts';
import { intake } from './intake.ts';
import { migrate } from './migrate.ts';
import { officeOf } from './office.ts';
import { addPerson, askerOf, findPerson, peopleOf } from './people.ts';
import { erasePersonal } from './personal.ts';
import { openPglite, type Trial } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { refuse } from './problem-of-sqlstate.ts';
import { addProgramme, type KeptProgramme, programmesOf, secretOf, withOpened } from './programmes.ts';
import { rulesOf } from './read-log.ts';
import { ensureCurrent, rebuild } from './rebuild.ts';
import { restore } from './restore.ts';
import { approveMany, withdraw } from './review/decide-many.ts';
import { preview } from './review/preview.ts';
import { wouldBe } from './review/would-be.ts';
import { dropView, savedViews, saveView } from './saved-views.ts';
import { makeSignInLink, sessionPerson, signIn, signOut } from './sign-in.ts';
import type { Asker, Programme, Store } from './store.ts';
import { verify } from './verify.ts';

export interface Opening {
  /** directory of the embedded database, or */
  readonly data?: string;
  /** PostgreSQL's address, `postgres://…` */
  readonly url?: string;
  readonly overlay: Overlay;
  /** the clock; tests bring their own */
  readonly now?: () => Date;
  /** what the office is called where it is new */
  readonly officeName?: string;
  /** told how many entries are folded where the view has to be made anew, which takes a while */
  readonly progress?: (entries: number) => void;
  /** for tests of power cuts on the embedded database */
  readonly trial?: Trial;
}

/** Refusals: `data-held`, `database-…`, `disk-full`, `migration-changed`, `migration-newer`. */
export async function openStore(opening: Opening): Promise<Store> {
  const { db, leave } = await openDb(opening);
  try {
    return await assemble(db, opening, leave);
  } catch (error) {
    await db.close().finally(leave);
    throw error;
  }
}

async function openDb({ data, url, trial }: Opening): Promise<{ db: Db; leave: () => Promise<void> }> {
  if (url !== undefined) return { db: openPostgres(url), leave: async () => undefined };
  if (data === undefined) throw new Error('neither a data directory nor a database address was given');
  const hold = await holdDirectory(data).catch(refuse);
  return { db: openPglite(path.join(path.resolve(data), 'database'), trial), leave: () => hold.release() };
}

async function assemble(db: Db, opening: Opening, leave: () => Promise<void>): Promise<Store> {
  const { overlay } = opening;
  const clock = opening.now ?? (() => new Date());
  const now = () => clock().toISOString();

  /** as the server, for these programmes, nobody in person */
  const server = <T>(work: (tx: Tx) => Promise<T>, programmes: readonly string[] = []) =>
    db.transaction({ role: 'server', programmes, person: null }, work);
  const every = () => server(programmesOf);
  const opened = async () => {
    const all = await every();
    return server(
      (tx) => withOpened(tx, all),
      all.map((p) => p.id),
    );
  };
  const everyId = async () => (await every()).map((p) => p.id);

  await migrate(db);
  const keep = async () => {
    const office = await server((tx) => officeOf(tx, opening.officeName ?? 'office'));
    return makeKeeper(db, overlay, office.id, now);
  };
  await sweepUploads(db, await everyId());
  await ensureSketches(db, await everyId());
  await ensureCurrent(db, overlay, opening.progress);
  let keeper = await keep();

  const settings = new Map<string, KeptProgramme>();
  const settingsOf = async (programme: string): Promise<KeptProgramme> => {
    if (!settings.has(programme)) for (const p of await every()) settings.set(p.id, p);
    const found = settings.get(programme);
    if (!found) {
      throw new Refusal(problem('programme-unknown', { programme, programmes: [] }));
    }
    return found;
  };
  const withExtent = async (asker: Asker, kept: KeptProgramme): Promise<Programme> => ({
    ...kept,
    extent: await extentOf(keeper, asker, kept.id),
  });
  const only = async (programme?: string) =>
    programme === undefined ? everyId() : [(await settingsOf(programme)).id];

  /** whoever has signed in: what is theirs row-level security says */
  const somebody = (asker: Asker, programme: string) => {
    if (asker.person === null) throw new Refusal(problem('not-signed-in'));
    return { ...readerOf(asker, programme), person: asker.person };
  };

  /** who may, in a transaction of their own for the programme */
  const acting = (asker: Asker, programme: string, doing: 'report' | 'rule') => {
    const refused = mayDo(doing, asker.person, asker.roles.get(programme), programme);
    if (refused || asker.person === null) throw new Refusal(refused ?? problem('not-signed-in'));
    return { ...readerOf(asker, programme), person: asker.person };
  };

  return {
    engine: db.engine,
    get office() {
      return keeper.office;
    },

    async addProgramme(p) {
      await server((tx) => addProgramme(tx, p), [p.id]);
    },
    async programmes(asker) {
      const open = (await opened()).filter((p) => asker.roles.has(p.id) || Object.keys(p.public).length > 0);
      return Promise.all(open.map((p) => withExtent(asker, p)));
    },
    async everyProgramme() {
      const all = await opened();
      return Promise.all(
        all.map((p) => withExtent({ person: null, roles: new Map([[p.id, 'administrator']]) }, p)),
      );
    },
    async model(programme) {
      await settingsOf(programme);
      return (await server((tx) => modelAt(tx, programme, Number.MAX_SAFE_INTEGER), [programme])).model;
    },
    async limits(programme) {
      await settingsOf(programme);
      const { rules } = await server((tx) => modelAt(tx, programme, Number.MAX_SAFE_INTEGER), [programme]);
      return limitsOf(rules.map((r) => r.entry).filter((e): e is Rule => e.type === 'rule'));
    },
    async savedMappings(asker, programme) {
      acting(asker, programme, 'report');
      const rules = await server((tx) => modelAt(tx, programme, Number.MAX_SAFE_INTEGER), [programme]);
      return mappingsOf(rules.plain);
    },
    async basemaps(programme) {
      const rules = await server((tx) => modelAt(tx, programme, Number.MAX_SAFE_INTEGER), [programme]);
      return basemapsOf(rules.plain);
    },
    nextNumber: (asker, programme, kind) => nextNumber(keeper, asker, programme, kind),
    async rules(asker, programme) {
      const actor = acting(asker, programme, 'rule');
      const all = await db.transaction(actor, (tx) => rulesOf(tx, programme, Number.MAX_SAFE_INTEGER));
      return all.flatMap(({ entry: rule, ref, number, instant }) =>
        rule.type === 'rule' ? [{ ref, number, instant, rule }] : [],
      );
    },
    secret: (programme) => server((tx) => secretOf(tx, programme), [programme]),

    addPerson: (p) => server((tx) => addPerson(tx, p), [p.programme]),
    people: (programme) => server((tx) => peopleOf(tx, programme)),
    findPerson: (name) => server((tx) => findPerson(tx, name)),
    asker: (person) => server((tx) => askerOf(tx, person)),
    makeSignInLink: (person) => server((tx) => makeSignInLink(tx, person, now())),
    signIn: (link) => server((tx) => signIn(tx, link, now())),
    session: (token) =>
      server(async (tx) => {
        const person = await sessionPerson(tx, token, now());
        return person === null ? null : askerOf(tx, person);
      }),
    signOut: (token) => server((tx) => signOut(tx, token)),

    append: (asker, programme, given, options) =>
      append(
        {
          db,
          now,
          settings: settingsOf,
          afterAppend: (tx, of, fresh, before, about) =>
            foldTouched(tx, of, fresh, overlay, 'current', before, about),
        },
        asker,
        programme,
        given,
        options?.received,
      ),
    intake: (asker, rows, options) => intake(keeper, asker, rows, options),

    async putCapture(asker, programme, bytes, about) {
      return putCapture(db, acting(asker, programme, 'report'), programme, bytes, about, now());
    },
    readCapture: (asker, programme, digest) => readCapture(db, readerOf(asker, programme), programme, digest),
    aboutCapture: (asker, programme, digest) =>
      aboutCapture(db, readerOf(asker, programme), programme, digest),
    async eraseCapture(asker, programme, digest, reason) {
      const actor = acting(asker, programme, 'rule');
      return db.transaction(actor, (tx) =>
        eraseCapture(tx, programme, digest, { person: actor.person, reason, now: now() }),
      );
    },
    articles: articlesOf({
      db,
      now,
      reader: readerOf,
      reporter: (asker, programme) => acting(asker, programme, 'report'),
    }),
    async erasePersonal(asker, programme, report, reason) {
      const actor = acting(asker, programme, 'rule');
      return db.transaction(actor, (tx) =>
        erasePersonal(tx, programme, report, { person: actor.person, reason, now: now() }),
      );
    },

    async stamp(asker, programme, times = {}) {
      const scene = await reading(keeper, asker, programme, (tx) =>
        sceneOf(keeper, tx, asker, programme, times),
      );
      return scene.stamp;
    },
    list: (asker, query) => list(keeper, asker, query),
    async savedViews(asker, programme) {
      const actor = somebody(asker, programme);
      return db.transaction(actor, (tx) => savedViews(tx, programme, actor.person));
    },
    async saveView(asker, programme, view) {
      const actor = somebody(asker, programme);
      return db.transaction(actor, (tx) => saveView(tx, programme, actor.person, view));
    },
    async dropView(asker, programme, id) {
      return db.transaction(somebody(asker, programme), (tx) => dropView(tx, programme, id));
    },
    listExtent: (asker, query) => listExtent(keeper, asker, query),
    stream: (asker, query) => stream(keeper, asker, query),
    tileRows: (asker, query) => tileRows(keeper, asker, query),
    report: (asker, programme, id) => report(keeper, asker, programme, id),
    item: (asker, programme, id, times) => item(keeper, asker, programme, id, times),
    changes: (asker, programme, id, times) => changes(keeper, asker, programme, id, times),
    linked: (asker, programme, id, times) => linked(keeper, asker, programme, id, times),
    disputes: (asker, programme, times) => disputes(keeper, asker, programme, times),
    sayings: (asker, programme, kinds, times) => sayings(keeper, asker, programme, kinds, times),
    promises: (asker, programme, times) => promises(keeper, asker, programme, times),
    published: (asker, programme, day) => published(keeper, asker, programme, day),
    treatyRecord: (asker, programme, times) => treatyRecord(keeper, asker, programme, times),
    alignments: (asker, programme, times) => alignments(keeper, asker, programme, times),
    async locate(asker, ids) {
      const open = (await opened()).filter((p) => asker.roles.has(p.id) || Object.keys(p.public).length > 0);
      return locate(
        keeper,
        asker,
        open.map((p) => p.id),
        ids,
      );
    },
    near: (asker, query) => near(keeper, asker, query),
    inside: (asker, query) => inside(keeper, asker, query),
    toLocate: (asker, programme, times) => toLocate(keeper, asker, programme, times),
    overlaps: (asker, programme, times) => overlaps(keeper, asker, programme, times),
    hazardTotals: (asker, programme, times) => hazardTotals(keeper, asker, programme, times),
    figureLines: (asker, programme, query) => figureLines(keeper, asker, programme, query),
    async reportSettings(asker, programme) {
      if (!asker.roles.has(programme)) throw new Refusal(problem('may-not', { doing: 'read', programme }));
      const { rules, plain } = await server(
        (tx) => modelAt(tx, programme, Number.MAX_SAFE_INTEGER),
        [programme],
      );
      return {
        definitions: definitionsOf(plain),
        pattern: numberPattern(plain, 'issued-product'),
        review: reviewOf(['issued-product'], rules),
      };
    },
    figureChanges: (asker, programme, query) => figureChanges(keeper, asker, programme, query),
    today: (asker, programme, query) => today(keeper, asker, programme, query),
    queue: (asker, programme, query) => queue(keeper, asker, programme, query),
    queueCounts: (asker, programme, filter) => queueCounts(keeper, asker, programme, filter),
    approveMany: (asker, programme, query) => approveMany(keeper, asker, programme, query),
    withdraw: (asker, programme, decisions, reason) => withdraw(keeper, asker, programme, decisions, reason),
    wouldBe: (asker, programme, report) => wouldBe(keeper, asker, programme, report),
    preview: (asker, programme, wish) => preview(keeper, asker, programme, wish),

    async verify(programme, progress) {
      return verify(db, overlay, await only(programme), progress);
    },
    rebuild: (progress) => rebuild(db, overlay, progress),
    backup: (write) => backup(db, write),
    async restore(read) {
      await restore(db, read);
      // another office now, with other programmes
      settings.clear();
      keeper = await keep();
      await ensureSketches(db, await everyId());
      await rebuild(db, overlay);
    },
    async close() {
      // whatever becomes of the database, the directory is free for the next
      await db.close().finally(leave);
    },
  };
}

/**
 * One transaction of an import: some thousand rows with their reports, approvals, personal values, row keys and the rows of
 * the current view they make. A kill at any instant leaves whole batches, and so whole rows.
 */
import type { Overlay } from '@tilth/domain/geometry/overlay';
import { type Problem, problem } from '@tilth/domain/problem';
import { checkApprovable, unplaced } from '@tilth/domain/record/approvable';
import type { Model } from '@tilth/domain/record/kind';
import { looksOf } from '@tilth/domain/record/look';
import type { DraftReport } from '@tilth/domain/report/draft';
import type { Day, Digest, Entry, Id, Instant } from '@tilth/domain/report/entry';
import { continueAs } from '../act-as.ts';
import { foldTouched, readAbout } from '../current/fold-touched.ts';
import { placedOf } from '../current/placed.ts';
import { type AtNumber, modelAt } from '../current/scene.ts';
import type { Tx } from '../db.ts';
import {
  type Held,
  holdLog,
  idsToHold,
  insertReceived,
  numberEntries,
  type Prepared,
  prepare,
} from '../log.ts';
import { keepColumns, keepPersonal } from '../personal.ts';
import type { IntakeOptions } from '../store.ts';
import { type Approvable, approvals, guardedOf } from './bulk-approval.ts';
import { derive, type Readied, readied, withIds } from './draft-for-store.ts';
import { type KnownRow, keepRows, type OwnItem, rowsOfIdentities } from './row-keys.ts';

/** What an import runs under. */
export interface Import {
  readonly options: IntakeOptions;
  readonly person: Id;
  readonly model: Model;
  readonly secret: Uint8Array;
  readonly overlay: Overlay;
  /** when the import began: what its entries say they were written at */
  readonly now: Instant;
  /** when a batch is received */
  readonly clock: () => Instant;
  readonly today: Day;
  /** drafts that were checked and put into canonical text before their turn */
  readonly readied: Readied;
}

export interface Place {
  readonly row: number;
  readonly sheet?: string;
}

/** A row on its way into the store. */
export interface Work extends Place {
  readonly drafts: readonly DraftReport[];
  readonly repairs: readonly Problem[];
  readonly notices: readonly Problem[];
  readonly identity: string;
  readonly content: string;
  /** among rows of one identity in this file, or as the row is known by */
  readonly place: number;
  readonly items: readonly OwnItem[];
  /** what a snapshot found; null: the row keys tell */
  readonly found: 'new' | 'updated' | 'unchanged' | 'again' | 'gone' | null;
  /** an earlier row of this file has its identity */
  readonly repeated: boolean;
}

export interface Done {
  readonly work: Work;
  readonly outcome: 'unchanged' | 'repaired' | 'updated' | 'accepted' | 'refused';
  readonly problem: Problem | null;
  /** why a person has to look at one of its reports that nobody has decided on */
  readonly waits: Problem | null;
}

interface OnRecord {
  readonly digest: Digest;
  readonly number: number;
}

export interface BatchResult {
  readonly done: readonly Done[];
  /** reports left pending although approval was asked */
  readonly waiting: number;
}

/** Takes a batch of rows in. Runs as the server's role for the programme and the person. */
export async function takeIn(tx: Tx, run: Import, batch: readonly Work[]): Promise<BatchResult> {
  const { programme, source, approve, dryRun } = run.options;
  const [held, known, before] = await Promise.all([
    // whoever imports at the same time waits here, so that what is on record cannot change before we append
    holdLog(tx, programme, idsToHold(batch.flatMap((w) => w.drafts.map((d) => d.report)))),
    knownRows(tx, run, batch),
    modelAt(tx, programme, Number.MAX_SAFE_INTEGER),
  ]);
  const isSpoken = (id: Id) => held.spoken.get(id)?.length !== 0;
  const onRecord = await reportsOnRecord(
    tx,
    programme,
    batch.flatMap((w) => w.drafts.map((d) => d.report.id)).filter(isSpoken),
  );

  const done: Done[] = [];
  const fresh: Fresh[number][] = [];
  const keys: KnownRow[] = [];
  for (const given of batch) {
    const { state, work } = settle(given, onRecord, known, run);
    if (state === 'unchanged') {
      done.push({ work, outcome: 'unchanged', problem: null, waits: null });
      if (work.found !== null && work.found !== 'gone') keys.push(keyOf(work, run));
      continue;
    }
    const ready = readied(
      work.drafts.filter((d) => !onRecord.has(d.report.id)),
      run,
    );
    if (!isList(ready)) {
      done.push({ work, outcome: 'refused', problem: ready, waits: null });
      continue;
    }
    for (const one of ready) fresh.push({ ...one, work });
    const named = work.identity !== '' || run.options.snapshot !== undefined;
    if (named && work.found !== 'gone') keys.push(keyOf(work, run));
    done.push(outcomeOf(work, state));
  }

  const why = await whyWaiting(tx, run, done, fresh, isSpoken);
  const asked = approve ? await approvable(tx, run, done, fresh, onRecord, why) : { reports: [], waiting: 0 };
  if (!dryRun) {
    const decisions = approvals(
      asked.reports,
      { ...run, programme, reason: `approved on import of ${source}` },
      before.rules,
    );
    // just made here: nothing speaks of them
    for (const { id } of decisions) held.spoken.set(id, []);
    await store(tx, run, fresh, decisions, keys, held, before);
  }
  const waits = new Map<Work, Problem>();
  for (const { draft, work } of fresh) {
    const because = waits.has(work) ? null : why(draft, work);
    if (because) waits.set(work, because);
  }
  return { done: done.map((d) => ({ ...d, waits: waits.get(d.work) ?? null })), waiting: asked.waiting };
}

function isList<T>(x: readonly T[] | Problem): x is readonly T[] {
  return Array.isArray(x);
}

async function reportsOnRecord(
  tx: Tx,
  programme: string,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, OnRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<OnRecord & { readonly id: Id }>(
    // one by one through the index, as in mentionsIn
    `SELECT e.* FROM unnest($2::uuid[]) AS g (id)
     CROSS JOIN LATERAL (SELECT id, digest, number FROM log.entry WHERE programme = $1 AND id = g.id OFFSET 0) e
     ORDER BY e.number DESC`,
    [programme, ids],
  );
  return new Map(rows.map((r) => [r.id, r]));
}

/** Rows known by identity, for files that are no snapshots: by `identity place`, and by identity alone. */
async function knownRows(
  tx: Tx,
  run: Import,
  batch: readonly Work[],
): Promise<{ readonly byPlace: ReadonlyMap<string, KnownRow>; readonly identities: ReadonlySet<string> }> {
  const { programme, source, snapshot } = run.options;
  const named = snapshot === undefined ? batch.filter((w) => w.identity !== '') : [];
  const rows = await rowsOfIdentities(tx, programme, source, [...new Set(named.map((w) => w.identity))]);
  return {
    byPlace: new Map(rows.map((r) => [`${r.identity} ${r.place}`, r])),
    identities: new Set(rows.map((r) => r.identity)),
  };
}

/** Whether the row says something new, and under which report ids. */
function settle(
  work: Work,
  onRecord: ReadonlyMap<Id, OnRecord>,
  known: Awaited<ReturnType<typeof knownRows>>,
  run: Import,
): { readonly state: 'new' | 'updated' | 'unchanged'; readonly work: Work } {
  if (work.found !== null) {
    const stored = work.drafts.every((d) => onRecord.has(d.report.id));
    if (work.found === 'unchanged' || stored) return { state: 'unchanged', work };
    return { state: work.found === 'new' ? 'new' : 'updated', work };
  }
  const before = known.byPlace.get(`${work.identity} ${work.place}`);
  if (before?.content === work.content) return { state: 'unchanged', work };
  const stored = work.drafts.every((d) => onRecord.has(d.report.id));
  if (stored && !before) return { state: 'unchanged', work };
  // it says again what it said before it said something else: the same words, but a new report
  if (stored && before) {
    const again = (id: Id) => derive(run.secret, 'again', id, before.report);
    return { state: 'updated', work: { ...work, drafts: withIds(work.drafts, new Map(), again) } };
  }
  return { state: work.repeated || known.identities.has(work.identity) ? 'updated' : 'new', work };
}

function outcomeOf(work: Work, state: 'new' | 'updated'): Done {
  const [repair] = work.repairs;
  if (repair) return { work, outcome: 'repaired', problem: repair, waits: null };
  const waits = work.drafts.find((d) => d.report.waits !== undefined)?.report.waits;
  const notice = work.notices.find((n) => n.code === waits) ?? work.notices[0] ?? null;
  return { work, outcome: state === 'updated' ? 'updated' : 'accepted', problem: notice, waits: null };
}

function keyOf(work: Work, run: Import): KnownRow {
  return {
    identity: work.identity,
    place: work.place,
    content: work.content,
    report: work.drafts[0]?.report.id ?? run.person,
    items: work.items,
    day: run.options.snapshot ?? null,
  };
}

type Fresh = readonly { readonly draft: DraftReport; readonly prepared: Prepared; readonly work: Work }[];

/** Why a person has to look at a report, as the queue would say: what could not be approved without words of their own. */
async function whyWaiting(
  tx: Tx,
  run: Import,
  done: readonly Done[],
  fresh: Fresh,
  isSpoken: (id: Id) => boolean,
): Promise<(draft: DraftReport, work: Work) => Problem | null> {
  const { programme } = run.options;
  // an item that nothing speaks of is not on record
  const touched = fresh.flatMap(({ draft }) => draft.report.items).filter((i) => isSpoken(i.id));
  const guarded = await guardedOf(tx, programme, run.model, touched);
  const lost = done.flatMap(({ work }) =>
    work.drafts.flatMap(({ report }) => {
      const without = new Set(unplaced(report, run.model));
      return report.items.filter((i) => without.has(i.id));
    }),
  );
  const placed = await placedOf(tx, programme, run.model, lost);
  return ({ report }, work) => {
    const lacks = checkApprovable(report, run.model, { placed, reason: '' });
    if (lacks) return lacks.code === 'report-unplaced' ? problem('row-unplaced') : lacks;
    const [look] = looksOf(report, run.model, guarded);
    if (look === undefined) return null;
    if (look === 'land-off') return problem('row-takes-land-off');
    if (look === 'lowers') return problem('row-lowers');
    const marked = [...work.repairs, ...work.notices].find((n) => n.code === report.waits);
    return marked ?? problem('row-marked');
  };
}

/** Which reports may be approved with the file; of rows that were there already, those nobody has decided on. */
async function approvable(
  tx: Tx,
  run: Import,
  done: readonly Done[],
  fresh: Fresh,
  onRecord: ReadonlyMap<Id, OnRecord>,
  why: (draft: DraftReport, work: Work) => Problem | null,
): Promise<{ readonly reports: readonly Approvable[]; readonly waiting: number }> {
  const { programme } = run.options;
  const reports: Approvable[] = [];
  let waiting = 0;
  const consider = (draft: DraftReport, work: Work, ref: Approvable['ref'], number: number | null) => {
    if (why(draft, work)) waiting++;
    else reports.push({ ref, kinds: draft.report.items.map((i) => i.kind), number });
  };
  for (const { draft, prepared, work } of fresh) consider(draft, work, prepared.ref, null);
  const old = done
    .filter((d) => d.outcome === 'unchanged')
    .flatMap(({ work }) =>
      work.drafts.filter((x) => onRecord.has(x.report.id)).map((draft) => ({ draft, work })),
    );
  const undecided = await notDecided(
    tx,
    programme,
    old.map((d) => d.draft.report.id),
  );
  for (const { draft, work } of old) {
    const stored = onRecord.get(draft.report.id);
    if (!stored || !undecided.has(draft.report.id)) continue;
    consider(draft, work, { id: draft.report.id, digest: stored.digest }, stored.number);
  }
  return { reports, waiting };
}

/** Of these reports those that nothing else in the log speaks of. */
async function notDecided(tx: Tx, programme: string, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ target: Id }>(
    `SELECT target FROM log.mention WHERE programme = $1 AND target = ANY ($2::uuid[])
     GROUP BY target HAVING count(*) = 1`,
    [programme, ids],
  );
  return new Set(rows.map((r) => r.target));
}

async function store(
  tx: Tx,
  run: Import,
  fresh: readonly { readonly draft: DraftReport; readonly prepared: Prepared }[],
  decisions: readonly Entry[],
  keys: readonly KnownRow[],
  held: Held,
  before: AtNumber,
): Promise<void> {
  const { programme, source } = run.options;
  const entries = [...fresh.map((f) => f.prepared), ...decisions.map(prepare)];
  const drafts = fresh.map((f) => f.draft);
  if (entries.length === 0) return keepRows(tx, programme, source, keys);
  const { received, fresh: numbered, spoken } = await numberEntries(tx, programme, entries, run.clock, held);
  const about = await readAbout(tx, programme, numbered, spoken);
  const personal = drafts.flatMap((d) => d.personal);
  const columns = drafts.flatMap((d) => (d.kept ? [d.kept] : []));
  tx.leave(insertReceived(tx, programme, received));
  tx.leave(keepPersonal(tx, programme, run.person, personal));
  tx.leave(keepColumns(tx, programme, run.person, columns));
  tx.leave(keepRows(tx, programme, source, keys));
  tx.leave(continueAs(tx, 'fold'));
  // the database writes the log while the items are folded here
  await tx.sent();
  await foldTouched(tx, programme, numbered, run.overlay, 'current', before, about);
}

/**
 * What somebody sends becomes entries: checks who may, what may be, and that nobody approves their own release; then
 * appends, keeps the personal values apart and folds the items touched, all in one transaction.
 */
import { checkPersonal } from '@tilth/domain/access/check-personal';
import { approvesOwnRelease, type Doing, mayDo } from '@tilth/domain/access/may';
import { type Member, voidsAlone } from '@tilth/domain/access/void-second';
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import { checkApprovable, unplaced } from '@tilth/domain/record/approvable';
import { roomForBasemap } from '@tilth/domain/record/basemap';
import { checkReport } from '@tilth/domain/record/check-report';
import { checkRule } from '@tilth/domain/record/check-rule';
import { checkSealed } from '@tilth/domain/record/check-sealed';
import type { Model } from '@tilth/domain/record/kind';
import { modelOf } from '@tilth/domain/record/model';
import { checkApproval, checkEarlyApproval } from '@tilth/domain/record/review';
import type { DraftReport } from '@tilth/domain/report/draft';
import type { Day, Decision, Entry, Instant, Rule } from '@tilth/domain/report/entry';
import { continueAs } from './act-as.ts';
import { checkAttachments } from './captures.ts';
import { readAbout } from './current/fold-touched.ts';
import { dayIn } from './current/keeper.ts';
import type { LogReading } from './current/load.ts';
import { placedOf } from './current/placed.ts';
import { type AtNumber, modelAt } from './current/scene.ts';
import type { Db, Tx } from './db.ts';
import { insertReceived, type Logged, numberEntries, prepare } from './log.ts';
import { keepColumns, keepPersonal } from './personal.ts';
import { entriesById, rulesOf } from './read-log.ts';
import { checkActs } from './review/check-acts.ts';
import type { Asker, Receipt } from './store.ts';

export interface Given {
  readonly reports?: readonly DraftReport[];
  readonly decisions?: readonly Decision[];
  readonly rules?: readonly Rule[];
}

/**
 * Called in the appending transaction with the entries that were not there before, when the statements that store them
 * and the change to the fold's role are on their way; `before`: the model and the rules without them; `about`: what
 * `readAbout` gave for them.
 */
export type AfterAppend = (
  tx: Tx,
  programme: string,
  fresh: readonly Logged[],
  before: AtNumber,
  about: LogReading,
) => Promise<void>;

export interface Appending {
  readonly db: Db;
  readonly now: () => Instant;
  /** zone of the programme, and whether it is sample data; refuses an unknown programme */
  readonly settings: (programme: string) => Promise<{ readonly zone: string; readonly invented: boolean }>;
  readonly afterAppend: AfterAppend;
}

const doings = { report: 'report', decision: 'decide', rule: 'rule' } as const satisfies Record<
  Entry['type'],
  Doing
>;

/**
 * Appends for `asker`. `received` is for sample data only: receipts as if the office had got them then, by whomever the
 * entries name. Refusals: `may-not`, `not-signed-in`, `not-your-entry`, `own-release`, `entry-elsewhere`, `id-malformed`,
 * `date-after-receipt`, `id-reused`, `report-not-here`, `report-undated`,
 * `report-unplaced`, `step-unknown`, `rule-not-in-force`, `void-needs-second`, `merge-kinds-differ`, `choice-not-seen`, `personal-value-wrong`, `received-not-invented`,
 * `attachment-too-open`, and what the record definitions say.
 */
export async function append(
  store: Appending,
  asker: Asker,
  programme: string,
  given: Given,
  received?: Instant,
): Promise<readonly Receipt[]> {
  const { zone, invented } = await store.settings(programme);
  if (received !== undefined && !invented) throw new Refusal(problem('received-not-invented', { programme }));
  const today = dayIn(zone, received ?? store.now());
  const reports = given.reports ?? [];
  const entries: Entry[] = [
    ...(given.rules ?? []),
    ...reports.map((d) => d.report),
    ...(given.decisions ?? []),
  ];
  for (const entry of entries) {
    refuseIf(mayDo(doings[entry.type], asker.person, asker.roles.get(programme), programme));
    if (entry.by !== asker.person && received === undefined) {
      throw new Refusal(problem('not-your-entry', { id: entry.id }));
    }
    refuseIf(named(entry, programme) ?? afterReceipt(entry, today));
  }
  if (entries.length === 0 || asker.person === null) return [];
  const prepared = entries.map(prepare);
  const author = asker.person;
  return store.db.transaction({ role: 'server', programmes: [programme], person: author }, async (tx) => {
    const [{ receipts, received: rows, fresh, spoken }, before] = await Promise.all([
      numberEntries(tx, programme, prepared, () => received ?? store.now()),
      modelAt(tx, programme, Number.MAX_SAFE_INTEGER),
    ]);
    if (fresh.length === 0) return receipts;
    const isFresh = new Set(fresh.map((f) => f.ref.id));
    const drafts = reports.filter((d) => isFresh.has(d.report.id));
    // what is on record already was checked under the rules of its day
    const rules = (given.rules ?? []).filter((r) => isFresh.has(r.id));
    const model = checkContent(before, drafts, rules);
    await checkAttachments(
      tx,
      programme,
      drafts.map((d) => d.report),
      model,
    );
    const personal = drafts.flatMap((d) => d.personal);
    const columns = drafts.flatMap((d) => (d.kept ? [d.kept] : []));
    const about = await readAbout(tx, programme, fresh, spoken);
    // all of it travels together, in this order; what is refused on the way takes everything back
    tx.leave(insertReceived(tx, programme, rows));
    tx.leave(keepPersonal(tx, programme, author, personal));
    tx.leave(keepColumns(tx, programme, author, columns));
    const checked = checkDecisions(tx, programme, fresh, before);
    tx.leave(continueAs(tx, 'fold'));
    await Promise.all([checked, store.afterAppend(tx, programme, fresh, before, about)]);
    return receipts;
  });
}

/** Reports and rules as the record definitions have them, the rules of the same batch among them. */
function checkContent(before: AtNumber, drafts: readonly DraftReport[], given: readonly Rule[]): Model {
  let { model } = before;
  const rules = before.rules.map((r) => r.entry).filter((e): e is Rule => e.type === 'rule');
  for (const rule of given) {
    refuseIf(checkRule(rule, model) ?? roomForBasemap(rule, rules));
    rules.push(rule);
    model = modelOf(rules);
  }
  for (const draft of drafts) {
    refuseIf(
      checkReport(draft.report, model)[0] ?? checkSealed(draft.report, model) ?? checkPersonal(draft, model),
    );
  }
  return model;
}

function refuseIf(found: Problem | null): void {
  if (found) throw new Refusal(found);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function named(entry: Entry, programme: string): Problem | null {
  if (entry.programme !== programme)
    return problem('entry-elsewhere', { id: entry.id, programme: entry.programme });
  const ids = [entry.id, entry.by, ...(entry.type === 'report' ? entry.items.map((i) => i.id) : [])];
  const wrong = ids.find((id) => !UUID.test(id));
  return wrong === undefined ? null : problem('id-malformed', { id: wrong });
}

/** No information date after the receipt's day in the programme's zone (design, *When*). */
function afterReceipt(entry: Entry, today: Day): Problem | null {
  const days: Day[] = [];
  if (entry.type === 'report') {
    days.push(entry.date, entry.when.to);
    for (const claim of entry.claims) if (claim.when) days.push(claim.when.to);
  } else if (entry.type === 'decision' && entry.act === 'lower') days.push(entry.when.to);
  const late = days.find((day) => day > today);
  return late === undefined ? null : problem('date-after-receipt', { value: late });
}

/**
 * What is decided, held against what is on record. Refusals as of `append`: `own-release`, `report-undated`,
 * `report-unplaced`, `step-unknown`, `rule-not-in-force`, `void-needs-second`, `merge-kinds-differ`, `choice-not-seen`.
 */
export async function checkDecisions(
  tx: Tx,
  programme: string,
  fresh: readonly Logged[],
  before: AtNumber,
): Promise<void> {
  await Promise.all([
    checkApprovals(tx, programme, fresh, before),
    checkVoids(tx, programme, fresh, before),
    checkActs(tx, programme, fresh),
  ]);
}

/**
 * Approvals among the fresh entries: not of one's own release, nor of a report that says neither when nor where, and in a
 * step of the rule that was in force when the report was received, which the approval names.
 */
async function checkApprovals(
  tx: Tx,
  programme: string,
  fresh: readonly Logged[],
  { model }: AtNumber,
): Promise<void> {
  const approvals = fresh.flatMap(({ entry }) =>
    entry.type === 'decision' && entry.act === 'approve' ? [entry] : [],
  );
  if (approvals.length === 0) return;
  const upTo = Number.MAX_SAFE_INTEGER;
  const ids = [...new Set(approvals.flatMap((a) => a.reports.map((r) => r.id)))];
  const reports = new Map(
    (await entriesById(tx, programme, ids, upTo)).map((r) => [r.ref.id + r.ref.digest, r]),
  );
  const rules = await rulesOf(tx, programme, upTo);
  const lost = [...reports.values()].flatMap(({ entry }) => {
    if (entry.type !== 'report') return [];
    const ids = new Set(unplaced(entry, model));
    return entry.items.filter((i) => ids.has(i.id));
  });
  const placed = await placedOf(tx, programme, model, lost);
  for (const approval of approvals) {
    for (const ref of approval.reports) {
      const found = reports.get(ref.id + ref.digest);
      if (found?.entry.type !== 'report') {
        refuseIf(checkEarlyApproval(approval, ref.id, rules));
        continue;
      }
      refuseIf(approvesOwnRelease(approval, [found.entry]));
      refuseIf(checkApprovable(found.entry, model, { placed, reason: approval.reason }));
      const kinds = found.entry.items.map((i) => i.kind);
      const before = rules.filter((r) => r.number < found.number);
      refuseIf(checkApproval(approval, found.entry.id, kinds, before));
    }
  }
}

/** Who has which role in the programme. */
export function membersOf(tx: Tx, programme: string): Promise<readonly Member[]> {
  return tx.query<Member>('SELECT person AS id, role FROM office.role WHERE programme = $1', [programme]);
}

/** Voids among the fresh entries: not by their author alone where the programme asks for a second person. */
async function checkVoids(
  tx: Tx,
  programme: string,
  fresh: readonly Logged[],
  before: AtNumber,
): Promise<void> {
  const voids = fresh.flatMap(({ entry }) =>
    entry.type === 'decision' && entry.act === 'void' ? [entry] : [],
  );
  if (voids.length === 0) return;
  const members = await membersOf(tx, programme);
  const rules = [...before.rules.map((r) => r.entry), ...fresh.map((f) => f.entry)];
  const given = rules.filter((e): e is Rule => e.type === 'rule');
  for (const one of voids) refuseIf(voidsAlone(one, given, members));
}

/**
 * Many decisions in one go: approving what is clean among the reports that a filter finds, and taking decisions back. Who
 * asks twice changes nothing twice: a report that was approved no longer waits, a decision that was taken back no
 * longer stands. Which reports are chosen is decided while the log's counter is held, so nobody decides in between.
 */
import { mayDo } from '@tilth/domain/access/may';
import { problem, Refusal } from '@tilth/domain/problem';
import type { Decision, Id } from '@tilth/domain/report/entry';
import { register, registersOf } from '@tilth/domain/report/registers';
import { continueAs } from '../act-as.ts';
import { foldTouched, readAbout } from '../current/fold-touched.ts';
import { type Keeper, readerOf, reading } from '../current/keeper.ts';
import { fittingIn, whySkipped } from '../current/queue.ts';
import type { Waiting } from '../current/queue-facts.ts';
import { modelAt, sceneOf } from '../current/scene.ts';
import type { Tx } from '../db.ts';
import { approvals } from '../intake/bulk-approval.ts';
import { insertReceived, lockCounter, numberEntries, prepare } from '../log.ts';
import { newId } from '../new-id.ts';
import { entriesById, rulesOf } from '../read-log.ts';
import type { Asker, ManyApproved, QueueFilter, Receipt } from '../store.ts';
import { headsOn } from './standing-decisions.ts';

/** Reports a batch: a second or two of work, so that progress is seen and stopping helps. */
const BATCH = 250;

export interface Many {
  readonly filter: QueueFilter;
  /** the receipt number the queue was seen at: what came later was not seen and is left */
  readonly upTo: number;
  readonly batch?: { readonly from: number; readonly to: number };
  readonly reason: string;
}

/** Refusals `not-signed-in`, `may-not`. Without `batch` nothing is written. */
export async function approveMany(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  many: Many,
): Promise<ManyApproved> {
  const person = decider(asker, programme);
  const chosen = async (tx: Tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, {});
    const { from, to } = many.batch ?? { from: 0, to: many.upTo };
    const fits = (await fittingIn(keeper, tx, scene, asker, many.filter)).filter(
      (w) => w.number >= from && w.number <= Math.min(to, many.upTo),
    );
    return { number: scene.number, ...parted(fits, person) };
  };
  if (many.batch === undefined) {
    const { number, clean, skipped } = await reading(keeper, asker, programme, chosen);
    return { number, reports: clean.length, skipped, batches: batchesOf(clean), decisions: [] };
  }
  return keeper.db.transaction(readerOf(asker, programme), async (tx) => {
    await lockCounter(tx, programme);
    const { number, clean, skipped } = await chosen(tx);
    const decisions = await decisionsOn(tx, programme, clean, {
      person,
      now: keeper.now(),
      reason: many.reason,
    });
    const receipts = await record(keeper, tx, programme, decisions);
    return {
      number: receipts.at(-1)?.number ?? number,
      reports: clean.length,
      skipped,
      batches: [],
      decisions: receipts.map((r) => r.entry),
    };
  });
}

/** Refusals `not-signed-in`, `may-not`, `decision-not-here` for what is no decision on reports. */
export async function withdraw(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  ids: readonly Id[],
  reason: string,
): Promise<readonly Receipt[]> {
  const person = decider(asker, programme);
  return keeper.db.transaction(readerOf(asker, programme), async (tx) => {
    await lockCounter(tx, programme);
    const found = await entriesById(tx, programme, ids, Number.MAX_SAFE_INTEGER);
    const out: Decision[] = [];
    for (const id of new Set(ids)) {
      const made = found.find((e) => e.ref.id === id);
      const decision = made?.entry;
      if (made === undefined || decision?.type !== 'decision' || !('reports' in decision))
        throw new Refusal(problem('decision-not-here', { decision: id }));
      const heads = await headsOn(
        tx,
        programme,
        decision.reports.map((r) => r.id),
      );
      const stands = (name: string) =>
        heads.get(name)?.some((h) => h.ref.digest === made.ref.digest) ?? false;
      const registers = registersOf(decision).filter(stands);
      if (registers.length === 0) continue;
      out.push({
        type: 'decision',
        id: newId(),
        programme,
        by: person,
        written: keeper.now(),
        reason,
        after: [made.ref],
        act: 'withdraw',
        registers,
      });
    }
    return record(keeper, tx, programme, out);
  });
}

function decider(asker: Asker, programme: string): Id {
  const not = mayDo('decide', asker.person, asker.roles.get(programme), programme);
  if (not !== null || asker.person === null) throw new Refusal(not ?? problem('not-signed-in'));
  return asker.person;
}

function parted(all: readonly Waiting[], person: Id) {
  const clean: Waiting[] = [];
  const skipped: Record<string, number> = {};
  for (const w of all) {
    const [why] = whySkipped(w, person);
    if (why === undefined) clean.push(w);
    else skipped[why] = (skipped[why] ?? 0) + 1;
  }
  return { clean, skipped };
}

function batchesOf(clean: readonly Waiting[]): ManyApproved['batches'] {
  const out = [];
  for (let i = 0; i < clean.length; i += BATCH) {
    const part = clean.slice(i, i + BATCH);
    const [first, last] = [part[0], part.at(-1)];
    if (first && last) out.push({ from: first.number, to: last.number, reports: part.length });
  }
  return out;
}

/** Approvals in the step each waits at, which come after what was decided on it before (a decision taken back). */
async function decisionsOn(
  tx: Tx,
  programme: string,
  clean: readonly Waiting[],
  by: { readonly person: Id; readonly now: string; readonly reason: string },
): Promise<readonly Decision[]> {
  const about = clean.flatMap(({ ref, kinds, number, step }) =>
    step === null ? [] : [{ ref, kinds, number, step }],
  );
  const rules = await rulesOf(tx, programme, Number.MAX_SAFE_INTEGER);
  const heads = await headsOn(
    tx,
    programme,
    about.map((a) => a.ref.id),
  );
  return approvals(about, { ...by, programme }, rules).map((decision) => {
    if (decision.act !== 'approve') return decision;
    const before = decision.reports.flatMap(
      (r) => heads.get(register.standing(r.id, decision.step))?.map((h) => h.ref) ?? [],
    );
    return { ...decision, after: [...new Map(before.map((ref) => [ref.digest, ref])).values()] };
  });
}

async function record(
  keeper: Keeper,
  tx: Tx,
  programme: string,
  decisions: readonly Decision[],
): Promise<readonly Receipt[]> {
  if (decisions.length === 0) return [];
  const before = await modelAt(tx, programme, Number.MAX_SAFE_INTEGER);
  const { receipts, received, fresh, spoken } = await numberEntries(
    tx,
    programme,
    decisions.map(prepare),
    keeper.now,
  );
  const about = await readAbout(tx, programme, fresh, spoken);
  tx.leave(insertReceived(tx, programme, received));
  tx.leave(continueAs(tx, 'fold'));
  await foldTouched(tx, programme, fresh, keeper.overlay, 'current', before, about);
  return receipts;
}

/**
 * What every answer begins with: who asks of which programme, at which two times, under which rules. Read in the answer's
 * own transaction, so that rows and stamp speak of one state of the log.
 */
import { type Opened, type Role, readLevel } from '@tilth/domain/access/level';
import { openedBy } from '@tilth/domain/access/opened';
import { withPresentRights } from '@tilth/domain/access/present-rights';
import { problem, Refusal } from '@tilth/domain/problem';
import type { Model, Sensitivity } from '@tilth/domain/record/kind';
import { modelOf } from '@tilth/domain/record/model';
import type { Day, Rule } from '@tilth/domain/report/entry';
import type { Named } from '@tilth/domain/report/mentions';
import { FOLD_VERSION } from '@tilth/domain/report/view';
import type { Tx } from '../db.ts';
import type { Logged } from '../log.ts';
import { numberKnown, rulesOf } from '../read-log.ts';
import type { Asker, Stamp, Times } from '../store.ts';
import { dayIn, type Keeper } from './keeper.ts';
import { pendingAt } from './pending.ts';

export interface Scene {
  readonly programme: string;
  readonly zone: string;
  readonly role: Role | undefined;
  /** what is open to everybody now, whatever time is asked for */
  readonly opened: Opened;
  /** kinds and lists as of the number, properties as secret as they are now where that is more */
  readonly model: Model;
  readonly rules: readonly Named[];
  /** the receipt number the answer is of */
  readonly number: number;
  /** the last receipt number there is */
  readonly last: number;
  /** the day to fold at; null: everything known, which is what the tables hold */
  readonly at: Day | null;
  /** answered from the tables */
  readonly today: boolean;
  readonly stamp: Stamp;
}

interface Row {
  readonly zone: string;
  readonly public: string;
  readonly next: number;
}

/**
 * Sets the scene; refuses `programme-unknown` where there is none, or nothing in it is for this asker.
 */
export async function sceneOf(
  keeper: Keeper,
  tx: Tx,
  asker: Asker,
  programme: string,
  times: Times,
): Promise<Scene> {
  const [row] = await tx.query<Row>(
    `SELECT p.zone, p.public, c.next FROM office.programme p JOIN log.counter c ON c.programme = p.id WHERE p.id = $1`,
    [programme],
  );
  const unknown = problem('programme-unknown', { programme, programmes: [] });
  if (!row) throw new Refusal(unknown);
  const present = await modelAt(tx, programme, Number.MAX_SAFE_INTEGER);
  const role = asker.roles.get(programme);
  const opened = openedBy(JSON.parse(row.public), present.plain);
  if (role === undefined && Object.keys(opened).length === 0) throw new Refusal(unknown);
  const last = row.next - 1;
  const number = times.known === undefined ? last : await numberKnown(tx, programme, times.known);
  const day = dayIn(row.zone, keeper.now());
  // Nothing may be dated after its receipt, so the view at today, or later, is the view of everything.
  const at = times.at === undefined || times.at >= day ? null : times.at;
  const then = number === last ? present : await modelAt(tx, programme, number);
  const { rules } = then;
  const today = number === last && at === null;
  const pending = await pendingAt(keeper, tx, programme, number, rules);
  return {
    programme,
    zone: row.zone,
    role,
    opened,
    model: presentRights(then, present),
    rules,
    number,
    last,
    at,
    today,
    stamp: {
      office: keeper.office,
      programme,
      number,
      fold: FOLD_VERSION,
      at: times.at ?? day,
      known: times.known ?? null,
      pending,
    },
  };
}

/** The highest sensitivity the asker may read of a kind; null: not even that such items exist. */
export function levelIn(scene: Scene, kind: string): Sensitivity | null {
  return readLevel(scene.role, scene.opened, kind);
}

/** Kinds, lists and rules as of a receipt number. */
export interface AtNumber {
  readonly model: Model;
  readonly rules: readonly Logged[];
  /** the same rules, without their names */
  readonly plain: readonly Rule[];
}

/** One model for each pair, since much is kept by a kind's identity. */
const guarded = new WeakMap<AtNumber, WeakMap<AtNumber, Model>>();

function presentRights(then: AtNumber, now: AtNumber): Model {
  const known = guarded.get(then) ?? new WeakMap<AtNumber, Model>();
  guarded.set(then, known);
  const model = known.get(now) ?? withPresentRights(then.model, now.model);
  known.set(now, model);
  return model;
}

const models = new Map<string, AtNumber>();

/** Kinds and lists as the rules received up to a number make them, and those rules. */
export async function modelAt(tx: Tx, programme: string, upTo: number): Promise<AtNumber> {
  const rules = await rulesOf(tx, programme, upTo);
  const key = rules.map((r) => r.ref.digest).join();
  const known = models.get(key);
  if (known) return known;
  const plain = rules.map((r) => r.entry).filter((e): e is Rule => e.type === 'rule');
  const made = { rules, plain, model: modelOf(plain) };
  if (models.size > 100) models.clear();
  models.set(key, made);
  return made;
}

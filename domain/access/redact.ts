/**
 * Takes out of an item's view and of its entries what lies above a reader's level (design law 9). The view loses the
 * properties; entries keep their shape and numbering, because claims are named by their place: a claim that may not be
 * read says only that it is there. Free words (reasons, evidence, quotes, doubts, file names) and the persons behind
 * entries are restricted until somebody classes them, so they are left out below that level.
 */
import type { Kind, Model, Sensitivity } from '../record/kind.ts';
import type { Claim, Decision, Entry, Id, Report, Rule } from '../report/entry.ts';
import type { ItemView } from '../report/view.ts';
import { disclose } from './disclose.ts';
import { mayRead } from './level.ts';

/** Stands where an id may not be read. */
export const NOBODY: Id = '00000000-0000-0000-0000-000000000000';
const HIDDEN = 'hidden';

/** The reader's level for each kind, as level.ts gives it. */
export type LevelOf = (kind: string) => Sensitivity | null;

/** The view as its reader may see it; null when the bare fact that it exists lies above their level. */
export function redactView(view: ItemView, kind: Kind, level: Sensitivity | null): ItemView | null {
  return level === null
    ? null
    : disclose(view, level, { kinds: new Map([[kind.name, kind]]), lists: new Map() });
}

function propertyOpen(kind: Kind | undefined, name: string, level: Sensitivity | null): boolean {
  if (kind === undefined || !Object.hasOwn(kind.properties, name)) return mayRead(level, 'personal');
  const property = kind.properties[name];
  return mayRead(level, kind.sensitivity) && mayRead(level, property?.sensitivity ?? 'personal');
}

/** Registers that name a property (`choice/<item>/<property>/…`, `guard/<item>/<property>`) go with it; others stay. */
function contestedOpen(register: string, open: (property: string) => boolean): boolean {
  const [what, , property] = register.split('/');
  return what === 'choice' || what === 'guard' ? open(property ?? '') : true;
}

/** One entry of an item's history as its reader may see it. */
export function redactEntry(entry: Entry, model: Model, levelOf: LevelOf): Entry {
  if (entry.type === 'report') return redactReport(entry, model, levelOf);
  if (entry.type === 'decision') return redactDecision(entry, model, levelOf);
  return redactRule(entry, levelOf);
}

function redactReport(report: Report, model: Model, levelOf: LevelOf): Report {
  const kinds = report.items.map((i) => model.kinds.get(i.kind));
  const lowest = report.items.reduce<Sensitivity | null>(
    (low, i) => lower(low, levelOf(i.kind)),
    report.items.length === 0 ? 'public' : 'personal',
  );
  const words = mayRead(lowest, 'restricted');
  const items = report.items.map((item, n) =>
    mayRead(levelOf(item.kind), kinds[n]?.sensitivity ?? 'personal') ? item : { id: NOBODY, kind: HIDDEN },
  );
  const claims = report.claims.map((claim) => {
    const kind = kinds[claim.on];
    const level = kind === undefined ? null : levelOf(kind.name);
    return redactClaim(claim, propertyOpen(kind, claim.property, level), mayRead(level, 'restricted'));
  });
  if (words) return { ...report, items, claims };
  const { changes: _, capture: __, sure, ...rest } = report;
  return {
    ...rest,
    by: NOBODY,
    items,
    claims,
    ...(sure === undefined ? {} : { sure: withoutDoubt(sure) }),
  };
}

function lower(a: Sensitivity | null, b: Sensitivity | null): Sensitivity | null {
  return a !== null && mayRead(b, a) ? a : b;
}

function withoutDoubt(sure: NonNullable<Claim['sure']>): NonNullable<Claim['sure']> {
  const { doubt: _, ...letters } = sure;
  return letters;
}

function redactClaim(claim: Claim, open: boolean, words: boolean): Claim {
  if (!open) return { on: claim.on, property: HIDDEN, value: { type: 'unknown', why: 'not-for-you' } };
  if (words) return claim;
  const { where, sure, ...rest } = claim;
  const { quote: _, ...place } = where ?? {};
  return {
    ...rest,
    ...(where === undefined ? {} : { where: place }),
    ...(sure === undefined ? {} : { sure: withoutDoubt(sure) }),
  };
}

/** Below restricted a decision says what was done to what and when, not who did it nor in which words. */
function redactDecision(decision: Decision, model: Model, levelOf: LevelOf): Decision {
  const lowest = lowestOf(model, levelOf);
  const open = (property: string) =>
    [...model.kinds.values()].every(
      (k) => !Object.hasOwn(k.properties, property) || propertyOpen(k, property, levelOf(k.name)),
    );
  const place = [...model.kinds.values()].every(
    (k) => k.place === undefined || propertyOpen(k, k.place, levelOf(k.name)),
  );
  const words = mayRead(lowest, 'restricted');
  let left: Decision = words ? decision : { ...decision, by: NOBODY, reason: '' };
  if (left.act === 'lower' && !open(left.property))
    left = { ...left, property: HIDDEN, value: { type: 'unknown', why: 'not-for-you' } };
  if (left.act === 'choose' && !open(left.property)) left = { ...left, property: HIDDEN };
  if (left.act === 'withdraw' && !words)
    left = { ...left, registers: left.registers.filter((r) => contestedOpen(r, open)) };
  if (left.act === 'void') {
    const of = 'land' in left.of && !place ? { item: left.of.item } : left.of;
    left = { ...left, of, evidence: words ? left.evidence : '' };
  }
  return left;
}

function redactRule(rule: Rule, levelOf: LevelOf): Rule {
  const kind = rule.key.split('.')[0] ?? '';
  return mayRead(levelOf(kind), 'restricted') ? rule : { ...rule, by: NOBODY, reason: '', value: null };
}

function lowestOf(model: Model, levelOf: LevelOf): Sensitivity | null {
  let low: Sensitivity | null = 'personal';
  for (const name of model.kinds.keys()) low = lower(low, levelOf(name));
  return low;
}

/**
 * Takes out of an item's view and of its entries what lies above a reader's level (design law 9). The view loses the
 * properties; entries keep their shape and numbering, because claims are named by their place: a claim that may not be
 * read says only that it is there. Free words (reasons, evidence, quotes, doubts, file names) and the names of private persons who speak are restricted until somebody
 * classes them, and personal on victims, accidents and contacts (free-text.ts); the persons behind entries are restricted.
 * The public reads of a report that nobody approved only what puts danger on the map, as in disclose.ts.
 */
import { freeTextOf, hasPersonalWords } from '../record/free-text.ts';
import type { Kind, Model, Sensitivity } from '../record/kind.ts';
import type { Claim, Decision, Entry, Id, Report, Rule } from '../report/entry.ts';
import type { ItemView } from '../report/view.ts';
import { type Around, NOTHING_AROUND } from './around.ts';
import { disclose } from './disclose.ts';
import { mayRead } from './level.ts';
import { withoutPrivateName } from './private-speaker.ts';

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

/** One entry of an item's history as its reader may see it; what is not known of what stands around it counts as secret. */
export function redactEntry(
  entry: Entry,
  model: Model,
  levelOf: LevelOf,
  around: Around = NOTHING_AROUND,
): Entry {
  if (entry.type === 'report') return redactReport(entry, model, levelOf, around.live.has(entry.id));
  if (entry.type === 'decision') return redactDecision(entry, model, levelOf, around.kinds.get(entry.id));
  return redactRule(entry, levelOf);
}

/** Whether a reader may read free words about these kinds, all of them. */
function readsWords(kinds: Iterable<string>, model: Model, levelOf: LevelOf): boolean {
  for (const name of kinds) {
    const kind = model.kinds.get(name);
    if (!mayRead(levelOf(name), kind === undefined ? 'personal' : freeTextOf(kind))) return false;
  }
  return true;
}

function redactReport(report: Report, model: Model, levelOf: LevelOf, live: boolean): Report {
  const kinds = report.items.map((i) => model.kinds.get(i.kind));
  const lowest = report.items.reduce<Sensitivity | null>(
    (low, i) => lower(low, levelOf(i.kind)),
    report.items.length === 0 ? 'public' : 'personal',
  );
  const persons = mayRead(lowest, 'restricted');
  const words = persons && readsWords(new Set(report.items.map((i) => i.kind)), model, levelOf);
  const items = report.items.map((item, n) =>
    mayRead(levelOf(item.kind), kinds[n]?.sensitivity ?? 'personal') ? item : { id: NOBODY, kind: HIDDEN },
  );
  const claims = report.claims.map((claim) => {
    const kind = kinds[claim.on];
    const level = kind === undefined ? null : levelOf(kind.name);
    const told = live || mayRead(level, 'partner') || isDanger(kind, claim.property);
    const open = told && propertyOpen(kind, claim.property, level);
    return redactClaim(
      claim,
      open,
      mayRead(level, hasPersonalWords(kind, claim.property) ? 'personal' : 'restricted'),
    );
  });
  if (words) return { ...report, items, claims };
  const { changes: _, attachments: __, capture, sure, said, by, ...rest } = report;
  return {
    ...rest,
    ...(said && { said: withoutPrivateName(said) }),
    by: persons ? by : NOBODY,
    ...(persons && capture !== undefined && { capture }),
    items,
    claims,
    ...(sure === undefined ? {} : { sure: withoutDoubt(sure) }),
  };
}

/** What is shown to everybody before anybody has reviewed it (law 6). */
function isDanger(kind: Kind | undefined, property: string): boolean {
  return property === kind?.place || kind?.properties[property]?.fold === 'guarded';
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
  const { where, sure, said, ...rest } = claim;
  const { quote: _, ...place } = where ?? {};
  return {
    ...rest,
    ...(said && { said: withoutPrivateName(said) }),
    ...(where === undefined ? {} : { where: place }),
    ...(sure === undefined ? {} : { sure: withoutDoubt(sure) }),
  };
}

/**
 * Below restricted a decision says what was done to what and when, not who did it; nor in which words, as long as its
 * words may not be read on each of the `kinds` it is about.
 */
function redactDecision(
  decision: Decision,
  model: Model,
  levelOf: LevelOf,
  kinds: ReadonlySet<string> | undefined,
): Decision {
  const lowest = lowestOf(model, levelOf);
  const open = (property: string) =>
    [...model.kinds.values()].every(
      (k) => !Object.hasOwn(k.properties, property) || propertyOpen(k, property, levelOf(k.name)),
    );
  const place = [...model.kinds.values()].every(
    (k) => k.place === undefined || propertyOpen(k, k.place, levelOf(k.name)),
  );
  const persons = mayRead(lowest, 'restricted');
  const words = persons && readsWords(kinds ?? model.kinds.keys(), model, levelOf);
  let left: Decision = persons ? decision : { ...decision, by: NOBODY };
  if (!words) left = { ...left, reason: '' };
  if (left.act === 'lower' && !open(left.property))
    left = { ...left, property: HIDDEN, value: { type: 'unknown', why: 'not-for-you' } };
  if (left.act === 'choose' && !open(left.property)) left = { ...left, property: HIDDEN };
  if (left.act === 'choose' && !words) {
    const { evidence: _, ...rest } = left;
    left = rest;
  }
  if (left.act === 'withdraw' && !persons)
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

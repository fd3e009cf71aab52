/**
 * Registers: the places that decisions set (design, *the fold, precisely*). A register is named by a text; the last
 * decisions on it, those that no other decision on it names in `after`, are its heads. Heads that agree stand, heads that
 * differ are contested, and then the cautious reading holds. Clocks take no part.
 *
 * | register | what it says | set by | start |
 * |---|---|---|---|
 * | `standing/<report>/<step>` | what review said of a report in a step | approve, return, reject | not looked at |
 * | `claims/<report>/<item>` | where all claims of the report on the item point | retarget, split | the item |
 * | `claim/<report>/<n>` | where one claim points; goes before the row above | retarget, split | as the row above |
 * | `pair/<item>/<item>` | whether two items are one; ids in order | merge, unmerge | apart |
 * | `choice/<item>/<property>/<definition>` | which claim is taken | choose | none |
 * | `guard/<item>/<property>` | to what a guarded property was lowered | lower | not lowered |
 * | `void/report/<report>`, `void/item/<item>` | recorded in error | void | in |
 * | `void/land/<item>/<decision>` | land recorded in error; each void of land has its own | void | in |
 * | `confirm/<decision>` | the second person's word on a void | confirm | not confirmed |
 * | `id/<entry>` | which digest counts where an id has two | settle-id | none |
 *
 * `withdraw` sets any of them back to its start.
 */
import { canonical } from './canonical.ts';
import type { Decision, Digest, Id, Ref } from './entry.ts';

export const register = {
  standing: (report: Id, step: string): string => `standing/${report}/${step}`,
  claims: (report: Id, item: Id): string => `claims/${report}/${item}`,
  claim: (report: Id, n: number): string => `claim/${report}/${n}`,
  pair: (a: Id, b: Id): string => (a < b ? `pair/${a}/${b}` : `pair/${b}/${a}`),
  choice: (item: Id, property: string, definition: string): string =>
    `choice/${item}/${property}/${definition}`,
  guard: (item: Id, property: string): string => `guard/${item}/${property}`,
  voidReport: (report: Id): string => `void/report/${report}`,
  voidItem: (item: Id): string => `void/item/${item}`,
  voidLand: (item: Id, decision: Id): string => `void/land/${item}/${decision}`,
  confirm: (decision: Id): string => `confirm/${decision}`,
  id: (entry: Id): string => `id/${entry}`,
} as const;

/** What a decision sets one register to. Two settings agree when `sets` is equal; '' is the start (withdrawn). */
export interface Setting {
  readonly register: string;
  readonly sets: string;
  /** the entry the decision names, with digest: the setting counts only for that very entry */
  readonly about?: Ref;
}

/** Everything a decision sets, in its own order. */
export function settingsOf(d: Decision): readonly Setting[] {
  switch (d.act) {
    case 'approve':
    case 'return':
    case 'reject':
      return d.reports.map((r) => ({ register: register.standing(r.id, d.step), sets: d.act, about: r }));
    case 'withdraw':
      return d.registers.map((name) => ({ register: name, sets: '' }));
    case 'retarget':
    case 'split':
      return d.moves.flatMap((m): readonly Setting[] =>
        m.claims === undefined
          ? [{ register: register.claims(m.report.id, m.from), sets: m.to, about: m.report }]
          : m.claims.map((n) => ({
              register: register.claim(m.report.id, n),
              sets: m.to,
              about: m.report,
            })),
      );
    case 'merge':
    case 'unmerge':
      return d.pairs.map(([a, b]) => ({
        register: register.pair(a, b),
        sets: d.act === 'merge' ? 'joined' : 'apart',
      }));
    case 'choose':
      return [
        {
          register: register.choice(d.item, d.property, d.definition),
          sets: `${d.takes.report}/${d.takes.n}`,
        },
      ];
    case 'lower':
      return [
        {
          register: register.guard(d.item, d.property),
          sets: canonical({ value: d.value, from: d.when.from, to: d.when.to }),
        },
      ];
    case 'void':
      if ('report' in d.of)
        return [{ register: register.voidReport(d.of.report.id), sets: 'void', about: d.of.report }];
      if ('land' in d.of) return [{ register: register.voidLand(d.of.item, d.id), sets: 'void' }];
      return [{ register: register.voidItem(d.of.item), sets: 'void' }];
    case 'confirm':
      return [{ register: register.confirm(d.of.id), sets: 'confirmed', about: d.of }];
    case 'settle-id':
      return [{ register: register.id(d.entry), sets: d.takes }];
  }
}

/** The names of the registers a decision sets. What a new decision must name in `after` are the heads of these. */
export function registersOf(d: Decision): readonly string[] {
  return settingsOf(d).map((s) => s.register);
}

/**
 * Of the decisions that set one register, those that none of the others comes after, in order of id and digest.
 * A decision that names one not among them (not arrived, or about another register) is none the worse for it.
 */
export function heads<T extends { readonly ref: Ref; readonly decision: Decision }>(
  sets: readonly T[],
): readonly T[] {
  if (sets.length < 2) return sets;
  const passed = new Map<Id, Digest[]>();
  const here = new Map<Id, Digest[]>();
  for (const s of sets) note(here, s.ref);
  for (const s of sets) for (const a of s.decision.after) if (here.has(a.id)) note(passed, a);
  return sets
    .filter((s) => !passed.get(s.ref.id)?.includes(s.ref.digest))
    .sort((a, b) => (a.ref.id < b.ref.id || (a.ref.id === b.ref.id && a.ref.digest < b.ref.digest) ? -1 : 1));
}

function note(digests: Map<Id, Digest[]>, ref: Ref): void {
  const known = digests.get(ref.id);
  if (known) known.push(ref.digest);
  else digests.set(ref.id, [ref.digest]);
}

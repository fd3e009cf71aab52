/**
 * Random logs for property tests: every kind of decision occurs, made with and without sight of the others, claims are moved
 * to items nobody declared, and ids are reused.
 */
import fc from 'fast-check';
import type { Act, Claim, Day, Decision, Id, Position, Ref, Report, Value } from './entry.ts';
import type { Named } from './mentions.ts';
import { registersOf } from './registers.ts';
import { rectangle } from './squares.testing.ts';
import { code, decide, id, item, named, number, person, report, rule, text } from './worlds.testing.ts';

export interface WorldOptions {
  /** whether voids and accepted releases may occur; law 6 is tested without */
  readonly takesOut: boolean;
}

const day = fc.integer({ min: 1, max: 12 }).map((m) => `20${10 + m}-0${1 + (m % 9)}-01`);
const when = fc.oneof(
  day.map((d) => ({ from: d, to: d })),
  fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  day.map((d) => ({ from: null, to: d })),
);
const cell = fc.integer({ min: 0, max: 4 });
const shape = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(cell, cell, fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 }))
      .map(([x, y, w, h]): Value => ({ type: 'geometry', geometry: rectangle(x, y, w, h) })),
  },
  fc
    .tuple(cell, cell)
    .map(
      ([x, y]): Value => ({ type: 'geometry', geometry: { type: 'Point', coordinates: [x + 0.5, y + 0.5] } }),
    ),
  fc.tuple(cell, cell).map(
    ([x, y]): Value => ({
      type: 'geometry',
      geometry: {
        type: 'LineString',
        coordinates: [
          [x + 0.25, y + 0.5],
          [x + 1.5, y + 0.5],
        ],
      },
    }),
  ),
);
/** How sure a shape is of its place: from nothing stated to worse than the world is wide. Squares are 100 m. */
const accuracies = [undefined, 0.5, 20, 150, 500] as const;

/** All bare points at one place are as sure as each other: the law's test must know what a point alone stands for. */
export function accuracyAt([x, y]: Position): number | undefined {
  return accuracies[Math.floor(x + 2 * y) % accuracies.length];
}

const placed = fc.tuple(shape, fc.constantFrom(...accuracies)).map(([value, any]): Value => {
  if (value.type !== 'geometry') return value;
  const sure = value.geometry.type === 'Point' ? accuracyAt(value.geometry.coordinates) : any;
  return sure === undefined ? value : { ...value, accuracy: sure };
});
const small = fc.integer({ min: 0, max: 4 });
const release = fc
  .record({
    method: fc.constantFrom('cancelled' as const, 'reduced' as const, 'cleared' as const),
    process: fc.constantFrom('nts' as const, 'ts' as const, 'clearance' as const),
    x: cell,
    y: cell,
    accepted: fc.boolean(),
    handed: day,
    categories: fc.subarray(['mine', 'uxo']),
  })
  .map(
    (r): Value => ({
      type: 'release',
      method: r.method,
      process: r.process,
      land: rectangle(r.x, r.y, 2, 2),
      handed_over: r.handed,
      depth_mm: 130,
      categories: r.categories,
      ...(r.accepted && { accepted: 'inspection-passed' }),
    }),
  );

const claimOf = (takesOut: boolean): fc.Arbitrary<Omit<Claim, 'on'>> =>
  fc
    .tuple(
      fc.oneof(
        { weight: 4, arbitrary: placed.map((value) => ({ property: 'outline', value })) },
        fc.constantFrom('sha', 'cha').map((c) => ({ property: 'hazard_class', value: code(c) })),
        fc.constantFrom('open', 'closed').map((c) => ({ property: 'hazard_status', value: code(c) })),
        fc.constantFrom('Hill', 'Dale').map((t) => ({ property: 'name', value: text(t) })),
        small.map((n) => ({ property: 'mines', value: number(n) })),
        fc
          .tuple(small, fc.constantFrom('north', 'south'))
          .map(([n, part]) => ({ property: 'area', value: number(n), part })),
        fc
          .constantFrom('land', 'forest', 'pine', 'water')
          .map((c) => ({ property: 'terrain', value: code(c) })),
        fc.tuple(fc.constantFrom('mine', 'mine-ap', 'uxo'), fc.boolean()).map(([c, yes]) => ({
          property: 'ordnance',
          value: { type: 'member' as const, of: code(c), yes },
        })),
        fc.constant({ property: 'terrain', value: { type: 'unknown' as const, why: 'not-stated' } }),
        fc
          .constantFrom('unreadable', 'not-stated')
          .map((why) => ({ property: 'outline', value: { type: 'unknown' as const, why } })),
        fc.constantFrom(100, 200).map((mm) => ({ property: 'required_depth', value: number(mm) })),
        ...(takesOut ? [release.map((value) => ({ property: 'released', value }))] : []),
      ),
      fc.option(when, { nil: undefined }),
      fc.option(fc.constantFrom('north office', 'south office'), { nil: undefined }),
    )
    .map(([claim, span, said]) => ({
      ...claim,
      ...(span && { when: span }),
      ...(said !== undefined && { said: { name: said } }),
    }));

/** What to do next, by small numbers that choose among what is there. */
interface Step {
  readonly what: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly seen: number;
  readonly date: Day;
  readonly span: { readonly from: Day | null; readonly to: Day };
  readonly claims: readonly Omit<Claim, 'on'>[];
}

const step = (takesOut: boolean): fc.Arbitrary<Step> =>
  fc.record({
    what: fc.nat({ max: 999 }),
    a: fc.nat({ max: 99 }),
    b: fc.nat({ max: 99 }),
    c: fc.nat({ max: 99 }),
    seen: fc.nat({ max: 3 }),
    date: day,
    span: when,
    claims: fc.array(claimOf(takesOut), { minLength: 1, maxLength: 3 }),
  });

/** A random log: 3 to 16 entries in the order they were written. */
export function worlds(options: WorldOptions = { takesOut: true }): fc.Arbitrary<readonly Named[]> {
  return fc
    .array(step(options.takesOut), { minLength: 3, maxLength: 16 })
    .map((steps) => build(steps, options));
}

const kindOf = (n: number): string => (n === 4 ? 'accident' : 'hazardous-area');

function build(steps: readonly Step[], options: WorldOptions): readonly Named[] {
  const log: Named[] = [];
  for (const [i, s] of steps.entries()) log.push(write(s, i, log, options));
  return log;
}

/** The heads an attentive author would name, all of them, some, or none: field offices do not see each other's decisions. */
function seenBy(s: Step, act: Act, log: readonly Named[]): readonly Ref[] {
  if (s.seen === 0) return [];
  const sets = new Set(registersOf({ ...decide(act).entry }));
  const earlier = log.filter(
    (n) => n.entry.type === 'decision' && registersOf(n.entry).some((r) => sets.has(r)),
  );
  return (s.seen === 1 ? earlier.slice(-1) : earlier).map((n) => n.ref);
}

/** Now and then an approval names rules that are there, made anything of by their authors. */
function underSome(
  s: Step,
  log: readonly Named[],
): { readonly under?: Ref; readonly also_under?: readonly Ref[] } {
  const [under, ...more] = log.flatMap((n) => (n.entry.type === 'rule' ? [n.ref] : []));
  if (under === undefined || s.c % 2 === 0) return {};
  return more.length === 0 ? { under } : { under, also_under: more };
}

const someSteps = [['review'], ['review', 'office'], null, 7] as const;

function write(s: Step, i: number, log: readonly Named[], options: WorldOptions): Named {
  const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(from.length, 1)];
  const reports = log.filter((n): n is Named & { entry: Report } => n.entry.type === 'report');
  const decisions = log.filter((n): n is Named & { entry: Decision } => n.entry.type === 'decision');
  const one = pick(reports, s.a);
  const other = pick(reports, s.b);
  const ownId = id('f', i);
  const byReport = (corrects?: readonly Ref[], reused?: Id): Named => {
    const n = 1 + (s.b % 4);
    const second = 1 + (s.c % 4);
    return report(
      {
        id: reused ?? ownId,
        items: [
          { id: item(n), kind: kindOf(n) },
          ...(second === n ? [] : [{ id: item(second), kind: kindOf(second) }]),
        ],
        date: s.date,
        ...s.span,
        source: `source ${s.c % 2}`,
        ...(corrects && { corrects }),
      },
      ...s.claims.map((c, k) => ({ ...c, on: second === n ? 0 : (s.a + k) % 2 })),
    );
  };
  const decided = (act: Act, reused?: Id): Named =>
    decide(act, { id: reused ?? ownId, by: person(s.c % 3), after: seenBy(s, act, log) });
  if (one === undefined || other === undefined || s.what < 250) return byReport();
  const from = pick(one.entry.items, s.b)?.id ?? item(1);
  const to = item(1 + (s.c % 6));
  if (s.what < 450)
    return decided({
      act: 'approve',
      reports: one === other ? [one.ref] : [one.ref, other.ref],
      step: 'review',
      ...underSome(s, log),
    });
  if (s.what < 480) return decided({ act: 'return', reports: [one.ref], step: 'review' });
  if (s.what < 510) return decided({ act: 'reject', reports: [one.ref], step: 'review' });
  if (s.what < 560) return byReport([one.ref]);
  if (s.what < 620) return decided({ act: 'retarget', moves: [{ report: one.ref, from, to }] });
  if (s.what < 660)
    return decided({
      act: 'split',
      moves: [{ report: one.ref, from, to, claims: [s.b % one.entry.claims.length] }],
    });
  if (s.what < 720) return decided({ act: 'merge', pairs: [[item(1 + (s.a % 4)), item(1 + (s.b % 4))]] });
  if (s.what < 740) return decided({ act: 'unmerge', pairs: [[item(1 + (s.a % 4)), item(1 + (s.b % 4))]] });
  if (s.what < 800) {
    const n = s.b % one.entry.claims.length;
    const claim = one.entry.claims[n] as Claim;
    const saw = reports.flatMap((r) => r.entry.claims.map((_, k) => ({ report: r.ref.id, n: k })));
    return decided({
      act: 'choose',
      item: one.entry.items[claim.on]?.id ?? item(1),
      property: claim.property,
      definition: claim.property === 'mines' ? 'found' : '',
      saw,
      takes: { report: one.ref.id, n },
    });
  }
  if (s.what < 830)
    return decided({
      act: 'lower',
      item: item(1 + (s.a % 4)),
      property: s.b % 2 ? 'hazard_class' : 'hazard_status',
      value: code(s.b % 2 ? 'sha' : 'closed'),
      when: s.span,
    });
  const decision = pick(decisions, s.a);
  if (s.what < 900 && decision) return decided({ act: 'withdraw', registers: registersOf(decision.entry) });
  if (s.what < 930) return byReport(undefined, one.ref.id);
  if (s.what < 945 && decision)
    return decided({ act: 'approve', reports: [other.ref], step: 'review' }, decision.ref.id);
  if (s.what < 958) return decided({ act: 'settle-id', entry: one.ref.id, takes: one.ref.digest });
  if (s.what < 966) {
    const { entry } = rule('review-steps', someSteps[s.a % 4]);
    return named({ ...entry, id: ownId });
  }
  if (!options.takesOut) return byReport();
  const voided = decisions.filter((d) => d.entry.act === 'void');
  if (s.what < 975 && voided.length > 0)
    return decided({ act: 'confirm', of: (pick(voided, s.a) as Named).ref });
  const land = rectangle(s.a % 5, s.b % 5, 2, 2);
  const of =
    s.c % 3 === 0
      ? { report: one.ref }
      : s.c % 3 === 1
        ? { item: item(1 + (s.a % 4)) }
        : { item: item(1 + (s.a % 4)), land, m2: 4 };
  return decided({
    act: 'void',
    of,
    evidence: 'the sheet',
    ...(s.seen % 2 === 1 && { second: true as const }),
  });
}

/**
 * What a treaty forbids to whom: its prohibitions by act and by what the act is done with, and the statuses that bind. Said
 * as the texts say it; whether somebody did it is a matter of claims. Nothing here speaks of how an act is done.
 *
 * Sources: APMBC Articles 1, 3 and 18; CCM Articles 1, 3(6), 3(7), 18 and 21; CCW Amended Protocol II Articles 3 to 8; CCW
 * Protocol V Articles 3 to 5. A state that gave notice of withdrawal is bound until it takes effect. Who applies a convention
 * provisionally is bound by its Article 1 paragraph 1 alone. Having signed binds to no prohibition of the treaty itself
 * (Vienna Convention on the Law of Treaties, Article 18, is said beside it).
 */
import type { Scope, TreatyScope } from '../record/munition-scope.ts';
import type { TreatyStatus } from './status-on.ts';
import { treatyNames } from './treaty-named.ts';
import type { TreatyName } from './treaty-rules.ts';

export type ForbiddenAct =
  | 'use'
  | 'development'
  | 'production'
  | 'acquisition'
  | 'stockpiling'
  | 'transfer'
  | 'assistance';

/** Of what the text speaks where it does not forbid an act with everything that the treaty covers. */
export const forbiddenCases = [
  'unlawful-in-any-case',
  'undetectable',
  'outlasting-unmarked',
  'remotely-delivered',
  'booby-traps',
  'use-prohibited',
  'not-to-a-state',
] as const;
export type ForbiddenCase = (typeof forbiddenCases)[number];

export interface Prohibition {
  readonly act: ForbiddenAct;
  readonly article: string;
  /** null: with all that the treaty covers */
  readonly of: ForbiddenCase | null;
  /** `never`: in no circumstances. `unless`: the text names conditions or permitted cases, which `exceptions` lists. */
  readonly how: 'never' | 'unless';
  /** articles that hold what stays permitted, or on what condition */
  readonly exceptions: readonly string[];
}

const forbids = (
  act: ForbiddenAct,
  article: string,
  exceptions: readonly string[] = [],
  of: ForbiddenCase | null = null,
): Prohibition => ({ act, article, of, how: exceptions.length > 0 ? 'unless' : 'never', exceptions });

/** What is kept for training and what is handed over to be destroyed are the exceptions of both conventions. */
export const prohibitions: Readonly<Record<TreatyName, readonly Prohibition[]>> = {
  apmbc: [
    forbids('use', 'APMBC 1(1)(a)'),
    forbids('development', 'APMBC 1(1)(b)'),
    forbids('production', 'APMBC 1(1)(b)'),
    forbids('acquisition', 'APMBC 1(1)(b)'),
    forbids('stockpiling', 'APMBC 1(1)(b)', ['APMBC 3(1)']),
    forbids('transfer', 'APMBC 1(1)(b)', ['APMBC 3(1)', 'APMBC 3(2)']),
    forbids('assistance', 'APMBC 1(1)(c)'),
  ],
  ccm: [
    forbids('use', 'CCM 1(1)(a)'),
    forbids('development', 'CCM 1(1)(b)'),
    forbids('production', 'CCM 1(1)(b)'),
    forbids('acquisition', 'CCM 1(1)(b)', ['CCM 3(6)']),
    forbids('stockpiling', 'CCM 1(1)(b)', ['CCM 3(6)']),
    forbids('transfer', 'CCM 1(1)(b)', ['CCM 3(7)']),
    forbids('assistance', 'CCM 1(1)(c)', ['CCM 21(3)']),
  ],
  ap2: [
    forbids('use', 'CCW AP II 3(3) to 3(8)', [], 'unlawful-in-any-case'),
    forbids('use', 'CCW AP II 4', [], 'undetectable'),
    forbids('use', 'CCW AP II 5(2)', ['CCW AP II 5(2)(a)', 'CCW AP II 5(2)(b)'], 'outlasting-unmarked'),
    forbids('use', 'CCW AP II 6', ['CCW AP II 6(1)', 'CCW AP II 6(3)'], 'remotely-delivered'),
    forbids('use', 'CCW AP II 7', ['CCW AP II 7(3)'], 'booby-traps'),
    forbids('transfer', 'CCW AP II 8(1)(a)', [], 'use-prohibited'),
    forbids('transfer', 'CCW AP II 8(1)(b)', [], 'not-to-a-state'),
  ],
  // it obliges after use: to clear, to record and to help; it forbids no act with a munition
  p5: [],
};

/** How a treaty binds a state of some status. */
export type Bond = 'bound' | 'article-1-only' | 'not-bound';

export function bondOf(treaty: TreatyName, status: TreatyStatus): Bond {
  if (status === 'in-force' || status === 'withdrawal-notified') return 'bound';
  const convention = treaty === 'apmbc' || treaty === 'ccm';
  return status === 'applying-provisionally' && convention ? 'article-1-only' : 'not-bound';
}

/** `certain`: under every status the record allows; `possible`: under some */
export type Binds = 'certain' | 'possible' | 'no';

/** Whether a state that may be of these statuses is bound. */
export function bindsUnder(treaty: TreatyName, statuses: readonly TreatyStatus[]): Binds {
  const bound = statuses.map((status) => bondOf(treaty, status) !== 'not-bound');
  if (!bound.some((b) => b)) return 'no';
  return bound.every((b) => b) ? 'certain' : 'possible';
}

export interface ForbiddenThen extends Prohibition {
  readonly treaty: TreatyName;
  /** whether the munition is one the treaty covers; what is not known stays unknown */
  readonly covered: Exclude<Scope, 'no'>;
  readonly binds: Exclude<Binds, 'no'>;
}

/**
 * What is forbidden to a state whose possible statuses under each treaty are given, with a munition of the given scope.
 * Missing treaties do not bind. Nothing is listed that surely does not bind or does not cover the munition.
 */
export function forbiddenTo(
  statuses: Readonly<Partial<Record<TreatyName, readonly TreatyStatus[]>>>,
  scope: TreatyScope,
): readonly ForbiddenThen[] {
  return treatyNames.flatMap((treaty) => {
    const covered = scope[treaty];
    const binds = bindsUnder(treaty, statuses[treaty] ?? []);
    if (covered === 'no' || binds === 'no') return [];
    return prohibitions[treaty].map((p) => ({ ...p, treaty, covered, binds }));
  });
}

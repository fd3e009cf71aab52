/**
 * What a treaty forbids to whom: its prohibitions by act and by what the act is done with, and the statuses that bind. Said
 * as the texts say it; whether somebody did it is a matter of claims. Nothing here speaks of how an act is done.
 *
 * Sources: APMBC Articles 1, 2, 3 and 18; CCM Articles 1, 2, 3(6) and 18; CCW Amended Protocol II Articles 3 to 8; CCW
 * Protocol V Articles 3 to 5. A state that gave notice of withdrawal is bound until it takes effect. Who applies a convention
 * provisionally is bound by its Article 1 paragraph 1 alone. Having signed binds to no prohibition of the treaty itself
 * (Vienna Convention on the Law of Treaties, Article 18, is said beside it).
 */
import type { Scope, TreatyScope } from '../record/munition-scope.ts';
import type { TreatyStatus } from './status-on.ts';
import type { TreatyName } from './treaty-rules.ts';

export type ForbiddenAct = 'use' | 'production' | 'stockpiling' | 'transfer' | 'assistance';

export interface Prohibition {
  readonly act: ForbiddenAct;
  readonly article: string;
  /** `never`: in no circumstances. `unless`: the text names conditions or permitted cases, which `exceptions` lists. */
  readonly how: 'never' | 'unless';
  /** articles that hold what stays permitted */
  readonly exceptions: readonly string[];
}

const forbids = (act: ForbiddenAct, article: string, ...exceptions: string[]): Prohibition => ({
  act,
  article,
  how: exceptions.length > 0 ? 'unless' : 'never',
  exceptions,
});

/** Retention for training and transfer for destruction are the exceptions of both conventions. */
export const prohibitions: Readonly<Record<TreatyName, readonly Prohibition[]>> = {
  apmbc: [
    forbids('use', 'APMBC 1(1)(a)'),
    forbids('production', 'APMBC 1(1)(b)'),
    forbids('stockpiling', 'APMBC 1(1)(b)', 'APMBC 3(1)'),
    forbids('transfer', 'APMBC 1(1)(b)', 'APMBC 3(1)', 'APMBC 3(2)'),
    forbids('assistance', 'APMBC 1(1)(c)'),
  ],
  ccm: [
    forbids('use', 'CCM 1(1)(a)'),
    forbids('production', 'CCM 1(1)(b)'),
    forbids('stockpiling', 'CCM 1(1)(b)', 'CCM 3(6)'),
    forbids('transfer', 'CCM 1(1)(b)', 'CCM 3(6)', 'CCM 3(7)'),
    forbids('assistance', 'CCM 1(1)(c)', 'CCM 21'),
  ],
  ap2: [
    forbids('use', 'CCW AP II 3 to 7', 'CCW AP II 4', 'CCW AP II 5', 'CCW AP II 6'),
    forbids('transfer', 'CCW AP II 8(1)', 'CCW AP II 8(2)'),
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

export interface ForbiddenThen extends Prohibition {
  readonly treaty: TreatyName;
  /** whether the munition is one the treaty covers; what is not known stays unknown */
  readonly covered: Exclude<Scope, 'no'>;
  /** `certain`: under every status the record allows; `possible`: under some */
  readonly binds: 'certain' | 'possible';
}

/**
 * What is forbidden to a state whose possible statuses under each treaty are given, with a munition of the given scope.
 * Missing treaties do not bind. Nothing is listed that surely does not bind or does not cover the munition.
 */
export function forbiddenTo(
  statuses: Readonly<Partial<Record<TreatyName, readonly TreatyStatus[]>>>,
  scope: TreatyScope,
): readonly ForbiddenThen[] {
  const names: readonly TreatyName[] = ['apmbc', 'ccm', 'ap2', 'p5'];
  return names.flatMap((treaty) => {
    const possible = statuses[treaty] ?? [];
    const covered = scope[treaty];
    if (covered === 'no') return [];
    const bonds = possible.map((status) => bondOf(treaty, status));
    if (!bonds.some((b) => b !== 'not-bound')) return [];
    const binds = bonds.every((b) => b !== 'not-bound') ? 'certain' : 'possible';
    return prohibitions[treaty].map((p) => ({ ...p, treaty, covered, binds }) as const);
  });
}

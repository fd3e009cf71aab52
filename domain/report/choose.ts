/**
 * Only a person's choice settles a dispute (design, *latest*). A choice names the claims its author saw and the one taken;
 * it holds while all that remain are among those seen and the one taken remains; else it lapses, and is shown.
 * A later word that says nothing (unknown) speaks against no choice.
 */
import { allowsAll } from './disagree.ts';
import type { Choice } from './folded.ts';
import type { Held } from './held.ts';

export interface Chosen {
  readonly taken?: Held;
  readonly lapsed?: string;
}

export function chosenAmong(remain: readonly Held[], choice: Choice): Chosen {
  let lapsed: string | undefined;
  if (choice.contested) return {};
  for (const { decision } of choice.heads) {
    if (decision.act !== 'choose') continue;
    const { saw, takes } = decision;
    const taken = remain.find((h) => h.id === takes.report && h.n === takes.n);
    const seen = remain.every(
      (h) => allowsAll(h.claim.value) || saw.some((s) => s.report === h.id && s.n === h.n),
    );
    if (taken !== undefined && seen) return { taken };
    lapsed ??= decision.id;
  }
  return lapsed === undefined ? {} : { lapsed };
}

import { queryOptions } from '@tanstack/react-query';
import type { Ground } from '@tilth/domain/filter/ground';
import type { Stamp } from './answers.ts';
import { tell } from './ask.ts';
import type { Times } from './questions.ts';

/** What lies on a piece of ground; all m² but where it says otherwise. */
export interface Inside {
  readonly stamp: Stamp;
  readonly ground_m2: number;
  readonly kinds: readonly { readonly kind: string; readonly items: number; readonly reported: number }[];
  /** null: more outlines than are measured at once */
  readonly land: {
    readonly items: number;
    readonly sum: number;
    readonly once: number;
    readonly sha: number;
    readonly cha: number;
    readonly unmeasured: number;
    readonly papers_not_held: { readonly items: number; readonly m2: number };
  } | null;
  readonly released: readonly { readonly method: string; readonly items: number; readonly m2: number }[];
  readonly surveyed_m2: number;
  readonly to_locate: number;
}

/** `within` is the ground as it stands in the address, `ground` what it means. */
export function insideQuestion(programme: string, within: string, ground: Ground, { at, known }: Times) {
  return queryOptions({
    queryKey: ['inside', programme, within, at, known],
    queryFn: async () => {
      const times = { ...(at !== null && { at }), ...(known !== null && { known }) };
      const inside = await tell<Inside>('POST', '/api/inside', { programme, ground, ...times });
      if (inside === null) throw new Error('the server answered without an answer');
      return inside;
    },
  });
}

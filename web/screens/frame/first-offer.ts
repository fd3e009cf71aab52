/** What Enter takes of what was found: the first offer. Never one of two readings of a position: a person chooses those. */
import type { Found } from '../../ask/search.ts';

export const POSITION = 'position';

/** The key of the option, as the list of options has it; null: nothing to take. */
export function firstOffer({
  position,
  readings,
  kinds,
}: Pick<Found, 'position' | 'readings' | 'kinds'>): string | null {
  if (position !== null) return POSITION;
  if (readings.length > 0) return null;
  return kinds.flatMap((k) => k.rows)[0]?.id ?? null;
}

/**
 * Which P-codes lie in an administrative unit (design, *Counting*): its own, and those of every unit within it, down to the
 * smallest. Where a place says within which unit it lies, that holds; where none does, P-codes nest by their beginning
 * (OCHA COD-AB): a code lies in the unit with the longest code that it begins with, unless both stand at one level.
 */

export interface Unit {
  readonly id: string;
  /** its P-code, or the local id where it has none; null: it has neither */
  readonly code: string | null;
  /** the unit it says it lies within */
  readonly parent: string | null;
  readonly level: string | null;
}

/** The unit's own code and those of `codes` that lie in it; `codes`: as items give them. Loops of units end. */
export function unitsWithin(unit: string, units: readonly Unit[], codes: Iterable<string>): Set<string> {
  const byId = new Map(units.map((u) => [u.id, u]));
  const known = new Map<string, Unit>();
  for (const u of units) if (u.code !== null && !known.has(u.code)) known.set(u.code, u);
  const above = (code: string): string | null => {
    const here = known.get(code);
    const stated = byId.get(here?.parent ?? '')?.code;
    if (stated) return stated;
    for (let end = code.length - 1; end > 0; end -= 1) {
      const shorter = code.slice(0, end);
      const found = known.get(shorter);
      const apart = found?.level == null || found.level !== here?.level;
      if (shorter === unit || found) if (apart) return shorter;
    }
    return null;
  };
  const inside = (code: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | null = code; at !== null && !seen.has(at); at = above(at)) {
      if (at === unit) return true;
      seen.add(at);
    }
    return false;
  };
  return new Set([unit, ...[...codes].filter(inside)]);
}

/** Of which category a model is, or of which one a transfer is said to be alone. */
import type { SpokenItem } from '@tilth/domain/report/sayings';

/** Null: nobody says, or several are said. */
export function categoryOf({ sayings }: Pick<SpokenItem, 'sayings'>): string | null {
  const codes = new Set(
    sayings.flatMap(({ property, place, value }) => {
      if (place !== 'stands' || (property !== 'category' && property !== 'categories')) return [];
      const code = value.type === 'member' ? value.of : value;
      return code.type === 'code' ? [code.code] : [];
    }),
  );
  return codes.size === 1 ? ([...codes][0] ?? null) : null;
}

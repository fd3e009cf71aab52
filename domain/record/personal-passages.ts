/**
 * The passages of a text that personal values of a report were read from (design, law 9). Words quoted with any other claim of
 * the report may repeat the name where they reach into such a passage, so they are as personal as the value.
 */
import type { Claim, Report, Where } from '../report/entry.ts';
import type { Model } from './kind.ts';

/** Code points of the text. */
export type Passage = NonNullable<Where['position']>;

/** Where the personal values of a report stand, sealed or not; that a value is not known is none. */
export function personalPassages({ items, claims }: Report, model: Model): readonly Passage[] {
  return claims.flatMap(({ on, property, value, where }) => {
    if (where?.position === undefined || (value.type === 'unknown' && value.typed === undefined)) return [];
    const properties = model.kinds.get(items[on]?.kind ?? '')?.properties ?? {};
    const personal = Object.hasOwn(properties, property) && properties[property]?.sensitivity === 'personal';
    return personal ? [where.position] : [];
  });
}

/** Whether the words quoted with a claim, and what is kept around them, reach into any of the passages. */
export function quotesFrom({ where }: Claim, passages: readonly Passage[]): boolean {
  if (!where?.quote || !where.position) return false;
  const start = where.position.start - [...(where.quote.prefix ?? '')].length;
  const end = where.position.end + [...(where.quote.suffix ?? '')].length;
  return passages.some((p) => start < p.end && p.start < end);
}

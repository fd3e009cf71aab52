/** When a source spoke, where a mapping says that the name of the file tells it (`source.date_in_name`). */
import { readDate } from './dates.ts';
import type { Mapping } from './mapping.ts';

/**
 * The mapping with the date that stands in the file's name as its source's own: the last day (2026-02-03, 2026_02_03,
 * 20260203) or month (2026-02) that is one. A name without any leaves the mapping as it is.
 */
export function withDateOf(mapping: Mapping, fileName: string): Mapping {
  if (mapping.source.date_in_name !== true) return mapping;
  const found = [...fileName.matchAll(/(?<!\d)(\d{4})([-_.]?)(\d{2})(?:\2(\d{2}))?(?!\d)/gu)]
    // six digits may be anything
    .filter(([, , between, , day]) => between !== '' || day !== undefined)
    .map(([, year, , month, day]) => [year, month, day].filter(Boolean).join('-'))
    .findLast((text) => readDate(text) !== null);
  if (found === undefined) return mapping;
  const { date_in_name: _, ...source } = mapping.source;
  return { ...mapping, source: { ...source, date: found } };
}

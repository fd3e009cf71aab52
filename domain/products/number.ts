/**
 * The next number of a pattern such as `SR-{year}-{number:3}` (rule `number-pattern`): one more than the highest that the
 * pattern has given in that year, whatever came of it, since a number that was sent is never sent again.
 */
export const USUAL_PATTERN = '{year}-{number:3}';

export function nextNumber(pattern: string, year: string, taken: Iterable<string>): string {
  const shape = new RegExp(
    `^${pattern
      .split(/(\{year\}|\{number(?::\d{1,2})?\})/)
      .map((part) =>
        part === '{year}'
          ? year
          : part.startsWith('{number')
            ? '(\\d+)'
            : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      )
      .join('')}$`,
    'u',
  );
  let last = 0;
  for (const number of taken) {
    const found = shape.exec(number.trim())?.[1];
    if (found !== undefined) last = Math.max(last, Number(found));
  }
  return pattern
    .replaceAll('{year}', year)
    .replace(/\{number(?::(\d{1,2}))?\}/g, (_, width: string | undefined) =>
      String(last + 1).padStart(Number(width ?? 1), '0'),
    );
}

/** The kind with the most records; the first of several; undefined when there is no record at all. */
export function fullest(counts: ReadonlyMap<string, number>): string | undefined {
  const [first] = [...counts].filter(([, n]) => n > 0).sort(([, a], [, b]) => b - a);
  return first?.[0];
}

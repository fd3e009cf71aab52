/** A quantity of which only its two ends are said: "between 30 and 50 families", "six to eight years". */

/** As it is written here: `30-50`. The ends come in order, whichever was said first. */
export function writeRange(a: number, b: number): string {
  return `${Math.min(a, b)}-${Math.max(a, b)}`;
}

/** Lower and upper end of what writeRange wrote; null for anything else. */
export function readRange(value: unknown): readonly [number, number] | null {
  const m = typeof value === 'string' ? /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(value) : null;
  return m === null ? null : [Number(m[1]), Number(m[2])];
}

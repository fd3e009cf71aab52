/** The multiples of a step from one number to another, at most sixty. */
export function rounds(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: Math.min(count, 60) }, (_, i) => Number(((first + i) * step).toFixed(9)));
}

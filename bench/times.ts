/** Stop watches and medians. */

/** Seconds that `work` takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

export function median(of: readonly number[]): number {
  return quantile(of, 0.5);
}

/** The value below which the share `q` of all lies (nearest rank). */
export function quantile(of: readonly number[], q: number): number {
  const sorted = [...of].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1));
  const found = sorted[at];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

/** Ours and the peer's turn by turn, so that what else the machine does falls on both; seconds of each turn. */
export async function turns(
  n: number,
  ours: (turn: number) => Promise<number>,
  peer: (turn: number) => Promise<number>,
): Promise<{ readonly ours: readonly number[]; readonly peer: readonly number[] }> {
  const all = { ours: [] as number[], peer: [] as number[] };
  for (let turn = 0; turn < n; turn++) {
    all.peer.push(await peer(turn));
    all.ours.push(await ours(turn));
  }
  return all;
}

/** What one row of the bench found: our figure, the peer's, and what is aimed at (design §7). */

export type Engine = 'pglite' | 'postgres';

export interface Result {
  /** the name `--rows` picks by */
  readonly row: string;
  readonly engine: Engine;
  readonly work: string;
  readonly unit: 's' | 'ms' | 'kB' | 'frames/s' | 'articles/s';
  /** the median over the repetitions */
  readonly ours: number;
  /** the same work by somebody else, on this machine, in this run, turn by turn with ours */
  readonly peer?: { readonly what: string; readonly value: number };
  /** at most this many times the peer's figure, at most this figure, or at least this figure */
  readonly aim?: { readonly ratio: number } | { readonly most: number } | { readonly least: number };
  /** every repetition */
  readonly all: readonly number[];
  readonly note?: string;
}

/** Ours as a multiple of the peer's; null without a peer. */
export function ratioOf({ ours, peer }: Result): number | null {
  return peer === undefined ? null : ours / peer.value;
}

/** Whether the aim is met; null where none is set. */
export function isMet(result: Result): boolean | null {
  const { aim, ours } = result;
  if (aim === undefined) return null;
  if ('most' in aim) return ours <= aim.most;
  if ('least' in aim) return ours >= aim.least;
  const ratio = ratioOf(result);
  return ratio === null ? null : ratio <= aim.ratio;
}

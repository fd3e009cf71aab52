/**
 * What was said of a property and no longer stands first: the sides of a dispute, those a later claim takes the place of
 * (design, law 4: a later claim supersedes an older one), and the values superseded so far. It decides nothing: a
 * reviewer is told of it before approving, and a reader finds it below the value.
 */
import { canonical } from './canonical.ts';
import type { ClaimRef, Value } from './entry.ts';
import type { PropertyView, Shown } from './view.ts';

/** One value of a property; `by` is null where its claim is told by its report alone. */
export interface ValueSide {
  readonly value: Value;
  readonly by: Shown | null;
}

const nameOf = ({ report, n }: ClaimRef): string => `${report} ${n}`;

/** The value that stands and, while disputed, all beside it. Who says the first is found in `other`, a view of it where it is not first. */
export function sidesOf(p: PropertyView, other?: PropertyView): readonly ValueSide[] {
  const { claim } = p;
  const head = [...(other?.remaining ?? []), ...(other?.earlier ?? [])].find(
    (s) => claim !== null && nameOf(s.claim) === nameOf(claim),
  );
  const own = p.value === null ? [] : [{ value: p.value, by: head ?? null }];
  if (p.state !== 'disputed') return own;
  return [...own, ...p.remaining.map((s) => ({ value: s.value, by: s }))];
}

/** The sides of a dispute that no longer stand beside each other in the later view; none where it goes on, or where there is none. */
export function endedBy(before: PropertyView | undefined, after: PropertyView | undefined): readonly Shown[] {
  if (before?.state !== 'disputed' || after === undefined || after.state === 'disputed') return [];
  const refs = [...before.remaining.map((s) => s.claim), ...(before.claim === null ? [] : [before.claim])];
  const sides = new Set(refs.map(nameOf));
  return after.earlier.filter((s) => s.standing === 'live' && sides.has(nameOf(s.claim)));
}

/** Live claims that later ones took the place of and that say something else than what stands, last first. */
export function earlierValues(p: PropertyView): readonly Shown[] {
  const stands = new Set(
    [p.value, ...(p.members ?? []).map((m) => m.value)].flatMap((v) => (v === null ? [] : [canonical(v)])),
  );
  return p.earlier.filter((s) => s.standing === 'live' && !stands.has(canonical(s.value)));
}

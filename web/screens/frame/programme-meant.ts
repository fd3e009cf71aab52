/**
 * Which programme an address means that names none, as addresses kept from before did: the one whose record or draft it
 * names, else the one this browser was in last, else the first. Programmes that are added later change nothing of it.
 */
import type { Address } from '../../address.ts';

/** What an address names that belongs to a programme. */
export interface Named {
  readonly kind: string;
  readonly item: string | null;
  readonly draft: string | null;
}

export function namedIn({ screen, own, kind, item, itemKind }: Address): Named {
  const reporting = screen === 'report';
  return {
    kind: itemKind ?? (reporting || screen === 'disputes' ? own.kind : undefined) ?? kind,
    item: (reporting ? own.about : undefined) ?? item,
    draft: (reporting ? own.draft : undefined) ?? null,
  };
}

/**
 * @param homes the programmes that hold what the address names; none: it names nothing, or nothing for this reader
 * @param last the one this browser was in
 * @returns null: the address names one that is not there, or there is none at all
 */
export function programmeMeant<P extends { readonly id: string }>(
  asked: string | null,
  programmes: readonly P[],
  homes: readonly string[],
  last: string | null,
): P | null {
  if (asked !== null) return programmes.find((p) => p.id === asked) ?? null;
  const held = programmes.filter((p) => homes.includes(p.id));
  const among = held.length > 0 ? held : programmes;
  return among.find((p) => p.id === last) ?? among[0] ?? null;
}

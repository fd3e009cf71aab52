/**
 * Of what a lifetime is claimed: of a munition model, or with a transfer, by the promises attached to it and the models it is
 * said to hold. Never of an area, a task or a single item in the ground (design, law 5).
 */
import type { Id } from '../report/entry.ts';
import { linked, type Saying } from '../report/sayings.ts';
import { lifetimeClaims, shareClaims } from './claims.ts';

/** An item with what is said of it, as /api/accountability answers it. */
export interface Spoken {
  readonly id: Id;
  readonly kind: string;
  readonly sayings: readonly Saying[];
}

export interface Subject {
  readonly id: Id;
  readonly kind: 'munition-model' | 'transfer';
  /** the claims on lifetime: of a transfer, those on its promises and models too */
  readonly sayings: readonly Saying[];
}

/** Models and transfers of which a lifetime is claimed, models first, as they come. */
export function lifetimeSubjects(items: readonly Spoken[]): readonly Subject[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const ofKind = (kind: Subject['kind']) => items.filter((i) => i.kind === kind);
  const subjects: Subject[] = [
    ...ofKind('munition-model').map(({ id, sayings }) => ({
      id,
      kind: 'munition-model' as const,
      sayings: onLifetime(sayings),
    })),
    ...ofKind('transfer').map((transfer) => ({
      id: transfer.id,
      kind: 'transfer' as const,
      sayings: partsOf(transfer, items)
        .map((id) => byId.get(id))
        .filter((part) => part?.kind === 'munition-model' || part?.kind === 'assurance')
        .flatMap((part) => onLifetime(part?.sayings ?? [])),
    })),
  ];
  return subjects.filter((s) => s.sayings.length > 0);
}

/** The promises and models of a transfer: those it names, and the promises that name it. */
function partsOf(transfer: Spoken, items: readonly Spoken[]): readonly Id[] {
  const named = [...linked(transfer.sayings, 'assurances'), ...linked(transfer.sayings, 'models')];
  const naming = items.filter(
    (i) => i.kind === 'assurance' && linked(i.sayings, 'transfers').includes(transfer.id),
  );
  return [...new Set([...named, ...naming.map((i) => i.id)])];
}

/** Whether a published figure about it says out of how many it was counted: else no claim of it rests on a number of items. */
export function isCounted({ id, sayings }: Subject, items: readonly Spoken[]): boolean {
  const behind = new Set([
    id,
    ...items.filter((i) => i.sayings.some((s) => sayings.includes(s))).map((i) => i.id),
  ]);
  return items.some(
    (i) =>
      i.kind === 'published-figure' &&
      linked(i.sayings, 'about').some((of) => behind.has(of)) &&
      i.sayings.some((s) => s.property === 'denominator' && s.value.type === 'text'),
  );
}

function onLifetime(sayings: readonly Saying[]): readonly Saying[] {
  const read = new Set([...lifetimeClaims(sayings), ...shareClaims(sayings)].map((c) => c.saying));
  return sayings.filter((s) => read.has(s));
}

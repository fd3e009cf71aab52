/**
 * Suggestions held against claims a person marked: recall and precision of spans that overlap by half, and on those how often
 * speaker, its kind, certainty, value with unit, and date are right, comparing only what the marked claim says. Equal
 * quantities are equal in any unit of one dimension.
 */
import { sameAmount, sameDate } from './same-amount.ts';
import type { Suggestion } from './suggestion.ts';

export interface Gold {
  /** code points */
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export interface Score {
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
  readonly matched: number;
  /** share right of those marked; null where none is marked */
  readonly fields: Readonly<
    Record<'speaker' | 'speaker_kind' | 'certainty' | 'value' | 'event_date', number | null>
  >;
}

/** Half of the longer one. */
const ENOUGH = 0.5;

export function score(made: readonly Suggestion[], gold: readonly Gold[]): Score {
  const pairs = gold
    .flatMap((g, gi) => made.map((m, mi) => ({ gi, mi, share: overlap(m.span, g) })))
    .filter((p) => p.share >= ENOUGH)
    .sort((a, b) => b.share - a.share || a.gi - b.gi || a.mi - b.mi);
  const forGold = new Map<number, number>();
  const used = new Set<number>();
  for (const { gi, mi } of pairs) {
    if (forGold.has(gi) || used.has(mi)) continue;
    forGold.set(gi, mi);
    used.add(mi);
  }
  // two claims of one span, such as of two states, are found by one suggestion
  for (const { gi, mi } of pairs) if (!forGold.has(gi)) forGold.set(gi, mi);
  const recall = gold.length === 0 ? 1 : forGold.size / gold.length;
  const precision = made.length === 0 ? 1 : used.size / made.length;
  const right = (field: string, same: (m: Suggestion, g: Gold) => boolean) => {
    const asked = [...forGold].filter(([gi]) => (gold[gi]?.[field] ?? null) !== null);
    const good = asked.filter(([gi, mi]) => {
      const [m, g] = [made[mi], gold[gi]];
      return m !== undefined && g !== undefined && same(m, g);
    });
    return asked.length === 0 ? null : good.length / asked.length;
  };
  return {
    recall,
    precision,
    f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision),
    matched: forGold.size,
    fields: {
      speaker: right('speaker', (m, g) => named(m.speaker) === named(String(g.speaker))),
      speaker_kind: right('speaker_kind', (m, g) => m.speaker_kind === g.speaker_kind),
      certainty: right('certainty', (m, g) => m.certainty === g.certainty),
      // of a marked number without a unit the number alone is compared
      value: right('value', (m, g) => sameAmount(m, { value: g.value, unit: g.unit ?? m.unit })),
      event_date: right('event_date', (m, g) => sameDate(m.event_date, g.event_date)),
    },
  };
}

function overlap(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / Math.max(a.end - a.start, b.end - b.start);
}

/** Without an article or a title. */
const named = (name: string) =>
  name
    .toLowerCase()
    .replace(/^(?:the |(?:mr|mrs|ms|dr|prof|capt|col|gen|lt|maj|sgt|sir|dame)\b\.? )+/, '')
    .trim();

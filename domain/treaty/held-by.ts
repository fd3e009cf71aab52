/**
 * Who holds which of the statuses that a record leaves open. A reading of an act, by what it was or by its day, speaks for the
 * statuses that are left when it alone is taken of that act; one under which all of them stay speaks for none. Nobody is
 * weighed against anybody (design, law 4).
 */
import type { Party } from '../report/entry.ts';
import type { AlignedAct } from './align-acts.ts';
import type { ActOfState, TreatyStatus } from './status-on.ts';

/** One voice for a status, by what it tells. */
export interface Holds {
  readonly status: TreatyStatus;
  /** what the act was, as this voice has it: a code of `treaty-act-type` */
  readonly act: string;
  readonly by: Party;
  /** who tells it, where nobody is named */
  readonly source: string;
}

/** An act with the readings that the rules take of it. */
export interface Weighed {
  readonly act: AlignedAct;
  readonly days: AlignedAct['days'];
  readonly readings: ActOfState;
}

/** @param under every status that the record allows when of the n-th act only these readings are taken */
export function heldBy(
  weighed: readonly Weighed[],
  statuses: readonly TreatyStatus[],
  under: (n: number, readings: ActOfState) => readonly TreatyStatus[],
): readonly Holds[] {
  if (statuses.length < 2) return [];
  const found = weighed.flatMap(({ act, days, readings }, n) => {
    const telling = (kept: ActOfState): readonly TreatyStatus[] => {
      const left = kept.length === 0 ? statuses : under(n, kept);
      return left.length < statuses.length ? left : [];
    };
    const source = act.told[0]?.source ?? '';
    const byType = act.types.flatMap(({ code, by }) =>
      telling(readings.filter((r) => r.type === code)).map(
        (status): Holds => ({ status, act: code, by, source }),
      ),
    );
    const byDay = days.flatMap((day) =>
      telling(readings.filter((r) => r.to === day.to && (day.from ?? r.from) === r.from)).map(
        (status): Holds => ({ status, act: readings[0]?.type ?? '', by: day.by, source: day.source }),
      ),
    );
    return [...byType, ...byDay];
  });
  const named = ({ status, act, by, source }: Holds) =>
    [status, act, by.name ?? by.item ?? source].join('\n');
  return [...new Map(found.map((h) => [named(h), h])).values()];
}

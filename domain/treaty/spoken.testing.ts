/** Items of acts under a treaty as tests need them: each act as one or several sources tell it. */
import type { Certainty } from '../evidence/certainty.ts';
import type { Value } from '../report/entry.ts';
import type { Saying } from '../report/sayings.ts';
import type { State } from '../report/view.ts';
import type { Spoken } from './acts-said.ts';

/** A day `2025-06-25`, or a span `2026-01-01/2026-12-31`, with nothing before the stroke for an unknown beginning. */
export function dayValue(text: string): Value {
  const [first = '', last = first] = text.split('/');
  return { type: 'date', span: { from: first === '' ? null : first, to: last } };
}

export interface Telling {
  readonly by?: string;
  /** up to when it is said to hold */
  readonly until?: string;
  readonly treaty?: string;
  readonly country?: string;
  readonly act?: string;
  /** how the act is said */
  readonly certainty?: Certainty;
  readonly done?: string;
  readonly received?: string;
  readonly effective?: string;
  readonly inConflict?: boolean;
  readonly conflictEnded?: string;
}

/** One item, told by one voice or several; what later tellings say differently is disputed. */
export function spoken(id: string, ...tellings: readonly [Telling, ...Telling[]]): Spoken {
  const [first] = tellings;
  const values = tellings.map((t): Readonly<Record<string, Value | undefined>> => {
    const { treaty = first.treaty ?? 'apmbc', country = first.country ?? 'EST', act = first.act } = t;
    const when = (text: string | undefined) => (text === undefined ? undefined : dayValue(text));
    return {
      treaty: { type: 'link', key: { kind: 'treaty', id: treaty } },
      country: { type: 'code', code: country },
      act: act === undefined ? undefined : { type: 'code', code: act },
      done_on: when(t.done),
      received_on: when(t.received),
      effective_on: when(t.effective),
      in_conflict: t.inConflict === undefined ? undefined : { type: 'yesno', yes: t.inConflict },
      conflict_ended_on: when(t.conflictEnded),
    };
  });
  const sayings: Saying[] = [];
  for (const [n, told] of values.entries()) {
    const certainty = tellings[n]?.certainty;
    for (const [property, value] of Object.entries(told)) {
      if (value === undefined) continue;
      const before = sayings.find((s) => s.property === property);
      const state: State =
        before !== undefined && JSON.stringify(before.value) !== JSON.stringify(value)
          ? 'disputed'
          : 'settled';
      sayings.push({
        property,
        definition: '',
        state,
        place: before === undefined ? 'stands' : 'beside',
        value,
        when: { from: null, to: tellings[n]?.until ?? '2026-02-03' },
        said: { name: tellings[n]?.by ?? 'The depositary' },
        source: 'A list',
        claim: { report: `${id}-${n}`, n: 0 },
        number: 1,
        ...(property === 'act' && certainty && { sure: { certainty } }),
      });
    }
  }
  return { id, sayings };
}

/** The two times as typed: `--at DATE` and `--known INSTANT`, or a receipt number. */
import { problem, Refusal } from '@tilth/domain/problem';
import type { Asker, Store, Times } from '@tilth/store/store';
import type { Option } from './command.ts';

export const timesOptions: Readonly<Record<string, Option>> = {
  at: { type: 'string', value: 'DATE', help: 'as it was on that day (default today)' },
  known: {
    type: 'string',
    value: 'INSTANT',
    help: 'as it was known then: an instant, a receipt number, or published:DATE for the number up to which nothing later was published (default all)',
  },
};

/** Refusal `date-unreadable` for anything that is no day, no instant and no number. */
export function timesOf(flags: Readonly<Record<string, unknown>>): Times {
  return {
    ...(typeof flags.at === 'string' ? { at: day(flags.at) } : {}),
    ...(typeof flags.known === 'string' ? { known: known(flags.known) } : {}),
  };
}

const PUBLISHED = /^published:(.*)$/;

/**
 * As `timesOf`, and reads `--known published:DATE`: the receipt number up to which this office held nothing that was published
 * after that day. The answer names the number, so that it can be asked for again.
 */
export async function timesAsked(
  flags: Readonly<Record<string, unknown>>,
  store: Store,
  who: Asker,
  programme: string,
): Promise<Times> {
  const typed = typeof flags.known === 'string' ? PUBLISHED.exec(flags.known)?.[1] : undefined;
  if (typed === undefined) return timesOf(flags);
  const { number } = await store.published(who, programme, day(typed));
  return { ...timesOf({ at: flags.at }), known: number };
}

function day(typed: string): string {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? Date.parse(`${typed}T00:00:00Z`) : Number.NaN;
  // the thirtieth of February is read as a day of March
  if (!Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(typed)) return typed;
  throw new Refusal(problem('date-unreadable', { value: typed }));
}

function known(typed: string): string | number {
  if (/^\d{1,15}$/.test(typed)) return Number(typed);
  // a bare day would leave open which of its instants is meant
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(typed) ? new Date(typed) : new Date(Number.NaN);
  if (Number.isNaN(instant.getTime())) throw new Refusal(problem('date-unreadable', { value: typed }));
  return instant.toISOString();
}

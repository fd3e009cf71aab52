/**
 * The lifetimes that are claimed of a munition or promised with a transfer, each by its speaker and with its bound. A claim
 * is read as it is worded: "within two weeks" ends at two weeks; "a few weeks" begins at two and ends nowhere; what has no
 * end promises nothing by any day. A share without a number of trials stays a claim (method.md).
 */
import type { Value } from '../report/entry.ts';
import { type Saying, voiceOf } from '../report/sayings.ts';

/** What is claimed to have happened by then; `life`: that it is over, however. */
export type Event = 'self-destruct' | 'self-deactivate' | 'life';

export interface LifetimeClaim {
  readonly event: Event;
  /** hours after emplacement between which it is claimed to happen; `to` null: no last hour is named */
  readonly from: number;
  readonly to: number | null;
  readonly saying: Saying;
}

export interface ShareClaim {
  /** of all items, 0 to 1 */
  readonly low: number;
  readonly high: number;
  /** under which definition the share is meant: when, and of what */
  readonly definition: string;
  readonly saying: Saying;
}

const EVENTS: Readonly<Record<string, Event>> = {
  self_destruct_claimed: 'self-destruct',
  self_deactivate_claimed: 'self-deactivate',
  lifetime_claimed: 'life',
};

/** The claims on time among what is said of an item; a claim that states no number of hours is none. */
export function lifetimeClaims(sayings: readonly Saying[]): readonly LifetimeClaim[] {
  return sayings.flatMap((saying) => {
    const event = Object.hasOwn(EVENTS, saying.property) ? EVENTS[saying.property] : undefined;
    const range = rangeOf(saying.value);
    return event === undefined || range === null ? [] : [{ event, ...range, saying }];
  });
}

/** The claims on the share that would still function. */
export function shareClaims(sayings: readonly Saying[]): readonly ShareClaim[] {
  return sayings.flatMap((saying) => {
    const range = saying.property === 'share_live_claimed' ? rangeOf(saying.value) : null;
    if (range === null) return [];
    // a share of which only the least is said may be all
    const percent = (n: number) => Math.min(1, Math.max(0, n / 100));
    return [
      {
        low: percent(range.from),
        high: percent(range.to ?? 100),
        definition: saying.definition,
        saying,
      },
    ];
  });
}

/** The numbers a value allows; null when it is none. */
function rangeOf(value: Value): { readonly from: number; readonly to: number | null } | null {
  if (value.type !== 'number') return null;
  const { number, precision = 0, min, max } = value;
  if (number !== undefined) return { from: Math.max(0, number - precision), to: number + precision };
  return min === undefined && max === undefined
    ? null
    : { from: Math.max(0, min ?? 0), to: max === undefined ? null : Math.max(0, max) };
}

/** Whether two claims are one speaker's. */
export function sameSpeaker(a: Saying, b: Saying): boolean {
  return voiceOf(a) === voiceOf(b);
}

/**
 * Each speaker's claims as a scenario of its own: the last day named, and the share said to be left. Speakers are never put
 * together. A speaker who names no share bounds nothing: by their word none to all of the items could still function. A
 * speaker who names a share and no day ("after a set period") is given the longest period that anybody names of the same
 * thing, and whose it is is told.
 */
import { isProblem, type Problem } from '../problem.ts';
import type { Saying } from '../report/sayings.ts';
import { type LifetimeClaim, lifetimeClaims, type ShareClaim, sameSpeaker, shareClaims } from './claims.ts';
import type { Scenario, Share } from './envelope.ts';
import { type CountedOf, type FieldFigure, observedShare } from './observed-share.ts';

export interface ClaimedScenario {
  readonly scenario: Scenario;
  /** the claims it is made of, all of one speaker, the first the one it is named for */
  readonly claims: readonly Saying[];
  /** the claim its day is taken from, when that is another speaker's */
  readonly day_from?: Saying;
  /** no share is named: the promise has no number */
  readonly no_share: boolean;
  /** no last day is named by anybody: nothing declines */
  readonly no_day: boolean;
}

/** What nobody has put a number to. */
const ANY: Share = { low: 0, high: 1 };
const HOURS = 24;

/** Superseded claims too: what a speaker said before is what they said. */
export function claimedScenarios(sayings: readonly Saying[]): readonly ClaimedScenario[] {
  const times = lifetimeClaims(sayings);
  const shares = shareClaims(sayings);
  const spoken = new Set([...times, ...shares].map((c) => c.saying));
  const speakers: Saying[] = [];
  for (const saying of sayings)
    if (spoken.has(saying) && !speakers.some((s) => sameSpeaker(s, saying))) speakers.push(saying);
  return speakers.map((speaker) =>
    scenarioOf(
      times.filter((t) => sameSpeaker(t.saying, speaker)),
      shares.filter((s) => sameSpeaker(s.saying, speaker)),
      times,
    ),
  );
}

function scenarioOf(
  times: readonly LifetimeClaim[],
  shares: readonly ShareClaim[],
  everybody: readonly LifetimeClaim[],
): ClaimedScenario {
  const destruct = lastOf(times, 'self-destruct');
  const deactivate = lastOf(times, 'self-deactivate');
  const life = lastOf(times, 'life');
  const ends = [destruct, deactivate, life].filter((t) => t !== null);
  // several shares of one speaker: between the lowest and the highest of them
  const share =
    shares.length === 0
      ? null
      : { low: Math.min(...shares.map((s) => s.low)), high: Math.max(...shares.map((s) => s.high)) };
  const borrowed = share !== null && ends.length === 0 ? longest(everybody) : null;
  const day = Math.max(0, ...[...ends, ...(borrowed === null ? [] : [borrowed])].map(dayOf));
  const ended = ends.length > 0 || borrowed !== null;
  return {
    scenario: {
      ...(destruct && { selfDestruct: { byDay: dayOf(destruct), fails: ANY } }),
      ...(deactivate && { selfDeactivate: { byDay: dayOf(deactivate), fails: ANY } }),
      ...((share !== null || life !== null) &&
        ended && { together: { byDay: day, functions: share ?? ANY } }),
    },
    claims: [...times, ...shares].map((c) => c.saying),
    ...(borrowed && { day_from: borrowed.saying }),
    no_share: share === null,
    no_day: !ended,
  };
}

type Ended = LifetimeClaim & { readonly to: number };

/** The claim that ends last: the cautious one of a speaker who named several. */
function lastOf(times: readonly LifetimeClaim[], event: LifetimeClaim['event']): Ended | null {
  return longest(times.filter((t) => t.event === event));
}

function longest(times: readonly LifetimeClaim[]): Ended | null {
  const ended = times.filter((t): t is Ended => t.to !== null);
  return ended.reduce<Ended | null>((a, b) => (a === null || b.to > a.to ? b : a), null);
}

/** The first whole day on which the claim says that it has happened. */
const dayOf = ({ to }: Ended): number => Math.ceil(to / HOURS);

/**
 * A field figure as a scenario: it speaks of one stage, so the other stays without a number. Null where it counts something
 * else than the number of items does: a share of items found says nothing of those used. Refuses `field-figure-wrong`.
 *
 * @param byDay days after emplacement at which it was counted
 */
export function fieldScenario(
  figure: FieldFigure,
  stage: 'self-destruct' | 'self-deactivate',
  byDay: number,
  itemsAre: CountedOf,
): Scenario | Problem | null {
  const share = observedShare(figure, itemsAre);
  if (share === null || isProblem(share)) return share;
  const counted = { byDay, fails: { low: share.low, high: share.high } };
  return stage === 'self-destruct'
    ? { selfDestruct: counted }
    : { selfDestruct: { byDay, fails: ANY }, selfDeactivate: counted };
}

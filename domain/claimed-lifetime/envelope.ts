/**
 * What a promise about "non-persistent" mines is worth, for study (method.md has the formulas and sources). Two stages are
 * claimed of such a mine: it destroys itself by some day, and one that failed to loses the power to function by a later day.
 * Each scenario is somebody's claim, a legal ceiling or a field figure, and stands alone: nothing here adds scenarios up or
 * averages them. A scenario may claim one stage alone (a mine said only to lose its power claims nothing of destroying
 * itself), or no stage by a last day: then nothing ever declines in it.
 *
 * Treat every item as live. This says what promises are worth, not where to walk (design, law 5): no status, map, task or
 * order of work may be taken from it, so nothing in the record's rules imports this folder.
 */

/** A share of 0 to 1 as lowest and highest; equal ends where one figure is claimed. */
export interface Share {
  readonly low: number;
  readonly high: number;
}

/** Items, as lowest and highest. */
export type Count = Share;

export interface Stage {
  /** days after emplacement by which it is claimed to have happened */
  readonly byDay: number;
  /** share that failed at this stage; of the second stage: of those that had failed at the first. Nobody names one: 0 to 1 */
  readonly fails: Share;
}

/**
 * `together` is a claim about both stages at once: the share of all items that could still function on that day (CCW Amended
 * Protocol II, Technical Annex 3(a): one in a thousand at 120 days).
 */
export interface Scenario {
  readonly selfDestruct?: Stage;
  readonly selfDeactivate?: Stage;
  readonly together?: { readonly byDay: number; readonly functions: Share };
}

/**
 * What age may do, as factors: on the timer (a failing one lets more items stay: above 1) and on the trigger (below 1 when it
 * decays, above 1 when it grows more sensitive). Sources say both happen; 1 to 1 leaves it out.
 */
export interface Ageing {
  readonly timer: Share;
  readonly trigger: Share;
}

export interface Moment {
  /** days after emplacement */
  readonly day: number;
  /** on the ground, to be cleared */
  readonly toClear: Count;
  readonly couldFunction: Count;
}

const NO_AGEING: Ageing = { timer: { low: 1, high: 1 }, trigger: { low: 1, high: 1 } };

/**
 * Items still to be cleared and items that could still function, on each of the days asked for, under one scenario. Every
 * item emplaced stays to be cleared until somebody clears it: that number never falls with time. Before a stage's day
 * nothing is claimed of it, so every item that passed the stages before may function; after the last day anybody claimed,
 * the number stands still.
 *
 * @param emplaced items, lowest and highest; whole or not, at least 0
 * @param days days after emplacement, at least 0, in any order
 */
export function envelope(
  emplaced: Count,
  scenario: Scenario,
  days: readonly number[],
  ageing: Ageing = NO_AGEING,
): readonly Moment[] {
  return days.map((day) => {
    const share = sharesOn(scenario, ageing, day);
    return {
      day,
      toClear: emplaced,
      couldFunction: { low: emplaced.low * share.low, high: emplaced.high * share.high },
    };
  });
}

/** The last day anything is claimed of: nothing declines after it. Null: nothing is claimed by any day. */
export function lastClaimedDay(scenario: Scenario): number | null {
  const days = daysOf(scenario);
  return days.length === 0 ? null : Math.max(...days);
}

function daysOf({ selfDestruct, selfDeactivate, together }: Scenario): readonly number[] {
  return [selfDestruct?.byDay, selfDeactivate?.byDay, together?.byDay].filter((d) => d !== undefined);
}

function sharesOn(scenario: Scenario, ageing: Ageing, day: number): Share {
  const { selfDestruct, selfDeactivate, together } = scenario;
  let share: Share = { low: 1, high: 1 };
  if (selfDestruct && day >= selfDestruct.byDay) share = times(selfDestruct.fails, ageing.timer);
  if (selfDeactivate && day >= Math.max(selfDeactivate.byDay, selfDestruct?.byDay ?? 0)) {
    const fails = times(selfDeactivate.fails, ageing.timer);
    share = { low: share.low * fails.low, high: share.high * fails.high };
  }
  if (together && day >= together.byDay) {
    const claimed = times(together.functions, ageing.timer);
    // what is claimed of both stages together can't be more than what is left after the first
    share = { low: Math.min(share.low, claimed.low), high: Math.min(share.high, claimed.high) };
  }
  // before the first claimed day nothing has declined, and age takes nothing away either
  return daysOf(scenario).some((claimed) => day >= claimed) ? times(share, ageing.trigger) : share;
}

function times(share: Share, factor: Share): Share {
  return { low: Math.min(1, share.low * factor.low), high: Math.min(1, share.high * factor.high) };
}

/** What is wrong with a lowest and a highest that a person entered: not numbers, negative, or the wrong way round. */
export function faultOfRange(
  { low, high }: Share,
  most = Number.POSITIVE_INFINITY,
): 'number' | 'order' | null {
  if (![low, high].every((n) => Number.isFinite(n) && n >= 0 && n <= most)) return 'number';
  return low > high ? 'order' : null;
}

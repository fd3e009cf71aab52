/**
 * Each treaty's own rules that turn what a state did into days. Mine Ban Convention (APMBC) Articles 15 to 20 and Convention
 * on Cluster Munitions (CCM) Articles 15 to 20: in force for a state on the first day of the sixth month after the month of
 * deposit; withdrawal takes effect six months after receipt. Convention on Certain Conventional Weapons (CCW) Articles 5 and
 * 9, for Amended Protocol II and Protocol V: six months after consent was notified; withdrawal one year after receipt.
 * Nobody is bound before the treaty itself is in force.
 */

import type { Day } from '../report/entry.ts';
import { addMonths, firstOfMonth } from '../report/months.ts';

export type TreatyName = 'apmbc' | 'ccm' | 'ap2' | 'p5';

export interface TreatyRules {
  /** nobody acts under it before: opened for signature, or adopted where there is no signature */
  readonly opened: Day;
  /** the treaty's own entry into force */
  readonly inForce: Day;
  readonly entry: 'first-of-sixth-month' | 'six-months-after';
  readonly withdrawalMonths: 6 | 12;
  /** articles the rules stand in: entry, withdrawal */
  readonly articles: readonly [string, string];
}

/** Sources: the four texts; days of entry into force as kept by the UN Treaty Collection. */
export const treatyRules: Readonly<Record<TreatyName, TreatyRules>> = {
  apmbc: {
    opened: '1997-12-03',
    inForce: '1999-03-01',
    entry: 'first-of-sixth-month',
    withdrawalMonths: 6,
    articles: ['APMBC 17', 'APMBC 20'],
  },
  ccm: {
    opened: '2008-12-03',
    inForce: '2010-08-01',
    entry: 'first-of-sixth-month',
    withdrawalMonths: 6,
    articles: ['CCM 17', 'CCM 20'],
  },
  ap2: {
    opened: '1996-05-03',
    inForce: '1998-12-03',
    entry: 'six-months-after',
    withdrawalMonths: 12,
    articles: ['CCW 5', 'CCW 9'],
  },
  p5: {
    opened: '2003-11-28',
    inForce: '2006-11-12',
    entry: 'six-months-after',
    withdrawalMonths: 12,
    articles: ['CCW 5', 'CCW 9'],
  },
};

/** The day a treaty enters into force for a state that deposited, or notified, its consent on `consent`. */
export function inForceFor(treaty: TreatyName, consent: Day): Day {
  const { entry, inForce } = treatyRules[treaty];
  const sixMonths = addMonths(consent, 6);
  const day = entry === 'first-of-sixth-month' ? firstOfMonth(sixMonths) : sixMonths;
  if (day < inForce) return inForce;
  return day;
}

/** The day a withdrawal received on `received` takes effect if the state is then in no armed conflict. */
export function withdrawalEffect(treaty: TreatyName, received: Day): Day {
  return addMonths(received, treatyRules[treaty].withdrawalMonths);
}

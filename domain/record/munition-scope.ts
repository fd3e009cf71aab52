/**
 * Which treaties cover a munition, worked out from its category and from what sets it off (APMBC Article 2; CCM Article 2;
 * CCW Amended Protocol II Article 2; CCW Protocol V Article 2; design §6). A mine is judged by its victim, not by its
 * lifetime: a claimed self-destruct or self-deactivate changes nothing, so it is no input here. What is not known is
 * answered `unknown`, never guessed in favour of a weapon.
 */

/** `command-mode-only`: outside the ban only while a person's command alone can set it off. */
export type Scope = 'yes' | 'no' | 'command-mode-only' | 'unknown';

export interface TreatyScope {
  /** the Mine Ban Convention's anti-personnel mine */
  readonly apmbc: Scope;
  /** the Convention on Cluster Munitions */
  readonly ccm: Scope;
  /** mines, booby-traps and other devices of CCW Amended Protocol II */
  readonly ap2: Scope;
  /** explosive remnants of war of CCW Protocol V, once unexploded or abandoned */
  readonly p5: Scope;
}

const MINES = ['mine', 'ap-mine', 'av-mine', 'improvised-mine'];
const CLUSTER = ['cluster-remnant', 'submunition', 'bomblet'];
const DEVICES = ['booby-trap', 'other-device', 'ied', 'command-ied', 'timed-ied'];
const ORDNANCE = ['erw', 'uxo', 'axo', 'small-arms-ammunition', ...CLUSTER];

/**
 * @param category a code of the list `ordnance-category`, or null when not known
 * @param actuation a code of the list `actuation`, or null when not known
 * @param exclusionClaimed whether somebody claims that CCM Article 2(2) excludes it: then `unknown`, since a claim settles
 * nothing
 */
export function treatyScope(
  category: string | null,
  actuation: string | null,
  exclusionClaimed = false,
): TreatyScope {
  // stored ammunition may be anything: it counts as not known
  const known = category !== null && [...MINES, ...DEVICES, ...ORDNANCE, 'explosive'].includes(category);
  if (!known) return { apmbc: byVictim(actuation, 'unknown'), ccm: 'unknown', ap2: 'unknown', p5: 'unknown' };
  const byAp2 = MINES.includes(category) || DEVICES.includes(category);
  return {
    apmbc: byAp2 ? byVictim(actuation, category === 'ap-mine' ? 'yes' : 'unknown') : 'no',
    ccm: asCluster(category, exclusionClaimed),
    ap2: byAp2 ? 'yes' : 'no',
    p5: ORDNANCE.includes(category) ? 'yes' : 'no',
  };
}

/** Remnants not named more closely may come from a cluster munition. */
function asCluster(category: string, exclusionClaimed: boolean): Scope {
  if (CLUSTER.includes(category)) return exclusionClaimed ? 'unknown' : 'yes';
  return ['erw', 'uxo', 'axo'].includes(category) ? 'unknown' : 'no';
}

/** A person as victim: covered. A vehicle alone: not, and an anti-handling device does not change that (Article 2(1)). */
function byVictim(actuation: string | null, otherwise: Scope): Scope {
  switch (actuation) {
    case 'victim-person':
    case 'victim-any':
      return 'yes';
    case 'command-or-victim':
      return 'command-mode-only';
    case 'victim-vehicle':
    case 'command':
    case 'time':
    case 'impact':
      return 'no';
    default:
      return otherwise;
  }
}

/**
 * What a programme opens to everybody (design §5 *A new programme marks nothing public*, §6 *Sensitivity by default*, and
 * *settings are entries*): its rules `public` decide, each on a kind or, with key '', on all kinds ('*'). What it was made
 * with holds only for the keys on which no rule was ever written. A rule taken back (null) opens nothing by itself: a kind
 * falls back to what holds for all kinds, all kinds to nothing. Contested: what opens least.
 *
 * Rights are those of now, whatever earlier time is asked for: closing a programme would else close nothing.
 */
import type { Sensitivity } from '../record/kind.ts';
import { ruleHeads } from '../record/rule-heads.ts';
import type { Rule } from '../report/entry.ts';
import type { Opened } from './level.ts';

type Level = Opened[string];

const rising: readonly Level[] = ['public', 'partner', 'restricted'];

/** `made`: what the programme was made with; `rules`: all rules of its log, in any order. */
export function openedBy(made: Opened, rules: readonly Rule[]): Opened {
  const heads = ruleHeads(rules, 'public');
  if (heads.size === 0) return made;
  const whole = heads.get('');
  const all = whole === undefined ? (made['*'] ?? null) : least(whole, null);
  const opened: Record<string, Level> = all === null ? {} : { '*': all };
  for (const [kind, level] of Object.entries(made)) if (kind !== '*') opened[kind] = level;
  for (const [kind, ones] of heads) {
    if (kind === '') continue;
    const level = least(ones, all);
    if (level === null) delete opened[kind];
    else opened[kind] = level;
  }
  return opened;
}

/** The least that heads open; one taken back stands for `otherwise`, one that can't be read for nothing. */
function least(heads: readonly Rule[], otherwise: Level | null): Level | null {
  const levels = heads.map((r) => (r.value === null ? otherwise : readable(r.value)));
  return levels.includes(null) ? null : (rising.find((l) => levels.includes(l)) ?? null);
}

function readable(value: unknown): Level | null {
  return rising.find((level: Sensitivity) => level === value) ?? null;
}

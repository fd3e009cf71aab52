/**
 * What a view says of a property for counting: the value that columns show, and every value it may have, which are several
 * where live claims disagree. What only reports not yet reviewed say is no value here.
 */

import type { Kind } from '../record/kind.ts';
import { canonical } from '../report/canonical.ts';
import type { Value } from '../report/entry.ts';
import type { ItemView } from '../report/view.ts';

export interface Reading {
  readonly shown: Value | null;
  /** each once; `shown` among them, null where it may be nothing */
  readonly possible: readonly (Value | null)[];
}

const nothing: Reading = { shown: null, possible: [null] };

/** `waiting`: also what only reports not yet reviewed say, as hazards are drawn. */
export function readingOf(view: ItemView, name: string, kind: Kind, waiting = false): Reading {
  const definition = kind.properties[name]?.definition ?? '';
  const found = view.properties.find((p) => p.property === name && p.definition === definition);
  if (found === undefined || (found.state === 'pending' && !waiting)) return nothing;
  const shown = known(found.value);
  if (found.state !== 'disputed') return { shown, possible: [shown] };
  const all = [shown, ...found.remaining.map((r) => known(r.value)).filter((v) => v !== null)];
  return { shown, possible: [...new Map(all.map((v) => [canonical(v), v])).values()] };
}

/** What is known to be unknown is no value, and a personal one can't be counted. */
function known(value: Value | null): Value | null {
  return value === null || value.type === 'unknown' || value.type === 'personal' ? null : value;
}

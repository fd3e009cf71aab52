/**
 * Into which cell of a breakdown an item falls. A cell's key is a code, a link's item, a text as it stands, `YYYY-MM` for
 * months; `NOT_STATED` where nothing is said. Ages fall under child or adult, the one division that every scheme of age
 * bands rolls up to (record/age-bands.ts).
 */
import type { Kind, Model } from '../record/kind.ts';
import type { Value } from '../report/entry.ts';
import type { ItemView } from '../report/view.ts';
import type { Figure } from './figure.ts';
import { readingOf } from './reading.ts';

export const NOT_STATED = 'not-stated';

/** The cells an item may fall in: the first is the one shown. */
export type Keys = readonly [shown: string, ...others: string[]];

/** A breakdown by two things at once is named `month+method`, and its cells `2026-03/cleared`. */
export const partsOf = (by: string): readonly string[] => by.split('+').slice(0, 2);

export function keysOf(view: ItemView, by: string, figure: Figure, kind: Kind, model: Model): Keys {
  const [first = '', second] = partsOf(by);
  const rows = keysOfOne(view, first, figure, kind, model);
  if (second === undefined) return rows;
  const columns = keysOfOne(view, second, figure, kind, model);
  const all = rows.flatMap((a) => columns.map((b) => `${a}/${b}`));
  return distinct(`${rows[0]}/${columns[0]}`, all);
}

function keysOfOne(view: ItemView, by: string, figure: Figure, kind: Kind, model: Model): Keys {
  if (by === 'month')
    return keysBy(view, figure.date ?? '', kind, figure.drawn, (v) =>
      v?.type === 'date' ? v.span.to.slice(0, 7) : NOT_STATED,
    );
  if (by === 'age_group') return ageKeys(view, kind, model);
  if (by === 'beneficiary_group') {
    const parts = ['beneficiary_of', 'directness', 'stage'].map((p) => keysBy(view, p, kind)[0]);
    return [parts.join('/')];
  }
  return keysBy(view, by, kind, figure.drawn);
}

function keysBy(
  view: ItemView,
  name: string,
  kind: Kind,
  waiting = false,
  key: (value: Value | null) => string = textOf,
): Keys {
  const { shown, possible } = readingOf(view, name, kind, waiting);
  return distinct(key(shown), possible.map(key));
}

function distinct(shown: string, all: readonly string[]): Keys {
  return [shown, ...new Set(all.filter((k) => k !== shown))];
}

function textOf(value: Value | null): string {
  switch (value?.type) {
    case 'code':
      return value.code;
    case 'text':
      return value.text.trim() || NOT_STATED;
    case 'link':
      return value.item ?? value.key?.id ?? NOT_STATED;
    case 'yesno':
      return String(value.yes);
    default:
      return NOT_STATED;
  }
}

const ADULT = 18;

function ageKeys(view: ItemView, kind: Kind, model: Model): Keys {
  const byAge = keysBy(view, 'age', kind, false, (v) => {
    const years = v?.type === 'number' ? v.number : undefined;
    return years === undefined ? NOT_STATED : years < ADULT ? 'child' : 'adult';
  });
  if (byAge.some((k) => k !== NOT_STATED)) return byAge;
  const bands = model.lists.get('age-band')?.codes ?? {};
  return keysBy(view, 'age_band', kind, false, (v) => {
    let code = v?.type === 'code' ? v.code : NOT_STATED;
    for (let up = bands[code]?.within; up !== undefined; up = bands[code]?.within) code = up;
    return code === 'child' || code === 'adult' ? code : NOT_STATED;
  });
}

/**
 * A view as plain columns, for tables and exports (design, *The view*): for each property the value under the definition
 * the kind names as default; when disputed the last in order (class and status: the most dangerous) with the state beside
 * it. Places are not columns: they are the view's drawing.
 */
import type { Model } from '../record/kind.ts';
import { rangeOf } from './disagree.ts';
import type { Value } from './entry.ts';
import { memberOf } from './set.ts';
import type { ItemView, PropertyView } from './view.ts';

export type Plain = string | number | boolean | null;

/**
 * Columns of a view. `<property>` holds the value; `<property>_state` its state when it is not settled; for a number known
 * only within bounds, or give or take its precision, `<property>_min` and `<property>_max`: null where it has none. Members of a set are joined by `; `. Personal, unknown and
 * geometric values are null.
 */
export function columnsOf(view: ItemView, model: Model): Readonly<Record<string, Plain>> {
  const kind = model.kinds.get(view.kind);
  const columns: Record<string, Plain> = {};
  for (const p of view.properties) {
    const stated = kind?.properties[p.property];
    // an unknown property has no default definition: the one without a name, or else none
    if (p.definition !== (stated?.definition ?? '')) continue;
    if (stated?.fold === 'perimeter' || stated?.fold === 'geometry' || stated?.fold === 'release') continue;
    addColumns(columns, p);
  }
  return columns;
}

function addColumns(columns: Record<string, Plain>, p: PropertyView): void {
  const name = p.property;
  columns[name] = p.members
    ? p.members
        .map((m) => plain(m.value))
        .filter((v) => v !== null)
        .join('; ')
    : plain(p.value);
  const v = p.value;
  if (v?.type === 'number' && (v.min !== undefined || v.max !== undefined || (v.precision ?? 0) > 0)) {
    const [least, most] = rangeOf(v);
    columns[`${name}_min`] = bound(least);
    columns[`${name}_max`] = bound(most);
  }
  if (p.state !== 'settled') columns[`${name}_state`] = p.state;
}

/** To a millionth, so that 0.8 ± 0.1 begins at 0.7; null: no bound. */
function bound(n: number): number | null {
  return Number.isFinite(n) ? Math.round(n * 1e6) / 1e6 + 0 : null;
}

/** One value as text, number or yes/no; a date as its day, or as an EDTF interval. */
export function plain(value: Value | null): Plain {
  if (value === null) return null;
  switch (value.type) {
    case 'text':
      return value.text;
    case 'code':
      return value.code;
    case 'yesno':
      return value.yes;
    case 'number':
      return value.number ?? null;
    case 'date': {
      const { from, to } = value.span;
      return from === to ? to : `${from ?? '..'}/${to}`;
    }
    case 'link':
      return value.item ?? value.key?.id ?? null;
    case 'identifier':
      return value.issuer === '' ? value.id : `${value.issuer}: ${value.id}`;
    case 'member':
      return plain(memberOf(value));
    default:
      return null;
  }
}

/** A claim's value in one line of a terminal: what is linked by what it is called, numbers with their unit. */
import type { Property } from '@tilth/domain/record/kind';
import { periodOf } from '@tilth/domain/record/units';
import type { Id, Value } from '@tilth/domain/report/entry';

/** What items are called, by id. */
export type Called = ReadonlyMap<Id, string>;

export function valueText(v: Value, property: Property | undefined, called: Called): string {
  switch (v.type) {
    case 'text':
      return v.text;
    case 'code':
      return v.code;
    case 'yesno':
      return v.yes ? 'yes' : 'no';
    case 'number':
      return numberText(v, property);
    case 'date':
      return `${v.span.from ?? '..'}/${v.span.to}`;
    case 'geometry':
      return v.geometry.type;
    case 'link': {
      const name = v.item === undefined ? undefined : called.get(v.item);
      return name === undefined ? (v.item ?? `${v.key?.kind} ${v.key?.id}`) : `${name} (${v.item})`;
    }
    case 'identifier':
      return `${v.id} (${v.issuer})`;
    case 'release':
      return `${v.method}, ${v.land.type}`;
    case 'member':
      return `${v.yes ? '' : 'not '}${valueText(v.of, property, called)}`;
    case 'personal':
      return '(personal)';
    case 'unknown':
      return `unknown (${v.why})`;
  }
}

/** The items that a value names. */
export function namedIn(v: Value): readonly Id[] {
  if (v.type === 'member') return namedIn(v.of);
  return v.type === 'link' && v.item !== undefined ? [v.item] : [];
}

function numberText(v: Extract<Value, { type: 'number' }>, property: Property | undefined): string {
  const text = (n: number) => withUnit(n, property);
  if (v.number === undefined) {
    if (v.min !== undefined && v.max !== undefined) return `${text(v.min)} to ${text(v.max)}`;
    if (v.min !== undefined) return `at least ${text(v.min)}`;
    return v.max === undefined ? (v.typed ?? 'a number') : `at most ${text(v.max)}`;
  }
  return `${text(v.number)}${v.precision ? ` ± ${text(v.precision)}` : ''}`;
}

const SIGNS: Readonly<Record<string, string>> = {
  m2: ' m²',
  'per-km2': ' per km²',
  percent: ' %',
  count: '',
};

function withUnit(n: number, property: Property | undefined): string {
  const { unit, effort } = property ?? {};
  if (unit === undefined || unit === 'money') return String(n);
  const length = unit === 'hours' && effort !== true ? periodOf(n) : { n, unit };
  const one = length.n === 1 && /^(hour|day|year)s$/.test(length.unit);
  return `${length.n}${SIGNS[length.unit] ?? ` ${one ? length.unit.slice(0, -1) : length.unit}`}`;
}

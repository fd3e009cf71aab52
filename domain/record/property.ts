/**
 * Short forms for writing a kind's properties as a table. Each returns plain data (Property): nothing here is needed to
 * read a definition. Unless said otherwise a property folds as `latest` and is for partners.
 */
import type { Property, PropertyType, Unit } from './kind.ts';

type More = Omit<Partial<Property>, 'label' | 'description' | 'type'>;
type Of<T extends PropertyType> = Property & { readonly type: T };

function property<T extends PropertyType>(type: T, label: string, description: string, more: More): Of<T> {
  return { label, description, type, fold: 'latest', sensitivity: 'partner', ...more };
}

/** A short text: a name, a number as written, a title. */
export function text(label: string, description: string, more: More = {}): Of<'text'> {
  return property('text', label, description, more);
}

/** Free text. It may name people, so it is restricted until a person classes it (law 9). */
export function narrative(label: string, description: string, more: More = {}): Of<'text'> {
  return property('text', label, description, { sensitivity: 'restricted', long: true, ...more });
}

/** One code of the list named. */
export function code(codes: string, label: string, description: string, more: More = {}): Of<'code'> {
  return property('code', label, description, { codes, ...more });
}

/** Any number of codes of the list named, each a member that can be taken out again. */
export function codeSet(codes: string, label: string, description: string, more: More = {}): Of<'code'> {
  return property('code', label, description, { codes, fold: 'set', ...more });
}

export function yesno(label: string, description: string, more: More = {}): Of<'yesno'> {
  return property('yesno', label, description, more);
}

/** A number in the canonical unit. */
export function measure(unit: Unit, label: string, description: string, more: More = {}): Of<'number'> {
  return property('number', label, description, { unit, ...more });
}

/** How many: whole numbers from zero. */
export function count(label: string, description: string, more: More = {}): Of<'number'> {
  return measure('count', label, description, more);
}

/** A number without a unit of its own: a year, a rank, a figure whose unit another property names. */
export function plainNumber(label: string, description: string, more: More = {}): Of<'number'> {
  return property('number', label, description, more);
}

/** A date, as exact as it is known. */
export function date(label: string, description: string, more: More = {}): Of<'date'> {
  return property('date', label, description, more);
}

/** A link to one item of the kinds named (none named: of any). */
export function link(to: readonly string[], label: string, description: string, more: More = {}): Of<'link'> {
  return property('link', label, description, { to, ...more });
}

/** Links to any number of items. */
export function linkSet(
  to: readonly string[],
  label: string,
  description: string,
  more: More = {},
): Of<'link'> {
  return property('link', label, description, { to, fold: 'set', ...more });
}

/** A point; WGS 84, with accuracy in the value. */
export function point(label: string, description: string, more: More = {}): Of<'geometry'> {
  return property('geometry', label, description, { fold: 'geometry', shapes: ['point'], ...more });
}

/** A place of any shape: polygon, line (with width) or point (with radius); WGS 84. */
export function shape(label: string, description: string, more: More = {}): Of<'geometry'> {
  return property('geometry', label, description, {
    fold: 'geometry',
    shapes: ['point', 'line', 'polygon'],
    ...more,
  });
}

/** Ids given by others, each with its issuer. */
export function identifiers(label: string, description: string, more: More = {}): Of<'identifier'> {
  return property('identifier', label, description, { fold: 'set', ...more });
}

/** Land said to be released; see `release` of domain/report/entry.ts. */
export function releases(label: string, description: string, more: More = {}): Of<'release'> {
  return property('release', label, description, { fold: 'release', ...more });
}

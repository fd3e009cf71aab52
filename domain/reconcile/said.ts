/**
 * What a row of a list says, as values again: the columns of a view (report/columns.ts) read backwards, so that the record can be
 * held against a list by the fold's own rule. Words of no information and personal values are not among the columns.
 */
import type { Kind, Property } from '../record/kind.ts';
import type { Value } from '../report/entry.ts';

type Cells = Readonly<Record<string, unknown>>;

/** Values by property; of sets one for each member. Places and releases are left to the drawing. */
export function saidBy(cells: Cells, kind: Kind): Readonly<Record<string, readonly Value[]>> {
  const found: Record<string, readonly Value[]> = {};
  for (const [name, property] of Object.entries(kind.properties)) {
    const values = valuesOf(name, property, cells);
    if (values.length > 0) found[name] = values;
  }
  return found;
}

function valuesOf(name: string, property: Property, cells: Cells): readonly Value[] {
  const cell = cells[name];
  if (property.type === 'number') return numberOf(name, cells);
  if (typeof cell === 'boolean') return [{ type: 'yesno', yes: cell }];
  const words = wordsOf(cell, property);
  return words.flatMap((word) => {
    const value = read(word, property);
    return value === null ? [] : [value];
  });
}

function numberOf(name: string, cells: Cells): readonly Value[] {
  const [number, min, max] = [cells[name], cells[`${name}_min`], cells[`${name}_max`]];
  const bounds = {
    ...(typeof min === 'number' && { min }),
    ...(typeof max === 'number' && { max }),
  };
  if (typeof number !== 'number' && Object.keys(bounds).length === 0) return [];
  return [{ type: 'number', ...(typeof number === 'number' && { number }), ...bounds }];
}

function wordsOf(cell: unknown, property: Property): readonly string[] {
  if (Array.isArray(cell)) return cell.filter((w) => typeof w === 'string');
  if (typeof cell !== 'string' || cell === '') return [];
  return property.fold === 'set' ? cell.split('; ') : [cell];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function read(word: string, { type, to }: Property): Value | null {
  switch (type) {
    case 'text':
      return { type: 'text', text: word };
    case 'code':
      return { type: 'code', code: word };
    case 'date': {
      const [from = '', end = from] = word.split('/');
      if (!DAY.test(end)) return null;
      return { type: 'date', span: { from: DAY.test(from) ? from : null, to: end } };
    }
    case 'link':
      return UUID.test(word)
        ? { type: 'link', item: word }
        : { type: 'link', key: { kind: to?.[0] ?? '', id: word } };
    case 'identifier': {
      const at = word.indexOf(': ');
      return at < 0
        ? { type: 'identifier', id: word, issuer: '' }
        : { type: 'identifier', id: word.slice(at + 2), issuer: word.slice(0, at) };
    }
    default:
      return null;
  }
}

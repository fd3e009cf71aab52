/**
 * Suggests which column of a file fills which property of a kind: by the property's name, label or HXL tag. Only a
 * suggestion: a person confirms each before it becomes a mapping.
 */
import type { Kind } from '@tilth/domain/record/kind';
import { folded } from './cells.ts';

export interface Suggestion {
  readonly column: string;
  readonly property: string;
  /** what they have in common */
  readonly by: 'name' | 'label' | 'hxl' | 'words';
}

const RANK = ['name', 'label', 'hxl', 'words'] as const;

/** At most one property a column and one column a property, the surest first. Personal properties are suggested too: leaving them unmapped would keep them no better. */
export function suggest(
  columns: readonly string[],
  hxl: Readonly<Record<string, string>>,
  kind: Kind,
): Suggestion[] {
  const found: Suggestion[] = [];
  for (const column of columns) {
    for (const [property, about] of Object.entries(kind.properties)) {
      if (about.type === 'release') continue;
      const by = likeness(column, hxl[column], property, about.label, about.hxl);
      if (by !== null) found.push({ column, property, by });
    }
  }
  found.sort((a, b) => RANK.indexOf(a.by) - RANK.indexOf(b.by));
  const taken = new Set<string>();
  return found.filter(({ column, property }) => {
    const free = !taken.has(`c ${column}`) && !taken.has(`p ${property}`);
    if (free) taken.add(`c ${column}`).add(`p ${property}`);
    return free;
  });
}

function likeness(
  column: string,
  tag: string | undefined,
  property: string,
  label: string,
  standard: string | undefined,
): Suggestion['by'] | null {
  if (folded(column) === folded(property)) return 'name';
  if (folded(column) === folded(label)) return 'label';
  if (tag !== undefined && standard !== undefined && tagOf(tag) === tagOf(standard)) return 'hxl';
  const words = wordsOf(column);
  const wanted = wordsOf(property);
  return wanted.length > 1 && wanted.every((w) => words.includes(w)) ? 'words' : null;
}

/** HXL attributes may stand in any order and with blanks. */
function tagOf(tag: string): string {
  const [name = '', ...attributes] = tag.toLowerCase().replace(/\s/gu, '').split('+');
  return [name, ...attributes.sort()].join('+');
}

function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .split(/[\s_:./-]+/u)
    .map(folded)
    .filter((w) => w !== '');
}

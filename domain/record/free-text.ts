/**
 * How secret free text on an item is (design, law 9: restricted, and personal on victims, accidents and contacts): as secret
 * as the kind's own remark. Words quoted from a source and a speaker's words of doubt are free text, on any property.
 */
import type { Kind, Sensitivity } from './kind.ts';
import { moreSecret } from './own-property.ts';

/** The sensitivity of free text on an item of the kind; at least restricted. */
export function freeTextOf(kind: Kind | undefined): Sensitivity {
  return moreSecret('restricted', kind?.properties.remark?.sensitivity ?? 'restricted');
}

/** Whether the words beside a claim (quote, doubt) are personal: on a personal property, and wherever free text is. */
export function hasPersonalWords(kind: Kind | undefined, property: string): boolean {
  return kind?.properties[property]?.sensitivity === 'personal' || freeTextOf(kind) === 'personal';
}

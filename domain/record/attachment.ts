/**
 * Photos and other files that come with a report. They are as secret as free text on the items they belong to: restricted, and
 * personal on victims, accidents and contacts, until a person classes them (design, law 9).
 */
import { freeTextOf } from './free-text.ts';
import type { Kind, Sensitivity } from './kind.ts';
import { moreSecret } from './own-property.ts';

/** Bytes: a photo of a good telephone camera, and no film. */
export const ATTACHMENT_LIMIT = 25 * 1024 * 1024;
/** Files one report may bring. */
export const ATTACHMENTS_MOST = 20;

/** How secret the files of a report are that speaks of items of these kinds. */
export function attachmentSensitivity(kinds: readonly (Kind | undefined)[]): Sensitivity {
  return kinds.map(freeTextOf).reduce(moreSecret, 'restricted');
}

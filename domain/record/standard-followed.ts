/** Which standard, in which edition, a piece of work followed (reference: IMAS editions change what a word means). */
import { text } from './property.ts';

export const standardFollowed = {
  standard_followed: text(
    'Standard',
    'The standard the work followed, such as IMAS 08.10 or a national one.',
  ),
  standard_edition: text('Edition', 'Edition and amendment of that standard.'),
};

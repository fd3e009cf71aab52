import type { Relation } from '@tilth/domain/contradiction/relation';
import type { ChipTone } from '../../ui/chip.tsx';

/** The colour of a relation's chip; its words always say the same. */
export const relationTones: Readonly<Record<Relation, ChipTone>> = {
  contradict: 'disputed',
  'order-open': 'notice',
  'in-tension': 'notice',
  'different-definition': 'pending',
  supersede: 'plain',
  complement: 'plain',
  agree: 'plain',
};

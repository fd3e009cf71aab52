/** What a draft states so far, for who is about to send it: each thing with the field it was written in. */
import type { Value } from '@tilth/domain/report/entry';
import type { Assembled } from './assemble.ts';

export interface Stated {
  /** counts the item itself as 0 */
  readonly sheet: number;
  readonly property: string;
  readonly value: Value;
}

/** Values as they are read, in the order of the form; the link by which a part belongs to its item is not among them. */
export function statedIn(made: Assembled, item: string): readonly Stated[] {
  return made.sheets.flatMap(({ claims }, sheet) =>
    claims.flatMap(({ property, value }) => {
      const of = value.type === 'member' ? value.of : value;
      return of.type === 'link' && of.item === item ? [] : [{ sheet, property, value }];
    }),
  );
}

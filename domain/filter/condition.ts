/**
 * What a list is narrowed by: conditions on properties, all of which an item has to meet. As text they read
 * `hazard_status is open and reported_area > 2 ha`; read.ts reads them, write.ts writes them, checked.ts holds them against a
 * kind. Values stay as they were typed until then.
 */
export type Test =
  | 'is'
  | 'is-not'
  | 'one-of'
  | 'none-of'
  | 'contains'
  | 'lacks'
  | 'less'
  | 'at-most'
  | 'more'
  | 'at-least'
  | 'between'
  | 'before'
  | 'after'
  | 'empty'
  | 'filled'
  | 'disputed'
  | 'agreed';

export interface Condition {
  /** a property of the kind, or one of `everyItem` in askable.ts */
  readonly property: string;
  readonly test: Test;
  /** none for empty, filled, disputed and agreed; two for between; any number for one-of and none-of; else one */
  readonly values: readonly string[];
}

/** How many values a test takes: none, one, two, or any number from one on. */
export function valuesOf(test: Test): 0 | 1 | 2 | 'many' {
  switch (test) {
    case 'empty':
    case 'filled':
    case 'disputed':
    case 'agreed':
      return 0;
    case 'between':
      return 2;
    case 'one-of':
    case 'none-of':
      return 'many';
    default:
      return 1;
  }
}

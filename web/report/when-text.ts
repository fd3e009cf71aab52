/** A date picked, however imprecise, as the text a person would have typed in their language; span.ts reads it back. */
export type Precision = 'day' | 'month' | 'year';
export type Relation = 'in' | 'before' | 'since' | 'until' | 'between';

export interface Picked {
  readonly precision: Precision;
  readonly relation: Relation;
  /** `YYYY-MM-DD`; what the precision leaves open does not count */
  readonly first: string;
  /** the end, of `between` */
  readonly last: string;
}

/** Says a word of the form in the reader's language: `web.form.when.<relation>` with `a` and `b`. */
type Say = (relation: Exclude<Relation, 'in'>, facts: { readonly a: string; readonly b: string }) => string;

export function whenText(picked: Picked, tag: string, say: Say): string {
  const { relation, precision, first, last } = picked;
  const plain = (day: string) =>
    precision === 'day' ? day : precision === 'month' ? day.slice(0, 7) : day.slice(0, 4);
  if (relation !== 'in') {
    const [a, b] = [first, last].sort();
    return say(relation, { a: plain(relation === 'between' ? (a ?? first) : first), b: plain(b ?? last) });
  }
  if (precision !== 'month') return plain(first);
  const month = { timeZone: 'UTC', year: 'numeric', month: 'long' } as const;
  return new Intl.DateTimeFormat(tag, month).format(new Date(`${first.slice(0, 7)}-01T00:00:00Z`));
}

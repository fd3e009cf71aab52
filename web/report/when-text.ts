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
  if (relation === 'in') return pointText(first, precision, tag, true);
  const [a = first, b = last] = relation === 'between' ? [first, last].sort() : [first, last];
  return say(relation, { a: pointText(a, precision, tag, false), b: pointText(b, precision, tag, false) });
}

function pointText(day: string, precision: Precision, tag: string, alone: boolean): string {
  const [language] = tag.split('-');
  if (precision === 'year') return day.slice(0, 4);
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { timeZone: 'UTC', year: 'numeric', month: 'long', ...options }).format(
      new Date(`${precision === 'month' ? `${day.slice(0, 7)}-01` : day}T00:00:00Z`),
    );
  // among Arabic letters 2020-03 would be drawn as 03-2020
  if (precision === 'day') return language === 'ar' ? written({ day: 'numeric' }) : day;
  // after a preposition the name of the month would change
  return language === 'uk' && !alone ? day.slice(0, 7) : written({});
}

/** Items of kind published-figure as figures to be compared: each number with its unit, definition, date and document. */
import type { Span, Value } from '../report/entry.ts';
import type { Saying } from '../report/sayings.ts';
import type { Figure } from './figures.ts';
import { type Spoken, statedOf, type Told } from './told.ts';

export const FIGURE_KIND = 'published-figure';

export interface FigureTold {
  readonly figure: Figure;
  readonly told: Told;
}

export function figuresOf(items: readonly Spoken[]): readonly FigureTold[] {
  return items
    .filter((i) => i.kind === FIGURE_KIND)
    .flatMap((item) =>
      item.sayings.flatMap((saying) =>
        (saying.property === 'figure' || saying.property === 'running_total') && saying.place !== 'earlier'
          ? [{ figure: figureOf(item, saying), told: { item: item.id, kind: item.kind, saying } }]
          : [],
      ),
    );
}

function figureOf(item: Spoken, saying: Saying): Figure {
  const stands = (property: string): Value | undefined =>
    item.sayings.find((s) => s.property === property && s.place === 'stands')?.value;
  const relays = stands('relays');
  const nature = codeOf(stands('nature'));
  return {
    ...statedOf(saying),
    id: `${item.id} ${saying.claim.report} ${saying.claim.n}`,
    item: item.id,
    value: bounded(saying.value, nature),
    definition: textOf(stands('definition_stated')),
    when: dateOf(stands('as_of')) ?? saying.when,
    subject: codeOf(stands('subject')),
    country: textOf(stands('country')),
    unit: textOf(stands('unit')),
    running: saying.property === 'running_total',
    about: nature === 'estimated',
    // what one report says stands in one publication
    document: textOf(stands('document')) || saying.claim.report,
    repeats: relays?.type === 'link' ? (relays.item ?? null) : null,
  };
}

/** A plain number that is said to be a bound is that bound. */
function bounded(value: Value, nature: string): Value {
  if (value.type !== 'number' || value.number === undefined) return value;
  const { number, ...rest } = value;
  if (nature === 'at-least') return { ...rest, min: number };
  return nature === 'at-most' ? { ...rest, max: number } : value;
}

const textOf = (v: Value | undefined) => (v?.type === 'text' ? v.text : '');
const codeOf = (v: Value | undefined) => (v?.type === 'code' ? v.code : '');
const dateOf = (v: Value | undefined): Span | undefined => (v?.type === 'date' ? v.span : undefined);

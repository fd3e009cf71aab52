/** Items of kind published-figure as figures to be compared: each number with its unit, definition, date and document. */
import type { Span, Value } from '../report/entry.ts';
import type { Saying } from '../report/sayings.ts';
import type { Figure } from './figures.ts';
import { type Spoken, statedOf, type Told } from './told.ts';

export const FIGURE_KIND = 'published-figure';

/** The properties that hold the number. */
export function isFigure(property: string): boolean {
  return property === 'figure' || property === 'running_total';
}

export interface FigureTold {
  readonly figure: Figure;
  readonly told: Told;
}

export function figuresOf(items: readonly Spoken[]): readonly FigureTold[] {
  return items
    .filter((i) => i.kind === FIGURE_KIND)
    .flatMap((item) =>
      item.sayings.flatMap((saying) =>
        isFigure(saying.property) && saying.place !== 'earlier'
          ? [{ figure: figureOf(item, saying), told: { item: item.id, kind: item.kind, saying } }]
          : [],
      ),
    );
}

function figureOf(item: Spoken, saying: Saying): Figure {
  const all = (property: string) => item.sayings.filter((s) => s.property === property);
  const stands = (property: string): Value | undefined =>
    all(property).find((s) => s.place === 'stands')?.value;
  // of several voices on one figure each is taken with the words of its own report
  const own = (property: string) => all(property).find((s) => s.claim.report === saying.claim.report)?.value;
  const several = all(saying.property).length > 1;
  const relays = stands('relays');
  const nature = codeOf(own('nature') ?? (several ? undefined : stands('nature')));
  const gloss = textOf(own('definition_stated') ?? (several ? undefined : stands('definition_stated')));
  const country = textOf(stands('country')) || codeOf(stands('country'));
  return {
    ...statedOf(saying),
    id: `${item.id} ${saying.claim.report} ${saying.claim.n}`,
    item: item.id,
    value: bounded(saying.value, nature),
    definition: saying.definition || gloss,
    gloss,
    when: dateOf(own('as_of') ?? (several ? undefined : stands('as_of'))) ?? saying.when,
    subject: codeOf(stands('subject')),
    country,
    scope: country || aboutOf(item) || item.id,
    unit: textOf(stands('unit')),
    running: saying.property === 'running_total',
    about: nature === 'estimated',
    // what one report says stands in one publication
    document: textOf(own('document') ?? (several ? undefined : stands('document'))) || saying.claim.report,
    repeats: relays?.type === 'link' ? (relays.item ?? null) : null,
  };
}

/** What it is said to be about, as one text; '' where nobody says. */
function aboutOf({ sayings }: Spoken): string {
  const items = sayings.flatMap(({ property, value: v }) =>
    property === 'about' && v.type === 'member' && v.yes && v.of.type === 'link' && v.of.item !== undefined
      ? [v.of.item]
      : [],
  );
  return [...new Set(items)].sort().join(' ');
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

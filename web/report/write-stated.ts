/**
 * A number or a date that was stated, as text for a field that reads back as the same: what was typed then where it still
 * says that here, else the plain figures. `12.500` typed in Spanish, or in a file, says another number in an English form,
 * and `since 2020` ends on the day of the report that says it.
 */
import type { Unit } from '@tilth/domain/record/kind';
import type { Day, Span, Value } from '@tilth/domain/report/entry';
import { readDate } from '@tilth/domain/report/span';
import { readNumber } from './read-number.ts';

type NumberValue = Extract<Value, { type: 'number' }>;

/**
 * @param unit the property's own, which `value` is in
 * @param tag language of the form it is filled into
 * @returns the number, and how far it may be off (empty: not said); null when no text reads back as it
 */
export function numberText(
  value: NumberValue,
  unit: Unit | undefined,
  tag: string,
): { readonly text: string; readonly give: string } | null {
  const { typed, number, min, max, precision } = value;
  const ways = waysToWrite(tag);
  // the last nought that one bound needs may make thousands of the other
  const plain = ways.flatMap((how) =>
    number !== undefined
      ? [how(number)]
      : min !== undefined && max !== undefined
        ? ways.map((other) => `${how(min)}–${other(max)}`)
        : min !== undefined
          ? [`>= ${how(min)}`]
          : [`<= ${max === undefined ? '' : how(max)}`],
  );
  const texts = [...(typed === undefined ? [] : [typed]), ...plain];
  const gives = precision === undefined ? [''] : ways.map((how) => how(precision));
  for (const text of texts)
    for (const give of gives) {
      const read = readNumber({ text, give, tag }, unit);
      if (read !== null && sameNumber(read, value)) return { text, give };
    }
  return null;
}

function sameNumber(a: NumberValue, b: NumberValue): boolean {
  return (['number', 'min', 'max', 'precision'] as const).every((part) => a[part] === b[part]);
}

/**
 * Without signs between thousands: with the language's own decimal sign, with a point, and both with a last nought, since three
 * figures after the sign may read as thousands.
 */
function waysToWrite(tag: string): readonly ((n: number) => string)[] {
  const figures = new Intl.NumberFormat('en', {
    useGrouping: false,
    numberingSystem: 'latn',
    maximumFractionDigits: 100,
  });
  const own = new Intl.NumberFormat(tag, { numberingSystem: 'latn' })
    .formatToParts(0.5)
    .find((p) => p.type === 'decimal')?.value;
  return ['', '0'].flatMap((nought) =>
    [own ?? '.', '.'].map((sign) => (n: number) => {
      const text = figures.format(n);
      return text.includes('.') ? `${text.replace('.', sign)}${nought}` : text;
    }),
  );
}

/** The span as text that reads as it again in a report of the day `date`; null when none does: it ends after that day. */
export function spanText({ from, to, typed }: Span, date: Day): string | null {
  const plain = from === to ? to : from === null ? `../${to}` : `${from}/${to}`;
  const same = (text: string) => {
    const read = readDate(text, { reportDate: date });
    return !('code' in read) && read.from === from && read.to === to;
  };
  return [...(typed === undefined ? [] : [typed]), plain].find(same) ?? null;
}

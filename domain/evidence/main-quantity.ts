/** Which of the quantities in a clause it is of. */
import { type Quantity, quantitiesIn } from './quantities.ts';

const MONEY: ReadonlySet<string> = new Set('usd eur gbp chf nok sek dkk jpy cad aud nzd'.split(' '));

/** What is said of a thing here is its price: "clearing 30 hectares costs $2 million". */
const COSTS = /\bcosts?\b(?! of\b)/i;

/** The first; but money before a count in words ("three states gave $5 million"), and a number before "some". */
export function mainQuantity(text: string): Quantity | undefined {
  const all = quantitiesIn(text);
  const first = all[0];
  if (first === undefined) return undefined;
  const sum = all.find((q) => MONEY.has(q.unit ?? ''));
  if (sum && (!/\d/.test(text.slice(first.start, first.end)) || COSTS.test(text))) return sum;
  // "the five-day clash killed 43 people"
  if (/-[a-z]+$/.test(text.slice(first.start, first.end))) {
    const counted = all.find(
      (q) => typeof q.value === 'number' && !/-[a-z]+$/.test(text.slice(q.start, q.end)),
    );
    if (counted) return counted;
  }
  return typeof first.value === 'string' ? (all.find((q) => typeof q.value === 'number') ?? first) : first;
}

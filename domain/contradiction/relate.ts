/**
 * How two claims on one property of one thing stand to each other. Whether their values can both be is the fold's own
 * question, asked of the fold's own function (report/disagree.ts): of one item a contradiction here is what is disputed there. Claims
 * under different definitions are not compared (law 4); of two that are both unstated nothing else is known than the word,
 * so these are. Beyond the fold: values that meet only at a bound, a plan beside a deed, doubt beside fact, a case beside
 * the whole, a retelling stronger than what is retold, are *in tension*: both can stand, and a person should look.
 */
import type { Property } from '../record/kind.ts';
import { allowsAll, isLower, isWithin, type Meeting, meet, plainText, rangeOf } from '../report/disagree.ts';
import type { Value } from '../report/entry.ts';
import { beginsAfter } from '../report/span.ts';
import type { Compared, Reason, Relation, Stated } from './relation.ts';

export interface Comparing extends Meeting {
  readonly property?: Pick<Property, 'fold'> | undefined;
  /** the claims are on two items, which no fold compares: of one item the fold has said whether they are disputed */
  readonly acrossItems?: boolean;
}

type Leads = Compared['leads'];

const is = (relation: Relation, reason: Reason, leads: Leads = null): Compared => ({
  relation,
  reason,
  leads,
});

export function relate(a: Stated, b: Stated, context: Comparing): Compared {
  const [x, y] = [definitionOf(a), definitionOf(b)];
  if (x !== y)
    return is('different-definition', x === '' || y === '' ? 'definition-unstated' : 'other-definition');
  if (!meet(a.value, b.value, context)) return apart(a, b, context);
  if (allowsAll(a.value) || allowsAll(b.value)) return is('complement', 'beside');
  const closer = says(a.value, b.value, context);
  if (closer !== null && a.voice === b.voice && a.published !== b.published)
    return is('in-tension', 'stronger-retold', closer);
  if (meetAtABound(a.value, b.value)) return is('in-tension', 'at-a-bound');
  if (closer !== null && (a.value.type === 'code' || isFarFromBound(a.value, b.value)))
    return is('in-tension', 'says-more', closer);
  const firm = firmness(a, b);
  if (firm !== null) return firm;
  return is('agree', sameNumber(a.value, b.value) ? 'same' : 'within-rounding');
}

/** A definition as it is compared. */
function definitionOf(s: Stated): string {
  return plainText(s.definition).toLowerCase();
}

/** Values that no one value satisfies. */
function apart(a: Stated, b: Stated, context: Comparing): Compared {
  const later = beginsAfter(a.when, b.when) ? 'first' : beginsAfter(b.when, a.when) ? 'second' : null;
  if (later !== null) {
    const [before, after] = later === 'second' ? [a.value, b.value] : [b.value, a.value];
    return context.property?.fold === 'monotone' && fell(before, after)
      ? is('contradict', 'falls', later)
      : is('supersede', 'later', later);
  }
  // a set holds many: two members are no contradiction, but one put in by one and taken out by another
  if (a.value.type === 'member' && b.value.type === 'member' && !meet(a.value.of, b.value.of, context))
    return is('complement', 'beside');
  // of two without a beginning nothing says that one came after the other: both are said to hold
  if (context.acrossItems && (a.when.from === null) !== (b.when.from === null))
    return is('order-open', 'undated');
  // of one voice the last received stands
  return a.voice === b.voice ? is('supersede', 'later') : is('contradict', 'apart');
}

function fell(before: Value, after: Value): boolean {
  return (
    before.type === 'number' && after.type === 'number' && isLower(rangeOf(after)[1], rangeOf(before)[0])
  );
}

/** One more firmly said than the other: done beside planned, fact beside doubt, said beside denied. */
function firmness(a: Stated, b: Stated): Compared | null {
  if (a.certainty === null || b.certainty === null) return null;
  const [x, y] = [firm(a), firm(b)];
  if (x === y) return null;
  const leads = x === 'fact' ? 'first' : y === 'fact' ? 'second' : null;
  if (x === 'denied' || y === 'denied') return is('in-tension', 'denied', leads);
  if (leads === null) return null;
  return is('in-tension', x === 'planned' || y === 'planned' ? 'planned-done' : 'less-sure', leads);
}

type Firm = 'fact' | 'planned' | 'doubted' | 'denied';

function firm({ certainty, doubted }: Stated): Firm {
  switch (certainty) {
    case 'denied':
      return 'denied';
    case 'planned':
      return 'planned';
    case 'conditional':
    case 'alleged':
    case 'opinion':
      return 'doubted';
    default:
      return doubted ? 'doubted' : 'fact';
  }
}

/** Which of two values that meet says more: a narrower code, or a range within the other. */
function says(a: Value, b: Value, { list }: Meeting): Leads {
  if (a.type === 'code' && b.type === 'code' && a.code !== b.code)
    return isWithin(a.code, b.code, list) ? 'first' : 'second';
  if (a.type !== 'number' || b.type !== 'number') return null;
  const [[p, q], [r, s]] = [rangeOf(a), rangeOf(b)];
  if (p === r && q === s) return null;
  if (p >= r && q <= s) return 'first';
  return r >= p && s <= q ? 'second' : null;
}

/** Two spreads that have one value in common: "within two" and "two or more". How far a number is rounded is no spread. */
function meetAtABound(a: Value, b: Value): boolean {
  if (a.type === 'number' && b.type === 'number') {
    const [[p, q], [r, s]] = [rangeOf(a), rangeOf(b)];
    const spread = [a, b].every((v) => v.min !== undefined || v.max !== undefined);
    return spread && p < q && r < s && !isLower(Math.max(p, r), Math.min(q, s));
  }
  if (a.type !== 'date' || b.type !== 'date') return false;
  const [x, y] = [a.span, b.span];
  return x.from !== x.to && y.from !== y.to && (x.to === y.from || y.to === x.from);
}

/** "Thousands" and 5,000,000: they can both be, but an open end that does not even reach to the other's number agrees to nothing. */
function isFarFromBound(a: Value, b: Value): boolean {
  if (a.type !== 'number' || b.type !== 'number') return false;
  const isFar = ([low, high]: readonly [number, number], [least, most]: readonly [number, number]) =>
    (high === Number.POSITIVE_INFINITY && isLower(low, least)) ||
    (low === Number.NEGATIVE_INFINITY && isLower(most, high));
  return isFar(rangeOf(a), rangeOf(b)) || isFar(rangeOf(b), rangeOf(a));
}

function sameNumber(a: Value, b: Value): boolean {
  return a.type !== 'number' || b.type !== 'number' || a.number === b.number;
}

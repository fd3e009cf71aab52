/**
 * What a suggestion would be as a claim of the record: a kind, a property and a value, for a person to confirm or to correct.
 * A hint that has no place there, or no value of the property's type, becomes what it certainly is: a statement of its
 * speaker, in its own words. Nothing here is a claim yet.
 */
import type { Model, Property } from '../record/kind.ts';
import { factor, times } from '../record/units.ts';
import type { Value } from '../report/entry.ts';
import { wouldBeFact } from './as-fact.ts';
import { isAge, withOwnNumber, wordsOfNumber } from './own-number.ts';
import { isDenialUndone, isFalseSpeaker, isToBeDone } from './polarity.ts';
import { quantitiesIn } from './quantities.ts';
import { readRange } from './range.ts';
import { stanceOf } from './stance.ts';
import { statesIn } from './states.ts';
import type { Suggestion } from './suggestion.ts';
import { readAlone } from './whole-claim.ts';
import { withoutNames } from './without-names.ts';

export interface Proposal {
  readonly kind: string;
  /** what it would say, by property; the first is what was suggested */
  readonly values: Readonly<Record<string, Value>>;
}

/** The property of each kind that takes words, in the order of preference. */
const WORDS = ['gist', 'summary', 'wording', 'contents', 'justification', 'reply', 'text_of_act'] as const;

/** Where the state that a clause is about stands, in the kinds that are about one. */
export const STATE: Readonly<Record<string, string>> = {
  'treaty-act': 'country',
  'treaty-decision': 'country',
  allegation: 'against_country',
};
const OUTLETS: ReadonlySet<string> = new Set(['outlet', 'outlet-relaying']);

export function propose(suggested: Suggestion, model: Model): Proposal {
  const s = withOwnNumber(suggested);
  const { kind, property, value } = main(s, model);
  const properties = model.kinds.get(kind)?.properties ?? {};
  if (kind === 'published-figure' && properties.figure && s.value !== null)
    return { kind, values: { ...figure(s, properties.figure), [property]: value } };
  const more: Record<string, Value> = {};
  const stance = kind === 'statement' ? stanceOf(s.span.text) : null;
  if (stance !== null && property !== 'stance') more.stance = { type: 'code', code: stance };
  // a body or an office, never a private person
  if (kind === 'allegation' && !OUTLETS.has(s.speaker_kind) && s.speaker_kind !== 'person-named')
    more.made_by_named = { type: 'text', text: s.speaker };
  // of two states a person says which is meant here, and says the same words again of the other
  const [state, another] = statesIn(s.subject ?? '');
  const where = properties[STATE[kind] ?? ''];
  if (state && another === undefined && where)
    more[STATE[kind] ?? ''] =
      where.type === 'code'
        ? { type: 'code', code: state.state.code }
        : { type: 'text', text: state.state.code };
  return { kind, values: { [property]: value, ...more } };
}

/** The number with its unit, in the words' own unit, and how it was reached, where its bound tells. */
function figure(s: Suggestion, property: Property): Readonly<Record<string, Value>> {
  const number = quantity(s, property);
  return {
    ...(number && !wouldBeFact(number, s.certainty, undefined) && { figure: number }),
    ...(s.unit !== null && { unit: { type: 'text', text: s.unit } as const }),
    ...(s.bound === 'about' && { nature: { type: 'code', code: 'estimated' } as const }),
  };
}

/** What published figures count of deeds and their victims. */
const DONE: ReadonlySet<string> = new Set(
  'killed injured casualties cleared-area released-area items-destroyed used transferred'.split(' '),
);

/** Other codes that say a deed is done. */
const ACTED: ReadonlySet<string> = new Set(['treaty-act', 'transfer', 'use', 'inquiry']);
/** Of these codes the deed is none, or still to come. */
const NOT_ACTED: ReadonlySet<string> = new Set(['not-party', 'not-signatory', 'announced']);

/**
 * Land to be cleared is no land cleared, and a treaty somebody will leave is not left: a deed that is planned or supposed is
 * none, nor its number a figure of it. Nor is one that is denied, where the record has no word for denying it.
 */
function isNotDone(s: Suggestion, model: Model): boolean {
  if (s.kind !== 'statement' && isFalseSpeaker(s.speaker)) return true;
  const [kind, code] = [s.kind ?? '', s.code ?? ''];
  if (s.certainty === 'denied') {
    if (isDenialUndone(s.span.text)) return true;
    const list = model.kinds.get(kind)?.properties[s.property ?? '']?.codes ?? '';
    return model.lists.get(list)?.codes.denied === undefined && kind !== 'statement';
  }
  const done = kind === 'published-figure' ? DONE.has(code) : ACTED.has(kind) && code && !NOT_ACTED.has(code);
  if (!done) return false;
  return s.certainty === 'planned' || s.certainty === 'conditional' || isToBeDone(s.span.text, kind);
}

interface Main {
  readonly kind: string;
  readonly property: string;
  readonly value: Value;
}

function main(s: Suggestion, model: Model): Main {
  const kind = model.kinds.get(s.kind ?? '');
  const named = s.property === null ? undefined : kind?.properties[s.property];
  if (isNotDone(s, model))
    return { kind: 'statement', property: 'gist', value: { type: 'text', text: inWords(s) } };
  if (kind !== undefined && named !== undefined && s.property !== null) {
    const value = valueFor(named, s, model);
    if (value !== null && !wouldBeFact(value, s.certainty, model.lists.get(named.codes ?? '')))
      return { kind: kind.name, property: s.property, value };
  }
  if (kind?.name === 'aid-package' && typeof s.value === 'number') {
    const amount = kind.properties.amount;
    const value = amount && valueFor(amount, s, model);
    if (value && !wouldBeFact(value, s.certainty, undefined))
      return { kind: kind.name, property: 'amount', value };
  }
  const words = WORDS.find((name) => kind?.properties[name]?.type === 'text');
  const text: Value = { type: 'text', text: inWords(s) };
  if (kind !== undefined && words !== undefined) return { kind: kind.name, property: words, value: text };
  return { kind: 'statement', property: 'gist', value: text };
}

/** The claim so that it can be read alone, and without the names that are not for the record. */
const inWords = (s: Suggestion) =>
  withoutNames(
    readAlone(s.span.text, s),
    s.kind === 'allegation',
    s.speaker_kind === 'person-named' ? s.speaker : null,
  );

/** Null where the words give no value of the property's type. */
function valueFor(property: Property, s: Suggestion, model: Model): Value | null {
  switch (property.type) {
    case 'code': {
      const codes = model.lists.get(property.codes ?? '')?.codes ?? {};
      // who denies it does not say that it is so
      const code = s.certainty === 'denied' && codes.denied !== undefined ? 'denied' : (s.code ?? '');
      return codes[code] === undefined ? null : { type: 'code', code };
    }
    case 'number':
      return s.value === null ? null : quantity(s, property);
    case 'text':
      return { type: 'text', text: inWords(s) };
    default:
      return null;
  }
}

/** What a vague word says at least: a plural is two or more. */
const AT_LEAST: Readonly<Record<string, number>> = {
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2_000,
  'tens of thousands': 20_000,
  'hundreds of thousands': 200_000,
  millions: 2_000_000,
};
/** Days that a unit of the calendar has, at least and at most. */
const CALENDAR: Readonly<Record<string, readonly [number, number]>> = {
  month: [28, 31],
  year: [365, 366],
  decade: [3652, 3653],
};

/** The quantity in the property's unit with its bound; null where its unit is of another kind. */
function quantity(s: Suggestion, property: Property): Value | null {
  const { value, unit, bound } = s;
  const range = factors(unit, property);
  if (range === null) return null;
  const typed = wordsOfNumber(s) ?? quantityWords(s.span.text) ?? String(value);
  const ends = readRange(value);
  if (ends !== null)
    return { type: 'number', min: times(ends[0], range[0]), max: times(ends[1], range[1]), typed };
  const number = typeof value === 'number' ? value : (AT_LEAST[value ?? ''] ?? 2);
  const [low, high] = [times(number, range[0]), times(number, range[1])];
  if (typeof value !== 'number' || bound === 'at-least') return { type: 'number', min: low, typed };
  if (bound === 'at-most') return { type: 'number', max: high, typed };
  return low === high
    ? { type: 'number', number: low, typed }
    : { type: 'number', min: low, max: high, typed };
}

function factors(unit: string | null, property: Property): readonly [number, number] | null {
  if (property.unit === undefined || unit === null) return [1, 1];
  // what is counted, and in which currency, is said elsewhere
  if (property.unit === 'count' || property.unit === 'money') return [1, 1];
  const days = CALENDAR[unit];
  const one =
    factor(days ? 'days' : unit, property.unit) ?? factor(days ? 'days' : `${unit}s`, property.unit);
  if (one === null) return null;
  return days ? [times(days[0], one), times(days[1], one)] : [one, one];
}

/**
 * The quantity as the words put it, where they have but one: the rest of a quote is free text, which not everybody may read
 * (record/free-text.ts).
 */
export function quantityWords(words: string): string | null {
  const [only, ...more] = quantitiesIn(words).filter((q) => !isAge(words, q));
  return only === undefined || more.length > 0 ? null : words.slice(only.start, only.end);
}

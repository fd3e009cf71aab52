/** A condition of a filter in the reader's words: `Hazard is Open`, `Area as stated more than 2 ha`. */
import { askable } from '@tilth/domain/filter/askable';
import type { Condition } from '@tilth/domain/filter/condition';
import { readCode } from '@tilth/domain/record/read-code';
import type { Kind } from '../ask/answers.ts';
import type { Language } from '../language/language.tsx';
import type { Showing } from './show-value.ts';

/** The label of what a condition asks about. */
export function askedLabel(name: string, kind: Kind, { sayIf }: Pick<Language, 'sayIf'>): string {
  return sayIf(`web.filter.of-${name.replaceAll('_', '-')}`) ?? kind.properties[name]?.label ?? name;
}

/** A value as it stands in a filter, in the reader's words. */
export function askedValue(value: string, name: string, kind: Kind, { language, lists }: Showing): string {
  const asked = askable(kind, name);
  if (asked?.type === 'yesno')
    return language.say(value === 'yes' || value === 'true' ? 'web.yes' : 'web.no');
  if (name === 'standing') return language.sayIf(`web.filter.standing-${value}`) ?? value;
  if (asked?.type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? language.day(value) : value;
  const list = typeof asked?.codes === 'string' ? lists.get(asked.codes) : undefined;
  return list?.codes[readCode(list, value) ?? value]?.label ?? value;
}

/** `names`: what linked items are called, by their ids. */
export function sayCondition(
  { property, test, values }: Condition,
  kind: Kind,
  showing: Showing,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const { language } = showing;
  // an item stands in it by its id, and by what files call it: its name says both
  const called = values.flatMap((v) => names.get(v) ?? []);
  const inWords = called.length > 0 ? called : values.map((v) => askedValue(v, property, kind, showing));
  const said = {
    property: askedLabel(property, kind, language),
    test: language.say(`web.filter.test-${test}`),
    value: language.list(inWords),
  };
  return language.say(values.length === 0 ? 'web.filter.said-alone' : 'web.filter.said', said);
}

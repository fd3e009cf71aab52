/**
 * One rule of a mapping and one row → the values it claims for a property. Words that can't be understood are not lost:
 * they become `unknown, unreadable` with what was typed, and the row says so among its repairs.
 */
import type { Kind, Property } from '@tilth/domain/record/kind';
import { factor, times } from '@tilth/domain/record/units';
import type { Id, Value } from '@tilth/domain/report/entry';
import { folded } from './cells.ts';
import { lookup, yesOrNo } from './codes.ts';
import { dateOf } from './dates-of-row.ts';
import type { ValueRule } from './mapping.ts';
import { readNumber, styleOf } from './numbers.ts';
import { placeOf } from './place-of-row.ts';
import { type RowWork, repaired, type Setting, wordOf } from './row.ts';

/** A value and the column it was read in; `column` undefined: the mapping itself says it, the row does not. */
export interface Found {
  readonly value: Value;
  readonly column: string | undefined;
}

/** Ids of the row's records by their `as`, for links among them. */
export type Siblings = ReadonlyMap<string, Id>;

export function valuesOf(
  setting: Setting,
  work: RowWork,
  rule: ValueRule,
  name: string,
  property: Property,
  kind: Kind,
  siblings: Siblings,
): Found[] {
  if (property.type === 'geometry') {
    const found = placeOf(setting, work, rule, kind);
    if (found !== null) return [found];
    // who wrote the mapping says that the source states no place: a reason, which to be left out is none
    if (rule.when_empty === undefined || rule.when_empty === 'nothing') return [];
    return [{ value: { type: 'unknown', why: rule.when_empty }, column: undefined }];
  }
  if (rule.links_to !== undefined) {
    const item = siblings.get(rule.links_to);
    return item === undefined ? [] : [member(property, { type: 'link', item }, undefined)];
  }
  if (property.type === 'date' && rule.column === undefined && rule.columns === undefined) {
    const span = rule.date && dateOf(setting, work, rule.date);
    return span ? [member(property, { type: 'date', span: span.span }, span.column)] : [];
  }
  const { text, column } = textOfRule(setting, work, rule);
  const nothing = text === '' || (rule.no_information ?? []).some((w) => folded(w) === folded(text));
  if (nothing) {
    if (rule.when_empty === undefined || rule.when_empty === 'nothing') return [];
    return [{ value: { type: 'unknown', why: rule.when_empty }, column }];
  }
  const words = wordsOf(text, rule, property);
  return words
    .filter((w) => w !== '')
    .flatMap((word) => {
      const value = one(setting, work, rule, name, property, word, column);
      return value === null ? [] : [member(property, value, column)];
    });
}

/** The members a text names: cut where the rule says, or those of a list that the format itself knows (JSON). */
function wordsOf(text: string, rule: ValueRule, property: Property): readonly string[] {
  if (text.startsWith('[') && property.fold === 'set') {
    try {
      const list: unknown = JSON.parse(text);
      if (Array.isArray(list) && list.every((x) => typeof x === 'string' || typeof x === 'number'))
        return list.map((x) => String(x).trim());
    } catch {
      // a text with a bracket in front
    }
  }
  return rule.split === undefined ? [text] : text.split(rule.split).map((w) => w.trim());
}

function member(property: Property, value: Value, column: string | undefined): Found {
  if (property.fold !== 'set' || value.type === 'unknown') return { value, column };
  return { value: { type: 'member', of: value, yes: true }, column };
}

function textOfRule(
  setting: Setting,
  work: RowWork,
  rule: ValueRule,
): { text: string; column: string | undefined } {
  if (rule.value !== undefined) return { text: String(rule.value), column: undefined };
  if (rule.column !== undefined) return { text: wordOf(setting, work, rule.column), column: rule.column };
  if (rule.columns !== undefined) {
    const words = rule.columns.map((c) => wordOf(setting, work, c)).filter((w) => w !== '');
    return { text: words.join(rule.join ?? ' '), column: rule.columns[0] };
  }
  if (rule.template === undefined) return { text: '', column: undefined };
  const columns = columnsOfTemplate(rule.template);
  const words = columns.map((c) => wordOf(setting, work, c));
  if (columns.length > 0 && words.every((w) => w === '')) return { text: '', column: columns[0] };
  let at = 0;
  return { text: rule.template.replace(/\{[^{}]+\}/gu, () => words[at++] ?? '').trim(), column: columns[0] };
}

/** The columns a template names in braces, in order. */
export function columnsOfTemplate(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/gu)].map((m) => m[1]!);
}

function one(
  setting: Setting,
  work: RowWork,
  rule: ValueRule,
  name: string,
  property: Property,
  word: string,
  column: string | undefined,
): Value | null {
  const unreadable = (
    code: Parameters<typeof repaired>[1],
    facts: Parameters<typeof repaired>[2] = {},
  ): Value => {
    repaired(work, code, { column: column ?? name, ...facts });
    return { type: 'unknown', why: 'unreadable', typed: word };
  };
  switch (property.type) {
    case 'text':
      return { type: 'text', text: word, ...(rule.language !== undefined && { language: rule.language }) };
    case 'code': {
      let table = setting.tables.get(rule);
      if (table === undefined) {
        table = lookup(setting.model.lists.get(property.codes ?? ''), rule.codes);
        setting.tables.set(rule, table);
      }
      const code = table(word);
      if (code === null) return null;
      if (code !== undefined)
        return { type: 'code', code, ...(folded(code) !== folded(word) && { typed: word }) };
      if (rule.otherwise !== undefined) return { type: 'code', code: rule.otherwise, typed: word };
      return unreadable('code-unmapped', { property: name });
    }
    case 'yesno': {
      const said = Object.entries(rule.codes ?? {}).find(([from]) => folded(from) === folded(word));
      if (said?.[1] === null) return null;
      const yes = yesOrNo(said?.[1] ?? word);
      if (yes === null) return unreadable('yesno-unreadable');
      return {
        type: 'yesno',
        yes,
        ...(['yes', 'no', 'true', 'false'].includes(word.toLowerCase()) ? {} : { typed: word }),
      };
    }
    case 'number':
      return numberOf(setting, work, rule, property, word, column ?? name, unreadable);
    case 'date': {
      const span = dateOf(setting, work, {
        column: column ?? '',
        ...rule.date,
        ...(column !== undefined && { column }),
      });
      return span ? { type: 'date', span: span.span } : unreadable('date-part-unreadable');
    }
    case 'link':
      return {
        type: 'link',
        key: {
          kind: rule.key_of ?? property.to?.[0] ?? '',
          id: word,
          ...(rule.issuer !== undefined && { issuer: rule.issuer }),
        },
      };
    case 'identifier':
      return { type: 'identifier', id: word, issuer: rule.issuer ?? setting.mapping.source.name };
    case 'geometry':
    case 'release':
      return unreadable('value-not-fitting', { property: name });
  }
}

function numberOf(
  setting: Setting,
  work: RowWork,
  rule: ValueRule,
  property: Property,
  word: string,
  column: string,
  unreadable: (code: Parameters<typeof repaired>[1], facts?: Parameters<typeof repaired>[2]) => Value,
): Value {
  const said = {
    ...setting.mapping.read?.numbers,
    ...(rule.decimal && { decimal: rule.decimal }),
    ...(rule.thousands !== undefined && { thousands: rule.thousands }),
  };
  const cell = rule.column === undefined ? undefined : work.source.values[rule.column];
  const whole = property.unit === 'count';
  // a sign behind the number says its unit, whatever the rule says of numbers without one
  const percent = property.unit === 'percent' ? /^(.*?)\s*[%٪]$/u.exec(word)?.[1] : undefined;
  const n = readNumber(percent ?? word, styleOf(cell, said), whole);
  if (n === null) return unreadable('number-unreadable');
  if (whole && !Number.isInteger(n.number)) return unreadable('number-not-whole');
  if (whole && n.number < 0) return unreadable('number-negative');
  const unit =
    rule.unit_column === undefined ? rule.unit : wordOf(setting, work, rule.unit_column) || rule.unit;
  const f = unit === undefined || percent !== undefined ? 1 : factor(unit, property.unit);
  if (f === null) return unreadable('unit-unknown', { column: rule.unit_column ?? column });
  const number = times(n.number, f);
  if (n.repair) {
    repaired(work, n.repair, { column, typed: word, read: n.number });
  }
  const plain = f === 1 && String(number) === word;
  const typed = plain
    ? {}
    : { typed: unit === undefined || percent !== undefined ? word : `${word} ${unit}` };
  if (rule.bound === 'least') return { type: 'number', min: number, ...typed };
  if (rule.bound === 'most') return { type: 'number', max: number, ...typed };
  return {
    type: 'number',
    number,
    ...(rule.precision !== undefined && { precision: times(rule.precision, f) }),
    ...typed,
  };
}

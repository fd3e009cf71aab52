/**
 * What a kind's items can be asked about: its properties, and what every item has besides. Personal properties never
 * (law 9: no address holds a personal value), and places and releases have no value to compare: for land there is
 * ground.ts.
 */
import type { Kind, Property, Unit } from '../record/kind.ts';
import type { Test } from './condition.ts';

export type AskedType = 'text' | 'code' | 'yesno' | 'number' | 'date';

export interface Askable {
  readonly name: string;
  readonly type: AskedType;
  /** holds several members: a test holds where it holds for one of them */
  readonly many: boolean;
  readonly unit?: Unit;
  /** the name of a list, or the codes themselves */
  readonly codes?: string | readonly string[];
  /** false: every item has one, and it is never disputed */
  readonly stated: boolean;
  /** only for those who may know where items are */
  readonly placed?: true;
}

export const standings = ['live', 'reported', 'unsupported', 'void'] as const;

/** What can be asked of every item, whatever its kind; no property may bear these names (store/current/columns.ts). */
export const everyItem: Readonly<Record<string, Askable>> = {
  standing: { name: 'standing', type: 'code', many: false, codes: standings, stated: false },
  disputed: { name: 'disputed', type: 'yesno', many: false, stated: false },
};

/** And of every item of a kind that has a place: whether it has still to be located, and how large it is drawn. */
export const everyPlaced: Readonly<Record<string, Askable>> = {
  to_locate: { name: 'to_locate', type: 'yesno', many: false, stated: false, placed: true },
  drawn_m2: { name: 'drawn_m2', type: 'number', unit: 'm2', many: false, stated: false, placed: true },
};

/** Null: the kind has nothing of this name, or nothing that can be compared. */
export function askable(kind: Kind, name: string): Askable | null {
  if (Object.hasOwn(everyItem, name)) return everyItem[name] ?? null;
  if (kind.place !== undefined && Object.hasOwn(everyPlaced, name)) return everyPlaced[name] ?? null;
  const property = Object.hasOwn(kind.properties, name) ? kind.properties[name] : undefined;
  return property === undefined ? null : ofProperty(name, property);
}

function ofProperty(name: string, p: Property): Askable | null {
  const many = p.fold === 'set';
  if (p.sensitivity === 'personal' || p.type === 'geometry' || p.type === 'release') return null;
  const type = p.type === 'link' || p.type === 'identifier' ? 'text' : p.type;
  // members of a set stand as texts, whatever they are
  return {
    name,
    type: many && type !== 'code' ? 'text' : type,
    many,
    stated: true,
    ...(p.unit === undefined ? {} : { unit: p.unit }),
    ...(p.codes === undefined ? {} : { codes: p.codes }),
  };
}

const byType: Readonly<Record<AskedType, readonly Test[]>> = {
  text: ['contains', 'lacks', 'is', 'is-not', 'one-of', 'none-of'],
  code: ['one-of', 'none-of', 'is', 'is-not'],
  yesno: ['is'],
  number: ['more', 'at-least', 'less', 'at-most', 'between', 'is', 'is-not'],
  date: ['after', 'before', 'between', 'is', 'is-not', 'at-least', 'at-most'],
};

/** The tests that suit it, the most usual first. */
export function testsOf(asked: Askable): readonly Test[] {
  if (!asked.stated)
    return asked.name === 'drawn_m2' ? [...byType.number, 'empty', 'filled'] : byType[asked.type];
  return [...byType[asked.type], 'empty', 'filled', 'disputed', 'agreed'];
}

/**
 * A programme's own property, as the value of an `own-property` rule states it (design §6): name, labels, type, unit, code
 * list, sensitivity and fold kind. It may not take land off the map, nor say how dangerous land is: releases, outlines and
 * guarded values stay with the built-in properties, which the laws of the record are written for.
 */
import type { Condition, FoldKind, Property, PropertyType, Sensitivity, Unit } from './kind.ts';

/** Which folds an own property of a type may have; the first is meant when none is named. */
export const OWN_FOLDS: Readonly<Partial<Record<PropertyType, readonly FoldKind[]>>> = {
  text: ['latest', 'set'],
  code: ['latest', 'set'],
  yesno: ['latest'],
  number: ['latest', 'sum', 'monotone'],
  date: ['latest'],
  geometry: ['geometry'],
  link: ['latest', 'set'],
  identifier: ['set', 'latest'],
};

export const UNITS: readonly Unit[] = [
  'm2',
  'm',
  'mm',
  'kg',
  'count',
  'days',
  'hours',
  'years',
  'percent',
  'degrees',
  'money',
  'per-km2',
];
export const SENSITIVITIES: readonly Sensitivity[] = ['public', 'partner', 'restricted', 'personal'];
/** Property names: snake_case. */
export const PROPERTY_NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const SHAPES = ['point', 'line', 'polygon'] as const;

/** What could not be read of a rule's value. */
export interface Unreadable {
  readonly unreadable: string;
}

export function isUnreadable(x: Property | Unreadable): x is Unreadable {
  return 'unreadable' in x;
}

/**
 * The property a rule's value states, or the name of the first part that can't be read. Unless it says otherwise it is
 * restricted. `own` is always set.
 */
export function readOwnProperty(value: unknown): Property | Unreadable {
  if (!isRecord(value)) return { unreadable: 'value' };
  const { label, type, unit, codes, definition, standard, hxl } = value;
  if (typeof label !== 'string' || label.trim() === '') return { unreadable: 'label' };
  const folds =
    typeof type === 'string' && Object.hasOwn(OWN_FOLDS, type) ? OWN_FOLDS[type as PropertyType] : undefined;
  if (folds === undefined) return { unreadable: 'type' };
  const fold = value.fold === undefined ? folds[0] : folds.find((f) => f === value.fold);
  if (fold === undefined) return { unreadable: 'fold' };
  const sensitivity = SENSITIVITIES.find((s) => s === (value.sensitivity ?? 'restricted'));
  if (sensitivity === undefined) return { unreadable: 'sensitivity' };
  const known = UNITS.find((u) => u === unit);
  if (unit !== undefined && (known === undefined || type !== 'number')) return { unreadable: 'unit' };
  if ((type === 'code') !== (typeof codes === 'string')) return { unreadable: 'codes' };
  const description = value.description ?? '';
  if (typeof description !== 'string') return { unreadable: 'description' };
  const to = value.to ?? [];
  if (!isTexts(to) || (type !== 'link' && to.length > 0)) return { unreadable: 'to' };
  const shapes = value.shapes ?? SHAPES;
  if (!isTexts(shapes) || !shapes.every((s) => SHAPES.some((known) => known === s)))
    return { unreadable: 'shapes' };
  const labels = value.labels;
  if (labels !== undefined && !(isRecord(labels) && isTexts(Object.values(labels))))
    return { unreadable: 'labels' };
  const needs = readCondition(value.only_with);
  if (needs === null) return { unreadable: 'only_with' };
  return {
    label,
    description,
    type: type as PropertyType,
    fold,
    sensitivity,
    own: true,
    ...(known !== undefined && { unit: known }),
    ...(typeof codes === 'string' && { codes }),
    ...(type === 'link' && { to }),
    ...(type === 'geometry' && { shapes: SHAPES.filter((s) => shapes.includes(s)) }),
    ...(typeof definition === 'string' && { definition }),
    ...(typeof standard === 'string' && { standard }),
    ...(typeof hxl === 'string' && { hxl }),
    ...(needs !== undefined && { only_with: needs }),
    ...(labels !== undefined && { labels: labels as Readonly<Record<string, string>> }),
  };
}

/** Null when it can't be read. Whether the property it names exists is not asked: kinds and rules arrive in any order. */
function readCondition(value: unknown): Condition | undefined | null {
  if (value === undefined) return undefined;
  if (!isRecord(value) || typeof value.property !== 'string' || !PROPERTY_NAME.test(value.property))
    return null;
  const { property, is } = value;
  if (is === undefined) return { property };
  return isTexts(is) ? { property, is } : null;
}

/** The more secret of two sensitivities. */
export function moreSecret(a: Sensitivity, b: Sensitivity): Sensitivity {
  return SENSITIVITIES.indexOf(a) >= SENSITIVITIES.indexOf(b) ? a : b;
}

export function isRecord(x: unknown): x is Readonly<Record<string, unknown>> {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}

function isTexts(x: unknown): x is readonly string[] {
  return Array.isArray(x) && x.every((one) => typeof one === 'string');
}

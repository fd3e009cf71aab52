/**
 * The columns in which a kind is exported and may be imported again: one header row of names, labels for people, HXL tags
 * for an optional second row (HXL 1.1). First what names and judges the item, then its properties in the order of the
 * definition. What a reader may see is decided elsewhere, by `sensitivity`.
 */
import type { Kind, Property, PropertyType, Sensitivity, Unit } from './kind.ts';

export interface Column {
  /** header: snake_case, unique in the kind */
  readonly name: string;
  readonly label: string;
  /** what stands in it: the item's own part, or a part of a property's value */
  readonly part: 'id' | 'standing' | 'disputed' | 'value' | 'longitude' | 'latitude' | 'wkt';
  /** for parts of a property */
  readonly property?: string;
  readonly type: PropertyType;
  /** members of a set stand in one cell, joined by `; ` */
  readonly many: boolean;
  readonly unit?: Unit;
  readonly codes?: string;
  readonly hxl?: string;
  readonly sensitivity: Sensitivity;
}

/** The columns of a kind. A point gives two, longitude and latitude in WGS 84 degrees; any other shape gives WKT. */
export function columnsOf(kind: Kind): readonly Column[] {
  const own = { many: false, sensitivity: kind.sensitivity, type: 'text' } as const;
  return [
    { name: 'id', label: 'Id', part: 'id', hxl: '#meta+id', ...own },
    { name: 'standing', label: 'Standing', part: 'standing', hxl: '#status+standing', ...own },
    { name: 'disputed', label: 'Disputed', part: 'disputed', hxl: '#status+disputed', ...own, many: true },
    ...Object.entries(kind.properties).flatMap(([name, property]) => columnsOfProperty(name, property)),
  ];
}

function columnsOfProperty(name: string, property: Property): readonly Column[] {
  const { label, type, fold, unit, codes, hxl, sensitivity } = property;
  const shared = {
    property: name,
    type,
    many: fold === 'set' || fold === 'release',
    sensitivity,
    ...(codes !== undefined && { codes }),
  };
  const tag = (extra: string) => (hxl === undefined ? {} : { hxl: hxl + extra });
  if (type !== 'geometry') {
    const inUnit = unit === undefined || unit === 'count' ? label : `${label} (${UNIT_LABELS[unit]})`;
    return [
      { name, label: inUnit, part: 'value', ...(unit !== undefined && { unit }), ...tag(''), ...shared },
    ];
  }
  if (property.shapes?.some((s) => s !== 'point') ?? true)
    return [{ name: `${name}_wkt`, label: `${label} (WKT)`, part: 'wkt', ...tag('+wkt'), ...shared }];
  return [
    {
      name: `${name}_longitude`,
      label: `${label} (longitude)`,
      part: 'longitude',
      unit: 'degrees',
      ...tag('+lon'),
      ...shared,
    },
    {
      name: `${name}_latitude`,
      label: `${label} (latitude)`,
      part: 'latitude',
      unit: 'degrees',
      ...tag('+lat'),
      ...shared,
    },
  ];
}

/** How units are written. */
export const UNIT_LABELS: Readonly<Record<Unit, string>> = {
  m2: 'm²',
  m: 'm',
  mm: 'mm',
  kg: 'kg',
  count: 'number',
  days: 'days',
  hours: 'hours',
  years: 'years',
  percent: '%',
  degrees: '°',
  money: 'currency',
  'per-km2': 'per km²',
};

/** Groups the properties of an item for reading: names, status, place, dates, what is there, figures, links, notes. */
import type { PropertyView } from '@tilth/domain/report/view';
import type { Kind } from '../ask/answers.ts';

export const groups = ['names', 'status', 'place', 'dates', 'facts', 'figures', 'links', 'notes'] as const;
export type Group = (typeof groups)[number];

export function groupOf(name: string, kind: Kind | undefined): Group {
  const property = kind?.properties[name];
  if (!property || name === kind?.title || name === 'local_id' || property.type === 'identifier')
    return 'names';
  if (property.fold === 'guarded' || /(^|_)(status|class)$/.test(name)) return 'status';
  if (property.type === 'geometry' || property.type === 'release') return 'place';
  if (/^#(geo|adm|loc)/.test(property.hxl ?? '')) return 'place';
  if (property.type === 'link')
    return property.to?.length === 1 && property.to[0] === 'place' ? 'place' : 'links';
  if (property.type === 'date') return 'dates';
  if (property.type === 'number') return 'figures';
  if (property.type === 'text')
    return property.sensitivity === 'public' || property.sensitivity === 'partner' ? 'facts' : 'notes';
  return 'facts';
}

/** Groups that hold something, in order; within a group in the order the kind defines its properties. */
export function grouped(
  properties: readonly PropertyView[],
  kind: Kind | undefined,
): readonly { group: Group; properties: readonly PropertyView[] }[] {
  const order = Object.keys(kind?.properties ?? {});
  const sorted = properties.toSorted((a, b) => order.indexOf(a.property) - order.indexOf(b.property));
  return groups
    .map((group) => ({ group, properties: sorted.filter((p) => groupOf(p.property, kind) === group) }))
    .filter((g) => g.properties.length > 0);
}

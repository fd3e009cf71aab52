/**
 * What a decision takes off the map or puts on it beside the land of hazards, which is measured: hazards drawn as points
 * and lines, and whatever is drawn of other kinds that speak of danger or of its end (law 6). Part by part, so that what
 * moves goes in one place and comes in another, and what two items joined into one still show stays.
 */
import type { Model } from '@tilth/domain/record/kind';
import type { Geometry } from '@tilth/domain/report/entry';
import type { Mark } from '@tilth/domain/report/preview';
import type { ItemView } from '@tilth/domain/report/view';

/** Marks of `from` that are in none of `to`. Kinds drawn plain say nothing of danger and are left out. */
export function marksOnlyIn(
  from: readonly ItemView[],
  to: readonly ItemView[],
  model: Model,
): readonly Mark[] {
  const there = new Set(marksOf(to, model).map(nameOf));
  return marksOf(from, model).filter((mark) => !there.has(nameOf(mark)));
}

function nameOf({ kind, geometry }: Mark): string {
  return `${kind} ${JSON.stringify(geometry.coordinates)}`;
}

function marksOf(views: readonly ItemView[], model: Model): readonly Mark[] {
  return views.flatMap(({ id, kind, standing, drawing }) => {
    const means = model.kinds.get(kind)?.drawing ?? 'plain';
    if (standing === 'void' || means === 'plain' || !drawing?.geometry) return [];
    return partsOf(drawing.geometry)
      .filter((part) => means !== 'hazard' || part.type !== 'Polygon')
      .map((geometry): Mark => ({ kind, item: id, geometry }));
  });
}

function partsOf(geometry: Geometry): readonly Geometry[] {
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    default:
      return [geometry];
  }
}

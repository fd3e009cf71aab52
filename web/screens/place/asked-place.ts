/** What a letter says in words of the place it was asked about: its positions, and how long or how large it is. Pure. */
import { areaOf } from '@tilth/domain/geometry/area';
import { lengthOf } from '@tilth/domain/geometry/length';
import type { Geometry, Position } from '@tilth/domain/report/entry';

/** So many positions are all listed; of more only the first and the last. */
const MOST = 20;

export interface AskedPlace {
  /** numbered from 1, in the order in which they were given; a plot's first corner once */
  readonly listed: readonly { readonly number: number; readonly at: Position }[];
  /** how many between the first and the last are not listed */
  readonly left_out: number;
  /** metres along a route; null for what is none */
  readonly length_m: number | null;
  /** m² of a plot; null for what is none */
  readonly area_m2: number | null;
}

export function askedPlace(place: Geometry): AskedPlace {
  const all = positionsOf(place).map((at, i) => ({ number: i + 1, at }));
  const [first, last] = [all[0], all.at(-1)];
  const short = all.length <= MOST || first === undefined || last === undefined;
  return {
    listed: short ? all : [first, last],
    left_out: short ? 0 : all.length - 2,
    length_m: place.type.endsWith('LineString') ? lengthOf(place) : null,
    area_m2: areaOf(place),
  };
}

function positionsOf(place: Geometry): readonly Position[] {
  switch (place.type) {
    case 'Point':
      return [place.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return place.coordinates;
    case 'MultiLineString':
      return place.coordinates.flat();
    case 'Polygon':
      return place.coordinates.flatMap(open);
    case 'MultiPolygon':
      return place.coordinates.flat().flatMap(open);
  }
}

/** A ring without the closing position that says the first again. */
function open(ring: readonly Position[]): readonly Position[] {
  return ring.slice(0, -1);
}

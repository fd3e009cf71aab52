/** Lines of latitude and longitude over a view, at a round distance that fits its zoom; each line says its degrees. */

export type Bounds = readonly [west: number, south: number, east: number, north: number];

const steps = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];

/** Degrees between lines, so that about four to eight lines cross a view of this width. */
export function stepFor(width: number): number {
  return steps.find((s) => width / s >= 3.5) ?? 0.001;
}

interface Line {
  readonly type: 'Feature';
  readonly properties: { readonly degrees: string };
  readonly geometry: { readonly type: 'LineString'; readonly coordinates: [number, number][] };
}

export interface Graticule {
  readonly type: 'FeatureCollection';
  readonly features: Line[];
}

export const noGraticule: Graticule = { type: 'FeatureCollection', features: [] };

/** @param write degrees and axis in words of the reader's language */
export function graticule(
  bounds: Bounds,
  write: (degrees: number, axis: 'lat' | 'lon') => string,
): Graticule {
  const [west, south, east, north] = bounds;
  const step = stepFor(Math.max(1e-6, Math.min(east - west, 2 * (north - south))));
  const line = (degrees: number, axis: 'lat' | 'lon', coordinates: [number, number][]): Line => ({
    type: 'Feature',
    properties: { degrees: write(axis === 'lon' ? turned(degrees) : degrees, axis) },
    geometry: { type: 'LineString', coordinates },
  });
  const features: Line[] = [];
  for (const lon of rounds(west, east, step))
    features.push(
      line(lon, 'lon', [
        [lon, Math.max(south, -85)],
        [lon, Math.min(north, 85)],
      ]),
    );
  for (const lat of rounds(Math.max(south, -85), Math.min(north, 85), step))
    features.push(
      line(lat, 'lat', [
        [west, lat],
        [east, lat],
      ]),
    );
  return { type: 'FeatureCollection', features };
}

/** A view across the date line, or wider than the world, has longitudes beyond 180°: the same line, named as usual. */
function turned(lon: number): number {
  const once = (((lon + 180) % 360) + 360) % 360;
  return Number((once === 0 && lon > 0 ? 180 : once - 180).toFixed(6));
}

function rounds(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: Math.min(count, 60) }, (_, i) => Number(((first + i) * step).toFixed(6)));
}

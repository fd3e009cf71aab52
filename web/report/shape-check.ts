/**
 * What is doubtful about a shape as it is drawn, worked out here with the same rules as on the server. A chunk of its own,
 * loaded with GEOS when there is first a shape to check.
 */
import { check } from '@tilth/domain/geometry/check';
import { overlayOf, type Shapes } from '@tilth/domain/geometry/geos';
import type { Problem } from '@tilth/domain/problem';
import type { Geometry } from '@tilth/domain/report/entry';
import initGeosJs from 'geos-wasm';

let started: Promise<Shapes> | undefined;

function shapes(): Promise<Shapes> {
  started ??= initGeosJs().then(overlayOf);
  return started;
}

/** Everything `domain` finds odd about the shape itself. */
export async function findingsOf(geometry: Geometry): Promise<readonly Problem[]> {
  return check(geometry, await shapes());
}

/** m² that the shape shares with each of these, those that share none left out. */
export async function sharedWith<T extends { readonly geometry: Geometry }>(
  geometry: Geometry,
  others: readonly T[],
): Promise<readonly { readonly other: T; readonly m2: number }[]> {
  const overlay = await shapes();
  const own = overlay.asArea(geometry, 0);
  return others.flatMap((other) => {
    const shared = overlay.area(overlay.intersection(own, overlay.asArea(other.geometry, 0)));
    return shared > 0 ? [{ other, m2: shared }] : [];
  });
}

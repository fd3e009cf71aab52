/** Where hazards and released land lay at another time than the tables hold, for questions of what lies in them. */
import { type Bounds, boundsMeet, boundsOf } from '@tilth/domain/geometry/bounds';
import type { Day, Geometry } from '@tilth/domain/report/entry';
import { mayBeAfter } from '@tilth/domain/today/may-be-after';
import type { Actor } from '../db.ts';
import { allAt } from './as-known.ts';
import type { Keeper } from './keeper.ts';
import type { Cells } from './row.ts';
import type { Scene } from './scene.ts';

export interface Around {
  readonly today: Day;
  /** in what is drawn of a hazardous area */
  inHazard(g: Geometry | null): boolean;
  /** in land of an accepted release */
  inRelease(g: Geometry | null): boolean;
  /** in land of an accepted release that may have been released before that day */
  releasedBefore(g: Geometry | null, day: Day | null): boolean;
}

interface Land {
  readonly bounds: Bounds;
  readonly geometry: Geometry;
  readonly ended: Day | null;
}

export async function aroundThen(keeper: Keeper, actor: Actor, scene: Scene): Promise<Around> {
  const landOf = async (kind: string, stands: (row: Cells) => boolean): Promise<readonly Land[]> => {
    const found = scene.model.kinds.get(kind);
    if (!found) return [];
    return (await allAt(keeper, actor, scene, found)).flatMap((row) =>
      row.geom === null || !stands(row)
        ? []
        : [{ bounds: boundsOf(row.geom), geometry: row.geom, ended: row.to_day }],
    );
  };
  const hazards = await landOf('hazardous-area', (row) => row.standing !== 'void');
  const releases = await landOf('released-land', (row) => row.standing === 'live');
  const anyOf = (lands: readonly Land[], g: Geometry | null, more: (land: Land) => boolean) => {
    if (g === null) return false;
    const box = boundsOf(g);
    return lands.some((l) => boundsMeet(l.bounds, box) && more(l) && keeper.overlay.within(l.geometry, g, 0));
  };
  return {
    today: scene.stamp.at,
    inHazard: (g) => anyOf(hazards, g, () => true),
    inRelease: (g) => anyOf(releases, g, () => true),
    releasedBefore: (g, day) => anyOf(releases, g, (l) => mayBeAfter(day, l.ended)),
  };
}

/**
 * What is drawn of one hazardous area (design, law 6 and *perimeter*): the union of all its outlines, live and not, from
 * each of which is taken the land of every accepted release or void that falls on it.
 *
 * Outlines are live and in force, reported (not live yet), displaced (superseded by a newer one, or corrected) or left
 * behind (rejected, or moved away by a decision: the land keeps drawn where it was reported). Land that only displaced or
 * left-behind outlines hold up is *unsupported*: it stays, but for strips of displaced land thinner than the accuracy of
 * the newest outline (`widestStrip` at most). Nothing a decision does to a report, short of a void, makes the union
 * smaller. A position of unknown extent displaces no outline.
 */
import type { Area, Overlay } from '../geometry/overlay.ts';
import { defaultAccuracy } from './disagree.ts';
import type { Day } from './entry.ts';
import { type Held, isReported } from './held.ts';
import { isOfUnknownExtent, remainOf } from './latest.ts';
import type { Needs } from './needs.ts';
import { except, type GeometryValue, nothing, type Pieces, piecesOf, takeAway, unite } from './pieces.ts';
import { acceptedRelease, type ReleaseValue, takesFrom } from './release.ts';
import { covers, type VoidedLand } from './void.ts';

/** One item's share: joined items are drawn each by its own claims. */
export interface PerimeterInput {
  /** outlines that speak of the item, in order; values are geometries */
  readonly outlines: readonly Held[];
  /** outlines reported on the item and moved to another */
  readonly movedAway: readonly Held[];
  readonly releases: readonly Held[];
  readonly voids: readonly VoidedLand[];
  readonly needs: Needs;
  readonly at: Day | null;
  readonly overlay: Overlay;
}

export interface Perimeter {
  readonly supported: Pieces;
  readonly reported: Pieces;
  readonly unsupported: Pieces;
  /** accepted releases with the land they were taken from, before anything else draws it again */
  readonly released: readonly { readonly by: Held; readonly release: ReleaseValue; readonly land: Area }[];
}

export function perimeter(input: PerimeterInput): Perimeter {
  const { overlay } = input;
  const cut = cutter(input);
  const live = input.outlines.filter((h) => h.standing === 'live');
  const last = live.length === 0 ? null : remainOf(live, isOfUnknownExtent);
  const inForce = new Set<Held>(last ? [...last.beside, last.head] : []);
  const draw = (outlines: readonly Held[]): Pieces => cut(outlines);
  const supported = draw(live.filter((h) => inForce.has(h)));
  const reported = draw(input.outlines.filter((h) => isReported(h.standing)));
  const displaced = draw(
    input.outlines.filter((h) => h.standing === 'corrected' || (h.standing === 'live' && !inForce.has(h))),
  );
  const left = draw([...input.outlines.filter((h) => h.standing === 'rejected'), ...input.movedAway]);
  const strips = except(displaced, supported, overlay);
  const width = last === null ? 0 : Math.min(geometryOf(last.head).accuracy ?? defaultAccuracy, widestStrip);
  const kept: Pieces = {
    land: withoutStrips(strips.land, supported.land, width, overlay),
    bare: strips.bare,
  };
  const held = unite([supported, reported], overlay);
  return {
    supported,
    reported: except(reported, supported, overlay),
    unsupported: except(unite([kept, left], overlay), held, overlay),
    released: releasedLand(input),
  };
}

const geometryOf = (h: Held): GeometryValue => h.claim.value as GeometryValue;

/**
 * Metres: strips wider than this stay, however inexact the newest outline says it is. Strips are dropped because drawing
 * the same edge twice never gives the same line: hand-held receivers and digitising differ by some 3 to 10 m. An outline
 * good to 500 m knows less than the one before it, and must not take a belt of 500 m off the map (law 6).
 */
export const widestStrip = 10;

/** Metres: land nearer than this to other land adjoins it. */
const touch = 0.01;

/**
 * Land the newest outline leaves out, less its strips along that outline thinner than `width`. Land that lies apart from
 * what is drawn anew is no strip of it: it stays whole, however rough the new outline is.
 */
function withoutStrips(left: Area, drawn: Area, width: number, overlay: Overlay): Area {
  if (left === null || drawn === null || width === 0) return left;
  const parts = left.type === 'Polygon' ? [left.coordinates] : left.coordinates;
  const adjoins = parts.map((coordinates) => overlay.within({ type: 'Polygon', coordinates }, drawn, touch));
  const some = (beside: boolean): Area => {
    const coordinates = parts.filter((_, i) => adjoins[i] === beside);
    return coordinates.length === 0 ? null : { type: 'MultiPolygon', coordinates };
  };
  const beside = some(true);
  if (beside === null) return left;
  return overlay.union([some(false), overlay.withoutSlivers(beside, width)]);
}

/** Draws outlines less what was taken from each; outlines that lose the same land are taken together. */
function cutter(input: PerimeterInput): (outlines: readonly Held[]) => Pieces {
  const { overlay } = input;
  const releases = input.releases.flatMap((by) => {
    const release = acceptedRelease(by, input.at);
    return release === null ? [] : [{ by, release }];
  });
  return (outlines) => {
    if (outlines.length === 0) return nothing;
    const groups = new Map<string, { readonly outlines: Held[]; readonly cuts: readonly Area[] }>();
    for (const o of outlines) {
      const applied = releases.flatMap((r, i) => (takesFrom(r.by, r.release, o, input.needs) ? [i] : []));
      const voided = input.voids.flatMap((v, i) =>
        covers(v.decision, { id: o.id, n: o.n, date: o.report.date, sole: o.sole }) ? [i] : [],
      );
      const key = `${applied.join()};${voided.join()}`;
      const group = groups.get(key);
      if (group) group.outlines.push(o);
      else
        groups.set(key, {
          outlines: [o],
          cuts: [
            ...applied.map((i) => areaOnly(releases[i]?.release.land)),
            ...voided.map((i) => areaOnly(input.voids[i]?.land)),
          ],
        });
    }
    const pieces = [...groups.values()].map((g) => {
      const whole = unite(
        g.outlines.map((o) => piecesOf(geometryOf(o), overlay)),
        overlay,
      );
      return takeAway(whole, g.cuts, overlay);
    });
    return unite(pieces, overlay);
  };
}

/** Only land can be taken: a point or line releases nothing. */
function areaOnly(g: { readonly type: string } | undefined): Area {
  return g !== undefined && (g.type === 'Polygon' || g.type === 'MultiPolygon') ? (g as Area) : null;
}

function releasedLand(input: PerimeterInput): Perimeter['released'] {
  const { overlay } = input;
  const outlines = [...input.outlines, ...input.movedAway];
  return input.releases.flatMap((by) => {
    const release = acceptedRelease(by, input.at);
    if (release === null) return [];
    const taken = outlines.filter((o) => takesFrom(by, release, o, input.needs));
    const from = unite(
      taken.map((o) => piecesOf(geometryOf(o), overlay)),
      overlay,
    );
    // what a release takes is read as `takeAway` reads it: only what its rings surely mean
    const land = overlay.difference(from.land, overlay.difference(from.land, areaOnly(release.land)));
    return land === null ? [] : [{ by, release, land }];
  });
}

/**
 * What the map shows of an item (view.ts, Drawing): of a hazard, its perimeter; of another danger, its last known places,
 * reported ones too; of a release, only what is live; of the rest, where it is. Joined items draw the union.
 */
import type { Area, Overlay } from '../geometry/overlay.ts';
import type { Kind } from '../record/kind.ts';
import { defaultAccuracy } from './disagree.ts';
import type { Geometry } from './entry.ts';
import { refOfClaim } from './folded.ts';
import { type Held, isReported } from './held.ts';
import { remainOf } from './latest.ts';
import type { Perimeter } from './perimeter.ts';
import {
  asLand,
  drawn,
  except,
  type GeometryValue,
  isNothing,
  needsLand,
  nothing,
  type Pieces,
  piecesOf,
  unite,
} from './pieces.ts';
import type { Drawing } from './view.ts';

const hasPlace = (h: Held): boolean => h.claim.value.type === 'geometry';
const geometryOf = (h: Held): GeometryValue => h.claim.value as GeometryValue;

/** One outline and nothing else, as most hazards have: no overlay is needed but for what has a width or radius. */
export function drawSingle(h: Held, overlay: Overlay): Drawing {
  const pieces = piecesOf(geometryOf(h), overlay);
  const geometry = drawn(pieces, overlay);
  return {
    geometry,
    reported: isReported(h.standing) ? geometry : null,
    unsupported: h.standing === 'live' || isReported(h.standing) ? null : geometry,
    released: [],
    m2: pieces.land === null ? null : overlay.area(pieces.land),
    extent: extentOf([h], pieces),
  };
}

/** The perimeters of joined items as one drawing. `outlines` are all that were drawn from. */
export function drawHazard(
  perimeters: readonly Perimeter[],
  outlines: readonly Held[],
  overlay: Overlay,
): Drawing {
  const part = (name: 'supported' | 'reported' | 'unsupported'): Pieces =>
    unite(
      perimeters.map((p) => p[name]),
      overlay,
    );
  const parts = [part('supported'), part('reported'), part('unsupported')] as const;
  const measured = unite(parts, overlay);
  // what is bare beside land is drawn as land, and then no part may draw what another draws already
  const mixed = needsLand(measured);
  const [supported, second, third] = mixed
    ? (parts.map((p) => asLand(p, overlay)) as [Pieces, Pieces, Pieces])
    : parts;
  const reported = except(second, supported, overlay);
  const unsupported = except(third, unite([supported, second], overlay), overlay);
  const geometry = drawn(mixed ? asLand(measured, overlay) : measured, overlay);
  const stated = isNothing(measured)
    ? unite(
        outlines.map((h) => piecesOf(geometryOf(h), overlay)),
        overlay,
      )
    : measured;
  return {
    geometry,
    reported: drawn(reported, overlay),
    unsupported: drawn(unsupported, overlay),
    released: releasedOf(perimeters, geometry, overlay),
    m2:
      measured.land !== null
        ? overlay.area(measured.land)
        : isNothing(measured) && stated.land !== null
          ? 0
          : null,
    ...(reachesBeyond(geometry, measured, overlay) && { measured_in_part: true }),
    extent: extentOf(outlines, stated),
  };
}

/**
 * True when bare points or lines are drawn where the measured land does not reach. A corner of the land given as a position
 * reaches half its disc beyond it, which is less than the disc of a position that lies apart.
 */
function reachesBeyond(geometry: Geometry | null, measured: Pieces, overlay: Overlay): boolean {
  if (measured.land === null || measured.bare.length === 0 || !isLand(geometry)) return false;
  const beyond = overlay.difference(geometry, measured.land);
  return overlay.withoutSlivers(beyond, 1.5 * defaultAccuracy) !== null;
}

/** Land that releases took and that nothing draws again. */
function releasedOf(
  perimeters: readonly Perimeter[],
  geometry: Geometry | null,
  overlay: Overlay,
): Drawing['released'] {
  return perimeters
    .flatMap((p) => p.released)
    .flatMap(({ by, release, land }) => {
      const left = isLand(geometry) ? overlay.difference(land, geometry) : land;
      return left === null
        ? []
        : [{ method: release.method, geometry: left as Geometry, by: refOfClaim(by) }];
    })
    .sort((a, b) => (a.by.report < b.by.report ? -1 : a.by.report > b.by.report ? 1 : a.by.n - b.by.n));
}

/** Last known places of a danger, an activity, a release. `places` are the place's claims in order. */
export function drawPlace(places: readonly Held[], kind: Kind, overlay: Overlay): Drawing {
  const located = places.filter(hasPlace);
  const live = located.filter((h) => h.standing === 'live');
  const last = live.length === 0 ? null : remainOf(live);
  const inForce = last === null ? [] : kind.drawing === 'danger' ? [...last.beside, last.head] : [last.head];
  const waiting = kind.drawing === 'release' ? [] : located.filter((h) => isReported(h.standing));
  const reported =
    kind.drawing === 'danger' ? waiting : last === null && waiting.length > 0 ? waiting.slice(-1) : [];
  const gone =
    inForce.length === 0 && reported.length === 0 && kind.drawing === 'danger'
      ? located.filter((h) => h.standing === 'rejected').slice(-1)
      : [];
  const shown = [...inForce, ...reported, ...gone];
  if (shown.length === 0) return drawNothing('none');
  if (shown.length === 1) return drawSingle(shown[0] as Held, overlay);
  const of = (held: readonly Held[]): Pieces =>
    held.length === 0
      ? nothing
      : unite(
          held.map((h) => piecesOf(geometryOf(h), overlay)),
          overlay,
        );
  const supported = of(inForce);
  return drawHazard(
    [{ supported, reported: except(of(reported), supported, overlay), unsupported: nothing, released: [] }],
    shown,
    overlay,
  );
}

export function drawNothing(extent: Drawing['extent']): Drawing {
  return { geometry: null, reported: null, unsupported: null, released: [], m2: null, extent };
}

function isLand(g: Geometry | null): g is NonNullable<Area> {
  return g !== null && (g.type === 'Polygon' || g.type === 'MultiPolygon');
}

function extentOf(outlines: readonly Held[], p: Pieces): Drawing['extent'] {
  if (p.land !== null) {
    const lines = outlines.every((h) => /LineString$/.test(geometryOf(h).geometry.type));
    return lines ? 'line' : 'outline';
  }
  if (p.bare.length === 0) return 'none';
  return p.bare.some((b) => b.geometry.type === 'LineString') ? 'line' : 'position';
}

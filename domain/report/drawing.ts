/**
 * What the map shows of an item (view.ts, Drawing): of a hazard, its perimeter; of another danger, its last known places,
 * reported ones too; of a release, only what is live; of the rest, where it is. Joined items draw the union.
 */
import type { Area, Overlay } from '../geometry/overlay.ts';
import type { Kind } from '../record/kind.ts';
import type { Geometry } from './entry.ts';
import { refOfClaim } from './folded.ts';
import { type Held, isReported } from './held.ts';
import { remainOf } from './latest.ts';
import type { Perimeter } from './perimeter.ts';
import {
  drawn,
  except,
  type GeometryValue,
  isNothing,
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
  const geometry = drawn(pieces, false, overlay);
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
  const all = (part: 'supported' | 'reported' | 'unsupported'): Pieces =>
    unite(
      perimeters.map((p) => p[part]),
      overlay,
    );
  const supported = all('supported');
  const reported = except(all('reported'), supported, overlay);
  const held = unite([supported, reported], overlay);
  const unsupported = except(all('unsupported'), held, overlay);
  const whole = unite([held, unsupported], overlay);
  const asLand = needsLand(whole);
  const geometry = drawn(whole, asLand, overlay);
  const released = perimeters
    .flatMap((p) => p.released)
    .map((r) => ({ ...r, left: isLand(geometry) ? overlay.difference(r.land, geometry) : r.land }))
    .flatMap((r) =>
      r.left === null
        ? []
        : [{ method: r.release.method, geometry: r.left as Geometry, by: refOfClaim(r.by) }],
    )
    .sort((a, b) => (a.by.report < b.by.report ? -1 : a.by.report > b.by.report ? 1 : a.by.n - b.by.n));
  return {
    geometry,
    reported: drawn(reported, asLand, overlay),
    unsupported: drawn(unsupported, asLand, overlay),
    released,
    m2:
      whole.land !== null
        ? overlay.area(whole.land)
        : isNothing(whole) && outlines.some((h) => piecesOf(geometryOf(h), overlay).land !== null)
          ? 0
          : null,
    extent: isNothing(whole)
      ? extentOf(
          outlines,
          unite(
            outlines.map((h) => piecesOf(geometryOf(h), overlay)),
            overlay,
          ),
        )
      : extentOf(outlines, whole),
  };
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

/** Points and lines together, or either beside land, make no one geometry but as areas. */
function needsLand(p: Pieces): boolean {
  if (p.bare.length === 0) return false;
  return p.land !== null || new Set(p.bare.map((b) => b.geometry.type)).size > 1;
}

function extentOf(outlines: readonly Held[], p: Pieces): Drawing['extent'] {
  if (p.land !== null) {
    const lines = outlines.every((h) => /LineString$/.test(geometryOf(h).geometry.type));
    return lines ? 'line' : 'outline';
  }
  if (p.bare.length === 0) return 'none';
  return p.bare.some((b) => b.geometry.type === 'LineString') ? 'line' : 'position';
}

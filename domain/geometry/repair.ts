/**
 * An outline put right, and what that changed. A repaired hazard (`cover`) covers at least every valid reading of its
 * rings and never vanishes while it has a position; a repaired release (`core`) holds at most what all readings share
 * (readings.ts; design law 6: a geometry repair never shrinks the drawn hazard). Valid outlines stay as they are but for
 * vertices said twice, open rings and the direction of rings.
 */
import { type Problem, problem } from '../problem.ts';
import type { Geometry, Position } from '../report/entry.ts';
import { areaOf } from './area.ts';
import type { Shapes } from './geos.ts';
import { polygonsIn } from './grid.ts';
import { isInside } from './inside.ts';
import { type Rings, round, signedArea } from './normalise.ts';
import type { Area } from './overlay.ts';
import type { Lean } from './readings.ts';
import { different, tidy } from './tidy.ts';

/** A change of more than `percent` of the area or of more than `m2` waits for a person: whichever is passed first. */
export interface RepairLimits {
  readonly percent: number;
  readonly m2: number;
}

export const REPAIR_LIMITS: RepairLimits = { percent: 1, m2: 100 };

export interface Repaired {
  /** null only for a release that surely covers nothing, or a geometry without a single position */
  readonly geometry: Geometry | null;
  /** what was changed, as problems of class notice; none when nothing was, and then `geometry` is the one given */
  readonly changes: readonly Problem[];
  /** m² as the rings state it, of each ring its net figure; null for points and lines */
  readonly before_m2: number | null;
  readonly after_m2: number | null;
  /** a person must look before the report is approved in bulk (`repair-waits` among the changes) */
  readonly waits: boolean;
}

/** Width in metres given to what an area's rings draw as a mere line beside their land. */
const WIDTH = 1;

type Ground = NonNullable<Area>;
type Line = readonly Position[];

/**
 * Repairs a geometry. Removed repetitions, closed rings and turned rings are named and never wait. An invalid area waits
 * when its figure changes, or its readings differ, by more than a limit; one that encloses no land at all is drawn as
 * the line or position it still states, and waits. Repairing what was repaired changes nothing.
 */
export function repair(
  geometry: Geometry,
  lean: Lean,
  shapes: Shapes,
  limits: RepairLimits = REPAIR_LIMITS,
): Repaired {
  const { geometry: clean, changes } = tidy(geometry);
  if (clean?.type === 'Polygon' || clean?.type === 'MultiPolygon') {
    return repairArea(clean, lean, shapes, limits, changes);
  }
  const lines = clean?.type === 'LineString' || clean?.type === 'MultiLineString' ? linesOf(clean) : [];
  const shown = lines.some((line) => different(line).length < 2) ? shownAs(lines) : clean;
  return {
    geometry: shown,
    changes: shown && shown !== clean ? [...changes, problem('drawn-as', { as: shown.type })] : changes,
    before_m2: null,
    after_m2: null,
    waits: false,
  };
}

function repairArea(
  area: Ground,
  lean: Lean,
  shapes: Shapes,
  limits: RepairLimits,
  tidied: readonly Problem[],
): Repaired {
  const before_m2 = areaOf(area) ?? 0;
  const fault = shapes.fault(area);
  if (!fault) {
    const { geometry, changes } = rewound(area);
    return { geometry, changes: [...tidied, ...changes], before_m2, after_m2: before_m2, waits: false };
  }
  const { cover, core } = shapes.read(area);
  const strays = lean === 'cover' && cover ? straysOf(area, cover) : [];
  const strips = shapes.asArea({ type: 'MultiLineString', coordinates: strays }, WIDTH);
  const land = lean === 'core' ? core : shapes.union([cover, strips]);
  const after_m2 = areaOf(land) ?? 0;
  const doubt = shapes.area(cover) - shapes.area(core);
  const change_m2 = Math.round(100 * Math.max(Math.abs(after_m2 - before_m2), doubt)) / 100;

  const changes = [
    ...tidied,
    problem('outline-repaired', { reason: fault.reason, ...where(fault.at), before_m2, after_m2 }),
  ];
  if (strays.length > 0) changes.push(problem('lines-widened', { count: strays.length, metres: WIDTH }));
  const shown = land ?? (lean === 'cover' ? shownAs(linesOf(area)) : null);
  if (!land) changes.push(shown ? problem('drawn-as', { as: shown.type }) : problem('release-without-land'));
  const waits = !land || change_m2 > limits.m2 || change_m2 > (before_m2 * limits.percent) / 100;
  if (waits)
    changes.push(problem('repair-waits', { change_m2, limit_percent: limits.percent, limit_m2: limits.m2 }));
  return { geometry: shown, changes, before_m2, after_m2: land ? after_m2 : null, waits };
}

function where(at: Position) {
  return { longitude: round(at[0]), latitude: round(at[1]) };
}

/** A valid area with its exteriors counter-clockwise and its holes clockwise (RFC 7946 3.1.6); else untouched. */
function rewound(area: Ground): { geometry: Geometry; changes: readonly Problem[] } {
  let count = 0;
  const parts = polygonsIn([area]).map((rings) =>
    rings.map((ring, i) => {
      if (signedArea(ring) > 0 === (i === 0)) return ring;
      count += 1;
      return ring.toReversed();
    }),
  );
  if (count === 0) return { geometry: area, changes: [] };
  const geometry: Geometry =
    area.type === 'Polygon'
      ? { type: 'Polygon', coordinates: parts[0]! }
      : { type: 'MultiPolygon', coordinates: parts };
  return { geometry, changes: [problem('rings-turned', { count })] };
}

/** The legs that lead to vertices which the land does not reach: spikes without width, parts without area. */
function straysOf(area: Ground, land: Ground): Line[] {
  const corners = new Set(polygonsIn([land]).flat(2).map(key));
  return polygonsIn([area]).flatMap((rings) =>
    rings.flatMap((ring) => {
      const out = ring.map((p) => !corners.has(key(p)) && !isInside(p, land));
      return ring.slice(1).flatMap((to, i): Line[] => (out[i] || out[i + 1] ? [[ring[i]!, to]] : []));
    }),
  );
}

function key([x, y]: Position): string {
  return `${round(x)} ${round(y)}`;
}

/** Lines as given, rings as the lines their vertices draw. */
function linesOf(g: Exclude<Geometry, { type: 'Point' | 'MultiPoint' }>): readonly Line[] {
  if (g.type === 'LineString') return [g.coordinates];
  if (g.type === 'MultiLineString') return g.coordinates;
  return polygonsIn([g]).flatMap((rings: Rings) => rings.map((ring) => ring.slice(0, -1)));
}

/** Lines as the simplest geometry that says the same: points where a line has one position only. */
function shownAs(lines: readonly Line[]): Geometry | null {
  const real = lines.filter((line) => different(line).length > 1);
  const single = different(lines.filter((line) => different(line).length === 1).map((line) => line[0]!));
  if (real.length === 0) {
    if (single.length < 2) return single[0] ? { type: 'Point', coordinates: single[0] } : null;
    return { type: 'MultiPoint', coordinates: single };
  }
  // Points and lines can't stand in one geometry: a position becomes a line of 1e-8 degrees, a millimetre.
  const all = [
    ...real,
    ...single.map(
      ([x, y]): Line => [
        [x, y],
        [x, y > 0 ? y - 1e-8 : y + 1e-8],
      ],
    ),
  ];
  return all.length === 1
    ? { type: 'LineString', coordinates: all[0]! }
    : { type: 'MultiLineString', coordinates: all };
}

/**
 * A sketch of the place asked about and of what is near it, drawn from the answer itself: it prints on paper as it stands on
 * the screen. Numbers are those of the letter's list. North is up.
 */
import { longitudeMetres } from '@tilth/domain/geometry/plane';
import type { Geometry, Position } from '@tilth/domain/report/entry';
import { useLanguage } from '../../language/language.tsx';
import { boundsOf } from '../../map/focus.ts';
import { roundLength } from '../../map/scale.tsx';
import { SketchGrid } from './sketch-grid.tsx';

export interface Sketched {
  readonly number: number;
  readonly geometry: Geometry;
  /** a danger; else a release or a survey */
  readonly danger: boolean;
  /** metres by which what is drawn may be off */
  readonly accuracy: number;
}

const WIDTH = 640;
const HEIGHT = 360;
const MARGIN = 24;
const METRES_IN_DEGREE = 111_000;

export function Sketch({
  place,
  metres,
  found,
}: {
  place: Geometry;
  metres: number;
  found: readonly Sketched[];
}) {
  const { say, unit } = useLanguage();
  const box = boundsOf(place);
  if (!box) return null;
  const [west, south, east, north] = box;
  const middle = (south + north) / 2;
  const across = Math.max(1, longitudeMetres(middle, 'most'));
  const [wide, high] = [
    (east - west) * across + 2 * metres + 100,
    (north - south) * METRES_IN_DEGREE + 2 * metres + 100,
  ];
  const scale = Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / high);
  const at = ([lon, lat]: Position): readonly [number, number] => [
    WIDTH / 2 + (lon - (west + east) / 2) * across * scale,
    HEIGHT / 2 - (lat - middle) * METRES_IN_DEGREE * scale,
  ];
  const [halfWide, halfHigh] = [WIDTH / 2 / (across * scale), HEIGHT / 2 / (METRES_IN_DEGREE * scale)];
  const centre = (west + east) / 2;
  const bar = roundLength(1 / scale, WIDTH / 4);
  return (
    <svg
      className="sketch"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={say('web.place.sketch')}
    >
      <title>{say('web.place.sketch')}</title>
      <g className="sketch-range" strokeWidth={Math.max(2, 2 * metres * scale)}>
        <Shape of={place} at={at} dot={Math.max(1, metres * scale)} />
      </g>
      <SketchGrid
        bounds={[centre - halfWide, middle - halfHigh, centre + halfWide, middle + halfHigh]}
        at={at}
      />
      {found.map((f) =>
        f.accuracy === 0 ? null : (
          <g
            key={f.number}
            className="sketch-reach"
            data-danger={f.danger || undefined}
            strokeWidth={2 * f.accuracy * scale}
          >
            <Shape of={f.geometry} at={at} dot={f.accuracy * scale} />
          </g>
        ),
      )}
      {found.map((f) => (
        <g key={f.number} className="sketch-found" data-danger={f.danger || undefined}>
          <Shape of={f.geometry} at={at} dot={4} />
        </g>
      ))}
      <g className="sketch-place">
        <Shape of={place} at={at} dot={4} />
      </g>
      {found.map((f) => {
        const bounds = boundsOf(f.geometry);
        if (!bounds) return null;
        const [x, y] = at([(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]);
        if (x < 0 || x > WIDTH || y < 0 || y > HEIGHT) return null;
        return (
          <text key={f.number} x={x} y={y - 6} className="sketch-number">
            {f.number}
          </text>
        );
      })}
      <path className="sketch-bar" d={`M${MARGIN},${HEIGHT - 12}v-6h${bar * scale}v6`} />
      <text x={MARGIN} y={HEIGHT - 24} className="sketch-words">
        {bar >= 1000 ? unit(bar / 1000, 'km') : unit(bar, 'm')}
      </text>
      <path className="sketch-bar" d={`M${WIDTH - MARGIN},${MARGIN + 22}v-22l-5,8m5,-8l5,8`} />
      <text x={WIDTH - MARGIN} y={MARGIN + 36} className="sketch-number">
        {say('web.map.n')}
      </text>
    </svg>
  );
}

function Shape({
  of,
  at,
  dot,
}: {
  of: Geometry;
  at: (p: Position) => readonly [number, number];
  dot: number;
}) {
  if (of.type === 'Point' || of.type === 'MultiPoint') {
    const points = of.type === 'Point' ? [of.coordinates] : of.coordinates;
    return points.map((p) => {
      const [x, y] = at(p);
      return <circle key={p.join()} cx={x} cy={y} r={dot} />;
    });
  }
  const closed = of.type.endsWith('Polygon');
  const d = linesOf(of)
    .map(
      (line) =>
        `M${line
          .map((p) =>
            at(p)
              .map((n) => n.toFixed(1))
              .join(),
          )
          .join('L')}${closed ? 'Z' : ''}`,
    )
    .join('');
  return <path d={d} data-area={closed || undefined} fillRule="evenodd" />;
}

function linesOf(g: Geometry): readonly (readonly Position[])[] {
  if (g.type === 'LineString') return [g.coordinates];
  if (g.type === 'MultiLineString' || g.type === 'Polygon') return g.coordinates;
  return g.type === 'MultiPolygon' ? g.coordinates.flat() : [];
}

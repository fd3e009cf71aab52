/** The grid over a sketch, in the system the reader chose: what the letter says of positions can be found on it. */
import type { Position } from '@tilth/domain/report/entry';
import { useSyncExternalStore } from 'react';
import { onSystem, systemChosen } from '../../map/coordinate-system.ts';
import { type Bounds, graticule } from '../../map/graticule.ts';

interface Props {
  readonly bounds: Bounds;
  readonly at: (p: Position) => readonly [number, number];
}

/** About how wide a letter of a label is, and how high the labels at the top and the bar at the foot stand. */
const LETTER = 6;
const HEAD = 26;
const FOOT = 42;

export function SketchGrid({ bounds, at }: Props) {
  const system = useSyncExternalStore(onSystem, systemChosen);
  const [, foot] = at([bounds[0], bounds[1]]);
  let free = 0;
  const lines = graticule(bounds, system).features.map(({ properties: { degrees }, geometry }) => {
    const line = geometry.coordinates.map(at);
    const [first = [0, 0], last = [0, 0]] = [line[0], line.at(-1)];
    const level = Math.abs(last[0] - first[0]) > Math.abs(last[1] - first[1]);
    const [x, y] = level ? [4, first[1] - 3] : [last[0] + 3, 12];
    // one label never stands on another, nor on the bar
    const fits = level ? y > HEAD && y < foot - FOOT : x >= free;
    if (!level && fits) free = x + (degrees.length + 1) * LETTER;
    return { degrees, line, label: fits ? { x, y } : null };
  });
  return (
    <g className="sketch-grid">
      {lines.map(({ degrees, line, label }) => (
        <g key={degrees}>
          <path d={`M${line.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`} />
          {label && <text {...label}>{degrees}</text>}
        </g>
      ))}
    </g>
  );
}

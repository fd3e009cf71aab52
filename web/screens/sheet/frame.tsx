/** The frame around the map of a sheet: labels of the grid outside, small crosses inside. Drawn in lines, sharp on any paper. */
import type { Grid } from './ticks.ts';

/** Millimetres. */
const TICK = 1.6;
const CROSS = 1.5;

export function Frame({ grid, size: [w, h] }: { grid: Grid; size: readonly [number, number] }) {
  const around = 6;
  return (
    <svg
      className="sheet-frame"
      viewBox={`${-around} ${-around} ${w + 2 * around} ${h + 2 * around}`}
      style={{ inlineSize: `${w + 2 * around}mm`, blockSize: `${h + 2 * around}mm` }}
      aria-hidden="true"
    >
      {grid.crosses.map(([x, y]) => (
        <path
          key={`${x} ${y}`}
          className="sheet-cross"
          d={`M${x * w - CROSS},${y * h}h${2 * CROSS}M${x * w},${y * h - CROSS}v${2 * CROSS}`}
        />
      ))}
      <rect className="sheet-line" x="0" y="0" width={w} height={h} />
      {grid.ticks.map(({ edge, at, label }) => {
        const flat = edge === 'top' || edge === 'bottom';
        const x = flat ? at * w : edge === 'left' ? 0 : w;
        const y = flat ? (edge === 'top' ? 0 : h) : at * h;
        const out = edge === 'top' || edge === 'left' ? -TICK : TICK;
        // labels at the sides run along them
        const turn = flat ? '' : `rotate(-90 ${x + 2.4 * out} ${y})`;
        const down = edge === 'top' ? -2.4 : edge === 'bottom' ? 4.4 : edge === 'left' ? 0.4 : 1.6;
        return (
          <g key={`${edge} ${label}`}>
            <path className="sheet-line" d={flat ? `M${x},${y}v${out}` : `M${x},${y}h${out}`} />
            <text x={flat ? x : x + 2.4 * out} y={y + down} transform={turn}>
              {label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

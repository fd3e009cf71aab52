/** The line of time at a glance: a mark for each day, a row for each kind. The list beneath it holds the same. */
import * as Plot from '@observablehq/plot';
import { type Moment, placeInTime } from '@tilth/domain/accountability/time-line';
import { useCallback, useMemo } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { PlotFigure } from '../../ui/plot-figure.tsx';
import { useHere } from '../frame/here.tsx';

export function Overview({ moments }: { moments: readonly Moment[] }) {
  const { say, direction, tag } = useLanguage();
  const { kinds } = useHere();
  const marks = useMemo(
    () =>
      moments.flatMap((m) => {
        const at = Date.parse(`${placeInTime(m.when)}T00:00:00Z`);
        return Number.isNaN(at) ? [] : [{ at: new Date(at), kind: kinds.get(m.kind)?.plural ?? m.kind }];
      }),
    [moments, kinds],
  );
  const rows = useMemo(() => [...new Set(marks.map((m) => m.kind))], [marks]);
  const rtl = direction === 'rtl';
  const draw = useCallback(
    (width: number) => {
      const side = Math.min(Math.round(width * 0.36), Math.max(...rows.map((r) => r.length), 4) * 6.4 + 16);
      const letters = Math.floor((side - 12) / 6.2);
      const year = new Intl.DateTimeFormat(tag, { year: 'numeric', timeZone: 'UTC' });
      const month = new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'short', timeZone: 'UTC' });
      const days = marks.map((m) => m.at.getTime());
      const long = Math.max(...days) - Math.min(...days) > 3 * 365 * 86_400_000;
      return Plot.plot({
        width,
        height: 34 + rows.length * 24,
        marginLeft: rtl ? 14 : side,
        marginRight: rtl ? side : 14,
        style: { background: 'none', fontFamily: 'inherit', fontSize: '12px', color: 'currentColor' },
        x: { type: 'utc', reverse: rtl, label: null, grid: true, nice: true },
        y: { type: 'band', domain: rows, label: null },
        marks: [
          Plot.axisX({
            ticks: Math.max(2, Math.floor((width - side) / 90)),
            tickFormat: (d: Date) => (long ? year : month).format(d),
            label: null,
          }),
          Plot.axisY({
            anchor: rtl ? 'right' : 'left',
            tickSize: 0,
            tickFormat: (k: string) => (k.length > letters ? `${k.slice(0, letters - 1)}…` : k),
            label: null,
          }),
          Plot.tickX(marks, {
            x: 'at',
            y: 'kind',
            stroke: 'var(--series-1)',
            strokeWidth: 2,
            strokeOpacity: 0.7,
            inset: 3,
          }),
        ],
      });
    },
    [marks, rows, rtl, tag],
  );
  if (marks.length === 0) return null;
  return <PlotFigure sentence={say('web.accountability.overview', { n: marks.length })} draw={draw} />;
}

/** The line of time at a glance: a mark for each day, a row for each kind. The list beneath it holds the same. */
import * as Plot from '@observablehq/plot';
import { type Moment, placeInTime } from '@tilth/domain/accountability/time-line';
import { useCallback, useMemo } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { PlotFigure } from '../../ui/plot-figure.tsx';
import { turned } from '../../ui/turned.ts';
import { useHere } from '../frame/here.tsx';

const YEAR = 365 * 86_400_000;
/** Pixels. */
const NARROW = 560;
const [TOP, BOTTOM, EDGE] = [6, 26, 14];

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
      // on a narrow drawing what a row is of stands above its marks, in full
      const above = width < NARROW;
      const side = above ? EDGE : Math.max(...rows.map((r) => r.length), 4) * 7 + 16;
      const most = Math.max(2, Math.floor((width - side) / 90));
      const year = new Intl.DateTimeFormat(tag, { year: 'numeric', timeZone: 'UTC' });
      const month = new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'short', timeZone: 'UTC' });
      const days = marks.map((m) => m.at.getTime());
      const [first, last] = [Math.min(...days), Math.max(...days)];
      const long = last - first > 3 * YEAR;
      // a day alone, too, stands within some time
      const slack = last === first ? YEAR / 2 : (last - first) * 0.01;
      return Plot.plot({
        width,
        height: TOP + BOTTOM + rows.length * (above ? 40 : 24),
        marginTop: TOP,
        marginBottom: BOTTOM,
        marginLeft: rtl ? EDGE : side,
        marginRight: rtl ? side : EDGE,
        style: { background: 'none', fontFamily: 'inherit', fontSize: '12px', color: 'currentColor' },
        x: {
          type: 'utc',
          domain: [new Date(first - slack), new Date(last + slack)],
          reverse: rtl,
          label: null,
          grid: true,
        },
        y: { type: 'band', domain: rows, label: null, axis: null },
        marks: [
          Plot.axisX({
            // no year is written twice
            ticks: long ? `${Math.ceil((last - first) / YEAR / most)} years` : most,
            tickFormat: (d: Date) => (long ? year : month).format(d),
            label: null,
          }),
          above
            ? Plot.text(rows, {
                y: (r) => r,
                text: (r) => turned(r, rtl),
                frameAnchor: rtl ? 'right' : 'left',
                textAnchor: rtl ? 'end' : 'start',
                dy: -9,
                stroke: 'var(--paper)',
                strokeWidth: 4,
                fill: 'currentColor',
              })
            : Plot.axisY({
                anchor: rtl ? 'right' : 'left',
                tickSize: 0,
                tickFormat: (k: string) => turned(k, rtl),
                label: null,
              }),
          Plot.tickX(marks, {
            x: 'at',
            y: 'kind',
            stroke: 'var(--series-1)',
            strokeWidth: 2,
            strokeOpacity: 0.7,
            insetTop: above ? 20 : 3,
            insetBottom: 3,
          }),
        ],
      });
    },
    [marks, rows, rtl, tag],
  );
  if (marks.length === 0) return null;
  return <PlotFigure sentence={say('web.accountability.overview', { n: marks.length })} draw={draw} />;
}

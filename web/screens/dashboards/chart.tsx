/**
 * A chart by Observable Plot. It is drawn anew for each width, language and theme; its colours are tokens, so print and
 * high contrast follow. The `<style>` that Plot puts inside would break the Content-Security-Policy: it stands in
 * style/dashboards.css. For who does not see it there is one sentence, and the table beneath.
 */
import * as Plot from '@observablehq/plot';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import type { Bar } from './bars.ts';

export interface Drawn {
  readonly shape: 'time' | 'bars';
  readonly bars: readonly Bar[];
  /** of `time`: every month of the axis */
  readonly months: readonly string[];
  /** m², not counts */
  readonly area: boolean;
  /** of `bars`: in the order given; else the longest first */
  readonly ordered?: true;
}

interface Props extends Drawn {
  readonly sentence: string;
  readonly onOpen: (key: string) => void;
  /** told the drawing, for who wants it as an image */
  readonly onDrawn: (svg: SVGSVGElement | null) => void;
}

/** Bars beyond these stand in the table only. */
const MOST_BARS = 14;

const colours = [1, 2, 3, 4, 5, 6].map((n) => `var(--series-${n})`);

export function Chart({ shape, bars, months, area, ordered, sentence, onOpen, onDrawn }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { tag, direction, number, area: asArea, areasUpTo } = useLanguage();
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const element = place.current;
    if (!element || width === 0) return;
    const drawn = draw(
      { shape, bars, months, area, ...(ordered && { ordered }) },
      {
        width,
        tag,
        rtl: direction === 'rtl',
        number: area ? asArea : number,
        onAxis: area ? areasUpTo(longest(bars)) : number,
      },
    );
    for (const style of drawn.querySelectorAll('style')) style.remove();
    const [svg] = drawn instanceof SVGSVGElement ? [drawn] : drawn.querySelectorAll('svg:last-of-type');
    drawn.setAttribute('aria-hidden', 'true');
    drawn.addEventListener('click', (event) => {
      const mark = event.target instanceof Element ? event.target.closest('rect') : null;
      const at = mark?.parentElement ? [...mark.parentElement.children].indexOf(mark) : -1;
      const key = mark?.getAttribute('data-key') ?? keysOf.get(drawn)?.[at];
      if (key !== undefined) onOpen(key);
    });
    element.replaceChildren(drawn);
    onDrawn(svg instanceof SVGSVGElement ? svg : null);
    return () => element.replaceChildren();
  }, [shape, bars, months, area, ordered, width, tag, direction, number, asArea, areasUpTo, onOpen, onDrawn]);
  return (
    <div className="chart" role="img" aria-label={sentence}>
      <div ref={place} dir="ltr" />
    </div>
  );
}

/** The keys of a drawing's bars in the order of its rectangles. */
const keysOf = new WeakMap<Element, readonly string[]>();

interface Frame {
  readonly width: number;
  readonly tag: string;
  readonly rtl: boolean;
  readonly number: (n: number) => string;
  /** the numbers along the axis, in one unit */
  readonly onAxis: (n: number) => string;
}

/** Bars of several colours stand on each other. */
function longest(bars: readonly Bar[]): number {
  const lengths = new Map<string, number>();
  for (const { x, value } of bars) lengths.set(x, (lengths.get(x) ?? 0) + value);
  return Math.max(0, ...lengths.values());
}

function draw({ shape, bars, months, area, ordered }: Drawn, { width, tag, rtl, number, onAxis }: Frame) {
  const series = [...new Set(bars.flatMap((b) => (b.series === null ? [] : [b.series])))];
  // a number and its unit stand in their own direction on an axis that is drawn from left to right
  const tick = (n: number) => (rtl ? `\u2067${onAxis(n)}\u2069` : onAxis(n));
  const side = area ? 72 : 48;
  const fill = series.length > 1 ? 'series' : () => colours[0] ?? '';
  const legend = series.length > 1 ? { legend: true, domain: series, range: colours } : {};
  const style = { background: 'none', fontFamily: 'inherit', fontSize: '12px', color: 'currentColor' };
  if (shape === 'time') {
    const name = new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' });
    const withYear = new Intl.DateTimeFormat(tag, { month: 'short', year: '2-digit', timeZone: 'UTC' });
    const every = Math.max(1, Math.ceil(months.length / Math.max(1, Math.floor(width / 58))));
    const shown = months.filter((_, i) => i % every === 0);
    const label = (m: string) =>
      (m.endsWith('-01') || m === months[0] ? withYear : name).format(Date.parse(`${m}-01T00:00:00Z`));
    return remember(
      Plot.plot({
        width,
        height: 220,
        marginLeft: rtl ? 10 : side,
        marginRight: rtl ? side : 10,
        style,
        x: { type: 'band', domain: [...months], reverse: rtl, label: null, padding: 0.18 },
        y: { label: null, grid: true, ticks: 5, tickFormat: tick, nice: true, zero: true },
        color: legend,
        marks: [
          Plot.axisY({ anchor: rtl ? 'right' : 'left', label: null, ticks: 5, tickFormat: tick }),
          Plot.axisX({ ticks: shown, tickFormat: label, label: null, tickSize: 0 }),
          Plot.barY([...bars], { x: 'x', y: 'value', fill, title: titleOf(number), inset: 0.5 }),
          Plot.ruleY([0]),
        ],
      }),
      bars,
    );
  }
  const order = new Map<string, number>();
  for (const b of bars) order.set(b.x, (order.get(b.x) ?? 0) + b.value);
  const names = (ordered ? [...order] : [...order].sort((a, b) => b[1] - a[1])).map(([x]) => x);
  const some = names.slice(0, MOST_BARS);
  const left = Math.min(Math.round(width * 0.42), Math.max(...some.map((n) => n.length), 4) * 6.6 + 12);
  const seen = bars.filter((b) => some.includes(b.x));
  const letters = Math.floor((left - 12) / 6.4);
  return remember(
    Plot.plot({
      width,
      height: 40 + some.length * 24,
      marginLeft: rtl ? 44 : left,
      marginRight: rtl ? left : 44,
      style,
      x: {
        label: null,
        grid: true,
        ticks: area ? 3 : 4,
        tickFormat: tick,
        reverse: rtl,
        nice: true,
        zero: true,
      },
      y: { type: 'band', domain: some, label: null, padding: 0.22 },
      color: legend,
      marks: [
        Plot.axisY({
          anchor: rtl ? 'right' : 'left',
          label: null,
          tickSize: 0,
          tickFormat: (n: string) => (n.length > letters ? `${n.slice(0, letters - 1)}…` : n),
        }),
        Plot.barX(seen, { y: 'x', x: 'value', fill, title: titleOf(number), inset: 0.5 }),
        Plot.ruleX([0]),
      ],
    }),
    seen,
  );
}

const titleOf = (number: (n: number) => string) => (b: Bar) =>
  `${[b.x, b.series].filter(Boolean).join(' · ')}: ${number(b.value)}`;

/** Plot keeps the order of the data within one mark. */
function remember<T extends Element>(drawn: T, bars: readonly Bar[]): T {
  keysOf.set(
    drawn,
    bars.map((b) => b.key),
  );
  return drawn;
}

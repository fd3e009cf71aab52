/** One scenario alone: what stays to be cleared, and what could still function, lowest to highest, as a drawing and a table. */
import * as Plot from '@observablehq/plot';
import { type Count, envelope, lastClaimedDay, type Scenario } from '@tilth/domain/claimed-lifetime/envelope';
import { useCallback, useId, useMemo } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { PlotFigure } from '../../ui/plot-figure.tsx';
import { turned } from '../../ui/turned.ts';
import type { Entered } from './entered.ts';
import { Treat } from './treat.tsx';

const YEAR = 365;

interface Props {
  readonly title: string;
  readonly notes: readonly string[];
  readonly scenario: Scenario;
  readonly entered: Entered;
}

export function ScenarioCard({ title, notes, scenario, entered }: Props) {
  const language = useLanguage();
  const { say, number, unit, direction } = language;
  const head = useId();
  const { emplaced, ageing } = entered;
  const claimed = useMemo(
    () =>
      [scenario.selfDestruct?.byDay, scenario.selfDeactivate?.byDay, scenario.together?.byDay]
        .filter((d) => d !== undefined)
        .toSorted((a, b) => a - b),
    [scenario],
  );
  const rows = useMemo(() => {
    // the day before each shows that nothing is claimed sooner; ten years, that nothing is claimed later
    const days = [0, ...claimed.flatMap((d) => [d - 1, d]), YEAR, 10 * YEAR].filter((d) => d >= 0);
    return envelope(
      emplaced,
      scenario,
      [...new Set(days)].toSorted((a, b) => a - b),
      ageing,
    );
  }, [claimed, emplaced, scenario, ageing]);
  const rtl = direction === 'rtl';
  const draw = useCallback(
    (width: number) => {
      const end = Math.max(150, (claimed.at(-1) ?? 0) * 1.25);
      const steps = envelope(emplaced, scenario, [0, ...claimed, end], ageing);
      return Plot.plot({
        width,
        height: 190,
        marginLeft: rtl ? 30 : 56,
        marginRight: rtl ? 56 : 30,
        style: { background: 'none', fontFamily: 'inherit', fontSize: '12px', color: 'currentColor' },
        x: { domain: [0, end], reverse: rtl, label: null },
        y: { domain: [0, Math.max(1, emplaced.high)], label: null, grid: true },
        marks: [
          Plot.axisX({
            ticks: width < 420 ? 3 : 6,
            tickFormat: (d: number) => turned(unit(d, 'days'), rtl),
            label: null,
          }),
          Plot.axisY({
            anchor: rtl ? 'right' : 'left',
            ticks: 4,
            tickFormat: (n: number) => turned(number(n), rtl),
            label: null,
          }),
          // beneath: what could still function is never hidden by what is to be cleared
          Plot.ruleY([...new Set([emplaced.low, emplaced.high])], {
            stroke: 'var(--series-1)',
            strokeWidth: 5,
          }),
          Plot.areaY(steps, {
            x: 'day',
            y1: (m) => m.couldFunction.low,
            y2: (m) => m.couldFunction.high,
            curve: 'step-after',
            fill: 'var(--series-2)',
            fillOpacity: 0.35,
          }),
          Plot.lineY(steps, {
            x: 'day',
            y: (m) => m.couldFunction.high,
            curve: 'step-after',
            stroke: 'var(--series-2)',
            strokeWidth: 2,
          }),
          Plot.lineY(steps, {
            x: 'day',
            y: (m) => m.couldFunction.low,
            curve: 'step-after',
            stroke: 'var(--series-2)',
            strokeDasharray: '4 3',
          }),
          Plot.ruleY([0]),
        ],
      });
    },
    [claimed, emplaced, scenario, ageing, rtl, number, unit],
  );
  // rounded apart from each other, so that no figure reads as smaller than it is
  const whole = (n: number, round: (n: number) => number) => (n >= 10 ? round(n) : n);
  const range = ({ low, high }: Count) =>
    low === high
      ? number(whole(low, Math.ceil))
      : say('web.value.range', {
          min: number(whole(low, Math.floor)),
          max: number(whole(high, Math.ceil)),
        });
  const last = lastClaimedDay(scenario);
  return (
    <section className="chart-card" aria-labelledby={head}>
      <h2 id={head}>{title}</h2>
      <Treat />
      {notes.map((note) => (
        <p key={note} className="soft chart-note">
          {note}
        </p>
      ))}
      <PlotFigure sentence={say('web.lifetimes.drawing', { title })} draw={draw} />
      <ul className="study-key soft">
        <li>
          <span className="study-line" />
          {say('web.lifetimes.to-clear')}
        </li>
        <li>
          <span className="study-band" />
          {say('web.lifetimes.could')}
        </li>
      </ul>
      <table className="issued-figures">
        <thead>
          <tr>
            <th scope="col">{say('web.lifetimes.day')}</th>
            <th scope="col">{say('web.lifetimes.to-clear')}</th>
            <th scope="col">{say('web.lifetimes.could')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((m) => (
            <tr key={m.day}>
              <th scope="row">{number(m.day)}</th>
              <td>{range(m.toClear)}</td>
              <td>{range(m.couldFunction)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">
        {last === null ? say('web.lifetimes.never-falls') : say('web.lifetimes.after', { day: last })}
      </p>
    </section>
  );
}

import '../../ui/style/accountability.css';
import * as Plot from '@observablehq/plot';
import { useCallback } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { PlotFigure } from '../../ui/plot-figure.tsx';
import { Specimen } from './styleguide.tsx';

const values = [3, 5, 4, 7, 6];

/** A drawing: its colours are tokens, its text takes the ink of what is around it. */
export function Figure() {
  const { say, number } = useLanguage();
  const draw = useCallback(
    (width: number) =>
      Plot.plot({
        width,
        height: 120,
        style: { background: 'none', fontFamily: 'inherit', color: 'currentColor' },
        x: { label: null, tickFormat: (n: number) => number(n + 1) },
        y: { label: null, ticks: 3, tickFormat: (n: number) => number(n), grid: true },
        marks: [Plot.barY(values, { fill: 'var(--accent)', inset: 1 }), Plot.ruleY([0])],
      }),
    [number],
  );
  return (
    <Specimen code="<PlotFigure sentence draw>">
      <PlotFigure sentence={say('web.styleguide')} draw={draw} />
    </Specimen>
  );
}

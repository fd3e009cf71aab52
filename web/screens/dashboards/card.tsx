/** A card: what is counted and what that means, the chart, its table, its stamp, and both to take away. */
import { type ReactNode, useId, useState } from 'react';
import type { Stamp } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { Chart, type Drawn } from './chart.tsx';
import { saveImage, saveText } from './save.ts';

interface Props {
  readonly title: string;
  readonly means: string;
  readonly notes: readonly string[];
  readonly stamp: Stamp | undefined;
  /** null: nothing to draw */
  readonly drawn: Drawn | null;
  readonly nameOf: (key: string) => string;
  readonly onOpen: (key: string) => void;
  readonly table: ReactNode;
  /** the table as CSV */
  readonly data: () => string;
  readonly file: string;
}

export function Card({ title, means, notes, stamp, drawn, nameOf, onOpen, table, data, file }: Props) {
  const { say, number } = useLanguage();
  const [svg, setSvg] = useState<SVGSVGElement | null>(null);
  const head = useId();
  const largest = drawn?.bars.reduce(
    (a, b) => (b.value > a.value ? b : a),
    drawn.bars[0] as Drawn['bars'][number],
  );
  return (
    <section className="chart-card" aria-labelledby={head}>
      <h2 id={head}>{title}</h2>
      <p className="soft">{means}</p>
      {notes.map((note) => (
        <p key={note} className="soft chart-note">
          {note}
        </p>
      ))}
      {drawn === null || largest === undefined ? (
        <p className="chart-none">{say('web.dashboards.nothing')}</p>
      ) : (
        <>
          <Chart
            {...drawn}
            sentence={say('web.dashboards.sentence', {
              title,
              n: drawn.bars.length,
              largest: nameOf(largest.key),
              value: number(largest.value),
            })}
            onOpen={onOpen}
            onDrawn={setSvg}
          />
          <details className="chart-table">
            <summary>{say('web.dashboards.table')}</summary>
            {table}
          </details>
          <div className="row chart-tools">
            <Button onPress={() => saveText(data(), `${file}.csv`)}>{say('web.dashboards.data')}</Button>
            <Button isDisabled={svg === null} onPress={() => svg && saveImage(svg, title, `${file}.svg`)}>
              {say('web.dashboards.image')}
            </Button>
          </div>
        </>
      )}
      <StampLine stamp={stamp} />
    </section>
  );
}

/** Figures over time and by kind, each a chart with its table, definition and stamp; for a period, a unit, an operator. */
import '../../ui/style/dashboards.css';
import '../../ui/style/products.css';
import { useQuery } from '@tanstack/react-query';
import { listQuestion, placesQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { cards } from './cards.ts';
import { FigureChart } from './figure-chart.tsx';
import { GapsCard } from './gaps-card.tsx';
import { LandChart } from './land-chart.tsx';
import { useAsked } from './use-asked.ts';
import { WaitingChart } from './waiting-chart.tsx';

const ALL = 'all';

export function DashboardsScreen() {
  const { say } = useLanguage();
  const { programme } = useHere();
  const { own, at, known } = useAddress();
  const asked = useAsked();
  const places = useQuery(placesQuestion(programme.id, { at: null, known: null }));
  const operators = useQuery(
    listQuestion(
      {
        programme: programme.id,
        kind: 'organisation',
        q: '',
        sort: 'name',
        at: null,
        known: null,
      },
      0,
    ),
  );
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const units = (places.data?.rows ?? []).flatMap((row) => {
    const code = text(row.values.pcode) ?? text(row.values.local_id);
    return code === null ? [] : [{ id: code, label: `${text(row.values.name) ?? code} (${code})` }];
  });
  const named = (operators.data?.rows ?? []).map((row) => ({
    id: row.id,
    label: text(row.values.name) ?? text(row.values.local_id) ?? row.id.slice(0, 8),
  }));
  const set = (part: Readonly<Record<string, string | null>>) => {
    const next = Object.entries({ ...own, ...part }).flatMap(([k, v]) => (v === null ? [] : [[k, v]]));
    go({ own: Object.fromEntries(next) }, { replace: true });
  };
  const { from, to } = asked.period;
  const times = `${at} ${known}`;
  return (
    <div className="screen dashboards">
      <header className="screen-head">
        <h1>{say('web.screen.dashboards')}</h1>
        <p className="lead">{say('web.dashboards.lead')}</p>
      </header>
      <div className="products-tools dashboards-tools">
        <DayField label={say('web.products.from')} value={from} onChange={(d) => set({ from: d })} />
        <DayField label={say('web.products.to')} value={to} onChange={(d) => set({ to: d })} />
        <Choice
          label={say('web.dashboards.unit')}
          value={asked.unit ?? ALL}
          options={[
            { id: ALL, label: say('web.dashboards.all-units') },
            ...units.toSorted((a, b) => (a.label < b.label ? -1 : 1)),
          ]}
          onChange={(id) => set({ unit: id === ALL ? null : id })}
        />
        <Choice
          label={say('web.dashboards.operator')}
          value={asked.operator ?? ALL}
          options={[{ id: ALL, label: say('web.dashboards.all-operators') }, ...named]}
          onChange={(id) => set({ operator: id === ALL ? null : id })}
        />
        <Button onPress={() => window.print()}>{say('web.print')}</Button>
      </div>
      <div className="chart-cards">
        <LandChart key={times} asked={asked} />
        {cards.map((card) => (
          <FigureChart key={`${card.figure} ${card.by}`} card={card} asked={asked} />
        ))}
        <WaitingChart />
        <GapsCard />
      </div>
      <p className="standing-sentence">{say('web.absence')}</p>
    </div>
  );
}

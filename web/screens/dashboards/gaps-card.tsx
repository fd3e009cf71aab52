/** What the record does not know: hazards without a place or size, papers not held, contradictions; each with its list. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import type { Address } from '../../address.ts';
import { disputesQuestion } from '../../ask/disputes.ts';
import { countQuestion, totalsQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

const UNDATED = 'identified_on is empty';
const hazards = { show: 'list', kind: 'hazardous-area' } as const;

export function GapsCard() {
  const { say, number } = useLanguage();
  const { programme } = useHere();
  const address = useAddress();
  const totals = useQuery(totalsQuestion(programme.id, address));
  const disputes = useQuery(disputesQuestion(programme.id, address));
  const undated = useQuery(countQuestion(programme.id, hazards.kind, { filter: UNDATED }, address));
  const head = useId();
  const t = totals.data;
  if (!t) return null;
  const disputed = disputes.data?.kinds.reduce((sum, k) => sum + k.matched, 0);
  const link = (n: number, to: Partial<Address>): ReactNode => (
    <PlaceLink to={{ screen: 'map', own: {}, item: null, ...to }}>{number(n)}</PlaceLink>
  );
  const rows: readonly (readonly [name: string, n: ReactNode])[] = [
    [say('web.figure.to-locate'), link(t.to_locate, { show: 'locate' })],
    [say('web.figure.unmeasured'), link(t.unmeasured, { show: 'totals' })],
    [
      say('web.figure.papers-not-held'),
      link(t.papers_not_held.items, { ...hazards, filter: 'hazard_status is closed-papers-not-held' }),
    ],
    ...(undated.data === undefined
      ? []
      : [[say('web.dashboards.undated'), link(undated.data, { ...hazards, filter: UNDATED })] as const]),
    ...(disputed === undefined
      ? []
      : [[say('web.dashboards.disputed'), link(disputed, { screen: 'disputes' })] as const]),
  ];
  return (
    <section className="chart-card" aria-labelledby={head}>
      <h2 id={head}>{say('web.dashboards.gaps')}</h2>
      <p className="soft">{say('web.dashboards.gaps-means')}</p>
      <table className="issued-figures">
        <tbody>
          {rows.map(([name, n]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <StampLine stamp={t.stamp} />
    </section>
  );
}

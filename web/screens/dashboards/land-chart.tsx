/** Land in hazards at the end of each month, suspected and confirmed, counted once: each month a question of its own. */
import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Totals } from '../../ask/answers.ts';
import { totalsQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { Trouble } from '../../ui/message.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { useNumbers } from '../products/use-numbers.ts';
import { landBars, monthsBetween } from './bars.ts';
import { Card } from './card.tsx';
import { csvLine } from './save.ts';
import { type Asked, endOf } from './use-asked.ts';

/** The most months that are worked out at once. */
const MOST = 24;

export function LandChart({ asked }: { asked: Asked }) {
  const { say, number, tag } = useLanguage();
  const { textOf } = useNumbers();
  const { programme } = useHere();
  const { known } = useAddress();
  const { from, to } = asked.period;
  const months = monthsBetween(from, to).slice(-MOST);
  const days = months.map((m, i) => (i === months.length - 1 ? to : endOf(m)));
  // one after the other: a day that nobody asked for before is folded from the log, and other readers wait for it too
  const [reach, setReach] = useState(0);
  const answers = useQueries({
    queries: days.map((at, i) => ({
      ...totalsQuestion(programme.id, { at, known }),
      staleTime: 5 * 60_000,
      enabled: i <= reach,
    })),
  });
  const done = answers.filter((a) => a.data !== undefined).length;
  const settled = answers.findIndex((a) => a.isPending);
  useEffect(() => setReach(settled < 0 ? days.length : settled), [settled, days.length]);
  const [cha, sha] = [say('web.figure.land-cha'), say('web.figure.land-sha')];
  const shown = JSON.stringify(
    answers.map(({ data }) => (data ? { cha: data.cha, sha: data.sha, range: data.range } : null)),
  );
  const drawn = useMemo(() => {
    const points: readonly (Pick<Totals, 'cha' | 'sha' | 'range'> | null)[] = JSON.parse(shown);
    const listed = monthsBetween(from, to).slice(-MOST);
    const bars = points.flatMap((t, i) => (t === null ? [] : landBars(listed[i] ?? '', t, { cha, sha })));
    return bars.length === 0 ? null : { shape: 'time' as const, bars, months: listed, area: true };
  }, [shown, cha, sha, from, to]);
  const open = useCallback((key: string) => {
    go({ screen: 'map', own: {}, show: 'totals', at: endOf(key.slice(0, 7)), item: null });
  }, []);
  const failed = answers.find((a) => a.error);
  if (failed?.error) return <Trouble error={failed.error} retry={() => failed.refetch()} />;
  // a programme whose hazards are not for this reader has no totals
  if (done > 0 && answers.every((a) => !a.isPending && a.data === undefined)) return null;
  const month = new Intl.DateTimeFormat(tag, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const nameOf = (m: string) => month.format(Date.parse(`${m}-01T00:00:00Z`));
  const rows = answers.flatMap((a, i) => (a.data ? [{ m: months[i] ?? '', t: a.data }] : []));
  const last = rows.at(-1)?.t;
  const land = (t: Totals, name: 'cha' | 'sha' | 'once') =>
    textOf({ value: t[name], ...t.range[name] }, `land-${name}`);
  const notes = [
    say('web.dashboards.land'),
    ...(last && last.unmeasured + last.to_locate > 0
      ? [say('web.dashboards.land-beside', { unmeasured: last.unmeasured, to_locate: last.to_locate })]
      : []),
    ...(asked.unit !== null || asked.operator !== null ? [say('web.dashboards.not-narrowed')] : []),
    ...(done < days.length ? [say('web.dashboards.working', { done, all: days.length })] : []),
  ];
  return (
    <Card
      title={say('web.dashboards.land-title')}
      means={say('web.figure.land-once.means')}
      notes={notes}
      stamp={answers.at(-1)?.data?.stamp}
      drawn={drawn}
      nameOf={(key) => nameOf(key.slice(0, 7))}
      onOpen={open}
      file={`${programme.id}-land-${from}-${to}`}
      data={() =>
        [
          csvLine([
            'at',
            ...[cha, sha, say('web.figure.land-once')].flatMap((name) => [name, 'least', 'most']),
            say('web.totals.unmeasured'),
            say('web.totals.to-locate'),
          ]),
          ...rows.map(({ m, t }) =>
            csvLine([
              endOf(m),
              ...(['cha', 'sha', 'once'] as const).flatMap((n) => [t[n], t.range[n].least, t.range[n].most]),
              t.unmeasured,
              t.to_locate,
            ]),
          ),
        ].join('')
      }
      table={
        <table className="issued-figures">
          <thead>
            <tr>
              <th scope="col">{say('web.figure-by.month')}</th>
              <th scope="col">{cha}</th>
              <th scope="col">{sha}</th>
              <th scope="col">{say('web.figure.land-once')}</th>
              <th scope="col">{say('web.totals.unmeasured')}</th>
              <th scope="col">{say('web.totals.to-locate')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ m, t }) => (
              <tr key={m}>
                <th scope="row">{nameOf(m)}</th>
                <td>{land(t, 'cha')}</td>
                <td>{land(t, 'sha')}</td>
                <td>{land(t, 'once')}</td>
                <td>{number(t.unmeasured)}</td>
                <td>{number(t.to_locate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

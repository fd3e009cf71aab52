/** Reports that wait for review, by step and by how long they have waited. Known of the present only. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { ages, todayQuestion } from '../../ask/today.ts';
import { useLanguage } from '../../language/language.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { Card } from './card.tsx';
import { csvLine } from './save.ts';

const keys: readonly string[] = ages;

export function WaitingChart() {
  const { say, number } = useLanguage();
  const { programme, may } = useHere();
  const { at, known } = useAddress();
  const answer = useQuery({
    ...todayQuestion(programme.id, { at, known }),
    enabled: may.has('decide') && at === null && known === null,
  });
  const steps = answer.data?.review?.steps;
  const names = ages.map((age) => say(`web.dashboards.age.${age}`));
  const named = names.join('\n');
  const drawn = useMemo(() => {
    const labels = named.split('\n');
    const bars = (steps ?? []).flatMap((s) =>
      ages.map((age, i) => ({
        key: age,
        x: labels[i] ?? age,
        series: (steps ?? []).length > 1 ? s.step : null,
        value: s[age],
        least: s[age],
        most: s[age],
      })),
    );
    return bars.every((b) => b.value === 0)
      ? null
      : { shape: 'bars' as const, bars, months: [], area: false, ordered: true as const };
  }, [steps, named]);
  const open = useCallback(() => go({ screen: 'map', own: {}, show: 'review', item: null }), []);
  if (!steps) return null;
  return (
    <Card
      title={say('web.dashboards.waiting')}
      means={say('web.dashboards.waiting-means')}
      notes={[]}
      stamp={answer.data?.stamp}
      drawn={drawn}
      nameOf={(key) => names[keys.indexOf(key)] ?? key}
      onOpen={open}
      file={`${programme.id}-waiting`}
      data={() =>
        [
          csvLine([say('web.dashboards.step'), ...names]),
          ...steps.map((s) => csvLine([s.step, ...ages.map((a) => s[a])])),
        ].join('')
      }
      table={
        <table className="issued-figures">
          <thead>
            <tr>
              <th scope="col">{say('web.dashboards.step')}</th>
              {names.map((n) => (
                <th key={n} scope="col">
                  {n}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((s) => (
              <tr key={s.step}>
                <th scope="row">{s.step}</th>
                {ages.map((a) => (
                  <td key={a}>{number(s[a])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

/** What waits for review, by step and age, and what was sent back and has not come again. */
import { ages, type Today } from '../../ask/today.ts';
import { useLanguage } from '../../language/language.tsx';
import { titleOfClaims } from '../../record/title.ts';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useHere } from '../frame/here.tsx';
import { Card } from './card.tsx';
import { Since } from './row-line.tsx';

export function Review({ today: { review } }: { today: Today }) {
  const { say, number } = useLanguage();
  const { may } = useHere();
  if (!review) return null;
  const { own, steps } = review;
  const total = steps.reduce((sum, s) => sum + ages.reduce((n, age) => n + s[age], 0), 0);
  const what = own ? 'own' : 'all';
  return (
    <Card title={say(`web.today.review.${what}`)} count={total}>
      <p className="today-what">
        {say(total === 0 ? 'web.today.review.none' : `web.today.review.${what}-what`)}
      </p>
      {total > 0 && (
        <table className="today-table">
          <thead>
            <tr>
              <th scope="col">{say('web.today.review.step')}</th>
              {ages.map((age) => (
                <th key={age} scope="col">
                  {say(`web.today.age.${age}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((s) => (
              <tr key={s.step}>
                <th scope="row">{s.step === 'review' ? say('web.today.review.only-step') : s.step}</th>
                {ages.map((age) => (
                  <td key={age}>{number(s[age])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {total > 0 && may.has('decide') && (
        <PlaceLink className="today-all" to={{ screen: null, own: {}, show: 'review', narrow: 'side' }}>
          {say('web.today.review.open')}
        </PlaceLink>
      )}
    </Card>
  );
}

export function Returned({ today: { returned, stamp } }: { today: Today }) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists, may } = useHere();
  if (!returned) return null;
  const { own, count, reports } = returned;
  return (
    <Card title={say('web.today.returned')} count={count}>
      <p className="today-what">
        {say(
          count === 0
            ? 'web.today.returned.none'
            : own
              ? 'web.today.returned.own'
              : 'web.today.returned.what',
        )}
      </p>
      {reports.length > 0 && (
        <ul className="today-rows">
          {reports.map(({ report, instant, reason }) => {
            const [item] = report.items;
            const kind = kinds.get(item?.kind ?? '');
            const title = titleOfClaims(report.claims, kind, { language, lists });
            const received = instant.slice(0, 10);
            return (
              <li key={report.id}>
                <PlaceLink
                  to={{
                    screen: null,
                    own: {},
                    item: item?.id ?? null,
                    itemKind: item?.kind ?? null,
                    narrow: 'side',
                  }}
                >
                  <bdi>{title || say('web.list.unnamed', { id: (item?.id ?? report.id).slice(0, 8) })}</bdi>
                </PlaceLink>
                <span className="today-rest">
                  <Since day={received} at={stamp.at} /> · {kind?.label ?? report.form}
                </span>
                {reason && <span className="today-rest">{say('web.today.returned.why', { reason })}</span>}
                {may.has('report') && (
                  <PlaceLink
                    to={{ screen: 'report', own: { corrects: report.id }, item: null, itemKind: null }}
                  >
                    {say('web.form.correct')}
                  </PlaceLink>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {count > reports.length && (
        <p className="soft">{say('web.today.returned.more', { n: count - reports.length })}</p>
      )}
    </Card>
  );
}

/** The days to come: week, month, the treaties' days, what is owed next, and clearance deadlines by decision. */
import type { DayRow, Today } from '../../ask/today.ts';
import { useLanguage } from '../../language/language.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { Card } from './card.tsx';
import { RowTitle, Since } from './row-line.tsx';

export function Dates({ today: { dates, deadlines, sections, stamp } }: { today: Today }) {
  const { say } = useLanguage();
  const due = sections['to-come'];
  return (
    <Card title={say('web.today.dates')}>
      <ul className="today-rows">
        {dates.map(({ what, day }) => (
          <li key={what}>
            <span className="today-name">{say(`web.today.date.${what}`)}</span>
            <span className="today-day">
              <Since day={day} at={stamp.at} />
            </span>
          </li>
        ))}
      </ul>
      <Dated title={say('web.today.to-come')} rows={due?.rows ?? []} at={stamp.at} />
      {due && due.count > due.rows.length && (
        <PlaceLink className="today-all" to={{ own: { section: 'to-come' } }}>
          {say('web.today.all', { n: due.count })}
        </PlaceLink>
      )}
      <Dated title={say('web.today.deadlines')} rows={deadlines?.rows ?? []} at={stamp.at} />
      {deadlines?.count === 0 && <p className="today-what">{say('web.today.deadlines.none')}</p>}
    </Card>
  );
}

function Dated({ title, rows, at }: { title: string; rows: readonly DayRow[]; at: string }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="today-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <PlaceLink to={{ screen: null, own: {}, item: row.id, itemKind: row.kind, narrow: 'side' }}>
              <RowTitle row={row} />
            </PlaceLink>
            <span className="today-day">
              <Since day={row.day} at={at} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

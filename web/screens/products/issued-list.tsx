/** What was issued, the last number first. */
import type { Row } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';

export function IssuedList({ rows }: { rows: readonly Row[] }) {
  const { say, day } = useLanguage();
  const text = (row: Row, name: string) => {
    const value = row.values[name];
    return typeof value === 'string' ? value : '';
  };
  return (
    <section className="products-issued" aria-labelledby="issued-head">
      <h2 id="issued-head">{say('web.products.issued')}</h2>
      {rows.length === 0 ? (
        <p className="soft">{say('web.products.none')}</p>
      ) : (
        <div className="issued-scroll">
          <table className="issued-figures issued-list">
            <thead>
              <tr>
                <th scope="col">{say('web.products.number')}</th>
                <th scope="col">{say('web.products.which')}</th>
                <th scope="col">{say('web.products.period')}</th>
                <th scope="col">{say('web.products.recipient')}</th>
                <th scope="col">{say('web.products.issued-on')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <PlaceLink to={{ own: { sheet: row.id } }}>
                      <bdi>{text(row, 'local_id') || row.id.slice(0, 8)}</bdi>
                    </PlaceLink>{' '}
                    {text(row, 'withdrawn_on') && (
                      <Chip tone="alarm">{say('web.products.withdrawn-chip')}</Chip>
                    )}
                  </th>
                  <td>{text(row, 'name')}</td>
                  <td>
                    {text(row, 'period_from') &&
                      say('web.products.period-of', {
                        from: day(text(row, 'period_from')),
                        to: day(text(row, 'period_to')),
                      })}
                  </td>
                  <td>
                    <bdi>{text(row, 'issued_to') || '–'}</bdi>
                  </td>
                  <td>{day(text(row, 'issued_on'))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

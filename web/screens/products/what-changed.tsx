/** What has changed since a report was sent: each figure then and now, and the difference by cause, to the last one. */
import { useQuery } from '@tanstack/react-query';
import { type Cause, causes } from '@tilth/domain/products/cause';
import { changesQuestion, type Difference, type LineChange, type Sheet } from '../../ask/products.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { useNumbers } from './use-numbers.ts';

interface Props {
  readonly id: string;
  readonly sheet: Sheet;
  /** whether the report is defined otherwise now */
  readonly redefined: boolean;
}

export function WhatChanged({ id, sheet, redefined }: Props) {
  const { say, day } = useLanguage();
  const { programme, today } = useHere();
  const { own, known } = useAddress();
  const later = own.as === 'today' && sheet.at < today;
  const answer = useQuery(changesQuestion(programme.id, id, later ? today : null, known));
  const lineOf = (change: LineChange) =>
    sheet.lines.find((l) => l.figure === change.figure && l.by === change.by);
  const moved = answer.data?.lines.filter((l) => l.total === null || hasMoved(l)) ?? [];
  const same = (answer.data?.lines.length ?? 0) - moved.length;
  return (
    <article className="issued">
      <header>
        <h2>{say('web.products.changes-of', { number: sheet.issued?.number ?? '' })}</h2>
        <p>{say('web.products.changes-lead', { day: day(sheet.at), number: sheet.known })}</p>
        {redefined && <p className="callout">{say('web.products.redefined')}</p>}
        <div className="row issued-tools">
          {sheet.at < today && (
            <Choice
              label={say('web.products.stocks')}
              value={later ? 'today' : 'same'}
              options={[
                { id: 'same', label: say('web.products.stocks-then', { day: day(sheet.at) }) },
                { id: 'today', label: say('web.products.stocks-now', { day: day(today) }) },
              ]}
              onChange={(as) => go({ own: { ...own, as } }, { replace: true })}
            />
          )}
          <Button onPress={() => window.print()}>{say('web.print')}</Button>
        </div>
      </header>
      {answer.error ? (
        <Trouble error={answer.error} retry={() => answer.refetch()} />
      ) : !answer.data ? (
        <Waiting />
      ) : (
        <>
          {moved.length === 0 && <p className="letter-answer">{say('web.products.no-changes')}</p>}
          {moved.map((change) => (
            <Moved
              key={`${change.figure} ${change.by}`}
              change={change}
              title={[lineOf(change)?.title ?? change.figure, lineOf(change)?.by_title]
                .filter(Boolean)
                .join(' · ')}
              labels={lineOf(change)?.labels ?? {}}
            />
          ))}
          {moved.length > 0 && same > 0 && <p className="soft">{say('web.products.unmoved', { n: same })}</p>}
          <footer>
            <StampLine stamp={answer.data.stamp} />
          </footer>
        </>
      )}
    </article>
  );
}

function hasMoved({ total, cells }: LineChange): boolean {
  return (total?.parts.length ?? 0) > 0 || cells.some((c) => c.parts.length > 0);
}

function Moved({
  change,
  title,
  labels,
}: {
  change: LineChange;
  title: string;
  labels: Readonly<Record<string, string>>;
}) {
  const { say } = useLanguage();
  const { plain, signed, keyOf } = useNumbers();
  if (change.total === null)
    return (
      <section className="change">
        <h3>{title}</h3>
        <p className="soft">{say('web.products.not-compared')}</p>
      </section>
    );
  const involved = causes.filter((c) =>
    [change.total, ...change.cells].some((d) => d?.parts.some((p) => p.cause === c)),
  );
  const row = (name: string, d: Difference, main: boolean) => (
    <tr key={name} className={main ? 'issued-total' : 'issued-cell'}>
      <th scope="row">{name}</th>
      <td>{plain(d.was, change.figure)}</td>
      {involved.map((cause) => {
        const by = d.parts.find((p) => p.cause === cause)?.by;
        return <td key={cause}>{by === undefined ? '' : signed(by, change.figure)}</td>;
      })}
      <td>
        <strong>{plain(d.now, change.figure)}</strong>
      </td>
    </tr>
  );
  return (
    <section className="change" aria-label={title}>
      <h3>{title}</h3>
      <div className="issued-scroll">
        <table className="issued-figures">
          <thead>
            <tr>
              <th scope="col">{say('web.products.figure')}</th>
              <th scope="col">{say('web.products.was')}</th>
              {involved.map((cause) => (
                <th key={cause} scope="col">
                  {say(`web.cause.${cause}`)}
                </th>
              ))}
              <th scope="col">{say('web.products.now')}</th>
            </tr>
          </thead>
          <tbody>
            {row(say('web.products.all'), change.total, true)}
            {change.cells.filter((c) => c.parts.length > 0).map((c) => row(keyOf(c.key, labels), c, false))}
          </tbody>
        </table>
      </div>
      {change.behind.map((behind) => (
        <Behind key={behind.cause} {...behind} />
      ))}
    </section>
  );
}

function Behind({ cause, entries, more, items }: LineChange['behind'][number]) {
  const { say, sayIf, instant, day } = useLanguage();
  const { kinds } = useHere();
  return (
    <details className="behind">
      <summary>
        {say(`web.cause.${cause as Cause}`)}: {say('web.products.entries', { n: entries.length + more })}
      </summary>
      <p className="soft">{say(`web.cause.${cause as Cause}.means`)}</p>
      <ul>
        {entries.map((e) => (
          <li key={e.id}>
            {say('web.products.entry', {
              number: e.number,
              instant: instant(e.instant),
              what:
                e.act === 'report'
                  ? say('web.products.report-of', { day: day(e.date ?? '') })
                  : (sayIf(`web.act.${e.act}`) ?? say('web.products.rule')),
            })}
            {e.reason && <span className="soft"> {e.reason}</span>}
          </li>
        ))}
        {more > 0 && <li className="soft">{say('web.products.more', { n: more })}</li>}
      </ul>
      {items.length > 0 && (
        <p className="row behind-items">
          {items.slice(0, 12).map((item) => (
            <PlaceLink
              key={item.id}
              to={{
                screen: 'map',
                own: {},
                kind: item.kind,
                item: item.id,
                itemKind: item.kind,
                narrow: 'side',
              }}
            >
              {kinds.get(item.kind)?.label ?? item.kind} <bdi className="mono">{item.id.slice(0, 8)}</bdi>
            </PlaceLink>
          ))}
        </p>
      )}
    </details>
  );
}

/** A sheet as it is read and printed: head, figures with what stands beside each, what they mean, and its stamp. */
import { lazy, type ReactNode, Suspense } from 'react';
import type { Sheet, SheetLine } from '../../ask/products.ts';
import { useLanguage } from '../../language/language.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useHere } from '../frame/here.tsx';
import { useNumbers } from './use-numbers.ts';

const IssuedMap = lazy(() => import('./issued-map.tsx').then((m) => ({ default: m.IssuedMap })));

interface Props {
  readonly sheet: Sheet;
  readonly tools?: ReactNode;
  /** what became of it since, above everything else */
  readonly notice?: ReactNode;
  readonly recipient?: string | undefined;
  readonly digest?: string;
}

export function SheetView({ sheet, tools, notice, recipient, digest }: Props) {
  const { say, sayIf, day, instant, number } = useLanguage();
  const { programme, today } = useHere();
  const { issued, period } = sheet;
  // a figure that comes several times, by different things, is explained once
  const explained = new Map(sheet.lines.flatMap((l) => (l.means ? [[l.figure, l] as const] : [])));
  return (
    <article className="issued" lang={sheet.language}>
      {notice}
      <header>
        <p className="soft">
          {programme.name}
          {sheet.invented && <> · {say('web.invented')}</>}
        </p>
        <h2>{sheet.title}</h2>
        <p>
          <strong>{say('web.products.period-of', { from: day(period.from), to: day(period.to) })}</strong>
        </p>
        <p>
          {issued
            ? say('web.products.as-issued', { number: issued.number, instant: instant(issued.instant) })
            : say('web.products.draft', { day: day(today) })}
          {recipient && <> {say('web.products.for', { recipient })}</>}
        </p>
        {issued?.replaces && (
          <p>
            {say('web.products.replaced-because', {
              number: issued.replaces.number,
              reason: issued.replaces.reason,
            })}
          </p>
        )}
        {sheet.definition.preface && <p>{sheet.definition.preface}</p>}
        <div className="row issued-tools">
          {tools}
          <PlaceLink to={{ screen: 'map', own: {}, item: null, at: sheet.at, known: String(sheet.known) }}>
            {say('web.products.map')}
          </PlaceLink>
        </div>
      </header>
      <div className="issued-scroll">
        <table className="issued-figures">
          <thead>
            <tr>
              <th scope="col">{say('web.products.figure')}</th>
              <th scope="col">{say('web.products.value')}</th>
              <th scope="col">{say('web.products.sources')}</th>
              <th scope="col">{say('web.products.pending')}</th>
              <th scope="col">{say('web.products.unknown')}</th>
            </tr>
          </thead>
          {sheet.lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sheet's lines never change their places
            <LineRows key={i} line={line} />
          ))}
        </table>
      </div>
      {sheet.map && (
        <Suspense fallback={<p role="status">{say('web.map.busy')}</p>}>
          <IssuedMap sheet={sheet} map={sheet.map} />
        </Suspense>
      )}
      {sheet.definition.map && !sheet.map && <p className="issued-caution">{say('web.products.map-none')}</p>}
      <section className="issued-means">
        <h3>{say('web.products.means')}</h3>
        <dl>
          {[...explained.values()].map((line) => (
            <div key={line.figure}>
              <dt>{line.title ?? sayIf(`web.figure.${line.figure}`) ?? line.figure}</dt>
              <dd>{line.means}</dd>
            </div>
          ))}
        </dl>
      </section>
      <footer>
        <p className="issued-caution">{say('web.absence')}</p>
        <p className="stamp">
          {say('web.stamp', {
            office: sheet.office,
            number: sheet.known,
            fold: sheet.fold,
            at: day(sheet.at),
          })}{' '}
          {sheet.pending > 0 && say('web.stamp.pending', { pending: sheet.pending })}
        </p>
        {digest !== undefined && (
          <p className="stamp">
            SHA-256 <span className="mono">{digest}</span>
          </p>
        )}
        <p className="stamp">{say('web.products.lines', { n: number(sheet.lines.length) })}</p>
      </footer>
    </article>
  );
}

function LineRows({ line }: { line: SheetLine }) {
  const { say, number } = useLanguage();
  const { textOf, keyOf } = useNumbers();
  const apart = line.figure === 'beneficiaries';
  const beside = (n: number | null) => (n === null ? '–' : number(n));
  return (
    <tbody>
      <tr className="issued-total">
        <th scope="row">
          {line.title ?? line.figure}
          {line.by_title && <span className="soft"> · {line.by_title}</span>}
        </th>
        <td>
          {line.kept_back === 'rights'
            ? say('web.products.kept-rights')
            : apart
              ? '–'
              : textOf(line, line.figure)}
        </td>
        <td>{beside(line.sources)}</td>
        <td>{beside(line.pending)}</td>
        <td>{beside(line.unknown)}</td>
      </tr>
      {line.cells.map((cell) => (
        <tr key={cell.key} className="issued-cell">
          <th scope="row">{keyOf(cell.key, line.labels)}</th>
          <td>{textOf(cell, line.figure)}</td>
          <td colSpan={3} />
        </tr>
      ))}
    </tbody>
  );
}

/** The account of every row: how many of each outcome, why, which rows, and where they lie. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { importCounts, type RowReport } from '@tilth/domain/report/draft';
import { lazy, Suspense, useState } from 'react';
import {
  accountQuestion,
  type Group,
  type Of,
  type RowsWish,
  rowsAddress,
  rowsQuestion,
  shapesQuestion,
} from '../../ask/imports.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { Notices } from './notices.tsx';

const ShapesMap = lazy(() => import('../../map/shapes-map.tsx').then((m) => ({ default: m.ShapesMap })));

export function AccountView({ id, of }: { id: string; of: Of }) {
  const { say, number } = useLanguage();
  const account = useQuery(accountQuestion(id, of));
  const [open, setOpen] = useState<string | null>(null);
  if (account.error) return <Trouble error={account.error} retry={() => account.refetch()} />;
  if (!account.data) return <Waiting />;
  const { counts, groups, notices } = account.data;
  const keyOf = (g: Group) => `${g.outcome} ${g.code ?? ''}`;
  return (
    <>
      <section className="import-part">
        <h2>{say('web.import.account')}</h2>
        <dl className="counts">
          {importCounts
            .filter((name) => name === 'read' || name === 'refused' || counts[name] > 0)
            .map((name) => (
              <div key={name} data-tone={name === 'refused' && counts.refused > 0 ? 'alarm' : undefined}>
                <dt>{say(`web.import.count.${name}`)}</dt>
                <dd>{number(counts[name])}</dd>
              </div>
            ))}
        </dl>
        <Notices of={notices} />
        <p>
          <a className="button" href={rowsAddress(id, { of })} download>
            {say('web.import.rows-csv')}
          </a>
        </p>
      </section>
      <section className="import-part">
        <h2>{say('web.import.by-reason')}</h2>
        <ul className="reasons">
          {groups.map((group) => (
            <li key={keyOf(group)} data-outcome={group.outcome}>
              <h3>
                <Button
                  tone="plain"
                  icon={open === keyOf(group) ? 'up' : 'down'}
                  aria-expanded={open === keyOf(group)}
                  onPress={() => setOpen(open === keyOf(group) ? null : keyOf(group))}
                >
                  <span className="reason-what">{say(`web.import.count.${group.outcome}`)}</span>
                  <Reason group={group} />
                  <span className="count">{number(group.rows)}</span>
                </Button>
              </h3>
              {open === keyOf(group) && (
                <Rows id={id} wish={{ of, outcome: group.outcome, code: group.code ?? 'none' }} />
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Reason({ group }: { group: Group }) {
  const { say } = useLanguage();
  const sentence = useSentence();
  return (
    <span className="reason-why">
      {group.code === null
        ? say('web.import.no-remark')
        : say('web.import.such-as', { sentence: sentence(group.first) })}
    </span>
  );
}

function useSentence(): (row: RowReport) => string {
  const { say, sayIf } = useLanguage();
  return ({ code, facts }) =>
    code === undefined ? '' : (sayIf(`problem.${code}`, facts ?? {}) ?? say('web.problem.unexpected'));
}

const PAGE = 50;

/** `code` of the wish is `none` for rows without one. */
function Rows({ id, wish }: { id: string; wish: RowsWish }) {
  const { say, number } = useLanguage();
  const sentence = useSentence();
  const [offset, setOffset] = useState(0);
  const [mapped, setMapped] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const page = useQuery({ ...rowsQuestion(id, wish, offset), placeholderData: keepPreviousData });
  if (page.error) return <Trouble error={page.error} retry={() => page.refetch()} />;
  if (!page.data) return <Waiting />;
  return (
    <div className="reason-rows">
      <div className="row">
        <Button icon="map" onPress={() => setMapped(!mapped)} aria-expanded={mapped}>
          {say('web.import.on-map')}
        </Button>
        <a className="button" href={rowsAddress(id, wish)} download>
          {say('web.import.these-csv')}
        </a>
      </div>
      {mapped && <Mapped id={id} wish={wish} row={chosen} />}
      <div className="table-box">
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col">{say('web.import.row')}</th>
              <th scope="col">{say('web.import.column')}</th>
              <th scope="col">{say('web.import.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {page.data.rows.map((r) => (
              <tr key={`${r.sheet ?? ''} ${r.row}`}>
                <td>
                  {mapped ? (
                    <Button tone="plain" onPress={() => setChosen(r.row)}>
                      {number(r.row)}
                    </Button>
                  ) : (
                    number(r.row)
                  )}
                  {r.sheet !== undefined && <bdi className="soft"> {r.sheet}</bdi>}
                </td>
                <td>{typeof r.facts?.column === 'string' && <bdi>{r.facts.column}</bdi>}</td>
                <td>{sentence(r)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {page.data.matched > PAGE && (
        <div className="row">
          <Button isDisabled={offset === 0} onPress={() => setOffset(Math.max(0, offset - PAGE))}>
            {say('web.import.earlier')}
          </Button>
          <span className="soft">
            {say('web.import.rows-shown', {
              from: number(offset + 1),
              to: number(Math.min(offset + PAGE, page.data.matched)),
              of: number(page.data.matched),
            })}
          </span>
          <Button isDisabled={offset + PAGE >= page.data.matched} onPress={() => setOffset(offset + PAGE)}>
            {say('web.import.later')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Mapped({ id, wish, row }: { id: string; wish: RowsWish; row: number | null }) {
  const { say } = useLanguage();
  const shapes = useQuery(shapesQuestion(id, wish));
  if (shapes.error) return <Trouble error={shapes.error} retry={() => shapes.refetch()} />;
  if (!shapes.data) return <Waiting />;
  if (shapes.data.shapes.length === 0) return <p className="soft">{say('web.import.none-drawn')}</p>;
  return (
    <div>
      <Suspense fallback={<Waiting />}>
        <ShapesMap
          label={say('web.import.map')}
          shapes={shapes.data.shapes.map((s) => s.geometry)}
          chosen={shapes.data.shapes.find((s) => s.row === row)?.geometry ?? null}
        />
      </Suspense>
      {shapes.data.left_out > 0 && (
        <p className="soft">{say('web.import.not-drawn', { n: shapes.data.left_out })}</p>
      )}
    </div>
  );
}

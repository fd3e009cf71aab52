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
  const sentence = useSentence();
  if (account.error) return <Trouble error={account.error} retry={() => account.refetch()} />;
  if (!account.data) return <Waiting />;
  const { counts, groups, waiting, notices } = account.data;
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
      {waiting.length > 0 && (
        <section className="import-part" data-testid="import-waits">
          <h2>{say('web.import.waits')}</h2>
          <p className="soft">{say('web.import.waits-hint')}</p>
          <ul className="reasons">
            {waiting.map(({ code, rows, first }) => (
              <Reasons
                key={code}
                id={id}
                outcome={first.outcome}
                rows={rows}
                wish={{ of, waits: code }}
                why={say('web.import.such-as', { sentence: sentence({ ...first, ...first.waits }) })}
              />
            ))}
          </ul>
        </section>
      )}
      <section className="import-part">
        <h2>{say('web.import.by-reason')}</h2>
        <ul className="reasons">
          {groups.map((group) => (
            <Reasons
              key={`${group.outcome} ${group.code ?? ''}`}
              id={id}
              outcome={group.outcome}
              rows={group.rows}
              wish={{ of, outcome: group.outcome, code: group.code ?? 'none' }}
              what={say(`web.import.count.${group.outcome}`)}
              why={
                group.code === null
                  ? say('web.import.no-remark')
                  : say('web.import.such-as', { sentence: sentence(group.first) })
              }
            />
          ))}
        </ul>
      </section>
    </>
  );
}

interface ReasonsProps {
  readonly id: string;
  readonly outcome: Group['outcome'];
  readonly rows: number;
  readonly wish: RowsWish;
  readonly what?: string;
  readonly why: string;
}

/** Rows of one reason: how many, and which when it is opened. */
function Reasons({ id, outcome, rows, wish, what, why }: ReasonsProps) {
  const { number } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <li data-outcome={outcome}>
      <h3>
        <Button tone="plain" icon={open ? 'up' : 'down'} aria-expanded={open} onPress={() => setOpen(!open)}>
          {what !== undefined && <span className="reason-what">{what}</span>}
          <span className="reason-why">{why}</span>
          <span className="count">{number(rows)}</span>
        </Button>
      </h3>
      {open && <Rows id={id} wish={wish} />}
    </li>
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
                <td>{sentence(wish.waits !== undefined && r.waits ? { ...r, ...r.waits } : r)}</td>
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

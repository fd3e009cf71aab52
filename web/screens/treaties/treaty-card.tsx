/** One state under one treaty: its status, the clauses that forbid, and the days the treaty and its decisions set. */
import { useId } from 'react';
import type { TreatyState, UnderTreaty } from '../../ask/treaties.ts';
import { useLanguage } from '../../language/language.tsx';
import { sourceName } from '../../record/attribution.ts';
import { Chip } from '../../ui/chip.tsx';
import { useHere } from '../frame/here.tsx';
import { FollowingDays } from './days.tsx';
import { codeLabel } from './names.ts';
import { StatusChips } from './status-chips.tsx';

export function TreatyCard({ of }: { of: UnderTreaty }) {
  const { say } = useLanguage();
  const { lists } = useHere();
  const head = useId();
  const { treaty, under, binds } = of;
  return (
    <section className="treaty-card" aria-labelledby={head}>
      <h2 id={head}>{say(`web.treaties.name.${treaty}`)}</h2>
      {under === null ? (
        <p className="soft">{say('web.treaties.no-act')}</p>
      ) : (
        <>
          <div className="row">
            {under.held.length === 0 && <StatusChips statuses={under.statuses} />}
            {under.disputed && <Chip tone="disputed">{say('web.state.disputed')}</Chip>}
          </div>
          {under.statuses.length > 1 && (
            <p className="soft">
              {say(under.held.length === 0 ? 'web.treaties.held-by-day' : 'web.treaties.open-hint')}
            </p>
          )}
          {under.held.length > 0 && <Open of={under} />}
          <dl className="treaty-facts">
            {under.how.length > 0 && (
              <Fact title={say('web.treaties.how')}>
                {under.how.map((code) => (
                  <span key={code} className="treaty-how">
                    {codeLabel(lists, 'treaty-act-type', code)}
                  </span>
                ))}
              </Fact>
            )}
            {under.in_force.length > 0 && (
              <Fact title={say('web.treaties.in-force-from')}>
                <FollowingDays days={under.in_force} />
              </Fact>
            )}
            {under.leaves.length > 0 && (
              <Fact title={say('web.treaties.leaves')}>
                <FollowingDays days={under.leaves} />
              </Fact>
            )}
          </dl>
          <h3>{say('web.treaties.forbidden')}</h3>
          <p className="soft">{say(`web.treaties.binds.${binds}`)}</p>
          {binds === 'no' && under.statuses.some((s) => s === 'signed' || s === 'consented') && (
            <p className="soft">{say('web.treaties.signed-hint')}</p>
          )}
          <Forbidden of={of} />
          <Days of={of} />
        </>
      )}
    </section>
  );
}

/** Each status that the sources allow, with who tells what it rests on. */
function Open({ of: { statuses, held } }: { of: TreatyState }) {
  const { say, list } = useLanguage();
  const { lists } = useHere();
  return (
    <ul className="treaty-open">
      {statuses.map((status) => {
        const acts = [
          ...Map.groupBy(
            held.filter((h) => h.status === status),
            (h) => h.act,
          ),
        ];
        return (
          <li key={status}>
            <Chip tone="disputed">{say(`web.treaties.status.${status}`)}</Chip>
            {acts.map(([act, by]) => (
              <span key={act} className="told-by">
                {codeLabel(lists, 'treaty-act-type', act)}:{' '}
                <bdi>{list([...new Set(by.map((h) => h.by.name ?? sourceName(h.source)))])}</bdi>
              </span>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

function Fact({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Forbidden({ of: { treaty, binds, forbids } }: { of: UnderTreaty }) {
  const { say, list } = useLanguage();
  if (binds !== 'no' && treaty === 'p5') return <p>{say('web.treaties.p5')}</p>;
  return (
    <ul className="treaty-clauses">
      {forbids.map(({ act, article, of, how, exceptions }) => (
        <li key={`${act} ${article}`}>
          <span>
            {say(`web.treaties.act.${act}`)}
            {of !== null && <> {say(`web.treaties.of.${of}`)}</>}
          </span>
          <span className="told-by">
            <bdi>{article}</bdi>
            {': '}
            {how === 'never'
              ? say('web.treaties.never')
              : say('web.treaties.unless', { articles: list(exceptions) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Days({ of: { calendar } }: { of: UnderTreaty }) {
  const { say, day, list } = useLanguage();
  if (calendar === null) return null;
  const { deadlines, reports } = calendar;
  const each = (days: readonly string[]) => (days.length === 0 ? '–' : list(days.map(day)));
  return (
    <>
      <h3>{say('web.treaties.calendar')}</h3>
      <ul className="treaty-clauses">
        {deadlines.map((d) => (
          <li key={d.duty}>
            <span>
              {say(`web.treaties.duty.${d.duty}`)}{' '}
              {d.days.map((text) => (
                <strong key={text}>{day(text)} </strong>
              ))}
              <Chip tone={d.state === null ? 'disputed' : d.state === 'passed' ? 'notice' : 'plain'}>
                {say(`web.treaties.day.${d.state ?? 'open'}`)}
              </Chip>
            </span>
            <span className="told-by">
              <bdi>{d.article}</bdi>
              {d.before.map((text) => (
                <span key={text}> · {say('web.treaties.moved', { day: day(text) })}</span>
              ))}
            </span>
          </li>
        ))}
        <li>
          <span>
            {say('web.treaties.duty.report')}{' '}
            {say('web.treaties.report-days', {
              last: each(reports.last),
              next: each(reports.next),
            })}
          </span>
          <span className="told-by">
            <bdi>{reports.article}</bdi>
          </span>
        </li>
      </ul>
      {deadlines.some((d) => d.state === 'passed') && (
        <p className="soft">{say('web.treaties.passed-hint')}</p>
      )}
    </>
  );
}

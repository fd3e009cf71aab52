/**
 * The sure suggestions, accepted together once a person has seen what that makes: new records, and ones that are here, and what
 * each sentence stores of them.
 */
import { useQueries } from '@tanstack/react-query';
import type { Model } from '@tilth/domain/record/kind';
import { useId, useMemo, useState } from 'react';
import { recordsQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { storedOf } from '../../reading/finish.ts';
import type { Mark, Reading } from '../../reading/reading.ts';
import { acceptPlan, type Plan, planSure, sureMarks } from '../../reading/sure.ts';
import { titleOfRow } from '../../record/title.ts';
import { Button } from '../../ui/button.tsx';
import { useHere } from '../frame/here.tsx';
import { ValueText } from '../item/property-line.tsx';
import { newId } from '../report/new-id.ts';

interface Props {
  readonly reading: Reading;
  readonly model: Model;
  /** the article's day */
  readonly date: string;
  readonly change: (next: (reading: Reading) => Reading) => void;
  readonly onPick: (id: string) => void;
}

export function SureOffer({ reading, model, date, change, onPick }: Props) {
  const { say } = useLanguage();
  const [open, setOpen] = useState(false);
  const plan = usePlan(reading);
  const panel = useId();
  const n = plan?.accept.length ?? 0;
  if (plan === null || n === 0) return null;
  const accept = () => {
    change((now) => acceptPlan(now, plan));
    setOpen(false);
    // the offer is gone: on with the claim one is at
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('.claim[data-chosen] .claim-words')?.focus(),
    );
  };
  return (
    <>
      <Button icon="check" aria-expanded={open} aria-controls={panel} onPress={() => setOpen(!open)}>
        {say('web.reading.sure', { n })}
      </Button>
      {open && (
        <section id={panel} className="sure-offer" aria-label={say('web.reading.sure', { n })}>
          <p className="soft">{say('web.reading.sure-means')}</p>
          <Group
            title="web.reading.sure-here"
            of={plan.accept.filter(({ subject }) => !subject.fresh)}
            model={model}
            date={date}
          />
          <Group
            title="web.reading.sure-new"
            of={plan.accept.filter(({ subject }) => subject.fresh)}
            model={model}
            date={date}
          />
          {plan.look.length > 0 && (
            <>
              <p>{say('web.reading.sure-look', { n: plan.look.length })}</p>
              <ul>
                {plan.look.map(({ id, words }) => (
                  <li key={id}>
                    <button type="button" className="claim-words" onClick={() => onPick(id)}>
                      <bdi>{words}</bdi>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
          <div className="row">
            <Button tone="main" autoFocus onPress={accept}>
              {say('web.reading.sure-accept', { n })}
            </Button>
            <Button onPress={() => setOpen(false)}>{say('web.review.many-not')}</Button>
          </div>
        </section>
      )}
    </>
  );
}

/** The records that some of them would be of, each with the words that speak of it. */
function Group({
  title,
  of,
  model,
  date,
}: {
  title: 'web.reading.sure-here' | 'web.reading.sure-new';
  of: Plan['accept'];
  model: Model;
  date: string;
}) {
  const { say } = useLanguage();
  const { kinds } = useHere();
  const records = [...Map.groupBy(of, ({ subject }) => subject.id).values()];
  if (records.length === 0) return null;
  return (
    <>
      <h2>{say(title, { n: records.length })}</h2>
      <ul>
        {records.map((same) => {
          const [first] = same;
          return (
            first && (
              <li key={first.subject.id}>
                <span className="soft">{kinds.get(first.subject.kind)?.label ?? first.subject.kind}</span>{' '}
                <strong>
                  <bdi>{first.subject.name}</bdi>
                </strong>
                {same.map(({ mark }) => (
                  <div key={mark.id} className="sure-line">
                    {mark.words !== first.subject.name && (
                      <bdi className="soft">
                        <q>{mark.words}</q>
                      </bdi>
                    )}
                    <Stored mark={mark} model={model} date={date} />
                  </div>
                ))}
              </li>
            )
          );
        })}
      </ul>
    </>
  );
}

/** What will stand in the record by it, as its page will show it. */
function Stored({ mark, model, date }: { mark: Mark; model: Model; date: string }) {
  const { kinds } = useHere();
  const kind = kinds.get(mark.kind);
  return (
    <dl>
      {storedOf(mark, model, date).map(({ property, value }) => (
        <div key={`${property} ${JSON.stringify(value)}`}>
          <dt>{kind?.properties[property]?.label ?? property}</dt>
          <dd>
            <ValueText value={value} name={property} kind={kind} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Null until the records are here that tell what is new. */
function usePlan(reading: Reading): Plan | null {
  const language = useLanguage();
  const { kinds, lists, programme } = useHere();
  const wanted = reading.receipt === null ? [...new Set(sureMarks(reading).map((m) => m.kind))] : [];
  const answers = useQueries({
    queries: wanted.map((kind) => recordsQuestion(programme.id, kind, { at: null, known: null })),
    combine: (all) => (all.every((a) => a.data) ? all.flatMap((a) => a.data ?? []) : null),
  });
  return useMemo(() => {
    if (answers === null) return null;
    const pages = new Map(answers.map((page, n) => [wanted[n] ?? '', page]));
    const onRecord = (kind: string) => {
      const page = pages.get(kind);
      if (page === undefined || page.rows.length < page.matched) return null;
      return page.rows.map((row) => ({
        id: row.id,
        name: titleOfRow(row, kinds.get(kind), { language, lists }),
        values: row.values,
      }));
    };
    return planSure(reading, onRecord, newId);
  }, [answers, wanted, reading, kinds, lists, language]);
}

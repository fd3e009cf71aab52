/**
 * What a promise is worth: each claim taken at its word, apart from the others, with numbers that the reader enters. Shown to
 * people who are signed in, and kept nowhere: an estimate is on no public page and enters no record (design, law 5).
 */
import type { Scenario } from '@tilth/domain/claimed-lifetime/envelope';
import { ceilingApplies, legalCeiling } from '@tilth/domain/claimed-lifetime/legal-ceiling';
import { claimedScenarios, fieldScenario } from '@tilth/domain/claimed-lifetime/scenarios';
import type { Subject } from '@tilth/domain/claimed-lifetime/subjects';
import { isProblem } from '@tilth/domain/problem';
import type { SpokenItem } from '@tilth/domain/report/sayings';
import { useId, useMemo } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { go, useAddress } from '../../use-address.ts';
import { categoryOf } from './category.ts';
import { useSpeakers } from './claims-card.tsx';
import { type Entered, enteredFrom } from './entered.ts';
import { NumbersForm } from './numbers-form.tsx';
import { ScenarioCard } from './scenario-card.tsx';
import { Treat } from './treat.tsx';

export function Worth({ subject, item }: { subject: Subject; item: SpokenItem }) {
  const { say, number } = useLanguage();
  const { own } = useAddress();
  const head = useId();
  const speaker = useSpeakers(subject.sayings);
  const entered = useMemo(() => enteredFrom(own, item.sayings), [own, item]);
  const scenarios = useMemo(() => claimedScenarios(subject.sayings), [subject]);
  const ceiling = ceilingApplies(categoryOf(item));
  const told =
    entered.figure === null
      ? null
      : fieldScenario(entered.figure, entered.stage, entered.byDay, entered.itemsAre);
  const field = isProblem(told) ? null : told;
  const sound = entered.faults.length === 0;
  return (
    <>
      <section className="chart-card wide-card" aria-labelledby={head}>
        <h2 id={head}>{say('web.lifetimes.worth')}</h2>
        <Treat />
        <p className="soft">{say('web.lifetimes.worth-means')}</p>
        <NumbersForm
          entered={entered}
          onChange={(part) => go({ own: { ...own, ...part } }, { replace: true })}
        />
        {entered.figure !== null && field === null && (
          <p className="callout">
            {say('web.lifetimes.figure-other', { counted: entered.figure.of, items: entered.itemsAre })}
          </p>
        )}
      </section>
      {sound && (
        <>
          {ceiling !== 'no' && (
            <ScenarioCard
              title={say('web.lifetimes.by-law')}
              notes={[say('web.lifetimes.by-law-means')]}
              scenario={legalCeiling}
              entered={entered}
            />
          )}
          {scenarios.map((found) => {
            const [first] = found.claims;
            return (
              first && (
                <ScenarioCard
                  key={`${first.claim.report} ${first.claim.n}`}
                  title={say('web.lifetimes.by-word', { who: speaker(first) })}
                  notes={[
                    ...(found.no_day ? [say('web.lifetimes.no-day')] : []),
                    ...(found.no_share && !found.no_day ? [say('web.lifetimes.no-share')] : []),
                    ...(found.day_from
                      ? [say('web.lifetimes.day-from', { who: speaker(found.day_from) })]
                      : []),
                  ]}
                  scenario={found.scenario}
                  entered={entered}
                />
              )
            );
          })}
          {field !== null && entered.figure !== null && (
            <ScenarioCard
              title={say('web.lifetimes.by-figure')}
              notes={[
                say('web.lifetimes.by-figure-means', {
                  k: entered.figure.k,
                  n: entered.figure.n,
                  counted: entered.figure.of,
                  stage: entered.stage.replace('-', '_'),
                  ...percents(field, entered, number),
                }),
              ]}
              scenario={field}
              entered={entered}
            />
          )}
        </>
      )}
    </>
  );
}

/** The share with its bounds, as per cent. */
function percents(field: Scenario, entered: Entered, number: (n: number, digits?: number) => string) {
  const stage = entered.stage === 'self-destruct' ? field.selfDestruct : field.selfDeactivate;
  return {
    low: number((stage?.fails.low ?? 0) * 100, 3),
    high: number((stage?.fails.high ?? 1) * 100, 3),
  };
}

/** Land in hazards, each figure with what it means (design, Counting). */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Totals } from '../../ask/answers.ts';
import { totalsQuestion } from '../../ask/questions.ts';
import { useLanguage, type WordKey } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

export function TotalsScreen() {
  const { say, area, exactArea, number } = useLanguage();
  const { programme } = useHere();
  const answer = useQuery(totalsQuestion(programme.id, useAddress()));
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const t = answer.data;
  // in m² to the last one where the large figure is rounded: it is what a report has to print
  const land = (m2: number) => (
    <span className="land">
      {area(m2)}
      {area(m2) !== exactArea(m2) && <small>{exactArea(m2)}</small>}
    </span>
  );
  const lies = (figure: keyof Totals['range']) => {
    const { least, most } = t.range[figure];
    if (least === most) return null;
    return (
      <span className="figure-range" title={`${exactArea(least)} – ${exactArea(most)}`}>
        {say('web.totals.range', { least: area(least), most: area(most) })}
      </span>
    );
  };
  return (
    <div className="totals">
      <p className="lead">{say('web.totals.lead')}</p>
      <dl>
        <Figure word="web.totals.once" main>
          {land(t.once)}
          {lies('once')}
        </Figure>
        <Figure word="web.totals.sum">
          {land(t.sum)}
          {lies('sum')}
          <Button onPress={() => go({ show: 'overlaps' })}>{say('web.tab.overlaps')}</Button>
        </Figure>
        <Figure word="web.totals.cha">
          {land(t.cha)}
          {lies('cha')}
        </Figure>
        <Figure word="web.totals.sha">
          {land(t.sha)}
          {lies('sha')}
        </Figure>
        <Figure word="web.totals.items">{number(t.items)}</Figure>
        <Figure word="web.totals.unmeasured">{number(t.unmeasured)}</Figure>
        <Figure word="web.totals.papers-not-held">
          {number(t.papers_not_held.items)} · {land(t.papers_not_held.m2)}
        </Figure>
        <Figure word="web.totals.to-locate">
          {number(t.to_locate)}
          {t.to_locate > 0 && <Button onPress={() => go({ show: 'locate' })}>{say('web.open')}</Button>}
        </Figure>
        <Figure word="web.totals.pending">{number(t.stamp.pending)}</Figure>
      </dl>
      <p className="standing-sentence">{say('web.absence')}</p>
      <StampLine stamp={t.stamp} />
    </div>
  );
}

type FigureWord = Extract<WordKey, `${string}.${string}`> &
  `web.totals.${'once' | 'sum' | 'cha' | 'sha' | 'items' | 'unmeasured' | 'to-locate' | 'papers-not-held' | 'pending'}`;

function Figure({ word, main, children }: { word: FigureWord; main?: boolean; children: ReactNode }) {
  const { say } = useLanguage();
  return (
    <div className="figure" data-main={main}>
      <dt>{say(word)}</dt>
      <dd className="figure-value">{children}</dd>
      <dd className="figure-meaning">{say(`${word}.means`)}</dd>
    </div>
  );
}

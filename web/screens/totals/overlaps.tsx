/** Pairs of drawn hazards that share land: where the sum of outlines counts ground twice. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Overlap } from '../../ask/answers.ts';
import { useLinkNames } from '../../ask/link-names.ts';
import { overlapsQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty, Trouble, Waiting } from '../../ui/message.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

export function Overlaps() {
  const { say } = useLanguage();
  const { programme } = useHere();
  const answer = useQuery(overlapsQuestion(programme.id, useAddress()));
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { pairs, stamps } = answer.data;
  if (pairs.length === 0)
    return (
      <Empty title={say('web.overlaps.none')}>
        <p>{say('web.overlaps.none-hint')}</p>
      </Empty>
    );
  return (
    <div className="list-screen">
      <div className="item-tools">
        <Button tone="plain" icon="back" onPress={() => go({ show: 'totals' })}>
          {say('web.overlaps.back')}
        </Button>
      </div>
      <p className="lead">{say('web.overlaps.lead', { n: pairs.length })}</p>
      <Pairs pairs={pairs} />
      {pairs.length > MOST && <p className="lead">{say('web.overlaps.more', { n: pairs.length - MOST })}</p>}
      <footer className="list-foot">
        <StampLine stamp={stamps[0]} />
      </footer>
    </div>
  );
}

const MOST = 500;
const KIND = 'hazardous-area';

/** The largest, with the names of both. */
function Pairs({ pairs }: { pairs: readonly Overlap[] }) {
  const { say, exactArea } = useLanguage();
  const shown = useMemo(() => [...pairs].sort((a, b) => b.m2 - a.m2).slice(0, MOST), [pairs]);
  const names = useLinkNames(
    useMemo(() => [{ to: [KIND], ids: shown.flatMap(({ a, b }) => [a, b]) }], [shown]),
  );
  return (
    <ul className="pairs">
      {shown.map(({ a, b, m2 }) => (
        <li key={`${a} ${b}`} className="pair">
          <strong>{exactArea(m2)}</strong>
          {[a, b].map((id) => (
            <Button key={id} onPress={() => go({ item: id, itemKind: KIND })}>
              {names.get(id) ?? say('web.list.unnamed', { id: id.slice(0, 8) })}
            </Button>
          ))}
        </li>
      ))}
    </ul>
  );
}

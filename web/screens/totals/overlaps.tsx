/** Pairs of drawn hazards that share land: where the sum of outlines counts ground twice. */
import { useQuery } from '@tanstack/react-query';
import { overlapsQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty, Trouble, Waiting } from '../../ui/message.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

export function Overlaps() {
  const { say, exactArea } = useLanguage();
  const { programme } = useHere();
  const answer = useQuery(overlapsQuestion(programme.id, useAddress()));
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const pairs = [...answer.data.pairs].sort((a, b) => b.m2 - a.m2);
  if (pairs.length === 0)
    return (
      <Empty title={say('web.overlaps.none')}>
        <p>{say('web.overlaps.none-hint')}</p>
      </Empty>
    );
  const open = (id: string) => go({ item: id, itemKind: 'hazardous-area' });
  return (
    <div className="list-screen">
      <div className="item-tools">
        <Button tone="plain" icon="back" onPress={() => go({ show: 'totals' })}>
          {say('web.overlaps.back')}
        </Button>
      </div>
      <p className="lead">{say('web.overlaps.lead', { n: pairs.length })}</p>
      <ul className="pairs">
        {pairs.slice(0, 500).map(({ a, b, m2 }) => (
          <li key={`${a} ${b}`} className="pair">
            <strong>{exactArea(m2)}</strong>
            {[a, b].map((id) => (
              <Button key={id} onPress={() => open(id)}>
                {say('web.list.unnamed', { id: id.slice(0, 8) })}
              </Button>
            ))}
          </li>
        ))}
      </ul>
      {pairs.length > 500 && <p className="lead">{say('web.overlaps.more', { n: pairs.length - 500 })}</p>}
      <footer className="list-foot">
        <StampLine stamp={answer.data.stamps[0]} />
      </footer>
    </div>
  );
}

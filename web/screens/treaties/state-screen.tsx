/** One state on the day on show: what it is to each of the four treaties, what is forbidden to it, its calendar, its acts. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { stateQuestion } from '../../ask/treaties.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { codeLabel } from './names.ts';
import { Timeline } from './timeline.tsx';
import { TreatyCard } from './treaty-card.tsx';

export function StateScreen({ country }: { country: string }) {
  const { say, day } = useLanguage();
  const { programme, lists } = useHere();
  const address = useAddress();
  const answer = useQuery({
    ...stateQuestion(programme.id, country, address),
    placeholderData: keepPreviousData,
  });
  const { state: _, ...own } = address.own;
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { stamp, treaties } = answer.data;
  return (
    <div className="screen treaties">
      <header className="screen-head">
        <div className="item-tools">
          <Button tone="plain" icon="back" onPress={() => go({ own })}>
            {say('web.treaties.back')}
          </Button>
        </div>
        <h1>
          <bdi>{codeLabel(lists, 'country', country)}</bdi>
        </h1>
        <p className="lead">{say('web.treaties.on', { day: day(stamp.at) })}</p>
      </header>
      <div className="treaty-cards">
        {treaties.map((under) => (
          <TreatyCard key={under.treaty} of={under} />
        ))}
      </div>
      <Timeline treaties={treaties} at={stamp.at} />
      <footer className="list-foot">
        <StampLine stamp={stamp} />
      </footer>
    </div>
  );
}

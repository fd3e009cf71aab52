/** What has to be seen to: the home page of people who work in a programme. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { sectionIds, todayQuestion } from '../../ask/today.ts';
import { useLanguage } from '../../language/language.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { Dates } from './dates.tsx';
import { Returned, Review } from './review.tsx';
import { Section } from './section.tsx';
import { WholeSection } from './whole-section.tsx';

export function TodayScreen() {
  const { own } = useAddress();
  const section = sectionIds.find((s) => s === own.section);
  return section ? <WholeSection key={section} section={section} /> : <AllSections />;
}

function AllSections() {
  const { say, day } = useLanguage();
  const { programme } = useHere();
  const address = useAddress();
  const answer = useQuery({ ...todayQuestion(programme.id, address), placeholderData: keepPreviousData });
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { stamp, sections } = answer.data;
  const now = address.at === null && address.known === null;
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{say(now ? 'web.screen.today' : 'web.today.then', { at: day(stamp.at) })}</h1>
        <p className="lead">{say(now ? 'web.today.lead' : 'web.today.then-lead', { at: day(stamp.at) })}</p>
      </header>
      <div className="today">
        {sectionIds
          .filter((id) => id !== 'to-come')
          .map((id) => {
            const todo = sections[id];
            return todo && <Section key={id} id={id} todo={todo} at={stamp.at} />;
          })}
        <Review today={answer.data} />
        <Returned today={answer.data} />
        <Dates today={answer.data} />
      </div>
      <footer className="list-foot">
        <StampLine stamp={stamp} />
      </footer>
    </div>
  );
}

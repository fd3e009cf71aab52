/** A screen made of what is said of some kinds of item: its head, what its parts make of the answer, and where it stands. */
import '../../ui/style/accountability.css';
import '../../ui/style/products.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Sayings, sayingsQuestion } from '../../ask/accountability.ts';
import { useLanguage } from '../../language/language.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

interface Props {
  readonly id: 'accountability' | 'lifetimes';
  readonly kinds: readonly string[];
  /** beside the name of the screen */
  readonly mark?: ReactNode;
  readonly children: (answer: Sayings) => ReactNode;
}

export function SayingsScreen({ id, kinds, mark, children }: Props) {
  const { say } = useLanguage();
  const { programme } = useHere();
  const address = useAddress();
  const answer = useQuery({
    ...sayingsQuestion(programme.id, kinds, address),
    placeholderData: keepPreviousData,
  });
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  return (
    <div className={`screen ${id}`}>
      <header className="screen-head">
        <div className="row">
          <h1>{say(`web.screen.${id}`)}</h1>
          {mark}
        </div>
        <p className="lead">{say(`web.${id}.lead`)}</p>
      </header>
      {children(answer.data)}
      <footer className="list-foot">
        <StampLine stamp={answer.data.stamp} />
      </footer>
    </div>
  );
}

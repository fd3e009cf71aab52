/** Two records that speak of one thing become one: both keep their claims, the map draws what either draws. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { overlapsQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { useHere } from '../frame/here.tsx';
import { DecisionForm } from './decision-form.tsx';
import { PickRecord } from './pick-record.tsx';

interface Props {
  readonly kind: string;
  /** the id it shows under, and all that are joined under it */
  readonly item: string;
  readonly joined: readonly string[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function MergeForm({ kind, item, joined, onDone, onCancel }: Props) {
  const { say } = useLanguage();
  const { programme, kinds } = useHere();
  const [other, setOther] = useState<string | null>(null);
  const overlaps = useQuery({
    ...overlapsQuestion(programme.id, { at: null, known: null }),
    enabled: kinds.get(kind)?.drawing === 'hazard',
  });
  const near = (overlaps.data?.pairs ?? []).flatMap(({ a, b }) => (a === item ? [b] : b === item ? [a] : []));
  return (
    <section className="decide" data-testid="merge">
      <h2>{say('web.decide.merge')}</h2>
      <p className="lead">{say('web.decide.merge-hint')}</p>
      <PickRecord
        kind={kind}
        label={say('web.decide.merge-with')}
        but={joined}
        near={near}
        value={other}
        onChoose={setOther}
      />
      {other === null ? (
        <div className="row">
          <Button onPress={onCancel}>{say('web.decide.not')}</Button>
        </div>
      ) : (
        <DecisionForm
          key={other}
          wish={{ act: 'merge', pairs: [[item, other]] }}
          what="merge"
          onDone={onDone}
          onCancel={onCancel}
        />
      )}
    </section>
  );
}

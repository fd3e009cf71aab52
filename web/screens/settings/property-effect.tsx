/** What an own property will bring: the field as the form will ask it, who reads it, in how many records it stands. */
import { useQuery } from '@tanstack/react-query';
import { isUnreadable, readOwnProperty } from '@tilth/domain/record/own-property';
import { useState } from 'react';
import { countQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import type { Answer } from '../../report/draft.ts';
import { useHere } from '../frame/here.tsx';
import { Field } from '../report/field.tsx';

interface Props {
  readonly kind: string;
  readonly name: string;
  readonly value: unknown;
  readonly ready: boolean;
}

export function PropertyEffect({ kind, name, value, ready }: Props) {
  const { say } = useLanguage();
  const { programme, kinds } = useHere();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const count = useQuery(countQuestion(programme.id, kind, {}, { at: null, known: null }));
  const property = readOwnProperty(value);
  if (!ready || isUnreadable(property)) return <p className="soft">{say('web.settings.not-yet')}</p>;
  const label = kinds.get(kind)?.label ?? kind;
  return (
    <>
      <p>{say('web.settings.properties.in-form', { kind: label })}</p>
      <div className="settings-sample">
        <Field
          key={`${name} ${property.type}`}
          name={name}
          property={property}
          needed={false}
          answer={answer ?? undefined}
          read={undefined}
          now={undefined}
          onChange={setAnswer}
        />
      </div>
      <ul className="settings-points">
        <li>{say('web.settings.properties.in-lists', { n: count.data ?? 0 })}</li>
        <li>
          {say('web.settings.properties.in-files')}{' '}
          <bdi className="mono" dir="ltr">
            {name}
          </bdi>
        </li>
        <li>{say(`web.settings.level-effect.${property.sensitivity}`)}</li>
      </ul>
    </>
  );
}

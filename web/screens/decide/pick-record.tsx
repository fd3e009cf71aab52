/** One record of a kind, found by typing its name or number; records that lie close at hand stand ready to be pressed. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { pickQuestion } from '../../ask/decide.ts';
import { rowQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { titleOfRow } from '../../record/title.ts';
import { Button } from '../../ui/button.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { useHere } from '../frame/here.tsx';

interface Props {
  readonly kind: string;
  readonly label: string;
  /** records that are no choice */
  readonly but: readonly string[];
  /** ids that are likely meant */
  readonly near?: readonly string[];
  readonly value: string | null;
  /** null: another one is looked for */
  readonly onChoose: (id: string | null) => void;
}

const now = { at: null, known: null };

export function PickRecord({ kind, label, but, near = [], value, onChoose }: Props) {
  const language = useLanguage();
  const { say } = language;
  const { programme, kinds, lists } = useHere();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    ...pickQuestion(programme.id, kind, q),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({ ...rowQuestion(programme.id, kind, value ?? '', now), enabled: value !== null });
  const defined = kinds.get(kind);
  const rows = (found.data?.rows ?? []).filter((r) => !but.includes(r.id));
  return (
    <div className="pick-record" data-testid="pick-record">
      <p aria-hidden="true">{label}</p>
      {value !== null && chosen.data ? (
        <p className="row">
          <strong>
            <bdi>{titleOfRow(chosen.data, defined, { language, lists })}</bdi>
          </strong>
          <Button tone="plain" onPress={() => onChoose(null)}>
            {say('web.decide.another')}
          </Button>
        </p>
      ) : (
        <Suggest
          label={label}
          options={rows.map((r) => ({ id: r.id, label: titleOfRow(r, defined, { language, lists }) }))}
          onChoose={onChoose}
          onType={setTyped}
          none={say('web.find.none')}
        />
      )}
      {near.length > 0 && value === null && (
        <ul className="near-records" aria-label={say('web.decide.near')}>
          {near.slice(0, 5).map((id) => (
            <li key={id}>
              <NearRecord kind={kind} id={id} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function NearRecord({ kind, id, onChoose }: Pick<Props, 'kind' | 'onChoose'> & { id: string }) {
  const language = useLanguage();
  const { programme, kinds, lists } = useHere();
  const row = useQuery(rowQuestion(programme.id, kind, id, now)).data;
  if (!row) return null;
  return (
    <Button onPress={() => onChoose(id)}>{titleOfRow(row, kinds.get(kind), { language, lists })}</Button>
  );
}

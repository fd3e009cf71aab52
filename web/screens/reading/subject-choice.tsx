/** The record a claim is of: one that this article speaks of already, one on record found by its words, or a new one. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { namesSomebody } from '@tilth/domain/evidence/record-name';
import { useState } from 'react';
import { listQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { freshSubjects, type Mark, type Reading, type Subject, sharedWords } from '../../reading/reading.ts';
import { titleOfRow } from '../../record/title.ts';
import { Labelled } from '../../ui/labelled.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { useHere } from '../frame/here.tsx';
import { newId } from '../report/new-id.ts';

const NEW = 'new';
const MOST = 20;

interface Props {
  readonly mark: Mark;
  readonly reading: Reading;
  readonly change: (next: (mark: Mark) => Mark) => void;
}

export function SubjectChoice({ mark, reading, change }: Props) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists, programme } = useHere();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const { kind, subject } = mark;
  const found = useQuery({
    ...listQuestion({ programme: programme.id, kind, q, sort: null, at: null, known: null }, 0),
    placeholderData: keepPreviousData,
  });
  const here = freshSubjects(reading, kind);
  const onRecord = (found.data?.rows ?? []).map(
    (row): Subject => ({
      id: row.id,
      kind,
      name: titleOfRow(row, kinds.get(kind), { language, lists }),
      fresh: false,
    }),
  );
  const likely = onRecord.toSorted(
    (a, b) => sharedWords(b.name, mark.words) - sharedWords(a.name, mark.words),
  );
  const all = [
    ...new Map(
      [...here, ...likely.slice(0, MOST), ...(subject ? [subject] : [])].map((s) => [s.id, s]),
    ).values(),
  ];
  const options = [
    ...all.map((s) => ({
      id: s.id,
      label: s.name || (kinds.get(s.kind)?.label ?? s.kind),
      note: say(s.fresh ? 'web.reading.new' : 'web.reading.on-record'),
    })),
    ...(q === '' ? [] : [{ id: NEW, label: say('web.reading.new-record', { name: q }), note: '' }]),
  ];
  const choose = (id: string) => {
    const chosen: Subject | undefined =
      id === NEW ? { id: newId(), kind, name: q, fresh: true, typed: true } : all.find((s) => s.id === id);
    if (chosen) change((m) => ({ ...m, subject: chosen }));
    setTyped('');
  };
  const speaker = mark.said.speaker_kind === 'person-named' ? mark.said.speaker : null;
  const names = subject?.typed === true && namesSomebody(subject.name, mark.words, speaker);
  return (
    <Labelled
      label={say('web.reading.record')}
      hint={say(
        subject === null
          ? 'web.reading.record-hint'
          : subject.fresh
            ? 'web.reading.is-new'
            : 'web.reading.is-on-record',
      )}
    >
      <Suggest
        label={say('web.reading.record')}
        options={options}
        value={subject?.id ?? null}
        onChoose={choose}
        onType={setTyped}
        none={say('web.form.link-none')}
      />
      {names && (
        <p className="wrong" role="status">
          {say('web.reading.names-somebody')}
        </p>
      )}
    </Labelled>
  );
}

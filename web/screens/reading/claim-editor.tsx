/** All that a mark says, to be put right: of which record, which of its properties, who says it, how surely and of when. */

import { alignedKinds } from '@tilth/domain/contradiction/align';
import type { SaidBy } from '@tilth/domain/evidence/article-report';
import type { Kind, Model, Property } from '@tilth/domain/record/kind';
import { useMemo } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { readIn } from '../../reading/finish.ts';
import { type Mark, type Reading, withKind } from '../../reading/reading.ts';
import type { Answer } from '../../report/draft.ts';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { useHere } from '../frame/here.tsx';
import { Field } from '../report/field.tsx';
import { fieldId } from '../report/field-id.ts';
import { SubjectChoice } from './subject-choice.tsx';

const speakerKinds: readonly SaidBy['speaker_kind'][] = [
  'official-named',
  'person-named',
  'unnamed',
  'organisation',
  'state',
  'outlet',
  'outlet-relaying',
  'document',
];
const certainties: readonly SaidBy['certainty'][] = [
  'asserted',
  'reported',
  'planned',
  'alleged',
  'denied',
  'conditional',
  'opinion',
];
/** What a text can tell of a record: no place is drawn here, and nothing personal is taken from an article. */
const TYPES: ReadonlySet<Property['type']> = new Set(['text', 'code', 'yesno', 'number', 'date', 'link']);

/** Characters of words that a field of one line shows whole. */
const LINE = 48;

interface Props {
  readonly mark: Mark;
  readonly reading: Reading;
  /** who speaks where the outlet does */
  readonly voice: string;
  /** the article's day */
  readonly date: string;
  readonly change: (next: (mark: Mark) => Mark) => void;
}

export function ClaimEditor({ mark, reading, voice, date, change }: Props) {
  const { say } = useLanguage();
  const { kinds, lists } = useHere();
  const model = useMemo((): Model => ({ kinds: new Map<string, Kind>(kinds), lists }), [kinds, lists]);
  const kind = kinds.get(mark.kind);
  const answered = Object.keys(mark.answers);
  const others = Object.entries(kind?.properties ?? {}).filter(
    ([name, p]) =>
      TYPES.has(p.type) && p.sensitivity !== 'personal' && name !== 'name' && !answered.includes(name),
  );
  const set = (name: string, answer: Answer | null) =>
    change((m) => {
      const { [name]: _, ...rest } = m.answers;
      return { ...m, answers: answer === null ? rest : { ...m.answers, [name]: answer } };
    });
  const said = (part: Partial<SaidBy>) => change((m) => ({ ...m, said: { ...m.said, ...part } }));
  const order: readonly string[] = [
    ...alignedKinds.filter((k) => kinds.has(k)),
    ...[...kinds.keys()].filter((k) => !alignedKinds.some((a) => a === k)),
  ];
  return (
    <div className="claim-editor">
      <div className="claim-pair">
        <Labelled label={say('web.kind')}>
          <Choice
            label={say('web.kind')}
            value={mark.kind}
            options={order.map((id) => ({ id, label: kinds.get(id)?.label ?? id }))}
            onChange={(next) => change((m) => withKind(m, next))}
          />
        </Labelled>
        <SubjectChoice mark={mark} reading={reading} change={change} />
      </div>
      {answered.map((name) => {
        const property = kind?.properties[name];
        return (
          property && (
            <Field
              key={name}
              name={name}
              property={
                property.type === 'text' && mark.words.length > LINE ? { ...property, long: true } : property
              }
              needed={false}
              answer={mark.answers[name]}
              read={readIn(mark, name, model, date) ?? undefined}
              now={undefined}
              onChange={(answer) => set(name, answer)}
            />
          )
        );
      })}
      <Labelled label={say('web.reading.add-property')}>
        {/* closed again once something was added: the focus goes on to its field */}
        <Suggest
          key={answered.length}
          label={say('web.reading.add-property')}
          options={others.map(([id, p]) => ({ id, label: p.label, note: '', description: p.description }))}
          onChoose={(name) => {
            const property = kind?.properties[name];
            set(name, blankOf(property));
            // of a link the kind is chosen before anything is typed
            if (property?.type !== 'link') requestAnimationFrame(() => focusField(name));
          }}
          none={say('web.form.no-match')}
        />
      </Labelled>
      <Speaker mark={mark} reading={reading} voice={voice} said={said} />
      <div className="claim-pair">
        <Labelled label={say('web.reading.certainty')}>
          <Choice
            label={say('web.reading.certainty')}
            value={mark.said.certainty}
            options={certainties.map((id) => ({ id, label: say(`web.certainty.${id}`) }))}
            onChange={(id) => said({ certainty: certainties.find((c) => c === id) ?? mark.said.certainty })}
          />
        </Labelled>
        <TextLine
          label={say('web.reading.event-date')}
          value={mark.said.event_date}
          onChange={(event_date) => said({ event_date })}
          code
        />
        <TextLine
          label={say('web.reading.relayed-by')}
          value={mark.said.relayed_by}
          onChange={(relayed_by) => said({ relayed_by })}
        />
        <TextLine
          label={say('web.reading.doubt')}
          value={mark.said.doubt}
          onChange={(doubt) => said({ doubt })}
        />
      </div>
    </div>
  );
}

/** Who says it, by a chip of those who speak in this article, or typed. */
function Speaker({
  mark,
  reading,
  voice,
  said,
}: Pick<Props, 'mark' | 'reading' | 'voice'> & { said: (part: Partial<SaidBy>) => void }) {
  const { say } = useLanguage();
  const known = new Map(reading.marks.map(({ said: s }) => [`${s.speaker_kind} ${s.speaker}`, s]));
  const { speaker, speaker_kind } = mark.said;
  return (
    <div className="claim-speaker">
      <fieldset className="speaker-chips">
        <legend className="label">{say('web.reading.speaker')}</legend>
        {[...known.values()].map((s) => (
          <button
            key={`${s.speaker_kind} ${s.speaker}`}
            type="button"
            className="chip speaker-chip"
            aria-pressed={s.speaker === speaker && s.speaker_kind === speaker_kind}
            onClick={() => said({ speaker: s.speaker, speaker_kind: s.speaker_kind })}
          >
            <bdi>{s.speaker_kind === 'outlet' ? voice : s.speaker}</bdi>
          </button>
        ))}
      </fieldset>
      <div className="claim-pair">
        <Labelled label={say('web.reading.speaker-kind')}>
          <Choice
            label={say('web.reading.speaker-kind')}
            value={speaker_kind}
            options={speakerKinds.map((id) => ({ id, label: say(`web.speaker.${id}`) }))}
            onChange={(id) => said({ speaker_kind: speakerKinds.find((k) => k === id) ?? speaker_kind })}
          />
        </Labelled>
        {speaker_kind !== 'outlet' && (
          <TextLine
            label={say('web.reading.speaker-name')}
            value={speaker}
            onChange={(name) => said({ speaker: name })}
            {...(speaker_kind === 'person-named' ? { hint: say('web.reading.private-person') } : {})}
          />
        )}
      </div>
    </div>
  );
}

function focusField(name: string): void {
  document.querySelector<HTMLElement>(`#${fieldId(0, name)} :is(input, textarea)`)?.focus();
}

/** A field that is there and holds nothing yet. */
function blankOf(property: Property | undefined): Answer {
  switch (property?.type) {
    case 'code':
      return { as: 'codes', codes: [] };
    case 'number':
      return { as: 'number', text: '', give: '' };
    case 'link':
      return { as: 'links', links: [] };
    case 'date':
      return { as: 'date', text: '' };
    case 'yesno':
      return { as: 'yesno', yes: true };
    default:
      return { as: 'text', text: '' };
  }
}

/** What is marked in the text, in its order, each with its speaker and its sureness; of the chosen one all that it says. */
import { useEffect, useRef } from 'react';
import { useLanguage } from '../../language/language.tsx';
import type { Finished } from '../../reading/finish.ts';
import type { Mark, Reading } from '../../reading/reading.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, type ChipTone } from '../../ui/chip.tsx';
import { useHere } from '../frame/here.tsx';
import { WrongText } from '../report/field.tsx';
import { ClaimEditor } from './claim-editor.tsx';

const tones: Readonly<Record<Mark['state'], ChipTone>> = {
  open: 'notice',
  accepted: 'pending',
  rejected: 'plain',
};

export interface Deciding {
  readonly accept: (id: string) => void;
  readonly reject: (id: string) => void;
  readonly again: (id: string) => void;
  readonly change: (id: string, change: (mark: Mark) => Mark) => void;
}

interface Props {
  readonly reading: Reading;
  readonly made: Finished;
  readonly chosen: string | null;
  readonly voice: string;
  readonly date: string;
  readonly onPick: (id: string) => void;
  readonly deciding: Deciding;
}

export function ClaimsPane({ reading, made, chosen, voice, date, onPick, deciding }: Props) {
  const { say } = useLanguage();
  return (
    <ol className="claim-list" aria-label={say('web.reading.claims')}>
      {reading.marks.map((mark) => (
        <Line
          key={mark.id}
          mark={mark}
          reading={reading}
          made={made}
          voice={voice}
          date={date}
          chosen={mark.id === chosen}
          onPick={onPick}
          deciding={deciding}
        />
      ))}
    </ol>
  );
}

type LineProps = Omit<Props, 'chosen'> & { readonly mark: Mark; readonly chosen: boolean };

function Line({ mark, reading, made, voice, date, chosen, onPick, deciding }: LineProps) {
  const { say } = useLanguage();
  const { kinds } = useHere();
  const line = useRef<HTMLLIElement>(null);
  const begun = useRef(false);
  useEffect(() => {
    // the page opens at its head
    if (chosen && begun.current) line.current?.scrollIntoView({ block: 'nearest' });
    begun.current = true;
  }, [chosen]);
  const { id, state, words, said, kind } = mark;
  const wrong = made.wrong.get(id) ?? [];
  const sent = reading.receipt !== null;
  return (
    <li ref={line} className="claim" data-state={state} data-chosen={chosen || undefined}>
      <button type="button" className="claim-words" aria-expanded={chosen} onClick={() => onPick(id)}>
        <bdi>{words}</bdi>
      </button>
      <div className="chips">
        <Chip tone={tones[state]}>{say(`web.reading.mark-${state}`)}</Chip>
        <Chip>
          <bdi>{said.speaker_kind === 'outlet' ? voice : said.speaker}</bdi>
        </Chip>
        <Chip>{say(`web.certainty.${said.certainty}`)}</Chip>
        <Chip>{kinds.get(kind)?.label ?? kind}</Chip>
      </div>
      {wrong.map((w) => (
        <p key={JSON.stringify(w)} className="wrong">
          <WrongText wrong={w} label={kinds.get(kind)?.label ?? kind} />
        </p>
      ))}
      {chosen && !sent && (
        <>
          <div className="row claim-verdicts">
            <Button tone="main" icon="check" onPress={() => deciding.accept(id)}>
              {say('web.reading.accept')} <kbd>A</kbd>
            </Button>
            <Button icon="close" onPress={() => deciding.reject(id)}>
              {say(mark.why === null ? 'web.reading.remove' : 'web.reading.reject')} <kbd>X</kbd>
            </Button>
            <Button tone="plain" icon="copy" onPress={() => deciding.again(id)}>
              {say('web.reading.again')}
            </Button>
          </div>
          <ClaimEditor
            mark={mark}
            reading={reading}
            voice={voice}
            date={date}
            change={(next) => deciding.change(id, next)}
          />
          {mark.why !== null && <p className="soft hint">{say('web.reading.why', { why: mark.why })}</p>}
        </>
      )}
    </li>
  );
}

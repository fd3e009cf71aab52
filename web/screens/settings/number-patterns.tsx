/** How local ids of new records are made, by kind or for all: `HA-{year}-{number:4}`. */
import { checkRule } from '@tilth/domain/record/check-rule';
import { nextNumber } from '@tilth/domain/record/next-number';
import { useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { useHere } from '../frame/here.tsx';
import { newId } from '../report/new-id.ts';
import { headsOn, keysOf } from './heads.ts';
import { KindChoice } from './kind-choice.tsx';
import { Reason } from './reason.tsx';
import { SetOn } from './review-steps.tsx';
import { useSetting } from './use-settings.ts';

export function NumberPatterns() {
  const { say } = useLanguage();
  const { kinds, lists, me, programme, today } = useHere();
  const { rules, set } = useSetting();
  const [kind, setKind] = useState('');
  const [typed, setTyped] = useState<string | null>(null);
  const patternOn = (key: string) => String(headsOn(rules, 'number-pattern', key)[0]?.rule.value ?? '');
  const choose = (key: string) => {
    setKind(key);
    setTyped(null);
  };
  const pattern = typed ?? patternOn(kind);
  const problem = checkRule(
    {
      type: 'rule',
      id: newId(),
      programme: programme.id,
      by: me.person?.id ?? '',
      written: '',
      reason: '',
      after: [],
      sets: 'number-pattern',
      key: kind,
      value: pattern,
    },
    { kinds, lists },
  );
  const write = async (value: string | null, reason: string) => {
    if (await set({ sets: 'number-pattern', key: kind, value, reason })) setTyped(null);
  };
  return (
    <>
      <p className="soft">{say('web.settings.numbers.lead')}</p>
      <SetOn
        keys={keysOf(rules, 'number-pattern')}
        say={patternOn}
        nothing={say('web.settings.numbers.none')}
        open={choose}
      />
      <div className="settings-editor">
        <KindChoice value={kind} onChange={choose} />
        <TextLine
          label={say('web.settings.numbers.pattern')}
          hint={say('web.settings.numbers.hint', { year: '{year}', number: '{number:4}' })}
          value={pattern}
          onChange={setTyped}
          wrong={
            pattern !== '' && problem !== null
              ? say('web.settings.numbers.wrong', { number: '{number}' })
              : null
          }
          needed
          code
        />
        <Reason
          does={say('web.settings.set')}
          ready={typed !== null && problem === null}
          onDo={(reason) => write(pattern, reason)}
        >
          <p>
            {problem === null
              ? say('web.settings.numbers.effect', {
                  first: nextNumber(pattern, today.slice(0, 4), []),
                })
              : say('web.settings.not-yet')}
          </p>
        </Reason>
        {typed === null && pattern !== '' && (
          <div>
            <Button tone="alarm" onPress={() => write(null, say('web.settings.numbers.back-reason'))}>
              {say('web.settings.take-back-what', { what: pattern })}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

/** What anybody may read without signing in: by kind, up to which sensitivity. Personal values never are. */
import { useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { useHere } from '../frame/here.tsx';
import { headsOn, keysOf } from './heads.ts';
import { KindChoice } from './kind-choice.tsx';
import { Reason } from './reason.tsx';
import { SetOn } from './review-steps.tsx';
import { useSetting } from './use-settings.ts';

const LEVELS = ['public', 'partner', 'restricted'] as const;

export function PublicLevels() {
  const { say } = useLanguage();
  const { kinds } = useHere();
  const { rules, set } = useSetting();
  const [kind, setKind] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const levelOn = (key: string) =>
    LEVELS.find((l) => l === headsOn(rules, 'public', key)[0]?.rule.value) ?? null;
  const level = LEVELS.find((l) => l === chosen) ?? levelOn(kind);
  const shown = Object.values(kinds.get(kind)?.properties ?? {}).filter(
    (p) => level !== null && LEVELS.slice(0, LEVELS.indexOf(level) + 1).some((l) => l === p.sensitivity),
  );
  return (
    <>
      <p className="soft">{say('web.settings.public.lead')}</p>
      <SetOn
        keys={keysOf(rules, 'public')}
        say={(key) => say(`web.settings.public.${levelOn(key) ?? 'public'}`)}
        nothing={say('web.settings.public.none')}
        open={(key) => {
          setKind(key);
          setChosen(null);
        }}
      />
      <div className="settings-editor">
        <KindChoice
          value={kind}
          onChange={(next) => {
            setKind(next);
            setChosen(null);
          }}
        />
        <Labelled label={say('web.settings.public.level')}>
          <Choice
            label={say('web.settings.public.level')}
            value={level}
            options={LEVELS.map((l) => ({ id: l, label: say(`web.settings.public.${l}`) }))}
            onChange={setChosen}
          />
        </Labelled>
        <Reason
          does={say('web.settings.set')}
          ready={chosen !== null && chosen !== levelOn(kind)}
          onDo={async (reason) => {
            if (await set({ sets: 'public', key: kind, value: level, reason })) setChosen(null);
          }}
        >
          {kind !== '' && shown.length > 0 ? (
            <>
              <p>{say('web.settings.public.shows')}</p>
              <ul className="settings-points">
                {shown.map((p) => (
                  <li key={p.label}>{p.label}</li>
                ))}
              </ul>
            </>
          ) : (
            <p>{say('web.settings.public.effect')}</p>
          )}
        </Reason>
      </div>
    </>
  );
}

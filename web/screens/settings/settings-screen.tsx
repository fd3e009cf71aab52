/** Programme settings: what this programme has set for itself, part by part. Each change is an entry with an author. */
import '../../ui/style/report.css';
import '../../ui/style/settings.css';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { type Settings, settingsQuestion } from '../../ask/settings.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { sentenceOf, Trouble, Waiting } from '../../ui/message.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { Basemaps } from './basemaps.tsx';
import { Codes } from './codes.tsx';
import { History } from './history.tsx';
import { NumberPatterns } from './number-patterns.tsx';
import { People } from './people.tsx';
import { Properties } from './properties.tsx';
import { PublicLevels } from './public-levels.tsx';
import { Registers } from './registers.tsx';
import { ReviewSteps } from './review-steps.tsx';
import { SettingProvider, useSetting, useSettingOf } from './use-settings.ts';

const parts: readonly (readonly [id: string, Part: ComponentType])[] = [
  ['properties', Properties],
  ['codes', Codes],
  ['review', ReviewSteps],
  ['numbers', NumberPatterns],
  ['public', PublicLevels],
  ['basemaps', Basemaps],
  ['registers', Registers],
  ['people', People],
  ['history', History],
];

export function SettingsScreen() {
  const { programme } = useHere();
  const answer = useQuery(settingsQuestion(programme.id));
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  return <Parts settings={answer.data} />;
}

function Parts({ settings }: { settings: Settings }) {
  const { say, sayIf } = useLanguage();
  const { programme } = useHere();
  const { own } = useAddress();
  const setting = useSettingOf(settings);
  const [id, Part] = parts.find(([name]) => name === own.part) ?? ['properties', Properties];
  return (
    <SettingProvider value={setting}>
      <div className="settings">
        <header className="settings-head">
          <h1>{say('web.screen.settings')}</h1>
          <p className="soft">{say('web.settings.lead', { programme: programme.name })}</p>
        </header>
        <nav className="settings-nav" aria-label={say('web.screen.settings')}>
          <ul>
            {parts.map(([name]) => (
              <li key={name}>
                <PlaceLink to={{ own: { part: name } }} current={name === id}>
                  {sayIf(`web.settings.part.${name}`) ?? name}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </nav>
        <section className="settings-part" aria-labelledby="settings-part">
          <h2 id="settings-part">{say(`web.settings.part.${id as 'people'}`)}</h2>
          <LastChange />
          <Part key={id} />
        </section>
      </div>
    </SettingProvider>
  );
}

/** What was set last, with its way back; or why it could not be. */
function LastChange() {
  const language = useLanguage();
  const { say } = language;
  const { last, undo, busy, fault } = useSetting();
  return (
    <div role="status" className="settings-last">
      {fault !== null && <p className="callout">{sentenceOf(fault, language)}</p>}
      {last !== null && (
        <p className="row">
          {say('web.settings.saved')}
          <Button isDisabled={busy} onPress={() => undo(say('web.settings.undo-reason'))}>
            {say('web.form.undo')}
          </Button>
        </p>
      )}
    </div>
  );
}

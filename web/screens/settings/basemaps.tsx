/** Which maps may lie below what is on record, for everybody in the programme: addresses, or archives on this server. */
import { useQuery } from '@tanstack/react-query';
import {
  type Basemap,
  heldBackOverHttps,
  MOST_BASEMAPS,
  readBasemap,
  sourceOf,
} from '@tilth/domain/record/basemap';
import { useState } from 'react';
import { basemapsQuestion } from '../../ask/basemaps.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { useHere } from '../frame/here.tsx';
import { newId } from '../report/new-id.ts';
import { headsOn, keysOf } from './heads.ts';
import { Reason } from './reason.tsx';
import { SetOn } from './review-steps.tsx';
import { useSetting } from './use-settings.ts';

interface Editing extends Omit<Basemap, 'id' | 'usual'> {
  readonly key: string;
  readonly usual: boolean;
  readonly known: boolean;
}

const ELSEWHERE = 'elsewhere';
const fresh = (): Editing => ({
  key: `map-${newId().slice(-12)}`,
  name: '',
  address: '',
  attribution: '',
  usual: false,
  known: false,
});

export function Basemaps() {
  const { say } = useLanguage();
  const { programme } = useHere();
  const { rules, set } = useSetting();
  const held = useQuery(basemapsQuestion(programme.id)).data?.held ?? [];
  const [editing, setEditing] = useState(fresh);
  const change = (part: Partial<Editing>) => setEditing({ ...editing, ...part });
  const on = (key: string) => readBasemap(headsOn(rules, 'basemap', key)[0]?.rule.value);
  const keys = keysOf(rules, 'basemap');
  const isFull = !editing.known && keys.length >= MOST_BASEMAPS;
  const { key, name, address, attribution, usual } = editing;
  const found = sourceOf(address.trim());
  const here = 'source' in found && found.source === null;
  const value = readBasemap({
    name: name.trim(),
    address: address.trim(),
    attribution: attribution.trim(),
    ...(usual && here && { usual }),
  });
  const write = async (next: unknown, reason: string) => {
    if (await set({ sets: 'basemap', key, value: next, reason })) setEditing(fresh());
  };
  return (
    <>
      <p className="soft">{say('web.settings.basemaps.lead')}</p>
      <SetOn
        keys={keys}
        name={(k) => on(k)?.name ?? k}
        say={(k) => on(k)?.address ?? ''}
        nothing={say('web.settings.basemaps.none')}
        open={(k) => {
          const known = on(k);
          if (known) setEditing({ key: k, usual: false, ...known, known: true });
        }}
      />
      <div className="settings-editor">
        <TextLine label={say('web.base.name')} value={name} onChange={(n) => change({ name: n })} needed />
        {held.length > 0 && (
          <Labelled label={say('web.settings.basemaps.where')}>
            <Choice
              label={say('web.settings.basemaps.where')}
              value={held.includes(address) ? address : ELSEWHERE}
              options={[
                { id: ELSEWHERE, label: say('web.settings.basemaps.elsewhere') },
                ...held.map((h) => ({ id: h, label: h.replace('/basemaps/', '') })),
              ]}
              onChange={(h) => change({ address: h === ELSEWHERE ? '' : h })}
            />
          </Labelled>
        )}
        {!held.includes(address) && (
          <TextLine
            label={say('web.base.address')}
            hint={
              heldBackOverHttps(address.trim()) ? (
                <strong>{say('web.base.held-back')}</strong>
              ) : (
                say('web.base.address-hint')
              )
            }
            value={address}
            onChange={(a) => change({ address: a })}
            wrong={address !== '' && 'wrong' in found ? say(`web.base.wrong.${found.wrong}`) : null}
            needed
            code
          />
        )}
        <TextLine
          label={say('web.base.attribution')}
          hint={say('web.base.attribution-hint')}
          value={attribution}
          onChange={(a) => change({ attribution: a })}
          needed
        />
        {here && (
          <Toggle isSelected={usual} onChange={(u) => change({ usual: u })}>
            {say('web.settings.basemaps.usual')}
          </Toggle>
        )}
        <Reason
          does={say('web.settings.set')}
          ready={value !== null && !isFull}
          onDo={(reason) => write(value, reason)}
          {...(editing.known && { onLeave: () => setEditing(fresh()) })}
        >
          <p>
            {isFull
              ? say('problem.basemaps-too-many', { most: MOST_BASEMAPS })
              : value === null
                ? say('web.settings.not-yet')
                : say(here ? 'web.settings.basemaps.effect-held' : 'web.settings.basemaps.effect')}
          </p>
        </Reason>
        {editing.known && (
          <div>
            <Button tone="alarm" onPress={() => write(null, say('web.settings.basemaps.back-reason'))}>
              {say('web.settings.take-back-what', { what: name })}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

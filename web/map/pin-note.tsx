/** What the pin on the map is: no record, but a position somebody went to, in the system chosen; to be copied or taken off. */
import type { Position } from '@tilth/domain/report/entry';
import { useSyncExternalStore } from 'react';
import type { Pin } from '../address.ts';
import { useLanguage } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { go } from '../use-address.ts';
import { onSystem, systemChosen, writePosition } from './coordinate-system.ts';

export function PinNote({ pin }: { pin: Pin }) {
  const { say } = useLanguage();
  const system = useSyncExternalStore(onSystem, systemChosen);
  const at: Position = [pin.lon, pin.lat];
  const text = writePosition(at, system) ?? writePosition(at, 'decimal') ?? '';
  return (
    <div className="map-pin">
      <span>
        <span className="soft">{say('web.map.pin')}</span> <bdi dir="ltr">{text}</bdi>
      </span>
      <CopyButton text={text} label={say('web.coords.copy')} />
      <Button tone="plain" icon="close" label={say('web.map.pin.remove')} onPress={() => go({ pin: null })} />
    </div>
  );
}
